//! What a character is, by a table for the scripts that are read most: the questions are asked of every character of a
//! page, and the standard library answers them by searching.

use std::sync::LazyLock;

/// Letter or digit, letter, upper case, lower case, number, white space: a bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Class(u8);

const LETTER: u8 = 1;
const UPPER: u8 = 2;
const LOWER: u8 = 4;
const NUMBER: u8 = 8;
const SPACE: u8 = 16;

/// The table ends after Arabic; it covers Latin, Greek, Cyrillic, Hebrew and Arabic.
const TABLE_END: u32 = 0x0700;

static TABLE: LazyLock<Vec<Class>> =
    LazyLock::new(|| (0..TABLE_END).map(|code| Class::look_up(char::from_u32(code).unwrap_or_default())).collect());

impl Class {
    /// The class of a character.
    pub(crate) fn of(c: char) -> Self {
        TABLE.get(c as usize).copied().unwrap_or_else(|| Self::look_up(c))
    }

    fn look_up(c: char) -> Self {
        let bit = |holds: bool, bit: u8| if holds { bit } else { 0 };
        Self(
            bit(c.is_alphabetic(), LETTER)
                | bit(c.is_uppercase(), UPPER)
                | bit(c.is_lowercase(), LOWER)
                | bit(c.is_numeric(), NUMBER)
                | bit(c.is_whitespace(), SPACE),
        )
    }

    pub(crate) const fn is_letter(self) -> bool {
        self.0 & LETTER != 0
    }

    pub(crate) const fn is_upper(self) -> bool {
        self.0 & UPPER != 0
    }

    pub(crate) const fn is_lower(self) -> bool {
        self.0 & LOWER != 0
    }

    pub(crate) const fn is_number(self) -> bool {
        self.0 & NUMBER != 0
    }

    pub(crate) const fn is_space(self) -> bool {
        self.0 & SPACE != 0
    }

    pub(crate) const fn is_word(self) -> bool {
        self.0 & (LETTER | NUMBER) != 0
    }
}

/// Whether a character is a letter or digit.
pub(crate) fn is_word(c: char) -> bool {
    Class::of(c).is_word()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_standard_library() {
        for c in (0..0x3100).filter_map(char::from_u32) {
            assert_eq!(is_word(c), c.is_alphanumeric(), "{c:?}");
            assert_eq!(Class::of(c).is_space(), c.is_whitespace(), "{c:?}");
            assert_eq!((Class::of(c).is_upper(), Class::of(c).is_lower()), (c.is_uppercase(), c.is_lowercase()));
        }
    }
}
