//! The boundary of the bindings: text in, JSON out, and views of one record or many; the same in every host.

mod views;

use serde::{Deserialize, Serialize};

pub use self::views::{cards, csv, html, html_table, ics, json_ld, markdown, network, rows, table, timeline};
use crate::date::is_iso_day;
use crate::error::{Error, Kind};
use crate::extractor::Extractor;
use crate::ingest::{self, Source, stated_format};
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
    /// What the page is given as. When left out, what the content type says; of bytes, else, what they look like; text
    /// otherwise.
    pub format: Option<Format>,
    /// The `Content-Type` it came with.
    pub content_type: Option<String>,
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

/// A page as a host holds it.
#[derive(Clone, Copy, Debug)]
pub enum Page<'p> {
    /// Decoded.
    Text(&'p str),
    /// As it was fetched.
    #[cfg(feature = "encoding")]
    Bytes(&'p [u8]),
}

impl<'p> From<&'p str> for Page<'p> {
    fn from(page: &'p str) -> Self {
        Self::Text(page)
    }
}

#[cfg(feature = "encoding")]
impl<'p> From<&'p [u8]> for Page<'p> {
    fn from(page: &'p [u8]) -> Self {
        Self::Bytes(page)
    }
}

/// A page with what its caller says about it.
fn source<'p>(page: Page<'p>, options: Options) -> Result<Source<'p>, Error> {
    let content_type = options.content_type.as_deref();
    let mut source = match page {
        Page::Text(page) => Source::text(page).format(stated_format(content_type).unwrap_or_default()),
        #[cfg(feature = "encoding")]
        Page::Bytes(page) => Source::bytes(page, content_type),
    };
    if let Some(format) = options.format {
        source = source.format(format);
    }
    if let Some(day) = options.retrieved {
        if !is_iso_day(&day) {
            return Err(Kind::Day { what: "retrieved", day }.into());
        }
        source = source.retrieved(day);
    }
    if let Some(url) = options.url {
        source = source.url(url);
    }
    Ok(source)
}

/// Extracts one page with options.
///
/// # Errors
///
/// When the options make no sense: a `retrieved` that is no day.
pub fn extract<'p>(
    extractor: &Extractor,
    page: impl Into<Page<'p>>,
    options: Options,
    positions: Positions,
) -> Result<Record, Error> {
    Ok(extractor.extract(&source(page.into(), options)?).with_positions(positions))
}

/// Like [`extract`], from and to JSON.
///
/// ```
/// use naba::{Extractor, Positions, json};
/// let json = json::extract_json(&Extractor::new(), "نبأ", r#"{"url": "https://example.org/"}"#, Positions::Utf16)?;
/// assert!(json.starts_with(r#"{"text":"نبأ","positions":"utf-16","format":"text","url":"https://example.org/""#));
///
/// let options = r#"{"contentType": "text/html; charset=windows-1256"}"#;
/// let json = json::extract_json(&Extractor::new(), &b"<p>\xE4\xC8\xC3"[..], options, Positions::Utf16)?;
/// assert!(json.starts_with(r#"{"text":"نبأ\n","positions":"utf-16","format":"html""#));
/// # Ok::<(), naba::Error>(())
/// ```
///
/// # Errors
///
/// As [`extract`] and [`Options::from_json`].
pub fn extract_json<'p>(
    extractor: &Extractor,
    page: impl Into<Page<'p>>,
    options: &str,
    positions: Positions,
) -> Result<String, Error> {
    write("record", &extract(extractor, page, Options::from_json(options)?, positions)?)
}

/// The same with [`Extractor::clean`]: segments and articles alone.
///
/// ```
/// use naba::{Extractor, Positions, json};
/// let json = json::clean_json(&Extractor::new(), "L'UNESCO", "", Positions::Utf8)?;
/// assert!(json.contains(r#""organizations":[]"#));
/// # Ok::<(), naba::Error>(())
/// ```
///
/// # Errors
///
/// As [`extract_json`].
pub fn clean_json<'p>(
    extractor: &Extractor,
    page: impl Into<Page<'p>>,
    options: &str,
    positions: Positions,
) -> Result<String, Error> {
    let source = source(page.into(), Options::from_json(options)?)?;
    write("record", &extractor.clean(&source).with_positions(positions))
}

/// What the bytes of a page are, for a host that decodes them itself: their format, and labels of encodings (WHATWG), the
/// most believed first. The first label that the host knows is the encoding; without any, it guesses.
///
/// [`Source::bytes`] looks at bytes by the same code.
///
/// ```
/// let sniffed = naba::json::sniff(b"<meta charset=iso-8859-6><p>\xE6\xC8\xC3", Some("text/html; charset=klingon"))?;
/// assert_eq!(sniffed, r#"{"format":"html","labels":["klingon","iso-8859-6"]}"#);
/// # Ok::<(), naba::Error>(())
/// ```
///
/// # Errors
///
/// Never, as far as is known.
pub fn sniff(bytes: &[u8], content_type: Option<&str>) -> Result<String, Error> {
    write("sniffed", &ingest::sniff(bytes, content_type))
}
