//! Events within others, beside others, and of a series.

use super::clause::Sentence;
use super::{Plainness, Turn};
use crate::resources::{Cue, NameClass};

impl Sentence<'_, '_, '_> {
    /// "On the sidelines of the forum": the forum is the larger event.
    pub(super) fn read_frames(&mut self) {
        let mut frames = Vec::new();
        for sign in self.signs.iter().filter(|sign| sign.is_cue(Cue::Frame)) {
            let Some(at) = self.next_phrase(sign.words.end) else { continue };
            let Some(phrase) = self.phrases.get(at).filter(|phrase| phrase.words.start <= sign.words.end + 8) else {
                continue;
            };
            let Some(&frame) = self.of_phrase.get(at) else { continue };
            // "During the last edition" tells when something else was: nothing is part of what is over.
            if self.found.get(frame).is_some_and(|happening| happening.turn == Turn::Previous) {
                continue;
            }
            let start = phrase.words.start;
            let others = self
                .phrases
                .iter()
                .zip(&self.of_phrase)
                .map(|(phrase, &of)| (phrase.words.start, of))
                .chain(self.of_act.iter().filter_map(|&(sign, of)| Some((self.signs.get(sign)?.words.start, of))));
            let others: Vec<(usize, usize)> = others.filter(|(_, of)| *of != frame).collect();
            let inner = others
                .iter()
                .filter(|(at, _)| *at < sign.words.start)
                .max_by_key(|(at, _)| *at)
                .or_else(|| others.iter().filter(|(at, _)| *at > start).min_by_key(|(at, _)| *at));
            frames.push((inner.map(|(_, of)| *of), frame));
        }
        for (inner, frame) in frames {
            let inner = inner.unwrap_or_else(|| self.float());
            self.at(inner).into_iter().for_each(|happening| happening.frame = Some(frame));
        }
        // "The summit, and the final of the contest": the same is said of both.
        for at in 1..self.phrases.len() {
            let Some((before, phrase)) = self.phrases.get(at - 1).zip(self.phrases.get(at)) else { continue };
            let joins = self.signs.get(phrase.signs.start).is_some_and(|sign| sign.reading.has_and)
                || self.page().is(phrase.words.start.saturating_sub(1), NameClass::And);
            let is_near =
                phrase.words.start <= before.words.end + 2 && before.kind != phrase.kind && phrase.kind.is_some();
            if let Some(&of) = self.of_phrase.get(at).filter(|_| joins && is_near) {
                self.at(of).into_iter().for_each(|happening| happening.is_beside = true);
            }
        }
    }

    /// "The last of a series of workshops that X organises": what is said of the series is said of the workshop.
    pub(super) fn merge_series(&mut self) {
        for at in 0..self.found.len() {
            let Some(series) = self.found.get(at).and_then(|happening| happening.frame) else { continue };
            let Some(of) = self.found.get(series).filter(|of| of.is_several).cloned() else { continue };
            self.at(series).into_iter().for_each(|series| series.plainness = Plainness::Reference);
            self.at(at).into_iter().for_each(|happening| {
                happening.frame = None;
                happening.organizations.extend(&of.organizations);
            });
        }
    }

    /// Of events side by side the same is said: of where and when, and by whom.
    pub(super) fn share(&mut self) {
        for at in 1..self.found.len() {
            let Some((before, own)) =
                self.found.get(at - 1).cloned().zip(self.found.get(at).filter(|own| own.is_beside).cloned())
            else {
                continue;
            };
            for (at, other) in [(at, &before), (at - 1, &own)] {
                self.at(at).into_iter().for_each(|happening| {
                    if happening.dates.is_empty() {
                        happening.dates.clone_from(&other.dates);
                    }
                    if happening.places.is_empty() {
                        happening.places.clone_from(&other.places);
                    }
                    if happening.organizations.is_empty() {
                        happening.organizations.clone_from(&other.organizations);
                    }
                    if happening.phases.is_empty() {
                        happening.phases.clone_from(&other.phases);
                    }
                    happening.plainness = happening.plainness.max(other.plainness.min(Plainness::Noun));
                    happening.frame = happening.frame.or(other.frame);
                });
            }
        }
    }
}
