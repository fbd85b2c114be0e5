//! The dates of an article, against the day the article was written on.

use crate::article::computed;
use crate::date::{Expressions, parse_iso};
use crate::model::{Article, Mention, MentionType, Temporal};
use crate::resources::Resources;
use crate::text::Span;

/// Adds the dates of an article to its mentions.
///
/// "Today" is the day of its date line, else of its dateline, else the one its text calls today, else the day the page was
/// changed on or fetched; never that of a clock.
pub(super) fn find(retrieved: Option<&str>, text: &str, spans: &[Span], article: &mut Article, resources: &Resources) {
    let day = |date: Option<&Temporal>| date.and_then(Temporal::day).and_then(parse_iso);
    let fallback = day(article.date_modified.as_ref()).or_else(|| retrieved.and_then(parse_iso));
    let expressions = Expressions::find(text, spans.iter().copied(), Some(&article.in_language), resources);
    let mut reading = expressions.read(day(article.date_published.as_ref()), fallback);
    // A dateline without a year, which the rest of the text gives.
    let filed = article.dateline.as_ref().map(|dateline| dateline.span).filter(|_| article.date_published.is_none());
    let filed = filed.and_then(|filed| reading.dates.iter().find(|date| filed.contains(date.span))).and_then(computed);
    if let Some(filed) = filed {
        reading = expressions.read(day(Some(&filed)), fallback);
        article.date_published = Some(filed);
    }
    if article.date_published.is_none() {
        article.date_published = reading.today.and_then(|at| reading.dates.get(at)).and_then(computed);
    }
    article.mentions.extend(reading.dates.into_iter().map(mention));
}

fn mention(date: Temporal) -> Mention {
    Mention {
        kind: MentionType::Date,
        span: date.span,
        exact: date.exact.clone(),
        id: None,
        core: None,
        form: None,
        clitic: None,
        evidence: date.evidence.clone(),
        temporal: Some(date),
        quantity: None,
        amount: None,
    }
}
