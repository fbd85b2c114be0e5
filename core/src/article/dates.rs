//! The days that the lines above and below an article state: published, and changed.

use super::Reader;
use crate::date::{Setting, find_dates, parse_iso};
use crate::model::{Label, Temporal, TemporalBasis};
use crate::segment::Shape;
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
    /// Reads the date lines. The first day before the text is that of publication, unless words before it say "updated"; else
    /// the first beside an author.
    pub(super) fn date_lines(&self) -> DateLines {
        let first_text = self.labelled(Label::Body).next().unwrap_or(usize::MAX);
        let language = self.language();
        let setting = Setting { language: Some(&language), anchor: None, fallback: self.retrieved.and_then(parse_iso) };
        let mut lines = DateLines::default();
        let mut signed: Vec<Temporal> = Vec::new();
        let lines_with_days = self.extent.clone().filter(|&at| self.is_filed(at));
        for at in lines_with_days {
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
                } else if self.is_byline(at) {
                    signed.push(date);
                }
            }
        }
        // Under the text a day means as much only beside the author; several are of a list of other articles.
        let is_one = signed.windows(2).all(|pair| matches!(pair, [one, other] if one.day() == other.day()));
        lines.published = lines.published.or(signed.into_iter().next().filter(|_| is_one));
        lines
    }

    /// Whether a line of this article says a day, or a day and an author.
    fn is_filed(&self, at: usize) -> bool {
        self.label(at) == Some(Label::Date)
            || self.is_byline(at) && self.segments.shapes.get(at).is_some_and(Shape::is_credit)
    }

    fn is_byline(&self, at: usize) -> bool {
        self.label(at) == Some(Label::Byline)
    }

    fn label(&self, at: usize) -> Option<Label> {
        self.segments.marks.get(at).filter(|mark| mark.article == Some(self.index)).map(|mark| mark.label)
    }
}
