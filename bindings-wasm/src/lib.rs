//! The core for JavaScript: a page and its options in, the JSON of its record out. `js/` makes the public face of it.

use std::sync::LazyLock;

use naba::{Extractor, Positions, json};
use wasm_bindgen::prelude::*;

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::new);

/// The record of a page as JSON, with positions in UTF-16 code units. `options` is JSON too; empty for none.
///
/// # Errors
///
/// When the options make no sense; pages never fail.
#[wasm_bindgen(js_name = extractJson)]
pub fn extract_json(page: &str, options: &str) -> Result<String, JsError> {
    Ok(json::extract_json(&EXTRACTOR, page, options, Positions::Utf16)?)
}

/// The dates of a text as JSON, with positions in UTF-16 code units. `options` is JSON too; empty for none.
///
/// # Errors
///
/// When the options make no sense.
#[wasm_bindgen(js_name = datesJson)]
pub fn dates_json(text: &str, options: &str) -> Result<String, JsError> {
    Ok(json::dates_json(text, options, Positions::Utf16)?)
}
