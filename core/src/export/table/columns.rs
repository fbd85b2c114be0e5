//! The columns of each table: a name, and what stands under it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use self::Read::{Day, Flag, Integer, List, Number, Text};
use super::super::view::{View, word};
use super::super::{day, facts};
use super::{Cell, CellType};
use crate::model::{Article, Event, Mention, Organization, Temporal, Warning};

/// A name, and how to read the value of a thing under it.
pub(super) type Column<T> = (&'static str, Read<T>);

/// Reads values of one type off things of a record.
pub(super) enum Read<T> {
    Text(Reader<T, Option<String>>),
    Integer(Reader<T, Option<i64>>),
    Number(Reader<T, Option<f64>>),
    Flag(Reader<T, Option<bool>>),
    Day(Reader<T, Option<NaiveDate>>),
    List(Reader<T, Vec<String>>),
}

type Reader<T, V> = for<'r> fn(&View<'r>, &'r T) -> V;

impl<T> Read<T> {
    pub(super) fn cell_type(&self) -> CellType {
        match self {
            Text(_) => CellType::Text,
            Integer(_) => CellType::Integer,
            Number(_) => CellType::Number,
            Flag(_) => CellType::Flag,
            Day(_) => CellType::Day,
            List(_) => CellType::List,
        }
    }

    pub(super) fn cell<'r>(&self, view: &View<'r>, thing: &'r T) -> Cell {
        match self {
            Text(read) => read(view, thing).map_or(Cell::Absent, Cell::Text),
            Integer(read) => read(view, thing).map_or(Cell::Absent, Cell::Integer),
            Number(read) => read(view, thing).map_or(Cell::Absent, Cell::number),
            Flag(read) => read(view, thing).map_or(Cell::Absent, Cell::Flag),
            Day(read) => read(view, thing).map_or(Cell::Absent, Cell::Day),
            List(read) => Cell::List(read(view, thing)),
        }
    }
}

pub(super) const ARTICLES: &[Column<Article>] = &[
    ("url", Text(|view, _| url(view))),
    ("id", Text(|_, article| text(&article.id))),
    ("span_start", Integer(|_, article| position(article.span.start))),
    ("span_end", Integer(|_, article| position(article.span.end))),
    ("headline", Text(|_, article| maybe(article.headline.as_ref().map(|headline| &headline.text)))),
    (
        "alternative_headline",
        Text(|_, article| maybe(article.alternative_headline.as_ref().map(|headline| &headline.text))),
    ),
    ("in_language", Text(|_, article| text(&article.in_language))),
    ("date_published", Text(|_, article| date(&article.date_published))),
    ("published_day", Day(|_, article| article.date_published.as_ref().and_then(day::first).and_then(day::day))),
    ("date_modified", Text(|_, article| date(&article.date_modified))),
    ("dateline_place", Text(|_, article| maybe(article.dateline.as_ref().and_then(|line| line.place.as_ref())))),
    ("dateline_date", Text(|_, article| article.dateline.as_ref().and_then(|line| date(&line.date)))),
    ("dateline_agency", Text(|_, article| maybe(article.dateline.as_ref().and_then(|line| line.agency.as_ref())))),
    ("author", List(|_, article| article.author.iter().map(|author| author.name.clone()).collect())),
    ("publisher", Text(|_, article| article.publisher.clone())),
    ("publisher_name", Text(|view, article| name(view, article.publisher.as_ref()))),
    ("source_organization", Text(|_, article| article.source_organization.clone())),
    ("source_organization_name", Text(|view, article| name(view, article.source_organization.as_ref()))),
    ("keywords", List(|_, article| article.keywords.clone())),
    ("about", List(|_, article| article.about.clone())),
    ("article_body", Text(|_, article| text(&article.article_body))),
    ("fingerprint", Text(|_, article| text(&article.fingerprint))),
];

pub(super) const EVENTS: &[Column<Event>] = &[
    ("url", Text(|view, _| url(view))),
    ("id", Text(|_, event| text(&event.id))),
    ("article", Text(|view, event| maybe(view.article(event).map(|article| &article.id)))),
    ("type", Text(|_, event| Some(word(&event.kind)))),
    ("name", Text(|_, event| event.name.clone())),
    ("theme", Text(|_, event| event.theme.clone())),
    ("edition", Integer(|_, event| event.edition.map(Into::into))),
    ("start_date", Text(|_, event| date(&event.start_date))),
    ("end_date", Text(|_, event| date(&event.end_date))),
    ("first_day", Day(|_, event| day::days(event).map(|(first, _)| first))),
    ("last_day", Day(|_, event| day::days(event).map(|(_, last)| last))),
    ("duration", Text(|_, event| event.duration.clone())),
    ("event_status", Text(|_, event| Some(word(&event.event_status)))),
    ("attendance_mode", Text(|_, event| event.attendance_mode.map(|mode| word(&mode)))),
    ("venue", Text(|_, event| maybe(event.location.as_ref().and_then(|location| location.venue.as_ref())))),
    ("city", Text(|_, event| maybe(event.location.as_ref().and_then(|location| location.city.as_ref())))),
    ("country", Text(|_, event| maybe(event.location.as_ref().and_then(|location| location.country.as_ref())))),
    ("organizer", List(|_, event| event.organizer.clone())),
    ("organizer_name", List(|view, event| names(view, &event.organizer))),
    ("host", List(|_, event| event.host.clone())),
    ("host_name", List(|view, event| names(view, &event.host))),
    ("partner", List(|_, event| event.partner.clone())),
    ("partner_name", List(|view, event| names(view, &event.partner))),
    ("funder", List(|_, event| event.funder.clone())),
    ("funder_name", List(|view, event| names(view, &event.funder))),
    ("supervisor", List(|_, event| event.supervisor.clone())),
    ("supervisor_name", List(|view, event| names(view, &event.supervisor))),
    ("patron", List(|_, event| event.patron.clone())),
    ("patron_name", List(|view, event| names(view, &event.patron))),
    ("party", List(|_, event| event.party.clone())),
    ("party_name", List(|view, event| names(view, &event.party))),
    (
        "participants",
        List(|_, event| {
            event.participants.iter().flat_map(|each| each.person.iter().chain(&each.organization)).cloned().collect()
        }),
    ),
    (
        "participants_name",
        List(|view, event| event.participants.iter().map(|each| facts::participant(view, each)).collect()),
    ),
    ("participating_countries", List(|_, event| event.participating_countries.clone())),
    ("quantities", List(|_, event| event.quantities.iter().map(|quantity| quantity.exact.clone()).collect())),
    ("awards", List(|_, event| event.awards.iter().map(facts::award).collect())),
    ("outcome", Text(|_, event| event.outcome.clone())),
    ("super_event", Text(|_, event| event.super_event.clone())),
    ("salience", Text(|_, event| Some(word(&event.salience)))),
    ("span_start", Integer(|_, event| position(event.span.start))),
    ("span_end", Integer(|_, event| position(event.span.end))),
    ("sentence", Text(|view, event| Some(view.sentence(event)))),
    ("rule", Text(|_, event| text(event.evidence.rule.as_str()))),
    ("certainty", Text(|_, event| Some(word(&event.evidence.certainty)))),
];

pub(super) const ORGANIZATIONS: &[Column<Organization>] = &[
    ("url", Text(|view, _| url(view))),
    ("id", Text(|_, body| text(&body.id))),
    ("name", Text(|_, body| text(&body.name))),
    ("names", List(|_, body| tagged(&body.names))),
    ("acronyms", List(|_, body| tagged(&body.acronyms))),
    ("type", Text(|_, body| Some(word(&body.kind)))),
    ("parent_organization", Text(|_, body| body.parent_organization.clone())),
    ("parent_organization_name", Text(|view, body| name(view, body.parent_organization.as_ref()))),
    ("country", Text(|_, body| body.country.clone())),
    ("same_as", List(|_, body| body.same_as.clone())),
    ("linked", Flag(|_, body| Some(body.linked))),
    ("reconstructed", Flag(|_, body| Some(body.reconstructed))),
];

pub(super) const MENTIONS: &[Column<Mention>] = &[
    ("url", Text(|view, _| url(view))),
    ("article", Text(|view, mention| maybe(view.article_at(mention.span).map(|article| &article.id)))),
    ("type", Text(|_, mention| Some(word(&mention.kind)))),
    ("span_start", Integer(|_, mention| position(mention.span.start))),
    ("span_end", Integer(|_, mention| position(mention.span.end))),
    ("exact", Text(|_, mention| text(&mention.exact))),
    ("id", Text(|_, mention| mention.id.clone())),
    ("name", Text(|view, mention| name(view, mention.id.as_ref()))),
    ("form", Text(|_, mention| mention.form.map(|form| word(&form)))),
    ("clitic", Text(|_, mention| mention.clitic.clone())),
    ("edtf", Text(|_, mention| date(&mention.temporal))),
    ("from", Text(|_, mention| maybe(mention.temporal.as_ref().and_then(|date| date.from.as_ref())))),
    ("to", Text(|_, mention| maybe(mention.temporal.as_ref().and_then(|date| date.to.as_ref())))),
    ("value", Number(|_, mention| mention.quantity.as_ref().and_then(|it| it.value))),
    ("comparator", Text(|_, mention| mention.quantity.as_ref().map(|quantity| word(&quantity.comparator)))),
    ("unit_text", Text(|_, mention| maybe(mention.quantity.as_ref().and_then(|quantity| quantity.unit_text.as_ref())))),
    ("counts", Text(|_, mention| maybe(mention.quantity.as_ref().and_then(|quantity| quantity.counts.as_ref())))),
    ("amount", Number(|_, mention| mention.amount.as_ref().map(|amount| amount.value))),
    ("currency", Text(|_, mention| maybe(mention.amount.as_ref().map(|amount| &amount.currency)))),
    ("rule", Text(|_, mention| text(mention.evidence.rule.as_str()))),
    ("certainty", Text(|_, mention| Some(word(&mention.evidence.certainty)))),
];

pub(super) const WARNINGS: &[Column<Warning>] = &[
    ("url", Text(|view, _| url(view))),
    ("code", Text(|_, warning| Some(word(&warning.code)))),
    ("span_start", Integer(|_, warning| warning.span.and_then(|span| position(span.start)))),
    ("span_end", Integer(|_, warning| warning.span.and_then(|span| position(span.end)))),
    ("message", Text(|_, warning| text(&warning.message))),
];

fn url(view: &View<'_>) -> Option<String> {
    view.record.url.clone()
}

fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn maybe(text: Option<&String>) -> Option<String> {
    text.cloned()
}

fn position(at: usize) -> Option<i64> {
    i64::try_from(at).ok()
}

fn date(date: &Option<Temporal>) -> Option<String> {
    let date = date.as_ref()?;
    date.edtf.clone().or_else(|| date.duration.clone()).or_else(|| date.repeat_frequency.clone())
}

fn name(view: &View<'_>, id: Option<&String>) -> Option<String> {
    id.map(|id| view.name(id).to_owned())
}

fn names(view: &View<'_>, ids: &[String]) -> Vec<String> {
    ids.iter().map(|id| view.name(id).to_owned()).collect()
}

/// Names with their language before them.
fn tagged(names: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    names.iter().flat_map(|(tag, names)| names.iter().map(move |name| format!("{tag}:{name}"))).collect()
}
