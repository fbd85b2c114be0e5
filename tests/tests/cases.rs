//! The pages in `tests/cases`: what the library says of each is what its `record.json` expects.
//!
//! A `case.toml` also says in plain facts what its page is (`expect`). They were written before the record was, and a
//! record that breaks one is wrong, whatever `record.json` says.
//!
//! `NABA_UPDATE_CASES=1` writes the expectations, of cases whose facts hold; only this runner does. Review them by
//! `git diff`. `NABA_CASES=folder` reads other cases.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use naba::{Extractor, Label, Positions, Record, json};
use serde::Deserialize;
use serde_json::Value;

const HOW: &str = "review the change, then run with `NABA_UPDATE_CASES=1`";

/// `case.toml`: why the page is here, what the caller says of it, and the facts about it.
#[derive(Deserialize)]
struct Case {
    why: String,
    expect: Facts,
    #[serde(flatten)]
    options: BTreeMap<String, String>,
}

/// What a reader of the page says about it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Facts {
    /// Its articles, down the page.
    articles: Vec<ArticleFacts>,
    /// Languages of the page, the one with most text first.
    languages: Option<Vec<String>>,
    /// Lines that belong to an article: whole, or how they begin.
    #[serde(default)]
    kept: Vec<String>,
    /// Lines that do not.
    #[serde(default)]
    removed: Vec<String>,
    /// Lines by their label.
    #[serde(default)]
    labels: BTreeMap<String, Vec<String>>,
    /// Codes of all warnings, in any order.
    warnings: Option<Vec<String>>,
    /// What a page of HTML says about itself: `page` of the record, as far as it is given here.
    #[serde(default)]
    page: BTreeMap<String, Value>,
    /// Words that stand nowhere in the record.
    #[serde(default)]
    nowhere: Vec<String>,
}

/// What a reader says about one article.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ArticleFacts {
    /// Its title; empty when the page has none.
    headline: String,
    /// How its body begins and ends.
    first: String,
    last: String,
    /// The day of publication; empty when the page states none.
    date: Option<String>,
    /// The day it was changed on.
    modified: Option<String>,
    /// Place and agency of its dateline.
    dateline: Option<Vec<String>>,
    /// Dates in its text, with their EDTF (or ISO 8601 length or rhythm) after an arrow.
    #[serde(default)]
    dates: Vec<String>,
    language: Option<String>,
    /// The second title.
    second: Option<String>,
    source: Option<String>,
    keywords: Option<Vec<String>>,
    authors: Option<Vec<String>>,
    links: Option<Vec<String>>,
    paragraphs: Option<usize>,
    /// Words that stand in its body, and words that do not.
    #[serde(default)]
    has: Vec<String>,
    #[serde(default)]
    lacks: Vec<String>,
}

/// A date as a fact says it: its words, an arrow, its value.
fn said(date: &naba::Temporal) -> Option<String> {
    let value = [&date.edtf, &date.duration, &date.repeat_frequency].into_iter().flatten().next()?;
    Some(format!("{} -> {value}", date.exact))
}

/// The folders with a `case.toml`, in order.
fn cases(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    let folders = entries.into_iter().filter(|path| path.is_dir());
    folders.flat_map(|path| if path.join("case.toml").exists() { vec![path] } else { cases(&path) }).collect()
}

fn read(folder: &Path) -> (Case, String) {
    let html = fs::read_to_string(folder.join("page.html")).ok();
    let is_html = html.is_some();
    let page = html.unwrap_or_else(|| fs::read_to_string(folder.join("page.txt")).expect("page.txt or page.html"));
    let text = fs::read_to_string(folder.join("case.toml")).unwrap();
    let mut case: Case = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    if is_html {
        case.options.entry("format".to_owned()).or_insert_with(|| "html".to_owned());
    }
    assert!(!case.why.is_empty(), "{}: `why` gives the reason", folder.display());
    (case, page)
}

/// What is wrong with a record, by the facts.
struct Check<'r> {
    record: &'r Record,
    faults: Vec<String>,
}

impl Check<'_> {
    fn same<T: PartialEq + std::fmt::Debug>(&mut self, what: &str, actual: &T, expected: Option<T>) {
        if let Some(expected) = expected.filter(|expected| expected != actual) {
            self.faults.push(format!("{what} is {actual:?}, not {expected:?}"));
        }
    }

    fn facts(mut self, facts: Facts) -> Vec<String> {
        self.lines("kept", &facts.kept, Label::is_article);
        self.lines("removed", &facts.removed, |label| !label.is_article());
        for (name, starts) in facts.labels {
            let label: Label = serde_json::from_value(Value::String(name.clone())).expect("a label");
            self.lines(&name, &starts, |actual| actual == label);
        }
        self.same("languages", &self.record.in_language.clone(), facts.languages);
        let mut codes: Vec<String> = self.record.warnings.iter().map(|warning| name_of(&warning.code)).collect();
        codes.sort();
        self.same("warnings", &codes, facts.warnings);
        let page = serde_json::to_value(&self.record.page).unwrap();
        for (name, value) in facts.page {
            self.same(&format!("page.{name}"), &page[&name], Some(value));
        }
        let json = serde_json::to_string(self.record).unwrap();
        for words in facts.nowhere.iter().filter(|words| json.contains(words.as_str())) {
            self.faults.push(format!("`{words}` is in the record"));
        }
        let headlines: Vec<&str> =
            self.record.articles.iter().map(|a| a.headline.as_ref().map_or("", |headline| &headline.text)).collect();
        let expected: Vec<&str> = facts.articles.iter().map(|article| article.headline.as_str()).collect();
        if headlines == expected {
            for (index, article) in facts.articles.into_iter().enumerate() {
                self.article(index, article);
            }
        } else {
            self.faults.push(format!("headlines are {headlines:?}, not {expected:?}"));
        }
        self.faults
    }

    /// Every line named by one of `names` has a label that `holds`. A name is a whole line, or else how lines begin.
    fn lines(&mut self, what: &str, names: &[String], holds: impl Fn(Label) -> bool) {
        let is_mark = |c: char| c.is_whitespace() || matches!(c, '\u{200E}' | '\u{200F}' | '\u{FEFF}');
        let mut lines = Vec::new();
        let mut at = 0;
        for line in self.record.text.split_inclusive(['\n', '\r']) {
            let shown = line.trim_start_matches(is_mark);
            lines.push((at + (line.len() - shown.len()), shown.trim_end()));
            at += line.len();
        }
        for name in names {
            let is_whole = lines.iter().any(|(_, line)| line == name);
            let is_named = |line: &str| if is_whole { line == name } else { line.starts_with(name.as_str()) };
            let named: Vec<usize> = lines.iter().filter(|(_, line)| is_named(line)).map(|(at, _)| *at).collect();
            if named.is_empty() {
                self.faults.push(format!("no line begins with `{name}`"));
            }
            for at in named {
                let segment =
                    self.record.segments.iter().find(|segment| segment.span.start <= at && at < segment.span.end);
                let segment = segment.expect("segments tile");
                if !holds(segment.label) {
                    self.faults.push(format!("`{name}` is {:?} by {}, not {what}", segment.label, segment.rule));
                }
            }
        }
    }

    fn article(&mut self, index: usize, facts: ArticleFacts) {
        let article = &self.record.articles[index];
        let body = &article.article_body;
        let at = |what: &str| format!("article {} {what}", index + 1);
        if !body.starts_with(&facts.first) {
            let head: String = body.chars().take(60).collect();
            self.faults.push(format!("{} `{head}`, not `{}`", at("begins"), facts.first));
        }
        if !body.ends_with(&facts.last) {
            let tail: String = body.chars().skip(body.chars().count().saturating_sub(60)).collect();
            self.faults.push(format!("{} `{tail}`, not `{}`", at("ends"), facts.last));
        }
        let date = article.date_published.as_ref().map_or(String::new(), |date| date.edtf.clone().unwrap_or_default());
        self.same(&at("date"), &date, facts.date);
        let modified = article.date_modified.as_ref().and_then(|date| date.edtf.clone()).unwrap_or_default();
        self.same(&at("modified"), &modified, facts.modified);
        let dateline =
            article.dateline.iter().flat_map(|line| [&line.place, &line.agency]).flatten().cloned().collect();
        self.same(&at("dateline"), &dateline, facts.dateline);
        let dates: Vec<String> =
            article.mentions.iter().filter_map(|mention| said(mention.temporal.as_ref()?)).collect();
        for date in facts.dates.iter().filter(|date| !dates.contains(date)) {
            self.faults.push(format!("{} `{date}` is not among {dates:?}", at("dates")));
        }
        self.same(&at("language"), &article.in_language.clone(), facts.language);
        let second = article.alternative_headline.as_ref().map_or(String::new(), |second| second.text.clone());
        self.same(&at("second title"), &second, facts.second);
        let source = article.source_organization.as_ref();
        let source = source.and_then(|id| self.record.organizations.iter().find(|organization| organization.id == *id));
        self.same(&at("source"), &source.map_or(String::new(), |source| source.name.clone()), facts.source);
        self.same(&at("keywords"), &article.keywords.clone(), facts.keywords);
        self.same(&at("authors"), &article.author.iter().map(|author| author.name.clone()).collect(), facts.authors);
        self.same(&at("links"), &article.related_link.iter().map(|link| link.text.clone()).collect(), facts.links);
        self.same(&at("paragraphs"), &body.split("\n\n").count(), facts.paragraphs);
        for words in facts.has.iter().filter(|words| !body.contains(words.as_str())) {
            self.faults.push(format!("{} lacks `{words}`", at("body")));
        }
        for words in facts.lacks.iter().filter(|words| body.contains(words.as_str())) {
            self.faults.push(format!("{} has `{words}`", at("body")));
        }
    }
}

fn name_of(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap_or_default().to_owned()
}

#[test]
fn every_case_gives_the_record_it_expects() {
    let root =
        env::var_os("NABA_CASES").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("cases"), PathBuf::from);
    let is_update = env::var_os("NABA_UPDATE_CASES").is_some_and(|value| value == "1");
    let folders = cases(&root);
    assert!(!folders.is_empty(), "no cases in {}", root.display());
    let mut faults = Vec::new();
    for folder in folders {
        let name = folder.strip_prefix(&root).unwrap_or(&folder).display().to_string();
        let (case, page) = read(&folder);
        let options = serde_json::to_string(&case.options).unwrap();
        let json = json::extract_json(&Extractor::new(), page.as_str(), &options, Positions::Utf8).expect("options");
        let bytes = json::extract_json(&Extractor::new(), page.as_bytes(), &options, Positions::Utf8).expect("options");
        assert_eq!(bytes, json, "{name}: the page in bytes");
        let record: Record = serde_json::from_str(&json).unwrap();
        let wrong = Check { record: &record, faults: Vec::new() }.facts(case.expect);
        if !wrong.is_empty() {
            faults.extend(wrong.into_iter().map(|fault| format!("{name}: {fault}")));
            continue;
        }
        let path = folder.join("record.json");
        let actual = format!("{:#}\n", serde_json::from_str::<Value>(&json).unwrap());
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
        faults.push(format!("{name}, line {}: `{}` is not `{}`: {HOW}", at + 1, line(&actual), line(&expected)));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
