//! The phrase around the noun of an event: its name, its edition, and whether it points at something known.

use std::ops::Range;

use super::Turn;
use super::sign::{Says, Sign};
use crate::mention::reading::Page;
use crate::mention::token::{Gap, Shape};
use crate::model::EventType;
use crate::resources::{Cue, Form, NameClass, Number, Phase, Sense};

/// Most words of a name after its noun, and before it.
const MAX_AFTER: usize = 16;
const MAX_BEFORE: usize = 7;
/// Most words from "the third edition of" to the noun.
const MAX_EDITION: usize = 7;

/// A noun phrase for an event.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// The words of the noun itself, and of the whole phrase.
    pub(super) noun: Range<usize>,
    pub(super) words: Range<usize>,
    pub(super) kind: Option<EventType>,
    pub(super) number: Number,
    pub(super) is_definite: bool,
    /// Whether it belongs to another noun: "the president of the forum".
    pub(super) is_part: bool,
    pub(super) edition: Option<u32>,
    pub(super) turn: Turn,
    /// The signs it is made of.
    pub(super) signs: Range<usize>,
    /// Whether it is the edition of a body's own meeting: "the 21st session of the Assembly".
    pub(super) of_body: bool,
}

impl Phrase {
    /// Whether it names a thing that something happens to: a book, a law.
    pub(super) fn is_thing(&self) -> bool {
        self.number == Number::Thing
    }
}

/// The article as its words, the signs of the sentence, and what is taken by names.
pub(super) struct Nouns<'n, 'a> {
    pub(super) page: &'n Page<'a>,
    pub(super) signs: &'n [Sign],
    pub(super) sentence: Range<usize>,
    /// Where a date, a person or a place after a small word begins: no name goes on there.
    pub(super) stops: &'n dyn Fn(usize) -> bool,
    /// Whether a word is part of the name of a body.
    pub(super) is_body: &'n dyn Fn(usize) -> bool,
}

impl Nouns<'_, '_> {
    /// The phrases of the sentence, in order.
    pub(super) fn phrases(&self) -> Vec<Phrase> {
        let mut phrases = Vec::new();
        let mut at = 0;
        while let Some(sign) = self.signs.get(at) {
            let phrase = match sign.says {
                Says::Cue(Cue::Edition) => self.edition(at),
                Says::Noun(kind, number) => Some(self.noun(at, Some(kind), number)),
                Says::Cue(Cue::Generic) => Some(self.noun(at, None, Number::One)),
                _ => None,
            };
            match phrase.filter(|phrase| {
                (phrase.number != Number::Several || self.is_counted(phrase))
                    && !self.is_room(phrase.noun.end)
                    && !self.is_room(phrase.words.end)
                    && !self.is_bare_day(phrase)
                    && !self.is_kind(phrase.words.start)
            }) {
                Some(phrase) => {
                    at = phrase.signs.end.max(at + 1);
                    let start = phrase.noun.start;
                    while self.signs.get(at).is_some_and(|sign| sign.words.start <= start) {
                        at += 1;
                    }
                    phrases.push(phrase);
                }
                None => at += 1,
            }
        }
        phrases
    }

    /// "The third edition of the book fair", "the 21st session of the Assembly", "the next edition".
    fn edition(&self, at: usize) -> Option<Phrase> {
        let sign = self.signs.get(at)?;
        let near = sign.words.end..sign.words.end + MAX_EDITION;
        let after = self.signs.iter().enumerate().skip(at + 1);
        let next = after
            .take_while(|(_, other)| {
                near.contains(&other.words.start)
                    && !other.is_verb()
                    && !(other.is_noun()
                        && (other.reading.has_and || self.page.is(other.words.start.saturating_sub(1), NameClass::And)))
                    && !other.is_cue(Cue::Relative)
                    && !matches!(other.says, Says::Relation(_))
            })
            .find_map(|(index, other)| match other.says {
                Says::Noun(kind, number) => Some((index, kind, number)),
                _ => None,
            })
            .filter(|&(index, ..)| {
                let until = self.signs.get(index).map_or(0, |other| other.words.start);
                (sign.words.end..=until).all(|word| !self.page.gap(word).has(Gap::COMMA.and(Gap::COLON)))
            });
        let own = self.noun(at, None, Number::One);
        let Some((index, kind, number)) = next else {
            let is_near = |word: &usize| (self.is_body)(*word);
            let of_body = (sign.words.end..own.words.end.max(sign.words.end + 4)).any(|word| is_near(&word));
            let kind = own.edition.filter(|_| of_body).map(|_| EventType::Session);
            return Some(Phrase { kind, of_body, ..own });
        };
        let inner = self.noun(index, Some(kind), number);
        let number = if own.edition.is_some() { Number::One } else { inner.number };
        Some(Phrase {
            words: own.words.start..inner.words.end,
            edition: own.edition.or(inner.edition),
            turn: if own.turn == Turn::This { inner.turn } else { own.turn },
            is_definite: inner.is_definite && inner.words.end <= inner.noun.end + 1 && own.edition.is_none(),
            is_part: own.is_part,
            signs: at..inner.signs.end,
            number,
            ..inner
        })
    }

    fn noun(&self, at: usize, kind: Option<EventType>, number: Number) -> Phrase {
        let sign = self.signs.get(at);
        let noun = sign.map_or(0..0, |sign| sign.words.clone());
        let end = self.end(&noun);
        let start = self.start(&noun);
        let words = start..end;
        let has = |cue: Cue| self.signs.iter().any(|sign| sign.is_cue(cue) && words.contains(&sign.words.start));
        let turn = match () {
            () if has(Cue::Next) || self.stands_after(end, Cue::Next) => Turn::Next,
            () if has(Cue::Previous) || self.stands_after(end, Cue::Previous) => Turn::Previous,
            () => Turn::This,
        };
        // A noun in construct is as definite as the one after it.
        let in_construct = self.page.is_uncased(noun.end) && noun.end < end && self.page.is_definite(noun.end);
        let is_pointed = in_construct
            || sign.is_some_and(|sign| sign.is_bare || sign.reading.is_definite)
            || start > self.sentence.start && self.is_the(start - 1);
        let signs =
            at..self.signs.iter().position(|sign| sign.words.start >= noun.end.max(end)).unwrap_or(self.signs.len());
        // Signs inside a name are words of it: "the festival of festivals"; those that say something are not.
        let says = |sign: &Sign| {
            sign.words.start > noun.start
                && !sign.is_noun()
                && !sign.is_cue(Cue::The)
                && !sign.is_cue(Cue::OrdinalSuffix)
        };
        let signs =
            at..signs.clone().find(|&index| index > at && self.signs.get(index).is_some_and(says)).unwrap_or(signs.end);
        Phrase {
            is_part: self.is_part(start),
            edition: self.number(&(start..end)),
            is_definite: is_pointed,
            noun,
            words,
            kind,
            number,
            turn,
            signs,
            of_body: false,
        }
    }

    fn sign_at(&self, word: usize) -> impl Iterator<Item = &Sign> {
        self.signs.iter().filter(move |sign| sign.words.start == word)
    }

    fn stands_after(&self, word: usize, cue: Cue) -> bool {
        self.page.gap(word).is_plain() && self.sign_at(word).any(|sign| sign.is_cue(cue))
    }

    fn is_the(&self, word: usize) -> bool {
        self.signs.iter().any(|sign| sign.is_cue(Cue::The) && sign.words.contains(&word))
            || self.page.has_cue(word, Cue::The)
    }

    /// Whether the phrase is what another noun is of, or names a room or a part of the event.
    fn is_part(&self, start: usize) -> bool {
        let part = |sign: &Sign| sign.is_cue(Cue::Part);
        let before = self.signs.iter().filter(|sign| sign.words.end <= start).rfind(|sign| part(sign));
        let is_small = |word: usize| {
            self.page.is(word, NameClass::Of)
                || self.page.is(word, NameClass::Article)
                || self.page.is(word, NameClass::And)
        };
        before.is_some_and(|sign| {
            (sign.words.end..start).all(is_small) && (sign.words.end..=start).all(|word| self.page.gap(word).is_plain())
        })
    }

    /// "Cahier d'entretien": a noun without an article after "of" says what kind of thing another is.
    fn is_kind(&self, start: usize) -> bool {
        let is_of = |word: usize| self.page.is(word, NameClass::Of) && !self.is_the(word);
        start > self.sentence.start + 1
            && !self.page.is_uncased(start)
            && is_of(start - 1)
            && self.page.gap(start).is_plain()
            && !self.signs.iter().any(|sign| {
                sign.words.end >= start - 1 && sign.words.end <= start && sign.words.start < start - 1 && carries(sign)
            })
    }

    /// "Congress Hall": a room or site that is called after events.
    fn is_room(&self, end: usize) -> bool {
        !self.page.is_uncased(end)
            && self.page.gap(end).is_only(Gap::SPACE)
            && (self.page.is(end, NameClass::Venue)
                || self.page.is_capital(end) && self.sign_at(end).any(|sign| sign.is_cue(Cue::Part)))
    }

    /// Whether several events are more than events in general: those of a series, or that will be held.
    fn is_counted(&self, phrase: &Phrase) -> bool {
        let (start, end) = (phrase.noun.start, phrase.words.end);
        phrase.edition.is_some()
            || self.signs.iter().any(|sign| match sign.says {
                Says::Cue(Cue::Series | Cue::Frame) => sign.words.end <= start && start <= sign.words.end + 3,
                Says::Phase(Phase::Hold | Phase::TakePlace, Form::Future) => {
                    sign.words.start <= end + 2 && sign.words.start >= end
                        || sign.words.end <= start && start <= sign.words.end + 3
                }
                _ => false,
            })
    }

    /// A day of observance has a name.
    fn is_bare_day(&self, phrase: &Phrase) -> bool {
        phrase.kind == Some(EventType::Observance) && phrase.words.len() < 2 && !self.page.is_uncased(phrase.noun.start)
    }

    /// Where a phrase ends.
    fn end(&self, noun: &Range<usize>) -> usize {
        let page = self.page;
        let mut end = noun.end;
        while end < self.sentence.end && end < noun.end + MAX_AFTER {
            let gap = page.gap(end);
            if gap.has(Gap::QUOTE) && gap.is_only(Gap::QUOTE.and(Gap::SPACE)) {
                return self.after_quote(end).unwrap_or(end);
            }
            if !gap.is_plain() || (self.stops)(end) || self.is_stop(noun.start, end) || !self.goes_on(noun, end) {
                break;
            }
            end += 1;
        }
        while end > noun.end && self.is_small(end - 1) {
            end -= 1;
        }
        end
    }

    /// The word after a short quotation that begins at a word.
    fn after_quote(&self, from: usize) -> Option<usize> {
        (from + 1..=self.sentence.end.min(from + MAX_AFTER)).find(|&at| self.page.gap(at).has(Gap::QUOTE))
    }

    fn is_small(&self, word: usize) -> bool {
        let page = self.page;
        let is_word = page
            .at(word)
            .iter()
            .any(|found| matches!(found.meant.sense, Sense::Cue(Cue::About | Cue::Where | Cue::The)));
        (is_word
            || page.is(word, NameClass::Of)
            || page.is(word, NameClass::And)
            || page.is(word, NameClass::Article)
            || page.is(word, NameClass::Link))
            && !page.is_capital(word)
            || page.is_uncased(word) && page.is(word, NameClass::Stop) && !self.is_ordinal(word)
    }

    fn is_ordinal(&self, word: usize) -> bool {
        self.page.at(word).iter().any(|found| matches!(found.meant.sense, Sense::Ordinal(_)))
    }

    /// Whether something else is said from a word on.
    fn is_stop(&self, from: usize, word: usize) -> bool {
        let is_glued = !self.page.gap(word).has(Gap::SPACE);
        if self.page.shape(word) == Shape::Number && self.page.is_uncased(from) && word > from + 1 && !is_glued {
            return true;
        }
        self.sign_at(word).any(|sign| {
            sign.ends_list() && !(sign.is_noun() && self.is_inner(sign, from))
                || matches!(
                    sign.says,
                    Says::Cue(Cue::Theme | Cue::Among | Cue::By | Cue::Online | Cue::Mixed | Cue::Onsite)
                )
                || sign.is_noun() && sign.reading.has_and
                || sign.is_cue(Cue::About) && !self.page.is(word, NameClass::For)
        })
    }

    /// Whether an event is what the one before it is of: "session of its General Meeting", "دورة للمؤتمر".
    fn is_inner(&self, sign: &Sign, from: usize) -> bool {
        let (page, start) = (self.page, sign.words.start);
        // A name in another script.
        if page.is_uncased(from) != page.is_uncased(start) {
            return true;
        }
        let is_of = |word: usize| page.is(word, NameClass::Of) || self.is_the(word);
        let to = |c: char| page.names.clitics.iter().any(|clitics| clitics.to.contains(&c));
        if page.is_uncased(start) { sign.reading.proclitic.is_some_and(to) } else { start > 0 && is_of(start - 1) }
    }

    fn goes_on(&self, noun: &Range<usize>, word: usize) -> bool {
        let page = self.page;
        let is_ordinal = self.is_ordinal(word);
        if page.is_uncased(word) {
            let is_small = page.is(word, NameClass::Stop) && !page.is(word, NameClass::Naming) && !is_ordinal;
            return !page.is_verb(word) && !is_small && !page.looks_like_verb(word);
        }
        let is_adjective =
            |word: usize| page.demonym(word).is_some() || page.is(word, NameClass::Naming) || page.is_adjective(word);
        page.is_capital(word)
            || page.shape(word) == Shape::Number
            || self.is_small(word)
            || is_ordinal
            || is_adjective(word)
            || word > noun.end && self.is_small(word - 1)
    }

    /// Where the words before a noun begin that belong to it.
    fn start(&self, noun: &Range<usize>) -> usize {
        let page = self.page;
        let mut start = noun.start;
        if page.is_uncased(start) {
            let is_ordinal = |word: usize| {
                page.at(word)
                    .iter()
                    .any(|found| matches!(found.meant.sense, Sense::Ordinal(_)) && found.end == word + 1)
            };
            let takes = start > self.sentence.start && page.gap(start).is_plain() && is_ordinal(start - 1);
            return start - usize::from(takes);
        }
        while start > self.sentence.start && start + MAX_BEFORE > noun.start {
            let word = start - 1;
            let is_free = page.gap(start).is_only(Gap::SPACE.and(Gap::HYPHEN).and(Gap::APOSTROPHE).and(Gap::DOT))
                && !(self.is_body)(word)
                && !(self.stops)(word);
            let is_suffix =
                self.sign_at(word).any(|sign| sign.is_cue(Cue::OrdinalSuffix)) && page.gap(word).is_only(Gap::HYPHEN);
            let is_word = page.is_capital(word) || page.shape(word) == Shape::Lower;
            let is_open = is_word && !self.is_small(word) && !self.says_something(word) && !page.is_verb(word);
            if !is_free || !(is_open || is_suffix || page.shape(word) == Shape::Number) {
                break;
            }
            start = word;
        }
        start
    }

    /// Whether a word says something by itself, and is no part of a name.
    fn says_something(&self, word: usize) -> bool {
        self.signs.iter().any(|sign| {
            sign.words.contains(&word)
                && (sign.ends_list()
                    || matches!(
                        sign.says,
                        Says::Cue(
                            Cue::The | Cue::By | Cue::Part | Cue::Where | Cue::Among | Cue::Wrapper | Cue::Edition
                        )
                    ))
        })
    }

    /// The number of the edition among some words.
    fn number(&self, words: &Range<usize>) -> Option<u32> {
        let page = self.page;
        for word in words.clone() {
            let ordinal = page.at(word).iter().find_map(|found| match found.meant.sense {
                Sense::Ordinal(value) if value > 0 && found.reading.proclitic.is_none() => u32::try_from(value).ok(),
                _ => None,
            });
            let figures = || page.tokens.folded(word).parse().ok().filter(|&value: &u32| (1..1000).contains(&value));
            let has_suffix = || {
                let glued = !page.gap(word + 1).has(Gap::SPACE);
                glued && page.has_cue(word + 1, Cue::OrdinalSuffix)
            };
            let is_edition = |at: usize| page.has_cue(at, Cue::Edition);
            let is_bare = || page.is_uncased(word - 1) && is_edition(word - 1) && page.gap(word).is_only(Gap::SPACE);
            let number =
                (page.shape(word) == Shape::Number && !(self.stops)(word) && (has_suffix() || word > 0 && is_bare()))
                    .then(figures)
                    .flatten();
            if let Some(found) = ordinal.or(number) {
                return Some(found);
            }
        }
        None
    }
}

/// Whether an event may follow "of" without an article: "edition of", "opening of".
fn carries(sign: &Sign) -> bool {
    matches!(
        sign.says,
        Says::Noun(..)
            | Says::Act(..)
            | Says::Phase(..)
            | Says::Cue(Cue::Edition | Cue::Wrapper | Cue::Series | Cue::Theme | Cue::Frame)
    )
}
