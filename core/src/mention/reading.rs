//! What the words of an article can mean: every phrase that begins at a word, and the questions asked of them.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;

use super::lines::{self, Line};
use super::token::{Gap, Reading, Shape, Token, Tokens};
use crate::model::{MentionForm, OrganizationType};
use crate::resources::{Case, KnownPlace, Meant, NameClass, Names, Resources, Sense};
use crate::text::Span;

/// A phrase and what it can stand for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match {
    /// The word after its last.
    pub(super) end: usize,
    pub(super) reading: Reading,
    /// Whether its first word was read without the article.
    pub(super) is_bare: bool,
    pub(super) meant: Meant,
}

/// An article as words with their meanings.
pub(super) struct Page<'a> {
    pub(super) tokens: Tokens<'a>,
    pub(super) names: &'a Names,
    resources: &'a Resources,
    /// Languages whose words count, as bits.
    languages: u32,
    matches: Vec<Match>,
    /// Phrases of prizes, by the word they begin at: they say nothing of names.
    prizes: Vec<(usize, Match)>,
    /// The matches of each word.
    ranges: Vec<Range<usize>>,
    /// Classes that a word by itself belongs to, as bits.
    classes: Vec<u64>,
    /// What any phrase that begins at a word can be, as bits.
    begins: Vec<u8>,
    /// Classes of any phrase that begins at a word, as bits.
    phrase_classes: Vec<u64>,
    /// How the capitals of its paragraph are, for each word.
    lines: Vec<Line>,
    /// How often each country is named, once that was asked.
    countries: OnceCell<BTreeMap<&'a str, usize>>,
}

const HEAD: u8 = 1;
const OFFICE: u8 = 2;
const HONORIFIC: u8 = 4;
const PLACE: u8 = 8;
const DEMONYM: u8 = 16;

const VERB: u64 = 1 << 62;
const GIVEN: u64 = 1 << 61;
const FAMILY: u64 = 1 << 60;
const COMPOUND: u64 = 1 << 59;

impl<'a> Page<'a> {
    pub(super) fn new(
        text: &'a str,
        spans: impl IntoIterator<Item = Span>,
        languages: u32,
        resources: &'a Resources,
    ) -> Self {
        let names = resources.names();
        let tokens = Tokens::new(text, spans, resources);
        let mut page = Self {
            tokens,
            names,
            resources,
            languages,
            matches: Vec::new(),
            prizes: Vec::new(),
            ranges: Vec::new(),
            classes: Vec::new(),
            begins: Vec::new(),
            phrase_classes: Vec::new(),
            lines: Vec::new(),
            countries: OnceCell::new(),
        };
        for at in 0..page.tokens.list.len() {
            let from = page.matches.len();
            page.find(at);
            page.ranges.push(from..page.matches.len());
            let own = page.matches.get(from..).unwrap_or_default();
            let (mut single, mut any, mut begins) = (0, 0, 0);
            for found in own {
                let bit = class_bit(found);
                any |= bit;
                single |= if found.end == at + 1 { bit } else { 0 };
                begins |= begin_bit(found);
            }
            page.classes.push(single);
            page.phrase_classes.push(any);
            page.begins.push(begins);
        }
        page.lines = lines::of(&page.tokens);
        page
    }

    fn find(&mut self, at: usize) {
        let is_cased = self.tokens.is_cased(at);
        let phrases = self.resources.phrases(is_cased);
        for index in 0..self.tokens.readings(at).len() {
            let Some(&reading) = self.tokens.readings(at).get(index) else { continue };
            for (word, is_bare) in [(reading.word, false), (reading.bare, true)] {
                let Some(mut node) = word.and_then(|word| phrases.root(word)) else { continue };
                let mut end = at + 1;
                loop {
                    for meant in phrases.meanings(node) {
                        if self.holds(at, end, &reading, is_bare, meant) {
                            let found = Match { end, reading, is_bare, meant };
                            match meant.sense {
                                Sense::Prize(..) => self.prizes.push((at, found)),
                                _ => self.matches.push(found),
                            }
                        }
                    }
                    let next =
                        self.tokens.get(end).filter(|token| joins(token.gap) && self.tokens.is_cased(end) == is_cased);
                    let word = next.and_then(|_| self.tokens.readings(end).first()).and_then(|reading| reading.word);
                    let Some(next) = word.and_then(|word| phrases.next(node, word)) else {
                        // Adjectives with the article, after a noun read without it: المدير العام.
                        let bare = next.filter(|_| is_bare).and_then(|_| self.tokens.readings(end).first()?.bare);
                        let Some(next) = bare.and_then(|word| phrases.next(node, word)) else { break };
                        node = next;
                        end += 1;
                        continue;
                    };
                    node = next;
                    end += 1;
                }
            }
        }
    }

    /// Whether a phrase is in a language that counts, and written as it has to be.
    fn holds(&self, at: usize, end: usize, reading: &Reading, is_bare: bool, meant: Meant) -> bool {
        let is_name = matches!(meant.sense, Sense::Organization(..) | Sense::Place(_));
        if meant.languages & self.languages == 0 && !is_name {
            return false;
        }
        if is_bare {
            let takes_article = match meant.sense {
                Sense::Organization(_, form) => form == MentionForm::Acronym && end == at + 1,
                Sense::Place(_) | Sense::Given | Sense::Compound | Sense::Verb | Sense::Number(_) => false,
                Sense::Word(class) => !matches!(class, NameClass::Stop),
                _ => true,
            };
            if !takes_article {
                return false;
            }
        }
        // "لبحث" is a stop word, the same after another small word is none.
        if meant.sense == Sense::Word(NameClass::Stop) && reading.proclitic.is_some() {
            return false;
        }
        if matches!(meant.sense, Sense::Verb) && (reading.proclitic.is_some() || reading.is_definite) {
            return false;
        }
        let Some(first) = self.tokens.get(at) else { return false };
        match (meant.case, first.shape) {
            (Case::Any, _) | (_, Shape::Uncased) => true,
            (Case::Capital, shape) => shape != Shape::Lower,
            (Case::Acronym, Shape::Upper | Shape::Mixed) => true,
            (Case::Acronym, Shape::Title) => end > at + 1 || first.span.len() >= 5,
            (Case::Acronym, _) => false,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.list.len()
    }

    pub(super) fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    /// The phrases that begin at a word.
    pub(super) fn at(&self, at: usize) -> &[Match] {
        self.ranges.get(at).and_then(|range| self.matches.get(range.clone())).unwrap_or_default()
    }

    /// Whether the article has any word of prizes.
    pub(super) fn has_prizes(&self) -> bool {
        !self.prizes.is_empty()
    }

    /// The phrases of prizes that begin at a word.
    pub(super) fn prizes(&self, at: usize) -> impl Iterator<Item = &Match> {
        let from = self.prizes.partition_point(|(other, _)| *other < at);
        let own = self.prizes.get(from..).unwrap_or_default().iter();
        own.take_while(move |(other, _)| *other == at).map(|(_, found)| found)
    }

    /// Whether one of the languages of the article is among some that are given as bits.
    pub(super) fn speaks(&self, languages: u32) -> bool {
        languages & self.languages != 0
    }

    /// The longest phrase at a word whose sense passes; of two as long one without small words, then the first in the data.
    pub(super) fn longest<T>(&self, at: usize, pass: impl Fn(&Match) -> Option<T>) -> Option<(Match, T)> {
        let rank = |found: &Match| (found.end, !found.reading.has_and && found.reading.proclitic.is_none());
        let mut best: Option<(Match, T)> = None;
        for found in self.at(at) {
            if best.as_ref().is_none_or(|(best, _)| rank(found) > rank(best)) {
                best = pass(found).map(|value| (*found, value)).or(best);
            }
        }
        best
    }

    /// Whether verbs stand before their subject in the language of a word.
    pub(super) fn is_verb_first(&self, at: usize) -> bool {
        self.names.verb_first & self.languages != 0 && self.is_uncased(at)
    }

    /// Whether a word by itself, read in any way, belongs to a class.
    pub(super) fn is(&self, at: usize, class: NameClass) -> bool {
        self.classes.get(at).is_some_and(|bits| bits & (1 << class as u64) != 0)
    }

    /// Whether the language of the article has words of a class.
    pub(super) fn has_class(&self, class: NameClass) -> bool {
        self.names.has_class(class, self.languages)
    }

    /// Whether a word ends as adjectives do in the language of the article.
    pub(super) fn is_adjective(&self, at: usize) -> bool {
        let word = self.tokens.folded(at);
        self.own(&self.names.suffixes).any(|suffix| word.len() > suffix.len() + 2 && word.ends_with(suffix))
    }

    /// Whether a word ends as plurals do in the language of the article.
    pub(super) fn is_plural(&self, at: usize) -> bool {
        self.own(&self.names.plural_endings).any(|ending| self.tokens.folded(at).ends_with(ending))
    }

    /// Whether two words end alike, as adjectives of one noun do in the language of the article.
    pub(super) fn agree(&self, one: usize, other: usize) -> bool {
        let ends = |at: usize, ending: &str| self.tokens.folded(at).ends_with(ending);
        self.own(&self.names.agreement_endings).any(|ending| ends(one, ending) && ends(other, ending))
    }

    /// Those parts of words that the language of the article has.
    fn own<'p>(&self, parts: &'p [(u32, String)]) -> impl Iterator<Item = &'p str> {
        let own = self.languages;
        parts.iter().filter(move |(languages, _)| languages & own != 0).map(|(_, part)| part.as_str())
    }

    pub(super) fn is_verb(&self, at: usize) -> bool {
        self.has(at, VERB)
    }

    /// Whether a word is written exactly as the stop word that it folds to.
    pub(super) fn is_spelt_as_stop(&self, at: usize) -> bool {
        let written = self.token(at).map_or("", |token| token.span.slice(self.tokens.text));
        self.names.stop_words.contains(written)
    }

    /// Whether a word with the article is one that names are put together with: العبد الكريم.
    pub(super) fn is_bare_compound(&self, at: usize) -> bool {
        let bare = self.tokens.readings(at).first().and_then(|reading| reading.bare);
        let phrases = self.resources.phrases(self.tokens.is_cased(at));
        let node = bare.and_then(|word| phrases.root(word));
        node.is_some_and(|node| phrases.meanings(node).any(|meant| meant.sense == Sense::Compound))
    }

    /// Whether a word nobody knows begins as verbs do.
    pub(super) fn looks_like_verb(&self, at: usize) -> bool {
        let word = self.tokens.folded(at);
        let begins = |prefix: &(u32, String)| prefix.0 & self.languages != 0 && word.starts_with(prefix.1.as_str());
        self.is_uncased(at)
            && word.chars().nth(3).is_some()
            && self.at(at).is_empty()
            && self.names.verb_prefixes.iter().any(begins)
    }

    pub(super) fn is_given(&self, at: usize) -> bool {
        self.has(at, GIVEN)
    }

    pub(super) fn is_family(&self, at: usize) -> bool {
        self.has(at, FAMILY)
    }

    pub(super) fn is_compound(&self, at: usize) -> bool {
        self.has(at, COMPOUND)
    }

    fn has(&self, at: usize, bit: u64) -> bool {
        self.classes.get(at).is_some_and(|bits| bits & bit != 0)
    }

    pub(super) fn shape(&self, at: usize) -> Shape {
        self.token(at).map_or(Shape::Sign, |token| token.shape)
    }

    pub(super) fn gap(&self, at: usize) -> Gap {
        self.token(at).map_or_else(|| self.tokens.tail(), |token| token.gap)
    }

    /// Whether a word is written with a capital.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        matches!(self.shape(at), Shape::Title | Shape::Upper | Shape::Mixed)
    }

    pub(super) fn is_uncased(&self, at: usize) -> bool {
        self.shape(at) == Shape::Uncased
    }

    /// Whether capitals say nothing in the paragraph of a word, since all of its words have them.
    pub(super) fn is_shouted(&self, at: usize) -> bool {
        self.lines.get(at).is_some_and(|line| *line != Line::Plain)
    }

    /// Whether the paragraph of a word is all in capitals.
    pub(super) fn is_in_capitals(&self, at: usize) -> bool {
        self.lines.get(at) == Some(&Line::Capitals)
    }

    /// Whether a word begins a sentence.
    pub(super) fn is_first(&self, at: usize) -> bool {
        at == 0 || self.gap(at).ends_sentence() || self.gap(at).has(Gap::QUOTE.and(Gap::COLON))
    }

    /// Whether a word has the article, read in the plainest way.
    pub(super) fn is_definite(&self, at: usize) -> bool {
        self.tokens.readings(at).first().is_some_and(|reading| reading.is_definite)
    }

    /// Whether a phrase of a kind begins at a word: most words begin none.
    #[inline]
    fn can_begin(&self, at: usize, bit: u8) -> bool {
        self.begins.get(at).is_some_and(|bits| bits & bit != 0)
    }

    pub(super) fn head(&self, at: usize) -> Option<(Match, OrganizationType)> {
        if !self.can_begin(at, HEAD) {
            return None;
        }
        self.longest(at, |found| match found.meant.sense {
            Sense::Head(kind) => Some(kind),
            _ => None,
        })
    }

    pub(super) fn office(&self, at: usize) -> Option<(Match, OrganizationType)> {
        if !self.can_begin(at, OFFICE) {
            return None;
        }
        self.longest(at, |found| match found.meant.sense {
            Sense::Office(kind) => Some(kind),
            _ => None,
        })
    }

    pub(super) fn honorific(&self, at: usize) -> Option<(Match, u16)> {
        if !self.can_begin(at, HONORIFIC) {
            return None;
        }
        self.longest(at, |found| match found.meant.sense {
            Sense::Honorific(title) => Some(title),
            _ => None,
        })
    }

    pub(super) fn place(&self, at: usize) -> Option<(Match, u32)> {
        if !self.can_begin(at, PLACE) {
            return None;
        }
        self.longest(at, |found| match found.meant.sense {
            Sense::Place(place) if !found.meant.is_weak => Some(place),
            _ => None,
        })
    }

    pub(super) fn demonym(&self, at: usize) -> Option<(Match, u32)> {
        if !self.can_begin(at, DEMONYM) {
            return None;
        }
        self.longest(at, |found| match found.meant.sense {
            Sense::Demonym(place) => Some(place),
            _ => None,
        })
    }

    pub(super) fn class(&self, at: usize, class: NameClass) -> Option<Match> {
        if self.phrase_classes.get(at).is_none_or(|bits| bits & (1 << class as u64) == 0) {
            return None;
        }
        self.longest(at, |found| (found.meant.sense == Sense::Word(class)).then_some(())).map(|(found, ())| found)
    }

    /// The country that the article names most.
    pub(super) fn top_country(&self) -> Option<&'a str> {
        let most = self.countries().iter().max_by_key(|(code, count)| (**count, std::cmp::Reverse(**code)));
        most.map(|(code, _)| *code)
    }

    /// How often the article names a country by its code, or speaks of it by an adjective.
    pub(super) fn mentions_of(&self, country: &str) -> Option<usize> {
        self.countries().get(country).copied()
    }

    /// How often the article names each country.
    fn countries(&self) -> &BTreeMap<&'a str, usize> {
        self.countries.get_or_init(|| {
            let mut counts: BTreeMap<&'a str, usize> = BTreeMap::new();
            for found in &self.matches {
                if let Sense::Place(place) | Sense::Demonym(place) = found.meant.sense {
                    let code = self.names.place(place).and_then(KnownPlace::country);
                    code.into_iter().for_each(|code| *counts.entry(code).or_default() += 1);
                }
            }
            counts
        })
    }

    /// The noun that names bodies of a kind, in the language and script of a word.
    pub(super) fn head_of(&self, kind: OrganizationType, at: usize) -> Option<&'a str> {
        let is_cased = !self.is_uncased(at);
        let fits = |head: &&(u32, OrganizationType, String)| {
            head.0 & self.languages != 0 && head.1 == kind && head.2.chars().any(char::is_lowercase) == is_cased
        };
        self.names.heads.iter().find(fits).map(|(.., head)| head.as_str())
    }

    /// The span of words `from..until`, without letters of other words before the first.
    pub(super) fn span(&self, from: usize, until: usize, reading: &Reading) -> Span {
        let cut = reading.cut;
        let end = self.token(until.saturating_sub(1)).map_or(0, |token| token.span.end);
        Span::new(self.tokens.start(from, cut), end)
    }
}

const fn begin_bit(found: &Match) -> u8 {
    match found.meant.sense {
        Sense::Head(_) => HEAD,
        Sense::Office(_) => OFFICE,
        Sense::Honorific(_) => HONORIFIC,
        Sense::Place(_) => PLACE,
        Sense::Demonym(_) => DEMONYM,
        _ => 0,
    }
}

fn class_bit(found: &Match) -> u64 {
    match found.meant.sense {
        Sense::Word(class) => 1 << class as u64,
        Sense::Verb => VERB,
        Sense::Given => GIVEN,
        Sense::Family => FAMILY,
        Sense::Compound => COMPOUND,
        _ => 0,
    }
}

/// Whether the words of one phrase may stand so apart.
fn joins(gap: Gap) -> bool {
    gap.is_only(Gap::SPACE.and(Gap::HYPHEN).and(Gap::APOSTROPHE).and(Gap::COMMA).and(Gap::DOT))
}
