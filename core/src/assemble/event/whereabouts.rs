//! Where an event takes place.

use super::Setting;
use super::join::Group;
use crate::mention::Happening;
use crate::model::{EventLocation, EventType, Place, PlaceBasis};
use crate::resources::{KnownPlace, Relation};
use crate::text::Span;

/// The place of an event: a city that is said, else a country; for the main event of an article, where it was filed.
pub(super) fn read(setting: &Setting<'_>, group: &Group, members: &[&Happening]) -> Option<EventLocation> {
    let venue = members.iter().find_map(|member| member.venue).map(|span| span.slice(setting.text).to_owned());
    let best = |is_weak: bool, is_title: bool| {
        let places = || {
            let members = members.iter().filter(move |member| member.is_title == is_title);
            let all = members.flat_map(|member| &member.places).filter(move |(_, weak)| *weak == is_weak);
            all.filter_map(|(at, _)| setting.place(*at))
        };
        let city = places().find(|place| place.city.is_some());
        city.or_else(|| places().find(|place| place.country.is_some()))
    };
    let said = best(false, false).map(|place| location(place, PlaceBasis::Stated));
    let by_host = || {
        let host = members
            .iter()
            .flat_map(|member| &member.organizations)
            .find(|(relation, _)| *relation == Relation::Host)?;
        let name = setting.found.organizations.get(host.1)?;
        let inside = places_in(setting, name.span).find(|place| place.city.is_some());
        let organization = setting.organization(host.1).and_then(|id| setting.known.organizations.get(id));
        match inside {
            Some(place) => Some(location(place, PlaceBasis::Stated)),
            None => Some(EventLocation {
                venue: None,
                city: None,
                country: Some(organization?.country.clone()?),
                basis: PlaceBasis::OrganizationSeat,
            }),
        }
    };
    let filed = || filed(setting).filter(|_| group.is_main && is_local(group.kind));
    let town = members.iter().find_map(|member| member.town);
    let by_organizer = || {
        let organizer = members
            .iter()
            .flat_map(|member| &member.organizations)
            .find(|(relation, _)| *relation == Relation::Organizer)?;
        let name = setting.found.organizations.get(organizer.1).filter(|_| group.is_main && is_local(group.kind))?;
        let place = places_in(setting, name.span).find(|place| place.city.is_some())?;
        Some(location(place, PlaceBasis::OrganizationSeat))
    };
    let has_city = |location: &EventLocation| location.city.is_some();
    let weak = || {
        let place = best(true, false).or_else(|| best(true, true)).filter(|_| is_local(group.kind));
        place.map(|place| location(place, PlaceBasis::Stated))
    };
    let in_title = || best(false, true).map(|place| location(place, PlaceBasis::Stated));
    let finer = || by_host().filter(has_city).or_else(filed).or_else(in_title);
    let mut found = match said {
        said if town.is_some() && !said.as_ref().is_some_and(has_city) => town.map(|(span, beside)| {
            let beside = beside.and_then(|at| setting.place(at)?.country.clone());
            let filed = || filed().and_then(|filed| filed.country);
            EventLocation {
                venue: None,
                city: Some(span.slice(setting.text).to_owned()),
                country: beside.or_else(|| said?.country).or_else(filed),
                basis: PlaceBasis::Stated,
            }
        }),
        // A country alone may be more exact elsewhere.
        Some(said) if !has_city(&said) => finer().filter(|finer| finer.country == said.country).or(Some(said)),
        Some(said) => Some(said),
        None => finer().or_else(|| weak().filter(has_city)).or_else(by_organizer).or_else(weak).or_else(by_host),
    };
    if let Some(found) = &mut found {
        found.venue = venue;
        return Some(found.clone());
    }
    venue.map(|venue| EventLocation { venue: Some(venue), city: None, country: None, basis: PlaceBasis::Stated })
}

/// The town that an article was filed from.
fn filed(setting: &Setting<'_>) -> Option<EventLocation> {
    let written = setting.article.dateline.as_ref()?.place.as_deref()?;
    let first = written.split([',', '،', '/', '(']).next()?.trim();
    let names = setting.resources.names();
    let mut cities: Vec<KnownPlace<'_>> =
        setting.resources.places(first).into_iter().filter_map(|at| names.place(at)).collect();
    cities.retain(|place| place.is_city());
    let is_named = |place: &&KnownPlace<'_>| place.country().is_some_and(|code| setting.known.countries.contains(code));
    let city = cities.iter().find(is_named).or(cities.first())?;
    Some(EventLocation {
        venue: None,
        city: Some(first.to_owned()),
        country: city.country().map(str::to_owned),
        basis: PlaceBasis::Context,
    })
}

/// The places named inside a span.
fn places_in<'s>(setting: &Setting<'s>, span: Span) -> impl Iterator<Item = &'s Place> {
    let all = setting.found.places.iter().enumerate();
    let ids: Vec<usize> = all.filter(|(_, name)| span.contains(name.span)).map(|(at, _)| at).collect();
    ids.into_iter().filter_map(|at| setting.place(at))
}

fn location(place: &Place, basis: PlaceBasis) -> EventLocation {
    let basis = match basis {
        PlaceBasis::Stated if place.city.is_some() => PlaceBasis::FromCity,
        PlaceBasis::Stated => place.basis,
        basis => basis,
    };
    EventLocation { venue: None, city: place.city.clone(), country: place.country.clone(), basis }
}

/// Whether events of a kind happen at one place.
const fn is_local(kind: EventType) -> bool {
    !matches!(
        kind,
        EventType::Statement
            | EventType::Observance
            | EventType::Call
            | EventType::Publication
            | EventType::Holiday
            | EventType::Agreement
    )
}
