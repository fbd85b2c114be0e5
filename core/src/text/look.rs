//! What a character is to a reader of words, and what it folds to: one look in a table for the scripts that are read most.

use std::sync::LazyLock;

use super::{Class, fold_into, is_ignorable};

/// What a character is to a reader of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CharKind {
    /// A letter of a word.
    Letter,
    /// A decimal digit.
    Digit,
    /// White space.
    Space,
    /// A mark over a letter, or one that stretches it: it belongs to what it stands on.
    Over,
    /// Shows nothing.
    Hidden,
    /// Anything else.
    Mark,
}

/// What a character is, and the one character it folds to, if it is one.
#[derive(Clone, Copy)]
pub(crate) struct Look {
    pub(crate) kind: CharKind,
    pub(crate) folded: Option<char>,
}

const TABLE_END: u32 = 0x0700;

static TABLE: LazyLock<Vec<Look>> =
    LazyLock::new(|| (0..TABLE_END).map(|code| look_up(char::from_u32(code).unwrap_or_default())).collect());

/// Looks at a character.
#[inline]
pub(crate) fn look(c: char) -> Look {
    TABLE.get(c as usize).copied().unwrap_or_else(|| look_up(c))
}

fn look_up(c: char) -> Look {
    let mut folded = String::new();
    fold_into(c.encode_utf8(&mut [0; 4]), &mut folded);
    let mut chars = folded.chars();
    let (first, second) = (chars.next(), chars.next());
    let only = if second.is_none() { first } else { None };
    let class = first.map(Class::of);
    let kind = match class {
        None if is_ignorable(c) => CharKind::Hidden,
        None => CharKind::Over,
        Some(_) if only.is_some_and(|only| only.is_ascii_digit()) => CharKind::Digit,
        Some(class) if class.is_word() => CharKind::Letter,
        Some(class) if class.is_space() => CharKind::Space,
        Some(_) => CharKind::Mark,
    };
    Look { kind, folded: only }
}

/// The character at a byte of a text: one byte, or two as in most letters of Arabic and of French, are decoded at once.
#[inline]
pub(crate) fn char_at(text: &str, at: usize) -> Option<char> {
    let bytes = text.as_bytes();
    match (*bytes.get(at)?, bytes.get(at + 1)) {
        (byte @ 0..0x80, _) => Some(char::from(byte)),
        (byte @ 0xC2..=0xDF, Some(&next)) => char::from_u32(u32::from(byte & 0x1F) << 6 | u32::from(next & 0x3F)),
        _ => text.get(at..).and_then(|rest| rest.chars().next()),
    }
}
