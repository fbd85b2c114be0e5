//! Unicode: spans and positions, the folded shadow that rules match on, scripts, sentences. Knows no news and no
//! language.

mod class;
mod fold;
mod hash;
mod matcher;
mod position;
mod script;
mod sentence;
mod span;

pub(crate) use class::{Class, is_word};
pub use fold::{Folded, fold};
pub(crate) use fold::{fold_into, is_ignorable};
pub(crate) use hash::{START as HASH_START, extend as extend_hash, hash};
pub(crate) use matcher::{Anchor, Hit, Phrases};
pub(crate) use position::PositionIndex;
pub use position::Positions;
pub use script::Script;
pub(crate) use sentence::{ends_sentence, is_closing, is_terminator, sentences};
pub use span::Span;

/// The words of a folded text: runs of letters and digits.
pub(crate) fn words(folded: &str) -> Words<'_> {
    Words { rest: folded }
}

/// Iterator of [`words`].
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
        let (is_word, length) = match (byte, bytes.get(at + 1)) {
            (0..=0x7F, _) => (byte.is_ascii_alphanumeric(), 1),
            (0xC2..=0xDF, Some(&next)) => {
                let code = u32::from(byte & 0x1F) << 6 | u32::from(next & 0x3F);
                (char::from_u32(code).is_some_and(is_word), 2)
            }
            _ => text.get(at..).and_then(|rest| rest.chars().next()).map_or((false, 1), |c| (is_word(c), c.len_utf8())),
        };
        if is_word == start {
            return at;
        }
        at += length;
    }
    text.len()
}
