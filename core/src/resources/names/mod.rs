//! The words of names, indexed: which phrases name a known body or place, and what every other word tells of a name.

mod build;
mod events;
mod meaning;
mod prizes;

use rustc_hash::{FxHashMap, FxHashSet};

use super::registry::{Line, Registry};
use crate::model::OrganizationType;
use crate::text::{Vocabulary, WordId};
pub(crate) use meaning::{Case, Meant, NameClass, Number, Sense};

/// A place as the library knows it; its names stand in its line.
#[derive(Clone, Copy, Debug)]
struct KnownPlace {
    line: u32,
    kind: PlaceKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PlaceKind {
    Country,
    City,
    Region,
}

/// A known place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'n> {
    line: Line<'n>,
    kind: PlaceKind,
}

impl<'n> Place<'n> {
    /// ISO 3166-1 alpha-2 code of its country.
    pub(crate) fn country(self) -> Option<&'n str> {
        self.line.country()
    }

    pub(crate) fn is_city(self) -> bool {
        self.kind == PlaceKind::City
    }

    pub(crate) fn is_country(self) -> bool {
        self.kind == PlaceKind::Country
    }

    /// Its names by tag, as the registry writes them.
    pub(crate) fn names(self) -> &'n str {
        self.line.names()
    }
}

/// No meaning.
const NONE: u32 = u32::MAX;

/// A node of the tree of phrases; its children are edges by word.
type NodeId = u32;

/// Phrases in the scripts with capitals, or in those without, and what each can mean.
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    vocabulary: Vocabulary,
    /// For every word the node of the phrases that begin with it.
    roots: Vec<NodeId>,
    edges: FxHashMap<(NodeId, WordId), NodeId>,
    /// What phrases stand for, and the next meaning of the same phrase.
    meanings: Vec<(Meant, u32)>,
    /// The first meaning of the phrase that ends at each node.
    first: Vec<u32>,
    /// Whether a longer phrase goes on from a node.
    goes_on: Vec<bool>,
}

impl Phrases {
    /// A folded word by its hash, which most words of a text are not.
    #[inline]
    pub(crate) fn word(&self, hash: u64, word: &str) -> Option<WordId> {
        self.vocabulary.find(hash, word)
    }

    /// The node of the phrases that begin with a word.
    pub(crate) fn root(&self, word: WordId) -> Option<NodeId> {
        self.roots.get(word as usize).copied().filter(|&root| root != NodeId::MAX)
    }

    /// The node one word on.
    pub(crate) fn next(&self, node: NodeId, word: WordId) -> Option<NodeId> {
        if !*self.goes_on.get(node as usize)? {
            return None;
        }
        self.edges.get(&(node, word)).copied()
    }

    /// What the phrase that ends at a node stands for.
    pub(crate) fn meanings(&self, node: NodeId) -> impl Iterator<Item = Meant> {
        let mut next = self.first.get(node as usize).copied().unwrap_or(NONE);
        std::iter::from_fn(move || {
            let &(meant, after) = self.meanings.get(next as usize)?;
            next = after;
            Some(meant)
        })
    }

    /// Adds a meaning to a phrase, after those it has; one that two languages share is one.
    fn mean(&mut self, node: NodeId, meant: Meant) {
        let new = self.meanings.len() as u32;
        let Some(mut at) = self.first.get(node as usize).copied() else { return };
        let mut last = None;
        while let Some((known, next)) = self.meanings.get_mut(at as usize) {
            if known.sense == meant.sense && known.case == meant.case && known.is_weak == meant.is_weak {
                known.languages |= meant.languages;
                return;
            }
            last = Some(at);
            at = *next;
        }
        self.meanings.push((meant, NONE));
        let before = match last {
            Some(last) => self.meanings.get_mut(last as usize).map(|(_, next)| next),
            None => self.first.get_mut(node as usize),
        };
        before.into_iter().for_each(|next| *next = new);
    }
}

/// What the library knows of names, apart from the phrases themselves.
#[derive(Debug, Default)]
pub(crate) struct Names {
    registry: Registry,
    /// Where the line of each body begins.
    organizations: Vec<(u32, OrganizationType)>,
    by_id: FxHashMap<u64, u32>,
    places: Vec<KnownPlace>,
    /// Normal forms of titles.
    pub(crate) honorifics: Vec<String>,
    /// Numbers in words.
    numbers: Vec<u64>,
    /// Signs that are words: of money, of percentages.
    pub(crate) signs: Vec<char>,
    /// Stop words as they are written: another word may fold to the same letters.
    pub(crate) stop_words: FxHashSet<String>,
    pub(crate) default_currency: String,
    /// The first noun of each kind of body in each language, as bits.
    pub(crate) heads: Vec<(u32, OrganizationType, String)>,
    /// ISO 4217 codes.
    pub(crate) currencies: Vec<String>,
    /// Classes that a language has words for: languages as bits, by class.
    classes: FxHashMap<NameClass, u32>,
    /// Last letters of feminine nouns, and endings of their plurals.
    pub(crate) feminine: Vec<char>,
    pub(crate) plural: Vec<String>,
    /// Beginnings of verbs in each language, as bits.
    pub(crate) verb_prefixes: Vec<(u32, String)>,
    /// Endings of adjectives in each language, as bits.
    pub(crate) suffixes: Vec<(u32, String)>,
    /// Endings of nouns and adjectives in the plural, and endings that two adjectives of one noun share.
    pub(crate) plural_endings: Vec<(u32, String)>,
    pub(crate) agreement_endings: Vec<(u32, String)>,
    /// Nouns that count events, as they are written: another word may fold to the same letters.
    pub(crate) editions: Vec<String>,
    /// Languages whose verbs stand before their subject, as bits.
    pub(crate) verb_first: u32,
    /// Languages whose ordinals stand after their noun, as bits, and what makes ordinals of digits.
    pub(crate) ordinal_after: u32,
    pub(crate) ordinal_endings: Vec<(u32, String)>,
    /// For each language: what is written together with the word after it.
    pub(crate) clitics: Vec<Clitics>,
}

/// Small words of a language that are written together with the next one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Clitics {
    pub(crate) article: String,
    /// What proclitic and article become together, and what stands for the article in it.
    pub(crate) fused: Vec<(String, String)>,
    pub(crate) and: Vec<String>,
    pub(crate) others: Vec<String>,
    /// Those of them that say whose or what for.
    pub(crate) to: Vec<char>,
    /// Those of them that say where.
    pub(crate) within: Vec<char>,
}

impl Clitics {
    /// The rest of a word that begins with the article.
    pub(crate) fn without_article<'t>(&self, word: &'t str) -> Option<&'t str> {
        word.strip_prefix(self.article.as_str()).filter(|rest| rest.len() < word.len())
    }
}

impl Names {
    fn line(&self, start: u32) -> Option<Line<'_>> {
        Line::new(self.registry.get(start as usize..)?.lines().next()?)
    }

    /// A body of the registry.
    pub(crate) fn organization(&self, at: u32) -> Option<Line<'_>> {
        self.line(self.organizations.get(at as usize)?.0)
    }

    /// What kind of body one of the registry is.
    pub(crate) fn kind_of(&self, at: u32) -> Option<OrganizationType> {
        self.organizations.get(at as usize).map(|(_, kind)| *kind)
    }

    /// The number of a body of the registry by its id.
    pub(crate) fn organization_by_id(&self, id: &str) -> Option<u32> {
        self.by_id.get(&crate::text::hash(id)).copied()
    }

    /// A known place.
    pub(crate) fn place(&self, at: u32) -> Option<Place<'_>> {
        let place = self.places.get(at as usize)?;
        Some(Place { line: self.line(place.line)?, kind: place.kind })
    }

    /// A number in words.
    pub(crate) fn number(&self, at: u32) -> Option<u64> {
        self.numbers.get(at as usize).copied()
    }

    /// Whether one of some languages has words of a class.
    pub(crate) fn has_class(&self, class: NameClass, languages: u32) -> bool {
        self.classes.get(&class).is_some_and(|known| known & languages != 0)
    }
}
