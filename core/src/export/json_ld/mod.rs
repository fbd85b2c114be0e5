//! A record as JSON-LD in the words of schema.org: a graph of articles, events, organisations, people and places.
//!
//! What schema.org has no word for is left out: the countries that take part, quantities, how an event stands to its article.

mod event;
mod node;

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use self::node::{Node, Value};
use super::day;
use super::id::{Id, Ids};
use super::view::{Entity, View, address};
use crate::model::{Article, Author, Organization, OrganizationType, Person, Place, Record, Role, Temporal};

pub(super) fn write(record: &Record) -> String {
    let view = View::new(record);
    let graph = Graph::new(&view);
    let articles = record.articles.iter().zip(&graph.articles).map(|(each, id)| graph.article(each, id));
    let events = record.events.iter().zip(&graph.events).map(|(each, id)| graph.event(each, id));
    let entities = graph.entities().map(|(entity, id)| match entity {
        Entity::Organization(organization) => graph.organization(organization, id),
        Entity::Person(person) => graph.person(person, id),
        Entity::Place(place) => graph.place(place, id),
    });
    let nodes: Vec<String> =
        articles.chain(events).chain(entities).map(|node| serde_json::to_string(&node).unwrap_or_default()).collect();
    let nodes = if nodes.is_empty() { String::new() } else { format!("\n{}\n", nodes.join(",\n")) };
    // Inside a page's `<script>` nothing may look like its end.
    format!("{{\"@context\":\"https://schema.org\",\"@graph\":[{nodes}]}}\n").replace('<', "\\u003c")
}

/// The `@id` of everything, so that nodes can point at one another.
struct Graph<'v, 'r> {
    view: &'v View<'r>,
    articles: Vec<String>,
    events: Vec<String>,
    /// Of organisations, people and places, in this order.
    entities: Vec<String>,
    /// By the ids of the record.
    by_id: FxHashMap<&'r str, usize>,
    event_by_id: FxHashMap<&'r str, usize>,
    /// Organisations and people by name.
    by_name: FxHashMap<&'r str, usize>,
}

impl<'v, 'r> Graph<'v, 'r> {
    fn new(view: &'v View<'r>) -> Self {
        let record = view.record;
        let mut ids = Ids::new(view);
        // Events first, so that their ids are those of the calendar.
        let events = record.events.iter().map(|event| iri(record, "event", ids.event(view, event))).collect();
        let articles = record.articles.iter().map(|article| {
            let headline = article.headline.as_ref().map_or("", |headline| &headline.text);
            iri(record, "article", ids.give(&["article", headline, &article.article_body]))
        });
        let articles = articles.collect();
        let mut entities = Vec::new();
        let (mut by_id, mut by_name) = (FxHashMap::default(), FxHashMap::default());
        for entity in all(record) {
            let (id, kind, key) = match entity {
                Entity::Organization(body) if body.linked => (&body.id, "organization", [body.id.as_str(), ""]),
                Entity::Organization(body) => {
                    (&body.id, "organization", [body.name.as_str(), body.country.as_deref().unwrap_or_default()])
                }
                Entity::Person(person) => (&person.id, "person", [person.name.as_str(), ""]),
                Entity::Place(place) => {
                    (&place.id, "place", [place.name.as_str(), place.country.as_deref().unwrap_or_default()])
                }
            };
            by_id.entry(id.as_str()).or_insert(entities.len());
            if !matches!(entity, Entity::Place(_)) {
                by_name.entry(entity.name()).or_insert(entities.len());
            }
            let [name, more] = key;
            entities.push(iri(record, kind, ids.give(&[kind, name, more])));
        }
        let mut event_by_id = FxHashMap::default();
        for (at, event) in record.events.iter().enumerate() {
            event_by_id.entry(event.id.as_str()).or_insert(at);
        }
        Self { view, articles, events, entities, by_id, event_by_id, by_name }
    }

    fn entities(&self) -> impl Iterator<Item = (Entity<'r>, &str)> {
        all(self.view.record).zip(self.entities.iter().map(String::as_str))
    }

    /// A reference to an entity of the record.
    fn refer(&self, id: &str) -> Option<Node> {
        self.by_id.get(id).and_then(|&at| self.entities.get(at)).map(|id| Node::reference(id))
    }

    /// The same, to an organisation only: a record made by hand may say anything.
    fn body(&self, id: &str) -> Option<Node> {
        self.refer(id).filter(|_| matches!(self.view.entity(id), Some(Entity::Organization(_))))
    }

    /// The same, to whoever can act.
    fn actor(&self, id: &str) -> Option<Node> {
        self.refer(id).filter(|_| !matches!(self.view.entity(id), Some(Entity::Place(_)) | None))
    }

    /// The same, by name.
    fn named(&self, name: &str) -> Option<Node> {
        self.by_name.get(name).and_then(|&at| self.entities.get(at)).map(|id| Node::reference(id))
    }

    fn happening(&self, id: &str) -> Option<Node> {
        self.event_by_id.get(id).and_then(|&at| self.events.get(at)).map(|id| Node::reference(id))
    }

    fn article(&self, article: &Article, id: &str) -> Node {
        let language = article.in_language.as_str();
        let tagged = |text: &str| Value::tagged(text, language);
        let mut seen = FxHashSet::default();
        let about = article.about.iter().filter(|id| seen.insert(id.as_str())).filter_map(|id| self.happening(id));
        let about: Vec<Node> = about.collect();
        let named = article.mentions.iter().filter_map(|mention| mention.id.as_deref()).filter(|id| seen.insert(*id));
        let keywords: Vec<Value> = article.keywords.iter().map(|word| tagged(word)).collect();
        Node::new("NewsArticle")
            .with("@id", id)
            .with("url", self.view.record.url.as_deref().and_then(address))
            .with("headline", article.headline.as_ref().map(|headline| tagged(&headline.text)))
            .with("alternativeHeadline", article.alternative_headline.as_ref().map(|headline| tagged(&headline.text)))
            .with("inLanguage", Some(language).filter(|language| node::is_language(language)))
            .with("datePublished", article.date_published.as_ref().and_then(date))
            .with("dateModified", article.date_modified.as_ref().and_then(date))
            .with("dateline", article.dateline.as_ref().map(|dateline| self.view.quote(dateline.span)))
            .with("author", article.author.iter().map(|author| self.author(author, language)).collect::<Vec<_>>())
            .with("publisher", article.publisher.as_deref().and_then(|id| self.body(id)))
            .with("sourceOrganization", article.source_organization.as_deref().and_then(|id| self.body(id)))
            .with("keywords", keywords)
            .with("articleBody", tagged(&article.article_body))
            .with("about", about)
            .with("mentions", named.filter_map(|id| self.refer(id)).collect::<Vec<_>>())
    }

    /// Whoever the record knows by this name, or else a person: most bylines are people.
    fn author(&self, author: &Author, language: &str) -> Node {
        self.named(&author.name)
            .unwrap_or_else(|| Node::new("Person").with("name", Value::tagged(&author.name, language)))
    }

    fn organization(&self, body: &Organization, id: &str) -> Node {
        let language = self.view.language(&body.id);
        let (names, mut others) = split(&body.name, language, &body.names);
        others.extend(tagged_names(&body.acronyms));
        let addresses: Vec<&str> = body.same_as.iter().filter_map(|url| address(url)).collect();
        Node::new(organization_type(body.kind))
            .with("@id", id)
            .with("name", names)
            .with("alternateName", others)
            .with("parentOrganization", body.parent_organization.as_deref().and_then(|id| self.body(id)))
            .with("address", postal(None, body.country.as_deref(), ""))
            .with("sameAs", addresses)
    }

    fn person(&self, person: &Person, id: &str) -> Node {
        let language = self.view.language(&person.id);
        let (names, others) = split(&person.name, language, &person.names);
        let (held, titles): (Vec<&Role>, Vec<&Role>) =
            person.roles.iter().partition(|role| role.organization.as_deref().and_then(|id| self.body(id)).is_some());
        let office = |role: &&Role| {
            Node::new("OrganizationRole")
                .with("roleName", Value::tagged(&role.role_name, language))
                .with("affiliation", role.organization.as_deref().and_then(|id| self.body(id)))
        };
        let titles: Vec<Value> = titles.iter().map(|role| Value::tagged(&role.role_name, language)).collect();
        Node::new("Person")
            .with("@id", id)
            .with("honorificPrefix", person.honorific_prefix.as_deref().map(|title| Value::tagged(title, language)))
            .with("name", names)
            .with("alternateName", others)
            .with("jobTitle", titles)
            .with("affiliation", held.iter().map(office).collect::<Vec<_>>())
    }

    fn place(&self, place: &Place, id: &str) -> Node {
        let language = self.view.language(&place.id);
        let (names, others) = split(&place.name, language, &place.names);
        let kind = match (&place.venue, &place.city, &place.country) {
            (None, Some(_), _) => "City",
            (None, None, Some(_)) if place.region.is_none() => "Country",
            _ => "Place",
        };
        let city = place.city.as_deref().filter(|_| place.venue.is_some());
        Node::new(kind)
            .with("@id", id)
            .with("name", names)
            .with("alternateName", others)
            .with("address", postal(city, place.country.as_deref(), language))
    }
}

fn all(record: &Record) -> impl Iterator<Item = Entity<'_>> {
    let organizations = record.organizations.iter().map(Entity::Organization);
    organizations.chain(record.people.iter().map(Entity::Person)).chain(record.places.iter().map(Entity::Place))
}

/// A fragment of the page's address, or a UUID when it has none.
fn iri(record: &Record, kind: &str, id: Id) -> String {
    match record.url.as_deref().and_then(address) {
        Some(url) => format!("{}#{kind}-{}", url.split('#').next().unwrap_or(url), id.short()),
        None => format!("urn:uuid:{}", id.uuid()),
    }
}

fn date(date: &Temporal) -> Option<String> {
    day::first(date).map(|value| day::iso(date, value))
}

fn postal(city: Option<&str>, country: Option<&str>, language: &str) -> Node {
    Node::new("PostalAddress")
        .with("addressLocality", city.map(|city| Value::tagged(city, language)))
        .with("addressCountry", country)
}

/// The name on the page and the first of each language; then all others.
fn split(name: &str, language: &str, names: &BTreeMap<String, Vec<String>>) -> (Vec<Value>, Vec<Value>) {
    let tag = names.iter().find(|(_, names)| names.iter().any(|each| each == name)).map_or(language, |(tag, _)| tag);
    let mut first = vec![Value::tagged(name, tag)];
    let mut others = Vec::new();
    for (own, names) in names {
        for (at, each) in names.iter().enumerate().filter(|(_, each)| *each != name) {
            let list = if at == 0 && own != tag { &mut first } else { &mut others };
            list.push(Value::tagged(each, own));
        }
    }
    (first, others)
}

fn tagged_names(names: &BTreeMap<String, Vec<String>>) -> impl Iterator<Item = Value> {
    names.iter().flat_map(|(tag, names)| names.iter().map(move |name| Value::tagged(name, tag)))
}

/// The type of schema.org; museums and courts are places there, so bodies of these kinds are plainly organisations.
fn organization_type(kind: OrganizationType) -> &'static str {
    use OrganizationType as Kind;
    match kind {
        Kind::Government
        | Kind::Ministry
        | Kind::Parliament
        | Kind::Court
        | Kind::NationalCommission
        | Kind::PublicBody
        | Kind::LocalGovernment => "GovernmentOrganization",
        Kind::Embassy => "GovernmentOffice",
        Kind::University => "CollegeOrUniversity",
        Kind::School => "School",
        Kind::Research => "ResearchOrganization",
        Kind::Foundation | Kind::Association => "NGO",
        Kind::Company => "Corporation",
        Kind::Media => "NewsMediaOrganization",
        Kind::Hospital => "Hospital",
        Kind::Programme => "Project",
        Kind::Igo
        | Kind::IgoOrgan
        | Kind::Chair
        | Kind::Network
        | Kind::Museum
        | Kind::Unit
        | Kind::Committee
        | Kind::Movement
        | Kind::Other => "Organization",
    }
}
