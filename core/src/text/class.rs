//! What a character is, by a table for the scripts that are read most: the questions are asked of every character of a
//! page, and the standard library answers them by searching. Stands alone, because the build script fills the table.

/// Letter, upper case, lower case, number, white space: a bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Class(pub(crate) u8);

const LETTER: u8 = 1;
const UPPER: u8 = 2;
const LOWER: u8 = 4;
const NUMBER: u8 = 8;
const SPACE: u8 = 16;

/// The table ends after Arabic; it covers Latin, Greek, Cyrillic, Hebrew and Arabic.
pub(crate) const TABLE_END: usize = 0x0700;

impl Class {
    /// The class of a character by the standard library.
    pub(crate) fn look_up(c: char) -> Self {
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
