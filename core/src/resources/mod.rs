//! The typed view of `data/`: what the library knows of languages, indexed for the verbs.

mod facts;
mod happenings;
mod hijri;
mod lexicon;
mod lines;
mod markup;
mod meaning;
mod names;
mod own;
mod packed;
mod pattern;
mod prizes;
mod registry;
mod schema;

use std::sync::{Arc, LazyLock, OnceLock};

pub use facts::{
    CountryEntry, NameFile, NameWords, OrganizationEntry, OrganizationFile, PlaceEntry, PlaceFile, PlaceKind,
};
pub use happenings::{Cue, EventWords, Form, Phase, Relation, Verbs};
pub(crate) use hijri::{Hijri, parse_day};
pub(crate) use lexicon::{Lexicon, MAX_WORD};
pub(crate) use lines::{Lines, LoadedRule};
pub(crate) use markup::{MarkupWords, Parts};
pub(crate) use meaning::{Class, Meaning, Roles, Tense, Unit};
pub(crate) use names::{Case, Clitics, Meant, NameClass, Names, Number, Phrases, Place as KnownPlace, Sense};
pub use own::OwnData;
pub(crate) use pattern::{Edge, Grammar, Item, Node};
pub use prizes::{PrizeCue, PrizeWords};
use registry::Registry;
pub(crate) use registry::{Line, tagged, words as name_table};
pub use schema::{
    Bundle, DateMeaning, DateShape, DateWords, Language, LanguagePack, MarkupFile, MarkupPart, Model, ModelTable,
    MonthTable, Reach, Rule, RuleFile, Words,
};

use crate::error::Error;
use crate::model::{EventType, Label, OrganizationType, ParticipantRole};
use crate::text::{Script, fold, hash_word, words};

/// Everything the library knows, indexed when it is first asked for: who only reads dates pays for dates.
pub struct Resources {
    bundle: Bundle,
    tags: Vec<(String, Option<Script>)>,
    lines: OnceLock<Lines>,
    markup: OnceLock<MarkupWords>,
    lexicon: OnceLock<Lexicon>,
    grammars: Vec<OnceLock<Grammar>>,
    umalqura: OnceLock<Hijri>,
    names: OnceLock<Names>,
    /// Phrases in scripts without capitals, and in those with.
    phrases: [OnceLock<Phrases>; 2],
    registry: Registry,
}

static BUILTIN: LazyLock<Arc<Resources>> = LazyLock::new(|| {
    let json = packed::unpack(include_bytes!(concat!(env!("OUT_DIR"), "/resources.json")));
    // The build script wrote this text with the same types: it cannot fail to read.
    let mut resources = Resources::new(serde_json::from_str(&json).unwrap_or_default());
    resources.registry = packed::unpack(include_bytes!(concat!(env!("OUT_DIR"), "/registry.txt"))).into();
    Arc::new(resources)
});

impl Resources {
    /// What the library ships with.
    #[must_use]
    pub fn builtin() -> &'static Arc<Self> {
        &BUILTIN
    }

    /// What the library ships with, and a caller's own data.
    ///
    /// # Errors
    ///
    /// When an entry makes no sense; the error names it.
    pub fn with_data(data: OwnData) -> Result<Self, Error> {
        let mut resources = Self::new(BUILTIN.bundle.clone());
        resources.registry = data.join(&BUILTIN.registry)?.into();
        Ok(resources)
    }

    /// The resources of a bundle of data.
    #[must_use]
    pub fn new(bundle: Bundle) -> Self {
        Self {
            tags: bundle.languages.iter().map(|pack| (pack.language.tag.clone(), pack.language.script)).collect(),
            lines: OnceLock::new(),
            markup: OnceLock::new(),
            lexicon: OnceLock::new(),
            grammars: bundle.languages.iter().map(|_| OnceLock::new()).collect(),
            umalqura: OnceLock::new(),
            names: OnceLock::new(),
            phrases: [OnceLock::new(), OnceLock::new()],
            registry: registry::write(&bundle.organizations, &bundle.places, &bundle.people).into(),
            bundle,
        }
    }

    /// Tag and script of each language; its index is its bit wherever languages are bits.
    pub(crate) fn languages(&self) -> &[(String, Option<Script>)] {
        &self.tags
    }

    /// Whether the words of a language count only in a text that is known to be in it: nothing tells it from others.
    pub(crate) fn is_asked_for(&self, index: usize) -> bool {
        let language = self.bundle.languages.get(index).map(|pack| &pack.language);
        language.is_some_and(|language| language.script.is_some() && language.function_words.is_empty())
    }

    /// What is known of lines.
    #[inline]
    pub(crate) fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::new(&self.bundle.languages))
    }

    /// The words of classes in HTML.
    #[inline]
    pub(crate) fn markup(&self) -> &MarkupWords {
        self.markup.get_or_init(|| MarkupWords::new(&self.bundle.markup))
    }

    /// The words of dates.
    #[inline]
    pub(crate) fn lexicon(&self) -> &Lexicon {
        self.lexicon.get_or_init(|| Lexicon::new(&self.bundle.languages))
    }

    /// How dates are put together in one of [`languages`](Self::languages): its own shapes, then those of every language.
    pub(crate) fn grammar(&self, index: usize) -> Option<&Grammar> {
        let packs = &self.bundle.languages;
        let (cell, pack) = (self.grammars.get(index)?, packs.get(index)?);
        let common = packs.iter().enumerate().filter(|(_, pack)| pack.language.script.is_none());
        Some(cell.get_or_init(|| {
            let bits = common.clone().fold(1 << (index % 32), |bits, (bit, _)| bits | 1_u32 << (bit % 32));
            let mut grammar = Grammar::new(bits, pack.dates.counted_endings.clone());
            let others = common.map(|(_, other)| other).filter(|other| !std::ptr::eq(*other, pack));
            for pack in std::iter::once(pack).chain(others) {
                grammar.add(&pack.language.tag, &pack.dates.shape, self.lexicon());
            }
            grammar
        }))
    }

    /// The calendar of Umm al-Qura.
    pub(crate) fn umalqura(&self) -> &Hijri {
        self.umalqura.get_or_init(|| Hijri::new(&self.bundle.umalqura))
    }

    /// The words of names, and the registry.
    #[inline]
    pub(crate) fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::new(&self.bundle.languages, self.registry.clone()))
    }

    /// The phrases in scripts with capitals, or in those without: who reads one language pays for one.
    #[inline]
    pub(crate) fn phrases(&self, is_cased: bool) -> &Phrases {
        let [uncased, cased] = &self.phrases;
        let cell = if is_cased { cased } else { uncased };
        cell.get_or_init(|| Phrases::new(&self.bundle.languages, &self.registry, is_cased))
    }

    /// The known places that words name.
    pub(crate) fn places(&self, name: &str) -> Vec<u32> {
        let folded = fold(name);
        let place = |sense| if let Sense::Place(place) = sense { Some(place) } else { None };
        self.senses(words(folded.as_str())).filter_map(place).collect()
    }

    /// Whether a word is the given name of people.
    pub(crate) fn is_given(&self, word: &str) -> bool {
        self.senses(words(fold(word).as_str())).any(|sense| sense == Sense::Given)
    }

    /// Whether a name is only what every body of a kind is called: a head of names, with articles or without.
    pub(crate) fn is_head(&self, name: &str) -> bool {
        let folded = fold(name);
        let clitics = &self.names().clitics;
        let bare = |word| clitics.iter().filter_map(|clitics| clitics.without_article(word)).next().unwrap_or(word);
        let (written, bare) = (words(folded.as_str()), words(folded.as_str()).map(bare));
        self.senses(written).chain(self.senses(bare)).any(|sense| matches!(sense, Sense::Head(_)))
    }

    /// What folded words mean together, in the scripts without capitals and in those with.
    fn senses<'t>(&self, words: impl Iterator<Item = &'t str> + Clone) -> impl Iterator<Item = Sense> {
        [false, true].into_iter().flat_map(move |is_cased| {
            let phrases = self.phrases(is_cased);
            let mut node = None;
            for (at, word) in words.clone().enumerate() {
                let word = phrases.word(hash_word(word), word);
                node = match (at, node) {
                    (0, _) => word.and_then(|word| phrases.root(word)),
                    (_, node) => node.zip(word).and_then(|(node, word)| phrases.next(node, word)),
                };
            }
            node.into_iter().flat_map(move |node| phrases.meanings(node)).map(|meant| meant.sense)
        })
    }

    /// A bundled model.
    pub(crate) fn model(&self, name: &str) -> Model {
        self.bundle.models.model(name)
    }
}
