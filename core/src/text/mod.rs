//! Unicode: spans and positions, the folded shadow that rules match on, scripts, sentences. Knows no news and no
//! language.

mod class;
mod fold;
mod hash;
mod look;
mod matcher;
mod position;
mod script;
mod sentence;
mod span;
mod vocabulary;

pub(crate) use class::Class;
pub use fold::{Folded, fold};
pub(crate) use fold::{fold_into, is_ignorable};
pub(crate) use hash::{START as HASH_START, extend as extend_hash, hash};
pub(crate) use look::{CharKind, char_at, look};
pub(crate) use matcher::{Anchor, Hit, Phrases};
pub(crate) use position::PositionIndex;
pub use position::Positions;
pub use script::Script;
pub(crate) use sentence::{ends_sentence, is_closing, is_terminator, sentences};
pub use span::Span;
pub(crate) use vocabulary::{Vocabulary, WordId, hash_word, push_hash};

static CLASSES: &[u8; class::TABLE_END] = include_bytes!(concat!(env!("OUT_DIR"), "/classes.bin"));

impl Class {
    /// The class of a character.
    #[inline]
    pub(crate) fn of(c: char) -> Self {
        CLASSES.get(c as usize).map_or_else(|| Self::look_up(c), |&bits| Self(bits))
    }
}

/// Whether a character is a sign that is a word by itself: of money, of percentages, "&".
pub(crate) const fn is_word_sign(c: char) -> bool {
    matches!(c, '%' | '&' | '$' | '¢' | '£' | '¥' | '\u{20A0}'..='\u{20CF}')
}

/// Whether a character is a letter or digit.
#[inline]
pub(crate) fn is_word(c: char) -> bool {
    Class::of(c).is_word()
}

/// The words of a folded text: runs of letters and digits.
pub(crate) fn words(folded: &str) -> Words<'_> {
    Words { rest: folded }
}

/// Iterator of [`words`].
#[derive(Clone)]
pub(crate) struct Words<'t> {
    rest: &'t str,
}

impl<'t> Iterator for Words<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        let start = word_edge(self.rest, true);
        let (_, from) = self.rest.split_at(start);
        let (word, after) = from.split_at(word_edge(from, false));
        self.rest = after;
        (!word.is_empty()).then_some(word)
    }
}

/// The byte where the next word begins (`start`) or ends; the length of the text when it does not.
fn word_edge(text: &str, start: bool) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let (is_word, length) = if byte < 0x80 {
            (byte.is_ascii_alphanumeric(), 1)
        } else if let (0xC2..=0xDF, Some(&next)) = (byte, bytes.get(at + 1)) {
            let code = usize::from(byte & 0x1F) << 6 | usize::from(next & 0x3F);
            (
                CLASSES
                    .get(code)
                    .map_or_else(|| char::from_u32(code as u32).is_some_and(is_word), |&bits| Class(bits).is_word()),
                2,
            )
        } else {
            let c = text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or_default();
            (is_word(c), c.len_utf8())
        };
        if is_word == start {
            return at;
        }
        at += length;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_agree_with_the_standard_library() {
        for c in (0..0x3100).filter_map(char::from_u32) {
            assert_eq!(is_word(c), c.is_alphanumeric(), "{c:?}");
            assert_eq!(Class::of(c).is_space(), c.is_whitespace(), "{c:?}");
            assert_eq!((Class::of(c).is_upper(), Class::of(c).is_lower()), (c.is_uppercase(), c.is_lowercase()));
        }
    }

    #[test]
    fn words_of_all_widths() {
        let text = "a1 été—كلمة, ߊߋ 漢字 𝄞x ";
        let split: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        assert_eq!(words(text).collect::<Vec<_>>(), split);
    }
}
