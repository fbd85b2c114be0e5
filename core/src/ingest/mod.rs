//! From what the caller holds to a document: one text and its lines.

mod html;
mod plain;

use std::borrow::Cow;

pub(crate) use html::{Block, Markup, Node, Tag};
pub(crate) use plain::Line;

use crate::model::Format;
use crate::resources::Resources;

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

    /// A page of HTML, decoded. Browsers and servers hand out bytes: for those there is [`Source::bytes`].
    ///
    /// ```
    /// use naba::{Extractor, Source};
    /// let record = Extractor::new().extract(&Source::html("<p>نص <b>الصفحة</b><script>alert(1)</script>"));
    /// assert_eq!(record.text, "نص الصفحة\n");
    /// ```
    #[must_use]
    pub const fn html(page: &'p str) -> Self {
        Self { page, format: Format::Html, url: None, retrieved: None }
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

/// A page as one text, its lines that are not blank, and what HTML says about them.
#[derive(Debug)]
pub(crate) struct Document<'p> {
    pub(crate) text: Cow<'p, str>,
    pub(crate) lines: Vec<Line>,
    pub(crate) markup: Option<Markup<'p>>,
}

/// Reads a source.
pub(crate) fn read<'p>(source: &Source<'p>, resources: &Resources) -> Document<'p> {
    match source.format {
        Format::Html => {
            let (text, lines, markup) = html::read(source.page, source.url.as_deref(), resources.markup());
            Document { text: text.into(), lines, markup: Some(markup) }
        }
        Format::Text => Document { text: source.page.into(), lines: plain::lines(source.page), markup: None },
    }
}
