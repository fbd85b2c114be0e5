//! The core for JavaScript: a page or a text and its options in, JSON out, and views of a record. `js/` makes the public face of it.

use naba::{Positions, json};
use wasm_bindgen::prelude::*;

/// An extractor whose functions take options as JSON, empty for none, and give JSON with positions in UTF-16 code units.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Core(naba::Extractor);

/// A function of the boundary.
type Boundary = fn(&naba::Extractor, &str, &str, Positions) -> Result<String, naba::Error>;

#[wasm_bindgen]
impl Core {
    /// An extractor with data of the caller's own as JSON; empty for none.
    ///
    /// # Errors
    ///
    /// When the data make no sense.
    #[wasm_bindgen(constructor)]
    pub fn new(data: &str) -> Result<Self, JsError> {
        Ok(Self(json::extractor(data)?))
    }

    /// The record of a page.
    ///
    /// # Errors
    ///
    /// When the options make no sense; pages never fail.
    pub fn extract(&self, page: &str, options: &str) -> Result<String, JsError> {
        self.call(|core, page, options, unit| json::extract_json(core, page, options, unit), page, options)
    }

    /// Its segments and articles alone.
    ///
    /// # Errors
    ///
    /// When the options make no sense; pages never fail.
    pub fn clean(&self, page: &str, options: &str) -> Result<String, JsError> {
        self.call(|core, page, options, unit| json::clean_json(core, page, options, unit), page, options)
    }

    /// The dates of a text.
    ///
    /// # Errors
    ///
    /// When the options make no sense.
    pub fn dates(&self, text: &str, options: &str) -> Result<String, JsError> {
        self.call(json::dates_json, text, options)
    }

    /// The organisations of a text.
    ///
    /// # Errors
    ///
    /// When the options make no sense.
    pub fn organizations(&self, text: &str, options: &str) -> Result<String, JsError> {
        self.call(json::organizations_json, text, options)
    }

    /// The people of a text.
    ///
    /// # Errors
    ///
    /// When the options make no sense.
    pub fn people(&self, text: &str, options: &str) -> Result<String, JsError> {
        self.call(json::people_json, text, options)
    }

    /// The places of a text.
    ///
    /// # Errors
    ///
    /// When the options make no sense.
    pub fn places(&self, text: &str, options: &str) -> Result<String, JsError> {
        self.call(json::places_json, text, options)
    }

    fn call(&self, boundary: Boundary, text: &str, options: &str) -> Result<String, JsError> {
        Ok(boundary(&self.0, text, options, Positions::Utf16)?)
    }
}

/// The format of a page in bytes and the encodings it may be in, as JSON. The platform decodes.
///
/// # Errors
///
/// Never, as far as is known.
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value)] // what is optional is passed so
pub fn sniff(page: &[u8], content_type: Option<String>) -> Result<String, JsError> {
    Ok(json::sniff(page, content_type.as_deref())?)
}

/// A record as JSON-LD.
///
/// # Errors
///
/// When the JSON is no record.
#[wasm_bindgen(js_name = toJsonLd)]
pub fn to_json_ld(record: &str) -> Result<String, JsError> {
    Ok(json::json_ld(record)?)
}

/// A record as an iCalendar file.
///
/// # Errors
///
/// When the JSON is no record.
#[wasm_bindgen(js_name = toIcs)]
pub fn to_ics(record: &str) -> Result<String, JsError> {
    Ok(json::ics(record)?)
}

/// A record as Markdown.
///
/// # Errors
///
/// When the JSON is no record.
#[wasm_bindgen(js_name = toMarkdown)]
pub fn to_markdown(record: &str) -> Result<String, JsError> {
    Ok(json::markdown(record)?)
}

/// A table of a record, as JSON.
///
/// # Errors
///
/// When the JSON is no record, or there is no such table.
#[wasm_bindgen(js_name = toTable)]
pub fn to_table(record: &str, table: &str) -> Result<String, JsError> {
    Ok(json::table(record, table)?)
}

/// A table of a record, as CSV.
///
/// # Errors
///
/// When the JSON is no record, or there is no such table.
#[wasm_bindgen(js_name = toCsv)]
pub fn to_csv(record: &str, table: &str) -> Result<String, JsError> {
    Ok(json::csv(record, table)?)
}

/// The events of an array of records in the order of their days, as JSON.
///
/// # Errors
///
/// When the JSON is no record and no array of records.
#[wasm_bindgen]
pub fn timeline(records: &str) -> Result<String, JsError> {
    Ok(json::timeline(records)?)
}

/// The organisations of an array of records and what they do together, as JSON.
///
/// # Errors
///
/// When the JSON is no record and no array of records.
#[wasm_bindgen]
pub fn network(records: &str) -> Result<String, JsError> {
    Ok(json::network(records)?)
}
