//! Which names of a sentence stand where winners do, and which of them "and" joins.

use super::cast::{Kind, has_cue, is_small};
use super::clause::{Clause, MAX_PHRASE};
use super::item::{Item, What};
use super::side::Side;
use crate::mention::reading::Page;
use crate::mention::token::Gap;
use crate::resources::{NameClass, PrizeCue, Sense};

impl Clause<'_, '_> {
    /// The names among items that stand in the place of a winner, with those that "and" adds.
    pub(super) fn pick(&self, from: usize, until: usize, side: Side, all: bool) -> Vec<usize> {
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
    pub(super) fn begins_clause(&self, from: usize, until: usize) -> bool {
        (from..until).any(|at| self.page.is_verb(at) && self.page.is_uncased(at) && self.page.gap(at).has(Gap::COMMA))
    }

    /// The name that is meant by one at a place: a person for the work, a team for where it is from.
    pub(super) fn resolve(&self, at: usize, until: usize) -> (usize, usize) {
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

    pub(super) fn kind(&self, item: &Item) -> Option<Kind> {
        item.name().and_then(|name| self.cast.get(name)).map(|name| name.kind)
    }

    pub(super) fn names_after(&self, at: usize, until: usize) -> Option<usize> {
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

    pub(super) fn is_apposition(&self, from: usize, until: usize) -> bool {
        self.page.gap(from).has(Gap::COMMA) && (from..until).all(|at| is_small(self.page, at))
    }

    /// Whether a name stands after "and", or in a row.
    pub(super) fn is_joined(&self, item: &Item, all: bool) -> bool {
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
    pub(super) fn goes_on(&self, item: &Item) -> bool {
        let after = self.items.iter().skip_while(|other| other.start < item.end);
        after.take_while(|other| !matches!(other.what, What::Prize(_))).any(|other| other.what == What::And)
    }

    /// Whether a name may be that of a winner.
    pub(super) fn can_win(&self, item: &Item, name: usize, side: Side) -> bool {
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
    pub(super) fn follows_for(&self, item: &Item) -> bool {
        let page = self.page;
        let from = item.start.saturating_sub(4).max(self.start);
        let joins = |at: usize| page.gap(at + 1).is_only(Gap::SPACE.and(Gap::QUOTE).and(Gap::HYPHEN));
        (from..item.start).rev().take_while(|&at| joins(at)).any(|at| has_cue(page, at, PrizeCue::For))
    }

    /// Whether the noun before "of" is one for who competes.
    pub(super) fn follows_team(&self, start: usize) -> bool {
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
