//! The units of positions, and byte offsets in them in constant time after one pass.

use serde::{Deserialize, Serialize};

use super::Span;

/// The unit that spans count in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Positions {
    /// Bytes of UTF-8: Rust.
    #[default]
    #[serde(rename = "utf-8")]
    Utf8,
    /// Code units of UTF-16: JavaScript.
    #[serde(rename = "utf-16")]
    Utf16,
    /// Code points: Python.
    #[serde(rename = "utf-32")]
    Utf32,
}

/// Bytes between two remembered counts: as few as are counted again at every position.
const STEP: usize = 32;

/// Translates byte offsets of one text.
pub(crate) struct PositionIndex<'t> {
    bytes: &'t [u8],
    utf16: bool,
    counts: Vec<usize>,
}

impl<'t> PositionIndex<'t> {
    pub(crate) fn new(text: &'t str, positions: Positions) -> Self {
        let utf16 = positions == Positions::Utf16;
        let counts = text
            .as_bytes()
            .chunks(STEP)
            .scan(0, |total, chunk| {
                let before = *total;
                *total += units(chunk, utf16);
                Some(before)
            })
            .collect();
        Self { bytes: text.as_bytes(), utf16, counts }
    }

    pub(crate) fn convert(&self, span: Span) -> Span {
        Span::new(self.at(span.start), self.at(span.end))
    }

    /// The bytes of a span that counts code units or code points.
    pub(crate) fn bytes(&self, span: Span) -> Span {
        Span::new(self.byte(span.start), self.byte(span.end))
    }

    /// The first byte of the character that holds a position; the length of the text past its end.
    fn byte(&self, position: usize) -> usize {
        let step = self.counts.partition_point(|&before| before <= position).saturating_sub(1);
        let mut at = self.counts.get(step).copied().unwrap_or_default();
        for (byte, &value) in self.bytes.iter().enumerate().skip(step * STEP) {
            let width = units(&[value], self.utf16);
            if width > 0 && position < at + width {
                return byte;
            }
            at += width;
        }
        self.bytes.len()
    }

    fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.bytes.len());
        let step = (byte / STEP).min(self.counts.len().saturating_sub(1));
        let before = self.counts.get(step).copied().unwrap_or_default();
        before + units(self.bytes.get(step * STEP..byte).unwrap_or_default(), self.utf16)
    }
}

/// How many code units or code points begin in these bytes.
fn units(bytes: &[u8], utf16: bool) -> usize {
    let pair_from = if utf16 { 0xF0 } else { u8::MAX };
    bytes.iter().map(|&byte| usize::from(byte & 0xC0 != 0x80) + usize::from(byte >= pair_from)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_standard_library_at_every_boundary() {
        let text = "نبأ 😀 — élève\u{200F} 𝄞 ".repeat(40);
        let (utf16, utf32) = (PositionIndex::new(&text, Positions::Utf16), PositionIndex::new(&text, Positions::Utf32));
        for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let before = &text[..byte];
            assert_eq!(utf16.at(byte), before.encode_utf16().count());
            assert_eq!(utf32.at(byte), before.chars().count());
            assert_eq!((utf16.byte(utf16.at(byte)), utf32.byte(utf32.at(byte))), (byte, byte));
        }
        let empty = PositionIndex::new("", Positions::Utf16);
        assert_eq!((empty.at(0), empty.byte(0), empty.byte(7)), (0, 0, 0));
    }
}
