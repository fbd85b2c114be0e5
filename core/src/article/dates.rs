//! The days that the lines above and below an article state: published, and changed.

use super::Reader;
use crate::date::{Setting, find_dates, parse_iso};
use crate::model::{Label, Temporal, TemporalBasis};
use crate::text::{Span, fold};

/// What the date lines of an article say.
#[derive(Debug, Default)]
pub(super) struct DateLines {
    pub(super) published: Option<Temporal>,
    pub(super) modified: Option<Temporal>,
}

/// The same day as one that follows from the text rather than from a line that says so.
pub(crate) fn computed(date: &Temporal) -> Option<Temporal> {
    date.day()?;
    let mut date = date.clone();
    date.basis = TemporalBasis::Computed;
    Some(date)
}

impl Reader<'_> {
    /// Reads the date lines. The first day before the text is that of publication, unless words before it say "updated".
    pub(super) fn date_lines(&self) -> DateLines {
        let first_text = self.labelled(Label::Body).next().unwrap_or(usize::MAX);
        let language = self.language();
        let setting = Setting { language: Some(&language), anchor: None, fallback: self.retrieved.and_then(parse_iso) };
        let mut lines = DateLines::default();
        for at in self.labelled(Label::Date) {
            let line = self.inner(at);
            let mut said = line.start;
            for date in find_dates(self.text, [line], &setting, self.resources).dates {
                let words = fold(Span::new(said, date.span.start.max(said)).slice(self.text));
                said = date.span.end;
                if date.day().is_none() {
                    continue;
                }
                if self.resources.lines().says_modified(words.as_str()) {
                    lines.modified.get_or_insert(date);
                } else if at < first_text {
                    lines.published.get_or_insert(date);
                }
            }
        }
        lines
    }
}
