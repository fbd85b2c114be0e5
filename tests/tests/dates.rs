//! The table of `tests/accuracy/dates`: every expression, its value, and nothing else in its sentence.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

#[derive(Deserialize)]
struct Table {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    group: String,
    text: String,
    anchor: Option<String>,
    dates: Vec<Date>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Date {
    exact: String,
    edtf: Option<String>,
    from: Option<String>,
    to: Option<String>,
    /// Whether the stated day of the week agrees.
    weekday: Option<bool>,
    time: Option<String>,
    time_zone: Option<String>,
    calendar: Option<String>,
    modifier: Option<String>,
    repeat: Option<String>,
    duration: Option<String>,
    #[serde(default)]
    unresolved: bool,
}

impl Date {
    /// What differs, if anything does.
    fn difference(&self, found: &naba::Temporal) -> Option<String> {
        let modifier = found.modifier.map(|modifier| format!("{modifier:?}").to_lowercase());
        let pairs = [
            ("exact", Some(&self.exact), Some(&found.exact)),
            ("edtf", self.edtf.as_ref(), found.edtf.as_ref()),
            ("time", self.time.as_ref(), found.time.as_ref()),
            ("time zone", self.time_zone.as_ref(), found.time_zone.as_ref()),
            ("calendar", self.calendar.as_ref(), found.calendar.as_ref()),
            ("modifier", self.modifier.as_ref(), modifier.as_ref()),
            ("repeat", self.repeat.as_ref(), found.repeat_frequency.as_ref()),
            ("duration", self.duration.as_ref(), found.duration.as_ref()),
        ];
        let mut wrong: Vec<String> = pairs
            .into_iter()
            .filter(|(_, wanted, got)| wanted != got)
            .map(|(name, wanted, got)| format!("{name} {got:?}, not {wanted:?}"))
            .collect();
        for (wanted, got) in [(&self.from, &found.from), (&self.to, &found.to)] {
            if wanted.is_some() && wanted != got {
                wrong.push(format!("{got:?}, not {wanted:?}"));
            }
        }
        let agrees = found.weekday.as_ref().map(|weekday| weekday.agrees);
        if self.weekday.is_some() && agrees != self.weekday {
            wrong.push(format!("weekday agrees: {agrees:?}"));
        }
        if self.unresolved != (found.basis == naba::TemporalBasis::Unresolved) {
            wrong.push(format!("basis {:?}", found.basis));
        }
        (!wrong.is_empty()).then(|| wrong.join("; "))
    }
}

fn folder() -> PathBuf {
    std::env::var_os("NABA_DATES")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("accuracy/dates"), PathBuf::from)
}

#[test]
fn every_expression_of_the_table_is_read() {
    let mut groups = BTreeMap::<String, (usize, usize)>::new();
    let mut faults = Vec::new();
    for language in ["ar", "fr", "en"] {
        let file = folder().join(format!("{language}.toml"));
        let table: Table = toml::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        for case in table.case {
            let found = naba::dates(&case.text, Some(language), case.anchor.as_deref()).unwrap();
            let mut left = found.iter().collect::<Vec<_>>();
            let group = groups.entry(format!("{language} {}", case.group)).or_default();
            let mut wrong = Vec::new();
            for date in &case.dates {
                let same = left.iter().position(|found| date.difference(found).is_none());
                match same {
                    Some(at) => _ = left.remove(at),
                    None => {
                        let near = left
                            .iter()
                            .find(|found| found.exact.contains(&date.exact) || date.exact.contains(&found.exact));
                        let why =
                            near.and_then(|found| date.difference(found)).unwrap_or_else(|| "not found".to_owned());
                        wrong.push(format!("{}: {why}", date.exact));
                    }
                }
            }
            wrong.extend(left.iter().map(|found| format!("found `{}` {:?}", found.exact, found.edtf)));
            group.0 += usize::from(wrong.is_empty());
            group.1 += 1;
            if !wrong.is_empty() {
                faults.push(format!("{language} {} `{}`\n    {}", case.group, case.text, wrong.join("\n    ")));
            }
        }
    }
    for (group, (right, all)) in &groups {
        println!("{group}: {right}/{all}");
    }
    assert!(faults.is_empty(), "{} sentences are not read right:\n{}", faults.len(), faults.join("\n"));
}

/// What follows the arrow of an example: the value in EDTF, or `none`.
fn value(example: &str) -> (&str, Option<&str>) {
    let (text, value) = example.rsplit_once(" -> ").unwrap_or_else(|| panic!("`{example}` has no arrow"));
    (text, (value != "none").then_some(value))
}

#[test]
fn every_shape_reads_its_examples_and_not_its_counterexamples() {
    let languages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/data/languages");
    let mut faults = Vec::new();
    let mut count = 0;
    for folder in fs::read_dir(languages).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        let tag = folder.file_name().unwrap().to_string_lossy().into_owned();
        let Ok(text) = fs::read_to_string(folder.join("dates.toml")) else { continue };
        let words: naba::resources::DateWords = toml::from_str(&text).unwrap();
        let language = (tag != "und").then_some(tag.as_str());
        for shape in &words.shape {
            for (text, wanted) in shape.examples.iter().map(|example| value(example)) {
                count += 1;
                let found = naba::dates(text, language, None).unwrap();
                let values: Vec<_> = found.iter().filter_map(|date| date.edtf.as_deref()).collect();
                if wanted.map_or(!values.is_empty(), |wanted| !values.contains(&wanted)) {
                    faults.push(format!("{tag}/dates/{}: `{text}` is {values:?}, not {wanted:?}", shape.id));
                }
            }
            for text in &shape.counterexamples {
                count += 1;
                let found = naba::dates(text, language, None).unwrap();
                let rule = format!("{tag}/dates/{}", shape.id);
                if let Some(date) = found.iter().find(|date| date.evidence.rule.as_str() == rule) {
                    faults.push(format!("{rule}: the counterexample `{text}` has `{}`", date.exact));
                }
            }
        }
    }
    assert!(count > 100, "only {count} examples");
    assert!(faults.is_empty(), "{} faults in {count} examples\n{}", faults.len(), faults.join("\n"));
}

/// Every class that a pattern names in braces has words in some language, or is one of code.
#[test]
fn every_class_of_a_pattern_is_known() {
    const OF_CODE: &[&str] = &[
        "date",
        "n",
        "nth",
        "unit",
        "pair",
        "single",
        "day",
        "near-day",
        "season",
        "decade",
        "relation",
        "modifier",
        "frequency",
        "hijri-year",
    ];
    let languages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/data/languages");
    let folders = fs::read_dir(languages).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    let read = |folder: PathBuf| fs::read_to_string(folder.join("dates.toml")).ok();
    let files: Vec<naba::resources::DateWords> =
        folders.filter_map(read).map(|text| toml::from_str(&text).unwrap()).collect();
    for pattern in files.iter().flat_map(|words| &words.shape).flat_map(|shape| &shape.patterns) {
        for class in pattern.split('{').skip(1).map(|rest| rest.split('}').next().unwrap()) {
            let is_known = OF_CODE.contains(&class) || files.iter().any(|words| words.words.contains_key(class));
            assert!(is_known, "`{pattern}` names `{{{class}}}`, which has no words");
        }
    }
}

#[test]
fn every_month_of_umm_al_qura_begins_on_its_day() {
    #[derive(Deserialize)]
    #[serde(rename_all = "kebab-case")]
    struct Table {
        first_day: String,
        years: BTreeMap<String, Vec<i64>>,
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/data/calendars/islamic-umalqura.toml");
    let table: Table = toml::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    let mut next = table.first_day;
    let mut months = 0;
    for (year, lengths) in &table.years {
        for (month, length) in lengths.iter().enumerate() {
            let name = ["محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة"]
                .into_iter()
                .chain(["رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة"])
                .nth(month)
                .unwrap();
            let day = |number: i64| {
                let text = format!("{number} {name} {year}هـ");
                let found = naba::dates(&text, Some("ar"), None).unwrap();
                assert_eq!(found.len(), 1, "{text}");
                found[0].edtf.clone().unwrap()
            };
            assert_eq!(day(1), next, "1 {name} {year}");
            // The day after the last of a month is the first of the next.
            let last = day(*length);
            let after = naba::dates("غدا", Some("ar"), Some(&last)).unwrap();
            next = after[0].edtf.clone().unwrap();
            months += 1;
        }
    }
    assert_eq!((months, next.as_str()), (1896, "2077-11-17"));
}

#[test]
fn an_anchor_that_is_no_day_is_an_error() {
    let error = naba::dates("hier", Some("fr"), Some("2024-02-30")).unwrap_err();
    assert_eq!(error.to_string(), "anchor: `2024-02-30` is not a day like `2024-06-12`");
}
