//! When and where: dates and places go to the event that governs them.

use super::act::{LEAD, opens};
use super::clause::Sentence;
use super::noun::Phrase;
use super::reader::Taken;
use super::sign::Says;
use super::{Happening, Plainness, Turn};
use crate::mention::token::Gap;
use crate::model::EventType;
use crate::resources::{Form, Phase};

/// Most words between an event and the year it is of.
const MAX_YEAR: usize = 4;
/// Most words between the name of an event and its place.
const MAX_NEAR: usize = 3;
/// Most words between an event and a town that nobody knows.
const MAX_TOWN: usize = 12;

/// What governs the words that come next: an event, and what was last said of it.
#[derive(Clone, Copy, Debug)]
struct Governor {
    happening: usize,
    phase: Option<Phase>,
}

impl Sentence<'_, '_, '_> {
    /// Goes through the sentence and gives dates and places to what governs them.
    pub(super) fn walk(&mut self) {
        let mut governor: Option<Governor> = None;
        let mut pending: Vec<usize> = Vec::new();
        let mut waiting: Vec<(usize, bool)> = Vec::new();
        // Dates of what was said, which are those of what was announced.
        let mut spoken: Vec<usize> = Vec::new();
        let mut is_spoken = false;
        // Where what governs began to.
        let mut since = self.words.start;
        for word in self.words.clone() {
            if let Some(new) = self.governs(word) {
                governor = Some(new);
                since = word;
                is_spoken = false;
                if self.is_announced(word) {
                    pending.append(&mut spoken);
                }
                for date in pending.drain(..) {
                    self.date(new, date);
                }
                for place in waiting.drain(..) {
                    self.at(new.happening).into_iter().for_each(|happening| happening.places.push(place));
                }
            } else if self.signs.iter().any(|sign| sign.words.start == word && matches!(sign.says, Says::Does(_))) {
                is_spoken = true;
            }
            if let Some(date) =
                self.reader.dates.get(word).copied().flatten().filter(|_| !self.reader.is(word, Taken::Filed))
            {
                match governor {
                    Some(governor) if !is_spoken => self.date(governor, date),
                    None if !is_spoken => pending.push(date),
                    _ => spoken.push(date),
                }
            }
            if let Some(place) = self.reader.is_location(word).map(|place| (place, self.is_beside_body(word))) {
                let is_next =
                    |happening: &&mut Happening| happening.turn != Turn::This && happening.plainness == Plainness::Bare;
                let next = governor.and_then(|governor| self.at(governor.happening)).filter(is_next);
                next.into_iter().for_each(|happening| happening.plainness = Plainness::Noun);
                match governor {
                    Some(governor) => {
                        let is_content =
                            self.is_content(governor.happening, word) || self.is_loose(governor.happening, word);
                        self.at(governor.happening)
                            .into_iter()
                            .for_each(|happening| happening.places.push((place.0, place.1 || is_content)));
                    }
                    None => waiting.push(place),
                }
            } else if let Some((governor, town)) = governor.zip(self.reader.town(word)) {
                let is_far = word > since + MAX_TOWN || self.is_signed(governor.happening);
                let is_loose =
                    is_far || self.is_content(governor.happening, word) || self.is_loose(governor.happening, word);
                let happening = self.at(governor.happening).filter(|_| !is_loose);
                happening.into_iter().for_each(|happening| happening.town = happening.town.or(Some(town)));
            }
        }
        let is_title = self.reader.is_title(&self.words);
        if !waiting.is_empty() && (is_title || self.reader.number < self.reader.first + LEAD) {
            let of = self.float();
            let waiting = waiting.into_iter().map(|(place, is_weak)| (place, is_weak || !is_title));
            self.at(of).into_iter().for_each(|happening| happening.places.extend(waiting.clone()));
        }
    }

    /// Whether a place stands right behind a body, and may be where that is: "the ministry of culture in Rabat".
    fn is_beside_body(&self, word: usize) -> bool {
        let page = self.page();
        let is_event = |at: usize| self.phrases.iter().any(|phrase| phrase.words.contains(&at));
        (1..=4)
            .take_while(|back| word >= *back && page.gap(word + 1 - back).is_plain())
            .map(|back| word - back)
            .take_while(|at| !self.signs.iter().any(|sign| sign.is_verb() && sign.words.contains(at)))
            .any(|at| {
                matches!(self.reader.taken.get(at), Some(Taken::Body | Taken::Role))
                    || page.head(at).is_some() && !is_event(at)
            })
    }

    /// Whether nothing is said of an event that a place could belong to: it is only mentioned.
    fn is_loose(&self, happening: usize, word: usize) -> bool {
        let Some(own) = self.found.get(happening) else { return true };
        let is_said = own.phases.iter().any(|(phase, form)| {
            !matches!(phase, Phase::Aim | Phase::Announce | Phase::Attend | Phase::Fund) && *form != Form::Noun
        });
        let ends = self.phrases.iter().zip(&self.of_phrase).filter(|(_, of)| **of == happening);
        let is_near = ends.map(|(phrase, _)| phrase.words.end).any(|end| (end..=end + MAX_NEAR).contains(&word));
        let is_lead = own.is_title || self.reader.number <= self.reader.first;
        !(is_said || is_near || is_lead || own.turn != Turn::This)
    }

    /// Whether an event is about a thing, which may be for anywhere.
    fn is_signed(&self, happening: usize) -> bool {
        let kind = self.found.get(happening).and_then(|happening| happening.kind);
        matches!(
            kind,
            Some(EventType::AgreementSigning | EventType::Agreement | EventType::Launch | EventType::Publication)
        )
    }

    /// Whether a place after a thing that is signed or launched is what that is about: "a loan for a road in X".
    fn is_content(&self, happening: usize, word: usize) -> bool {
        let kind = self.found.get(happening).and_then(|happening| happening.kind);
        if matches!(kind, Some(EventType::Agreement | EventType::Statement)) {
            return true;
        }
        let is_thing = self.is_signed(happening);
        let own = self.phrases.iter().zip(&self.of_phrase).find(|(_, of)| **of == happening).map(|(phrase, _)| phrase);
        let act = self.of_act.iter().find(|(_, of)| *of == happening).and_then(|(sign, _)| self.signs.get(*sign));
        let end = own
            .map(|phrase| phrase.noun.end)
            .or_else(|| act.filter(|act| matches!(act.says, Says::Act(_, Form::Noun))).map(|act| act.words.end));
        let is_known = own.is_some_and(|phrase| phrase.is_definite && phrase.words.end <= phrase.noun.end + 1);
        let page = self.page();
        is_thing
            && !is_known
            && end.is_some_and(|end| word > end && (end..=word).all(|at| !page.gap(at).has(Gap::COMMA)))
    }

    /// What a word begins to speak of.
    fn governs(&mut self, word: usize) -> Option<Governor> {
        let begins = |phrase: &Phrase| phrase.noun.start == word && !self.is_in_theme(phrase);
        if let Some(at) = self.phrases.iter().position(begins) {
            let happening = *self.of_phrase.get(at)?;
            let phases = &self.found.get(happening)?.phases;
            let phase =
                phases.iter().map(|(phase, _)| *phase).find(|phase| matches!(phase, Phase::Open | Phase::Close));
            return Some(Governor { happening, phase });
        }
        let sign = self
            .signs
            .iter()
            .position(|sign| sign.words.start == word && matches!(sign.says, Says::Phase(..) | Says::Act(..)))?;
        let own = self.signs.get(sign)?.clone();
        match own.says {
            Says::Phase(phase, _) if !matches!(phase, Phase::Aim | Phase::Announce) => {
                let happening = self.subject(&own, phase).or(self.floating)?;
                Some(Governor { happening, phase: Some(phase) })
            }
            Says::Act(kind, _) => {
                let happening = self.of_act.iter().find(|(at, _)| *at == sign).map(|(_, of)| *of)?;
                let is_opened = opens(kind) && self.found.get(happening)?.kind != Some(kind);
                Some(Governor { happening, phase: is_opened.then_some(Phase::Open) })
            }
            _ => None,
        }
    }

    /// Whether a noun made of a verb stands at a word: "the launch of".
    fn is_announced(&self, word: usize) -> bool {
        self.signs.iter().any(|sign| sign.words.start == word && matches!(sign.says, Says::Act(_, Form::Noun)))
    }

    /// A year alone is of an event only when it stands right behind it.
    fn is_far(&self, governor: Governor, date: usize) -> bool {
        let (Some(&span), true) = (self.reader.scene.dates.get(date), self.reader.scene.years.contains(&date)) else {
            return false;
        };
        let word = self.reader.word(span);
        let ends = self
            .phrases
            .iter()
            .zip(&self.of_phrase)
            .filter(|(_, of)| **of == governor.happening)
            .map(|(phrase, _)| phrase.words.end);
        let acts = self
            .of_act
            .iter()
            .filter(|(_, of)| *of == governor.happening)
            .filter_map(|(sign, _)| Some(self.signs.get(*sign)?.words.end));
        !ends.chain(acts).any(|end| (end..=end + MAX_YEAR).contains(&word))
    }

    fn date(&mut self, governor: Governor, date: usize) {
        if self.is_far(governor, date) {
            return;
        }
        if let Some(happening) = self.at(governor.happening) {
            happening.dates.push((date, governor.phase));
            if happening.plainness == Plainness::Bare && !happening.is_thing {
                happening.plainness = Plainness::Noun;
            }
        }
    }
}
