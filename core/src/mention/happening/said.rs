//! What an event is about, what came of it, and how many took part.

use std::collections::BTreeSet;

use super::clause::Sentence;
use super::noun::Phrase;
use super::reader::Taken;
use super::sign::Says;
use crate::mention::token::Gap;
use crate::model::{Comparator, ParticipantRole};
use crate::resources::{Cue, NameClass, Phase, Relation};
use crate::text::Span;

/// Most words of a theme and of an outcome.
const MAX_THEME: usize = 22;
const MAX_OUTCOME: usize = 60;

impl Sentence<'_, '_, '_> {
    /// "Under the theme …", and what stands right after the noun: "on …".
    pub(super) fn read_themes(&mut self) {
        for index in 0..self.signs.len() {
            let Some(sign) = self.signs.get(index).cloned() else { continue };
            let of = match sign.says {
                Says::Cue(Cue::Theme) => self.governor(sign.words.start),
                Says::Cue(Cue::About) => {
                    let is_new = |phrase: &Phrase| !(phrase.is_definite && phrase.words.end <= phrase.noun.end + 1);
                    let at =
                        self.phrases.iter().position(|phrase| phrase.words.end == sign.words.start && is_new(phrase));
                    at.and_then(|at| self.of_phrase.get(at))
                        .copied()
                        .filter(|_| self.reader.dates.get(sign.words.end).is_none_or(Option::is_none))
                }
                _ => continue,
            };
            let theme = self.phrase_after(sign.words.end);
            let Some(theme) = theme else { continue };
            let of = match of {
                Some(of) => of,
                None if sign.is_cue(Cue::Theme) => self.float(),
                None => continue,
            };
            let happening = self.at(of);
            happening.into_iter().for_each(|happening| happening.theme = happening.theme.or(Some(theme)));
        }
    }

    /// The quotation after a word, else the words up to what comes next.
    fn phrase_after(&self, from: usize) -> Option<Span> {
        let page = self.page();
        let until = |end: usize| (end > from).then(|| page.span(from, end, &Default::default()));
        if page.gap(from).has(Gap::QUOTE) {
            let end = (from + 1..=self.words.end.min(from + MAX_THEME)).find(|&at| page.gap(at).has(Gap::QUOTE));
            return until(end?);
        }
        let is_stop = |at: usize| {
            let gap = page.gap(at);
            gap.has(Gap::COMMA.and(Gap::OPEN).and(Gap::STOP).and(Gap::COLON)) && at > from
                || self.reader.is(at, Taken::Date)
                || self.reader.is_location(at).is_some()
                || self.signs.iter().any(|sign| sign.words.start == at && sign.ends_list() && !sign.is_noun())
        };
        let end = (from..self.words.end.min(from + MAX_THEME))
            .find(|&at| is_stop(at))
            .unwrap_or(self.words.end.min(from + MAX_THEME));
        let is_small = |at: usize| {
            page.is(at, NameClass::Stop)
                || page.is(at, NameClass::Article)
                || page.is(at, NameClass::Of)
                || page.is(at, NameClass::In)
                || page.is(at, NameClass::And)
        };
        let end = (from..end).rev().find(|&at| !is_small(at)).map_or(from, |at| at + 1);
        until(end)
    }

    /// A room or site where something happens: from the small word before it to what comes next.
    pub(super) fn venue(&self, from: usize) -> Option<Span> {
        let page = self.page();
        let end = (from + 1..self.words.end.min(from + 12)).find(|&at| {
            page.gap(at).has(Gap::COMMA.and(Gap::STOP).and(Gap::COLON))
                || self.reader.is(at, Taken::Date)
                || self.signs.iter().any(|sign| sign.words.start == at && sign.ends_list())
        });
        let end = end.unwrap_or(self.words.end.min(from + 12));
        let reading =
            self.signs.iter().find(|sign| sign.words.start == from).map(|sign| sign.reading).unwrap_or_default();
        (end > from).then(|| page.span(from, end, &reading))
    }

    /// Countries that take part, numbers, what came of it, how one takes part, whether it is planned.
    pub(super) fn read_rest(&mut self) {
        let page = self.page();
        let has_people = self.signs.iter().find(|sign| {
            matches!(
                sign.says,
                Says::Cue(Cue::Delegation)
                    | Says::Relation(Relation::Attendee)
                    | Says::Phase(Phase::Attend, _)
                    | Says::Does(ParticipantRole::Attendee)
            )
        });
        if let Some(start) = has_people.map(|sign| sign.words.start) {
            let countries: Vec<usize> = (start..self.words.end)
                .filter(|&word| {
                    matches!(self.reader.taken.get(word), Some(Taken::Free)) && self.reader.is_location(word).is_none()
                })
                .filter_map(|word| self.reader.places.get(word).copied().flatten())
                .collect();
            if countries.len() > 1 {
                let of = self.governor(start).unwrap_or_else(|| self.float());
                let miscount = self.miscount(&countries);
                self.at(of).into_iter().for_each(|happening| {
                    happening.countries.extend(&countries);
                    happening.miscount = miscount;
                });
            }
        }
        let span = page.span(self.words.start, self.words.end, &Default::default());
        let from = self.reader.scene.quantities.partition_point(|quantity| quantity.span.start < span.start);
        let until = self.reader.scene.quantities.partition_point(|quantity| quantity.span.start < span.end);
        for at in from..until {
            let word = self.reader.scene.quantities.get(at).map_or(0, |quantity| self.reader.word(quantity.span));
            let of = self.governor(word).unwrap_or_else(|| self.float());
            self.at(of).into_iter().for_each(|happening| happening.quantities.push(at));
        }
        for index in 0..self.signs.len() {
            let Some(sign) = self.signs.get(index).cloned() else { continue };
            match sign.says {
                Says::Cue(Cue::Outcome) if !sign.is_bare => {
                    let outcome =
                        page.span(sign.words.start, self.words.end.min(sign.words.start + MAX_OUTCOME), &sign.reading);
                    let of = self.float();
                    self.at(of)
                        .into_iter()
                        .for_each(|happening| happening.outcome = happening.outcome.or(Some(outcome)));
                }
                Says::Cue(cue @ (Cue::Online | Cue::Onsite | Cue::Mixed)) => {
                    let of = self.governor(sign.words.start);
                    let Some(happening) = of.and_then(|of| self.at(of)) else { continue };
                    happening.mode.is_online |= cue != Cue::Onsite;
                    happening.mode.is_onsite |= cue != Cue::Online;
                }
                Says::Cue(Cue::Planned) => {
                    let of = self
                        .next_phrase(sign.words.end)
                        .and_then(|at| self.of_phrase.get(at))
                        .copied()
                        .or_else(|| self.governor(sign.words.start));
                    of.and_then(|of| self.at(of)).into_iter().for_each(|happening| happening.is_planned = true);
                }
                _ => {}
            }
        }
    }

    /// A number of countries before their list that says another one; "among them" names some of them only.
    fn miscount(&self, countries: &[usize]) -> Option<(usize, usize)> {
        let names = self.reader.scene;
        let first = names.places.get(*countries.first()?)?.span;
        let sign =
            self.signs.iter().rfind(|sign| sign.is_cue(Cue::Countries) && self.reader.word(first) >= sign.words.end)?;
        let word = self.page().token(sign.words.start)?.span;
        let at = names.quantities.iter().position(|quantity| quantity.span.contains(word))?;
        let quantity =
            names.quantities.get(at)?.quantity.as_ref().filter(|quantity| quantity.comparator == Comparator::Eq)?;
        let named = countries
            .iter()
            .filter_map(|place| names.places.get(*place)?.places.first())
            .collect::<BTreeSet<_>>()
            .len();
        let is_some = self.signs.iter().any(|sign| sign.is_cue(Cue::Among));
        let counted = quantity.value?;
        let is_wrong = if is_some { named as f64 > counted } else { (named as f64 - counted).abs() > f64::EPSILON };
        is_wrong.then_some((at, named))
    }
}
