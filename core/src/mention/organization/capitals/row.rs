//! Takes words into a row: capitals, what stands between them, and nouns and adjectives in lower case where a language has such
//! names.

use super::{Part, Row};
use crate::mention::organization::goes_on;
use crate::mention::reading::Page;
use crate::mention::token::{Gap, Shape};
use crate::model::OrganizationType as Kind;
use crate::resources::NameClass;

/// Most small words in a row inside a name.
const MAX_LINKS: usize = 3;
/// How far a row of nouns may reach before its "and".
const MAX_ROW: usize = 9;

impl Row<'_, '_, '_> {
    /// Takes the word at `at` with all that it begins.
    pub(super) fn take(&mut self) {
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

    pub(super) fn step(&mut self) -> bool {
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
    pub(super) fn is_genitive(&self, at: usize) -> bool {
        let page = self.finder.page;
        let is_letter =
            page.gap(at) == Gap::APOSTROPHE && page.shape(at) == Shape::Lower && page.tokens.folded(at).len() == 1;
        is_letter && goes_on(page, at + 1) && self.takes_capital(at + 1)
    }

    pub(super) fn takes_capital(&self, at: usize) -> bool {
        let page = self.finder.page;
        let is_name = page.head(at).is_some() || page.is(at, NameClass::Topic) || page.is(at, NameClass::Naming);
        let is_title = (page.honorific(at).is_some() || page.office(at).is_some()) && !is_name;
        page.is_capital(at) && !page.is_shouted(at) && !is_title && (is_name || !page.is(at, NameClass::Plain))
    }

    /// An adjective in lower case: one that makes names, of a country, or one that agrees with the noun before it.
    pub(super) fn takes_adjective(&self, at: usize) -> bool {
        let page = self.finder.page;
        if page.shape(at) != Shape::Lower || !self.takes_low || page.is(at, NameClass::Plain) {
            return false;
        }
        if page.is(at, NameClass::Naming) || page.demonym(at).is_some() {
            return true;
        }
        let has_agreement = page.has_class(NameClass::Low);
        let follows_noun = self.parts.last().is_some_and(|(part, _)| !part.is_link());
        let plural = |at: usize| page.is_plural(at);
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
    pub(super) fn takes_adjective_after(&self, at: usize) -> bool {
        let page = self.finder.page;
        let ends_alike = page.agree(at, at - 2) || page.is_adjective(at) && page.is_adjective(at - 2);
        page.shape(at) == Shape::Lower
            && page.has_class(NameClass::Low)
            && ends_alike
            && !page.is(at, NameClass::Plain)
            && !goes_on_article(page, at + 1)
    }

    /// Small words, and the word after them: "de la Culture", "for the Arts", "et de la Communication".
    pub(super) fn step_over_links(&mut self, at: usize) -> bool {
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
    pub(super) fn is_in_region(&self, at: usize) -> bool {
        let page = self.finder.page;
        let next = at + 1 + usize::from(page.is(at + 1, NameClass::Article));
        let place = page.place(next).and_then(|(_, place)| page.names.place(place));
        page.is(at, NameClass::In) && goes_on(page, next) && place.is_some_and(|place| place.country().is_none())
    }

    pub(super) fn starts_capital(&self) -> bool {
        self.finder.page.is_capital(self.start)
    }

    pub(super) fn has_link(&self) -> bool {
        self.parts.iter().any(|(part, _)| part.is_link())
    }

    /// A given and a family name after a small word: the person whom a body is named after belongs to it only when it says
    /// nothing else yet.
    pub(super) fn begins_person(&self, next: usize) -> bool {
        let page = self.finder.page;
        let is_person =
            page.is_given(next) && page.is_capital(next + 1) && (page.is_given(next + 1) || page.is_family(next + 1));
        is_person && self.parts.iter().any(|(part, _)| part.is_link())
    }

    /// A comma in a list of what a body deals with, which "and" will end.
    pub(super) fn step_in_list(&mut self, at: usize) -> bool {
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
}

/// Whether an article or another small word of a noun follows.
fn goes_on_article(page: &Page<'_>, at: usize) -> bool {
    goes_on(page, at) && page.is(at, NameClass::Article)
}
