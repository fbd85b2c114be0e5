//! The words of a sentence that speak of events: nouns, verbs, cues, each with its place.

use std::ops::Range;

use crate::mention::reading::{Match, Page};
use crate::mention::token::Reading;
use crate::model::{EventType, ParticipantRole};
use crate::resources::{Cue, Form, Number, Phase, Relation, Sense};

/// What a phrase says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    Noun(EventType, Number),
    Act(EventType, Form),
    Phase(Phase, Form),
    Relation(Relation),
    Does(ParticipantRole),
    DoneBy(ParticipantRole),
    Cue(Cue),
}

/// A phrase of a sentence that speaks of events.
#[derive(Clone, Debug)]
pub(super) struct Sign {
    pub(super) words: Range<usize>,
    pub(super) says: Says,
    pub(super) reading: Reading,
    /// Whether it was read without the article that it has.
    pub(super) is_bare: bool,
}

/// The signs of a sentence, in order: of those that overlap the longest; a phrase may say several things.
pub(super) fn signs(page: &Page<'_>, sentence: &Range<usize>, is_taken: impl Fn(usize) -> bool) -> Vec<Sign> {
    let mut signs = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        if is_taken(at) {
            at += 1;
            continue;
        }
        let own =
            || page.at(at).iter().filter(|found| found.end <= sentence.end).filter_map(|found| says(page, at, found));
        let Some(end) = own().map(|sign| sign.words.end).max() else {
            at += 1;
            continue;
        };
        let has_noun = own().any(|sign| sign.is_noun() && sign.words.end == end);
        let after_actor = at > sentence.start && is_taken(at - 1) && page.gap(at).is_plain();
        for sign in own().filter(|sign| sign.words.end == end) {
            // A word that is a noun and a verb: a verb right after who does it, else a noun.
            if has_noun && !page.is_uncased(at) && (sign.is_noun() == after_actor) && (sign.is_noun() || sign.is_verb())
            {
                continue;
            }
            if !signs
                .iter()
                .rev()
                .take_while(|known: &&Sign| known.words.start == at)
                .any(|known| known.says == sign.says)
            {
                signs.push(sign);
            }
        }
        at = end;
    }
    signs
}

fn says(page: &Page<'_>, at: usize, found: &Match) -> Option<Sign> {
    let says = match found.meant.sense {
        Sense::Event(kind, number) => Says::Noun(kind, number),
        Sense::Act(kind, form) => Says::Act(kind, form),
        Sense::Phase(phase, form) => Says::Phase(phase, form),
        Sense::Relation(relation) => Says::Relation(relation),
        Sense::Does(role) => Says::Does(role),
        Sense::DoneBy(role) => Says::DoneBy(role),
        Sense::Cue(cue) => Says::Cue(cue),
        _ => return None,
    };
    // A verb has no letter before it but "and"; the nouns made of verbs have: "for holding".
    let is_finite = match says {
        Says::Act(_, form) | Says::Phase(_, form) => form != Form::Noun && form != Form::Passive,
        Says::Does(_) => true,
        _ => false,
    };
    if says == Says::Cue(Cue::Edition) && page.is_uncased(at) {
        let written = page.token(at).map_or("", |token| token.span.slice(page.tokens.text));
        if !page.names.editions.iter().any(|edition| written.ends_with(edition.as_str())) {
            return None;
        }
    }
    // "For opening": what is wanted, not what happens.
    let to = |c: char| page.names.clitics.iter().any(|clitics| clitics.to.contains(&c));
    if matches!(says, Says::Act(_, Form::Noun)) && found.reading.proclitic.is_some_and(to) {
        return None;
    }
    let is_joined = found.reading.proclitic.is_some() || found.is_bare;
    if is_finite && page.is_uncased(at) && is_joined && !matches!(says, Says::Phase(Phase::TakePlace, Form::Present)) {
        return None;
    }
    Some(Sign { words: at..found.end, says, reading: found.reading, is_bare: found.is_bare })
}

impl Sign {
    pub(super) fn is_noun(&self) -> bool {
        matches!(self.says, Says::Noun(..))
    }

    pub(super) fn is_cue(&self, cue: Cue) -> bool {
        self.says == Says::Cue(cue)
    }

    /// Whether it is a finite verb.
    pub(super) fn is_verb(&self) -> bool {
        matches!(self.says, Says::Act(_, form) | Says::Phase(_, form) if form != Form::Noun)
            || matches!(self.says, Says::Does(_))
    }

    /// Whether a list of names before it ends there.
    pub(super) fn ends_list(&self) -> bool {
        self.is_verb()
            || self.is_noun()
            || matches!(
                self.says,
                Says::Relation(_)
                    | Says::DoneBy(_)
                    | Says::Cue(Cue::Frame | Cue::Theme | Cue::Relative | Cue::Planned | Cue::By)
            )
    }
}
