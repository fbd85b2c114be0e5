//! The script of a letter.

use serde::{Deserialize, Serialize};

/// A script, by its ISO 15924 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Script {
    /// Latin.
    Latn,
    /// Arabic.
    Arab,
    /// Cyrillic.
    Cyrl,
    /// Greek.
    Grek,
    /// Hebrew.
    Hebr,
    /// Devanagari and the scripts of India after it.
    Deva,
    /// Chinese characters, kana, hangul.
    Hani,
    /// Any other letter.
    Zyyy,
}

impl Script {
    /// The script of a letter; `None` for anything else.
    #[must_use]
    pub fn of(c: char) -> Option<Self> {
        match c {
            'a'..='z' | 'A'..='Z' => Some(Self::Latn),
            '\0'..='\u{7F}' => None,
            _ if !c.is_alphabetic() => None,
            '\u{0080}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}' | '\u{2C60}'..='\u{2C7F}' | '\u{FB00}'..='\u{FB06}' => {
                Some(Self::Latn)
            }
            '\u{0370}'..='\u{03FF}' | '\u{1F00}'..='\u{1FFF}' => Some(Self::Grek),
            '\u{0400}'..='\u{052F}' => Some(Self::Cyrl),
            '\u{0590}'..='\u{05FF}' => Some(Self::Hebr),
            '\u{0600}'..='\u{06FF}'
            | '\u{0750}'..='\u{077F}'
            | '\u{08A0}'..='\u{08FF}'
            | '\u{FB50}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFF}' => Some(Self::Arab),
            '\u{0900}'..='\u{0DFF}' => Some(Self::Deva),
            '\u{1100}'..='\u{11FF}' | '\u{3040}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' => Some(Self::Hani),
            _ => Some(Self::Zyyy),
        }
    }
}
