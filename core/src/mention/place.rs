//! Places: countries, cities and regions by their names, countries by adjectives too.

use super::person::PersonName;
use super::reading::{Match, Page};
use super::token::Shape;
use crate::model::PlaceBasis;
use crate::resources::{KnownPlace, NameClass, Sense};
use crate::text::Span;

/// A name of a place.
#[derive(Clone, Debug)]
pub(crate) struct PlaceName {
    pub(crate) span: Span,
    pub(crate) clitic: Option<String>,
    /// Its numbers among the known places: one name can be that of several.
    pub(crate) places: Vec<u32>,
    pub(crate) basis: PlaceBasis,
}

/// Finds the places of an article, in the order of the text.
pub(super) fn find(page: &Page<'_>, people: &[PersonName]) -> Vec<PlaceName> {
    let mut places: Vec<PlaceName> = Vec::new();
    let mut people = people.iter().peekable();
    let mut at = 0;
    while at < page.len() {
        while people.peek().is_some_and(|person| person.words.end <= at) {
            people.next();
        }
        if let Some(person) = people.peek().filter(|person| person.words.contains(&at)) {
            at = person.words.end;
            continue;
        }
        let Some((found, place, basis)) = longest(page, at) else {
            at += 1;
            continue;
        };
        let span = page.span(at, found.end, &found.reading);
        let before = page.token(at).map_or("", |token| Span::new(token.span.start, span.start).slice(page.tokens.text));
        let clitic = (!before.is_empty()).then(|| before.to_owned());
        let is_same = |other: &&Match| other.end == found.end && other.reading.cut == found.reading.cut;
        let mut named: Vec<u32> = Vec::new();
        for other in page.at(at).iter().filter(is_same) {
            match (other.meant.sense, basis) {
                (Sense::Place(place), PlaceBasis::Stated) | (Sense::Demonym(place), PlaceBasis::Demonym) => {
                    named.push(place);
                }
                _ => {}
            }
        }
        if basis == PlaceBasis::Stated || page.names.place(place).is_some_and(KnownPlace::is_country) {
            places.push(PlaceName { span, clitic, places: named, basis });
        }
        at = found.end;
    }
    places
}

/// The longest name of a place at a word; of two as long, the name rather than the adjective (روسيا, روسي).
fn longest(page: &Page<'_>, at: usize) -> Option<(Match, u32, PlaceBasis)> {
    let stated = page.place_that(at, |found| !found.meant.is_weak || stands_alone(page, at, found));
    let adjective = page.demonym(at).filter(|(found, _)| stated.is_none_or(|(stated, _)| found.end > stated.end));
    match (adjective, stated) {
        (Some((found, place)), _) => Some((found, place, PlaceBasis::Demonym)),
        (None, stated) => stated.map(|(found, place)| (found, place, PlaceBasis::Stated)),
    }
}

/// Whether a name that is another word too stands where a place does.
fn stands_alone(page: &Page<'_>, at: usize, found: &Match) -> bool {
    if page.is_uncased(at) {
        let is_in = |at: usize| page.is(at, NameClass::In) || page.is(at, NameClass::PlaceHead);
        let after_in = at > 0 && page.gap(at).is_plain() && is_in(at - 1) && found.reading.cut == 0;
        let within = |c: char| page.names.clitics.iter().any(|clitics| clitics.within.contains(&c));
        return (after_in || found.reading.proclitic.is_some_and(within)) && ends_phrase(page, found.end);
    }
    let is_name = |at: usize| page.is_capital(at) && page.shape(at) != Shape::Number;
    let before = at > 0 && page.gap(at).is_plain() && is_name(at - 1);
    let after = page.gap(found.end).is_plain() && is_name(found.end);
    !before && !after && !page.is_first(at) && !page.is_shouted(at)
}

/// Whether the word at a place begins something else than the complement of the noun before it: "في جدة اليوم", not "في إطار التعاون".
fn ends_phrase(page: &Page<'_>, at: usize) -> bool {
    let goes_on = page.gap(at).is_plain() && page.is_uncased(at);
    let has_and = page.tokens.readings(at).iter().any(|reading| reading.cut > 0);
    !goes_on
        || has_and
        || page.is(at, NameClass::Stop)
        || page.is_verb(at)
        || page.demonym(at).is_some()
        || page.place(at).is_some()
}
