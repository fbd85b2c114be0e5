//! What stands beside a winner: the sum, the country, and what it was won with.

use std::ops::Range;

use super::cast::{Kind, cue, has_cue};
use super::clause::{Clause, Group};
use super::item::{Item, What};
use super::{Context, Sum};
use crate::mention::place::PlaceName;
use crate::mention::token::Gap;
use crate::resources::{KnownPlace, NameClass, PrizeCue};
use crate::text::Span;

/// Most words from a winner to where he is from.
const MAX_ORIGIN: usize = 16;
/// Most words from "for" to the title of a work.
const MAX_FOR: usize = 4;
/// Most words that say what a project is.
const MAX_PROJECT: usize = 40;

/// The words around one winner.
pub(super) struct Place {
    /// From where it begins to where the next winner begins.
    pub(super) own: Range<usize>,
    /// Its name.
    pub(super) name: Range<usize>,
}

/// The words around each winner of a prize.
pub(super) fn places(clause: &Clause<'_, '_>, group: &Group) -> Vec<Place> {
    let names: Vec<Range<usize>> =
        group.winners.iter().filter_map(|&name| clause.cast.get(name)).map(|name| name.words.clone()).collect();
    let starts: Vec<usize> = names.iter().map(|name| clause.phrase_start(name.start, clause.start)).collect();
    let starts: Vec<usize> = starts.iter().map(|&start| origin_start(clause, start)).collect();
    let ends = starts.iter().skip(1).copied().chain([group.end]);
    let spans = starts.iter().zip(ends).zip(&names);
    spans.map(|((&start, end), name)| Place { own: start..end.max(name.end), name: name.clone() }).collect()
}

/// Where a name begins that follows the one of where it is from: "the team of Oran, the Herons".
fn origin_start(clause: &Clause<'_, '_>, start: usize) -> usize {
    let is_before = |item: &&Item| item.end == start && clause.page.gap(start).has(Gap::COMMA);
    let before = clause.items.iter().filter(is_before).find_map(|item| clause.cast.get(item.name()?));
    before.filter(|name| name.kind == Kind::Origin).map_or(start, |name| name.words.start)
}

/// The sums of a prize, one for each winner.
pub(super) fn sums(clause: &Clause<'_, '_>, group: &Group, places: &[Place], sums: &[Sum]) -> Vec<Option<usize>> {
    let own = |item: &&Item| (group.start..group.end).contains(&item.start);
    let first = places.iter().map(|place| place.own.start).min().unwrap_or(group.anchor.0).min(group.anchor.0);
    let items: Vec<&Item> = clause.items.iter().filter(own).collect();
    let counts = |at: usize, item: &Item| {
        let before = at.checked_sub(1).and_then(|before| items.get(before));
        let is_total = before.is_some_and(|before| before.is(PrizeCue::Total));
        let is_worth = items.get(..at).unwrap_or_default().iter().any(|item| item.is(PrizeCue::Worth));
        !is_total && (item.start > first || is_worth)
    };
    let money: Vec<(usize, usize)> = items
        .iter()
        .enumerate()
        .filter(|(at, item)| item.money().is_some() && counts(*at, item))
        .filter_map(|(_, item)| Some((item.start, item.money()?)))
        .filter(|(_, sum)| sums.get(*sum).is_some())
        .collect();
    let in_place = |place: &Place| money.iter().find(|(at, _)| place.own.contains(at)).map(|(_, sum)| *sum);
    let has_each = items.iter().any(|item| item.is(PrizeCue::Each));
    let shared = money.first().map(|(_, sum)| *sum).filter(|_| money.len() == 1 || has_each);
    places
        .iter()
        .map(|place| match shared {
            Some(sum) => Some(sum),
            None => in_place(place).or_else(|| money.first().map(|(_, sum)| *sum).filter(|_| places.len() == 1)),
        })
        .collect()
}

/// The country of a winner, as words beside the name say it.
pub(super) fn country(context: &Context<'_, '_>, clause: &Clause<'_, '_>, place: &Place) -> Option<String> {
    let page = context.page;
    let named = |words: Range<usize>| {
        let bytes = if words.is_empty() { Span::default() } else { span_of(context, &words) };
        let from = context.places.partition_point(|place| place.span.start < bytes.start);
        let own =
            context.places.get(from..).unwrap_or_default().iter().take_while(|place| place.span.start < bytes.end);
        own.filter_map(|place| country_of(context, place)).next()
    };
    let until = origin_end(clause, place);
    named(place.own.start..place.name.start)
        .or_else(|| named(place.name.end..until))
        .or_else(|| named(place.name.clone()))
        .or_else(|| body(context, &(place.name.start..until)))
        .or_else(|| {
            let (_, number) = page.demonym(place.name.start)?;
            page.names.place(number)?.country().map(str::to_owned)
        })
}

/// Where the words that say where a winner is from end.
fn origin_end(clause: &Clause<'_, '_>, place: &Place) -> usize {
    let most = place.own.end.min(place.name.end + MAX_ORIGIN);
    let ends = |item: &&Item| {
        item.start >= place.name.end
            && (item.is_verb()
                || matches!(item.what, What::Prize(_) | What::Champion(_) | What::Crown(_))
                || matches!(
                    item.what,
                    What::Cue(PrizeCue::For | PrizeCue::Project | PrizeCue::Lead | PrizeCue::Finish)
                ))
    };
    clause.items.iter().filter(ends).map(|item| item.start).next().map_or(most, |end| end.min(most))
}

/// The country of a body that stands in the text there.
fn body(context: &Context<'_, '_>, words: &Range<usize>) -> Option<String> {
    let mut own = context.bodies.within(words.start, words.end).map(|(_, name)| name);
    let country = own.find_map(|name| {
        let stated = name.country.or(name.place).and_then(|place| context.page.names.place(place)?.country());
        stated.or_else(|| context.page.names.organization(name.known?)?.country())
    });
    country.map(str::to_owned)
}

/// The country of a place; of several places of one name, one in the country that the article names most.
fn country_of(context: &Context<'_, '_>, place: &PlaceName) -> Option<String> {
    let names = context.page.names;
    let codes = place.places.iter().filter_map(|&place| names.place(place).and_then(KnownPlace::country));
    let best = codes.enumerate().max_by_key(|(at, code)| (context.page.mentions_of(code), std::cmp::Reverse(*at)));
    best.map(|(_, code)| code.to_owned())
}

fn span_of(context: &Context<'_, '_>, words: &Range<usize>) -> Span {
    let start = context.page.token(words.start).map_or(0, |token| token.span.start);
    let end = words.end.checked_sub(1).and_then(|last| context.page.token(last)).map_or(start, |token| token.span.end);
    Span::new(start, end.max(start))
}

/// What a prize was won with: the title of a work, or the words that say what a project is.
pub(super) fn work(context: &Context<'_, '_>, clause: &Clause<'_, '_>, group: &Group, place: &Place) -> Option<Span> {
    before(clause, group, place).or_else(|| after(context, clause, place))
}

/// A title before the name: "“Salt”, by X".
fn before(clause: &Clause<'_, '_>, group: &Group, place: &Place) -> Option<Span> {
    let mut own = clause
        .items
        .iter()
        .filter(|item| item.end <= place.name.start && item.start >= group.start.min(place.own.start));
    let last = own.rfind(|item| item.name().is_some())?;
    let title = clause.cast.get(last.name()?).filter(|title| title.kind == Kind::Title)?;
    clause.is_of(last.end, place.name.start).then_some(title.span)
}

/// What follows "for" after the name, or after the prize.
fn after(context: &Context<'_, '_>, clause: &Clause<'_, '_>, place: &Place) -> Option<Span> {
    let page = context.page;
    let own: Vec<&Item> =
        clause.items.iter().filter(|item| item.start >= place.name.end && item.start < place.own.end).collect();
    for (at, item) in own.iter().enumerate() {
        let within = |c: char| page.names.clitics.iter().any(|clitics| clitics.within.contains(&c));
        let reading = cue(page, item.start, PrizeCue::Project).map(|found| found.reading);
        let is_with =
            item.is(PrizeCue::Project) && reading.is_some_and(|reading| reading.proclitic.is_some_and(within));
        if !item.is(PrizeCue::For) && !is_with {
            continue;
        }
        let rest = own.get(at + usize::from(!is_with)..).unwrap_or_default();
        let near = |next: &&&Item| next.start <= item.end + MAX_FOR;
        let title = rest
            .iter()
            .filter(near)
            .find_map(|next| clause.cast.get(next.name()?))
            .filter(|name| name.kind == Kind::Title);
        if let Some(title) = title {
            return Some(title.span);
        }
        if let Some(project) = rest.iter().filter(near).find(|next| next.is(PrizeCue::Project)) {
            return project_words(clause, project.end, place.own.end);
        }
    }
    None
}

/// The words after the noun of a project, up to the end of their clause.
fn project_words(clause: &Clause<'_, '_>, start: usize, limit: usize) -> Option<Span> {
    let page = clause.page;
    let mut from = start;
    while from < limit
        && page.gap(from).is_plain()
        && (page.is(from, NameClass::Of) || has_cue(page, from, PrizeCue::For))
    {
        from += 1;
    }
    let joins = |at: usize| page.gap(at).is_only(Gap::SPACE.and(Gap::HYPHEN).and(Gap::APOSTROPHE).and(Gap::QUOTE));
    let mut end = from;
    while end < limit && end < from + MAX_PROJECT && joins(end) {
        end += 1;
    }
    let (first, last) = (page.token(from)?, page.token(end.checked_sub(1)?)?);
    (end > from).then(|| Span::new(first.span.start, last.span.end))
}
