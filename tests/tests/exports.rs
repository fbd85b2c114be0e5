//! The records in `tests/exports` and their views: JSON-LD, iCalendar, Markdown, HTML, tables.
//!
//! `NABA_UPDATE_CASES=1` writes the expectations; only this runner does, and the hosts read them. Review them by `git diff`.

use std::path::{Path, PathBuf};
use std::{env, fs};

use naba::{Cell, CellType, Positions, Record, Table, json};
use naba_tests::fragment;
use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("exports")
}

/// The records by the name of their folder.
fn records() -> Vec<(String, String)> {
    let entries = fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<_> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    assert!(folders.len() >= 4);
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    folders.iter().map(|path| (name(path), fs::read_to_string(path.join("record.json")).unwrap())).collect()
}

fn record(json: &str) -> Record {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}"))
}

/// All views of a record as the boundary gives them, under the names of their files.
fn views(json: &str) -> Vec<(String, String)> {
    let mut views = vec![
        ("graph.jsonld".to_owned(), json::json_ld(json).unwrap()),
        ("calendar.ics".to_owned(), json::ics(json).unwrap()),
        ("articles.md".to_owned(), json::markdown(json).unwrap()),
        ("record.html".to_owned(), json::html(json).unwrap()),
        ("cards.html".to_owned(), json::cards(json).unwrap()),
    ];
    let mut tables = serde_json::Map::new();
    for name in Table::ALL.map(Table::name) {
        views.push((format!("{name}.csv"), json::csv(json, name).unwrap()));
        tables.insert(name.to_owned(), serde_json::from_str(&json::table(json, name).unwrap()).unwrap());
    }
    views.push(("tables.json".to_owned(), format!("{:#}\n", Value::Object(tables))));
    views
}

/// Whether a column of this type may hold a cell.
fn fits(cell: &Cell, of: CellType) -> bool {
    match cell {
        Cell::Absent => of != CellType::List,
        Cell::Text(_) => of == CellType::Text,
        Cell::Integer(_) => matches!(of, CellType::Integer | CellType::Number),
        Cell::Number(_) => of == CellType::Number,
        Cell::Flag(_) => of == CellType::Flag,
        Cell::Day(_) => of == CellType::Day,
        Cell::List(_) => of == CellType::List,
        _ => false,
    }
}

#[test]
fn every_record_gives_the_views_it_expects() {
    let is_update = env::var_os("NABA_UPDATE_CASES").is_some_and(|value| value == "1");
    let mut faults = Vec::new();
    for (name, json) in records() {
        for (file, actual) in views(&json) {
            let path = root().join(&name).join(&file);
            if fs::read_to_string(&path).is_ok_and(|expected| expected == actual) {
                continue;
            }
            if is_update {
                fs::write(&path, actual).unwrap();
            } else {
                faults.push(format!("{name}/{file} differs: run with `NABA_UPDATE_CASES=1` and review the change"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What must hold of the views of any record.
fn check(json: &str) {
    let record = record(json);
    assert_eq!(views(json), views(json));

    let graph: Value = serde_json::from_str(&record.to_json_ld()).expect("JSON");
    assert!(graph["@graph"].is_array());
    assert!(!record.to_json_ld().contains('<'), "a script could end here");

    let calendar = record.to_ics();
    assert!(calendar.ends_with("\r\n"));
    for line in calendar.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.chars().any(char::is_control), "{line:?}");
    }
    let unfolded = calendar.replace("\r\n ", "");
    let lines: Vec<&str> = unfolded.split_terminator("\r\n").collect();
    let count = |start: &str| lines.iter().filter(|line| line.starts_with(start)).count();
    let entries = count("BEGIN:VEVENT");
    assert!(entries <= record.events.len());
    for once in ["END:VEVENT", "UID:", "DTSTAMP:", "DTSTART", "SUMMARY:"] {
        assert_eq!(count(once), entries, "{once}");
    }
    let mut ids: Vec<&&str> = lines.iter().filter(|line| line.starts_with("UID:")).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), entries, "an id is there twice");

    let text = record.to_markdown();
    assert!(!text.chars().any(|c| c.is_control() && c != '\n'));

    fragment::check(&record);

    for table in Table::ALL {
        let name = table.name();
        let rows = record.to_table(table);
        let columns = table.columns();
        for row in rows.rows() {
            assert_eq!(row.len(), columns.len());
            assert!(row.iter().zip(&columns).all(|(cell, (_, of))| fits(cell, *of)), "{name}: {row:?}");
        }
        let parsed = csv(&rows.to_csv());
        assert_eq!(parsed.len(), rows.rows().len() + 1, "{name}");
        for fields in &parsed {
            assert_eq!(fields.len(), rows.columns().len(), "{name}");
            assert!(!fields.iter().any(|field| field.starts_with(['=', '+', '@'])), "{name}: {fields:?}");
        }
        assert_eq!(rows.to_json_lines().lines().count(), rows.rows().len());
    }
}

/// The fields of CSV as RFC 4180 defines it.
fn csv(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut field) = (Vec::new(), Vec::new(), String::new());
    let mut is_quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if is_quoted && chars.peek() == Some(&'"') => field.extend(chars.next()),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(std::mem::take(&mut field)),
            '\r' if !is_quoted => {
                assert_eq!(chars.next(), Some('\n'));
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            c => field.push(c),
        }
    }
    assert!(!is_quoted && row.is_empty() && field.is_empty());
    rows
}

#[test]
fn laws_hold_of_records_as_they_come() {
    for (_, json) in records() {
        check(&json);
    }
    check(&serde_json::to_string(&Record::default()).unwrap());
}

#[test]
fn laws_hold_whatever_the_texts_are() {
    let long = "كلمة 😀; ".repeat(100);
    let hostile = [
        "",
        " ",
        "\0\u{1}\u{7f}\u{85}",
        "\r\nEND:VCALENDAR\r\n",
        "=1+1",
        "\"quoted\", 'single' \\ ; |",
        "\u{202E}\u{2066}نص\u{200F}\u{2028}\u{FEFF}",
        "👩‍👩‍👧‍👦\u{301}\u{64B}",
        "2024-06-12",
        "0000-00-00/9999-99-99",
        "P1D",
        "https://example.org/",
        "article-1",
        "</script><!-- ]]>",
        &long,
    ];
    for (_, json) in records() {
        for text in hostile {
            let mut value: Value = serde_json::from_str(&json).unwrap();
            each_text(&mut value, &mut |old| *old = text.to_owned());
            check(&value.to_string());
        }
    }
}

#[test]
fn a_long_record_takes_no_long_time() {
    let mut value: Value =
        serde_json::from_str(&fs::read_to_string(root().join("en-session/record.json")).unwrap()).unwrap();
    let events = value["events"].as_array().unwrap().clone();
    value["events"] = events.iter().cycle().take(4_000).cloned().collect();
    value["articles"][0]["headline"] = serde_json::json!({"text": "خبر 😀 ".repeat(100_000), "span": [0, 1]});
    let record: Record = serde_json::from_value(value).unwrap();
    assert!(record.to_ics().matches("BEGIN:VEVENT").count() > 1_000);
    assert!(record.to_json_ld().len() + record.to_markdown().len() > 1_000_000);
}

/// Visits every text of a record that is no word of its vocabulary.
fn each_text(value: &mut Value, visit: &mut dyn FnMut(&mut String)) {
    const WORDS: [&str; 14] = [
        "type",
        "positions",
        "format",
        "label",
        "basis",
        "form",
        "comparator",
        "certainty",
        "code",
        "as",
        "eventStatus",
        "attendanceMode",
        "salience",
        "modifier",
    ];
    match value {
        Value::String(text) => visit(text),
        Value::Array(items) => items.iter_mut().for_each(|item| each_text(item, visit)),
        Value::Object(map) => {
            map.iter_mut()
                .filter(|(key, _)| !WORDS.contains(&key.as_str()))
                .for_each(|(_, value)| each_text(value, visit));
        }
        _ => {}
    }
}

#[test]
fn views_do_not_depend_on_the_unit_of_positions() {
    let page = fs::read_to_string(root().join("../cases/ar/astral-before-arabic/record.json")).unwrap();
    // The spans of the hostile record fit no text.
    let records = records().into_iter().filter(|(name, _)| name != "hostile").map(|(_, json)| json);
    for json in records.chain([page]) {
        let bytes = record(&json);
        for positions in [Positions::Utf16, Positions::Utf32] {
            let other = bytes.clone().with_positions(positions);
            assert_eq!(other.to_json_ld(), bytes.to_json_ld());
            assert_eq!(other.to_ics(), bytes.to_ics());
            assert_eq!(other.to_markdown(), bytes.to_markdown());
            let column = |record: &Record| {
                let rows = record.to_table(Table::Events);
                let at = rows.columns().iter().position(|&name| name == "sentence").unwrap();
                rows.rows().iter().map(|row| row[at].clone()).collect::<Vec<_>>()
            };
            assert_eq!(column(&other), column(&bytes));
        }
    }
}
