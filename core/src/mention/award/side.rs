//! On which side of a prize its winners stand: before its verb, after it, or where the prize before had them.

use super::cast::{Kind, has_cue};
use super::clause::{Clause, MAX_LEFT_OUT, MAX_PHRASE};
use super::item::{Item, Prize, What};
use crate::mention::token::Gap;
use crate::resources::{NameClass, PrizeCue};

/// Most words between a verb and what denies it.
const MAX_DENIAL: usize = 3;
/// Most words between a prize or its verb and who won it.
const MAX_REACH: usize = 14;

/// Where the winners stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    After,
}

impl Clause<'_, '_> {
    /// The verb after a prize, unless it is that of the next one.
    pub(super) fn verb_after(&self, at: usize, next: usize) -> Option<usize> {
        let is_verb = |at: &usize| self.items.get(*at).is_some_and(Item::is_verb);
        let verb = (at + 1..next).find(is_verb)?;
        // "… second place, while X took third place": a verb of winning goes with what follows it.
        let is_win = self.items.get(verb).is_some_and(|verb| verb.is(PrizeCue::Win));
        let is_next = is_win && next < self.items.len() && !(next + 1..self.items.len()).any(|at| is_verb(&at));
        Some(verb).filter(|_| !is_next)
    }

    /// The item at which the clause of the next prize begins.
    pub(super) fn limit(&self, at: usize, next: usize) -> usize {
        let verb = (at + 1..next).rev().find(|&verb| self.items.get(verb).is_some_and(Item::is_verb));
        let Some(verb) = verb.filter(|_| next < self.items.len()) else { return next };
        if self.is_verb_first(verb) {
            return verb;
        }
        let name = (at + 1..verb).rev().find(|&name| self.items.get(name).is_some_and(|item| item.name().is_some()));
        name.unwrap_or(verb)
    }

    /// Whether a list of winners stands after a prize: "first prize: X".
    pub(super) fn is_list(&self, item: &Item, at: usize, next: usize) -> bool {
        let end = self.items.get(next).map_or(self.end, |next| next.start);
        let name = self.items.get(at + 1..next).unwrap_or_default().iter().find(|item| item.name().is_some());
        let until = name.map_or(end, |name| name.start);
        name.is_some()
            && (item.end..=until).any(|at| self.has_colon(at))
            && !(item.end..until).any(|at| self.page.gap(at).has(Gap::STOP))
    }

    /// Whether a colon, which is no semicolon, stands before a word.
    pub(super) fn has_colon(&self, at: usize) -> bool {
        let tokens = &self.page.tokens;
        let before = at.checked_sub(1).and_then(|before| tokens.get(before)).zip(tokens.get(at));
        let between = before.and_then(|(before, token)| tokens.text.get(before.span.end..token.span.start));
        self.page.gap(at).has(Gap::COLON) && between.is_some_and(|between| between.contains([':', '：']))
    }

    /// Whether the verb of a prize is denied, or in the future.
    pub(super) fn is_denied(&self, verb: Option<usize>, at: usize) -> bool {
        let Some(verb) = verb.and_then(|verb| self.items.get(verb)).or_else(|| self.items.get(at)) else {
            return false;
        };
        let from = verb.start.saturating_sub(MAX_DENIAL).max(self.start);
        let joins = (from..verb.start).rev().take_while(|&at| self.page.gap(at + 1).is_plain());
        joins.into_iter().any(|at| has_cue(self.page, at, PrizeCue::Not))
    }

    /// Whether a relative pronoun stands right before a verb.
    pub(super) fn follows_who(&self, verb: usize) -> bool {
        let from = verb.saturating_sub(2).max(self.start);
        (from..verb).any(|at| has_cue(self.page, at, PrizeCue::Who))
    }

    /// Whether the first winner stands near the prize or its verb; near a prize without a rank, in the same clause.
    pub(super) fn is_near(&self, item: &Item, verb: Option<usize>, used: &[usize], prize: &Prize) -> bool {
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
    pub(super) fn is_loose(&self, item: &Item, has_author: bool) -> bool {
        let start = self.phrase_start(item.start, self.start);
        let says_so = (start..item.start)
            .any(|at| has_cue(self.page, at, PrizeCue::Work) || has_cue(self.page, at, PrizeCue::Project));
        self.kind(item) == Some(Kind::Title) && !has_author && !says_so
    }

    /// Winners beside a prize that has a verb before it.
    pub(super) fn with_verb(
        &self,
        lo: usize,
        verb: usize,
        at: usize,
        end: usize,
        all: bool,
    ) -> Option<(Side, Vec<usize>)> {
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

    /// Winners after a verb that the prize stands before: "went to X", "was won by X", "was awarded by Y to X".
    pub(super) fn after_verb(&self, verb: usize, end: usize, all: bool) -> Option<(Side, Vec<usize>)> {
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

    /// The names after the first "to" that stands before one.
    pub(super) fn pick_to(&self, from: usize, end: usize, all: bool) -> Option<Vec<usize>> {
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
    pub(super) fn is_verb_first(&self, verb: usize) -> bool {
        self.items.get(verb).is_some_and(|verb| verb.languages & self.page.names.verb_first != 0)
    }

    /// Winners before a verb or after a prize, as sentences of the language begin.
    pub(super) fn around(
        &self,
        lo: usize,
        verb: usize,
        at: usize,
        end: usize,
        all: bool,
    ) -> Option<(Side, Vec<usize>)> {
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
    pub(super) fn has_subject(&self, verb: usize, at: usize) -> bool {
        let words = self.items.get(verb).zip(self.items.get(at)).map_or(0..0, |(verb, prize)| verb.end..prize.start);
        words.into_iter().any(|at| {
            !self.page.is(at, NameClass::Stop) && (self.page.is_definite(at) || self.page.place(at).is_some())
        })
    }

    /// Winners beside a prize without a verb.
    pub(super) fn without_verb(
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

    /// Where the next prize is, when finals are none: "beat in the final".
    pub(super) fn after_finals(&self, at: usize, next: usize) -> usize {
        let is_final = |at: &usize| {
            self.items.get(*at).is_some_and(|item| matches!(item.what, What::Prize(prize) if prize.is_final))
        };
        if next == at && is_final(&next) { next + 2 } else { next }.min(self.items.len())
    }
}
