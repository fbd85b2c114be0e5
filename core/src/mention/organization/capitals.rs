//! Names in scripts with capitals: a row of words with capitals and the small words between them, cut where another name
//! begins, around a noun that names a kind of body.

use std::ops::Range;

use super::super::reading::Page;
use super::super::token::{Gap, Reading, Shape};
use super::{Draft, Finder, definition, goes_on};
use crate::model::OrganizationType as Kind;
use crate::resources::NameClass;

/// Most names inside each other.
const MAX_DEPTH: usize = 3;
/// Most words of a name.
const MAX_WORDS: usize = 20;
/// Most small words in a row inside a name.
const MAX_LINKS: usize = 3;
/// How far a row of nouns may reach before its "and".
const MAX_ROW: usize = 9;

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
    /// Takes the word at `at` with all that it begins.
    fn take(&mut self) {
        let page = self.finder.page;
        let at = self.at;
        let is_start = at == self.start;
        let known = self.finder.known_at(at).filter(|_| !is_start);
        let head = page.head(at).filter(|(found, _)| (at + 1..found.end).all(|at| goes_on(page, at)));
        let venue = page.class(at, NameClass::Venue);
        let place = page.place(at).filter(|_| page.is_capital(at));
        let (part, end) = if let Some((found, ..)) = known {
            (Part::Body, found.end)
        } else if let Some((found, kind)) = head.filter(|(found, _)| venue.is_none_or(|venue| venue.end <= found.end)) {
            self.takes_low |= page.is_capital(at) || is_start;
            (Part::Head(kind), found.end)
        } else if let Some((found, place)) = place {
            (Part::Place(place), found.end)
        } else if let Some((found, place)) = page.demonym(at) {
            (Part::Demonym(place), found.end)
        } else if page.shape(at) == Shape::Lower || page.is(at, NameClass::Naming) {
            (Part::Low, at + 1)
        } else {
            (Part::Proper, venue.map_or(at + 1, |venue| venue.end))
        };
        self.parts.push((part, at..end));
        self.at = end;
    }

    fn step(&mut self) -> bool {
        let page = self.finder.page;
        let at = self.at;
        if page.gap(at) == Gap::SPACE.and(Gap::COMMA) {
            return self.step_in_list(at);
        }
        if !goes_on(page, at) || page.is_uncased(at) {
            return false;
        }
        if self.is_genitive(at) {
            self.parts.push((Part::Genitive, at..at + 1));
            self.at = at + 1;
            return true;
        }
        if self.takes_capital(at) || self.takes_adjective(at) {
            self.take();
            return true;
        }
        self.step_over_links(at)
    }

    /// "King's College": the letter after an apostrophe, before another capital.
    fn is_genitive(&self, at: usize) -> bool {
        let page = self.finder.page;
        let is_letter =
            page.gap(at) == Gap::APOSTROPHE && page.shape(at) == Shape::Lower && page.tokens.folded(at).len() == 1;
        is_letter && goes_on(page, at + 1) && self.takes_capital(at + 1)
    }

    fn takes_capital(&self, at: usize) -> bool {
        let page = self.finder.page;
        let is_name = page.head(at).is_some() || page.is(at, NameClass::Topic) || page.is(at, NameClass::Naming);
        let is_title = (page.honorific(at).is_some() || page.office(at).is_some()) && !is_name;
        page.is_capital(at) && !page.is_shouted(at) && !is_title && (is_name || !page.is(at, NameClass::Plain))
    }

    /// An adjective in lower case: one that makes names, of a country, or one that agrees with the noun before it.
    fn takes_adjective(&self, at: usize) -> bool {
        let page = self.finder.page;
        if page.shape(at) != Shape::Lower || !self.takes_low || page.is(at, NameClass::Plain) {
            return false;
        }
        if page.is(at, NameClass::Naming) || page.demonym(at).is_some() {
            return true;
        }
        let has_agreement = page.has_class(NameClass::Low);
        let follows_noun = self.parts.last().is_some_and(|(part, _)| !part.is_link());
        let plural = |at: usize| page.tokens.folded(at).ends_with('s');
        let has_and = self.parts.iter().any(|(part, _)| *part == Part::And);
        let agrees =
            plural(at) && at > 0 && (plural(at - 1) || has_and) || page.is_adjective(at) || page.gap(at) == Gap::HYPHEN;
        let is_small = page.is(at, NameClass::Of)
            || page.is(at, NameClass::And)
            || page.is(at, NameClass::Link)
            || page.is(at, NameClass::Article)
            || page.is(at, NameClass::In);
        has_agreement && follows_noun && agrees && !is_small && page.head(at).is_none()
    }

    /// Whether a word could be an adjective beside the one two words before it: it has the same ending.
    fn takes_adjective_after(&self, at: usize) -> bool {
        let page = self.finder.page;
        let (word, before) = (page.tokens.folded(at), page.tokens.folded(at - 2));
        let ends_alike =
            word.ends_with("es") && before.ends_with("es") || page.is_adjective(at) && page.is_adjective(at - 2);
        page.shape(at) == Shape::Lower
            && page.has_class(NameClass::Low)
            && ends_alike
            && !page.is(at, NameClass::Plain)
            && !goes_on_article(page, at + 1)
    }

    /// Small words, and the word after them: "de la Culture", "for the Arts", "et de la Communication".
    fn step_over_links(&mut self, at: usize) -> bool {
        let page = self.finder.page;
        let mut next = at;
        let (mut link, mut is_low_link, mut has_of) = (None, false, false);
        while next < at + MAX_LINKS && goes_on(page, next) {
            let is_low = matches!(page.shape(next), Shape::Lower | Shape::Sign);
            let part = match () {
                () if !is_low => None,
                () if page.is(next, NameClass::And) => Some(Part::And),
                () if page.is(next, NameClass::Of) => Some(Part::Of),
                () if page.is(next, NameClass::For) => Some(Part::For),
                () if page.is(next, NameClass::Article) && link.is_some() => link,
                () => None,
            };
            let Some(part) = part else { break };
            is_low_link |= page.is(next, NameClass::Low);
            has_of |= page.is(next, NameClass::Of);
            link = link.filter(|&link| link == Part::And).or(Some(part));
            next += 1;
        }
        let is_of_chair = self.heads(0..self.parts.len()).any(|(_, kind)| kind == Kind::Chair)
            && page.is(at, NameClass::In)
            && self.takes_capital(at + 1)
            && page.place(at + 1).is_none();
        if link.is_none() && (is_of_chair || self.heads(0..self.parts.len()).next().is_some() && self.is_in_region(at))
        {
            self.parts.push((Part::Of, at..at + 1));
            self.at = at + 1 + usize::from(page.is(at + 1, NameClass::Article));
            self.take();
            return true;
        }
        let Some(link) = link.filter(|_| goes_on(page, next) && !page.is_uncased(next)) else { return false };
        let is_low_noun = page.shape(next) == Shape::Lower
            && is_low_link
            && self.takes_low
            && !page.is(next, NameClass::Plain)
            && page.tokens.folded(next).len() > 2
            && (self.starts_capital() || page.is(next, NameClass::Topic));
        // "maritimes et portuaires": a second adjective like the first.
        let is_adjective = link == Part::And
            && next == at + 1
            && matches!(self.parts.last(), Some((Part::Low, _)))
            && self.takes_adjective_after(next);
        if is_adjective {
            self.parts.push((Part::Low, at..next + 1));
            self.at = next + 1;
            return true;
        }
        if !self.takes_capital(next)
            && !(is_low_noun && (link != Part::And || has_of && self.has_link() || page.is(next, NameClass::Topic)))
        {
            return false;
        }
        if self.begins_person(next) {
            return false;
        }
        self.parts.push((link, at..next));
        self.at = next;
        self.take();
        true
    }

    /// "in Africa": a region of no one country is part of a name.
    fn is_in_region(&self, at: usize) -> bool {
        let page = self.finder.page;
        let next = at + 1 + usize::from(page.is(at + 1, NameClass::Article));
        let place = page.place(next).and_then(|(_, place)| page.names.place(place));
        page.is(at, NameClass::In) && goes_on(page, next) && place.is_some_and(|place| place.country().is_none())
    }

    fn starts_capital(&self) -> bool {
        self.finder.page.is_capital(self.start)
    }

    fn has_link(&self) -> bool {
        self.parts.iter().any(|(part, _)| part.is_link())
    }

    /// A given and a family name after a small word: the person whom a body is named after belongs to it only when it says
    /// nothing else yet.
    fn begins_person(&self, next: usize) -> bool {
        let page = self.finder.page;
        let is_person =
            page.is_given(next) && page.is_capital(next + 1) && (page.is_given(next + 1) || page.is_family(next + 1));
        is_person && self.parts.iter().any(|(part, _)| part.is_link())
    }

    /// A comma in a list of what a body deals with, which "and" will end.
    fn step_in_list(&mut self, at: usize) -> bool {
        let page = self.finder.page;
        let skip = (at..at + MAX_LINKS)
            .take_while(|&next| page.is(next, NameClass::Of) || page.is(next, NameClass::Article))
            .count();
        let first = at + skip;
        let has_of = self.parts.iter().any(|(part, _)| part.is_link());
        let is_noun = |at: usize| {
            page.is(at, NameClass::Topic)
                || skip > 0 && page.is_capital(at) && page.place(at).is_none() && page.head(at).is_none()
        };
        let has_head = self.parts.iter().any(|(part, _)| matches!(part, Part::Head(_)));
        if !has_head || !has_of || !is_noun(first) || self.finder.known_at(first).is_some() {
            return false;
        }
        let near = (first + 1..first + MAX_ROW)
            .take_while(|&next| goes_on(page, next) || page.gap(next) == Gap::SPACE.and(Gap::COMMA));
        let ends_in_and = near.clone().any(|next| {
            page.is(next, NameClass::And)
                && (next + 1..next + 4).any(|after| {
                    page.is(after, NameClass::Topic)
                        || skip > 0 && page.is(after, NameClass::Of)
                        || self.takes_adjective(after)
                })
        });
        if !ends_in_and {
            return false;
        }
        self.parts.push((Part::And, at..first));
        self.at = first;
        self.take();
        true
    }

    /// How many parts belong to the first name of the row: up to where another name begins, without small words at the end.
    fn cut(&self) -> usize {
        let mut count = self.parts.len();
        for (at, (part, _)) in self.parts.iter().enumerate() {
            let begins = match part {
                Part::And => self.begins_another(at),
                Part::Of => self.owns(at),
                _ => false,
            };
            if begins {
                count = at;
                break;
            }
        }
        while count > 0 && self.parts.get(count - 1).is_some_and(|(part, _)| part.is_link()) {
            count -= 1;
        }
        count
    }

    fn heads(&self, range: Range<usize>) -> impl Iterator<Item = (usize, Kind)> {
        let parts = self.parts.get(range.clone()).unwrap_or_default();
        parts.iter().enumerate().filter_map(move |(at, (part, _))| match part {
            Part::Head(kind) => Some((range.start + at, *kind)),
            _ => None,
        })
    }

    /// Whether another name begins after an "and".
    fn begins_another(&self, and: usize) -> bool {
        let page = self.finder.page;
        let Some((next, words)) = self.parts.get(and + 1) else { return true };
        let end = (and + 1..self.parts.len())
            .find(|&at| self.parts.get(at).is_some_and(|(part, _)| part.is_link()))
            .unwrap_or(self.parts.len());
        let left = self.heads(0..and).count() > 0;
        let is_topic = page.is(words.start, NameClass::Topic);
        let and_words = self.parts.get(and).map_or(0..0, |(_, words)| words.clone());
        let has_article = and_words.clone().any(|at| page.is(at, NameClass::Article))
            && !and_words.clone().any(|at| page.is(at, NameClass::Of));
        let is_listed = self.parts.get(and).is_some_and(|(_, words)| page.gap(words.start).has(Gap::COMMA));
        match next {
            Part::Body | Part::Place(_) => return true,
            Part::Head(_) | Part::Proper if has_article && left => return true,
            Part::Head(_) if is_listed || is_topic && end == and + 2 => return false,
            // "National Library and Archives of Egypt": the second noun is alone, and the first has nothing of its own yet.
            Part::Head(_) => {
                let is_bare = self.parts.get(..and).is_some_and(|parts| !parts.iter().any(|(part, _)| part.is_link()));
                let is_single = end == and + 2 && page.shape(words.start) != Shape::Lower;
                return !(is_bare && is_single && left);
            }
            _ => {}
        }
        // "... and Qatar Foundation", but "Film and Digital Media": only some heads begin a name by themselves.
        let strong = |kind: Kind| {
            !matches!(
                kind,
                Kind::Company
                    | Kind::Media
                    | Kind::Unit
                    | Kind::Programme
                    | Kind::Museum
                    | Kind::Committee
                    | Kind::Movement
            )
        };
        let right = self.heads(and + 1..end).last();
        let is_last = right.is_some_and(|(at, _)| at + 1 == end);
        if !left {
            // "Food and Drug Authority": one head for both, at the end.
            let is_sign = and_words.clone().all(|at| page.shape(at) == Shape::Sign);
            return !is_sign && (!is_last || and_words.len() > 1);
        }
        // "Saltlight Pictures and Ardán": the first name ends in its head, and the other has none.
        let ends_in_head =
            and > 1 && matches!(self.parts.get(and - 1), Some((Part::Head(_), _))) && right.is_none() && !is_topic;
        if ends_in_head {
            return true;
        }
        let is_upper = page.shape(words.start) == Shape::Upper && !is_topic;
        right.is_some_and(|(at, kind)| {
            strong(kind) && at > and + 1 && is_last && self.parts.get(and + 1).is_some_and(|_| true) && !is_topic
        }) || is_upper
    }

    /// Whether what follows "of" is the whole that a unit belongs to, not a part of its name.
    fn owns(&self, of: usize) -> bool {
        let Some((next, words)) = self.parts.get(of + 1) else { return true };
        let is_named = self
            .parts
            .get(..of)
            .is_some_and(|parts| parts.iter().any(|(part, _)| part.is_link() || matches!(part, Part::Proper)));
        let is_unit = self.heads(0..of).any(|(_, kind)| {
            matches!(
                kind,
                Kind::Unit
                    | Kind::Chair
                    | Kind::University
                    | Kind::School
                    | Kind::Research
                    | Kind::PublicBody
                    | Kind::Programme
            )
        });
        match next {
            Part::Head(kind) => {
                let is_whole = matches!(
                    kind,
                    Kind::University
                        | Kind::Ministry
                        | Kind::Research
                        | Kind::Hospital
                        | Kind::School
                        | Kind::Igo
                        | Kind::PublicBody
                );
                let is_long = self.parts.get(of + 2).is_some();
                let is_capital = self.finder.page.is_capital(words.start);
                is_named && is_unit && is_whole && is_long && is_capital
            }
            Part::Body => is_named && is_unit,
            _ => false,
        }
    }

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

/// Whether an article or another small word of a noun follows.
fn goes_on_article(page: &Page<'_>, at: usize) -> bool {
    goes_on(page, at) && page.is(at, NameClass::Article)
}
