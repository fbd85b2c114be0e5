//! From what the caller holds to a document: one text and its lines.

mod plain;

pub(crate) use plain::Line;

use crate::model::Format;

/// A page as the caller holds it, with what is known about it.
///
/// ```
/// use naba::Source;
/// let source = Source::text("نص الصفحة").url("https://example.org/a").retrieved("2024-05-17");
/// ```
#[derive(Clone, Debug)]
pub struct Source<'p> {
    pub(crate) page: &'p str,
    pub(crate) format: Format,
    pub(crate) url: Option<String>,
    pub(crate) retrieved: Option<String>,
}

impl<'p> Source<'p> {
    /// A page as plain text: a dump of an HTML page, an agency's wire, a pasted article.
    #[must_use]
    pub const fn text(page: &'p str) -> Self {
        Self { page, format: Format::Text, url: None, retrieved: None }
    }

    /// The address the page was fetched from.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// The day the page was fetched, as `YYYY-MM-DD`. Never read from a clock.
    #[must_use]
    pub fn retrieved(mut self, day: impl Into<String>) -> Self {
        self.retrieved = Some(day.into());
        self
    }
}

/// A page as one text, and its lines that are not blank.
#[derive(Debug)]
pub(crate) struct Document<'p> {
    pub(crate) text: &'p str,
    pub(crate) lines: Vec<Line>,
}

/// Reads a source.
pub(crate) fn read<'p>(source: &Source<'p>) -> Document<'p> {
    Document { text: source.page, lines: plain::lines(source.page) }
}
