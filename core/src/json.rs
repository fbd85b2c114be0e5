//! The boundary of the bindings: text in, JSON out, the same in every host.

use serde::{Deserialize, Serialize};

use crate::date::is_iso_day;
use crate::error::{Error, Kind};
use crate::extractor::{Extractor, dates};
use crate::ingest::Source;
use crate::model::{Format, Positions, Record, with_positions};

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

/// The dates of a text, from and to JSON: an array of [`Temporal`](crate::Temporal)s.
///
/// ```
/// use naba::{Positions, json};
/// let json = json::dates_json("😀 12 mai 2024", "", Positions::Utf16)?;
/// assert!(json.contains(r#""edtf":"2024-05-12""#) && json.contains(r#""span":[3,14]"#));
/// # Ok::<(), naba::Error>(())
/// ```
///
/// # Errors
///
/// When the options are no JSON object of [`DateOptions`], or the anchor is no day.
pub fn dates_json(text: &str, options: &str, positions: Positions) -> Result<String, Error> {
    let options: DateOptions = read("options", options)?;
    let mut found = dates(text, options.language.as_deref(), options.anchor.as_deref())?;
    with_positions(&mut found, text, positions);
    write("dates", &found)
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
/// When the options make no sense: a `retrieved` that is no day, a format that is not read.
pub fn extract(extractor: &Extractor, page: &str, options: Options, positions: Positions) -> Result<Record, Error> {
    let mut source = match options.format.unwrap_or_default() {
        Format::Text => Source::text(page),
        Format::Html => return Err(Kind::Html.into()),
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
