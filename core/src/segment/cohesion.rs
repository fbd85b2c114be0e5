//! Lexical cohesion: how much of what is being talked about goes on across a place of the page.
//!
//! A word that comes back within a few units makes a chain from its first to its last use. Few chains cross the place
//! where one article ends and the next begins; many cross a title inside an article.

use rustc_hash::FxHashMap;

/// Units after which a word that comes back begins a new chain.
const REACH: usize = 10;
/// Units on both sides of a place whose chains are compared with those that cross it.
const WINDOW: usize = 6;

/// Counts of chains over the units of a page.
pub(crate) struct Cohesion {
    /// Chains that begin before each unit.
    begun: Vec<usize>,
    /// Chains that end before each unit.
    ended: Vec<usize>,
}

impl Cohesion {
    /// Builds the chains from the content words of each unit, each word once.
    pub(crate) fn new(words: &[Vec<u32>]) -> Self {
        let mut begun = vec![0; words.len() + 1];
        let mut ended = vec![0; words.len() + 1];
        let mut chains = FxHashMap::<u32, (usize, usize)>::default();
        let mut close = |(first, last): (usize, usize)| {
            if let (true, Some(begun), Some(ended)) = (last > first, begun.get_mut(first + 1), ended.get_mut(last + 1))
            {
                *begun += 1;
                *ended += 1;
            }
        };
        for (at, words) in words.iter().enumerate() {
            for &word in words {
                let chain = chains.entry(word).or_insert((at, at));
                if at - chain.1 > REACH {
                    close(*chain);
                    *chain = (at, at);
                }
                chain.1 = at;
            }
        }
        chains.into_values().for_each(&mut close);
        let sum = |counts: Vec<usize>| -> Vec<usize> {
            counts
                .into_iter()
                .scan(0, |total, count| {
                    *total += count;
                    Some(*total)
                })
                .collect()
        };
        Self { begun: sum(begun), ended: sum(ended) }
    }

    /// The share of the chains around a unit, in per cent, that come from before it and go on in or after it.
    pub(crate) fn across(&self, at: usize) -> usize {
        let count =
            |sums: &[usize], at: usize| sums.get(at.min(sums.len().saturating_sub(1))).copied().unwrap_or_default();
        let crossing = count(&self.begun, at).saturating_sub(count(&self.ended, at));
        let around = count(&self.begun, at + WINDOW).saturating_sub(count(&self.ended, at.saturating_sub(WINDOW)));
        (crossing * 100).checked_div(around).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chains_break_between_topics() {
        let words = [vec![1, 2], vec![1, 3], vec![2, 3], vec![7, 8], vec![7, 9], vec![8, 9]];
        let cohesion = Cohesion::new(&words);
        assert_eq!(cohesion.across(3), 0);
        assert!(cohesion.across(1) > 30);
        assert_eq!(Cohesion::new(&[]).across(0), 0);
    }
}
