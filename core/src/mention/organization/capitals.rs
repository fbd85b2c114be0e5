//! Names in scripts with capitals: words with a capital, joined by small words, around a noun that names a kind of body.

use super::super::reading::{Match, Page};
use super::super::token::{Gap, Reading, Shape};
use super::{Draft, Finder, goes_on};
use crate::model::OrganizationType as Kind;
use crate::resources::{NameClass, Sense};

/// Most words of a name.
const MAX_WORDS: usize = 18;
/// Most small words in a row inside a name.
const MAX_LINKS: usize = 3;

/// A name that is being read.
struct Chain<'f, 'p, 'a> {
    finder: &'f Finder<'p, 'a>,
    start: usize,
    at: usize,
    /// The first head, where it ends, and what it says.
    head: Option<(Match, Kind)>,
    /// The word the first head begins at.
    head_at: usize,
    /// Where the first small word stands.
    first_link: Option<usize>,
    has_proper: bool,
    has_topic: bool,
    country: Option<u32>,
    parent: Option<std::ops::Range<usize>>,
}

/// The name that begins at a word.
pub(super) fn read(finder: &Finder<'_, '_>, start: usize) -> Option<Draft> {
    let page = finder.page;
    let capital = page.is_capital(start) && !page.is_shouted(start);
    let head = page.head(start);
    let begins_low = head.as_ref().is_some_and(|(_, kind)| is_plain_head(*kind)) && !capital;
    let is_plain = page.is(start, NameClass::Plain) && page.shape(start) != Shape::Upper;
    if !capital && !begins_low || is_plain && head.is_none() {
        return None;
    }
    if starts_person(page, start) && head.is_none() {
        return None;
    }
    let mut chain = Chain {
        finder,
        start,
        at: start,
        head: None,
        head_at: start,
        first_link: None,
        has_proper: false,
        has_topic: false,
        country: None,
        parent: None,
    };
    chain.take_word();
    while chain.at < start + MAX_WORDS && chain.step() {}
    chain.finish(begins_low)
}

/// Kinds whose heads begin names in lower case too: "le ministère de la Culture".
const fn is_plain_head(kind: Kind) -> bool {
    matches!(kind, Kind::Ministry | Kind::Embassy | Kind::Government | Kind::University | Kind::Court | Kind::Parliament | Kind::Hospital)
}

fn starts_person(page: &Page<'_>, at: usize) -> bool {
    page.honorific(at).is_some() && page.head(at).is_none()
}

impl Chain<'_, '_, '_> {
    fn page(&self) -> &Page<'_> {
        self.finder.page
    }

    /// Takes the word at `at` with all that it begins: a known body, a head of several words.
    fn take_word(&mut self) {
        let page = self.finder.page;
        let at = self.at;
        if let Some((found, ..)) = self.finder.known_at(at).filter(|(found, ..)| at > self.start || found.end == at + 1) {
            if at > self.start {
                self.parent = Some(at..found.end);
            } else if page.is_capital(at) && goes_on(page, found.end) {
                self.parent = Some(at..found.end);
            }
            self.has_proper = true;
            self.at = found.end;
            return;
        }
        let head = page.head(at).filter(|(found, _)| found.end == at + 1 || self.is_written(at, found.end));
        if let Some((found, kind)) = head {
            let is_first = self.head.is_none();
            // In a row of capitals the last noun is the head: "World Health Organization".
            if is_first || self.first_link.is_none() {
                self.head = Some((found, kind));
                self.head_at = at;
            }
            self.at = found.end;
            return;
        }
        if let Some((found, place)) = page.place(at) {
            self.has_proper = true;
            self.country = self.country.or(Some(place).filter(|&place| page.names.place(place).is_some_and(|place| place.country.is_some())));
            self.at = found.end;
            return;
        }
        if let Some((found, place)) = page.demonym(at) {
            self.country = self.country.or(Some(place));
            self.at = found.end;
            return;
        }
        let is_naming = page.is(at, NameClass::Naming);
        let is_topic = page.is(at, NameClass::Topic);
        self.has_topic |= is_topic;
        self.has_proper |= page.is_capital(at) && !is_naming;
        self.at = at + 1;
    }

    /// Whether all words of a phrase are written as one name.
    fn is_written(&self, from: usize, until: usize) -> bool {
        (from + 1..until).all(|at| goes_on(self.finder.page, at))
    }

    fn step(&mut self) -> bool {
        let page = self.finder.page;
        let at = self.at;
        if page.gap(at) == Gap::SPACE.and(Gap::COMMA) {
            return self.step_in_row(at);
        }
        if !goes_on(page, at) || page.is_uncased(at) {
            return false;
        }
        if self.takes(at) {
            self.take_word();
            return true;
        }
        self.step_over_links(at)
    }

    /// Whether a word belongs to the name without a small word before it.
    fn takes(&self, at: usize) -> bool {
        let page = self.finder.page;
        if page.office(at).is_some_and(|(office, _)| office.end > at) && page.is_capital(at) && page.head(at).is_none() && self.head.is_none_or(|(head, _)| head.end != at) {
            return false;
        }
        if starts_person(page, at) {
            return false;
        }
        let is_after_head = self.head.is_some();
        match page.shape(at) {
            Shape::Number => false,
            Shape::Title | Shape::Upper | Shape::Mixed => {
                !(page.is(at, NameClass::Plain) && !page.is(at, NameClass::Naming) && !page.is(at, NameClass::Topic)) && !page.is_shouted(at)
            }
            Shape::Lower => is_after_head && (page.is(at, NameClass::Naming) || page.demonym(at).is_some()) && !page.is(at, NameClass::Plain),
            _ => false,
        }
    }

    /// Small words, and the word after them: "de la Culture", "for the Arts", "et de la Communication".
    fn step_over_links(&mut self, at: usize) -> bool {
        let page = self.finder.page;
        let mut next = at;
        let (mut has_and, mut has_of, mut has_link) = (false, false, false);
        while next < at + MAX_LINKS && goes_on(page, next) {
            let is_low = page.shape(next) == Shape::Lower || page.shape(next) == Shape::Sign;
            has_and |= page.is(next, NameClass::And);
            has_of |= page.is(next, NameClass::Of);
            let is_link = page.is(next, NameClass::Link);
            has_link |= is_link;
            if !is_low || !(page.is(next, NameClass::Of) || page.is(next, NameClass::And) || is_link || page.is(next, NameClass::Article)) {
                break;
            }
            next += 1;
        }
        if next == at || !goes_on(page, next) || page.is_uncased(next) {
            return false;
        }
        let is_capital = self.takes(next) && page.is_capital(next);
        let is_topic = page.is(next, NameClass::Topic) && page.shape(next) == Shape::Lower && self.head.is_some();
        if !is_capital && !is_topic || starts_person(page, next) {
            return false;
        }
        // A place after "in" is where it is, and "and" before a name begins another.
        let in_place = page.place(next).is_some() && has_link && !has_of;
        if in_place || self.head.is_none() || has_and && self.begins_another(next) {
            return false;
        }
        if has_link && !has_of && !has_and && !self.is_purpose(at, next) {
            return false;
        }
        if is_topic && !is_capital && !self.takes_topics() {
            return false;
        }
        if has_of && self.finder.known_at(next).is_none() && page.is_given(next) && page.is_given(next + 1) && page.is_capital(next + 1) && self.has_proper {
            return false;
        }
        self.first_link = self.first_link.or(Some(at));
        self.at = next;
        self.take_word();
        true
    }

    /// "for", "on", "against", and "aux" before a noun; not "in", "at", "to" before a name.
    fn is_purpose(&self, at: usize, next: usize) -> bool {
        let page = self.finder.page;
        let is_in = page.is(at, NameClass::In);
        !is_in || page.is(next, NameClass::Topic) && page.place(next).is_none()
    }

    const fn takes_topics(&self) -> bool {
        true
    }

    /// Whether after "and" another name begins.
    fn begins_another(&self, next: usize) -> bool {
        let page = self.finder.page;
        if self.finder.known_at(next).is_some() || page.place(next).is_some() && !self.has_topic {
            return true;
        }
        if let Some((found, _)) = page.head(next) {
            return !page.is(next, NameClass::Topic) || goes_on(page, found.end) && page.is(found.end, NameClass::Of) || page.is_capital(found.end);
        }
        // "... and Qatar Foundation": a head further on.
        let has_head = |at: usize| page.head(at).is_some() && page.is_capital(at);
        let mut at = next;
        while goes_on(page, at) && page.is_capital(at) && at < next + 5 {
            if has_head(at) && at > next {
                return self.has_proper || self.has_topic;
            }
            at += 1;
        }
        !page.is(next, NameClass::Topic) && page.shape(next) == Shape::Upper
    }

    /// A comma in a row of what a body deals with, which "and" will end.
    fn step_in_row(&mut self, at: usize) -> bool {
        let page = self.finder.page;
        if self.head.is_none() || !self.has_topic && self.first_link.is_none() {
            return false;
        }
        let skip = (at..at + MAX_LINKS).take_while(|&next| page.is(next, NameClass::Of) || page.is(next, NameClass::Article)).count();
        let first = at + skip;
        if !page.is(first, NameClass::Topic) || self.begins_another(first) && page.head(first).is_some() {
            return false;
        }
        let ends_in_and = (first + 1..first + 9)
            .take_while(|&next| goes_on(page, next) || page.gap(next) == Gap::SPACE.and(Gap::COMMA))
            .any(|next| page.is(next, NameClass::And) && (next + 1..next + 4).any(|after| page.is(after, NameClass::Topic)));
        if !ends_in_and {
            return false;
        }
        self.at = first;
        self.take_word();
        true
    }

    fn finish(self, begins_low: bool) -> Option<Draft> {
        let page = self.page();
        let end = self.at;
        let reading = Reading::default();
        let suffix = self.company_suffix();
        let (head, kind) = match (self.head, suffix) {
            (_, Some(_)) => (None, Kind::Company),
            (Some((found, kind)), None) => (Some(found), kind),
            (None, None) => return None,
        };
        let end = suffix.unwrap_or(end);
        let is_alone = head.is_some_and(|found| self.head_at == self.start && found.end == end);
        let has_name = self.has_proper || self.country.is_some() || self.has_topic && (begins_low || page.is_capital(self.head_at));
        let naming = (self.start..end).any(|at| page.is(at, NameClass::Naming));
        let draft = |end, is_nominal, rule| Draft {
            words: self.start..end,
            reading,
            kind,
            country: self.country.or_else(|| self.finder.country_after(end)),
            parent: self.parent.clone().or_else(|| self.owner_after(end)),
            is_nominal,
            rule,
        };
        let is_event = (self.start..end).any(|at| page.is(at, NameClass::Treaty) && page.head(at).is_none());
        let ends_in_event = page.is(end.saturating_sub(1), NameClass::Treaty) && self.first_link.is_none();
        if is_event && (ends_in_event || page.is(self.start, NameClass::Treaty)) {
            return None;
        }
        if is_alone || !has_name && !(naming && page.is_capital(self.head_at)) {
            let is_defined = self.start > 0 && page.gap(self.start).is_plain() && page.is(self.start - 1, NameClass::Article);
            let head_end = head.map_or(end, |found| found.end);
            return (is_defined && suffix.is_none() && self.start == self.head_at).then(|| draft(head_end, true, "mention/nominal"));
        }
        let draft = draft(end, false, "mention/capitals");
        let is_dependent = head.is_some_and(|_| page.class(self.head_at, NameClass::Dependent).is_some());
        let is_rooted = draft.parent.is_some() || self.head_at > self.start || page.is_capital(self.start) && !matches!(kind, Kind::Committee);
        (!is_dependent || is_rooted).then_some(draft)
    }

    /// "Inc", "Ltd" after a name, with or without a comma.
    fn company_suffix(&self) -> Option<usize> {
        let page = self.finder.page;
        let last = self.at.checked_sub(1).filter(|&last| last > self.start)?;
        if page.is(last, NameClass::Company) && page.is_capital(last) {
            return Some(self.at);
        }
        let after = page.gap(self.at).is_only(Gap::SPACE.and(Gap::COMMA)) && page.is(self.at, NameClass::Company) && page.is_capital(self.at);
        after.then_some(self.at + 1)
    }

    /// The body a unit belongs to: "at the Ministry of Culture", "du ministère".
    fn owner_after(&self, end: usize) -> Option<std::ops::Range<usize>> {
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
        read(finder, owner).filter(|draft| !draft.is_nominal).map(|draft| draft.words)
    }
}

/// Whether a sense is a name of a body.
#[allow(dead_code)]
const fn is_body(sense: Sense) -> bool {
    matches!(sense, Sense::Organization(..))
}
