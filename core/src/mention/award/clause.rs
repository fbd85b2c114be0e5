//! Who won what in a sentence: which names stand in the place of the winner beside each prize.

use super::cast::{Cast, Kind, has_cue, is_small};
use super::item::{Item, Prize, What};
use crate::mention::reading::{Match, Page};
use crate::mention::token::Gap;
use crate::resources::{NameClass, PrizeCue, Sense};

/// Most words between a verb and what denies it.
const MAX_DENIAL: usize = 3;
/// Most words of what stands before a name and belongs to it: "the young Lebanese translator".
const MAX_PHRASE: usize = 7;
/// Most words between a prize without a verb and who won it.
const MAX_LEFT_OUT: usize = 3;
/// Most words between a prize or its verb and who won it.
const MAX_REACH: usize = 14;
/// Most words between a prize and an ordinal that is one too, or between a verb of finishing and its rank.
const MAX_FINISH: usize = 4;

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

/// Where the winners stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Before,
    After,
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
    fn is_in_clause(&self, from: usize, until: usize) -> bool {
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

    /// Where the next prize is, when finals are none: "beat in the final".
    fn after_finals(&self, at: usize, next: usize) -> usize {
        let is_final = |at: &usize| {
            self.items.get(*at).is_some_and(|item| matches!(item.what, What::Prize(prize) if prize.is_final))
        };
        if next == at && is_final(&next) { next + 2 } else { next }.min(self.items.len())
    }

    /// Whether a relative pronoun stands right before a verb.
    fn follows_who(&self, verb: usize) -> bool {
        let from = verb.saturating_sub(2).max(self.start);
        (from..verb).any(|at| has_cue(self.page, at, PrizeCue::Who))
    }

    /// Whether the first winner stands near the prize or its verb; near a prize without a rank, in the same clause.
    fn is_near(&self, item: &Item, verb: Option<usize>, used: &[usize], prize: &Prize) -> bool {
        let Some(first) = used.first().and_then(|&at| self.items.get(at)) else { return false };
        // A work that is named before its author is where the winner begins.
        let work = used.first().and_then(|at| at.checked_sub(1)).and_then(|before| self.items.get(before));
        let work = work.filter(|work| self.kind(work) == Some(Kind::Title) && self.is_of(work.end, first.start));
        let start = self.phrase_start(work.unwrap_or(first).start, self.start);
        let is_special = prize.position.is_none() && !prize.is_honorary && !prize.is_several;
        // A noun without the article goes on with whose it is: "جائزة الجمهور".
        let has_article = self.page.tokens.readings(item.start).iter().any(|reading| reading.is_definite);
        let is_whose =
            self.page.is_uncased(item.start) && !has_article && start == item.end && self.page.gap(start).is_plain();
        if is_whose && (is_special || prize.is_final) || is_special && self.is_loose(first, work.is_some()) {
            return false;
        }
        let reaches = |(from, until): (usize, usize)| {
            let (before, after) = if first.end <= from { (first.end, from) } else { (until, start) };
            let most = if is_special { MAX_PHRASE } else { MAX_REACH };
            let words = after.saturating_sub(before);
            // A bracket may stand between them: an age, a country.
            let gap = |at: usize| !is_special || !self.page.gap(at).has(Gap::COMMA) || first.end <= from;
            words <= most && (before..after).all(gap)
        };
        let verb = verb.and_then(|verb| self.items.get(verb));
        reaches((item.start, item.end)) || verb.is_some_and(|verb| reaches((verb.start, verb.end)))
    }

    /// Whether a quote may be no title: nothing beside it says so.
    fn is_loose(&self, item: &Item, has_author: bool) -> bool {
        let start = self.phrase_start(item.start, self.start);
        let says_so = (start..item.start)
            .any(|at| has_cue(self.page, at, PrizeCue::Work) || has_cue(self.page, at, PrizeCue::Project));
        self.kind(item) == Some(Kind::Title) && !has_author && !says_so
    }

    /// The verb after a prize, unless it is that of the next one.
    fn verb_after(&self, at: usize, next: usize) -> Option<usize> {
        let is_verb = |at: &usize| self.items.get(*at).is_some_and(Item::is_verb);
        let verb = (at + 1..next).find(is_verb)?;
        // "… second place, while X took third place": a verb of winning goes with what follows it.
        let is_win = self.items.get(verb).is_some_and(|verb| verb.is(PrizeCue::Win));
        let is_next = is_win && next < self.items.len() && !(next + 1..self.items.len()).any(|at| is_verb(&at));
        Some(verb).filter(|_| !is_next)
    }

    /// Whether a list of winners stands after a prize: "first prize: X".
    fn is_list(&self, item: &Item, at: usize, next: usize) -> bool {
        let end = self.items.get(next).map_or(self.end, |next| next.start);
        let name = self.items.get(at + 1..next).unwrap_or_default().iter().find(|item| item.name().is_some());
        let until = name.map_or(end, |name| name.start);
        name.is_some()
            && (item.end..=until).any(|at| self.has_colon(at))
            && !(item.end..until).any(|at| self.page.gap(at).has(Gap::STOP))
    }

    /// Whether a colon, which is no semicolon, stands before a word.
    fn has_colon(&self, at: usize) -> bool {
        let tokens = &self.page.tokens;
        let before = at.checked_sub(1).and_then(|before| tokens.get(before)).zip(tokens.get(at));
        let between = before.and_then(|(before, token)| tokens.text.get(before.span.end..token.span.start));
        self.page.gap(at).has(Gap::COLON) && between.is_some_and(|between| between.contains([':', '：']))
    }

    /// Whether the verb of a prize is denied, or in the future.
    fn is_denied(&self, verb: Option<usize>, at: usize) -> bool {
        let Some(verb) = verb.and_then(|verb| self.items.get(verb)).or_else(|| self.items.get(at)) else {
            return false;
        };
        let from = verb.start.saturating_sub(MAX_DENIAL).max(self.start);
        let joins = (from..verb.start).rev().take_while(|&at| self.page.gap(at + 1).is_plain());
        joins.into_iter().any(|at| has_cue(self.page, at, PrizeCue::Not))
    }

    /// Winners after a verb that the prize stands before: "went to X", "was won by X", "was awarded by Y to X".
    fn after_verb(&self, verb: usize, end: usize, all: bool) -> Option<(Side, Vec<usize>)> {
        let own = self.items.get(verb)?;
        if !own.is(PrizeCue::Give) && !own.is(PrizeCue::Go) {
            return Some((Side::After, self.pick(verb + 1, end, Side::After, all)))
                .filter(|(_, used)| !used.is_empty());
        }
        if let Some(used) = self.pick_to(verb + 1, end, all) {
            return Some((Side::After, used));
        }
        // Without "to" the name stands beside the verb: "distinguishes X".
        let name = self.names_after(verb, end).and_then(|name| self.items.get(name))?;
        let is_near = name.start <= own.end + MAX_PHRASE && self.is_in_clause(own.end, name.start);
        let is_giver = (own.end..name.start).any(|at| has_cue(self.page, at, PrizeCue::By));
        let used = self.pick(verb + 1, end, Side::After, all);
        (is_near && !is_giver && !used.is_empty()).then_some((Side::After, used))
    }

    /// Winners beside a prize that has a verb before it.
    fn with_verb(&self, lo: usize, verb: usize, at: usize, end: usize, all: bool) -> Option<(Side, Vec<usize>)> {
        let is_give = self.items.get(verb).is_some_and(|verb| verb.is(PrizeCue::Give) || verb.is(PrizeCue::Go));
        let is_share = self.items.get(verb).is_some_and(|verb| verb.is(PrizeCue::Share));
        if is_give || is_share && self.items.get(at + 1).is_some_and(|to| to.is(PrizeCue::To)) {
            // "The jury awarded the first prize to X", "awarded X the first prize".
            if let Some(used) = self.pick_to(at + 1, end, all) {
                return Some((Side::After, used));
            }
            // Where verbs come first, who gives stands there.
            if self.is_verb_first(verb) {
                return None;
            }
            let between = self.pick(verb + 1, at, Side::Before, all);
            return (!between.is_empty()).then_some((Side::After, between));
        }
        if self.is_verb_first(verb) {
            let between = self.pick(verb + 1, at, Side::Before, all);
            if !between.is_empty() {
                return Some((Side::After, between));
            }
        }
        self.around(lo, verb, at, end, all)
    }

    /// The names after the first "to" that stands before one.
    fn pick_to(&self, from: usize, end: usize, all: bool) -> Option<Vec<usize>> {
        let leads = |to: &usize| {
            let Some(item) = self.items.get(*to).filter(|item| item.is(PrizeCue::To)) else { return false };
            let name = self.names_after(*to, end).and_then(|name| self.items.get(name));
            name.is_some_and(|name| {
                name.start <= item.end + MAX_PHRASE
                    && (self.is_in_clause(item.end + 1, name.start) || self.has_colon(name.start))
            })
        };
        let to = (from..end).find(leads)?;
        Some(self.pick(to + 1, end, Side::After, all)).filter(|used| !used.is_empty())
    }

    /// Whether verbs stand before their subject in the language of one.
    fn is_verb_first(&self, verb: usize) -> bool {
        self.items.get(verb).is_some_and(|verb| verb.languages & self.page.names.verb_first != 0)
    }

    /// Winners before a verb or after a prize, as sentences of the language begin.
    fn around(&self, lo: usize, verb: usize, at: usize, end: usize, all: bool) -> Option<(Side, Vec<usize>)> {
        let page = self.page;
        let before = || Some(self.pick(lo, verb, Side::Before, all)).filter(|used| !used.is_empty());
        let after = || Some(self.pick(at + 1, end, Side::After, all)).filter(|used| !used.is_empty());
        let begins = self.items.get(verb).is_some_and(|verb| {
            verb.start == self.start
                || verb.has_and
                || page.is(verb.start.saturating_sub(1), NameClass::Stop)
                || page.gap(verb.start).has(Gap::COLON.and(Gap::COMMA))
        });
        if self.is_verb_first(verb) {
            if begins {
                if self.has_subject(verb, at) {
                    return None;
                }
                return after().map(|used| (Side::After, used));
            }
            return before().map(|used| (Side::Before, used)).or_else(|| after().map(|used| (Side::After, used)));
        }
        before().map(|used| (Side::Before, used))
    }

    /// Whether the words between a verb and its prize name somebody in another way.
    fn has_subject(&self, verb: usize, at: usize) -> bool {
        let words = self.items.get(verb).zip(self.items.get(at)).map_or(0..0, |(verb, prize)| verb.end..prize.start);
        words.into_iter().any(|at| {
            !self.page.is(at, NameClass::Stop) && (self.page.is_definite(at) || self.page.place(at).is_some())
        })
    }

    /// Winners beside a prize without a verb.
    fn without_verb(
        &self,
        item: &Item,
        at: usize,
        lo: usize,
        end: usize,
        side: Option<Side>,
        all: bool,
    ) -> Option<(Side, Vec<usize>)> {
        let page = self.page;
        // "And the special prize of the jury to Y": its complement stands between them.
        let most = if side == Some(Side::After) { MAX_PHRASE } else { 1 };
        let is_to =
            |to: &&Item| to.is(PrizeCue::To) && to.start <= item.end + most && self.is_in_clause(item.end, to.start);
        let to = self.items.get(at + 1).filter(is_to).and_then(|_| self.pick_to(at + 1, end, all));
        let is_in_brackets = page.gap(item.start).has(Gap::OPEN) && page.gap(item.end).has(Gap::CLOSE);
        if let Some(used) = to {
            return Some((Side::After, used));
        }
        let used = if is_in_brackets {
            (Side::Before, self.pick(lo, at, Side::Before, false))
        } else {
            match side? {
                Side::After => (Side::After, self.pick(at + 1, end, Side::After, all)),
                Side::Before => (Side::Before, self.pick(lo, at, Side::Before, all)),
            }
        };
        // What is left out is only what the prize before had: "and second prize, X".
        let first = used.1.first().and_then(|&at| self.items.get(at))?;
        let start = self.phrase_start(first.start, self.start);
        let is_beside = start <= item.end + MAX_LEFT_OUT && item.start <= first.end + MAX_LEFT_OUT;
        is_beside.then_some(used)
    }

    /// The item at which the clause of the next prize begins.
    fn limit(&self, at: usize, next: usize) -> usize {
        let verb = (at + 1..next).rev().find(|&verb| self.items.get(verb).is_some_and(Item::is_verb));
        let Some(verb) = verb.filter(|_| next < self.items.len()) else { return next };
        if self.is_verb_first(verb) {
            return verb;
        }
        let name = (at + 1..verb).rev().find(|&name| self.items.get(name).is_some_and(|item| item.name().is_some()));
        name.unwrap_or(verb)
    }

    /// The names among items that stand in the place of a winner, with those that "and" adds.
    fn pick(&self, from: usize, until: usize, side: Side, all: bool) -> Vec<usize> {
        let mut used: Vec<usize> = Vec::new();
        let mut at = from;
        while at < until {
            let Some(item) = self.items.get(at) else { break };
            let Some(name) = item.name() else {
                at += 1;
                continue;
            };
            let before =
                at.checked_sub(1).and_then(|before| self.items.get(before)).map_or(self.start, |before| before.end);
            if side == Side::After && used.is_empty() && self.begins_clause(before, item.start) {
                break;
            }
            let (own, after) = self.resolve(at, until);
            let fits = match used.last() {
                None => self.can_win(item, name, side),
                Some(_) => self.is_joined(item, all) && self.can_win(item, name, Side::After),
            };
            if fits {
                used.push(own);
                at = after;
            } else {
                at += 1;
            }
        }
        used
    }

    /// Whether a verb that tells of something else stands between two words.
    fn begins_clause(&self, from: usize, until: usize) -> bool {
        (from..until).any(|at| self.page.is_verb(at) && self.page.is_uncased(at) && self.page.gap(at).has(Gap::COMMA))
    }

    /// The name that is meant by one at a place: a person for the work, a team for where it is from.
    fn resolve(&self, at: usize, until: usize) -> (usize, usize) {
        let (Some(item), Some(next)) = (self.items.get(at), self.names_after(at, until)) else { return (at, at + 1) };
        let kind = |at: usize| self.items.get(at).and_then(|item| self.kind(item));
        let Some(other) = self.items.get(next) else { return (at, at + 1) };
        let is_near = other.start <= item.end + MAX_PHRASE;
        match (kind(at), kind(next)) {
            (Some(Kind::Title), Some(Kind::Person | Kind::Capital | Kind::Body | Kind::Team))
                if is_near && self.is_of(item.end, other.start) =>
            {
                (next, next + 1)
            }
            (Some(Kind::Origin), Some(Kind::Capital | Kind::Title))
                if is_near && self.is_apposition(item.end, other.start) =>
            {
                (next, next + 1)
            }
            _ => (at, at + 1),
        }
    }

    fn kind(&self, item: &Item) -> Option<Kind> {
        item.name().and_then(|name| self.cast.get(name)).map(|name| name.kind)
    }

    fn names_after(&self, at: usize, until: usize) -> Option<usize> {
        (at + 1..until).find(|&at| self.items.get(at).is_some_and(|item| item.name().is_some()))
    }

    /// Whether the words between a work and a person say that it is by that person.
    pub(super) fn is_of(&self, from: usize, until: usize) -> bool {
        let page = self.page;
        let begins_of = page.is(from, NameClass::Of)
            || has_cue(page, from, PrizeCue::By)
            || page.tokens.readings(from).iter().any(|reading| {
                reading.is_fused
                    || reading.proclitic.is_some_and(|c| page.names.clitics.iter().any(|own| own.to.contains(&c)))
            });
        // "Film d'animation de Huda Saleh": what it is may stand between them.
        let later_of = (from..until).any(|at| page.is(at, NameClass::Of) || has_cue(page, at, PrizeCue::By));
        let is_work = (from..until).any(|at| has_cue(page, at, PrizeCue::Work));
        let is_and = (from..until).any(|at| page.is(at, NameClass::And));
        (begins_of || later_of && is_work) && !is_and && from <= until
    }

    fn is_apposition(&self, from: usize, until: usize) -> bool {
        self.page.gap(from).has(Gap::COMMA) && (from..until).all(|at| is_small(self.page, at))
    }

    /// Whether a name stands after "and", or in a row.
    fn is_joined(&self, item: &Item, all: bool) -> bool {
        let page = self.page;
        let mut start = self.phrase_start(item.start, self.start);
        // "And to X".
        if !page.is_uncased(start) && start > self.start && has_cue(page, start - 1, PrizeCue::To) {
            start -= 1;
        }
        let after_and = start > self.start && page.is(start - 1, NameClass::And)
            || page.tokens.readings(start).iter().any(|reading| reading.has_and && reading.cut > 0)
                && page.is_uncased(start)
                && self.items.iter().any(|item| item.start == start && (item.what == What::And || item.has_and));
        let in_row = page.gap(start).has(Gap::COMMA.and(Gap::COLON)) && all;
        after_and || in_row && self.goes_on(item)
    }

    /// Whether a row of names ends with "and" and one more.
    fn goes_on(&self, item: &Item) -> bool {
        let after = self.items.iter().skip_while(|other| other.start < item.end);
        after.take_while(|other| !matches!(other.what, What::Prize(_))).any(|other| other.what == What::And)
    }

    /// Whether a name may be that of a winner.
    fn can_win(&self, item: &Item, name: usize, side: Side) -> bool {
        let Some(name) = self.cast.get(name) else { return false };
        let page = self.page;
        let start = self.phrase_start(item.start, self.start);
        let before = start.checked_sub(1).filter(|before| *before >= self.start);
        let joins = page.gap(start).is_only(Gap::SPACE.and(Gap::QUOTE).and(Gap::APOSTROPHE));
        let is_after = |cue: PrizeCue| before.is_some_and(|before| joins && has_cue(page, before, cue));
        let is_beside =
            |class: NameClass| before.is_some_and(|before| joins && page.is(before, class) && !page.is_capital(before));
        // What it was won with is named after "for".
        let is_work = name.kind == Kind::Title && (is_after(PrizeCue::For) || self.follows_for(item));
        let is_under = side == Side::Before
            && (is_beside(NameClass::In) || is_beside(NameClass::Link) || is_after(PrizeCue::By))
            && name.kind != Kind::Team;
        let is_part = is_beside(NameClass::Of)
            && matches!(name.kind, Kind::Body | Kind::Title)
            && side == Side::After
            && !self.follows_team(start);
        // "RABAT (MAP) -": who is named in brackets is beside the sentence.
        let is_aside = page.gap(item.start).has(Gap::OPEN) && page.gap(item.end).has(Gap::CLOSE);
        !is_work && !is_under && !is_part && !is_aside
    }

    /// Whether the title of a work follows "for": "for her novel “X”".
    fn follows_for(&self, item: &Item) -> bool {
        let page = self.page;
        let from = item.start.saturating_sub(4).max(self.start);
        let joins = |at: usize| page.gap(at + 1).is_only(Gap::SPACE.and(Gap::QUOTE).and(Gap::HYPHEN));
        (from..item.start).rev().take_while(|&at| joins(at)).any(|at| has_cue(page, at, PrizeCue::For))
    }

    /// Whether the noun before "of" is one for who competes.
    fn follows_team(&self, start: usize) -> bool {
        (start.saturating_sub(3)..start).any(|at| has_cue(self.page, at, PrizeCue::Team))
    }

    /// The first word of what a name stands in: its titles, adjectives and nouns.
    pub(super) fn phrase_start(&self, at: usize, floor: usize) -> usize {
        phrase_start(self.page, at, floor)
    }
}

/// The first word of what a name stands in: its titles, adjectives and nouns.
pub(super) fn phrase_start(page: &Page<'_>, at: usize, floor: usize) -> usize {
    let mut start = at;
    let is_cut = |at: usize| {
        let mut readings = page.tokens.readings(at).iter();
        let whole = readings.next().is_some_and(|first| first.word.is_some() || first.is_definite);
        !whole
            && readings.any(|reading| {
                (reading.has_and || reading.proclitic.is_some())
                    && (reading.word.is_some() || reading.bare.is_some() || reading.is_definite)
            })
    };
    while start > floor && start + MAX_PHRASE > at {
        let before = start - 1;
        let joins = page.gap(start).is_plain()
            || start == at && page.gap(start).is_only(Gap::SPACE.and(Gap::QUOTE).and(Gap::DOT).and(Gap::HYPHEN));
        let is_link = page.is(before, NameClass::And)
            || page.is(before, NameClass::Of)
            || page.is(before, NameClass::In)
            || page.is(before, NameClass::Link) && !page.is(before, NameClass::Article)
            || page.is_uncased(before) && page.is(before, NameClass::Stop)
            || has_any_verb(page, before);
        if !joins || is_link || page.is_uncased(start) && is_cut(start) {
            break;
        }
        start = before;
    }
    start
}

/// Whether a word is a verb of prizes, or stands before who gets, gives or wins with something.
fn has_any_verb(page: &Page<'_>, at: usize) -> bool {
    use PrizeCue::{Beat, By, Champion, Crown, Finish, For, Give, Go, Lead, Share, To, Win};
    let is_it = |cue: PrizeCue| {
        matches!(cue, Win | Go | Give | Share | Finish | Lead | Beat | To | By | For | Crown | Champion)
    };
    page.prizes(at)
        .any(|found| matches!(found.meant.sense, Sense::Prize(cue, _) if is_it(cue)) && !found.reading.is_definite)
}
