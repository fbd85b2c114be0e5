//! What is known of lines: the rules that name them, and the small words that tell a language or carry a text on.

use rustc_hash::{FxHashMap, FxHashSet};

use super::schema::{LanguagePack, Reach, Rule};
use crate::model::{Label, RuleId};
use crate::text::{Anchor, Hit, Phrases, fold};

/// A rule as the verbs use it.
#[derive(Clone, Debug)]
pub(crate) struct LoadedRule {
    pub(crate) id: RuleId,
    pub(crate) label: Label,
    pub(crate) reach: Reach,
    /// Most words of a line it matches.
    max_words: u32,
}

/// The rules and words of lines in all languages, indexed.
pub(crate) struct Lines {
    function_words: FxHashMap<String, u32>,
    function_word_sketch: Vec<bool>,
    /// Small words that are written together with the next one, by their first letter.
    proclitics: FxHashMap<char, Vec<String>>,
    abbreviations: FxHashSet<String>,
    continuations: Phrases,
    rules: Vec<LoadedRule>,
    phrases: Phrases,
    modified: Phrases,
    leads: FxHashSet<String>,
}

impl Lines {
    pub(super) fn new(packs: &[LanguagePack]) -> Self {
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
        let mut function_words = FxHashMap::default();
        for (index, pack) in packs.iter().enumerate() {
            for word in &pack.language.function_words {
                *function_words.entry(folded(word)).or_insert(0) |= 1_u32 << (index % 32);
            }
        }
        let mut proclitics = FxHashMap::<char, Vec<String>>::default();
        for word in packs.iter().flat_map(|pack| &pack.language.proclitics).map(|word| folded(word)) {
            word.chars().next().into_iter().for_each(|first| proclitics.entry(first).or_default().push(word.clone()));
        }
        let continuations = packs.iter().flat_map(|pack| &pack.language.continuations);
        let modified = date_words(packs, "modified");
        Self {
            function_word_sketch: sketches(function_words.keys()),
            function_words,
            proclitics,
            abbreviations: packs
                .iter()
                .flat_map(|pack| &pack.language.abbreviations)
                .map(|word| folded(word))
                .collect(),
            continuations: Phrases::new(continuations.map(|phrase| (Anchor::StartsWith, phrase.as_str(), 0))),
            rules,
            phrases: Phrases::new(anchored),
            modified: Phrases::new(modified.map(|phrase| (Anchor::Contains, phrase, 0))),
            leads: date_words(packs, "dateline").map(folded).collect(),
        }
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
        let own = word.chars().next().and_then(|first| self.proclitics.get(&first));
        let rests = own.into_iter().flatten().filter_map(|proclitic| word.strip_prefix(proclitic.as_str()));
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

    /// The rule of a label that knows folded words, all of them, as the name of a field: "publié le", "posted by".
    pub(crate) fn field(&self, words: &str, label: Label) -> Option<usize> {
        let field = format!("{}:", words.trim_matches(|c: char| !c.is_alphanumeric()));
        let is_own = |rule: usize| self.rules.get(rule).is_some_and(|rule| rule.label == label);
        let hit = self.phrases.find(&field, true, is_own)?;
        (hit.range.end + 1 >= field.len()).then_some(hit.value)
    }

    /// A rule by its index in [`Hit::value`].
    pub(crate) fn rule_at(&self, index: usize) -> Option<&LoadedRule> {
        self.rules.get(index)
    }

    /// Whether folded words before a date say that a text was changed on it.
    pub(crate) fn says_modified(&self, words: &str) -> bool {
        self.modified.find(words, true, |_| true).is_some()
    }

    /// Whether a folded word stands between the place and the day of a dateline.
    pub(crate) fn leads_to_date(&self, word: &str) -> bool {
        self.leads.contains(word)
    }
}

fn folded(word: &str) -> String {
    fold(word).as_str().to_owned()
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

/// The words of one class in all languages.
fn date_words<'p>(packs: &'p [LanguagePack], class: &'p str) -> impl Iterator<Item = &'p str> {
    packs.iter().filter_map(move |pack| pack.dates.words.get(class)).flatten().map(String::as_str)
}
