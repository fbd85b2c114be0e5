//! Who won what in a sentence: which names stand in the place of the winner beside each prize.

use super::cast::{Cast, has_cue};
use super::item::{Item, Prize, What};
use super::side::Side;
use crate::mention::reading::{Match, Page};
use crate::mention::token::Gap;
use crate::resources::{NameClass, PrizeCue, Sense};

/// Most words of what stands before a name and belongs to it: "the young Lebanese translator".
pub(super) const MAX_PHRASE: usize = 7;
/// Most words between a prize without a verb and who won it.
pub(super) const MAX_LEFT_OUT: usize = 3;
/// Most words between a prize and an ordinal that is one too, or between a verb of finishing and its rank.
pub(super) const MAX_FINISH: usize = 4;

/// A prize and who won it.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    pub(super) prize: Prize,
    /// Names of the cast.
    pub(super) winners: Vec<usize>,
    pub(super) is_tie: bool,
    /// The first word that belongs to it, and the one after the last.
    pub(super) start: usize,
    pub(super) end: usize,
    /// The words of the prize itself.
    pub(super) anchor: (usize, usize),
}

/// A sentence that is being read.
pub(super) struct Clause<'s, 'a> {
    pub(super) page: &'s Page<'a>,
    pub(super) cast: &'s Cast,
    pub(super) items: &'s [Item],
    /// The words of the sentence.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether the article has a contest.
    pub(super) is_contest: bool,
}

/// What was read last.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Last {
    pub(super) position: Option<u32>,
    pub(super) winners: u32,
}

impl Clause<'_, '_> {
    /// The prizes of the sentence, each with its winners, which may be none.
    pub(super) fn groups(&self, last: &mut Last) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        let mut side = None;
        // The first item that no prize has used.
        let mut free = 0;
        let anchors = self.anchors();
        for (n, &at) in anchors.iter().enumerate() {
            let Some(item) = self.items.get(at) else { continue };
            let next = anchors.get(n + 1).copied().unwrap_or(self.items.len());
            let lo = free.min(at);
            let Some(prize) = self.prize(item, at, lo, last) else { continue };
            let found = self.winners(item, &prize, at, lo, next, side);
            let Some((own, used, is_tie)) = found else {
                if prize.is_final {
                    continue;
                }
                groups.push(self.group(prize, item, Vec::new(), false));
                free = free.max(at + 1);
                continue;
            };
            side = Some(own).filter(|_| !used.is_empty());
            let winners: Vec<usize> = used.iter().filter_map(|&at| self.items.get(at)?.name()).collect();
            free = used.last().map_or(at, |&used| used.max(at)) + 1;
            if !winners.is_empty() {
                *last = Last { position: prize.position, winners: winners.len() as u32 };
            }
            if let (Some(first), [one, other]) = (self.rank_before(at), winners.as_slice()) {
                // "The second and the third prize went to X and to Y".
                let before = Prize { position: Some(first), ..prize };
                groups.push(self.group(before, item, vec![*one], false));
                groups.push(self.group(prize, item, vec![*other], false));
                continue;
            }
            groups.push(self.group(prize, item, winners, is_tie));
        }
        self.bound(&mut groups);
        groups
    }

    fn group(&self, prize: Prize, item: &Item, winners: Vec<usize>, is_tie: bool) -> Group {
        let first = winners.first().and_then(|&name| self.cast.get(name)).map(|name| name.words.start);
        let start = first.map_or(item.start, |first| self.phrase_start(first, self.start).min(item.start));
        Group { prize, winners, is_tie, start, end: self.end, anchor: (item.start, item.end) }
    }

    /// The rank that "and" joins to that of a prize.
    fn rank_before(&self, at: usize) -> Option<u32> {
        let before = self.items.get(at.checked_sub(2)?..=at)?;
        match before {
            [Item { what: What::Ordinal(rank), end, .. }, and, prize]
                if and.what == What::And && prize.start <= end + MAX_LEFT_OUT =>
            {
                Some(*rank)
            }
            _ => None,
        }
    }

    /// Every prize ends where the next one begins; the first begins with the sentence.
    fn bound(&self, groups: &mut [Group]) {
        let starts: Vec<usize> = groups.iter().map(|group| group.start).collect();
        for (at, group) in groups.iter_mut().enumerate() {
            let next = starts.get(at + 1..).into_iter().flatten().find(|start| **start > group.anchor.0);
            group.end = next.copied().unwrap_or(self.end);
        }
        groups.first_mut().into_iter().for_each(|first| first.start = self.start);
    }

    /// The items that can be prizes.
    fn anchors(&self) -> Vec<usize> {
        let is_anchor = |what: What| {
            matches!(what, What::Prize(_) | What::Champion(_) | What::Crown(_) | What::Ordinal(_))
                || matches!(what, What::Cue(PrizeCue::Lead | PrizeCue::Beat))
        };
        let mut anchors: Vec<usize> = Vec::new();
        for (at, item) in self.items.iter().enumerate().filter(|(_, item)| is_anchor(item.what)) {
            let before = anchors.last().and_then(|&before| self.items.get(before));
            if !before.is_some_and(|before| self.is_sum(before, item, at)) {
                anchors.push(at);
            }
        }
        anchors
    }

    /// Whether a prize is only the sum that goes with the one before it: "first place, with a prize of 500 dollars".
    fn is_sum(&self, before: &Item, item: &Item, at: usize) -> bool {
        let is_special = matches!(item.what, What::Prize(prize) if prize.position.is_none() && !prize.is_honorary);
        let is_near = before.end + MAX_FINISH >= item.start;
        let next = self.items.get(at + 1).filter(|next| next.start <= item.end + 1);
        is_special && is_near && next.is_some_and(|next| next.is(PrizeCue::Worth) || next.money().is_some())
    }

    /// The prize that an item is here, if it is one.
    fn prize(&self, item: &Item, at: usize, lo: usize, last: &Last) -> Option<Prize> {
        let ranked = |rank| Prize { position: Some(rank), is_doubtful: true, ..Prize::default() };
        let prize = match item.what {
            // Who wins a final is the first.
            What::Prize(prize) if prize.is_final => Prize { position: Some(1), ..prize },
            What::Prize(prize) => prize,
            What::Champion(rank) | What::Crown(rank) => ranked(rank),
            What::Cue(PrizeCue::Lead | PrizeCue::Beat) => {
                let mut rest = self.items.get(at + 1..)?.iter();
                let is_final = |item: &&Item| matches!(item.what, What::Prize(prize) if prize.is_final);
                let next = rest.find(|item| !is_final(item)).filter(|next| next.name().is_some())?;
                let is_near = next.start <= item.end + MAX_PHRASE && self.is_in_clause(item.end, next.start);
                ranked(last.position.filter(|_| is_near)? + last.winners.max(1))
            }
            What::Ordinal(rank) => {
                // "Came second"; the name may stand between them where verbs come first.
                let near = self.items.get(at.saturating_sub(2).max(lo)..at).unwrap_or_default();
                let has_article =
                    item.start.checked_sub(1).is_some_and(|before| self.page.is(before, NameClass::Article));
                let is_finish = !has_article
                    && near.iter().any(|finish| {
                        has_cue(self.page, finish.start, PrizeCue::Finish)
                            && finish.end + MAX_PHRASE > item.start
                            && self.is_in_clause(finish.end, item.start)
                    });
                let goes_on = last.position.is_some_and(|position| rank > position && rank <= position + 3);
                // With a small word before it an ordinal has no noun before it either.
                let is_cut = |found: &Match| {
                    matches!(found.meant.sense, Sense::Ordinal(_)) && (found.reading.cut > 0 || found.reading.is_fused)
                };
                let is_alone = !self.page.gap(item.end).is_plain()
                    || self.ends_rank(at)
                    || self.page.at(item.start).iter().any(is_cut);
                if !is_alone || !(is_finish || goes_on) {
                    return None;
                }
                ranked(rank)
            }
            _ => return None,
        };
        (self.is_contest || !prize.is_doubtful).then_some(prize)
    }

    /// Whether the words after an ordinal are no noun of it.
    fn ends_rank(&self, at: usize) -> bool {
        let Some(item) = self.items.get(at) else { return false };
        let is_next =
            self.items.get(at + 1).is_some_and(|next| next.start == item.end && !matches!(next.what, What::Prize(_)));
        let page = self.page;
        is_next
            || page.is(item.end, NameClass::In)
            || page.is(item.end, NameClass::Stop)
            || page.is(item.end, NameClass::Link)
    }

    /// Whether no comma and no end of a sentence stands before the words `from..=until`.
    pub(super) fn is_in_clause(&self, from: usize, until: usize) -> bool {
        let joins =
            |at: usize| self.page.gap(at).is_only(Gap::SPACE.and(Gap::HYPHEN).and(Gap::APOSTROPHE).and(Gap::QUOTE));
        (from..=until).all(joins)
    }

    /// The side of the winners of a prize, their items, and whether they share it.
    fn winners(
        &self,
        item: &Item,
        prize: &Prize,
        at: usize,
        lo: usize,
        next: usize,
        side: Option<Side>,
    ) -> Option<(Side, Vec<usize>, bool)> {
        // A place is also what one comes in.
        let is_place = prize.is_doubtful && prize.position.is_some();
        // The prize that goes stands before its verb, or right after it where verbs come first.
        let goes = |verb: &Item| verb.languages & self.page.names.verb_first != 0 && verb.end + 1 >= item.start;
        let is_before = |verb: &Item| {
            verb.is_verb() && (!verb.is(PrizeCue::Go) || goes(verb))
                || is_place && !prize.is_final && verb.is(PrizeCue::Finish)
        };
        let verb_before = (lo..at).rev().find(|&verb| self.items.get(verb).is_some_and(is_before));
        let is_list = self.is_list(item, at, next);
        let verb_after = self.verb_after(at, next).filter(|_| verb_before.is_none());
        let verb = verb_before.or(verb_after);
        if self.is_denied(verb, at) {
            return None;
        }
        // "Has won several awards" says of none which; "who won the prize" is told of another time.
        let is_special = prize.position.is_none() && !prize.is_honorary;
        let wins = verb.and_then(|verb| self.items.get(verb)).filter(|verb| verb.is(PrizeCue::Win));
        let is_told = wins.is_some_and(|verb| self.follows_who(verb.start));
        if is_special && (is_told || !is_list && wins.is_some() && prize.is_several) {
            return None;
        }
        let is_share = |verb: Option<usize>| {
            verb.and_then(|verb| self.items.get(verb)).is_some_and(|verb| verb.is(PrizeCue::Share))
        };
        let lead = matches!(item.what, What::Cue(PrizeCue::Beat | PrizeCue::Lead));
        let next = if lead { self.after_finals(at + 1, next) } else { next };
        let end = self.limit(verb_after.map_or(at, |verb| verb.max(at)), next);
        let near = |from: usize, until: usize, side: Side, all: bool| {
            let used = self.pick(from, until, side, all);
            (!used.is_empty()).then_some((side, used))
        };
        let cues = || self.items.get(lo..end).unwrap_or_default();
        let has_tie = cues().iter().any(|item| item.is(PrizeCue::Tie)) || is_share(verb);
        let all = has_tie || prize.is_several || prize.is_honorary;
        let found = match item.what {
            What::Crown(_) | What::Cue(PrizeCue::Lead | PrizeCue::Beat) => near(at + 1, end, Side::After, all),
            What::Champion(_) => self.around(lo, at, at, end, all),
            What::Ordinal(_) if verb.is_none() => match side {
                Some(Side::After) => near(at + 1, end, Side::After, all),
                _ => near(lo, at, Side::Before, all),
            },
            _ if prize.is_final => {
                let is_object = verb_before.and_then(|verb| self.items.get(verb)).is_some_and(|verb| {
                    let mut between = verb.end..item.start;
                    verb.is(PrizeCue::Win)
                        && between.len() <= MAX_FINISH
                        && !between.any(|at| self.page.is(at, NameClass::In))
                });
                if !is_object {
                    return None;
                }
                self.around(lo, verb_before?, at, end, all)
            }
            _ if is_list => near(at + 1, next, Side::After, true),
            _ => match (verb_before, verb_after) {
                (Some(verb), _) => self.with_verb(lo, verb, at, end, all),
                (None, Some(verb)) => self.after_verb(verb, end, all),
                (None, None) => self.without_verb(item, at, lo, end, side, all),
            },
        };
        let (side, used) = found?;
        if !self.is_near(item, verb, &used, prize) {
            return None;
        }
        let is_tie = prize.position.is_some() && used.len() > 1;
        Some((side, used, is_tie))
    }
}
