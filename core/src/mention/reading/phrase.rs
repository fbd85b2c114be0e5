//! The phrases of a kind that begin at a word of an article: heads of names, offices, honorifics, places, ordinals.

use super::{Match, Page};
use crate::model::OrganizationType;
use crate::resources::{NameClass, Sense};

const HEAD: u8 = 1;
const OFFICE: u8 = 2;
const HONORIFIC: u8 = 4;
const PLACE: u8 = 8;
const DEMONYM: u8 = 16;
const ORDINAL: u8 = 32;
/// A phrase of prizes.
pub(super) const PRIZE: u8 = 64;

/// What a phrase is, as one bit.
pub(super) const fn begin_bit(found: &Match) -> u8 {
    match found.meant.sense {
        Sense::Head(_) => HEAD,
        Sense::Office(_) => OFFICE,
        Sense::Honorific(_) => HONORIFIC,
        Sense::Place(_) => PLACE,
        Sense::Demonym(_) => DEMONYM,
        Sense::Ordinal(_) => ORDINAL,
        Sense::Prize(..) => PRIZE,
        _ => 0,
    }
}

impl Page<'_> {
    /// Whether a phrase of a kind begins at a word: most words begin none.
    #[inline]
    pub(super) fn can_begin(&self, at: usize, bit: u8) -> bool {
        self.begins.get(at).is_some_and(|bits| bits & bit != 0)
    }

    /// The longest phrase of a kind at a word whose sense passes.
    #[inline]
    fn begun<T>(&self, at: usize, bit: u8, pass: impl Fn(&Match) -> Option<T>) -> Option<(Match, T)> {
        self.can_begin(at, bit).then(|| self.longest(at, pass))?
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
        self.begun(at, PLACE, |found| match found.meant.sense {
            Sense::Place(place) if !found.meant.is_weak => Some(place),
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

    pub(in crate::mention) fn class(&self, at: usize, class: NameClass) -> Option<Match> {
        if self.phrase_classes.get(at).is_none_or(|bits| bits & (1 << class as u64) == 0) {
            return None;
        }
        self.longest(at, |found| (found.meant.sense == Sense::Word(class)).then_some(())).map(|(found, ())| found)
    }
}
