//! The shape of the data files. The build script reads TOML with these types, the library reads what it bundled, and
//! callers write their own entries with them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Label, Script};

/// `language.toml`: what is known of a language as a whole.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct Language {
    /// BCP-47 tag; in a data folder, the name of the folder.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub tag: String,
    /// The language's name for itself.
    pub name: String,
    /// ISO 15924 code of its script; absent for `und`, which holds what belongs to no language.
    pub script: Option<Script>,
    /// Small frequent words that tell it from others of its script.
    pub function_words: Vec<String>,
    /// Letters that are written together with the next word (Arabic و ف ب ك ل).
    pub proclitics: Vec<String>,
    /// Words before a full stop that ends no sentence, without the stop.
    pub abbreviations: Vec<String>,
    /// Words that begin a paragraph which goes on from the one before it.
    pub continuations: Vec<String>,
}

/// `dates.toml`: the words of dates.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct DateWords {
    /// Names of the Gregorian months, by number from 1 to 12.
    pub months: BTreeMap<String, Vec<String>>,
    /// Names of the days of the week, by ISO number from 1 (Monday) to 7.
    pub weekdays: BTreeMap<String, Vec<String>>,
    /// Words that may stand between the parts of a date or before it, and add nothing.
    pub fillers: Vec<String>,
    /// Whether numbers are written month first (`05/31/2024`) rather than day first.
    pub month_first: bool,
}

/// How far a rule reaches beyond the line it matches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Reach {
    /// The line only.
    #[default]
    Line,
    /// It heads a section: the lines after it belong to it until text begins again.
    Section,
    /// Nothing after it belongs to the article above it.
    Rest,
}

/// One rule: phrases that say what a line is.
///
/// Phrases are matched on whole words of the folded text, so one spelling stands for all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[non_exhaustive]
pub struct Rule {
    /// Its name in its file; the full id is the path: `fr/boilerplate/share-bar`.
    pub id: String,
    /// Why it is right, in a sentence.
    pub why: String,
    /// What it says a line is.
    pub label: Label,
    /// How far it reaches.
    #[serde(default)]
    pub reach: Reach,
    /// Most words of a line it matches, when short lines only are meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_words: Option<u32>,
    /// Phrases that are the whole line, numbers beside them aside.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub equals: Vec<String>,
    /// Names of a field: the phrase, a colon, and its value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub field: Vec<String>,
    /// Phrases that begin the line.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub starts_with: Vec<String>,
    /// Phrases that end the line.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ends_with: Vec<String>,
    /// Phrases anywhere in a line of at most 200 bytes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contains: Vec<String>,
    /// Lines it must match; they run as tests.
    #[serde(default, skip_serializing)]
    pub examples: Vec<String>,
    /// Lines it must not match; they run as tests.
    #[serde(default, skip_serializing)]
    pub counterexamples: Vec<String>,
}

/// A file of rules: `boilerplate.toml`, `article.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct RuleFile {
    /// Its rules.
    pub rule: Vec<Rule>,
}

/// Everything known of one language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct LanguagePack {
    /// `language.toml`.
    pub language: Language,
    /// `dates.toml`.
    pub dates: DateWords,
    /// Every file of rules, by name.
    pub rules: BTreeMap<String, RuleFile>,
}

/// A small linear model: what each sign weighs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct Model {
    /// Where the weights come from.
    pub source: String,
    /// The weight of each sign, by name; positive speaks for the article.
    pub weights: BTreeMap<String, f32>,
}

/// All bundled data.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct Bundle {
    /// Language packs.
    pub languages: Vec<LanguagePack>,
    /// Models by name.
    pub models: BTreeMap<String, Model>,
}
