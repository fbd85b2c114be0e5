//! Where an event takes place.

use super::Setting;
use super::join::Group;
use crate::mention::Happening;
use crate::model::{EventLocation, EventType, Place, PlaceBasis};
use crate::resources::Relation;
use crate::text::Span;

/// The place of an event: a city that is said, else a country; for the main event of an article, where it was filed.
pub(super) fn read(setting: &Setting<'_>, group: &Group, members: &[&Happening]) -> Option<EventLocation> {
    let venue = members.iter().find_map(|member| member.venue).map(|span| span.slice(setting.text).to_owned());
    let places: Vec<&Place> =
        members.iter().flat_map(|member| &member.places).filter_map(|&at| setting.place(at)).collect();
    let city = places.iter().find(|place| place.city.is_some()).copied();
    let country = places.iter().find(|place| place.country.is_some()).copied();
    let said = city.or(country).map(|place| location(place, PlaceBasis::Stated));
    let by_host = || {
        let host = members
            .iter()
            .flat_map(|member| &member.organizations)
            .find(|(relation, _)| *relation == Relation::Host)?;
        let name = setting.found.organizations.get(host.1)?;
        let inside = places_in(setting, name.span).find(|place| place.city.is_some());
        let organization = setting.organization(host.1).and_then(|id| setting.organizations.get(id));
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
    let filed = || {
        let is_there = !matches!(
            group.kind,
            EventType::Statement
                | EventType::Observance
                | EventType::Call
                | EventType::Publication
                | EventType::Holiday
                | EventType::Agreement
        );
        let span = setting.article.dateline.as_ref().filter(|_| group.is_main && is_there)?.span;
        let place = places_in(setting, span).find(|place| place.city.is_some())?;
        Some(location(place, PlaceBasis::Context))
    };
    let mut found = said.or_else(by_host).or_else(filed);
    if let Some(found) = &mut found {
        found.venue = venue;
        return Some(found.clone());
    }
    venue.map(|venue| EventLocation { venue: Some(venue), city: None, country: None, basis: PlaceBasis::Stated })
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
