//! How far what was found is from the gold: counts by figure, and the misses.

use std::collections::{BTreeMap, BTreeSet};

/// Right, asked for, given.
#[derive(Clone, Copy, Debug, Default)]
pub struct Count {
    /// What was found as it should be.
    pub right: usize,
    /// What the gold asks for.
    pub gold: usize,
    /// What was given.
    pub given: usize,
}

impl Count {
    /// The share of the gold that was found.
    #[must_use]
    pub fn recall(self) -> f64 {
        if self.gold == 0 { 1.0 } else { self.right as f64 / self.gold as f64 }
    }

    /// F1.
    #[must_use]
    pub fn f1(self) -> f64 {
        2.0 * self.right as f64 / (self.gold + self.given).max(1) as f64
    }
}

/// The figures of one language.
#[derive(Debug, Default)]
pub struct Figures {
    /// The counts by figure.
    pub counts: BTreeMap<&'static str, Count>,
    /// What is wrong, each with its figure.
    pub misses: Vec<String>,
}

impl Figures {
    /// Counts something the gold asks for.
    pub fn asked(&mut self, figure: &'static str, right: bool, miss: impl FnOnce() -> String) {
        let count = self.counts.entry(figure).or_default();
        count.gold += 1;
        count.right += usize::from(right);
        if !right {
            self.misses.push(format!("{figure}: missed {}", miss()));
        }
    }

    /// Counts something that was given.
    pub fn given(&mut self, figure: &'static str, right: bool, miss: impl FnOnce() -> String) {
        self.counts.entry(figure).or_default().given += 1;
        if !right {
            self.misses.push(format!("{figure}: false {}", miss()));
        }
    }
}

/// The one-to-one choice, most mentions first.
#[must_use]
pub fn one_to_one(pairs: &BTreeMap<(String, String), usize>) -> BTreeMap<String, String> {
    let mut order: Vec<(&(String, String), &usize)> = pairs.iter().collect();
    order.sort_by_key(|&(_, count)| std::cmp::Reverse(*count));
    let mut chosen: BTreeMap<String, String> = BTreeMap::new();
    let mut used: BTreeSet<&String> = BTreeSet::new();
    for ((key, id), _) in order {
        if !chosen.contains_key(key) && !used.contains(id) {
            chosen.insert(key.clone(), id.clone());
            used.insert(id);
        }
    }
    chosen
}

/// The folded words of a text.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let folded = naba::text::fold(text);
    folded.as_str().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
