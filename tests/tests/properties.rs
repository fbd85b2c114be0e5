//! The laws of the record on pages that nobody thought of, and on a record that has everything.

mod pages;

use naba::{Extractor, Positions, Record, Source, json};
use pages::{any_text, dated, page, tag_soup};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn extract(page: &str) -> Record {
    Extractor::new().extract(&Source::text(page))
}

/// Calls `visit` with each object of a value and its path.
fn each_object<'v>(path: &str, value: &'v Value, visit: &mut dyn FnMut(&str, &'v Map<String, Value>)) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                each_object(&format!("{path}[{index}]"), item, visit);
            }
        }
        Value::Object(map) => {
            visit(path, map);
            map.iter().for_each(|(key, item)| each_object(&format!("{path}.{key}"), item, visit));
        }
        _ => {}
    }
}

/// The spans of a record by their paths: every `span` and `core`.
fn spans(record: &Value) -> Vec<(String, [usize; 2])> {
    let mut spans = Vec::new();
    each_object("record", record, &mut |path, object| {
        for key in ["span", "core"] {
            if let Some(span) = object.get(key) {
                let span = serde_json::from_value(span.clone()).unwrap_or_else(|_| panic!("{path}.{key}: {span}"));
                spans.push((format!("{path}.{key}"), span));
            }
        }
    });
    spans
}

/// A place of a text in each unit, counted in the plainest way.
fn units(text: &str, byte: usize, positions: Positions) -> usize {
    match positions {
        Positions::Utf16 => text[..byte].encode_utf16().count(),
        Positions::Utf32 => text[..byte].chars().count(),
        _ => byte,
    }
}

/// Every span of `converted` is that of `record` counted in other units, and nothing else has changed.
fn assert_converted(record: &Value, converted: &Value, positions: Positions) {
    let text = record["text"].as_str().unwrap();
    let expected: Vec<_> =
        spans(record).into_iter().map(|(path, span)| (path, span.map(|byte| units(text, byte, positions)))).collect();
    assert_eq!(spans(converted), expected);
    assert_eq!(without_spans(record), without_spans(converted));
}

fn without_spans(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(without_spans).collect(),
        Value::Object(map) => {
            let rest = map.iter().filter(|(key, _)| !matches!(key.as_str(), "span" | "core" | "positions"));
            Value::Object(rest.map(|(key, value)| (key.clone(), without_spans(value))).collect())
        }
        value => value.clone(),
    }
}

fn check(page: &str) {
    assert_eq!(extract(page).text, page, "the text is the input");
    check_source(page, &Source::text(page), "");
}

fn check_html(page: &str) {
    check_source(page, &Source::html(page), r#"{"format": "html"}"#);
}

/// The laws of one page, given as a source and as JSON options.
fn check_source(page: &str, source: &Source<'_>, options: &str) {
    let record = Extractor::new().extract(source);
    let text = record.text.as_str();
    naba_tests::fragment::check(&record);

    let mut end = 0;
    let (mut kept, mut removed) = (0, 0);
    for segment in &record.segments {
        assert_eq!(segment.span.start, end, "segments tile");
        assert!(!segment.span.is_empty(), "an empty segment at {end}");
        end = segment.span.end;
        *(if segment.label.is_article() { &mut kept } else { &mut removed }) += segment.span.len();
        assert!(!segment.rule.as_str().is_empty(), "a segment without a rule");
        assert_eq!(segment.article.is_some(), segment.label.is_article(), "{segment:?}");
        if let Some(index) = segment.article {
            let article = record.articles[index].span;
            assert!(
                segment.span.start <= article.end && article.start <= segment.span.end,
                "{segment:?} in {article:?}"
            );
        }
    }
    assert_eq!(end, text.len(), "segments reach the end");
    assert_eq!(kept + removed, text.len(), "nothing is lost");

    let mut end = 0;
    for article in &record.articles {
        assert!(article.span.start >= end && article.span.end >= article.span.start, "articles are apart: {article:?}");
        end = article.span.end;
        assert!(!article.article_body.contains(['\r', '\0', '\u{2028}']), "a clean body: {:?}", article.article_body);
        assert!(!article.article_body.contains("\n\n\n"), "paragraphs apart: {:?}", article.article_body);
        assert_eq!(article.article_body.trim(), article.article_body, "no white space around a body");
    }

    let value = serde_json::to_value(&record).unwrap();
    each_object("record", &value, &mut |path, object| {
        assert!(object.values().all(|value| !value.is_null()), "{path}: absent values are absent");
        for key in ["span", "core"].into_iter().filter(|key| object.contains_key(*key)) {
            let [start, end]: [usize; 2] = serde_json::from_value(object[key].clone()).unwrap();
            let quoted = text.get(start..end);
            assert!(quoted.is_some(), "{path}.{key}: {start}..{end} is no range of the text");
            // The span of an event is its sentence, which holds more than its name.
            let is_event = object.contains_key("eventStatus");
            let keys = ["exact", "text", "name"].into_iter().filter(|said| !(is_event && *said == "name"));
            // What is said in markup alone stands at an empty span.
            let is_shown = start < end || options.is_empty();
            for said in keys.filter_map(|said| object.get(said)).filter(|_| is_shown) {
                assert!(key == "core" || said.as_str() == quoted, "{path}: {said} is not {quoted:?}");
            }
        }
    });

    assert_eq!(Extractor::new().extract(source), record, "the same page, the same record");
    for positions in [Positions::Utf16, Positions::Utf32] {
        let converted = record.clone().with_positions(positions);
        assert_converted(&value, &serde_json::to_value(&converted).unwrap(), positions);
        let json = json::extract_json(&Extractor::new(), page, options, positions).unwrap();
        assert_eq!(serde_json::from_str::<Record>(&json).unwrap(), converted, "JSON there and back");
    }
    assert_eq!(serde_json::from_value::<Record>(value).unwrap(), record, "JSON there and back");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_laws_hold_of_any_text(page in any_text()) {
        check(&page);
    }

    #[test]
    fn the_laws_hold_of_any_page(page in page()) {
        check(&page);
    }

    #[test]
    fn the_laws_hold_of_any_html(page in prop_oneof![tag_soup(), any_text()]) {
        check_html(&page);
    }

    #[test]
    fn any_bytes_give_a_record(bytes in prop::collection::vec(any::<u8>(), 0..400), header in prop::option::of(".{0,40}")) {
        let record = Extractor::new().extract(&Source::bytes(&bytes, header.as_deref()));
        prop_assert_eq!(record.segments.last().map_or(0, |last| last.span.end), record.text.len());
    }

    #[test]
    fn sentences_tile_any_text(text in prop_oneof![any_text(), page()]) {
        let mut end = 0;
        for span in naba::sentences(&text) {
            prop_assert_eq!(span.start, end);
            prop_assert!(!span.is_empty() && span.of(&text).is_some());
            end = span.end;
        }
        prop_assert_eq!(end, text.len());
    }

    #[test]
    fn dates_quote_any_text(text in prop_oneof![any_text(), page(), dated()], anchor in prop::bool::ANY) {
        let mut end = 0;
        for date in naba::dates(&text, None, anchor.then_some("2024-02-29")).unwrap() {
            prop_assert_eq!(date.span.of(&text), Some(date.exact.as_str()));
            prop_assert!(date.span.start >= end, "dates do not overlap");
            prop_assert!(date.from.is_none() || date.to.is_none() || date.from <= date.to, "{:?}", date);
            end = date.span.end;
        }
    }

    #[test]
    fn folding_leads_back(text in prop_oneof![any_text(), page()]) {
        let folded = naba::text::fold(&text);
        let mut last = 0;
        for (at, _) in folded.as_str().char_indices() {
            let source = folded.source(at);
            prop_assert!(source >= last && text.is_char_boundary(source), "{} to {}", at, source);
            last = source;
        }
        prop_assert_eq!(folded.source(folded.as_str().len()), text.len());
    }
}

/// A value of a JSON Schema with every property there; each span is a new place of the text.
fn fill(schema: &Value, root: &Value, next: &mut usize) -> Value {
    if let Some(name) = schema["$ref"].as_str() {
        let name = name.rsplit('/').next().unwrap();
        if name == "Span" {
            *next += 1;
            return json!([*next, *next + 1]);
        }
        return fill(&root["$defs"][name], root, next);
    }
    if let Some(value) = schema.get("const") {
        return value.clone();
    }
    for key in ["oneOf", "anyOf", "enum"] {
        match schema[key].as_array().and_then(|choices| choices.first()) {
            Some(choice) if key == "enum" => return choice.clone(),
            Some(choice) => return fill(choice, root, next),
            None => {}
        }
    }
    match schema["type"].as_str() {
        Some("object") => {
            let properties = schema["properties"].as_object().into_iter().flatten();
            let mut map: Map<String, Value> =
                properties.map(|(key, property)| (key.clone(), fill(property, root, next))).collect();
            if schema["additionalProperties"].is_object() {
                map.insert("ar".to_owned(), fill(&schema["additionalProperties"], root, next));
            }
            Value::Object(map)
        }
        Some("array") => json!([fill(&schema["items"], root, next)]),
        Some("integer") => json!(1),
        Some("number") => json!(1.5),
        Some("boolean") => json!(true),
        _ => json!("نص"),
    }
}

/// A record made from the schema, so that a new type with a span cannot be forgotten in the change of units.
#[test]
fn every_span_changes_its_unit() {
    let schema = serde_json::to_value(naba::schema()).unwrap();
    let mut places = 0;
    let mut filled = fill(&schema, &schema, &mut places);
    assert!(places > 20, "only {places} spans in the schema");
    let text: String = "😀ن".chars().cycle().take(2 * places).collect();
    let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    spread(&mut filled, &boundaries);
    filled["text"] = json!(text);
    filled["positions"] = json!("utf-8");
    let record: Record = serde_json::from_value(filled).unwrap();
    let value = serde_json::to_value(&record).unwrap();
    assert_eq!(spans(&value).len(), places, "the record has all spans of the schema");
    for positions in [Positions::Utf16, Positions::Utf32] {
        let converted = record.clone().with_positions(positions);
        assert_converted(&value, &serde_json::to_value(&converted).unwrap(), positions);
    }
}

/// Turns counts of characters into the bytes where they begin.
fn spread(value: &mut Value, boundaries: &[usize]) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| spread(item, boundaries)),
        Value::Object(map) => {
            for (key, item) in map {
                if matches!(key.as_str(), "span" | "core") {
                    let span: [usize; 2] = serde_json::from_value(item.clone()).unwrap();
                    *item = json!(span.map(|at| boundaries[at]));
                } else {
                    spread(item, boundaries);
                }
            }
        }
        _ => {}
    }
}
