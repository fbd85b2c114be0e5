//! The house stands: imports go down the floors, files stay small, languages stay in the data.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The floors of `core/src`, lowest first. A file may use its own floor and those below; `lib.rs` uses all.
const FLOORS: &[&str] = &[
    "error",
    "text",
    "model",
    "resources",
    "date",
    "ingest",
    "segment",
    "article",
    "mention",
    "assemble",
    "export",
    "corpus",
    "extractor",
    "json",
];

/// Most lines of code in one file: neither blank, nor comment, nor unit test.
const MOST_LINES: usize = 400;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The Rust files below a folder, in order.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap().to_string_lossy();
        if path.is_dir() && !matches!(name.as_ref(), "target" | "node_modules") && !name.starts_with('.') {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

/// A view of a record needs the record and its text, and nothing of what made it.
#[test]
fn views_know_only_the_record() {
    for path in rust_files(&root().join("core/src/export")) {
        for (line, used) in used(&path) {
            let is_known = matches!(used.as_str(), "export" | "model" | "text" | "error");
            assert!(is_known, "{}:{line}: a view uses `{used}`", name(&path));
        }
    }
}

/// The name of a file below the root.
fn name(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().display().to_string()
}

/// The lines of code of a file with their numbers: neither blank, nor comment, nor unit test.
fn code(path: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(path).unwrap();
    let lines = text.lines().enumerate().take_while(|(_, line)| *line != "#[cfg(test)]");
    let lines = lines.map(|(at, line)| (at + 1, line.trim().to_owned()));
    lines.filter(|(_, line)| !line.is_empty() && !line.starts_with("//")).collect()
}

/// The modules at the root of the crate that a file names: `crate::text::Span`, `crate::{article, assemble}`.
fn used(path: &Path) -> Vec<(usize, String)> {
    let mut used = Vec::new();
    let mut open = false;
    for (number, line) in code(path) {
        let mut rest = line.as_str();
        if open {
            // Inside `use crate::{`, over several lines: each begins with a module.
            open = !line.starts_with('}');
            rest = if open { "" } else { rest };
            used.extend(open.then(|| (number, word(&line))));
        }
        while let Some(at) = rest.find("crate::") {
            let is_word = rest[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            rest = &rest[at + "crate::".len()..];
            match rest.strip_prefix('{') {
                _ if is_word => {}
                Some("") => open = true,
                Some(list) => used.extend(roots(list).map(|name| (number, name))),
                None => used.push((number, word(rest))),
            }
        }
    }
    used.retain(|(_, name)| name.starts_with(char::is_lowercase));
    used
}

/// The first word of each entry of a list `a::B, c::{D, E}, f}`.
fn roots(list: &str) -> impl Iterator<Item = String> {
    let mut depth = 0;
    let top: String = list
        .chars()
        .map_while(|c| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            (depth >= 0).then_some(if depth > 0 { ' ' } else { c })
        })
        .collect();
    top.split(',').map(|entry| word(entry.trim())).collect::<Vec<_>>().into_iter()
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| *floor == module)
}

#[test]
fn imports_go_down() {
    let source = root().join("core/src");
    let mut faults = Vec::new();
    let mut edges = 0;
    for path in rust_files(&source) {
        let inside = path.strip_prefix(&source).unwrap();
        let module = inside.iter().next().unwrap().to_string_lossy();
        let module = module.strip_suffix(".rs").unwrap_or(&module);
        if module == "lib" {
            continue;
        }
        let Some(own) = floor(module) else {
            faults.push(format!("{}: `{module}` has no floor; give it one in FLOORS", name(&path)));
            continue;
        };
        for (line, used) in used(&path) {
            edges += 1;
            match floor(&used) {
                Some(below) if below <= own => {}
                Some(_) => faults.push(format!("{}:{line}: `{module}` uses `{used}`, a floor above it", name(&path))),
                None => faults.push(format!("{}:{line}: `crate::{used}` is no floor", name(&path))),
            }
        }
    }
    assert!(edges > 30, "only {edges} uses of `crate::` were read");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_floor_is_there() {
    let source = root().join("core/src");
    for floor in FLOORS {
        assert!(source.join(floor).is_dir() || source.join(format!("{floor}.rs")).is_file(), "core/src/{floor}");
    }
}

#[test]
fn files_are_small() {
    let mut faults = Vec::new();
    for path in rust_files(&root()) {
        let lines = code(&path).len();
        if lines > MOST_LINES {
            faults.push(format!("{}: {lines} lines of code, more than {MOST_LINES}", name(&path)));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for() {
    for path in rust_files(&root()) {
        let text = fs::read_to_string(&path).unwrap();
        let first = text.lines().next().unwrap_or_default();
        let sentence = first.strip_prefix("//! ").unwrap_or_default();
        assert!(sentence.len() > 10, "{}: the first line is `//!` and a sentence, not `{first}`", name(&path));
    }
}

#[test]
fn languages_are_data() {
    let entries = fs::read_dir(root().join("core/data/languages")).unwrap();
    let folders = entries.map(|entry| entry.unwrap()).filter(|entry| entry.path().is_dir());
    let names = folders.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let tags: BTreeSet<String> = names.filter(|name| name != "und").collect();
    assert!(tags.len() >= 3, "{tags:?}");
    let mut faults = Vec::new();
    for path in rust_files(&root().join("core/src")) {
        for (line, text) in code(&path) {
            let tag = tags.iter().find(|tag| text.contains(&format!("\"{tag}\"")));
            faults.extend(tag.map(|tag| format!("{}:{line}: names the language `{tag}`: `{text}`", name(&path))));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
