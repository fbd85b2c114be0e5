//! The network of the organisations of many records: who does something together with whom.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::MAX_TOGETHER;
use super::body::{Bodies, Body};
use super::happening::Happening;
use super::name::folded;
use super::row::Row;
use crate::export::view::line;
use crate::model::{Event, MentionType, OrganizationType, Record};
use crate::text::{HASH_START, extend_hash};

/// What an organisation has to do with an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum NetworkRole {
    /// Holds it.
    Organizer,
    /// Has it on its premises.
    Host,
    /// Holds it with the organisers.
    Partner,
    /// Pays.
    Funder,
    /// Supervises it.
    Supervisor,
    /// Lends its name to it.
    Patron,
    /// Is a side of an agreement or a meeting.
    Party,
    /// Takes part, by itself or by one of its people.
    Participant,
}

/// An organisation of many records, under all its names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct NetworkNode {
    /// The registry's id when `linked`; else made of its name and country, so that the same records always give the same.
    pub id: String,
    /// The name that most records give it.
    pub name: String,
    /// Names by BCP-47 tag.
    pub names: BTreeMap<String, Vec<String>>,
    /// Acronyms by BCP-47 tag.
    pub acronyms: BTreeMap<String, Vec<String>>,
    /// What kind of body it is.
    #[serde(rename = "type")]
    pub kind: OrganizationType,
    /// ISO 3166-1 alpha-2 code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Addresses of the same body in public registers (Wikidata, ROR).
    pub same_as: Vec<String>,
    /// Whether it was found in the registry.
    pub linked: bool,
    /// The records that name it, by their place among those given.
    pub records: Vec<usize>,
    /// How often their articles name it.
    pub mentions: usize,
}

/// An event that two organisations have to do with, as one record tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SharedEvent {
    /// The place of the record among those given.
    pub record: usize,
    /// The id of the event in that record.
    pub event: String,
    /// What `source` has to do with it.
    pub source_roles: Vec<NetworkRole>,
    /// What `target` has to do with it.
    pub target_roles: Vec<NetworkRole>,
}

/// Two organisations that do something together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct NetworkLink {
    /// The id of the one that is named first.
    pub source: String,
    /// The id of the other.
    pub target: String,
    /// How many events they have in common; what several pages tell is one.
    pub weight: usize,
    /// These events, page by page.
    pub events: Vec<SharedEvent>,
}

/// Organisations of many records, and what they do together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Network {
    /// The organisations, in the order in which they are named.
    pub nodes: Vec<NetworkNode>,
    /// Their links, in the order of their nodes.
    pub links: Vec<NetworkLink>,
}

pub(super) fn write(
    records: &[Record],
    rows: &[Row<'_>],
    bodies: &Bodies<'_>,
    happenings: &[Happening<'_>],
) -> Network {
    let mentions: Vec<_> = records.iter().map(mentions).collect();
    let ids = ids(bodies);
    let nodes = bodies.all.iter().zip(&ids).map(|(body, id)| node(body, id, &mentions)).collect();
    let mut together: BTreeMap<(usize, usize), (usize, Vec<SharedEvent>)> = BTreeMap::new();
    for happening in happenings {
        let mut pairs = BTreeSet::new();
        for row in happening.told.iter().filter_map(|&at| rows.get(at)) {
            let involved = involved(row, bodies);
            for (at, (source, source_roles)) in involved.iter().enumerate() {
                for (target, target_roles) in involved.iter().skip(at + 1) {
                    pairs.insert((*source, *target));
                    together.entry((*source, *target)).or_default().1.push(SharedEvent {
                        record: row.record,
                        event: row.event.id.clone(),
                        source_roles: source_roles.clone(),
                        target_roles: target_roles.clone(),
                    });
                }
            }
        }
        for pair in pairs {
            together.entry(pair).or_default().0 += 1;
        }
    }
    let id = |body: usize| ids.get(body).cloned().unwrap_or_default();
    let links = together.into_iter().map(|((source, target), (weight, events))| NetworkLink {
        source: id(source),
        target: id(target),
        weight,
        events,
    });
    Network { nodes, links: links.collect() }
}

/// How often the articles of a record name each of its organisations.
fn mentions(record: &Record) -> FxHashMap<&str, usize> {
    let mut counts = FxHashMap::default();
    let mentions = record.articles.iter().flat_map(|article| &article.mentions);
    for id in mentions.filter(|it| it.kind == MentionType::Organization).filter_map(|it| it.id.as_deref()) {
        *counts.entry(id).or_default() += 1;
    }
    counts
}

/// Those who have to do with an event and what, in the order of [`Bodies::all`].
fn involved(row: &Row<'_>, bodies: &Bodies<'_>) -> Vec<(usize, Vec<NetworkRole>)> {
    let mut involved: BTreeMap<usize, Vec<NetworkRole>> = BTreeMap::new();
    for (id, role) in roles(row.event) {
        let Some(body) = bodies.number(row.record, id) else { continue };
        if involved.len() < MAX_TOGETHER || involved.contains_key(&body) {
            let roles = involved.entry(body).or_default();
            // Roles come in order.
            if roles.last() != Some(&role) {
                roles.push(role);
            }
        }
    }
    involved.into_iter().collect()
}

fn roles(event: &Event) -> impl Iterator<Item = (&str, NetworkRole)> {
    use NetworkRole as R;
    let groups = [
        (&event.organizer, R::Organizer),
        (&event.host, R::Host),
        (&event.partner, R::Partner),
        (&event.funder, R::Funder),
        (&event.supervisor, R::Supervisor),
        (&event.patron, R::Patron),
        (&event.party, R::Party),
    ];
    let bodies = groups.into_iter().flat_map(|(ids, role)| ids.iter().map(move |id| (id.as_str(), role)));
    let participants = event.participants.iter().filter_map(|each| each.organization.as_deref());
    bodies.chain(participants.map(|id| (id, R::Participant)))
}

fn node(body: &Body<'_>, id: &str, mentions: &[FxHashMap<&str, usize>]) -> NetworkNode {
    let members = || body.members.iter().map(|item| item.organization);
    let names = || members().map(|organization| organization.name.as_str());
    let kinds = members().map(|organization| organization.kind).filter(|kind| *kind != OrganizationType::Other);
    let count = |item: &super::body::Item<'_>| mentions.get(item.record)?.get(item.organization.id.as_str()).copied();
    let mut same_as: Vec<String> = Vec::new();
    let mut seen = BTreeSet::new();
    for address in members().flat_map(|organization| &organization.same_as) {
        if seen.insert(address) {
            same_as.push(address.clone());
        }
    }
    let mut records: Vec<usize> = body.members.iter().map(|item| item.record).collect();
    records.dedup();
    let linked = members().find(|organization| organization.linked);
    NetworkNode {
        id: id.to_owned(),
        name: line(most(names()).unwrap_or_default()),
        names: tables(members().map(|organization| &organization.names)),
        acronyms: tables(members().map(|organization| &organization.acronyms)),
        kind: linked.map(|organization| organization.kind).or_else(|| most(kinds)).unwrap_or_default(),
        country: linked.and_then(|it| it.country.clone()).or_else(|| members().find_map(|it| it.country.clone())),
        same_as,
        linked: linked.is_some(),
        records,
        mentions: body.members.iter().filter_map(count).sum(),
    }
}

/// What comes most often; the first of several.
fn most<T: Copy + Eq + std::hash::Hash>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut counts: FxHashMap<T, (usize, usize)> = FxHashMap::default();
    for (at, value) in values.enumerate() {
        counts.entry(value).or_insert((0, at)).0 += 1;
    }
    counts.into_iter().max_by_key(|(_, (count, first))| (*count, std::cmp::Reverse(*first))).map(|(value, _)| value)
}

/// Names of all tables, each once.
fn tables<'r>(tables: impl Iterator<Item = &'r BTreeMap<String, Vec<String>>>) -> BTreeMap<String, Vec<String>> {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for (tag, name) in
        tables.flat_map(|table| table.iter().flat_map(|(tag, names)| names.iter().map(move |it| (tag, it))))
    {
        if seen.insert((tag, name)) {
            all.entry(tag.clone()).or_default().push(name.clone());
        }
    }
    all
}

/// An id for each body that depends on what is known of it alone; those of which the same is known are counted.
fn ids(bodies: &Bodies<'_>) -> Vec<String> {
    let mut given: FxHashMap<String, usize> = FxHashMap::default();
    let id = |body: &Body<'_>| {
        let known = body.members.iter().map(|item| item.organization).filter(|organization| organization.linked);
        let id = known.map(|organization| organization.id.clone()).min().unwrap_or_else(|| {
            let organizations = || body.members.iter().map(|item| item.organization);
            let keys = body.members.iter().flat_map(|item| &item.keys).map(|key| key.words.clone()).min();
            let name = keys.or_else(|| organizations().map(|it| folded(&it.name)).min()).unwrap_or_default();
            let country = organizations().filter_map(|it| it.country.as_deref()).min().unwrap_or_default();
            let hash = [name.as_str(), country]
                .iter()
                .fold(HASH_START, |hash, part| extend_hash(extend_hash(hash, part.as_bytes()), &[0xFF]));
            format!("organization-{hash:016x}")
        });
        let times = given.entry(id.clone()).or_default();
        *times += 1;
        if *times == 1 { id } else { format!("{id}-{times}") }
    };
    bodies.all.iter().map(id).collect()
}
