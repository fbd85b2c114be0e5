//! Names of the registry in an article.

use rustc_hash::FxHashSet;

use super::{Finder, in_brackets, is_part};
use crate::mention::reading::Match;
use crate::mention::token::{Gap, Shape};
use crate::model::{MentionForm, OrganizationType};
use crate::resources::{Case, NameClass};

/// Most capitals between a name and the noun of its treaty.
const MAX_TREATY: usize = 3;
/// Most words of a known name.
const MAX_WORDS: usize = 24;

impl Finder<'_, '_> {
    /// Finds names of the registry: the longest at each word, strong ones first. Weak ones count for bodies that are named otherwise
    /// too.
    pub(super) fn find_known(&mut self) {
        let mut strong = FxHashSet::default();
        for is_weak in [false, true] {
            let mut at = 0;
            while at < self.page.len() {
                let found = self.page.organization(at, |found, id| {
                    (found.meant.is_weak || self.is_hidden(at, found)) == is_weak
                        && (!is_weak || strong.contains(&id) || self.is_agency(at, found.end, id))
                        && self.is_name(at, found)
                });
                let Some((found, (id, form))) = found else {
                    at += 1;
                    continue;
                };
                let is_place = self.page.place(at).is_some_and(|(place, _)| place.end > found.end);
                let is_free =
                    self.known.get(at).is_some_and(Option::is_none) && !self.is_inside(at, found.end, is_weak);
                if is_free && !is_place {
                    strong.insert(id);
                    self.known.get_mut(at).into_iter().for_each(|entry| *entry = Some((found, id, form)));
                }
                // Inside the name of a part stands the name of its whole.
                let is_part = self.page.names.kind_of(id).is_some_and(is_part);
                at = if is_part && !is_weak { at + 1 } else { found.end };
            }
        }
    }

    /// Whether words stand inside a known name of a body that has no parts, or reach beyond one.
    fn is_inside(&self, at: usize, end: usize, is_weak: bool) -> bool {
        let first = at.saturating_sub(MAX_WORDS);
        (first..at).any(|from| {
            self.known_at(from).is_some_and(|(found, id, _)| {
                let is_part = self.page.names.kind_of(*id).is_some_and(is_part);
                found.end > at && (is_weak || !is_part || found.end < end || !self.is_owner(at, found.end, end))
            })
        })
    }

    /// Whether words at the end of a name follow a small word: the whole that the name is of.
    fn is_owner(&self, at: usize, outer: usize, end: usize) -> bool {
        let page = self.page;
        let has_clitic = page
            .tokens
            .readings(at)
            .iter()
            .any(|reading| reading.proclitic.is_some() && (reading.word.is_some() || reading.bare.is_some()));
        let follows_of = at > 0 && (page.is(at - 1, NameClass::Of) || page.is(at - 1, NameClass::Article));
        outer == end && (has_clitic || follows_of) && end > at + 1
    }

    /// Whether words in brackets name a news agency: "(MAP)".
    fn is_agency(&self, at: usize, end: usize, id: u32) -> bool {
        let is_media = self.page.names.kind_of(id) == Some(OrganizationType::Media);
        is_media && in_brackets(self.page, &(at..end))
    }

    /// Whether words that could be a known name are one here.
    fn is_name(&self, at: usize, found: &Match) -> bool {
        // The name of a treaty is no name of a body.
        if at > 0 && self.page.gap(at).is_plain() && self.is_treaty(at) || self.leads_treaty(found.end) {
            return false;
        }
        // "L'Équipe", but not "l'équipe".
        if self.page.is(at, NameClass::Article)
            && found.end == at + 2
            && !self.page.is_uncased(at)
            && !self.page.is_capital(at + 1)
        {
            return false;
        }
        // "de l'Union européenne" is one; "Union" before a capital may be the head of a longer name.
        !(found.end == at + 1 && self.page.shape(at) == Shape::Lower)
    }

    /// Whether an acronym stands in a line of capitals, where it may be any word: it counts when the page has another name of its body.
    fn is_hidden(&self, at: usize, found: &Match) -> bool {
        let is_short = self.page.token(at).is_some_and(|token| token.span.len() < 4);
        found.meant.case == Case::Acronym && self.page.is_in_capitals(at) && found.end == at + 1 && is_short
    }

    /// Whether the noun before a word, small words aside, is one of a treaty.
    fn is_treaty(&self, at: usize) -> bool {
        let page = self.page;
        let is_small = |at: usize| page.is(at, NameClass::Of) || page.is(at, NameClass::Article);
        let before = (at.saturating_sub(3)..at)
            .rev()
            .take_while(|&before| page.gap(before + 1).is_plain())
            .find(|&before| !is_small(before));
        // "Convention-cadre des Nations unies": the noun may be the first of two.
        let is_pact = |before: usize| {
            page.is(before, NameClass::Pact)
                || before > 0 && page.gap(before) == Gap::HYPHEN && page.is(before - 1, NameClass::Pact)
        };
        before.is_some_and(is_pact)
    }

    /// The known name that begins at a word.
    pub(super) fn known_at(&self, at: usize) -> Option<&(Match, u32, MentionForm)> {
        self.known.get(at).and_then(Option::as_ref)
    }

    /// Whether capitals after a name make it that of a treaty or a day: "United Nations Framework Convention".
    fn leads_treaty(&self, end: usize) -> bool {
        let page = self.page;
        let is_capital = |at: &usize| page.gap(*at).is_plain() && page.is_capital(*at) && !page.is_shouted(*at);
        (end..end + MAX_TREATY).take_while(is_capital).any(|at| page.is(at, NameClass::Pact))
    }
}
