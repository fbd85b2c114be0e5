//! Who is named in a sentence, and lists of them: "the ministry, the university and Dr X".

use std::ops::Range;

use super::Scene;
use super::sign::Sign;
use crate::mention::reading::Page;
use crate::mention::token::Gap;
use crate::resources::{Cue, Sense};
use crate::text::Span;

/// Most words between a verb or cue and the first name of its list, and between two names of one list.
const MAX_LEAD: usize = 14;
const MAX_BETWEEN: usize = 9;

/// A body or a person, by its place in the list of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    Organization(usize),
    Person(usize),
}

/// Somebody who is named.
#[derive(Clone, Debug)]
pub(super) struct Actor {
    pub(super) words: Range<usize>,
    pub(super) who: Who,
    /// The body that this one is a unit of.
    parent: Option<usize>,
    /// Whether an office stands for the body.
    pub(super) is_office: bool,
    /// Whether it only describes somebody else: "X, member of the group Y".
    is_apposed: bool,
}

/// The actors of an article, in the order of the text; bodies named inside somebody's office are left out.
pub(super) fn actors(page: &Page<'_>, scene: &Scene<'_>) -> Vec<Actor> {
    let mut roles: Vec<Span> = scene.people.iter().flat_map(|person| &person.roles).map(|role| role.span).collect();
    roles.sort();
    let is_in_role = |span: Span| {
        let at = roles.partition_point(|role| role.start <= span.start);
        at.checked_sub(1).and_then(|before| roles.get(before)).is_some_and(|role| role.contains(span))
    };
    let mut actors: Vec<Actor> = Vec::new();
    for (at, name) in scene.organizations.iter().enumerate() {
        let is_filed = scene.is_filed(name.span);
        if is_in_role(name.span) && !name.is_office || is_filed {
            continue;
        }
        actors.push(Actor {
            words: name.words.clone(),
            who: Who::Organization(at),
            parent: name.parent,
            is_office: name.is_office,
            is_apposed: !name.is_office && follows_office(page, name.words.start),
        });
    }
    for (at, person) in scene.people.iter().enumerate() {
        actors.push(Actor {
            words: person.words.clone(),
            who: Who::Person(at),
            parent: None,
            is_office: false,
            is_apposed: false,
        });
    }
    actors.sort_by_key(|actor| (actor.words.start, std::cmp::Reverse(actor.words.end)));
    // Of names inside one another, the outer one.
    let mut end = 0;
    actors.retain(|actor| {
        let is_inside = actor.words.end <= end;
        end = end.max(actor.words.end);
        !is_inside
    });
    actors
}

/// Whether an office stands right before a name: "director of X".
fn follows_office(page: &Page<'_>, start: usize) -> bool {
    let is_office = |at: usize| {
        page.at(at)
            .iter()
            .any(|found| matches!(found.meant.sense, Sense::Office(_)) && found.end + 2 >= start && found.end <= start)
    };
    (start.saturating_sub(4)..start).any(|at| is_office(at) && (at + 1..=start).all(|word| page.gap(word).is_plain()))
}

/// Lists of actors around a place of a sentence.
pub(super) struct Lists<'l, 's, 'a> {
    pub(super) page: &'l Page<'a>,
    pub(super) signs: &'l [Sign],
    pub(super) actors: &'s [Actor],
    pub(super) sentence: Range<usize>,
    /// The place that begins at each word.
    pub(super) places: &'l [Option<usize>],
}

impl<'s> Lists<'_, 's, '_> {
    /// The actors named after a place, up to what ends a list.
    pub(super) fn after(&self, from: usize) -> Vec<&'s Actor> {
        let limit = self
            .signs
            .iter()
            .find(|sign| sign.words.start >= from && sign.ends_list())
            .map_or(self.sentence.end, |sign| sign.words.start);
        let mut list: Vec<&Actor> = Vec::new();
        let mut end = from;
        for actor in self.actors.iter().filter(|actor| actor.words.start >= from && actor.words.end <= limit.max(from))
        {
            let most = if list.is_empty() { MAX_LEAD } else { MAX_BETWEEN };
            if actor.words.start > end + most || actor.words.start >= limit {
                break;
            }
            end = actor.words.end;
            if self.is_own(list.last().copied(), actor) {
                list.push(actor);
            }
        }
        list
    }

    /// The actors named before a place, back to what ends a list.
    pub(super) fn before(&self, until: usize) -> Vec<&'s Actor> {
        let limit = self
            .signs
            .iter()
            .filter(|sign| sign.words.end <= until && sign.ends_list())
            .map(|sign| sign.words.end)
            .next_back()
            .unwrap_or(self.sentence.start);
        let mut list: Vec<&Actor> = Vec::new();
        let mut start = until;
        for actor in self.actors.iter().rev().filter(|actor| actor.words.end <= until && actor.words.start >= limit) {
            let most = if list.is_empty() { MAX_LEAD } else { MAX_BETWEEN };
            if actor.words.end + most < start || !list.is_empty() && self.has_place(actor.words.end..start) {
                break;
            }
            start = actor.words.start;
            list.push(actor);
        }
        list.reverse();
        let mut own: Vec<&Actor> = Vec::new();
        for actor in list {
            if self.is_own(own.last().copied(), actor) {
                own.push(actor);
            }
        }
        own
    }

    fn has_place(&self, words: Range<usize>) -> bool {
        self.places.get(words).into_iter().flatten().any(Option::is_some)
    }

    /// Whether an actor stands for itself: neither the whole of the unit before it, nor its acronym in brackets.
    fn is_own(&self, before: Option<&Actor>, actor: &Actor) -> bool {
        let Some(before) = before else { return !actor.is_apposed };
        let is_affiliated = self.signs.iter().any(|sign| {
            sign.is_cue(Cue::Affiliated)
                && sign.words.end <= actor.words.start
                && actor.words.start <= sign.words.end + 2
        });
        let is_whole = is_affiliated || matches!(actor.who, Who::Organization(at) if before.parent == Some(at));
        let in_brackets = self.page.gap(actor.words.start).has(Gap::OPEN);
        !is_whole && !in_brackets && !actor.is_apposed
    }
}
