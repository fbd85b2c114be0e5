//! The shape of the data files. The build script reads TOML with these types, the library reads what it bundled, and
//! callers write their own entries with them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::facts::{NameFile, NameWords, OrganizationEntry, PlaceFile};
use super::happenings::EventWords;
use super::prizes::PrizeWords;
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

/// Words by what they say, as data files write them.
pub type Words = BTreeMap<String, Vec<String>>;

/// `dates.toml` and the generated `cldr.toml`: the words of dates, and the shapes they are put together in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct DateWords {
    /// Names of the Gregorian months, by number from 1 to 12.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub months: Words,
    /// Names of the months of the Hijri calendar, by number from 1 to 12.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub hijri_months: Words,
    /// Names of the days of the week, by ISO number from 1 (Monday) to 7.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub weekdays: Words,
    /// Numbers in words, by value; larger ones are put together from them.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub numbers: Words,
    /// Ordinal numbers in words, by value; -1 is the last.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub ordinals: Words,
    /// Units of time, in all their forms, by name: `minute` `hour` `day` `week` `weekend` `month` `quarter` `half` `year` `decade` `century`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub units: Words,
    /// Units of time in the plural: "last years" are no year.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub plural_units: Words,
    /// Words that say two of a unit (Arabic duals), by unit.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub pairs: Words,
    /// Words that say one of a unit when no number stands beside them, by unit.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub singles: Words,
    /// Words for a day by its distance from today in days.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub days: Words,
    /// Words for a day by its distance from the date named before it.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub near_days: Words,
    /// Words that tell which one: -1 last, 0 this, 1 next.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub relations: Words,
    /// The same of several.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub plural_relations: Words,
    /// Seasons by their EDTF number, 21 (spring) to 24 (winter).
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub seasons: Words,
    /// Decades in words, by the last two digits of their first year: 90 for the nineties.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub decades: Words,
    /// Parts of the day: `am` `pm` `noon` `midnight`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub day_periods: Words,
    /// Time zones by IANA name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub zones: Words,
    /// Marks of the calendar: `gregorian` `hijri`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub eras: Words,
    /// Words that make a date vague: `start` `mid` `end` `approximate`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub modifiers: Words,
    /// How often: words by ISO 8601 duration (`P1W`).
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub frequencies: Words,
    /// Every other word that shapes name in braces, by class.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub words: Words,
    /// Endings that a noun has after a number, so that the number is no year.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub counted_endings: Vec<String>,
    /// How dates are put together.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub shape: Vec<DateShape>,
}

/// What a shape of words says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum DateMeaning {
    /// A date.
    #[default]
    Date,
    /// A piece of a date, which says nothing alone: a clock time, a day without a month.
    Piece,
    /// So much time before the anchor.
    Ago,
    /// So much time after the anchor.
    Ahead,
    /// Dates and pieces that together say one date.
    Joined,
    /// A piece or part, and the date it is of.
    Part,
    /// From the first date to the second.
    Interval,
    /// Dates in a row: one interval when each is the day after the one before, else apart.
    Row,
    /// From a date on.
    Since,
    /// From a month or year on; a first day is a date of its own.
    Starting,
    /// After a date.
    After,
    /// To the end of a date.
    Until,
    /// Before a date.
    Before,
    /// Again and again.
    Every,
    /// A length of time.
    Duration,
    /// No date, though its words are those of dates.
    None,
}

/// A shape: fields in the letters of CLDR date patterns (`y M MMMM d E Q H m s a z O G`), classes of words in braces
/// (`{of}`, `{unit}`), an inner date `{date}`, words in quotes, marks as themselves, `[optional]`, `(one|other)`.
/// Items with a space between them may stand apart; without one they are written together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct DateShape {
    /// Its name in its file; the full id is the path: `und/dates/day-month-year`.
    pub id: String,
    /// What it says.
    pub meaning: DateMeaning,
    /// The patterns.
    pub patterns: Vec<String>,
    /// Texts it must read, with the value in EDTF (or `none`) after an arrow; they run as tests.
    #[serde(skip_serializing)]
    pub examples: Vec<String>,
    /// Texts without any date; they run as tests.
    #[serde(skip_serializing)]
    pub counterexamples: Vec<String>,
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
    /// `cldr.toml`: the words of dates in CLDR.
    pub cldr: DateWords,
    /// `names.toml`, and `verbs.toml` where there is one.
    pub names: NameWords,
    /// `events.toml`.
    pub events: EventWords,
    /// `awards.toml`.
    pub awards: PrizeWords,
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

/// All models in one table, for models have signs in common: their names, and what each sign weighs in each of them, in
/// hundredths; nothing where it has no weight.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct ModelTable {
    /// The models.
    pub names: Vec<String>,
    /// The weights of each sign, up to the last model that has one.
    pub weights: BTreeMap<String, Vec<i32>>,
}

impl ModelTable {
    /// Adds a model.
    #[allow(clippy::cast_possible_truncation)] // weights are small numbers of two decimals
    pub fn add(&mut self, name: String, model: &Model) {
        for (sign, weight) in &model.weights {
            let row = self.weights.entry(sign.clone()).or_default();
            row.resize(self.names.len(), 0);
            row.push((weight * 100.0).round() as i32);
        }
        self.names.push(name);
    }

    /// The weights of a model.
    #[must_use]
    pub fn model(&self, name: &str) -> Model {
        let Some(at) = self.names.iter().position(|known| known == name) else { return Model::default() };
        let weight = |row: &Vec<i32>| row.get(at).filter(|weight| **weight != 0).map(|&weight| weight as f32 / 100.0);
        let weights = self.weights.iter().filter_map(|(sign, row)| Some((sign.clone(), weight(row)?)));
        Model { source: String::new(), weights: weights.collect() }
    }
}

/// `markup.toml`: what the words in classes and ids say an element is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct MarkupFile {
    /// The parts of a page.
    pub part: Vec<MarkupPart>,
    /// Names of `<meta>`: by where they come from, by the word of schema.org they stand for.
    pub meta: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

/// A part of a page, and the words of classes that say so.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct MarkupPart {
    /// Its name.
    pub id: String,
    /// What a line in it is called when it is removed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
    /// What it is, in a sentence.
    #[serde(skip_serializing)]
    pub why: String,
    /// Words, in lower-case letters of ASCII.
    pub words: Vec<String>,
    /// Classes it must be found in; they run as tests.
    #[serde(skip_serializing)]
    pub examples: Vec<String>,
    /// Classes it must not be found in; they run as tests.
    #[serde(skip_serializing)]
    pub counterexamples: Vec<String>,
}

/// The months of a calendar that follows no rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct MonthTable {
    /// The first day of its first year, Gregorian, `YYYY-MM-DD`.
    pub first_day: String,
    /// For every year the days of its months.
    pub years: BTreeMap<String, Vec<u8>>,
}

/// All bundled data.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct Bundle {
    /// Language packs.
    pub languages: Vec<LanguagePack>,
    /// The calendar of Umm al-Qura.
    pub umalqura: MonthTable,
    /// What classes of HTML say.
    pub markup: MarkupFile,
    /// Models by name.
    pub models: ModelTable,
    /// The registry of organisations.
    pub organizations: Vec<OrganizationEntry>,
    /// Countries, cities and regions.
    pub places: PlaceFile,
    /// Names of people, by ISO 15924 code of their script.
    pub people: BTreeMap<String, NameFile>,
}
