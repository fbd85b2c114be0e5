//! Views of records that hosts hand back as JSON.

use super::write;
use crate::corpus;
use crate::error::{Error, Kind};
use crate::export::{Rows, Table, records_to_html, to_ics};
use crate::model::Record;

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

/// One record or an array of records as an iCalendar file: [`to_ics`].
///
/// # Errors
///
/// When the text is neither.
pub fn ics(records: &str) -> Result<String, Error> {
    Ok(to_ics(&all_given(records)?))
}

/// The same as Markdown: [`Record::to_markdown`].
///
/// # Errors
///
/// When the text is no record.
pub fn markdown(record: &str) -> Result<String, Error> {
    Ok(given(record)?.to_markdown())
}

/// The same as HTML: [`Record::to_html`].
///
/// ```
/// use naba::{Extractor, Positions, json};
/// let record = json::extract_json(&Extractor::new(), "<script>", "", Positions::Utf16)?;
/// assert!(json::html(&record)?.contains("&lt;script&gt;"));
/// # Ok::<(), naba::Error>(())
/// ```
///
/// # Errors
///
/// When the text is no record.
pub fn html(record: &str) -> Result<String, Error> {
    Ok(given(record)?.to_html())
}

/// Its events alone as HTML: [`Record::events_to_html`].
///
/// # Errors
///
/// When the text is no record.
pub fn cards(record: &str) -> Result<String, Error> {
    Ok(given(record)?.events_to_html())
}

/// One record or an array of records as one table of HTML: [`records_to_html`](crate::records_to_html).
///
/// ```
/// use naba::{Extractor, Positions, json};
/// let record = json::extract_json(&Extractor::new(), "نبأ", r#"{"url": "https://example.org/7"}"#, Positions::Utf16)?;
/// assert!(json::html_table(&format!("[{record}]"), 0)?.contains("<bdi>example.org/7</bdi>"));
/// # Ok::<(), naba::Error>(())
/// ```
///
/// # Errors
///
/// When the text is neither.
pub fn html_table(records: &str, total: usize) -> Result<String, Error> {
    Ok(records_to_html(&all_given(records)?, total))
}

/// A table of one record or of an array of records as JSON, an array of rows: [`Table::rows`].
///
/// ```
/// use naba::{Extractor, Positions, json};
/// let record = json::extract_json(&Extractor::new(), "L'UNESCO", "", Positions::Utf32)?;
/// assert_eq!(json::table(&record, "events")?, "[]");
/// let error = json::table(&record, "people").unwrap_err();
/// assert_eq!(error.to_string(), "table: `people` is none of `articles`, `events`, `organizations`, `mentions`, `warnings`");
/// # Ok::<(), naba::Error>(())
/// ```
///
/// # Errors
///
/// When the text is no record and no array of records, or there is no such table.
pub fn table(records: &str, table: &str) -> Result<String, Error> {
    write("table", &rows(records, table)?)
}

/// The same as CSV: [`Rows::to_csv`](crate::Rows::to_csv).
///
/// # Errors
///
/// When the text is no record and no array of records, or there is no such table.
pub fn csv(records: &str, table: &str) -> Result<String, Error> {
    Ok(rows(records, table)?.to_csv())
}

/// The same as it is: [`Rows`].
///
/// # Errors
///
/// When the text is no record and no array of records, or there is no such table.
pub fn rows(records: &str, table: &str) -> Result<Rows, Error> {
    let table: Table = table.parse()?;
    Ok(table.rows(&all_given(records)?))
}

/// The network of the organisations of one record or an array of records: [`network`](crate::network).
///
/// ```
/// use naba::{Extractor, Positions, json};
/// let record = json::extract_json(&Extractor::new(), "L'UNESCO", "", Positions::Utf32)?;
/// let network = json::network(&format!("[{record}]"))?;
/// assert!(network.starts_with(r#"{"nodes":["#) && network.ends_with(r#""links":[]}"#));
/// # Ok::<(), naba::Error>(())
/// ```
///
/// # Errors
///
/// When the text is no record and no array of records.
pub fn network(records: &str) -> Result<String, Error> {
    write("network", &corpus::network(&all_given(records)?))
}

/// Their events in the order of days, an array of entries: [`timeline`](crate::timeline).
///
/// ```
/// assert_eq!(naba::json::timeline("[]")?, "[]");
/// assert!(naba::json::timeline("نبأ").unwrap_err().to_string().starts_with("record: "));
/// # Ok::<(), naba::Error>(())
/// ```
///
/// # Errors
///
/// When the text is no record and no array of records.
pub fn timeline(records: &str) -> Result<String, Error> {
    write("timeline", &corpus::timeline(&all_given(records)?))
}

fn given(record: &str) -> Result<Record, Error> {
    serde_json::from_str(record).map_err(|source| Kind::Json { what: "record", source }.into())
}

/// One record, or an array of records.
fn all_given(records: &str) -> Result<Vec<Record>, Error> {
    let is_array = records.trim_start().starts_with('[');
    if !is_array {
        return Ok(vec![given(records)?]);
    }
    serde_json::from_str(records).map_err(|source| Kind::Json { what: "records", source }.into())
}
