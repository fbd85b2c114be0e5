//! Places: one entity for all names of a place on the page.

use rustc_hash::FxHashMap;

use crate::mention::Found;
use crate::model::{Certainty, Evidence, Mention, MentionType, Place, PlaceBasis, RuleId};
use crate::resources::{Names, by_tag};

pub(super) fn link(text: &str, found: &[Found], languages: &[&str], names: &Names) -> (Vec<Place>, Vec<Vec<Mention>>) {
    let mut places: Vec<Place> = Vec::new();
    let mut by_number: FxHashMap<u32, usize> = FxHashMap::default();
    let mut mentions = Vec::with_capacity(found.len());
    for (found, language) in found.iter().zip(languages) {
        let mut own = Vec::with_capacity(found.places.len());
        for name in &found.places {
            let Some(known) = names.place(name.place) else { continue };
            let at = *by_number.entry(name.place).or_insert_with(|| {
                let in_language = known.names.get(*language).and_then(|list| list.first()).cloned();
                let exact = name.span.slice(text).to_owned();
                let shown = if name.basis == PlaceBasis::Stated { exact } else { in_language.unwrap_or(exact) };
                places.push(Place {
                    id: format!("place-{}", places.len() + 1),
                    names: by_tag(&known.names),
                    city: known.is_city.then(|| shown.clone()),
                    name: shown,
                    venue: None,
                    country: known.country.clone(),
                    basis: name.basis,
                });
                places.len() - 1
            });
            let Some(place) = places.get_mut(at) else { continue };
            if name.basis == PlaceBasis::Stated {
                place.basis = PlaceBasis::Stated;
            }
            let rule = match name.basis {
                PlaceBasis::Demonym => "places/demonym",
                _ => "places/name",
            };
            own.push(Mention {
                kind: MentionType::Place,
                span: name.span,
                exact: name.span.slice(text).to_owned(),
                id: Some(place.id.clone()),
                temporal: None,
                core: None,
                form: None,
                clitic: name.clitic.clone(),
                evidence: Evidence { rule: RuleId::from(rule), span: name.span, certainty: Certainty::Registry },
            });
        }
        mentions.push(own);
    }
    (places, mentions)
}
