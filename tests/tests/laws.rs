//! What must hold of the record of every page, hostile ones included.

use naba::{Extractor, Positions, Source, json};
use serde_json::Value;

/// Pages that nobody writes and somebody sends.
fn hostile() -> Vec<(&'static str, String)> {
    vec![
        ("empty", String::new()),
        ("one line end", "\n".to_owned()),
        ("old line ends", "\r\r\n\n\r\u{2028}\u{2029}\u{85}\u{B}\u{C}".to_owned()),
        ("byte order mark", "\u{FEFF}عنوان\n\u{FEFF}".to_owned()),
        ("NULs", "\0".repeat(5000)),
        ("combining marks", "\u{301}\u{64B}\u{670}".repeat(5000)),
        ("overrides of direction", "\u{202E}\u{2066}\u{200F}".repeat(3000) + "نص\u{202C}\u{2069}"),
        ("astral characters", "😀𝄞👩‍👩‍👧‍👦\n".repeat(500)),
        ("one line of a megabyte", "كلمة word 😀 ".repeat(55000)),
        ("a megabyte of lines", "خبر\n".repeat(125_000)),
        ("a megabyte without a space", "س".repeat(500_000)),
        ("brackets", "(".repeat(20_000) + &"«".repeat(20_000)),
        ("digits", "12/05/2024 ".repeat(5000) + &"9".repeat(50_000)),
        ("a page", "مشاركة\nعنوان 😀 الخبر\n12 مايو 2024\nنص الخبر الأول 𝄞 هنا.\nاقرأ أيضا:\n• خبر آخر".to_owned()),
    ]
}

/// Calls `visit` with every object of a value.
fn each_object<'v>(value: &'v Value, visit: &mut dyn FnMut(&'v Value)) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| each_object(item, visit)),
        Value::Object(map) => {
            visit(value);
            map.values().for_each(|item| each_object(item, visit));
        }
        _ => {}
    }
}

fn span(value: &Value) -> Option<(usize, usize)> {
    let [start, end] = value.as_array()?.as_slice() else { return None };
    Some((usize::try_from(start.as_u64()?).ok()?, usize::try_from(end.as_u64()?).ok()?))
}

#[test]
fn segments_tile_the_text() {
    for (name, page) in hostile() {
        let record = Extractor::new().extract(&Source::text(&page));
        assert_eq!(record.text, page, "{name}");
        let mut end = 0;
        for segment in &record.segments {
            assert_eq!(segment.span.start, end, "{name}");
            assert!(segment.span.end > end, "{name}: an empty segment at {end}");
            assert!(segment.article.is_none_or(|index| index < record.articles.len()), "{name}");
            end = segment.span.end;
        }
        assert_eq!(end, page.len(), "{name}");
    }
}

#[test]
fn every_span_quotes_what_it_says() {
    for (name, page) in hostile() {
        let record = serde_json::to_value(Extractor::new().extract(&Source::text(&page))).unwrap();
        each_object(&record, &mut |object| {
            for key in ["span", "core"].into_iter().filter(|key| object.get(key).is_some()) {
                let quoted = span(&object[key]).and_then(|(start, end)| page.get(start..end));
                assert!(quoted.is_some(), "{name}: `{key}` of {object}");
                for said in ["exact", "text"].into_iter().filter_map(|said| object.get(said)) {
                    assert!(key == "core" || said.as_str() == quoted, "{name}: {object}");
                }
            }
        });
    }
}

#[test]
fn the_same_page_gives_the_same_bytes() {
    for (name, page) in hostile() {
        let json = || json::extract_json(&Extractor::new(), page.as_str(), "", Positions::Utf16).unwrap();
        assert!(json() == json(), "{name}");
    }
}

#[test]
fn absent_values_are_absent() {
    for (name, page) in hostile() {
        let record = serde_json::to_value(Extractor::new().extract(&Source::text(&page))).unwrap();
        each_object(&record, &mut |object| {
            assert!(
                object.as_object().is_some_and(|map| map.values().all(|value| !value.is_null())),
                "{name}: {object}"
            );
        });
    }
}
