//! Verbs: events by themselves, and what they say of others.

use super::Plainness;
use super::clause::Sentence;
use super::sign::{Says, Sign};
use crate::model::{EventType, ParticipantRole};
use crate::resources::{Cue, Form, Phase};

/// Sentences of an article in which a verb alone may tell of an event.
pub(super) const LEAD: usize = 3;

impl Sentence<'_, '_, '_> {
    /// Verbs that are events by themselves: of the noun they have, else on their own.
    pub(super) fn read_acts(&mut self) {
        for index in 0..self.signs.len() {
            let Some(sign) = self.signs.get(index) else { continue };
            let Says::Act(kind, form) = sign.says else { continue };
            let (start, end) = (sign.words.start, sign.words.end);
            let trigger = self.page().span(start, end, &sign.reading);
            let fits = |at: &usize| {
                let Some(phrase) = self.phrases.get(*at) else { return false };
                let is_near = !self.is_spoken_between(end, phrase.noun.start);
                let is_event = phrase.kind.is_some_and(|kind| kind != EventType::Statement) && !phrase.is_thing();
                opens(kind) && is_event && is_near || takes(kind, phrase.kind)
            };
            let back = || self.last_phrase(start).filter(fits);
            let object = match form {
                Form::Passive => back().or_else(|| self.next_phrase(end).filter(fits)),
                _ => self.next_phrase(end).filter(fits).or_else(|| back().filter(|_| self.looks_back(sign))),
            };
            if let Some(object) = object.and_then(|at| self.of_phrase.get(at)).copied() {
                let is_thing = self.found.get(object).is_some_and(|happening| happening.is_thing);
                let happening = self.at(object);
                happening.into_iter().for_each(|happening| {
                    if opens(kind) && !is_thing {
                        happening.phases.push((Phase::Open, form));
                        happening.plainness = happening.plainness.max(Plainness::Noun);
                    } else {
                        happening.kind = Some(if takes_over(kind) { kind } else { happening.kind.unwrap_or(kind) });
                        happening.phases.push((Phase::TakePlace, form));
                        happening.plainness = happening.plainness.max(Plainness::Act);
                        if takes_over(kind) {
                            happening.trigger = trigger;
                        }
                    }
                });
                self.of_act.push((index, object));
                continue;
            }
            if kind == EventType::AgreementSigning || kind == EventType::Agreement {
                continue;
            }
            let mut happening = self.blank(trigger);
            let is_lead = happening.is_title || self.reader.number < self.reader.first + LEAD;
            happening.kind = Some(kind);
            happening.is_definite = false;
            happening.phases.push((Phase::TakePlace, form));
            happening.plainness = if needs_object(kind) { Plainness::Said } else { Plainness::Act };
            if kind == EventType::Accession && form == Form::Noun && !self.lists().after(end).is_empty() {
                happening.plainness = Plainness::Act;
            }
            if kind == EventType::Visit
                && form != Form::Noun
                && self.doers(sign).is_empty()
                && !self.signs.iter().any(|sign| sign.is_cue(Cue::Delegation))
            {
                happening.plainness = Plainness::Reference;
            }
            if kind == EventType::Meeting {
                let is_side = |sign: &&Sign| sign.is_cue(Cue::Delegation);
                let sides = self.lists().after(end).len()
                    + self.lists().before(start).len()
                    + self.signs.iter().filter(is_side).count();
                happening.plainness = match form {
                    Form::Noun => Plainness::Bare,
                    _ if sides >= 2 && is_lead => Plainness::Act,
                    _ => Plainness::Reference,
                };
            }
            if !is_lead {
                continue;
            }
            self.of_act.push((index, self.found.len()));
            self.found.push(happening);
        }
    }

    /// "Celebrated the opening of": the opening is what happens, and what is said of the verb is said of it.
    pub(super) fn merge_acts(&mut self) {
        for at in 1..self.of_act.len() {
            let pair = self.of_act.get(at - 1).copied().zip(self.of_act.get(at).copied());
            let Some(((verb, weak), (noun, strong))) = pair else { continue };
            let says = |sign: usize| self.signs.get(sign).map(|sign| sign.says);
            let is_noun = matches!(says(noun), Some(Says::Act(_, Form::Noun)));
            let is_weak = matches!(says(verb), Some(Says::Act(kind, form)) if needs_object(kind) && form != Form::Noun);
            let has_noun = self.found.get(weak).is_none_or(|happening| happening.name.is_some());
            if !is_noun || !is_weak || weak == strong || has_noun {
                continue;
            }
            let phases = self.found.get(weak).map(|happening| happening.phases.clone()).unwrap_or_default();
            self.at(strong).into_iter().for_each(|happening| happening.phases.extend(&phases));
            self.at(weak).into_iter().for_each(|happening| {
                happening.kind = None;
                happening.plainness = Plainness::Reference;
                happening.phases.clear();
            });
            self.of_act.get_mut(at - 1).into_iter().for_each(|act| act.1 = strong);
        }
    }

    /// The happening that a verb speaks of.
    pub(super) fn subject(&self, sign: &Sign, phase: Phase) -> Option<usize> {
        let next = || self.next_phrase(sign.words.end);
        let last = || self.last_phrase(sign.words.start);
        let is_active =
            matches!(phase, Phase::Make | Phase::Fund | Phase::Hold | Phase::Host | Phase::Attend | Phase::Announce);
        let is_first = self.page().is_verb_first(sign.words.start);
        let is_noun = matches!(sign.says, Says::Phase(_, Form::Noun));
        let from = self
            .last_phrase(sign.words.start)
            .and_then(|at| self.phrases.get(at))
            .map_or(self.words.start, |phrase| phrase.noun.start);
        let act = self.of_act.iter().rfind(|(act, _)| {
            let act = self.signs.get(*act);
            act.is_some_and(|act| {
                act.words.start >= from
                    && act.words.end <= sign.words.start
                    && matches!(act.says, Says::Act(_, Form::Noun))
            })
        });
        if let Some(&(_, act)) = act.filter(|_| !is_noun && next().is_none()) {
            return Some(act);
        }
        let after = || self.phrases.iter().position(|phrase| phrase.noun.start >= sign.words.end);
        let phrase = match () {
            () if phase == Phase::Announce => after(),
            () if phase == Phase::Fund && !self.looks_back(sign) => None,
            () if self.looks_back(sign) => last().or_else(next),
            () if is_active || is_first || is_noun => next().or_else(last),
            () => last().or_else(next),
        };
        phrase.and_then(|at| self.of_phrase.get(at)).copied()
    }

    pub(super) fn read_phases(&mut self) {
        for index in 0..self.signs.len() {
            let Some(sign) = self.signs.get(index).cloned() else { continue };
            let Says::Phase(phase, form) = sign.says else { continue };
            let subject = self.subject(&sign, phase).or_else(|| {
                (form != Form::Noun && !matches!(phase, Phase::Aim | Phase::Announce)).then(|| self.float())
            });
            let Some(happening) = subject.and_then(|at| self.at(at)) else { continue };
            // "For holding a conference": to come, unless the noun stands alone.
            let form = if form == Form::Noun && sign.reading.proclitic.is_some() { Form::Future } else { form };
            happening.phases.push((phase, form));
            // "Organising workshops": events in general.
            if happening.is_several && form == Form::Noun {
                continue;
            }
            if !matches!(phase, Phase::Aim | Phase::Announce)
                && happening.plainness == Plainness::Bare
                && !happening.is_thing
            {
                happening.plainness = Plainness::Noun;
            }
        }
    }

    /// The phrase that begins next after a word, with no verb or pronoun between, and the one before.
    pub(super) fn next_phrase(&self, word: usize) -> Option<usize> {
        let (at, phrase) = self.phrases.iter().enumerate().find(|(_, phrase)| phrase.noun.start >= word)?;
        let is_between = |sign: &&Sign| sign.words.start >= word && sign.words.end <= phrase.words.start;
        let is_barred = self.signs.iter().filter(is_between).any(|sign| {
            sign.is_cue(Cue::Relative)
                || matches!(sign.says, Says::Act(_, form) | Says::Phase(_, form) if form != Form::Noun)
        });
        (!is_barred).then_some(at)
    }

    /// Whether a verb of speech stands between two words.
    fn is_spoken_between(&self, from: usize, until: usize) -> bool {
        let is_between = |sign: &&Sign| sign.words.start >= from && sign.words.end <= until;
        self.signs.iter().filter(is_between).any(|sign| matches!(sign.says, Says::Does(ParticipantRole::Speaker)))
    }

    fn last_phrase(&self, word: usize) -> Option<usize> {
        self.phrases.iter().rposition(|phrase| phrase.noun.end <= word)
    }

    /// Whether a verb speaks of what stands before it: "which it organises".
    fn looks_back(&self, sign: &Sign) -> bool {
        let from = self
            .last_phrase(sign.words.start)
            .and_then(|at| self.phrases.get(at))
            .map_or(self.words.start, |phrase| phrase.noun.end);
        let is_pronoun = |other: &Sign| {
            other.is_cue(Cue::Relative) && other.words.start >= from && other.words.end <= sign.words.start
        };
        self.signs.iter().any(is_pronoun)
    }
}

/// Whether a verb for an event of this kind says of another that it begins.
pub(super) const fn opens(kind: EventType) -> bool {
    matches!(kind, EventType::Launch | EventType::Inauguration)
}

/// Whether a verb says too little alone.
const fn needs_object(kind: EventType) -> bool {
    matches!(
        kind,
        EventType::Statement
            | EventType::Vote
            | EventType::Publication
            | EventType::AwardCeremony
            | EventType::Competition
            | EventType::Celebration
            | EventType::Accession
    )
}

/// Whether an event with its noun is called after the verb: signing an agreement.
const fn takes_over(kind: EventType) -> bool {
    matches!(kind, EventType::AgreementSigning | EventType::Publication)
}

/// Whether a noun is what a verb for an event of a kind is about.
fn takes(kind: EventType, noun: Option<EventType>) -> bool {
    let Some(noun) = noun else { return false };
    match kind {
        EventType::AgreementSigning | EventType::Agreement => noun == EventType::Agreement,
        EventType::Celebration => matches!(noun, EventType::Celebration | EventType::Observance),
        EventType::Launch | EventType::Inauguration => noun == EventType::Publication,
        EventType::Competition => matches!(noun, EventType::Competition | EventType::AwardCeremony),
        EventType::Vote => matches!(noun, EventType::Vote),
        kind => kind == noun,
    }
}
