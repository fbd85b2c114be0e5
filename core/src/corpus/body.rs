//! Which organisations of several records are one.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::name::{Key, Written};
use super::sets::Sets;
use crate::model::{MentionType, Organization, OrganizationType, Record};
use crate::resources::Resources;

/// Most languages whose names are compared.
const MAX_TAGS: usize = 16;

/// An organisation of one record.
pub(super) struct Item<'r> {
    pub(super) record: usize,
    pub(super) organization: &'r Organization,
    pub(super) keys: Vec<Key>,
    /// Its country, else that of most places of its page; of an embassy, that as well.
    place: Option<String>,
}

/// One organisation of all pages that name it.
#[derive(Default)]
pub(super) struct Body<'r> {
    /// In the order of the records.
    pub(super) members: Vec<Item<'r>>,
    /// Languages in which its names are known.
    pub(super) tags: BTreeSet<&'r str>,
}

/// The organisations of many records.
pub(super) struct Bodies<'r> {
    /// In the order in which they are named.
    pub(super) all: Vec<Body<'r>>,
    /// By id, in each record.
    of: Vec<FxHashMap<&'r str, usize>>,
}

impl<'r> Bodies<'r> {
    pub(super) fn new(records: &'r [Record], resources: &Resources) -> Self {
        let items: Vec<Item<'r>> = records.iter().enumerate().flat_map(|(at, it)| items(at, it, resources)).collect();
        let mut sets = Sets::new(items.iter().map(|item| item.organization));
        join_registered(&items, &mut sets);
        join_named(&items, &mut sets, |item| (!is_part(item.organization.kind)).then_some(usize::MAX));
        let wholes = wholes(records.len(), &items, &mut sets);
        join_named(&items, &mut sets, |item| {
            let whole = item.organization.parent_organization.as_deref();
            whole.filter(|_| is_part(item.organization.kind)).and_then(|id| wholes.get(item.record)?.get(id).copied())
        });
        let mut bodies = Self { all: Vec::new(), of: vec![FxHashMap::default(); records.len()] };
        let mut numbers = FxHashMap::default();
        for (at, item) in items.into_iter().enumerate() {
            let number = *numbers.entry(sets.find(at)).or_insert(bodies.all.len());
            if number == bodies.all.len() {
                bodies.all.push(Body::default());
            }
            if let Some(ids) = bodies.of.get_mut(item.record) {
                ids.entry(&item.organization.id).or_insert(number);
            }
            if let Some(body) = bodies.all.get_mut(number) {
                body.tags.extend(item.organization.names.keys().take(MAX_TAGS).map(String::as_str));
                body.members.push(item);
            }
        }
        bodies
    }

    /// The place among [`all`](Self::all) of what an id of a record stands for.
    pub(super) fn number(&self, record: usize, id: &str) -> Option<usize> {
        self.of.get(record)?.get(id).copied()
    }
}

fn items<'r>(at: usize, record: &'r Record, resources: &Resources) -> Vec<Item<'r>> {
    let written = Written::new(record);
    let home = home(record);
    let place = |organization: &Organization| match (organization.country.as_deref(), home) {
        // The country it speaks for and the one it is in.
        (own, home) if organization.kind == OrganizationType::Embassy => Some(format!("{} {}", own?, home?)),
        (own, home) => own.or(home).map(str::to_owned),
    };
    let item = |organization: &'r Organization| Item {
        record: at,
        organization,
        keys: written.keys(organization, resources),
        place: place(organization),
    };
    record.organizations.iter().map(item).collect()
}

/// The country of more than half of the places that the articles of a record name.
fn home(record: &Record) -> Option<&str> {
    let places = record.places.iter().filter_map(|place| Some((place.id.as_str(), place.country.as_deref()?)));
    let places: FxHashMap<&str, &str> = places.collect();
    let mentions = record.articles.iter().flat_map(|article| &article.mentions);
    let mentions = mentions.filter(|mention| mention.kind == MentionType::Place);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    mentions
        .filter_map(|mention| places.get(mention.id.as_deref()?))
        .for_each(|country| *counts.entry(country).or_default() += 1);
    let all: usize = counts.values().sum();
    counts.into_iter().find(|(_, count)| count * 2 > all).map(|(country, _)| country)
}

/// Whether bodies of a kind are parts of others: every organisation has a secretariat.
const fn is_part(kind: OrganizationType) -> bool {
    matches!(kind, OrganizationType::Unit | OrganizationType::Committee)
}

/// Whether every country has such a body under much the same name.
const fn is_of_state(kind: OrganizationType) -> bool {
    use OrganizationType as T;
    matches!(
        kind,
        T::Government
            | T::Ministry
            | T::Parliament
            | T::Court
            | T::Embassy
            | T::NationalCommission
            | T::PublicBody
            | T::LocalGovernment
    )
}

/// Joins what is the same entry of a register.
fn join_registered(items: &[Item<'_>], sets: &mut Sets<'_>) {
    let mut first: FxHashMap<&str, usize> = FxHashMap::default();
    for (at, item) in items.iter().enumerate() {
        let id = item.organization.linked.then_some(&item.organization.id);
        for id in item.organization.same_as.iter().chain(id) {
            sets.join(*first.entry(id).or_insert(at), at);
        }
    }
}

/// Joins what has the same name and belongs to the same whole; nothing that `whole` has none for.
fn join_named(items: &[Item<'_>], sets: &mut Sets<'_>, whole: impl Fn(&Item<'_>) -> Option<usize>) {
    let mut bearers: BTreeMap<(&str, usize), Vec<(usize, bool)>> = BTreeMap::new();
    for (at, item) in items.iter().enumerate() {
        let Some(whole) = whole(item) else { continue };
        for key in &item.keys {
            let is_strong = whole != usize::MAX || key.is_strong && !is_of_state(item.organization.kind);
            bearers.entry((&key.words, whole)).or_default().push((at, is_strong));
        }
    }
    for bearers in bearers.values() {
        join_bearers(items, bearers, sets);
    }
}

/// Joins the bearers of one name, as far as their countries and the registry allow.
fn join_bearers(items: &[Item<'_>], bearers: &[(usize, bool)], sets: &mut Sets<'_>) {
    let item = |at: usize| items.get(at);
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for &(at, _) in bearers {
        if let Some(place) = item(at).and_then(|item| item.place.as_deref()) {
            places.entry(place).or_default().push(at);
        }
    }
    for bearers in places.values() {
        join_all(items, bearers.iter().copied(), sets);
    }
    let own = bearers.iter().filter_map(|&(at, _)| item(at)?.organization.country.as_deref());
    if own.collect::<BTreeSet<_>>().len() > 1 {
        return;
    }
    // A name that says much is of one body, wherever its pages are.
    join_all(items, bearers.iter().filter(|(_, is_strong)| *is_strong).map(|(at, _)| *at), sets);
    if let (1, Some(bearers_there)) = (places.len(), places.values().next()) {
        let of_none = bearers.iter().map(|(at, _)| *at).filter(|&at| item(at).is_some_and(|it| it.place.is_none()));
        join_all(items, bearers_there.iter().copied().chain(of_none), sets);
    }
}

/// Joins bearers of a name, unless the registry has several of that name.
fn join_all(items: &[Item<'_>], bearers: impl Iterator<Item = usize> + Clone, sets: &mut Sets<'_>) {
    let is_linked = |at: &usize| items.get(*at).is_some_and(|item| item.organization.linked);
    let registered: BTreeSet<usize> = bearers.clone().filter(is_linked).map(|at| sets.find(at)).collect();
    if registered.len() > 1 {
        return;
    }
    let Some(first) = bearers.clone().next() else { return };
    bearers.for_each(|at| sets.join_if_fit(first, at));
}

/// The whole that each id of a record can name, by the set it is in.
fn wholes<'r>(records: usize, items: &[Item<'r>], sets: &mut Sets<'_>) -> Vec<FxHashMap<&'r str, usize>> {
    let mut wholes = vec![FxHashMap::default(); records];
    for (at, item) in items.iter().enumerate() {
        if let Some(wholes) = wholes.get_mut(item.record) {
            wholes.entry(item.organization.id.as_str()).or_insert_with(|| sets.find(at));
        }
    }
    wholes
}
