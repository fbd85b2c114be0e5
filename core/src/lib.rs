//! Turns the page a scraper brings home into records people can work with.
//!
//! [`Extractor::extract`] reads one page and returns one [`Record`]: every stretch of the page labelled, nothing lost,
//! and the articles on it, clean and apart, each with its headline, date, language, source and key words.
//!
//! ```
//! use naba::{Extractor, Label, Source};
//!
//! let page = "مشاركة\n\
//!     افتتاح معرض الكتاب في طنجة\n\
//!     12 مايو 2024\n\
//!     افتتح وزير الثقافة، مساء الأحد، معرض الكتاب بحضور ناشرين من عشرين بلدا.\n\
//!     اقرأ أيضا:\n\
//!     • أسعار الكتب ترتفع";
//! let record = Extractor::new().extract(&Source::text(page));
//!
//! let article = &record.articles[0];
//! assert_eq!(article.headline.as_ref().unwrap().text, "افتتاح معرض الكتاب في طنجة");
//! assert_eq!(article.date_published.as_ref().unwrap().edtf.as_deref(), Some("2024-05-12"));
//! assert_eq!(article.in_language, "ar");
//! assert_eq!(article.related_link[0].text, "أسعار الكتب ترتفع");
//! assert_eq!(record.segments[0].label, Label::Share);
//! ```
//!
//! Spans count UTF-8 bytes of [`Record::text`]; [`Record::with_positions`] changes the unit. Extraction is total: any
//! text gives a record, in time linear in its length. It is deterministic, and reads no clock, file or network.

#![cfg_attr(docsrs, feature(doc_cfg))]
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unreachable,
    clippy::todo
)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice))]

mod article;
mod assemble;
mod corpus;
mod date;
mod error;
mod export;
mod extractor;
mod ingest;
pub mod json;
mod mention;
mod model;
pub mod resources;
mod segment;
pub mod text;

pub use corpus::{
    Network, NetworkLink, NetworkNode, NetworkRole, SharedEvent, TimelineEntry, TimelinePage, network, timeline,
};
pub use error::Error;
pub use export::{Cell, CellType, Rows, Table, records_to_html, to_ics};
pub use extractor::{Extractor, dates, definitions, organizations, people, places};
pub use ingest::Source;
pub use model::*;
pub use resources::OwnData;
pub use text::Span;

/// The sentences of a text. They tile it; the white space after a sentence belongs to it.
///
/// Full stops of abbreviations, initials and numbers end no sentence.
///
/// ```
/// let text = "التقى د. سليم الوزير. ثم عاد.";
/// let sentences: Vec<_> = naba::sentences(text).iter().map(|span| span.of(text).unwrap()).collect();
/// assert_eq!(sentences, ["التقى د. سليم الوزير. ", "ثم عاد."]);
/// ```
#[must_use]
pub fn sentences(text: &str) -> Vec<Span> {
    let resources = resources::Resources::builtin();
    text::sentences(text, |word| resources.lines().is_abbreviation(word))
}

#[cfg(feature = "inspect")]
#[doc(hidden)]
pub use segment::inspect;

/// The JSON Schema of [`Record`], from which the types of other hosts are generated; [`Named`] entities, the
/// [`Network`] and the [`TimelineEntry`] are among its definitions.
#[cfg(feature = "schema")]
#[must_use]
pub fn schema() -> schemars::Schema {
    let mut generator = generator(schemars::generate::SchemaSettings::draft2020_12().for_serialize());
    // The definitions of the record come first.
    <Record as schemars::JsonSchema>::json_schema(&mut generator);
    generator.subschema_for::<Named<Organization>>();
    generator.subschema_for::<Named<Person>>();
    generator.subschema_for::<Named<Place>>();
    generator.subschema_for::<Network>();
    generator.subschema_for::<TimelineEntry>();
    generator.into_root_schema_for::<Record>()
}

/// The JSON Schema of [`OwnData`]: of a caller's own entries, and of the files of `core/data` they are like.
#[cfg(feature = "schema")]
#[must_use]
pub fn data_schema() -> schemars::Schema {
    generator(schemars::generate::SchemaSettings::draft2020_12()).into_root_schema_for::<OwnData>()
}

#[cfg(feature = "schema")]
fn generator(mut settings: schemars::generate::SchemaSettings) -> schemars::SchemaGenerator {
    settings.transforms.push(Box::new(schemars::transform::RecursiveTransform(without_null)));
    settings.into_generator()
}

/// Absent values are absent, never `null`: takes back what `schemars` says of every `Option`.
#[cfg(feature = "schema")]
fn without_null(schema: &mut schemars::Schema) {
    use serde_json::Value;
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".into(), only);
        }
    }
    if let Some(Value::Array(choices)) = schema.get_mut("anyOf") {
        choices.retain(|choice| choice.get("type").is_none_or(|name| name != "null"));
        if let [Value::Object(only)] = choices.as_slice() {
            let only = only.clone();
            schema.remove("anyOf");
            only.into_iter().for_each(|(key, value)| _ = schema.insert(key, value));
        }
    }
}
