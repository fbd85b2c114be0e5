//! From what the caller holds to a document: one text and its lines.

mod bytes;
mod html;
mod plain;

use std::borrow::Cow;

pub(crate) use bytes::{sniff, stated_format};
pub(crate) use html::{Block, Markup, Node, Tag, is_a, texts};
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
    pub(crate) page: Cow<'p, str>,
    pub(crate) format: Format,
    pub(crate) url: Option<String>,
    pub(crate) retrieved: Option<String>,
}

impl<'p> Source<'p> {
    /// A page as plain text: a dump of an HTML page, an agency's wire, a pasted article.
    #[must_use]
    pub const fn text(page: &'p str) -> Self {
        Self { page: Cow::Borrowed(page), format: Format::Text, url: None, retrieved: None }
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
        Self { page: Cow::Borrowed(page), format: Format::Html, url: None, retrieved: None }
    }

    /// A page as it was fetched, with the `Content-Type` it came with: decoded, and read as HTML or text.
    ///
    /// Its encoding is that of its byte order mark; or UTF-8, when the bytes are; or what the header says, then the page
    /// itself; or else what the bytes look most like. It is HTML when the header says so, or, where that says nothing, when it
    /// begins with a tag, a comment or a declaration.
    ///
    /// ```
    /// use naba::{Extractor, Source};
    /// let source = Source::bytes(b"<p>\xE6\xD5 \xC7\xE4\xD5\xE1\xCD\xC9", Some("text/html; charset=iso-8859-6"));
    /// assert_eq!(Extractor::new().extract(&source).text, "نص الصفحة\n");
    /// ```
    #[cfg(feature = "encoding")]
    #[cfg_attr(docsrs, doc(cfg(feature = "encoding")))]
    #[must_use]
    pub fn bytes(page: &'p [u8], content_type: Option<&str>) -> Self {
        let (page, format) = bytes::decode(page, content_type);
        Self { page, format, url: None, retrieved: None }
    }

    /// What the page is, for a caller who knows better.
    #[must_use]
    pub const fn format(mut self, format: Format) -> Self {
        self.format = format;
        self
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
pub(crate) fn read<'s>(source: &'s Source<'_>, resources: &Resources) -> Document<'s> {
    match source.format {
        Format::Html => {
            let (text, lines, markup) = html::read(&source.page, source.url.as_deref(), resources.markup());
            Document { text: text.into(), lines, markup: Some(markup) }
        }
        Format::Text => Document { text: Cow::Borrowed(&source.page), lines: plain::lines(&source.page), markup: None },
    }
}
