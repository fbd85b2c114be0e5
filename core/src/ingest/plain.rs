//! The lines of a plain text.

use crate::text::{Span, is_ignorable};

/// A line that is not blank.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line {
    /// The line with its end.
    pub(crate) span: Span,
    /// The line without white space and invisible marks around it.
    pub(crate) inner: Span,
    /// Columns of white space before it.
    pub(crate) indent: u32,
    /// Blank lines before it.
    pub(crate) gap: u32,
}

/// The lines of a text that hold something to see.
///
/// A line ends at LF, CR LF, a lone CR, U+2028 or U+2029.
pub(crate) fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut gap = 0;
    let mut start = 0;
    for end in line_ends(text).chain([text.len()]) {
        let span = Span::new(start, end);
        start = end;
        let raw = span.slice(text);
        let before = raw.trim_start_matches(is_empty);
        let inner = before.trim_end_matches(is_empty);
        if inner.is_empty() {
            gap += 1;
            continue;
        }
        let from = span.start + (raw.len() - before.len());
        let indent = Span::new(span.start, from).slice(text).chars().filter(|c| c.is_whitespace()).count();
        let inner = Span::new(from, from + inner.len());
        lines.push(Line { span, inner, indent: indent.try_into().unwrap_or(u32::MAX), gap });
        gap = 0;
    }
    lines
}

pub(super) fn is_empty(c: char) -> bool {
    c.is_whitespace() || c.is_control() || is_ignorable(c)
}

/// Byte offsets just after each line end.
fn line_ends(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    memchr::memchr3_iter(b'\n', b'\r', 0xE2, bytes).filter_map(move |at| match bytes.get(at)? {
        b'\n' => Some(at + 1),
        b'\r' => (bytes.get(at + 1) != Some(&b'\n')).then_some(at + 1),
        _ => matches!(bytes.get(at + 1..at + 3), Some([0x80, 0xA8 | 0xA9])).then_some(at + 3),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inner(text: &str) -> Vec<(&str, u32, u32)> {
        lines(text).iter().map(|line| (line.inner.slice(text), line.indent, line.gap)).collect()
    }

    #[test]
    fn every_line_end_and_nothing_blank() {
        assert_eq!(
            inner("\u{FEFF}a\r\n\r\n  ب \rc\u{2028}d\n\n\n\te"),
            [("a", 0, 0), ("ب", 2, 1), ("c", 0, 0), ("d", 0, 0), ("e", 1, 2)]
        );
        assert!(inner("").is_empty());
        assert!(inner("\n \u{200F}\n\0\n").is_empty());
    }
}
