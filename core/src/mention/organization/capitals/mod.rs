//! Names in scripts with capitals: a row of words with capitals and the small words between them, cut where another name
//! begins, around a noun that names a kind of body.

mod cut;
mod row;

use std::ops::Range;

use super::{Draft, Finder, definition, goes_on};
use crate::mention::token::{Gap, Reading, Shape};
use crate::model::OrganizationType as Kind;
use crate::resources::NameClass;

/// Most names inside each other.
const MAX_DEPTH: usize = 3;
/// Most words of a name.
const MAX_WORDS: usize = 20;

/// What a part of a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// A word with a capital.
    Proper,
    Head(Kind),
    /// A name of the registry.
    Body,
    Place(u32),
    Demonym(u32),
    /// A noun or adjective in lower case, or one that names bodies.
    Low,
    Of,
    /// "for", "pour".
    For,
    And,
    /// "'s".
    Genitive,
}

impl Part {
    const fn is_link(self) -> bool {
        matches!(self, Self::Of | Self::For | Self::And | Self::Genitive)
    }
}

/// A row of words that could be one name.
struct Row<'f, 'p, 'a> {
    finder: &'f Finder<'p, 'a>,
    start: usize,
    at: usize,
    parts: Vec<(Part, Range<usize>)>,
    /// Whether a head was met that nouns in lower case can follow.
    takes_low: bool,
    /// How many names this one stands inside.
    depth: usize,
}

/// The name that begins at a word.
pub(super) fn read(finder: &Finder<'_, '_>, start: usize, depth: usize) -> Option<Draft> {
    let page = finder.page;
    if depth > MAX_DEPTH {
        return None;
    }
    let is_capital = page.is_capital(start) && !page.is_shouted(start);
    let head = page.head(start).map(|(_, kind)| kind);
    let is_low_head = !is_capital && head.is_some_and(is_plain_head);
    let is_plain = page.is(start, NameClass::Plain) && page.shape(start) != Shape::Upper && head.is_none();
    let is_named = page.is(start, NameClass::Naming) || page.gap(start + 1) == Gap::APOSTROPHE;
    // "l'ONG Puits et Partage": the noun is no part of the name.
    let is_noun = page.shape(start) == Shape::Upper
        && head.is_some()
        && page.gap(start + 1) == Gap::SPACE
        && page.is_capital(start + 1)
        && page.head(start).is_some_and(|(found, _)| found.end == start + 1);
    if is_noun && !page.is_shouted(start) {
        return None;
    }
    let is_title = head.is_none() && !is_named && (page.honorific(start).is_some() || page.office(start).is_some());
    if !is_capital && !is_low_head || is_plain || is_title {
        return None;
    }
    let mut row = Row { finder, start, at: start, parts: Vec::new(), takes_low: false, depth };
    row.take();
    if matches!(row.parts.first(), Some((Part::Place(_), _))) && row.is_genitive(row.at) {
        return None;
    }
    while row.at < start + MAX_WORDS && row.step() {}
    let count = row.cut();
    row.parts.truncate(count);
    row.name(is_low_head)
}

/// Kinds whose heads begin names in lower case too: "le ministère de la Culture".
const fn is_plain_head(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Ministry
            | Kind::Embassy
            | Kind::Government
            | Kind::University
            | Kind::Court
            | Kind::Parliament
            | Kind::Hospital
    )
}

impl Row<'_, '_, '_> {
    /// The name that the parts are, if they are one.
    fn name(&self, is_low_head: bool) -> Option<Draft> {
        let page = self.finder.page;
        let mut end = self.parts.last()?.1.end;
        let suffix = self.company_suffix(end);
        let link = self
            .parts
            .iter()
            .position(|(part, _)| part.is_link() && *part != Part::Genitive)
            .unwrap_or(self.parts.len());
        let head = self.head(link);
        let is_venue = self.parts.iter().any(|(part, words)| *part == Part::Proper && words.len() > 1);
        let is_text = self.parts.iter().enumerate().any(|(at, (part, words))| {
            let is_edge = at == 0 || at + 1 == self.parts.len() || at + 1 == link;
            let leads = at == 0 || !matches!(self.parts.first(), Some((Part::Head(_), _)));
            let is_last = at + 1 == self.parts.len() || at + 1 == link;
            let is_hall = is_last
                && at > 0
                && page.is(words.start, NameClass::Venue)
                && self.parts.get(at - 1).is_some_and(|(part, _)| !part.is_link());
            *part == Part::Proper
                && is_edge
                && (leads || is_hall)
                && (page.is(words.start, NameClass::Treaty) || page.is(words.start, NameClass::Venue))
        });
        if suffix.is_none() && (is_venue || is_text) {
            return None;
        }
        let country = self.parts.iter().find_map(|(part, _)| match part {
            Part::Place(place) | Part::Demonym(place) => Some(*place),
            _ => None,
        });
        let draft = |words: Range<usize>, kind, is_nominal, rule| Draft {
            country: country.or_else(|| self.finder.country_after(words.end)),
            parent: self.body_inside().or_else(|| self.owner_after(words.end)),
            words,
            reading: Reading::default(),
            kind,
            is_nominal,
            has_two_heads: false,
            rule,
        };
        if let Some(suffix) = suffix {
            return Some(draft(self.start..suffix, Kind::Company, false, "mention/company"));
        }
        // "the charity Mikoko Yetu", "la société Hydralpe": a noun in lower case says what the name is of.
        if let Some(kind) = self.said_before() {
            return Some(draft(self.start..end, kind, false, "mention/said-before"));
        }
        let Some((head, kind)) = head else {
            let is_defined = self.parts.len() > 1 && definition::is_defined(page, &(self.start..end));
            return is_defined.then(|| draft(self.start..end, Kind::Other, false, "mention/defined"));
        };
        let has_name = self.parts.iter().enumerate().any(|(at, (part, words))| {
            at != head
                && (matches!(part, Part::Proper | Part::Place(_) | Part::Demonym(_) | Part::Body | Part::Head(_))
                    || *part == Part::Low
                        && self.parts.get(at.wrapping_sub(1)).is_some_and(|(part, _)| part.is_link())
                        && (!is_low_head || page.is(words.start, NameClass::Topic)))
        });
        let has_adjective = self.parts.iter().any(|(part, _)| *part == Part::Low);
        if self.parts.len() == 1 || !(has_name || has_adjective && page.is_capital(self.start)) {
            let is_defined =
                self.start > 0 && page.gap(self.start).is_plain() && page.is(self.start - 1, NameClass::Article);
            end = self.parts.get(head).map_or(end, |(_, words)| words.end);
            return (is_defined && head == 0).then(|| draft(self.start..end, kind, true, "mention/nominal"));
        }
        let draft = draft(self.start..end, kind, false, "mention/capitals");
        let head_at = self.parts.get(head).map_or(self.start, |(_, words)| words.start);
        let is_dependent = page.class(head_at, NameClass::Dependent).is_some();
        let is_rooted = draft.parent.is_some() || head > 0 || page.is_capital(self.start) && kind != Kind::Committee;
        (!is_dependent || is_rooted).then_some(draft)
    }

    /// The head of the parts before the first small word: the first when something follows that belongs to it, else the last.
    fn head(&self, link: usize) -> Option<(usize, Kind)> {
        let heads: Vec<(usize, Kind)> = self.heads(0..link).collect();
        let (last, kind) = *heads.last().or(self.heads(0..self.parts.len()).collect::<Vec<_>>().first())?;
        if heads.is_empty() {
            // "Food and Drug Authority": the head stands after the "and".
            let is_last = self.parts.get(last + 1).is_none_or(|(part, _)| part.is_link());
            let joins_and = self.parts.get(link).is_some_and(|(part, words)| *part == Part::And && words.len() == 1);
            return (is_last && joins_and).then_some((last, kind));
        }
        // "Capital Hill": a head that may be any word names a body only at the end.
        let is_weak = matches!(kind, Kind::Company | Kind::Media | Kind::Movement) && last > 0
            || kind == Kind::Company && self.has_lax_head(last);
        let is_last = last + 1 == link
            || self.parts.get(last + 1..link).is_some_and(|parts| {
                parts.iter().all(|(part, _)| matches!(part, Part::Low | Part::Demonym(_) | Part::Place(_)))
            });
        (is_last || !is_weak).then_some((last, kind))
    }

    /// Whether a head is an ordinary word in lower case too, and names nothing at the head of a row: "Capital Hill".
    fn has_lax_head(&self, at: usize) -> bool {
        let page = self.finder.page;
        self.parts.get(at).is_some_and(|(_, words)| words.start == self.start && !page.has_class(NameClass::Low))
    }

    /// The kind of body that a noun in lower case right before the name says.
    fn said_before(&self) -> Option<Kind> {
        let page = self.finder.page;
        let at = self.start;
        let before = at.checked_sub(1).filter(|&before| {
            page.gap(at) == Gap::SPACE && matches!(page.shape(before), Shape::Lower)
                || page.gap(at) == Gap::SPACE
                    && page.shape(before) == Shape::Upper
                    && !page.is_shouted(at)
                    && page.head(before).is_some()
        })?;
        let is_of = page.is(before, NameClass::Of) || page.is(before, NameClass::In) && page.has_class(NameClass::Low);
        if is_of && self.is_headed(before) {
            return Some(Kind::Other);
        }
        let kind = (before.saturating_sub(2)..=before)
            .find_map(|from| page.head(from).filter(|(found, _)| found.end == at).map(|(_, kind)| kind))?;
        let named = matches!(
            kind,
            Kind::Company
                | Kind::Association
                | Kind::Foundation
                | Kind::Media
                | Kind::Network
                | Kind::Movement
                | Kind::Museum
                | Kind::School
        );
        let is_proper = self.parts.iter().all(|(part, _)| !matches!(part, Part::Body | Part::Head(_)))
            && matches!(self.parts.first(), Some((Part::Proper, _)));
        let is_person = page.is_given(at) || page.honorific(at).is_some();
        (named && is_proper && !is_person).then_some(kind)
    }

    /// "Directrice de Puits et Partage": the head of something is the head of a body.
    fn is_headed(&self, of: usize) -> bool {
        let page = self.finder.page;
        let ends_here =
            |from: usize| page.office(from).is_some_and(|(office, kind)| office.end == of && kind == Kind::Other);
        let is_several = self.parts.len() >= 2 || self.parts.first().is_some_and(|(_, words)| words.len() > 1);
        let is_known = self.parts.iter().any(|(part, _)| matches!(part, Part::Place(_) | Part::Demonym(_) | Part::Low));
        is_several
            && !is_known
            && (of.saturating_sub(3)..of).any(ends_here)
            && !page.is(self.start, NameClass::Treaty)
            && !page.is(self.start, NameClass::Topic)
            && page.gap(of).is_plain()
    }

    fn body_inside(&self) -> Option<Range<usize>> {
        let holds_head =
            |end: usize| self.parts.iter().any(|(part, words)| matches!(part, Part::Head(_)) && words.end <= end);
        if let Some((found, ..)) = self.finder.known_at(self.start).filter(|(found, ..)| {
            self.parts.last().is_some_and(|(_, words)| words.end > found.end) && !holds_head(found.end)
        }) {
            return Some(self.start..found.end);
        }
        self.parts.iter().find(|(part, _)| *part == Part::Body).map(|(_, words)| words.clone())
    }

    /// "Inc", "Ltd" after a name, with or without a comma.
    fn company_suffix(&self, end: usize) -> Option<usize> {
        let page = self.finder.page;
        let is_suffix = |at: usize| page.is(at, NameClass::Company) && page.is_capital(at);
        if self.parts.len() > 1 && is_suffix(end - 1) {
            return Some(end);
        }
        let joins = page.gap(end).is_only(Gap::SPACE.and(Gap::COMMA)) && page.gap(end).has(Gap::SPACE);
        (joins && is_suffix(end)).then_some(end + 1)
    }

    /// The body a unit belongs to: "at the Ministry of Culture", "du ministère".
    fn owner_after(&self, end: usize) -> Option<Range<usize>> {
        let finder = self.finder;
        let page = finder.page;
        if !goes_on(page, end) || !(page.is(end, NameClass::In) || page.is(end, NameClass::Of)) {
            return None;
        }
        let owner = end + 1 + usize::from(page.is(end + 1, NameClass::Article));
        if let Some((found, ..)) = finder.known_at(owner) {
            return Some(owner..found.end);
        }
        page.head(owner)?;
        read(finder, owner, self.depth + 1).map(|draft| draft.words)
    }
}
