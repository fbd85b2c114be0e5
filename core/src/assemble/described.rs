//! Events and organisations that the JSON-LD of a page describes: they join what its text tells of.

use serde_json::{Map, Value};

use super::{called, key};
use crate::article::stated_day;
use crate::ingest::{Markup, is_a, texts};
use crate::model::{
    Article, Certainty, Event, EventLocation, EventStatus, EventType, Evidence, Mention, MentionForm, MentionType,
    Organization, OrganizationType, PlaceBasis, RuleId, Salience, Temporal,
};
use crate::resources::Resources;
use crate::text::Span;

/// Most things of one kind that join a record.
const MOST: usize = 60;

/// Types of organisations in schema.org, by their endings, and what they are here; the first that fits.
const ORGANIZATIONS: &[(&str, OrganizationType)] = &[
    ("NewsMediaOrganization", OrganizationType::Media),
    ("GovernmentOrganization", OrganizationType::Government),
    ("CollegeOrUniversity", OrganizationType::University),
    ("School", OrganizationType::School),
    ("EducationalOrganization", OrganizationType::School),
    ("ResearchOrganization", OrganizationType::Research),
    ("Corporation", OrganizationType::Company),
    ("NGO", OrganizationType::Association),
    ("Hospital", OrganizationType::Hospital),
    ("Museum", OrganizationType::Museum),
    ("Organization", OrganizationType::Other),
];

/// The same of events.
const EVENTS: &[(&str, EventType)] = &[
    ("ExhibitionEvent", EventType::Exhibition),
    ("Festival", EventType::Festival),
    ("EducationEvent", EventType::Training),
    ("CourseInstance", EventType::Training),
    ("SportsEvent", EventType::Competition),
    ("BusinessEvent", EventType::Meeting),
    ("PublicationEvent", EventType::Publication),
    ("Hackathon", EventType::Competition),
    ("Event", EventType::Other),
];

/// Enters them into the record of a page; they belong to its first article.
pub(super) fn join(
    markup: &Markup<'_>,
    articles: &mut [Article],
    organizations: &mut Vec<Organization>,
    events: &mut Vec<Event>,
    resources: &Resources,
) {
    let Some(article) = articles.first_mut() else { return };
    for thing in markup.things.iter().take(MOST) {
        if let Some(&(_, kind)) = ORGANIZATIONS.iter().find(|(ending, _)| is_a(thing, ending)) {
            organization(thing, kind, article, organizations);
        }
    }
    let publisher = markup.page.values_of("publisher").next();
    let known =
        |name: &str| organizations.iter().find(|known| key(&known.name) == key(name)).map(|known| known.id.clone());
    article.publisher = article.publisher.take().or_else(|| known(&publisher?.value));
    for thing in markup.things.iter().take(MOST) {
        if let Some(&(_, kind)) = EVENTS.iter().find(|(ending, _)| is_a(thing, ending)) {
            event(thing, kind, article, organizations, events, resources);
        }
    }
}

/// The empty place at the beginning of an article, where stands what only the markup says.
fn evidence(article: &Article, rule: &str) -> Evidence {
    let span = Span::new(article.span.start, article.span.start);
    Evidence { rule: RuleId::from(rule), span, certainty: Certainty::Pattern }
}

fn organization(
    thing: &Map<String, Value>,
    kind: OrganizationType,
    article: &mut Article,
    organizations: &mut Vec<Organization>,
) {
    let Some(name) = texts(thing, "name").into_iter().next() else { return };
    let before = organizations.len();
    let id = called(&name, &article.in_language, kind, organizations);
    if let Some(known) = organizations.iter_mut().find(|known| known.id == id) {
        let is_identifier = |url: &String| url.contains("wikidata.org/") || url.contains("ror.org/");
        for url in texts(thing, "sameAs").into_iter().filter(is_identifier) {
            if !known.same_as.contains(&url) {
                known.same_as.push(url);
            }
        }
    }
    if organizations.len() > before {
        let evidence = evidence(article, "html/json-ld/Organization");
        article.mentions.insert(
            0,
            Mention {
                kind: MentionType::Organization,
                span: evidence.span,
                exact: String::new(),
                id: Some(id),
                temporal: None,
                quantity: None,
                amount: None,
                core: None,
                form: Some(MentionForm::Full),
                clitic: None,
                evidence,
            },
        );
    }
}

fn event(
    thing: &Map<String, Value>,
    kind: EventType,
    article: &mut Article,
    organizations: &mut Vec<Organization>,
    events: &mut Vec<Event>,
    resources: &Resources,
) {
    let evidence = evidence(article, "html/json-ld/Event");
    let day = |name: &str| -> Option<Temporal> {
        let rule = format!("html/json-ld/{name}");
        texts(thing, name).iter().find_map(|value| stated_day(value, &rule, evidence.span, resources))
    };
    let (name, start) = (texts(thing, "name").into_iter().next(), day("startDate"));
    if name.is_none() && start.is_none() {
        return;
    }
    let end = day("endDate").filter(|end| start.as_ref().is_none_or(|start| start.from != end.from));
    let organizer: Vec<String> = texts(thing, "organizer")
        .iter()
        .filter(|name| !name.contains("://"))
        .map(|name| called(name, &article.in_language, OrganizationType::Other, organizations))
        .collect();
    let is_same = |known: &&mut Event| {
        let days = known.start_date.as_ref().and_then(Temporal::day).zip(start.as_ref().and_then(Temporal::day));
        let names = known.name.as_deref().zip(name.as_deref());
        names.is_some_and(|(one, other)| key(one) == key(other)) || days.is_some_and(|(one, other)| one == other)
    };
    if let Some(known) = events.iter_mut().find(is_same) {
        known.name = known.name.take().or(name);
        known.start_date = known.start_date.take().or(start);
        known.end_date = known.end_date.take().or(end);
        known.location = known.location.take().or_else(|| location(thing));
        if known.organizer.is_empty() {
            known.organizer = organizer;
        }
        return;
    }
    let id = format!("event-{}", events.len() + 1);
    let salience = if article.about.is_empty() { Salience::Main } else { Salience::Announced };
    article.about.push(id.clone());
    events.push(Event {
        name,
        event_status: status(thing, start.as_ref(), article),
        start_date: start,
        end_date: end,
        location: location(thing),
        organizer,
        ..Event::new(id, kind, salience, evidence)
    });
}

/// What is said of it, else by its first day and the day of the article; without either it is planned, as what is announced is.
fn status(thing: &Map<String, Value>, start: Option<&Temporal>, article: &Article) -> EventStatus {
    let said = texts(thing, "eventStatus").into_iter().next().unwrap_or_default();
    let published = article.date_published.as_ref().and_then(Temporal::day);
    match said.as_str() {
        said if said.ends_with("EventCancelled") => EventStatus::Cancelled,
        said if said.ends_with("EventPostponed") => EventStatus::Postponed,
        _ => match start.and_then(Temporal::day).zip(published) {
            Some((start, published)) if start < published => EventStatus::Held,
            _ => EventStatus::Planned,
        },
    }
}

fn location(thing: &Map<String, Value>) -> Option<EventLocation> {
    let place = match thing.get("location")? {
        Value::Array(places) => places.first()?,
        place => place,
    };
    let text = |map: &Map<String, Value>, name: &str| texts(map, name).into_iter().next();
    let place = place.as_object()?;
    let address = place.get("address").and_then(Value::as_object);
    let venue = text(place, "name");
    let city = address.and_then(|address| text(address, "addressLocality"));
    let country = address.and_then(|address| text(address, "addressCountry"));
    let country = country.filter(|code| code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase()));
    (venue.is_some() || city.is_some()).then_some(EventLocation { venue, city, country, basis: PlaceBasis::Stated })
}
