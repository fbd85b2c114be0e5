//! The typed view of `data/`: what the library knows of languages, indexed for the verbs.

mod schema;

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

pub use schema::{Bundle, DateWords, Language, LanguagePack, Model, Reach, Rule, RuleFile};

use crate::model::{Label, RuleId};
use crate::text::{Anchor, Hit, Phrases, Script, fold, words};

/// A rule as the verbs use it.
#[derive(Clone, Debug)]
pub(crate) struct LoadedRule {
    pub(crate) id: RuleId,
    pub(crate) label: Label,
    pub(crate) reach: Reach,
    /// Most words of a line it matches.
    max_words: u32,
}

/// A word of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateWord {
    Month(u32),
    /// ISO number, 1 for Monday.
    Weekday(u32),
    Filler,
}

/// Everything the library knows, indexed.
pub struct Resources {
    tags: Vec<(String, Option<Script>)>,
    function_words: FxHashMap<String, u32>,
    function_word_sketch: Vec<bool>,
    proclitics: Vec<String>,
    abbreviations: FxHashSet<String>,
    continuations: Phrases,
    rules: Vec<LoadedRule>,
    phrases: Phrases,
    date_words: FxHashMap<String, Vec<DateWord>>,
    month_first: bool,
    pub(crate) models: std::collections::BTreeMap<String, Model>,
}

static BUILTIN: LazyLock<Resources> = LazyLock::new(|| {
    let json = include_str!(concat!(env!("OUT_DIR"), "/resources.json"));
    // The build script wrote this text with the same types: it cannot fail to read.
    Resources::new(&serde_json::from_str(json).unwrap_or_default())
});

impl Resources {
    /// What the library ships with.
    #[must_use]
    pub fn builtin() -> &'static Self {
        &BUILTIN
    }

    /// Indexes a bundle of data.
    #[must_use]
    pub fn new(bundle: &Bundle) -> Self {
        let packs = &bundle.languages;
        let (mut rules, mut anchored) = (Vec::new(), Vec::new());
        for pack in packs {
            for (file, rule) in pack.rules.iter().flat_map(|(file, rules)| rules.rule.iter().map(move |r| (file, r))) {
                anchored.extend(rule.anchored().map(|(anchor, phrase)| (anchor, phrase, rules.len())));
                rules.push(LoadedRule {
                    id: format!("{}/{file}/{}", pack.language.tag, rule.id).into(),
                    label: rule.label,
                    reach: rule.reach,
                    max_words: rule.max_words.unwrap_or(u32::MAX),
                });
            }
        }
        let continuations = packs.iter().flat_map(|pack| &pack.language.continuations);
        let mut function_words = FxHashMap::default();
        for (index, pack) in packs.iter().enumerate() {
            for word in &pack.language.function_words {
                *function_words.entry(fold(word).as_str().to_owned()).or_insert(0) |= 1_u32 << (index % 32);
            }
        }
        Self {
            tags: packs.iter().map(|pack| (pack.language.tag.clone(), pack.language.script)).collect(),
            function_word_sketch: sketches(function_words.keys()),
            function_words,
            proclitics: packs
                .iter()
                .flat_map(|pack| &pack.language.proclitics)
                .map(|proclitic| fold(proclitic).as_str().to_owned())
                .collect(),
            abbreviations: packs
                .iter()
                .flat_map(|pack| &pack.language.abbreviations)
                .map(|word| fold(word).as_str().to_owned())
                .collect(),
            continuations: Phrases::new(continuations.map(|phrase| (Anchor::StartsWith, phrase.as_str(), 0))),
            rules,
            phrases: Phrases::new(anchored),
            date_words: date_words(packs),
            month_first: packs.iter().any(|pack| pack.dates.month_first),
            models: bundle.models.clone(),
        }
    }

    /// Tag and script of each language; the index is the bit of [`function_word`](Self::function_word).
    pub(crate) fn languages(&self) -> &[(String, Option<Script>)] {
        &self.tags
    }

    /// The languages, as bits, in which a folded word is a function word.
    pub(crate) fn function_word(&self, word: &str) -> u32 {
        if !self.is_likely_function_word(word) {
            return 0;
        }
        self.function_words.get(word).copied().unwrap_or_default()
    }

    /// A quick no for most words: no function word has this length and these ends.
    fn is_likely_function_word(&self, word: &str) -> bool {
        self.function_word_sketch.get(sketch(word)).copied().unwrap_or_default()
    }

    /// A folded word without the small words that are written together with it, as long as three letters stay.
    pub(crate) fn without_proclitic<'w>(&self, word: &'w str) -> &'w str {
        let rests = self.proclitics.iter().filter_map(|proclitic| word.strip_prefix(proclitic.as_str()));
        rests.filter(|rest| rest.chars().nth(2).is_some()).min_by_key(|rest| rest.len()).unwrap_or(word)
    }

    /// Whether a folded word before a full stop is an abbreviation.
    pub(crate) fn is_abbreviation(&self, word: &str) -> bool {
        self.abbreviations.contains(word)
    }

    /// Whether a folded paragraph begins as one that goes on from the one before it.
    pub(crate) fn is_continuation(&self, start: &str) -> bool {
        self.continuations.find(start, false, |_| true).is_some()
    }

    /// The index of the rule that matches a folded line of so many words best, and where. A line that was cut
    /// (not `whole`) equals, ends with and contains nothing.
    pub(crate) fn rule(&self, line: &str, whole: bool, words: u32) -> Option<Hit> {
        self.phrases.find(line, whole, |rule| self.rules.get(rule).is_some_and(|rule| words <= rule.max_words))
    }

    /// A rule by its index in [`Hit::value`].
    pub(crate) fn rule_at(&self, index: usize) -> Option<&LoadedRule> {
        self.rules.get(index)
    }

    /// What a folded word can mean in a date.
    pub(crate) fn date_word(&self, word: &str) -> &[DateWord] {
        self.date_words.get(word).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether `05/31/2024` is read month first.
    pub(crate) fn month_first(&self) -> bool {
        self.month_first
    }

    /// A bundled model.
    pub(crate) fn model(&self, name: &str) -> Model {
        self.models.get(name).cloned().unwrap_or_default()
    }
}

const SKETCHES: usize = 1 << 14;

/// A small number made of the length and the ends of a word.
fn sketch(word: &str) -> usize {
    let ends = match word.as_bytes() {
        [first, second, .., before, last] => [*first, *second, *before, *last],
        [first, .., last] => [*first, 0, 0, *last],
        _ => [0; 4],
    };
    let mixed = (u32::from_le_bytes(ends) ^ word.len() as u32).wrapping_mul(0x9e37_79b1);
    (mixed >> 18) as usize % SKETCHES
}

fn sketches<'w>(words: impl Iterator<Item = &'w String>) -> Vec<bool> {
    let mut table = vec![false; SKETCHES];
    for word in words {
        if let Some(entry) = table.get_mut(sketch(word)) {
            *entry = true;
        }
    }
    table
}

impl Rule {
    fn anchored(&self) -> impl Iterator<Item = (Anchor, &str)> {
        let lists = [
            (Anchor::Equals, &self.equals),
            (Anchor::Field, &self.field),
            (Anchor::StartsWith, &self.starts_with),
            (Anchor::EndsWith, &self.ends_with),
            (Anchor::Contains, &self.contains),
        ];
        lists.into_iter().flat_map(|(anchor, list)| list.iter().map(move |phrase| (anchor, phrase.as_str())))
    }
}

/// Month and weekday names and fillers by their folded words, joined with a space when there are several.
fn date_words(packs: &[LanguagePack]) -> FxHashMap<String, Vec<DateWord>> {
    let mut index = FxHashMap::<String, Vec<DateWord>>::default();
    let mut put = |name: &str, word| {
        let key = words(fold(name).as_str()).collect::<Vec<_>>().join(" ");
        let known = index.entry(key).or_default();
        if !known.contains(&word) {
            known.push(word);
        }
    };
    for dates in packs.iter().map(|pack| &pack.dates) {
        for (number, names) in &dates.months {
            names.iter().for_each(|name| put(name, DateWord::Month(number.parse().unwrap_or_default())));
        }
        for (number, names) in &dates.weekdays {
            names.iter().for_each(|name| put(name, DateWord::Weekday(number.parse().unwrap_or_default())));
        }
        dates.fillers.iter().for_each(|name| put(name, DateWord::Filler));
    }
    index
}
