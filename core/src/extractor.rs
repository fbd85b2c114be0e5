//! The verbs in order, and what may be used of them alone.

use std::sync::{Arc, LazyLock};

use crate::date::{Setting, find_dates, parse_iso};
use crate::error::{Error, Kind};
use crate::ingest::{Source, read};
use crate::model::{Record, Temporal};
use crate::resources::Resources;
use crate::segment::{Models, split};
use crate::text::Span;
use crate::{article, assemble, mention};

/// Extracts records from pages. Cheap to clone; use one for many pages and threads.
///
/// ```
/// use naba::{Extractor, Source};
/// let extractor = Extractor::new();
/// let record = extractor.extract(&Source::text("").url("https://example.org/"));
/// assert!(record.articles.is_empty());
/// ```
#[derive(Clone)]
pub struct Extractor {
    resources: &'static Resources,
    models: Arc<Models>,
}

static MODELS: LazyLock<Arc<Models>> = LazyLock::new(|| Arc::new(Models::new(Resources::builtin())));

impl Extractor {
    /// An extractor with the built-in resources.
    #[must_use]
    pub fn new() -> Self {
        Self { resources: Resources::builtin(), models: Arc::clone(&MODELS) }
    }

    /// Makes the record of one page. Total: any text gives a record, in time linear in its length.
    #[must_use]
    pub fn extract(&self, source: &Source<'_>) -> Record {
        let document = read(source);
        let segments = split(&document, self.resources, &self.models);
        let mut articles = article::parse(source, &document, &segments, self.resources);
        mention::find(source, &document, &segments, &mut articles, self.resources);
        assemble::build(source, &document, &segments, articles, self.resources)
    }
}

impl Default for Extractor {
    fn default() -> Self {
        Self::new()
    }
}

impl std::fmt::Debug for Extractor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Extractor").finish_non_exhaustive()
    }
}

/// The dates of a text, in the order of the text.
///
/// `language` is the BCP-47 tag of its language (all are tried without one); `anchor` is the day that "today" means,
/// `YYYY-MM-DD`. Without an anchor what is relative stays unresolved: no clock is read.
///
/// ```
/// let dates = naba::dates("تنعقد الدورة يومي 5 و6 يونيو 2024 بمراكش", Some("ar"), None)?;
/// assert_eq!(dates[0].exact, "يومي 5 و6 يونيو 2024");
/// assert_eq!(dates[0].edtf.as_deref(), Some("2024-06-05/2024-06-06"));
///
/// let dates = naba::dates("Le colloque s'ouvrira demain à Dakar.", Some("fr"), Some("2024-06-11"))?;
/// assert_eq!(dates[0].from.as_deref(), Some("2024-06-12"));
/// # Ok::<(), naba::Error>(())
/// ```
///
/// # Errors
///
/// When the anchor is no day.
pub fn dates(text: &str, language: Option<&str>, anchor: Option<&str>) -> Result<Vec<Temporal>, Error> {
    let parse = |day: &str| parse_iso(day).ok_or_else(|| Kind::Day { what: "anchor", day: day.to_owned() });
    let day = anchor.map(parse).transpose()?;
    let setting = Setting { language, anchor: day, fallback: None };
    Ok(find_dates(text, [Span::new(0, text.len())], &setting, Resources::builtin()).dates)
}
