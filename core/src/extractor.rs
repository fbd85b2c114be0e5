//! The verbs in order.

use std::sync::{Arc, LazyLock};

use crate::ingest::{Source, read};
use crate::model::Record;
use crate::resources::Resources;
use crate::segment::{Models, split};
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
