//! A folded text as numbers, date words and separators.

use std::ops::Range;

use crate::resources::{DateWord, Resources};
use crate::text::words;

/// What a token is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    /// A number and how many digits it was written with.
    Number(u32, usize),
    /// Words that have a meaning in dates.
    Word(Vec<DateWord>),
    /// Any other word.
    Other,
    /// A character between words.
    Mark(char),
}

/// A piece of the folded text.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) range: Range<usize>,
}

impl Token {
    pub(super) fn has(&self, word: DateWord) -> bool {
        matches!(&self.kind, Kind::Word(meanings) if meanings.contains(&word))
    }

    pub(super) fn month(&self) -> Option<u32> {
        let Kind::Word(meanings) = &self.kind else { return None };
        meanings.iter().find_map(|word| if let DateWord::Month(number) = word { Some(*number) } else { None })
    }

    pub(super) fn weekday(&self) -> Option<u32> {
        let Kind::Word(meanings) = &self.kind else { return None };
        meanings.iter().find_map(|word| if let DateWord::Weekday(number) = word { Some(*number) } else { None })
    }
}

/// The tokens of a folded text; white space is left out.
pub(super) fn tokens(folded: &str, resources: &Resources) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut rest = folded;
    while let Some(first) = rest.chars().next() {
        let start = folded.len() - rest.len();
        let is_digit = |c: char| c.is_ascii_digit();
        let is_letter = |c: char| c.is_alphanumeric() && !c.is_ascii_digit();
        let length = if is_digit(first) {
            rest.find(|c| !is_digit(c)).unwrap_or(rest.len())
        } else if is_letter(first) {
            phrase_length(rest, rest.find(|c| !is_letter(c)).unwrap_or(rest.len()), resources)
        } else {
            first.len_utf8()
        };
        let (piece, after) = rest.split_at(length);
        rest = after;
        let kind = if is_digit(first) {
            Kind::Number(piece.parse().unwrap_or(u32::MAX), piece.len())
        } else if is_letter(first) {
            let key = words(piece).collect::<Vec<_>>().join(" ");
            match resources.date_word(&key) {
                [] => Kind::Other,
                meanings => Kind::Word(meanings.to_vec()),
            }
        } else if first.is_whitespace() {
            continue;
        } else {
            Kind::Mark(first)
        };
        tokens.push(Token { kind, range: start..start + length });
    }
    tokens
}

/// The length of the word at the start, or of two words that are one name (كانون الثاني).
fn phrase_length(rest: &str, one: usize, resources: &Resources) -> usize {
    let (word, after) = rest.split_at(one);
    let Some(next) = after.strip_prefix(' ') else { return one };
    let second = next.find(|c: char| !c.is_alphabetic()).unwrap_or(next.len());
    let Some(second_word) = next.get(..second).filter(|word| !word.is_empty()) else { return one };
    if resources.date_word(&format!("{word} {second_word}")).is_empty() { one } else { one + 1 + second }
}
