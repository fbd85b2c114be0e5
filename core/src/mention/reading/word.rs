//! What is asked of one word of an article: how it is written, and what it is by itself.

use super::{Match, Page};
use crate::mention::lines::Line;
use crate::mention::token::{Gap, Shape};
use crate::resources::{NameClass, Sense};

const VERB: u64 = 1 << 62;
const GIVEN: u64 = 1 << 61;
const FAMILY: u64 = 1 << 60;
const COMPOUND: u64 = 1 << 59;

/// What a phrase can be, as one bit: a class, or one of the above.
pub(super) const fn class_bit(found: &Match) -> u64 {
    match found.meant.sense {
        Sense::Word(class) => 1 << class as u64,
        Sense::Verb => VERB,
        Sense::Given => GIVEN,
        Sense::Family => FAMILY,
        Sense::Compound => COMPOUND,
        _ => 0,
    }
}

impl Page<'_> {
    /// Whether verbs stand before their subject in the language of a word.
    pub(in crate::mention) fn is_verb_first(&self, at: usize) -> bool {
        self.names.verb_first & self.languages != 0 && self.is_uncased(at)
    }

    /// Whether a word by itself, read in any way, belongs to a class.
    pub(in crate::mention) fn is(&self, at: usize, class: NameClass) -> bool {
        self.words.get(at).is_some_and(|word| word.classes & (1 << class as u64) != 0)
    }

    /// Whether the language of the article has words of a class.
    pub(in crate::mention) fn has_class(&self, class: NameClass) -> bool {
        self.names.has_class(class, self.languages)
    }

    /// Whether a word ends as adjectives do in the language of the article.
    pub(in crate::mention) fn is_adjective(&self, at: usize) -> bool {
        let word = self.tokens.folded(at);
        self.own(&self.names.suffixes).any(|suffix| word.len() > suffix.len() + 2 && word.ends_with(suffix))
    }

    /// Whether a word ends as plurals do in the language of the article.
    pub(in crate::mention) fn is_plural(&self, at: usize) -> bool {
        self.own(&self.names.plural_endings).any(|ending| self.tokens.folded(at).ends_with(ending))
    }

    /// Whether two words end alike, as adjectives of one noun do in the language of the article.
    pub(in crate::mention) fn agree(&self, one: usize, other: usize) -> bool {
        let ends = |at: usize, ending: &str| self.tokens.folded(at).ends_with(ending);
        self.own(&self.names.agreement_endings).any(|ending| ends(one, ending) && ends(other, ending))
    }

    /// Those parts of words that the language of the article has.
    fn own<'p>(&self, parts: &'p [(u32, String)]) -> impl Iterator<Item = &'p str> {
        let own = self.languages;
        parts.iter().filter(move |(languages, _)| languages & own != 0).map(|(_, part)| part.as_str())
    }

    pub(in crate::mention) fn is_verb(&self, at: usize) -> bool {
        self.has(at, VERB)
    }

    /// Whether a word is written exactly as the stop word that it folds to.
    pub(in crate::mention) fn is_spelt_as_stop(&self, at: usize) -> bool {
        let written = self.token(at).map_or("", |token| token.span.slice(self.tokens.text));
        self.names.stop_words.contains(written)
    }

    /// Whether a word with the article is one that names are put together with: العبد الكريم.
    pub(in crate::mention) fn is_bare_compound(&self, at: usize) -> bool {
        let bare = self.tokens.readings(at).first().and_then(|reading| reading.bare);
        let phrases = self.resources.phrases(self.tokens.is_cased(at));
        let node = bare.and_then(|word| phrases.root(word));
        node.is_some_and(|node| phrases.meanings(node).any(|meant| meant.sense == Sense::Compound))
    }

    /// Whether a word nobody knows begins as verbs do.
    pub(in crate::mention) fn looks_like_verb(&self, at: usize) -> bool {
        let word = self.tokens.folded(at);
        let begins = |prefix: &(u32, String)| prefix.0 & self.languages != 0 && word.starts_with(prefix.1.as_str());
        self.is_uncased(at)
            && word.chars().nth(3).is_some()
            && self.at(at).is_empty()
            && self.names.verb_prefixes.iter().any(begins)
    }

    pub(in crate::mention) fn is_given(&self, at: usize) -> bool {
        self.has(at, GIVEN)
    }

    pub(in crate::mention) fn is_family(&self, at: usize) -> bool {
        self.has(at, FAMILY)
    }

    pub(in crate::mention) fn is_compound(&self, at: usize) -> bool {
        self.has(at, COMPOUND)
    }

    fn has(&self, at: usize, bit: u64) -> bool {
        self.words.get(at).is_some_and(|word| word.classes & bit != 0)
    }

    pub(in crate::mention) fn shape(&self, at: usize) -> Shape {
        self.token(at).map_or(Shape::Sign, |token| token.shape)
    }

    pub(in crate::mention) fn gap(&self, at: usize) -> Gap {
        self.token(at).map_or_else(|| self.tokens.tail(), |token| token.gap)
    }

    /// Whether a word is written with a capital.
    pub(in crate::mention) fn is_capital(&self, at: usize) -> bool {
        matches!(self.shape(at), Shape::Title | Shape::Upper | Shape::Mixed)
    }

    pub(in crate::mention) fn is_uncased(&self, at: usize) -> bool {
        self.shape(at) == Shape::Uncased
    }

    /// Whether capitals say nothing in the paragraph of a word, since all of its words have them.
    pub(in crate::mention) fn is_shouted(&self, at: usize) -> bool {
        self.lines.get(at).is_some_and(|line| *line != Line::Plain)
    }

    /// Whether the paragraph of a word is all in capitals.
    pub(in crate::mention) fn is_in_capitals(&self, at: usize) -> bool {
        self.lines.get(at) == Some(&Line::Capitals)
    }

    /// Whether a word begins a sentence.
    pub(in crate::mention) fn is_first(&self, at: usize) -> bool {
        at == 0 || self.gap(at).ends_sentence() || self.gap(at).has(Gap::QUOTE.and(Gap::COLON))
    }

    /// Whether a word has the article, read in the plainest way.
    pub(in crate::mention) fn is_definite(&self, at: usize) -> bool {
        self.tokens.readings(at).first().is_some_and(|reading| reading.is_definite)
    }
}
