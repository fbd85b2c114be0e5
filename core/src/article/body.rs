//! The clean text of an article, and its fingerprint.

use std::borrow::Cow;

use super::without_bullet;
use crate::model::Label;
use crate::text::{Class, HASH_START, fold_into, hash, is_ignorable, words};

/// Paragraphs with a blank line between them; items of one list on lines of their own.
pub(super) fn clean<'u>(units: impl Iterator<Item = (Label, Cow<'u, str>)>) -> String {
    let mut body = String::new();
    let mut before = None;
    for (label, source) in units {
        let is_list = label == Label::ListItem;
        let text = line(if is_list { without_bullet(&source) } else { &source });
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
    if is_clean(source) {
        return source.to_owned();
    }
    let is_break = |c: char| c <= ' ' || c == '\u{7F}' || c > '\u{7F}' && (Class::of(c).is_space() || c.is_control());
    let mut out = String::with_capacity(source.len());
    for word in source.split(is_break).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    // Soft hyphens begin with C2, zero-width spaces with E2, byte order marks with EF.
    if memchr::memchr3(0xC2, 0xE2, 0xEF, out.as_bytes()).is_some() {
        out.retain(|c| !is_ignorable(c) || is_shown(c));
    }
    out
}

/// Whether a text surely has single spaces, none at its ends, no controls and no invisible marks: those begin with C2, E1, E2, E3 or EF.
fn is_clean(source: &str) -> bool {
    let is_odd = |byte: u8| byte < b' ' || matches!(byte, 0x7F | 0xC2 | 0xE1 | 0xE3 | 0xEF);
    let bytes = source.as_bytes();
    let has_mark = |at: usize| !matches!(bytes.get(at + 1..at + 3), Some([0x80, 0x90..=0xA6] | [0x82..=0x8F, _]));
    // Folded without an early end, which compilers turn into wide instructions.
    !bytes.iter().fold(false, |found, &byte| found | is_odd(byte))
        && !memchr::memchr_iter(0xE2, bytes).any(has_mark)
        && !source.contains("  ")
        && !source.starts_with(' ')
        && !source.ends_with(' ')
}

/// Marks that show nothing themselves but change how their neighbours look.
const fn is_shown(c: char) -> bool {
    matches!(c, '\u{200C}'..='\u{200F}' | '\u{061C}' | '\u{FE00}'..='\u{FE0F}')
}

/// 64-bit SimHash over pairs of neighbouring folded words, each word by FNV-1a; in hexadecimal.
pub(super) fn fingerprint(body: &str) -> String {
    let mut folded = String::new();
    fold_into(body, &mut folded);
    let mut ones = Ones::default();
    let mut before = HASH_START;
    for word in words(&folded) {
        let hash = hash(word);
        ones.add((before.rotate_left(23) ^ hash).wrapping_mul(MIX));
        before = hash;
    }
    format!("{:016x}", ones.majority())
}

/// How often each bit was set, eight bits to a word of eight counters.
#[derive(Default)]
struct Ones {
    counters: [u64; 8],
    pending: u32,
    sums: [[u32; 8]; 8],
    total: u32,
}

/// A byte with each of its bits in a byte of its own.
const SPREAD: [u64; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let mut bit = 0;
        while bit < 8 {
            #[allow(clippy::indexing_slicing)] // `byte` is below 256; iterators are not const
            if byte >> bit & 1 == 1 {
                table[byte] |= 1 << (8 * bit);
            }
            bit += 1;
        }
        byte += 1;
    }
    table
};

impl Ones {
    fn add(&mut self, hash: u64) {
        for (counter, byte) in self.counters.iter_mut().zip(hash.to_le_bytes()) {
            *counter += SPREAD.get(usize::from(byte)).copied().unwrap_or_default();
        }
        self.total += 1;
        self.pending += 1;
        if self.pending == 255 {
            self.flush();
        }
    }

    fn flush(&mut self) {
        let counts = self.counters.iter().flat_map(|counter| counter.to_le_bytes());
        self.sums.as_flattened_mut().iter_mut().zip(counts).for_each(|(sum, count)| *sum += u32::from(count));
        (self.counters, self.pending) = ([0; 8], 0);
    }

    /// The bits that were set in more than half of the hashes.
    fn majority(mut self) -> u64 {
        self.flush();
        let half = self.total / 2;
        self.sums.as_flattened().iter().enumerate().fold(0, |bits, (bit, &sum)| bits | u64::from(sum > half) << bit)
    }
}

/// Spreads the bits of a pair of hashes: 2⁶⁴ divided by the golden ratio, odd.
const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

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
        assert_eq!(
            clean(units.into_iter().map(|(label, text)| (label, text.into()))),
            "نص أول على سطرين.\n\n• بند\n• آخر\n\nنهاية."
        );
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
