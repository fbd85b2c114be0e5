//! The boundary of the bindings: text in, JSON out, and views of a record; the same in every host.

use serde::{Deserialize, Serialize};

use crate::date::is_iso_day;
use crate::error::{Error, Kind};
use crate::export::Table;
use crate::extractor::Extractor;
use crate::ingest::Source;
use crate::model::{Format, Positions, Record, Spanned, with_positions};
use crate::resources::OwnData;

/// What a caller may say about a page. Unknown keys are an error.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct Options {
    /// The address of the page.
    pub url: Option<String>,
    /// The day it was fetched, `YYYY-MM-DD`.
    pub retrieved: Option<String>,
    /// What the page is given as; text when left out.
    pub format: Option<Format>,
}

impl Options {
    /// Reads options from JSON; an empty text has none.
    ///
    /// # Errors
    ///
    /// When the text is not a JSON object of these options.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        read("options", json)
    }
}

/// What a caller may say about a text whose dates are read. Unknown keys are an error.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct DateOptions {
    /// BCP-47 tag of the language of the text; all are tried without one.
    pub language: Option<String>,
    /// The day that "today" means, `YYYY-MM-DD`.
    pub anchor: Option<String>,
}

/// What a caller may say about a text whose names are read. Unknown keys are an error.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct NameOptions {
    /// BCP-47 tag of the language of the text; words of all languages count without one.
    pub language: Option<String>,
}

/// An extractor with a caller's own data as JSON; empty for none.
///
/// # Errors
///
/// As [`OwnData::from_json`] and [`Extractor::with_data`].
pub fn extractor(data: &str) -> Result<Extractor, Error> {
    if data.is_empty() { Ok(Extractor::new()) } else { Extractor::with_data(OwnData::from_json(data)?) }
}

/// The dates of a text, from and to JSON: an array of [`Temporal`](crate::Temporal)s.
///
/// ```
/// use naba::{Extractor, Positions, json};
/// let json = json::dates_json(&Extractor::new(), "😀 12 mai 2024", "", Positions::Utf16)?;
/// assert!(json.contains(r#""edtf":"2024-05-12""#) && json.contains(r#""span":[3,14]"#));
/// # Ok::<(), naba::Error>(())
/// ```
///
/// # Errors
///
/// When the options are no JSON object of [`DateOptions`], or the anchor is no day.
pub fn dates_json(extractor: &Extractor, text: &str, options: &str, positions: Positions) -> Result<String, Error> {
    let options: DateOptions = read("options", options)?;
    let found = extractor.dates(text, options.language.as_deref(), options.anchor.as_deref())?;
    write_found("dates", found, text, positions)
}

/// The organisations of a text, from and to JSON: an array of [`Organization`](crate::Organization)s, each with its
/// `mentions`.
///
/// ```
/// use naba::{Extractor, Positions, json};
/// let json = json::organizations_json(&Extractor::new(), "😀 L'UNESCO", "", Positions::Utf16)?;
/// assert!(json.starts_with(r#"[{"id":"unesco","#) && json.contains(r#""span":[5,11],"exact":"UNESCO""#));
/// # Ok::<(), naba::Error>(())
/// ```
///
/// # Errors
///
/// When the options are no JSON object of [`NameOptions`].
pub fn organizations_json(
    extractor: &Extractor,
    text: &str,
    options: &str,
    positions: Positions,
) -> Result<String, Error> {
    let options: NameOptions = read("options", options)?;
    write_found("organizations", extractor.organizations(text, options.language.as_deref()), text, positions)
}

/// The people of a text, from and to JSON: an array of [`Person`](crate::Person)s, each with its `mentions`.
///
/// ```
/// use naba::{Extractor, Positions, json};
/// let text = "😀 استقبل الدكتور سليم الناصري";
/// let json = json::people_json(&Extractor::new(), text, r#"{"language": "ar"}"#, Positions::Utf32)?;
/// assert!(json.contains(r#""honorificPrefix":"الدكتور""#) && json.contains(r#""span":[17,29]"#));
/// # Ok::<(), naba::Error>(())
/// ```
///
/// # Errors
///
/// When the options are no JSON object of [`NameOptions`].
pub fn people_json(extractor: &Extractor, text: &str, options: &str, positions: Positions) -> Result<String, Error> {
    let options: NameOptions = read("options", options)?;
    write_found("people", extractor.people(text, options.language.as_deref()), text, positions)
}

/// The places of a text, from and to JSON: an array of [`Place`](crate::Place)s, each with its `mentions`.
///
/// ```
/// use naba::{Extractor, Positions, json};
/// let json = json::places_json(&Extractor::new(), "😀 à Rabat", r#"{"language": "fr"}"#, Positions::Utf16)?;
/// assert!(json.contains(r#""country":"MA""#) && json.contains(r#""span":[5,10]"#));
/// # Ok::<(), naba::Error>(())
/// ```
///
/// # Errors
///
/// When the options are no JSON object of [`NameOptions`].
pub fn places_json(extractor: &Extractor, text: &str, options: &str, positions: Positions) -> Result<String, Error> {
    let options: NameOptions = read("options", options)?;
    write_found("places", extractor.places(text, options.language.as_deref()), text, positions)
}

fn write_found<T>(what: &'static str, mut found: Vec<T>, text: &str, positions: Positions) -> Result<String, Error>
where
    T: Serialize + Spanned,
{
    with_positions(&mut found, text, positions);
    write(what, &found)
}

fn read<T: Default + for<'de> Deserialize<'de>>(what: &'static str, json: &str) -> Result<T, Error> {
    if json.is_empty() {
        return Ok(T::default());
    }
    serde_json::from_str(json).map_err(|source| Kind::Json { what, source }.into())
}

fn write<T: Serialize>(what: &'static str, value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|source| Kind::Json { what, source }.into())
}

/// Extracts one page with options.
///
/// # Errors
///
/// When the options make no sense: a `retrieved` that is no day.
pub fn extract(extractor: &Extractor, page: &str, options: Options, positions: Positions) -> Result<Record, Error> {
    let mut source = match options.format.unwrap_or_default() {
        Format::Text => Source::text(page),
        Format::Html => Source::html(page),
    };
    if let Some(day) = options.retrieved {
        if !is_iso_day(&day) {
            return Err(Kind::Day { what: "retrieved", day }.into());
        }
        source = source.retrieved(day);
    }
    if let Some(url) = options.url {
        source = source.url(url);
    }
    Ok(extractor.extract(&source).with_positions(positions))
}

/// Like [`extract`], from and to JSON.
///
/// ```
/// use naba::{Extractor, Positions, json};
/// let json = json::extract_json(&Extractor::new(), "نبأ", r#"{"url": "https://example.org/"}"#, Positions::Utf16)?;
/// assert!(json.starts_with(r#"{"text":"نبأ","positions":"utf-16","format":"text","url":"https://example.org/""#));
/// # Ok::<(), naba::Error>(())
/// ```
///
/// # Errors
///
/// As [`extract`] and [`Options::from_json`].
pub fn extract_json(extractor: &Extractor, page: &str, options: &str, positions: Positions) -> Result<String, Error> {
    let record = extract(extractor, page, Options::from_json(options)?, positions)?;
    write("record", &record)
}

/// A record, as JSON with positions of any unit, as JSON-LD: [`Record::to_json_ld`].
///
/// ```
/// use naba::{Extractor, Positions, json};
/// let record = json::extract_json(&Extractor::new(), "نبأ", r#"{"url": "https://example.org/"}"#, Positions::Utf16)?;
/// assert!(json::json_ld(&record)?.starts_with(r#"{"@context":"https://schema.org""#));
/// # Ok::<(), naba::Error>(())
/// ```
///
/// # Errors
///
/// When the text is no record.
pub fn json_ld(record: &str) -> Result<String, Error> {
    Ok(given(record)?.to_json_ld())
}

/// The same as an iCalendar file: [`Record::to_ics`].
///
/// # Errors
///
/// When the text is no record.
pub fn ics(record: &str) -> Result<String, Error> {
    Ok(given(record)?.to_ics())
}

/// The same as Markdown: [`Record::to_markdown`].
///
/// # Errors
///
/// When the text is no record.
pub fn markdown(record: &str) -> Result<String, Error> {
    Ok(given(record)?.to_markdown())
}

/// One of its tables as JSON, an array of rows: [`Record::to_table`].
///
/// ```
/// use naba::{Extractor, Positions, json};
/// let record = json::extract_json(&Extractor::new(), "L'UNESCO", "", Positions::Utf32)?;
/// assert_eq!(json::table(&record, "events")?, "[]");
/// let error = json::table(&record, "people").unwrap_err();
/// assert_eq!(error.to_string(), "table: `people` is none of `articles`, `events`, `organizations`, `mentions`");
/// # Ok::<(), naba::Error>(())
/// ```
///
/// # Errors
///
/// When the text is no record, or there is no such table.
pub fn table(record: &str, table: &str) -> Result<String, Error> {
    let table: Table = table.parse()?;
    write("table", &given(record)?.to_table(table))
}

/// The same as CSV: [`Rows::to_csv`](crate::Rows::to_csv).
///
/// # Errors
///
/// When the text is no record, or there is no such table.
pub fn csv(record: &str, table: &str) -> Result<String, Error> {
    let table: Table = table.parse()?;
    Ok(given(record)?.to_table(table).to_csv())
}

fn given(record: &str) -> Result<Record, Error> {
    serde_json::from_str(record).map_err(|source| Kind::Json { what: "record", source }.into())
}
