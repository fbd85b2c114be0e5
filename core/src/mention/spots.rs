//! Names by the word they begin at.

use super::organization::Name;

/// The names of an article, found by their first word.
pub(super) struct Spots<'n> {
    names: &'n [Name],
    /// Places in `names`, by first word.
    order: Vec<usize>,
    /// Where the names that begin at each word stand in `order`.
    starts: Vec<usize>,
}

impl<'n> Spots<'n> {
    /// Indexes the names of an article of so many words.
    pub(super) fn new(words: usize, names: &'n [Name]) -> Self {
        let mut order: Vec<usize> = (0..names.len()).collect();
        let start = |at: &usize| names.get(*at).map_or(0, |name| name.words.start);
        order.sort_by_key(start);
        let mut starts = Vec::with_capacity(words + 1);
        let mut next = 0;
        for word in 0..=words {
            while order.get(next).is_some_and(|at| start(at) < word) {
                next += 1;
            }
            starts.push(next);
        }
        Self { names, order, starts }
    }

    /// The names that begin at a word, with their places in the list.
    pub(super) fn at(&self, word: usize) -> impl Iterator<Item = (usize, &'n Name)> {
        self.within(word, word + 1)
    }

    /// The names that begin at the words `from..until`.
    pub(super) fn within(&self, from: usize, until: usize) -> impl Iterator<Item = (usize, &'n Name)> {
        let bound = |word: usize| self.starts.get(word).copied().unwrap_or(self.order.len());
        let own = self.order.get(bound(from)..bound(until)).unwrap_or_default();
        own.iter().filter_map(|&at| Some((at, self.names.get(at)?)))
    }
}
