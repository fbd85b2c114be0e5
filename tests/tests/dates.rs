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
