//! The columns of each table: a name, and what stands under it.

use super::super::view::{View, word};
use super::super::{day, facts};
use super::Cell;
use crate::model::{Article, Event, Mention, Organization, Temporal};

/// A name, and the value of a thing under it.
pub(super) type Column<T> = (&'static str, for<'r> fn(&View<'r>, &'r T) -> Cell);

pub(super) const ARTICLES: &[Column<Article>] = &[
    ("url", |view, _| url(view)),
    ("id", |_, article| text(&article.id)),
    ("span_start", |_, article| position(article.span.start)),
    ("span_end", |_, article| position(article.span.end)),
    ("headline", |_, article| maybe(article.headline.as_ref().map(|headline| &headline.text))),
    ("alternative_headline", |_, article| maybe(article.alternative_headline.as_ref().map(|headline| &headline.text))),
    ("in_language", |_, article| text(&article.in_language)),
    ("date_published", |_, article| date(&article.date_published)),
    ("date_modified", |_, article| date(&article.date_modified)),
    ("dateline_place", |_, article| maybe(article.dateline.as_ref().and_then(|line| line.place.as_ref()))),
    ("dateline_date", |_, article| article.dateline.as_ref().map_or(Cell::Absent, |line| date(&line.date))),
    ("dateline_agency", |_, article| maybe(article.dateline.as_ref().and_then(|line| line.agency.as_ref()))),
    ("author", |_, article| Cell::List(article.author.iter().map(|author| author.name.clone()).collect())),
    ("publisher", |_, article| maybe(article.publisher.as_ref())),
    ("publisher_name", |view, article| name(view, article.publisher.as_ref())),
    ("source_organization", |_, article| maybe(article.source_organization.as_ref())),
    ("source_organization_name", |view, article| name(view, article.source_organization.as_ref())),
    ("keywords", |_, article| list(&article.keywords)),
    ("about", |_, article| list(&article.about)),
    ("article_body", |_, article| text(&article.article_body)),
    ("fingerprint", |_, article| text(&article.fingerprint)),
];

pub(super) const EVENTS: &[Column<Event>] = &[
    ("url", |view, _| url(view)),
    ("id", |_, event| text(&event.id)),
    ("article", |view, event| maybe(view.article(event).map(|article| &article.id))),
    ("type", |_, event| Cell::Text(word(&event.kind))),
    ("name", |_, event| maybe(event.name.as_ref())),
    ("theme", |_, event| maybe(event.theme.as_ref())),
    ("edition", |_, event| event.edition.map_or(Cell::Absent, |edition| Cell::Integer(edition.into()))),
    ("start_date", |_, event| date(&event.start_date)),
    ("end_date", |_, event| date(&event.end_date)),
    ("first_day", |_, event| day::days(event).map_or(Cell::Absent, |(first, _)| Cell::Text(day::written(first)))),
    ("last_day", |_, event| day::days(event).map_or(Cell::Absent, |(_, last)| Cell::Text(day::written(last)))),
    ("duration", |_, event| maybe(event.duration.as_ref())),
    ("event_status", |_, event| Cell::Text(word(&event.event_status))),
    ("attendance_mode", |_, event| event.attendance_mode.map_or(Cell::Absent, |mode| Cell::Text(word(&mode)))),
    ("venue", |_, event| maybe(event.location.as_ref().and_then(|location| location.venue.as_ref()))),
    ("city", |_, event| maybe(event.location.as_ref().and_then(|location| location.city.as_ref()))),
    ("country", |_, event| maybe(event.location.as_ref().and_then(|location| location.country.as_ref()))),
    ("organizer", |_, event| list(&event.organizer)),
    ("organizer_name", |view, event| names(view, &event.organizer)),
    ("host", |_, event| list(&event.host)),
    ("host_name", |view, event| names(view, &event.host)),
    ("partner", |_, event| list(&event.partner)),
    ("partner_name", |view, event| names(view, &event.partner)),
    ("funder", |_, event| list(&event.funder)),
    ("funder_name", |view, event| names(view, &event.funder)),
    ("supervisor", |_, event| list(&event.supervisor)),
    ("supervisor_name", |view, event| names(view, &event.supervisor)),
    ("patron", |_, event| list(&event.patron)),
    ("patron_name", |view, event| names(view, &event.patron)),
    ("party", |_, event| list(&event.party)),
    ("party_name", |view, event| names(view, &event.party)),
    ("participants", |_, event| {
        Cell::List(
            event.participants.iter().flat_map(|each| each.person.iter().chain(&each.organization)).cloned().collect(),
        )
    }),
    ("participants_name", |view, event| {
        Cell::List(event.participants.iter().map(|each| facts::participant(view, each)).collect())
    }),
    ("participating_countries", |_, event| list(&event.participating_countries)),
    ("quantities", |_, event| Cell::List(event.quantities.iter().map(|quantity| quantity.exact.clone()).collect())),
    ("awards", |_, event| Cell::List(event.awards.iter().map(facts::award).collect())),
    ("outcome", |_, event| maybe(event.outcome.as_ref())),
    ("super_event", |_, event| maybe(event.super_event.as_ref())),
    ("salience", |_, event| Cell::Text(word(&event.salience))),
    ("span_start", |_, event| position(event.span.start)),
    ("span_end", |_, event| position(event.span.end)),
    ("sentence", |view, event| Cell::Text(view.sentence(event))),
    ("rule", |_, event| text(event.evidence.rule.as_str())),
    ("certainty", |_, event| Cell::Text(word(&event.evidence.certainty))),
];

pub(super) const ORGANIZATIONS: &[Column<Organization>] = &[
    ("url", |view, _| url(view)),
    ("id", |_, body| text(&body.id)),
    ("name", |_, body| text(&body.name)),
    ("names", |_, body| tagged(&body.names)),
    ("acronyms", |_, body| tagged(&body.acronyms)),
    ("type", |_, body| Cell::Text(word(&body.kind))),
    ("parent_organization", |_, body| maybe(body.parent_organization.as_ref())),
    ("parent_organization_name", |view, body| name(view, body.parent_organization.as_ref())),
    ("country", |_, body| maybe(body.country.as_ref())),
    ("same_as", |_, body| list(&body.same_as)),
    ("linked", |_, body| Cell::Flag(body.linked)),
    ("reconstructed", |_, body| Cell::Flag(body.reconstructed)),
];

pub(super) const MENTIONS: &[Column<Mention>] = &[
    ("url", |view, _| url(view)),
    ("article", |view, mention| maybe(view.article_at(mention.span).map(|article| &article.id))),
    ("type", |_, mention| Cell::Text(word(&mention.kind))),
    ("span_start", |_, mention| position(mention.span.start)),
    ("span_end", |_, mention| position(mention.span.end)),
    ("exact", |_, mention| text(&mention.exact)),
    ("id", |_, mention| maybe(mention.id.as_ref())),
    ("name", |view, mention| name(view, mention.id.as_ref())),
    ("form", |_, mention| mention.form.map_or(Cell::Absent, |form| Cell::Text(word(&form)))),
    ("clitic", |_, mention| maybe(mention.clitic.as_ref())),
    ("edtf", |_, mention| date(&mention.temporal)),
    ("from", |_, mention| maybe(mention.temporal.as_ref().and_then(|date| date.from.as_ref()))),
    ("to", |_, mention| maybe(mention.temporal.as_ref().and_then(|date| date.to.as_ref()))),
    ("value", |_, mention| mention.quantity.as_ref().and_then(|it| it.value).map_or(Cell::Absent, Cell::number)),
    ("comparator", |_, mention| {
        mention.quantity.as_ref().map_or(Cell::Absent, |quantity| Cell::Text(word(&quantity.comparator)))
    }),
    ("unit_text", |_, mention| maybe(mention.quantity.as_ref().and_then(|quantity| quantity.unit_text.as_ref()))),
    ("counts", |_, mention| maybe(mention.quantity.as_ref().and_then(|quantity| quantity.counts.as_ref()))),
    ("amount", |_, mention| mention.amount.as_ref().map_or(Cell::Absent, |amount| Cell::number(amount.value))),
    ("currency", |_, mention| maybe(mention.amount.as_ref().map(|amount| &amount.currency))),
    ("rule", |_, mention| text(mention.evidence.rule.as_str())),
    ("certainty", |_, mention| Cell::Text(word(&mention.evidence.certainty))),
];

fn url(view: &View<'_>) -> Cell {
    maybe(view.record.url.as_ref())
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn maybe(text: Option<&String>) -> Cell {
    text.map_or(Cell::Absent, |text| Cell::Text(text.clone()))
}

fn list(texts: &[String]) -> Cell {
    Cell::List(texts.to_vec())
}

fn position(at: usize) -> Cell {
    i64::try_from(at).map_or(Cell::Absent, Cell::Integer)
}

fn date(date: &Option<Temporal>) -> Cell {
    maybe(
        date.as_ref().and_then(|date| date.edtf.as_ref().or(date.duration.as_ref()).or(date.repeat_frequency.as_ref())),
    )
}

fn name(view: &View<'_>, id: Option<&String>) -> Cell {
    id.map_or(Cell::Absent, |id| text(view.name(id)))
}

fn names(view: &View<'_>, ids: &[String]) -> Cell {
    Cell::List(ids.iter().map(|id| view.name(id).to_owned()).collect())
}

/// Names with their language before them.
fn tagged(names: &std::collections::BTreeMap<String, Vec<String>>) -> Cell {
    let each = names.iter().flat_map(|(tag, names)| names.iter().map(move |name| format!("{tag}:{name}")));
    Cell::List(each.collect())
}
