//! What the words of an article can mean: every phrase that begins at a word.
//!
//! [`word`] answers what is asked of one word, [`phrase`] which phrases of a kind begin at one.

mod phrase;
mod word;

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;

use phrase::{PRIZE, begin_bit};
use word::class_bit;

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
    words: Vec<Word>,
    /// How the capitals of its paragraph are, for each word.
    lines: Vec<Line>,
    /// How often each country is named, once that was asked.
    countries: OnceCell<BTreeMap<&'a str, usize>>,
}

/// What a word can mean.
#[derive(Clone, Debug)]
struct Word {
    /// The phrases that begin at it, among all matches.
    matches: Range<usize>,
    /// Classes that it belongs to by itself, as bits.
    classes: u64,
    /// Classes of any phrase that begins at it, as bits.
    phrase_classes: u64,
    /// What any phrase that begins at it can be, as bits.
    begins: u16,
}

impl<'a> Page<'a> {
    pub(super) fn new(
        text: &'a str,
        spans: impl IntoIterator<Item = Span>,
        languages: u32,
        resources: &'a Resources,
    ) -> Self {
        let names = resources.names();
        let tokens = Tokens::new(text, spans, resources);
        let count = tokens.list.len();
        let mut page = Self {
            tokens,
            names,
            resources,
            languages,
            matches: Vec::with_capacity(count),
            prizes: Vec::new(),
            words: Vec::with_capacity(count),
            lines: Vec::new(),
            countries: OnceCell::new(),
        };
        for at in 0..count {
            let (from, prizes) = (page.matches.len(), page.prizes.len());
            page.find(at);
            let own = page.matches.get(from..).unwrap_or_default();
            let (mut classes, mut phrase_classes) = (0, 0);
            let mut begins = if page.prizes.len() > prizes { PRIZE } else { 0 };
            for found in own {
                let bit = class_bit(found);
                phrase_classes |= bit;
                classes |= if found.end == at + 1 { bit } else { 0 };
                begins |= begin_bit(found);
            }
            page.words.push(Word { matches: from..page.matches.len(), classes, phrase_classes, begins });
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
        self.words.get(at).and_then(|word| self.matches.get(word.matches.clone())).unwrap_or_default()
    }

    /// The phrases of prizes that begin at a word.
    pub(super) fn prizes(&self, at: usize) -> impl Iterator<Item = &Match> {
        let from = if self.can_begin(at, PRIZE) {
            self.prizes.partition_point(|(other, _)| *other < at)
        } else {
            self.prizes.len()
        };
        let own = self.prizes.get(from..).unwrap_or_default().iter();
        own.take_while(move |(other, _)| *other == at).map(|(_, found)| found)
    }

    /// All words that a phrase of prizes begins at, with the phrase.
    pub(super) fn all_prizes(&self) -> &[(usize, Match)] {
        &self.prizes
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

/// Whether the words of one phrase may stand so apart.
fn joins(gap: Gap) -> bool {
    gap.is_only(Gap::SPACE.and(Gap::HYPHEN).and(Gap::APOSTROPHE).and(Gap::COMMA).and(Gap::DOT))
}
