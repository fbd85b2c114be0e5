//! A half-open range of a text.

use serde::{Deserialize, Serialize};

/// A half-open range `start..end` of [`Record::text`](crate::Record::text); `[start, end]` in JSON.
///
/// The unit is that of the record: UTF-8 bytes in Rust, UTF-16 code units in JavaScript, code points in Python.
/// Both ends lie on character boundaries.
///
/// ```
/// use naba::Span;
/// let span = Span::new(4, 7);
/// assert_eq!(span.of("نبأ"), None); // byte 7 is past the end
/// assert_eq!(Span::new(0, 4).of("نبأ"), Some("نب"));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "[usize; 2]", into = "[usize; 2]")]
pub struct Span {
    /// Where the range begins.
    pub start: usize,
    /// Where it ends: the first position after it.
    pub end: usize,
}

impl Span {
    /// The range `start..end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// How long the range is.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the range holds nothing.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest range that holds both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// What stands there, when the span counts bytes and fits `text`.
    #[must_use]
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.start..self.end)
    }

    /// Like [`of`](Self::of), with an empty text when the span does not fit.
    #[must_use]
    pub(crate) fn slice(self, text: &str) -> &str {
        self.of(text).unwrap_or_default()
    }
}

impl From<[usize; 2]> for Span {
    fn from([start, end]: [usize; 2]) -> Self {
        Self { start, end }
    }
}

impl From<Span> for [usize; 2] {
    fn from(span: Span) -> Self {
        [span.start, span.end]
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Span {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Span".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A half-open range `[start, end]` of `text`, in the unit that `positions` names.",
            "type": "array",
            "items": { "type": "integer", "minimum": 0 },
            "minItems": 2,
            "maxItems": 2
        })
    }
}
