//! Bytes become a text: in the encoding that was declared, or in the one they look most like.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;

use super::sniff;
use crate::model::Format;

/// Most bytes that are looked at to tell an encoding. Pages say enough in less.
const MOST: usize = 1 << 20;

/// The text of bytes, and what it is.
pub(in crate::ingest) fn decode<'b>(bytes: &'b [u8], content_type: Option<&str>) -> (Cow<'b, str>, Format) {
    let sniffed = sniff(bytes, content_type);
    let known = sniffed.labels.iter().find_map(|label| Encoding::for_label_no_replacement(label.as_bytes()));
    let encoding = known.unwrap_or_else(|| detect(bytes));
    (encoding.decode_with_bom_removal(bytes).0, sniffed.format)
}

/// The encoding bytes look most like; not UTF-8, which they are not.
fn detect(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let head = bytes.get(..MOST).unwrap_or(bytes);
    detector.feed(head, head.len() == bytes.len());
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARABIC: &str =
        "<p>أعلنت وزارة الثقافة، في بلاغ لها، عن افتتاح المعرض الدولي للكتاب يوم الجمعة المقبل بحضور ناشرين.</p>";
    const FRENCH: &str =
        "<p>Le ministère a annoncé, à l'issue de la réunion, l'ouverture du théâtre en février prochain.</p>";

    fn text(bytes: &[u8], content_type: Option<&str>) -> String {
        decode(bytes, content_type).0.into_owned()
    }

    #[test]
    fn declared_and_not() {
        for (label, page) in
            [("windows-1256", ARABIC), ("iso-8859-6", ARABIC), ("windows-1252", FRENCH), ("utf-8", ARABIC)]
        {
            let encoding = Encoding::for_label(label.as_bytes()).unwrap();
            let bytes = encoding.encode(page).0;
            assert_eq!(text(&bytes, Some(&format!("text/html; charset={label}"))), page, "{label}");
            assert_eq!(text(&bytes, None), page, "{label}, detected");
            assert_eq!(text(&bytes, Some("text/html; charset=utf-8")), page, "{label}, declared as UTF-8");
            assert_eq!(text(&bytes, Some("text/html; charset=klingon")), page, "{label}, declared as nothing known");
            let whole = format!("<meta http-equiv='Content-Type' content='text/html; charset={label}'>{page}");
            assert_eq!(text(&encoding.encode(&whole).0, None), whole, "{label}, declared by the page");
        }
        assert_eq!(text(FRENCH.as_bytes(), Some("text/html; charset=iso-8859-1")), FRENCH);
        assert_eq!(text(ARABIC.as_bytes(), Some("text/html; charset=windows-1256")), ARABIC);
    }

    #[test]
    fn byte_order_marks() {
        let mut utf8 = b"\xEF\xBB\xBF".to_vec();
        utf8.extend(ARABIC.as_bytes());
        let little: Vec<u8> =
            "\u{FEFF}".encode_utf16().chain(ARABIC.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "\u{FEFF}".encode_utf16().chain(ARABIC.encode_utf16()).flat_map(u16::to_be_bytes).collect();
        for bytes in [utf8, little, big] {
            assert_eq!(text(&bytes, Some("text/html; charset=windows-1252")), ARABIC);
            assert_eq!(decode(&bytes, None), (ARABIC.into(), Format::Html));
        }
    }

    #[test]
    fn cut_inside_a_letter() {
        let cut = ARABIC.as_bytes().get(..23).unwrap();
        assert_eq!(text(cut, None), "<p>أعلنت وزار\u{FFFD}");
        assert_eq!(text(b"\xFF\xFEa", None), "\u{FFFD}");
        assert_eq!(text(b"\xEF\xBB", None).chars().count(), 2);
    }

    #[test]
    fn any_bytes_give_a_text() {
        let mut state = 7_u32;
        let mut random = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()
        };
        for length in 0..200 {
            let bytes: Vec<u8> = std::iter::repeat_with(|| random()[0]).take(length * 7).collect();
            for header in [None, Some("text/html; charset=utf-8"), Some("text/html; charset=gbk"), Some("=;=;charset=")]
            {
                let (text, _) = decode(&bytes, header);
                assert!(text.len() <= bytes.len() * 3);
            }
        }
    }
}
