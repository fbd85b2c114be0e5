//! Numbers in words: "twenty-one", "dix-neuf cent", "ألفان وثمانية عشر".

/// Puts number words together; none when a word cannot follow those before it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sum {
    /// Thousands that are complete.
    done: i32,
    /// What is below a thousand so far.
    open: i32,
    words: u32,
}

impl Sum {
    pub(super) fn value(self) -> i32 {
        self.done + self.open
    }

    pub(super) fn words(self) -> u32 {
        self.words
    }

    /// With one more word.
    pub(super) fn then(self, word: i32) -> Option<Self> {
        let words = self.words + 1;
        let Self { done, open, .. } = self;
        if self.words == 0 {
            return Some(if word >= 1000 {
                Self { done: word, open: 0, words }
            } else {
                Self { done, open: word, words }
            });
        }
        if word == 1000 {
            return (done == 0 && open > 0).then(|| Self { done: open.saturating_mul(1000), open: 0, words });
        }
        if word == 100 && (1..100).contains(&open) {
            return Some(Self { done, open: open * 100, words });
        }
        let fits = |step: i32| open % step == 0 && word < step;
        // The ones may come before the tens (Arabic) or after them; years are said in pairs (nineteen ninety).
        let is_after_larger =
            open == 0 && word < 1000 || open >= 100 && fits(100) || (20..100).contains(&(open % 100)) && fits(10);
        let is_ten_after_ones = open % 100 < 10 && open > 0 && (20..100).contains(&word) && word % 10 == 0;
        let sum = if is_after_larger || is_ten_after_ones {
            open + word
        } else if done == 0 && (10..=20).contains(&open) && (10..100).contains(&word) {
            open * 100 + word
        } else {
            return None;
        };
        Some(Self { done, open: sum, words })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(words: &[i32]) -> Option<i32> {
        words.iter().try_fold(Sum::default(), |sum, &word| sum.then(word)).map(Sum::value)
    }

    #[test]
    fn words_make_numbers() {
        for (words, value) in [
            (&[21][..], Some(21)),
            (&[20, 1], Some(21)),
            (&[3, 20], Some(23)),
            (&[2000, 18], Some(2018)),
            (&[2, 1000, 18], Some(2018)),
            (&[1000, 900, 1], Some(1901)),
            (&[1000, 9, 100, 80, 17], None),
            (&[1000, 9, 100, 97], Some(1997)),
            (&[2000, 4, 20], Some(2024)),
            (&[19, 97], Some(1997)),
            (&[19, 90, 7], Some(1997)),
            (&[20, 24], Some(2024)),
            (&[1, 2], None),
            (&[5, 5], None),
        ] {
            assert_eq!(sum(words), value, "{words:?}");
        }
    }
}
