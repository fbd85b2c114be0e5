//! The phrases of a kind that begin at a word of an article: heads of names, offices, honorifics, places, ordinals.

use super::{Match, Page};
use crate::model::{MentionForm, OrganizationType};
use crate::resources::{Cue, NameClass, Sense};

const HEAD: u16 = 1;
const OFFICE: u16 = 2;
const HONORIFIC: u16 = 4;
const PLACE: u16 = 8;
const DEMONYM: u16 = 16;
const ORDINAL: u16 = 32;
const ORGANIZATION: u16 = 64;
const CURRENCY: u16 = 128;
const NUMBER: u16 = 256;
/// A given name, or a word that such names are put together with.
const GIVEN: u16 = 512;
const CUE: u16 = 1024;
/// A phrase of prizes.
pub(super) const PRIZE: u16 = 2048;

/// What a phrase is, as one bit.
pub(super) const fn begin_bit(found: &Match) -> u16 {
    match found.meant.sense {
        Sense::Head(_) => HEAD,
        Sense::Office(_) => OFFICE,
        Sense::Honorific(_) => HONORIFIC,
        Sense::Place(_) => PLACE,
        Sense::Demonym(_) => DEMONYM,
        Sense::Ordinal(_) => ORDINAL,
        Sense::Organization(..) => ORGANIZATION,
        Sense::Currency(_) => CURRENCY,
        Sense::Number(_) => NUMBER,
        Sense::Given | Sense::Compound => GIVEN,
        Sense::Cue(_) => CUE,
        Sense::Prize(..) => PRIZE,
        _ => 0,
    }
}

impl Page<'_> {
    /// Whether a phrase of a kind begins at a word: most words begin none.
    #[inline]
    pub(super) fn can_begin(&self, at: usize, bit: u16) -> bool {
        self.words.get(at).is_some_and(|word| word.begins & bit != 0)
    }

    /// The longest phrase of a kind at a word whose sense passes.
    #[inline]
    fn begun<T>(&self, at: usize, bit: u16, pass: impl Fn(&Match) -> Option<T>) -> Option<(Match, T)> {
        self.can_begin(at, bit).then(|| self.longest(at, pass))?
    }

    /// Whether no phrase of prizes and no ordinal in words begins at a word.
    pub(in crate::mention) fn tells_no_prize(&self, at: usize) -> bool {
        !self.can_begin(at, PRIZE | ORDINAL)
    }

    /// Whether no number in words and no money begins at a word.
    pub(in crate::mention) fn tells_no_number(&self, at: usize) -> bool {
        !self.can_begin(at, NUMBER | CURRENCY)
    }

    pub(in crate::mention) fn head(&self, at: usize) -> Option<(Match, OrganizationType)> {
        self.begun(at, HEAD, |found| match found.meant.sense {
            Sense::Head(kind) => Some(kind),
            _ => None,
        })
    }

    pub(in crate::mention) fn office(&self, at: usize) -> Option<(Match, OrganizationType)> {
        self.begun(at, OFFICE, |found| match found.meant.sense {
            Sense::Office(kind) => Some(kind),
            _ => None,
        })
    }

    pub(in crate::mention) fn honorific(&self, at: usize) -> Option<(Match, u16)> {
        self.begun(at, HONORIFIC, |found| match found.meant.sense {
            Sense::Honorific(title) => Some(title),
            _ => None,
        })
    }

    pub(in crate::mention) fn place(&self, at: usize) -> Option<(Match, u32)> {
        self.place_that(at, |found| !found.meant.is_weak)
    }

    /// The longest name of a place at a word that passes.
    pub(in crate::mention) fn place_that(&self, at: usize, pass: impl Fn(&Match) -> bool) -> Option<(Match, u32)> {
        self.begun(at, PLACE, |found| match found.meant.sense {
            Sense::Place(place) if pass(found) => Some(place),
            _ => None,
        })
    }

    pub(in crate::mention) fn demonym(&self, at: usize) -> Option<(Match, u32)> {
        self.begun(at, DEMONYM, |found| match found.meant.sense {
            Sense::Demonym(place) => Some(place),
            _ => None,
        })
    }

    /// The longest ordinal at a word, up to `most`.
    pub(in crate::mention) fn ordinal(&self, at: usize, most: u32) -> Option<(Match, u32)> {
        self.begun(at, ORDINAL, |found| match found.meant.sense {
            Sense::Ordinal(value) => u32::try_from(value).ok().filter(|rank| (1..=most).contains(rank)),
            _ => None,
        })
    }

    /// The longest phrase at a word that can begin the name of a person.
    pub(in crate::mention) fn given(&self, at: usize) -> Option<Match> {
        let found = self.begun(at, GIVEN, |found| match found.meant.sense {
            Sense::Given => Some(()),
            Sense::Compound if self.is_uncased(at) => Some(()),
            _ => None,
        });
        found.map(|(found, ())| found)
    }

    /// The phrases at a word that are a cue of events.
    pub(in crate::mention) fn cues(&self, at: usize, cue: Cue) -> impl Iterator<Item = &Match> {
        let own = if self.can_begin(at, CUE) { self.at(at) } else { &[] };
        own.iter().filter(move |found| found.meant.sense == Sense::Cue(cue))
    }

    /// Whether a cue of events begins at a word.
    pub(in crate::mention) fn has_cue(&self, at: usize, cue: Cue) -> bool {
        self.cues(at, cue).next().is_some()
    }

    /// The longest name of the registry at a word that passes.
    pub(in crate::mention) fn organization(
        &self,
        at: usize,
        pass: impl Fn(&Match, u32) -> bool,
    ) -> Option<(Match, (u32, MentionForm))> {
        self.begun(at, ORGANIZATION, |found| match found.meant.sense {
            Sense::Organization(id, form) if pass(found, id) => Some((id, form)),
            _ => None,
        })
    }

    pub(in crate::mention) fn currency(&self, at: usize) -> Option<(Match, &str)> {
        self.begun(at, CURRENCY, |found| self.currency_of(found))
    }

    /// The code of a currency that a phrase may stand for.
    pub(in crate::mention) fn currency_of(&self, found: &Match) -> Option<&str> {
        match found.meant.sense {
            Sense::Currency(code) => self.names.currencies.get(usize::from(code)).map(String::as_str),
            _ => None,
        }
    }

    /// The longest number in words at a word.
    pub(in crate::mention) fn number(&self, at: usize) -> Option<(Match, u64)> {
        self.begun(at, NUMBER, |found| match found.meant.sense {
            Sense::Number(value) => self.names.number(value),
            _ => None,
        })
    }

    /// Whether a phrase of one of some classes begins at a word.
    #[inline]
    pub(in crate::mention) fn has_any(&self, at: usize, classes: &[NameClass]) -> bool {
        let bits = classes.iter().fold(0, |bits, class| bits | 1_u64 << *class as u64);
        self.words.get(at).is_some_and(|word| word.phrase_classes & bits != 0)
    }

    pub(in crate::mention) fn class(&self, at: usize, class: NameClass) -> Option<Match> {
        if !self.has_any(at, &[class]) {
            return None;
        }
        self.longest(at, |found| (found.meant.sense == Sense::Word(class)).then_some(())).map(|(found, ())| found)
    }
}
