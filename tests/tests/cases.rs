//! The pages in `tests/cases`: what the library says of each is what its `record.json` expects.
//!
//! `NABA_UPDATE_CASES=1` writes the expectations instead; only this runner does. Review them by `git diff`.

use std::path::{Path, PathBuf};
use std::{env, fs};

use naba::{Extractor, Positions, json};
use serde_json::{Value, json};

const HOW: &str = "review the change, then run with `NABA_UPDATE_CASES=1`";

/// The folders with a `case.toml`, in order.
fn cases(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    let folders = entries.into_iter().filter(|path| path.is_dir());
    folders.flat_map(|path| if path.join("case.toml").exists() { vec![path] } else { cases(&path) }).collect()
}

fn record(folder: &Path) -> Value {
    let page = fs::read_to_string(folder.join("page.txt")).expect("page.txt");
    let mut case: toml::Table = fs::read_to_string(folder.join("case.toml")).unwrap().parse().expect("case.toml");
    let why = case.remove("why").expect("case.toml has a `why`");
    assert!(why.as_str().is_some_and(|why| !why.is_empty()), "`why` gives the reason");
    let options = json!(case).to_string();
    let json = json::extract_json(&Extractor::new(), &page, &options, Positions::Utf8).expect("options");
    serde_json::from_str(&json).unwrap()
}

#[test]
fn every_case_gives_the_record_it_expects() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let is_update = env::var_os("NABA_UPDATE_CASES").is_some_and(|value| value == "1");
    let folders = cases(&root);
    assert!(!folders.is_empty(), "no cases in {}", root.display());
    let mut faults = Vec::new();
    for folder in folders {
        let name = folder.strip_prefix(&root).unwrap_or(&folder).display().to_string();
        let path = folder.join("record.json");
        let actual = format!("{:#}\n", record(&folder));
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if actual == expected {
            continue;
        }
        if is_update {
            fs::write(&path, actual).unwrap();
            println!("wrote {}", path.display());
            continue;
        }
        let lines = actual.lines().zip(expected.lines());
        let at = lines.take_while(|(actual, expected)| actual == expected).count();
        let line = |text: &str| text.lines().nth(at).unwrap_or("the end").trim().to_owned();
        faults.push(format!("{name}, line {}: `{}` is not `{}`", at + 1, line(&actual), line(&expected)));
    }
    assert!(faults.is_empty(), "{}\n{HOW}", faults.join("\n"));
}
