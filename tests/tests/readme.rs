//! What `README.md` shows is what happens.

use std::fs;
use std::path::Path;

use naba::{Extractor, Source};
use serde_json::Value;

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// What a fence of a language holds.
fn block<'t>(text: &'t str, language: &str) -> &'t str {
    let (_, rest) = text.split_once(&format!("```{language}\n")).unwrap();
    rest.split_once("```").unwrap().0
}

#[test]
fn its_page_gives_its_record() {
    let readme = read("../README.md");
    let page = block(&readme, "text");
    assert_eq!(page, read("cases/ar/readme/page.txt"));
    let record = serde_json::to_value(Extractor::new().extract(&Source::text(page))).unwrap();
    let known = record["segments"].as_array().unwrap();
    let shown = block(&readme, "json").lines().map(|line| line.trim().trim_end_matches(','));
    let segments: Vec<Value> =
        shown.filter(|line| line.starts_with(r#"{ "span""#)).map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(segments.len() >= 3);
    for shown in segments {
        let segment = known.iter().find(|segment| segment["span"] == shown["span"]).unwrap();
        let rule = shown["rule"].as_str().unwrap().trim_end_matches('…');
        assert!(segment["rule"].as_str().unwrap().starts_with(rule), "{segment}");
        assert_eq!(
            [&segment["label"], &segment["article"]],
            [&shown["label"], shown.get("article").unwrap_or(&Value::Null)]
        );
    }
    let headline = record["articles"][0]["headline"].to_string();
    let spaceless = |text: &str| text.split_whitespace().collect::<String>();
    assert!(spaceless(&readme).contains(&spaceless(&headline)), "{headline}");
}
