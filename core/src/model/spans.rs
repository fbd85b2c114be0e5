//! Every span of a record in one place, so that a record can change its unit of positions.

use super::{Article, Event, Mention, Named, Positions, Record, Temporal};
use crate::text::{PositionIndex, Span};

impl Record {
    /// The same record with spans counted in `positions`.
    ///
    /// Only a record in UTF-8 bytes, as the extractor makes it, can be converted; any other is returned as it is.
    ///
    /// ```
    /// use naba::{Extractor, Positions, Source};
    /// let record = Extractor::new().extract(&Source::text("😀 نبأ"));
    /// assert_eq!(record.segments[0].span, naba::Span::new(0, 11));
    /// let record = record.with_positions(Positions::Utf16);
    /// assert_eq!(record.segments[0].span, naba::Span::new(0, 6));
    /// ```
    #[must_use]
    pub fn with_positions(mut self, positions: Positions) -> Self {
        if self.positions == Positions::Utf8 && positions != Positions::Utf8 {
            let text = std::mem::take(&mut self.text);
            let index = PositionIndex::new(&text, positions);
            self.each_span(&mut |span| *span = index.convert(*span));
            self.text = text;
            self.positions = positions;
        }
        self
    }

    fn each_span(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        for segment in &mut self.segments {
            visit(&mut segment.span);
        }
        for article in &mut self.articles {
            article.each_span(visit);
        }
        for event in &mut self.events {
            event.each_span(visit);
        }
        for warning in &mut self.warnings {
            warning.span.iter_mut().for_each(&mut *visit);
        }
    }
}

/// What is found in a text that is read alone, and has spans of it.
pub(crate) trait Spanned {
    /// Shows every span.
    fn each_span(&mut self, visit: &mut dyn FnMut(&mut Span));
}

/// Counts the spans of what a text holds, in UTF-8 bytes so far, in `positions`.
pub(crate) fn with_positions(found: &mut [impl Spanned], text: &str, positions: Positions) {
    if positions != Positions::Utf8 {
        let index = PositionIndex::new(text, positions);
        found.iter_mut().for_each(|each| each.each_span(&mut |span| *span = index.convert(*span)));
    }
}

impl<T> Spanned for Named<T> {
    fn each_span(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        self.mentions.iter_mut().for_each(|mention| mention.each_span(visit));
    }
}

impl Article {
    fn each_span(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        visit(&mut self.span);
        for text in self.headline.iter_mut().chain(&mut self.alternative_headline) {
            visit(&mut text.span);
        }
        for date in self.date_published.iter_mut().chain(&mut self.date_modified) {
            date.each_span(visit);
        }
        if let Some(dateline) = &mut self.dateline {
            visit(&mut dateline.span);
            dateline.date.iter_mut().for_each(|date| date.each_span(visit));
        }
        for author in &mut self.author {
            visit(&mut author.span);
        }
        for mention in &mut self.mentions {
            mention.each_span(visit);
        }
    }
}

impl Mention {
    fn each_span(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        visit(&mut self.span);
        self.core.iter_mut().for_each(&mut *visit);
        self.temporal.iter_mut().for_each(|date| date.each_span(visit));
        if let Some(quantity) = &mut self.quantity {
            visit(&mut quantity.span);
            visit(&mut quantity.evidence.span);
        }
        visit(&mut self.evidence.span);
    }
}

impl Spanned for Temporal {
    fn each_span(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        visit(&mut self.span);
        visit(&mut self.evidence.span);
    }
}

impl Event {
    fn each_span(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        for date in self.start_date.iter_mut().chain(&mut self.end_date) {
            date.each_span(visit);
        }
        for quantity in &mut self.quantities {
            visit(&mut quantity.span);
            visit(&mut quantity.evidence.span);
        }
        for award in &mut self.awards {
            visit(&mut award.span);
            visit(&mut award.evidence.span);
        }
        visit(&mut self.span);
        visit(&mut self.evidence.span);
    }
}
