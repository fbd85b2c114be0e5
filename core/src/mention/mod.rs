//! From articles to mentions: what the words of each article name.

mod date;

use crate::article::Parsed;
use crate::ingest::{Document, Source};
use crate::model::Label;
use crate::resources::Resources;
use crate::segment::Segments;
use crate::text::Span;

/// Finds the mentions of every article.
pub(crate) fn find(
    source: &Source<'_>,
    document: &Document<'_>,
    segments: &Segments,
    articles: &mut [Parsed],
    resources: &Resources,
) {
    let mut spans: Vec<Vec<Span>> = vec![Vec::new(); articles.len()];
    for (unit, mark) in segments.units.iter().zip(&segments.marks) {
        let is_read = mark.label.is_article() && !matches!(mark.label, Label::Source | Label::Keywords);
        let own = mark.article.filter(|_| is_read).and_then(|article| spans.get_mut(article));
        own.into_iter().for_each(|own| own.push(unit.inner));
    }
    for (parsed, spans) in articles.iter_mut().zip(spans) {
        date::find(source.retrieved.as_deref(), document.text, &spans, &mut parsed.article, resources);
    }
}
