//! Every rule of every language against the examples and counterexamples in its own entry.

use std::fs;
use std::path::{Path, PathBuf};

use naba::inspect::rule_of;
use naba::resources::RuleFile;

/// The files of rules with their ids: `fr/boilerplate`.
fn files() -> Vec<(String, PathBuf)> {
    let languages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/data/languages");
    let mut files = Vec::new();
    for language in fs::read_dir(languages).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        let tag = language.file_name().unwrap().to_string_lossy().into_owned();
        for path in fs::read_dir(&language).unwrap().map(|entry| entry.unwrap().path()) {
            let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
            if !matches!(stem.as_str(), "language" | "dates" | "cldr" | "names" | "verbs" | "awards" | "events") {
                files.push((format!("{tag}/{stem}"), path));
            }
        }
    }
    files.sort();
    files
}

fn read(path: &Path) -> RuleFile {
    toml::from_str(&fs::read_to_string(path).unwrap()).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn examples_match_and_counterexamples_do_not() {
    let mut faults = Vec::new();
    let mut count = 0;
    for (file, path) in files() {
        for rule in read(&path).rule {
            let id = format!("{file}/{}", rule.id);
            for example in &rule.examples {
                count += 1;
                match rule_of(example) {
                    Some((found, label)) if found == id || label == rule.label => {}
                    Some((found, label)) => {
                        faults.push(format!("{id}: the example `{example}` goes to {found} ({label:?})"));
                    }
                    None => faults.push(format!("{id}: the example `{example}` matches no rule")),
                }
            }
            for counterexample in &rule.counterexamples {
                count += 1;
                if rule_of(counterexample).is_some_and(|(found, _)| found == id) {
                    faults.push(format!("{id}: the counterexample `{counterexample}` matches it"));
                }
            }
        }
    }
    assert!(count > 300, "only {count} examples in {} files", files().len());
    assert!(faults.is_empty(), "{} faults in {count} examples\n{}", faults.len(), faults.join("\n"));
}

/// A rule that another one always hides says nothing: at least one example of each must be its own.
#[test]
fn every_rule_decides_something() {
    let mut faults = Vec::new();
    for (file, path) in files() {
        for rule in read(&path).rule {
            let id = format!("{file}/{}", rule.id);
            let is_own = |example: &String| rule_of(example).is_some_and(|(found, _)| found == id);
            if !rule.examples.iter().any(is_own) {
                faults.push(format!("{id}: no example is decided by this rule"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn words_of_classes_say_what_their_examples_are() {
    let data = include_str!("../../core/data/markup.toml");
    let file: toml::Table = toml::from_str(data).expect("the file is TOML");
    let parts = file.get("part").and_then(toml::Value::as_array).expect("it has parts");
    let mut faults = Vec::new();
    for part in parts {
        let id = part.get("id").and_then(toml::Value::as_str).expect("a part has an id");
        for (list, expected) in [("examples", true), ("counterexamples", false)] {
            let classes = part.get(list).and_then(toml::Value::as_array).expect("a part has examples");
            for class in classes.iter().filter_map(toml::Value::as_str) {
                if naba::inspect::parts_of(class).iter().any(|found| found == id) != expected {
                    faults.push(format!("{id}: `{class}` of `{list}` is {:?}", naba::inspect::parts_of(class)));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
