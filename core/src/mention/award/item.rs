//! A sentence as the few things that tell who won what: prizes, verbs, names, sums.

use std::ops::Range;

use super::cast::{Cast, cue, has_cue};
use crate::mention::reading::{Match, Page};
use crate::mention::token::{Gap, Shape};
use crate::resources::{NameClass, PrizeCue, Sense};

/// Most words between a prize and the word that makes it one of honour.
const MAX_APART: usize = 2;
/// The last rank that is believed.
const MAX_RANK: u32 = 30;

/// What is won.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Prize {
    pub(super) position: Option<u32>,
    pub(super) is_honorary: bool,
    /// Whether it is a plural: several won one each.
    pub(super) is_several: bool,
    /// Whether its noun is one of contests only when they are beside it: "place", "final".
    pub(super) is_doubtful: bool,
    /// What a final is: only whoever wins it has won.
    pub(super) is_final: bool,
}

/// One thing of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Prize(Prize),
    /// A verb with a rank in it, after who has the rank or before.
    Champion(u32),
    Crown(u32),
    /// Who has a rank, by no name.
    Winner(u32),
    /// An ordinal without a noun.
    Ordinal(u32),
    /// Any other word of prizes.
    Cue(PrizeCue),
    /// A name, by its place in the cast.
    Name(usize),
    /// A sum, by its place among those of the article.
    Money(usize),
    And,
}

/// One thing of a sentence, and the words it is said with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub(super) what: What,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether "and" is written together with it.
    pub(super) has_and: bool,
    /// The languages that have it, as bits.
    pub(super) languages: u32,
}

impl Item {
    pub(super) fn is(&self, cue: PrizeCue) -> bool {
        self.what == What::Cue(cue)
    }

    pub(super) const fn name(&self) -> Option<usize> {
        match self.what {
            What::Name(name) => Some(name),
            _ => None,
        }
    }

    pub(super) const fn money(&self) -> Option<usize> {
        match self.what {
            What::Money(money) => Some(money),
            _ => None,
        }
    }

    pub(super) fn is_verb(&self) -> bool {
        use PrizeCue::{Give, Go, Share, Win};
        matches!(self.what, What::Cue(Win | Go | Give | Share))
    }
}

/// Reads the words `range` of an article.
pub(super) fn items(page: &Page<'_>, range: Range<usize>, cast: &Cast, money: &[(Range<usize>, usize)]) -> Vec<Item> {
    let mut items = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let name = cast.at(at).and_then(|name| Some((name, cast.get(name)?.words.end)));
        let sum = money.binary_search_by_key(&at, |(words, _)| words.start).ok().and_then(|sum| money.get(sum));
        clitics(page, at, &mut items);
        let mut push = |what, end: usize| {
            items.push(Item { what, start: at, end, has_and: false, languages: 0 });
            end
        };
        let next = if let Some((name, end)) = name {
            push(What::Name(name), end)
        } else if let Some((words, sum)) = sum {
            push(What::Money(*sum), words.end)
        } else if page.tells_no_prize(at) && page.shape(at) != Shape::Number {
            if page.is(at, NameClass::And) { push(What::And, at + 1) } else { at + 1 }
        } else if let Some(end) = nothing(page, at) {
            end
        } else if let Some((prize, end)) = prize(page, at) {
            push(What::Prize(prize), end)
        } else if let Some((found, what)) = other(page, at) {
            let (has_and, languages) = (found.reading.has_and, found.meant.languages);
            items.push(Item { what, start: at, end: found.end, has_and, languages });
            found.end
        } else if page.is(at, NameClass::And) {
            push(What::And, at + 1)
        } else if let Some((rank, end)) = ordinal(page, at) {
            push(What::Ordinal(rank), end)
        } else {
            at + 1
        };
        at = next.max(at + 1);
    }
    items
}

/// Words that are written together with the one after them: "and", "to".
fn clitics(page: &Page<'_>, at: usize, items: &mut Vec<Item>) {
    let readings = page.tokens.readings(at);
    let is_to = |c: char| page.names.clitics.iter().any(|clitics| clitics.to.contains(&c));
    let is_known = |reading: &&crate::mention::token::Reading| {
        reading.word.is_some() || reading.bare.is_some() || reading.is_definite
    };
    // A word that means something as it stands, or has the article, begins with no other.
    let is_plain = |found: &Match| found.reading.cut == 0 && !found.reading.is_fused;
    let is_known_whole = page.at(at).iter().any(is_plain) || page.prizes(at).any(is_plain);
    if is_known_whole || readings.first().is_none_or(|first| first.is_definite) {
        return;
    }
    let Some(split) = readings.iter().skip(1).find(is_known) else { return };
    if split.has_and {
        items.push(Item { what: What::And, start: at, end: at, has_and: true, languages: 0 });
    }
    if split.proclitic.is_some_and(is_to) {
        items.push(Item { what: What::Cue(PrizeCue::To), start: at, end: at, has_and: false, languages: 0 });
    }
}

/// The end of a phrase that only looks like a prize.
fn nothing(page: &Page<'_>, at: usize) -> Option<usize> {
    cue(page, at, PrizeCue::Nothing).map(|found| found.end)
}

/// A word of prizes that is no noun of one; the longest, then the first in the order of the cues.
fn other(page: &Page<'_>, at: usize) -> Option<(Match, What)> {
    let what = |found: &Match| match found.meant.sense {
        Sense::Prize(PrizeCue::Champion, rank) => Some(What::Champion(rank.into())),
        Sense::Prize(PrizeCue::Crown, rank) => Some(What::Crown(rank.into())),
        Sense::Prize(PrizeCue::Winner, rank) => Some(What::Winner(rank.into())),
        Sense::Prize(PrizeCue::Ordinal, rank) => Some(What::Ordinal(rank.into())),
        Sense::Prize(PrizeCue::Contest | PrizeCue::Ranking | PrizeCue::Team, _) => None,
        Sense::Prize(cue, _) => Some(What::Cue(cue)),
        _ => None,
    };
    let is_verb = |what: What| {
        use PrizeCue::{Beat, Finish, Give, Go, Lead, Share, Win};
        matches!(what, What::Cue(Win | Go | Give | Share | Finish | Beat | Lead) | What::Champion(_) | What::Crown(_))
    };
    // A verb has neither the article nor a small word that stands before nouns.
    let noun_only = |found: &Match| {
        let within = |c: char| page.names.clitics.iter().any(|own| own.within.contains(&c) || own.to.contains(&c));
        found.is_bare || found.reading.is_definite || found.reading.proclitic.is_some_and(within)
    };
    let found = page.prizes(at).filter_map(|found| Some((*found, what(found)?)));
    found
        .filter(|(found, what)| !is_verb(*what) || !noun_only(found))
        .max_by_key(|(found, what)| (found.end, is_verb(*what), matches!(what, What::Cue(PrizeCue::Win))))
}

/// The prize that a word begins.
fn prize(page: &Page<'_>, at: usize) -> Option<(Prize, usize)> {
    if let Some((found, rank)) = ranked(page, at, PrizeCue::Medal) {
        return Some((Prize { position: Some(rank), ..Prize::default() }, found.end));
    }
    if let Some(found) = cue(page, at, PrizeCue::Mention) {
        return Some((Prize { is_honorary: true, ..Prize::default() }, found.end));
    }
    let stands_after = |found: &Match| found.meant.languages & page.names.ordinal_after != 0;
    if let Some((rank, end)) = ordinal(page, at) {
        // "First overall prize": a word between them at most.
        let noun = (end..=end + 1).take_while(|&at| page.gap(at).is_plain()).find_map(|at| noun(page, at));
        let own = noun.filter(|(found, prize)| !prize.is_final && !stands_after(found));
        return own.map(|(found, prize)| (Prize { position: Some(rank), ..prize }, found.end));
    }
    let honorary_before = cue(page, at, PrizeCue::Honorary).filter(|found| page.gap(found.end).is_plain());
    let start = honorary_before.map_or(at, |found| found.end);
    let (found, mut prize) = noun(page, start)?;
    let mut end = found.end;
    prize.is_honorary = honorary_before.is_some();
    for next in end..=end + MAX_APART {
        if !page.gap(next).is_plain() {
            break;
        }
        if let Some((rank, after)) = ordinal(page, next).filter(|_| stands_after(&found) && !prize.is_final) {
            prize.position = Some(rank);
            end = after;
            break;
        }
        if let Some(found) = cue(page, next, PrizeCue::Honorary) {
            prize.is_honorary = true;
            end = found.end;
            break;
        }
    }
    let is_place = has_cue(page, start, PrizeCue::Place) || prize.is_final;
    let is_prize = has_cue(page, start, PrizeCue::Prize) || has_cue(page, start, PrizeCue::Prizes);
    (prize.position.is_some() || is_prize || prize.is_honorary && !is_place || prize.is_final).then_some((prize, end))
}

/// A noun for a prize.
fn noun(page: &Page<'_>, at: usize) -> Option<(Match, Prize)> {
    use PrizeCue::{Final, Place, Prizes};
    let found = page.prizes(at).filter_map(|found| match found.meant.sense {
        Sense::Prize(cue @ (PrizeCue::Prize | Prizes | Place | Final), _) => Some((*found, cue)),
        _ => None,
    });
    let (found, cue) = found.max_by_key(|(found, cue)| (found.end, matches!(cue, PrizeCue::Prize | Prizes)))?;
    let prize = Prize {
        is_several: cue == Prizes,
        is_doubtful: matches!(cue, Place | Final),
        is_final: cue == Final,
        ..Prize::default()
    };
    Some((found, prize))
}

/// The longest phrase of a cue at a word, and its rank.
fn ranked(page: &Page<'_>, at: usize, wanted: PrizeCue) -> Option<(Match, u32)> {
    let own = page.prizes(at).filter_map(|found| match found.meant.sense {
        Sense::Prize(cue, rank) if cue == wanted => Some((*found, u32::from(rank))),
        _ => None,
    });
    own.max_by_key(|(found, _)| found.end)
}

/// An ordinal in words or digits, and the word after it.
pub(super) fn ordinal(page: &Page<'_>, at: usize) -> Option<(u32, usize)> {
    if page.shape(at) == Shape::Number {
        let rank: u32 = page.tokens.folded(at).parse().ok()?;
        let is_glued = page.gap(at + 1) == Gap::default() || page.gap(at + 1).is_only(Gap::HYPHEN);
        let ends =
            |(languages, ending): &(u32, String)| page.speaks(*languages) && page.tokens.folded(at + 1) == ending;
        let is_ordinal = is_glued && page.names.ordinal_endings.iter().any(ends);
        return (is_ordinal && (1..=MAX_RANK).contains(&rank)).then_some((rank, at + 2));
    }
    let more = ranked(page, at, PrizeCue::Ordinal).map(|(found, rank)| (rank, found.end));
    let found = page.ordinal(at, MAX_RANK).map(|(found, rank)| (rank, found.end));
    found.into_iter().chain(more).max_by_key(|(_, end)| *end)
}
