//! The clean text of an article, and its fingerprint.

use std::borrow::Cow;

use super::without_bullet;
use crate::model::Label;
use crate::text::{fold_into, is_ignorable, words};

/// Paragraphs with a blank line between them; items of one list on lines of their own.
pub(super) fn clean<'u>(units: impl Iterator<Item = (Label, &'u str)>) -> String {
    let mut body = String::new();
    let mut before = None;
    for (label, source) in units {
        let is_list = label == Label::ListItem;
        let text = line(if is_list { without_bullet(source) } else { source });
        if text.is_empty() {
            continue;
        }
        match before {
            None => {}
            Some(Label::ListItem) if is_list => body.push('\n'),
            Some(_) => body.push_str("\n\n"),
        }
        if is_list {
            body.push_str("• ");
        }
        body.push_str(&text);
        before = Some(label);
    }
    body
}

/// A text on one line: white space made one space, invisible marks without use left out.
///
/// Marks that join or part letters (U+200C, U+200D) and marks of direction stay: they change how a word is shown.
pub(super) fn line(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    for word in source.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(shown(word).chars());
    }
    out
}

fn shown(word: &str) -> Cow<'_, str> {
    let is_useless =
        |c: char| is_ignorable(c) && !matches!(c, '\u{200C}'..='\u{200F}' | '\u{061C}' | '\u{FE00}'..='\u{FE0F}');
    if word.is_ascii() || !word.chars().any(is_useless) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(word.chars().filter(|&c| !is_useless(c)).collect())
}

/// 64-bit SimHash over pairs of neighbouring folded words, FNV-1a for each; in hexadecimal.
pub(super) fn fingerprint(body: &str) -> String {
    let mut folded = String::new();
    fold_into(body, &mut folded);
    let mut weights = [0_i64; 64];
    let mut before = FNV_START;
    for word in words(&folded) {
        let hash = fnv(before, word.as_bytes());
        for (bit, weight) in weights.iter_mut().enumerate() {
            *weight += if hash >> bit & 1 == 1 { 1 } else { -1 };
        }
        before = fnv(FNV_START, word.as_bytes());
    }
    let bits = weights.iter().enumerate().fold(0_u64, |bits, (bit, &weight)| bits | u64::from(weight > 0) << bit);
    format!("{bits:016x}")
}

const FNV_START: u64 = 0xcbf2_9ce4_8422_2325;

fn fnv(start: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(start, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_and_lists() {
        let units = [
            (Label::Body, "نص\u{00A0} أول\n   على سطرين.\u{FEFF}"),
            (Label::ListItem, "• بند"),
            (Label::ListItem, "2. آخر"),
            (Label::Body, "نهاية."),
        ];
        assert_eq!(clean(units.into_iter()), "نص أول على سطرين.\n\n• بند\n• آخر\n\nنهاية.");
    }

    #[test]
    fn near_texts_have_near_fingerprints() {
        let text = "اجتمع مجلس الجامعة يوم الاثنين للنظر في ميزانية السنة المقبلة وقرر تأجيلها إلى يونيو";
        let distance = |other: &str| {
            let bits = |text| u64::from_str_radix(&fingerprint(text), 16).unwrap();
            (bits(text) ^ bits(other)).count_ones()
        };
        assert_eq!(distance(text), 0);
        assert!(distance(&text.replace("يونيو", "يوليو")) < 16);
        assert!(distance("Le conseil a adopté son budget pour l’année prochaine lors de sa réunion de lundi") > 16);
    }
}
