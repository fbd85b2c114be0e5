//! The folded shadow of a text: what rules match on, with the way back to the source.
//!
//! One fold serves every language, so a phrase is written once and found in all its spellings:
//! - dropped: tatweel, harakat and other combining marks, zero-width characters, direction marks, soft hyphens;
//! - decomposed (NFKD): presentation forms, ligatures, full-width letters, accents, hamza and madda carriers;
//! - made one: alef and alef wasla, yeh and alef maksura, teh marbuta and heh, Persian kaf and yeh, digits of three
//!   scripts, quotation marks, dashes, white space, Arabic and Latin commas, semicolons, question marks;
//! - lower case.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// A folded text that knows where each of its positions came from.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    text: String,
    /// `(folded, source)` offsets from which the two run in step, in ascending order.
    steps: Vec<(usize, usize)>,
    source_len: usize,
}

impl Folded {
    /// The folded text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The byte offset in the source of a byte offset in the folded text.
    ///
    /// Characters that were dropped belong to the character before them.
    #[must_use]
    pub fn source(&self, offset: usize) -> usize {
        if offset >= self.text.len() {
            return self.source_len;
        }
        let after = self.steps.partition_point(|&(folded, _)| folded <= offset);
        match self.steps.get(after.wrapping_sub(1)) {
            Some(&(folded, source)) => source + (offset - folded),
            None => offset,
        }
    }
}

/// Folds a text and remembers where everything came from.
///
/// ```
/// let folded = naba::text::fold("المـؤتمرُ الأوّل ٢٠٢٤");
/// assert_eq!(folded.as_str(), "الموتمر الاول 2024");
/// let at = folded.as_str().find("2024").unwrap();
/// assert_eq!(&"المـؤتمرُ الأوّل ٢٠٢٤"[folded.source(at)..], "٢٠٢٤");
/// ```
#[must_use]
pub fn fold(source: &str) -> Folded {
    let mut folded = Folded { text: String::with_capacity(source.len()), steps: Vec::new(), source_len: source.len() };
    let mut shift = 0;
    for (at, c) in source.char_indices() {
        let before = folded.text.len();
        push_folded(c, &mut folded.text);
        for (offset, _) in folded.text.get(before..).unwrap_or_default().char_indices() {
            let here = at.wrapping_sub(before + offset);
            if here != shift {
                folded.steps.push((before + offset, at));
                shift = here;
            }
        }
    }
    folded
}

/// Appends the folded form of `source`, without a way back.
pub(crate) fn fold_into(source: &str, out: &mut String) {
    out.reserve(source.len());
    let table = TABLE.as_slice();
    let mut rest = source;
    while !rest.is_empty() {
        let plain = rest.bytes().position(|byte| !matches!(byte, b' '..=b'~')).unwrap_or(rest.len());
        let (ascii, after) = rest.split_at(plain);
        let start = out.len();
        out.push_str(ascii);
        if let Some(added) = out.get_mut(start..) {
            added.make_ascii_lowercase();
        }
        // Spaces between words of another script go with them.
        let other = after.bytes().position(|byte| matches!(byte, b'!'..=b'~')).unwrap_or(after.len());
        let (other, after) = after.split_at(other);
        other.chars().for_each(|c| push_by(table, c, out));
        rest = after;
    }
}

/// Whether a character shows nothing: marks of direction, joiners, variation selectors and the like.
pub(crate) const fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}

/// Marks that are written over or under letters, in the scripts that can be read without them.
const fn is_optional_mark(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036F}' | '\u{0610}'..='\u{061A}' | '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}'
        | '\u{06D6}'..='\u{06ED}' | '\u{08D3}'..='\u{08FF}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

/// The last code point of the table of single folds; it covers Latin, Greek, Cyrillic, Hebrew and Arabic.
const TABLE_END: usize = 0x0700;

/// What each character below `TABLE_END` folds to: one character, none (`\0`), or more (`\u{FFFF}`).
static TABLE: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut out = String::new();
    (0..TABLE_END as u32)
        .map(|code| {
            out.clear();
            push_slowly(char::from_u32(code).unwrap_or_default(), &mut out);
            let mut chars = out.chars();
            match (chars.next(), chars.next()) {
                (None, _) => '\0',
                (Some(c), None) => c,
                _ => '\u{FFFF}',
            }
        })
        .collect()
});

fn push_folded(c: char, out: &mut String) {
    if c.is_ascii() && !c.is_ascii_control() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    push_by(&TABLE, c, out);
}

#[inline]
fn push_by(table: &[char], c: char, out: &mut String) {
    match table.get(c as usize) {
        Some('\0') => {}
        Some('\u{FFFF}') | None => push_slowly(c, out),
        Some(&one) => out.push(one),
    }
}

fn push_slowly(c: char, out: &mut String) {
    for part in std::iter::once(c).nfkd() {
        let part = unify(part);
        if !is_ignorable(part) && !is_optional_mark(part) && part != '\0' {
            out.extend(part.to_lowercase());
        }
    }
}

/// The one character that stands for all spellings of it.
const fn unify(c: char) -> char {
    match c {
        '\u{0671}' | '\u{0672}' | '\u{0673}' | '\u{0675}' => 'ا',
        'ى' | 'ی' | '\u{06D2}' => 'ي',
        'ک' | '\u{06AA}' => 'ك',
        'ة' | '\u{06C0}' | '\u{06C1}' | '\u{06C3}' | '\u{06D5}' | '\u{06BE}' => 'ه',
        '\u{0660}'..='\u{0669}' => digit(c as u32 - 0x0660),
        '\u{06F0}'..='\u{06F9}' => digit(c as u32 - 0x06F0),
        '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' | 'ʻ' | '`' | '´' => '\'',
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' | '‹' | '›' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        '،' | '٬' => ',',
        '؛' => ';',
        '؟' => '?',
        '٪' => '%',
        '٫' => '.',
        '۔' => '.',
        '\t'..='\r'
        | '\u{0085}'
        | '\u{00A0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200A}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{202F}'
        | '\u{205F}'
        | '\u{3000}' => ' ',
        _ => c,
    }
}

const fn digit(value: u32) -> char {
    match char::from_digit(value, 10) {
        Some(c) => c,
        None => '0',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_phrase_in_all_its_spellings() {
        for (source, folded) in [
            ("إقرأ أيضــــاً", "اقرا ايضا"),
            ("ٱقرأ ايضا", "اقرا ايضا"),
            ("ﻻ ﺇﻟﻰ", "لا الي"),
            ("À LIRE AUSSI", "a lire aussi"),
            ("A\u{0300} lire\u{00A0}aussi", "a lire aussi"),
            ("۱۲ ١٢ 12", "12 12 12"),
            ("«\u{200F}نص\u{202C}»", "\"نص\""),
            ("l’été – l'ete", "l'ete - l'ete"),
            ("ﬁn…", "fin..."),
            ("وزارة الثقافه", "وزاره الثقافه"),
        ] {
            assert_eq!(fold(source).as_str(), folded, "{source}");
            let mut out = String::new();
            fold_into(source, &mut out);
            assert_eq!(out, folded);
        }
    }

    #[test]
    fn every_folded_position_leads_back_to_a_character_boundary() {
        let source = "مُحَمَّـد\u{200F} ﷺ ﬁn… É\u{0301} 😀 İstanbul ٣";
        let folded = fold(source);
        let mut last = 0;
        for (at, _) in folded.as_str().char_indices() {
            let back = folded.source(at);
            assert!(back >= last, "{at}");
            last = back;
        }
        assert_eq!(folded.source(folded.as_str().len()), source.len());
        let at = folded.as_str().find("istanbul").unwrap_or_default();
        assert!(source[folded.source(at)..].starts_with('İ'));
    }
}
