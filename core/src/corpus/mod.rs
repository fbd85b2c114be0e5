//! What needs many records: which organisations and which events of several pages are one, and what that shows.
//!
//! Pure functions of the records, in the time of their length; the same records in the same order always give the same.
//! [`body`] finds the organisations that are one, by [`name`] and [`sets`]; [`happening`] the events; [`row`] has what the
//! views of each record say.

mod body;
mod happening;
mod name;
mod network;
mod row;
mod sets;
mod timeline;

pub use network::{Network, NetworkLink, NetworkNode, NetworkRole, SharedEvent};
pub use timeline::{TimelineEntry, TimelinePage};

use self::body::Bodies;
use self::row::{Row, rows};
use crate::model::Record;
use crate::resources::Resources;

/// Most organisations of one event that are linked with one another: those with the first roles, then the first named.
const MAX_TOGETHER: usize = 32;

/// The organisations of many records, each once, and the links between those that do something together.
///
/// Two records hold the same organisation when they share an address in a public register, an entry of the registry, or a
/// full name in any language; an acronym alone never suffices. A name counts folded, and only with two words or more that
/// are not just what every such body is called. It joins nothing that the registry or a country tells apart. Names that
/// many bodies share, of two telling words or of a body of the state, join within a country: that of the body or, where
/// none is said, that of most places of its page; where that is not known either, only when it can be but one. Parts of
/// bodies (a secretariat, a jury) are one when their wholes are.
///
/// Two organisations are linked when one event names both as organiser, host, partner, funder, supervisor, patron, party
/// or participant. An event that several pages tell, as [`timeline`] finds it, weighs once. Of an event with more than 32
/// organisations, those first in this order are linked.
///
/// ```
/// use naba::{Extractor, Source};
/// let pages = [
///     "ندوة في الرباط\n12 مايو 2024\nتنظم الألكسو بشراكة مع اليونسكو ندوة حول التراث يوم 20 مايو 2024 في الرباط.",
///     "Un séminaire à Rabat\n13 mai 2024\nL'ALECSO organise un séminaire sur le patrimoine le 20 mai 2024 à Rabat.",
/// ];
/// let records = pages.map(|page| Extractor::new().extract(&Source::text(page)));
/// let network = naba::network(&records);
/// let alecso = network.nodes.iter().find(|node| node.id == "alecso").unwrap();
/// assert_eq!(alecso.records, [0, 1]);
/// let link = &network.links[0];
/// assert_eq!((link.source.as_str(), link.target.as_str(), link.weight), ("alecso", "unesco", 1));
/// ```
#[must_use]
pub fn network(records: &[Record]) -> Network {
    let (rows, bodies) = read(records);
    let happenings = happening::happenings(records, &rows, &bodies);
    network::write(records, &rows, &bodies, &happenings)
}

/// The events of many records that have a first day, in the order of their days, each with all pages that tell of it.
///
/// Days are those of [`Record::to_ics`]; an event of which only the last day is known has no entry.
///
/// Events of several records are one when they are of one kind, begin on the same day, and have an organiser in common (or,
/// where they have none, a side that meets or agrees); or the city, for kinds that gather people for a while: not for meetings,
/// visits, statements. Nothing may tell them apart: other cities, countries or editions, organisers that are others in a
/// language of both, or, in the same language, another subject or name. What could be one of several events is none of
/// them, and events of one record are never one.
///
/// ```
/// use naba::{Extractor, Source};
/// let pages = [
///     "ندوة في الرباط\n12 مايو 2024\nتنظم الألكسو ندوة حول التراث يومي 20 و21 مايو 2024 في الرباط.",
///     "Un séminaire à Rabat\n13 mai 2024\nL'ALECSO organise un séminaire sur le patrimoine le 20 mai 2024 à Rabat.",
/// ];
/// let records = pages.map(|page| Extractor::new().extract(&Source::text(page)));
/// let [seminar] = naba::timeline(&records).try_into().unwrap();
/// assert_eq!((seminar.first_day.as_str(), seminar.last_day.as_str()), ("2024-05-20", "2024-05-21"));
/// let languages: Vec<_> = seminar.pages.iter().map(|page| page.in_language.as_str()).collect();
/// assert_eq!(languages, ["ar", "fr"]);
/// ```
#[must_use]
pub fn timeline(records: &[Record]) -> Vec<TimelineEntry> {
    let (rows, bodies) = read(records);
    timeline::write(records, &rows, &happening::happenings(records, &rows, &bodies))
}

fn read(records: &[Record]) -> (Vec<Row<'_>>, Bodies<'_>) {
    let rows = records.iter().enumerate().flat_map(|(at, record)| rows(at, record)).collect();
    (rows, Bodies::new(records, Resources::builtin()))
}
