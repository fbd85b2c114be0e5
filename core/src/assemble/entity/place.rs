//! Places: one entity for all names of a place on the page.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::mention::Found;
use crate::model::{Certainty, Evidence, Mention, MentionType, Place, PlaceBasis, RuleId};
use crate::resources::{KnownPlace, Names, name_table};

pub(super) fn link(text: &str, found: &[Found], languages: &[&str], names: &Names) -> (Vec<Place>, Vec<Vec<Mention>>) {
    let mut places: Vec<Place> = Vec::new();
    let mut by_number: FxHashMap<u32, usize> = FxHashMap::default();
    let mut mentions = Vec::with_capacity(found.len());
    let sure = sure_countries(found, names);
    for (found, language) in found.iter().zip(languages) {
        let mut own = Vec::with_capacity(found.places.len());
        for name in &found.places {
            let number = choose(&name.places, &sure, names);
            let Some(known) = names.place(number) else { continue };
            let at = *by_number.entry(number).or_insert_with(|| {
                let known_names = name_table(known.names());
                let in_language = known_names.get(*language).and_then(|list| list.first()).cloned();
                let exact = name.span.slice(text).to_owned();
                let shown = if name.basis == PlaceBasis::Stated { exact } else { in_language.unwrap_or(exact) };
                places.push(Place {
                    id: format!("place-{}", places.len() + 1),
                    names: known_names,
                    city: known.is_city().then(|| shown.clone()),
                    region: (!known.is_city() && !known.is_country()).then(|| shown.clone()),
                    name: shown,
                    venue: None,
                    country: known.country().map(str::to_owned),
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
                quantity: None,
                amount: None,
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

/// The countries that names of one place only say.
fn sure_countries<'n>(found: &[Found], names: &'n Names) -> FxHashSet<&'n str> {
    let only = found.iter().flat_map(|found| &found.places).filter_map(|name| match name.places.as_slice() {
        [only] => names.place(*only)?.country(),
        _ => None,
    });
    only.collect()
}

/// Of the places that share a name, one in a country that the page names otherwise, else the first.
fn choose(places: &[u32], sure: &FxHashSet<&str>, names: &Names) -> u32 {
    let is_near =
        |place: &&u32| names.place(**place).and_then(KnownPlace::country).is_some_and(|code| sure.contains(code));
    places.iter().find(is_near).or(places.first()).copied().unwrap_or(u32::MAX)
}
