//! The words of the kept units: what each is about, what it defines, how it begins.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::unit::Unit;
use crate::resources::Resources;
use crate::text::{Class, HASH_START, extend_hash, fold_into, hash, words};

/// Bytes of a unit whose words are compared with those of others.
const SAMPLE: usize = 480;

/// The words of the kept units of a page.
#[derive(Default)]
pub(super) struct Vocabulary {
    /// Content words of each unit, numbered in the order of their first use; each once.
    pub(super) units: Vec<Vec<u32>>,
    /// Acronyms that each unit defines.
    pub(super) definitions: Vec<Vec<u32>>,
    /// How each unit begins.
    pub(super) openings: Vec<Opening>,
    /// How many units hold each word.
    frequency: Vec<u32>,
}

impl Vocabulary {
    pub(super) fn new(text: &str, units: &[Unit], kept: &[usize], resources: &Resources) -> Self {
        let mut vocabulary = Self::default();
        let mut numbers = FxHashMap::<u32, u32>::default();
        for &at in kept {
            let folded = sample(text, units, at);
            let mut own = Vec::new();
            for key in content(&folded, resources) {
                let number = *numbers.entry(key).or_insert_with(|| {
                    vocabulary.frequency.push(0);
                    vocabulary.frequency.len().saturating_sub(1).try_into().unwrap_or(u32::MAX)
                });
                if let Some(count) = vocabulary.frequency.get_mut(number as usize) {
                    *count += 1;
                }
                own.push(number);
            }
            vocabulary.units.push(own);
            vocabulary.definitions.push(definitions(&folded));
            vocabulary.openings.push(Opening::of(&folded));
        }
        vocabulary
    }

    pub(super) fn of(&self, at: usize) -> &[u32] {
        self.units.get(at).map(Vec::as_slice).unwrap_or_default()
    }

    /// How many units hold a word.
    pub(super) fn frequency(&self, word: u32) -> u32 {
        self.frequency.get(word as usize).copied().unwrap_or_default()
    }

    /// An empty bag for words of this page.
    pub(super) fn bag(&self) -> Bag {
        Bag { marks: vec![0; self.frequency.len()], round: 0, members: Vec::new() }
    }

    /// Fills a bag with the words of some units.
    pub(super) fn fill(&self, bag: &mut Bag, units: Range<usize>) {
        bag.round += 1;
        bag.members.clear();
        for &word in units.filter_map(|at| self.units.get(at)).flatten() {
            if let Some(mark) = bag.marks.get_mut(word as usize).filter(|mark| **mark != bag.round) {
                *mark = bag.round;
                bag.members.push(word);
            }
        }
    }
}

/// A set of words that is emptied at no cost.
pub(super) struct Bag {
    marks: Vec<u32>,
    round: u32,
    members: Vec<u32>,
}

impl Bag {
    pub(super) fn has(&self, word: u32) -> bool {
        self.marks.get(word as usize) == Some(&self.round)
    }

    /// Words of a list that are in the bag, in per cent.
    pub(super) fn share(&self, words: &[u32]) -> usize {
        let common = words.iter().filter(|word| self.has(**word)).count();
        (common * 100).checked_div(words.len()).unwrap_or_default()
    }

    /// Words of the bag that are in another one, in per cent.
    pub(super) fn share_in(&self, other: &Self) -> usize {
        other.share(&self.members)
    }

    /// Words in both, in per cent of the smaller.
    pub(super) fn overlap(&self, other: &Self) -> usize {
        let common = self.members.iter().filter(|word| other.has(**word)).count();
        common * 100 / self.members.len().min(other.members.len()).max(1)
    }
}

/// How a line begins.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Opening {
    /// Hash of the first word.
    pub(super) word: u32,
    /// Whether its first or second word is a number that counts it: `3. …`, `Step 2: …`.
    pub(super) is_numbered: bool,
}

impl Opening {
    fn of(folded: &str) -> Self {
        let mut pieces = folded.split_whitespace().take(4);
        let is_count = |piece: &str| {
            let digits = piece.trim_matches(|c: char| !c.is_alphanumeric());
            !digits.is_empty() && digits.len() <= 3 && digits.chars().all(|c| c.is_ascii_digit())
        };
        let (first, second) = (pieces.next().unwrap_or_default(), pieces.next().unwrap_or_default());
        let is_marked = |piece: &str| piece.ends_with([':', '.', ')', '-']);
        let third = pieces.next().unwrap_or_default();
        let is_numbered = is_count(first)
            && (is_marked(first) || second.len() == 1 && !second.starts_with(char::is_alphanumeric))
            || is_count(second) && (is_marked(second) || is_marked(third) && third.len() == 1 || first.ends_with('#'));
        Self { word: short(words(folded).next().unwrap_or_default()), is_numbered }
    }
}

/// A short hash of a word.
fn short(word: &str) -> u32 {
    (hash(word) >> 32) as u32
}

/// Content words of some units, to find again in others.
pub(super) struct Said<'t> {
    text: &'t str,
    units: &'t [Unit],
    resources: &'t Resources,
    /// Sorted.
    keys: Vec<u32>,
}

impl<'t> Said<'t> {
    pub(super) fn of(text: &'t str, units: &'t [Unit], some: &[usize], resources: &'t Resources) -> Self {
        let mut keys: Vec<u32> = some.iter().flat_map(|&at| content(&sample(text, units, at), resources)).collect();
        keys.sort_unstable();
        Self { text, units, resources, keys }
    }

    /// Content words of a unit, in per cent, that are among them.
    pub(super) fn share(&self, at: usize) -> usize {
        let own = content(&sample(self.text, self.units, at), self.resources);
        let common = own.iter().filter(|key| self.keys.binary_search(key).is_ok()).count();
        (common * 100).checked_div(own.len()).unwrap_or_default()
    }
}

/// The start of a unit, folded.
fn sample(text: &str, units: &[Unit], at: usize) -> String {
    let source = units.get(at).map_or("", |unit| unit.inner.slice(text));
    let end = (0..=SAMPLE.min(source.len())).rev().find(|&at| source.is_char_boundary(at)).unwrap_or_default();
    let mut folded = String::new();
    fold_into(source.get(..end).unwrap_or_default(), &mut folded);
    folded
}

/// Keys of the content words of a folded text, each once.
fn content(folded: &str, resources: &Resources) -> Vec<u32> {
    let mut keys: Vec<u32> = words(folded).filter_map(|word| key(word, resources)).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The key of a content word: without what is written together with it, and without what its ending may change.
fn key(word: &str, resources: &Resources) -> Option<u32> {
    let lines = resources.lines();
    if lines.function_word(word) != 0 || word.chars().all(|c| Class::of(c).is_number()) {
        return None;
    }
    let stem = lines.without_proclitic(word);
    if stem.chars().nth(2).is_none() || stem.len() < word.len() && lines.function_word(stem) != 0 {
        return None;
    }
    let end = stem.char_indices().nth(6).map_or(stem.len(), |(at, _)| at);
    Some(short(stem.get(..end)?))
}

/// Definitions of acronyms, `… for Culture (ICESCO)`: a hash of the word in brackets and the two words before it.
fn definitions(folded: &str) -> Vec<u32> {
    let mut found = Vec::new();
    for (at, _) in folded.match_indices('(') {
        let (before, rest) = folded.split_at(at);
        let Some((inside, _)) = rest.trim_start_matches('(').split_once(')') else { continue };
        let mut name = before.split_whitespace().rev();
        if let (true, Some(last), Some(first)) = (is_acronym_like(inside), name.next(), name.next()) {
            let parts = [first, last, inside.trim()];
            let hash = parts.iter().fold(HASH_START, |hash, part| extend_hash(hash, part.as_bytes()));
            found.push((hash >> 32) as u32);
        }
    }
    found
}

fn is_acronym_like(inside: &str) -> bool {
    let word = inside.trim();
    (2..=24).contains(&word.len()) && word.chars().all(char::is_alphabetic)
}
