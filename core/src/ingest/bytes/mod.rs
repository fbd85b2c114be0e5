//! What bytes are, before they are decoded: HTML or text, and in which encodings one may try to read them.

#[cfg(feature = "encoding")]
mod decode;

#[cfg(feature = "encoding")]
pub(super) use decode::decode;

use super::html::declared_charset;
use crate::model::Format;

/// How much of a page may declare its encoding.
const HEAD: usize = 4096;

/// What bytes are, by all that can be told without decoding them.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub(crate) struct Sniffed {
    pub(crate) format: Format,
    /// Labels of encodings (WHATWG), the most believed first; the first that is known is the one. Without any, nothing is
    /// declared that could be true.
    pub(crate) labels: Vec<String>,
}

/// Looks at the bytes of a page and at the `Content-Type` they came with.
///
/// A byte order mark counts most. Bytes that are UTF-8 are UTF-8 whatever is declared, and bytes that are not are not. Then
/// the header counts, then the page.
pub(crate) fn sniff(bytes: &[u8], content_type: Option<&str>) -> Sniffed {
    let (kind, charset) = content_type.map(read_type).unwrap_or_default();
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let look = || if is_markup(head) { Format::Html } else { Format::Text };
    let format = format_of(&kind).unwrap_or_else(look);
    let mut labels: Vec<String> = match bytes {
        [0xEF, 0xBB, 0xBF, ..] => return Sniffed { format, labels: vec!["utf-8".to_owned()] },
        [0xFE, 0xFF, ..] => return Sniffed { format, labels: vec!["utf-16be".to_owned()] },
        [0xFF, 0xFE, ..] => return Sniffed { format, labels: vec!["utf-16le".to_owned()] },
        _ => charset.into_iter().collect(),
    };
    labels.extend(declared_charset(head));
    match Utf8::of(bytes) {
        Utf8::Is => labels = vec!["utf-8".to_owned()],
        Utf8::May => labels.push("utf-8".to_owned()),
        Utf8::IsNot => labels.retain(|label| !is_utf8(label)),
    }
    Sniffed { format, labels }
}

/// The format that a `Content-Type` states.
pub(crate) fn stated_format(content_type: Option<&str>) -> Option<Format> {
    format_of(&content_type.map(read_type)?.0)
}

fn format_of(kind: &str) -> Option<Format> {
    match kind {
        kind if kind.contains("html") => Some(Format::Html),
        kind if kind.is_empty() || kind.contains("xml") || kind.ends_with("octet-stream") => None,
        _ => Some(Format::Text),
    }
}

/// The type of a `Content-Type`, and its charset, in lower case.
fn read_type(header: &str) -> (String, Option<String>) {
    let mut parts = header.split(';');
    let kind = parts.next().unwrap_or_default().trim().to_ascii_lowercase();
    let charset = parts.filter_map(|part| part.split_once('=')).find_map(|(name, value)| {
        let value = value.trim().trim_matches(['"', '\'']).trim();
        (name.trim().eq_ignore_ascii_case("charset") && !value.is_empty()).then(|| value.to_ascii_lowercase())
    });
    (kind, charset)
}

/// Whether bytes begin like HTML. Marks and zeros are passed over: it may be UTF-16.
fn is_markup(head: &[u8]) -> bool {
    let is_shown = |b: &u8| !matches!(b, 0 | 0xEF | 0xBB | 0xBF | 0xFE | 0xFF);
    let mut start = head.iter().copied().filter(is_shown).skip_while(u8::is_ascii_whitespace);
    start.next() == Some(b'<')
        && match start.next() {
            Some(b'!') => matches!(start.next(), Some(b'-' | b'd' | b'D')),
            Some(b'?') => start.next() == Some(b'x'),
            second => second.is_some_and(|b| b.is_ascii_alphabetic()),
        }
}

fn is_utf8(label: &str) -> bool {
    ["utf-8", "utf8", "unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8", "x-unicode20utf8"].contains(&label.trim())
}

/// Whether bytes are UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Utf8 {
    /// They are, but for a fault here and there, and hold more than ASCII.
    Is,
    /// They are ASCII, which nearly all encodings share.
    May,
    IsNot,
}

impl Utf8 {
    /// In other encodings a letter seldom follows the rules of UTF-8 by chance: where most that are not ASCII do, the rest
    /// are faults. A page that is cut inside a letter has no fault.
    fn of(bytes: &[u8]) -> Self {
        let (mut letters, mut faults) = (0_usize, 0_usize);
        for chunk in bytes.utf8_chunks() {
            letters += chunk.valid().bytes().filter(|&b| b >= 0xC0).count();
            faults += usize::from(!chunk.invalid().is_empty());
        }
        // Only the last chunk can be a letter that is not finished.
        let is_cut = std::str::from_utf8(last_bytes(bytes)).is_err_and(|error| error.error_len().is_none());
        match (letters, faults - usize::from(is_cut && faults > 0)) {
            (0, 0) if !is_cut => Self::May,
            (letters, faults) if faults <= letters && letters > 0 => Self::Is,
            _ => Self::IsNot,
        }
    }
}

/// From the beginning of the last letter on.
fn last_bytes(bytes: &[u8]) -> &[u8] {
    let from = bytes.iter().rposition(|b| b & 0xC0 != 0x80).unwrap_or_default();
    bytes.get(from..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(bytes: &[u8], content_type: &str) -> Vec<String> {
        sniff(bytes, Some(content_type)).labels
    }

    #[test]
    fn html_or_text() {
        for page in [
            "<!doctype html>",
            "\u{FEFF}\n <HTML>",
            "<head>",
            "<body>",
            "<?xml version='1.0'?><html>",
            "<!-- x -->",
            "<p>a",
        ] {
            assert_eq!(sniff(page.as_bytes(), None).format, Format::Html, "{page}");
            assert_eq!(sniff(page.as_bytes(), Some("text/plain")).format, Format::Text, "{page}");
        }
        for page in ["", "نص", "1 < 2", "<3", "< p>", "a <b>"] {
            assert_eq!(sniff(page.as_bytes(), None).format, Format::Text, "{page}");
            assert_eq!(sniff(page.as_bytes(), Some("application/xhtml+xml; x")).format, Format::Html, "{page}");
        }
        assert_eq!(sniff(b"\xFF\xFE<\0h\0t\0m\0l\0>\0", None).format, Format::Html);
        assert_eq!(sniff(b"<p>", Some("; charset=utf-8")).format, Format::Html);
    }

    #[test]
    fn the_header_then_the_page() {
        let page = b"<meta charset=iso-8859-6><p>\xC7\xE4";
        assert_eq!(labels(page, "text/html; Charset=\"Windows-1256\""), ["windows-1256", "iso-8859-6"]);
        assert_eq!(labels(page, "text/html"), ["iso-8859-6"]);
        assert_eq!(labels(b"<p>\xE9t\xE9", "text/html"), [""; 0]);
        assert_eq!(labels(b"<p>a", "text/html; charset=latin1"), ["latin1", "utf-8"]);
        assert_eq!(labels(b"\xFE\xFF\0a", "text/html; charset=utf-8"), ["utf-16be"]);
        // The caller may know better what it is.
        assert_eq!(labels(page, "text/plain"), ["iso-8859-6"]);
    }

    #[test]
    fn evidence_before_declarations() {
        let declared = "text/html; charset=windows-1252";
        assert_eq!(labels("<p>été</p>".as_bytes(), declared), ["utf-8"]);
        assert_eq!(labels("<p>نص".as_bytes().split_last().unwrap().1, declared), ["utf-8"]);
        assert_eq!(labels(b"<p>\xC3", declared), ["windows-1252"]);
        assert_eq!(labels(b"<meta charset=utf-8>\xE9t\xE9", "text/html; charset=UTF8"), [""; 0]);
        assert_eq!(labels(b"\xC3\xA9t\xC3\xA9 \xE9 fin", ""), ["utf-8"]);
        assert_eq!(labels(b"\xE9t\xE9, \xC3\xA9t\xE9", declared), ["windows-1252"]);
    }
}
