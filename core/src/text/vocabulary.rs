//! A set of folded words, each with a number: most words of a text are told from all of them by one look.

/// The number of a word in its vocabulary.
pub(crate) type WordId = u32;

/// Words by hash: open addressing, with a sketch before it.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    /// All words, one after the other.
    letters: String,
    /// Where each ends.
    ends: Vec<u32>,
    /// The upper half of a word's hash, and its number plus one; zero for none.
    slots: Vec<(u32, WordId)>,
    /// A bit for the hash of every word.
    sketch: Vec<u64>,
}

/// Bits of the sketch for each slot.
const SKETCH_BITS: usize = 2;

impl Vocabulary {
    /// Room for so many words before the table has to grow.
    pub(crate) fn with_capacity(words: usize) -> Self {
        let mut vocabulary = Self::default();
        vocabulary.resize((words * 2).next_power_of_two().max(64));
        vocabulary
    }

    /// The number of a folded word, which is entered when it is new.
    pub(crate) fn intern(&mut self, word: &str) -> WordId {
        self.intern_hashed(hash_word(word), word)
    }

    /// Like [`intern`](Self::intern), for a word whose hash is known.
    pub(crate) fn intern_hashed(&mut self, hash: u64, word: &str) -> WordId {
        if let Some(id) = self.find(hash, word) {
            return id;
        }
        if (self.ends.len() + 1) * 2 > self.slots.len() {
            self.resize((self.slots.len() * 2).max(64));
        }
        let id = self.ends.len() as WordId;
        self.letters.push_str(word);
        self.ends.push(self.letters.len() as u32);
        self.place(hash, id);
        id
    }

    /// A folded word by its [`hash_word`].
    #[inline]
    pub(crate) fn find(&self, hash: u64, word: &str) -> Option<WordId> {
        let (place, bit) = self.sketch_of(hash);
        if self.sketch.get(place)? & bit == 0 {
            return None;
        }
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        loop {
            let &(tag, slot) = self.slots.get(at)?;
            let id = slot.checked_sub(1)?;
            if tag == (hash >> 32) as u32 && self.word(id) == word {
                return Some(id);
            }
            at = (at + 1) & mask;
        }
    }

    /// A word by its number.
    pub(crate) fn word(&self, id: WordId) -> &str {
        let start =
            (id as usize).checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |&end| end as usize);
        let end = self.ends.get(id as usize).map_or(start, |&end| end as usize);
        self.letters.get(start..end).unwrap_or_default()
    }

    fn resize(&mut self, size: usize) {
        self.slots = vec![(0, 0); size];
        self.sketch = vec![0; size * SKETCH_BITS / 64];
        for id in 0..self.ends.len() as WordId {
            let hash = hash_word(self.word(id));
            self.place(hash, id);
        }
    }

    fn place(&mut self, hash: u64, id: WordId) {
        let (word, bit) = self.sketch_of(hash);
        self.sketch.get_mut(word).into_iter().for_each(|word| *word |= bit);
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        while self.slots.get(at).is_some_and(|slot| slot.1 != 0) {
            at = (at + 1) & mask;
        }
        self.slots.get_mut(at).into_iter().for_each(|slot| *slot = ((hash >> 32) as u32, id + 1));
    }

    /// The place of a hash in the sketch; the table is a power of two of at least 64.
    #[inline]
    fn sketch_of(&self, hash: u64) -> (usize, u64) {
        let at = (hash >> 24) as usize & (self.sketch.len() * 64).wrapping_sub(1);
        (at / 64, 1 << (at % 64))
    }
}

/// The hash of a folded word, the same on every platform.
pub(crate) fn hash_word(folded: &str) -> u64 {
    folded.chars().fold(super::HASH_START, push_hash)
}

/// The hash of a word with one more character: FNV-1a over code points.
#[inline]
pub(crate) fn push_hash(hash: u64, c: char) -> u64 {
    (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_entered_and_nothing_else() {
        let mut vocabulary = Vocabulary::default();
        let words: Vec<String> = (0..5000).map(|n| format!("كلمه{n}")).collect();
        for (at, word) in words.iter().enumerate() {
            assert_eq!(vocabulary.intern(word), at as WordId);
        }
        for (at, word) in words.iter().enumerate() {
            assert_eq!(vocabulary.intern(word), at as WordId);
            assert_eq!(vocabulary.find(hash_word(word), word), Some(at as WordId));
            assert_eq!(vocabulary.word(at as WordId), word);
        }
        assert_eq!(vocabulary.find(hash_word("كلمه5000"), "كلمه5000"), None);
        assert_eq!(Vocabulary::default().find(hash_word("a"), "a"), None);
    }
}
