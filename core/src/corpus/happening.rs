//! Which events of several records are one, told by several pages.

use rustc_hash::{FxHashMap, FxHashSet};

use super::MAX_TOGETHER;
use super::body::Bodies;
use super::name::{folded, saying};
use super::row::Row;
use crate::model::{Event, EventType, Record};

/// Most happenings of a day, kind and city or organiser that an event is compared with.
const MAX_ALIKE: usize = 64;
/// Words that say something, from which on two names of events can be compared.
const MIN_SAYING: usize = 3;
/// Most names that a city is known by.
const MAX_NAMES: usize = 16;

/// What happened once, and all that tell of it.
#[derive(Debug, Default)]
pub(super) struct Happening<'r> {
    /// Places of the events in the list they were given in.
    pub(super) told: Vec<usize>,
    last_record: usize,
    doers: FxHashSet<usize>,
    /// Languages in which the names of the doers are known.
    tags: FxHashSet<&'r str>,
    /// Names of the city, folded.
    cities: FxHashSet<String>,
    country: Option<&'r str>,
    edition: Option<u32>,
    /// Words of the subject and of the name, by language.
    themes: FxHashMap<&'r str, FxHashSet<String>>,
    names: FxHashMap<&'r str, FxHashSet<String>>,
}

/// Finds the events that are one: of one kind, beginning on one day, with an organiser or a city in common, and nothing that
/// tells them apart. An event without a day is one for itself.
pub(super) fn happenings<'r>(records: &'r [Record], rows: &[Row<'r>], bodies: &Bodies<'r>) -> Vec<Happening<'r>> {
    let cities: Vec<_> = records.iter().map(cities).collect();
    let mut happenings: Vec<Happening<'r>> = Vec::new();
    let mut by_doer: FxHashMap<(EventType, &str, usize), Vec<usize>> = FxHashMap::default();
    let mut by_city: FxHashMap<(EventType, &str, String), Vec<usize>> = FxHashMap::default();
    for (at, row) in rows.iter().enumerate() {
        let told = Happening::of(at, row, bodies, cities.get(row.record));
        let Some((day, _)) = &row.days else {
            happenings.push(told);
            continue;
        };
        let (kind, day) = (row.event.kind, day.as_str());
        let of_doer = told.doers.iter().filter_map(|&doer| by_doer.get(&(kind, day, doer)));
        let mut joined = only(&happenings, of_doer, &told);
        if joined.is_none() && gathers(kind) {
            let of_city = told.cities.iter().filter_map(|city| by_city.get(&(kind, day, city.clone())));
            joined = only(&happenings, of_city, &told);
        }
        let number = joined.unwrap_or(happenings.len());
        for &doer in &told.doers {
            note(by_doer.entry((kind, day, doer)).or_default(), number);
        }
        for city in &told.cities {
            note(by_city.entry((kind, day, city.clone())).or_default(), number);
        }
        match happenings.get_mut(number) {
            Some(happening) => happening.add(told),
            None => happenings.push(told),
        }
    }
    happenings
}

/// The only one of some happenings that an event can be.
fn only<'h>(
    happenings: &[Happening<'_>],
    alike: impl Iterator<Item = &'h Vec<usize>>,
    told: &Happening<'_>,
) -> Option<usize> {
    let alike: FxHashSet<usize> = alike.flat_map(|numbers| numbers.iter().rev().take(MAX_ALIKE)).copied().collect();
    let fits = |number: &usize| happenings.get(*number).is_some_and(|happening| happening.can_be(told));
    let mut fitting = alike.into_iter().filter(fits);
    fitting.next().filter(|_| fitting.next().is_none())
}

fn note(numbers: &mut Vec<usize>, number: usize) {
    if numbers.last() != Some(&number) {
        numbers.push(number);
    }
}

/// Whether events of a kind gather people in a place for so long that two of them hardly begin in one city on one day without
/// anything to tell them apart.
const fn gathers(kind: EventType) -> bool {
    use EventType as E;
    matches!(
        kind,
        E::Workshop
            | E::Training
            | E::Conference
            | E::Seminar
            | E::Forum
            | E::Summit
            | E::Session
            | E::Exhibition
            | E::Festival
            | E::Competition
            | E::AwardCeremony
            | E::Inauguration
            | E::AgreementSigning
            | E::Celebration
    )
}

impl<'r> Happening<'r> {
    fn of(at: usize, row: &Row<'r>, bodies: &Bodies<'r>, cities: Option<&Cities<'r>>) -> Self {
        let event = row.event;
        let doers = doers(event).iter().take(MAX_TOGETHER).filter_map(|id| bodies.number(row.record, id));
        let doers: FxHashSet<usize> = doers.collect();
        let tags = doers.iter().filter_map(|&doer| bodies.all.get(doer)).flat_map(|body| body.tags.iter().copied());
        let tags = tags.collect();
        let city = event.location.as_ref().and_then(|location| location.city.as_deref());
        let named = |city: &str| cities.and_then(|cities| cities.get(city)).cloned().unwrap_or_default();
        let by_language = |text: &Option<String>| {
            let words = text.as_deref().map(saying).filter(|words| !words.is_empty());
            words.map(|words| (row.language, words.into_iter().collect())).into_iter().collect()
        };
        Self {
            told: vec![at],
            last_record: row.record,
            doers,
            tags,
            cities: city.map(|city| named(city).into_iter().chain([folded(city)]).collect()).unwrap_or_default(),
            country: event.location.as_ref().and_then(|location| location.country.as_deref()),
            edition: event.edition,
            themes: by_language(&event.theme),
            names: by_language(&event.name),
        }
    }

    /// Whether nothing tells an event of a later record apart from what is known.
    fn can_be(&self, told: &Self) -> bool {
        // Names in different languages may be of one body.
        let can_be_same = self.tags.is_disjoint(&told.tags) || meet(&self.doers, &told.doers);
        self.last_record != told.last_record
            && can_be_same
            && meet(&self.cities, &told.cities)
            && agree(self.country.as_ref(), told.country.as_ref())
            && agree(self.edition.as_ref(), told.edition.as_ref())
            && told.themes.iter().all(|(tag, words)| share(self.themes.get(tag), words, 1, 3))
            && told.names.iter().all(|(tag, words)| share(self.names.get(tag), words, MIN_SAYING, 2))
    }

    fn add(&mut self, told: Self) {
        self.told.extend(told.told);
        self.last_record = told.last_record;
        self.doers.extend(told.doers);
        self.tags.extend(told.tags);
        self.cities.extend(told.cities);
        self.country = self.country.or(told.country);
        self.edition = self.edition.or(told.edition);
        for (own, others) in [(&mut self.themes, told.themes), (&mut self.names, told.names)] {
            others.into_iter().for_each(|(tag, words)| own.entry(tag).or_default().extend(words));
        }
    }
}

/// Who an event is of: its organisers, or those who met or agreed.
fn doers(event: &Event) -> &[String] {
    if event.organizer.is_empty() { &event.party } else { &event.organizer }
}

fn agree<T: PartialEq>(a: Option<&T>, b: Option<&T>) -> bool {
    a.is_none() || b.is_none() || a == b
}

/// Whether two sets have something in common, where both have anything.
fn meet<T: Eq + std::hash::Hash>(a: &FxHashSet<T>, b: &FxHashSet<T>) -> bool {
    a.is_empty() || b.is_empty() || !a.is_disjoint(b)
}

/// Whether two sets of words have one in `part` in common, where both have at least so many words.
fn share(known: Option<&FxHashSet<String>>, words: &FxHashSet<String>, least: usize, part: usize) -> bool {
    let Some(known) = known.filter(|known| known.len() >= least && words.len() >= least) else { return true };
    let common = words.intersection(known).count();
    common > 0 && common * part >= words.len().min(known.len())
}

/// All names of the cities of a record, by the one its events have; folded.
type Cities<'r> = FxHashMap<&'r str, Vec<String>>;

fn cities(record: &Record) -> Cities<'_> {
    let named = record.places.iter().filter_map(|place| {
        let names = place.names.values().flatten().take(MAX_NAMES).map(|name| folded(name));
        Some((place.city.as_deref()?, names.filter(|name| !name.is_empty()).collect()))
    });
    named.collect()
}
