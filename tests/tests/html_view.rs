//! Records as HTML, those of all cases and those that nobody would write: safe, whole, and in time and size linear.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use naba::{Positions, Record};
use naba_tests::fragment;
use serde_json::{Value, json};

/// All records that are written down, with the names of their folders.
fn records() -> Vec<(String, Record)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = vec![root.join("cases"), root.join("exports")];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.ends_with("record.json") {
            let name = path.parent().unwrap().strip_prefix(root).unwrap().display().to_string();
            found.push((name, serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap()));
        }
    }
    assert!(found.len() > 60);
    found.sort_by(|one, other| one.0.cmp(&other.0));
    found
}

#[test]
fn every_record_gives_a_safe_fragment_with_all_its_text() {
    let records = records();
    for (name, record) in &records {
        println!("{name}");
        fragment::check(record);
    }
    let all: Vec<Record> = records.into_iter().map(|(_, record)| record).collect();
    let table = naba::records_to_html(&all, 0);
    fragment::check_fragment(&table);
    assert_eq!(table.matches("<tr>").count(), 51);
    assert!(table.contains(&format!("{} pages · the first 50", all.len())));
    fragment::check(&Record::default());
    assert!(naba::records_to_html(&[], 0).contains("0 pages<"));
}

#[test]
fn fragments_are_small() {
    for (name, record) in records() {
        let most = 9_000 + 8 * record.text.len() + 700 * (record.events.len() + record.organizations.len());
        let size = record.to_html().len();
        assert!(size < most, "{name}: {size} bytes for {} bytes of text", record.text.len());
    }
}

/// What the body of each article names is marked in it, as far as the body was not changed there.
#[test]
fn bodies_are_marked() {
    let (mut marked, mut named) = (0, 0);
    for (_, record) in records().into_iter().filter(|(name, _)| !name.ends_with("hostile")) {
        let html = record.to_html();
        marked += html.split_once("<details").unwrap().0.matches("\" title=\"").count();
        let in_body = |span: naba::Span| {
            let mut segments = record.segments.iter().filter(|segment| segment.label.is_body());
            segments.any(|segment| segment.span.contains(span))
        };
        named += record.articles.iter().flat_map(|article| &article.mentions).filter(|each| in_body(each.span)).count();
    }
    println!("{marked} of {named} are marked");
    assert!(named > 200 && marked * 100 > named * 97, "{marked} of {named} are marked");
}

#[test]
fn fragments_do_not_depend_on_the_unit_of_positions() {
    for (name, record) in records().into_iter().filter(|(name, _)| !name.ends_with("hostile")) {
        for positions in [Positions::Utf16, Positions::Utf32] {
            let other = record.clone().with_positions(positions);
            assert!(other.to_html() == record.to_html(), "{name}");
            assert!(other.events_to_html() == record.events_to_html(), "{name}");
        }
    }
}

/// Visits every span of a record.
fn each_span(value: &mut Value, visit: &mut dyn FnMut(&mut Value)) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| each_span(item, visit)),
        Value::Object(map) => {
            for (key, value) in map {
                if key == "span" {
                    visit(value);
                } else {
                    each_span(value, visit);
                }
            }
        }
        _ => {}
    }
}

#[test]
fn spans_may_be_anything() {
    let records = records();
    let chosen =
        ["exports/ar-workshop", "exports/fr-prizes", "cases/ar/article-inside-read-also", "cases/fr/newspaper-article"];
    let mut random = 7_u64;
    let mut next = |most: usize| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) as usize % most
    };
    for (_, record) in records.iter().filter(|(name, _)| chosen.contains(&name.as_str())) {
        for round in 0..24 {
            let mut value = serde_json::to_value(record).unwrap();
            let end = record.text.len() + 9;
            value["positions"] = json!(["utf-8", "utf-16", "utf-32"][round % 3]);
            each_span(&mut value, &mut |span| {
                *span = match next(9) {
                    0 => json!([next(end), u64::MAX]),
                    1 => json!([u64::MAX, next(end)]),
                    2 => json!([0, end - 9]),
                    3..6 => json!([next(end), next(end)]),
                    _ => span.clone(),
                };
            });
            fragment::check(&serde_json::from_value(value).unwrap());
        }
    }
}

/// A record in which something is there many times over.
fn grown(what: &str, count: usize) -> Record {
    let text = "منظمة اليونسكو في الرباط <b> 😀 ".repeat(count);
    let all = json!([0, text.len()]);
    let evidence = json!({"rule": "test", "span": [0, 1], "certainty": "pattern"});
    let long = "اسم ".repeat(count);
    let event = json!({
        "id": "event-1", "type": "meeting", "eventStatus": "held", "salience": "main", "organizer": ["o"], "host": [],
        "partner": [], "funder": [], "supervisor": [], "patron": [], "party": [], "participants": [], "name": long,
        "participatingCountries": ["MA"], "quantities": [], "awards": [], "superEvent": "event-1", "span": all,
        "location": {"city": "الرباط", "country": "MA", "basis": "stated"}, "evidence": evidence,
    });
    let segment = json!({"span": all, "label": "body", "article": 0, "rule": "test"});
    let mention = |at: usize| json!({"type": "place", "span": [at, text.len() - at], "exact": "", "id": "o", "evidence": evidence});
    let article = json!({
        "id": "article-1", "span": all, "inLanguage": "ar", "author": [], "keywords": [], "relatedLink": [],
        "articleBody": text, "about": [], "mentions": [], "fingerprint": "",
    });
    let organization = json!({
        "id": "o", "name": long, "names": {}, "acronyms": {}, "type": "igo", "sameAs": [], "linked": true,
        "reconstructed": false, "parentOrganization": "o",
    });
    let mut value = json!({
        "text": text, "positions": "utf-8", "format": "text", "inLanguage": ["ar"], "segments": [segment],
        "articles": [article], "events": [event], "organizations": [organization], "people": [],
        "places": [{"id": "p", "name": long, "names": {}, "country": "MA", "basis": "stated"}], "warnings": [],
    });
    let times = |value: &Value| Value::Array(vec![value.clone(); count]);
    match what {
        "segments" => value["segments"] = times(&segment),
        "mentions" => value["articles"][0]["mentions"] = (0..count).map(mention).collect(),
        "mentions in a row" => {
            let mentions = (0..count).map(|at| json!({"type": "place", "span": [at * 54, at * 54 + 10], "exact": "", "id": "o", "evidence": evidence}));
            value["articles"][0]["mentions"] = mentions.collect();
        }
        "articles" => {
            value["articles"] = times(&article);
            (0..count).for_each(|at| value["articles"][at]["articleBody"] = json!("نص"));
        }
        "events" => {
            value["events"] = times(&event);
            (0..count).for_each(|at| value["events"][at]["name"] = Value::Null);
        }
        "nameless events" => {
            let mut event = event;
            event["organizer"] = Value::Array(vec![json!("o"); count]);
            event["name"] = Value::Null;
            value["events"] = json!([event.clone()]);
            event["id"] = json!("event-2");
            event["organizer"] = json!([]);
            value["events"].as_array_mut().unwrap().extend(vec![event; count]);
        }
        "warnings" => value["warnings"] = times(&json!({"code": "noArticle", "span": all, "message": "`x`"})),
        "organizations" => {
            value["organizations"] = times(&organization);
            (1..count).for_each(|at| value["organizations"][at]["name"] = json!("x"));
        }
        _ => {}
    }
    serde_json::from_value(value).unwrap()
}

#[test]
fn twice_the_record_is_twice_the_work() {
    let kinds = [
        "text",
        "segments",
        "mentions",
        "mentions in a row",
        "articles",
        "events",
        "nameless events",
        "warnings",
        "organizations",
    ];
    for what in kinds {
        fragment::check(&grown(what, 40));
        let count = if what.ends_with("events") { 200 } else { 1_000 };
        let (one, two) = (grown(what, count), grown(what, 2 * count));
        let work = |record: &Record| {
            let start = Instant::now();
            let size = record.to_html().len() + record.events_to_html().len();
            (size, start.elapsed())
        };
        let least = |record: &Record| (0..5).map(|_| work(record).1).min().unwrap();
        let (one_size, two_size) = (work(&one).0 as f64, work(&two).0 as f64);
        let (one, two) = (least(&one), least(&two));
        println!(
            "{what:20} {one_size:9} bytes, {:.2} times {one:?}, {:.2} times",
            two_size / one_size,
            two.div_duration_f64(one)
        );
        assert!(two_size / one_size < 2.1, "{what}: {two_size} bytes after {one_size}");
        assert!(two < 3 * one + Duration::from_millis(20), "{what}: {two:?} after {one:?}");
    }
}

#[test]
fn marks_of_direction_turn_nothing() {
    let (_, mut record) = records().into_iter().find(|(name, _)| name == "exports/ar-workshop").unwrap();
    record.organizations[0].name = "a\u{202E}b\u{2069}\u{2066}".into();
    record.warnings =
        serde_json::from_value(json!([{"code": "noArticle", "message": "a `\u{202E}` \u{2069}"}])).unwrap();
    fragment::check(&record);
}

#[test]
fn hosts_get_the_same() {
    let (_, record) = records().into_iter().find(|(name, _)| name == "exports/fr-prizes").unwrap();
    let text = serde_json::to_string(&record).unwrap();
    assert_eq!(naba::json::html(&text).unwrap(), record.to_html());
    assert_eq!(naba::json::cards(&text).unwrap(), record.events_to_html());
    let table = naba::json::html_table(&format!("[{text}, {text}]"), 9).unwrap();
    assert_eq!(table, naba::records_to_html(&[record.clone(), record], 9));
    assert!(table.contains("9 pages · the first 2"));
    let error = naba::json::html_table("7", 1).unwrap_err().to_string();
    assert!(error.starts_with("record: "), "{error}");
}
