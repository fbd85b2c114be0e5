//! Who could have won: the people, teams, bodies and titles that an article names, by the word they begin at.

use std::ops::Range;

use super::quote::{Quote, quotes};
use crate::mention::organization::Name;
use crate::mention::person::PersonName;
use crate::mention::reading::{Match, Page};
use crate::mention::token::{Gap, Shape};
use crate::model::MentionForm;
use crate::resources::{NameClass, PrizeCue, Sense};
use crate::text::Span;

/// Most words of a name in quotes.
const MAX_QUOTED: usize = 10;
/// Most words of a name in capitals.
const MAX_CAPITALS: usize = 6;
/// Most words in lower case that end such a name.
const MAX_TAIL: usize = 2;
/// Fewest words without a meaning that are the name of somebody nobody knows.
const MIN_STRANGER: usize = 2;

/// What a name is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Person,
    /// After a noun for who competes.
    Team,
    /// A team that is called by where it is from: "the team of Oran".
    Origin,
    Body,
    /// In quotes, of what one knows nothing.
    Title,
    /// In capitals, of what one knows nothing.
    Capital,
}

/// A name that could be the winner's.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) words: Range<usize>,
    /// Where its name stands, without quotes and without letters of other words.
    pub(super) span: Span,
    pub(super) kind: Kind,
}

/// The names of an article that could be winners', in the order of the text.
pub(super) struct Cast {
    pub(super) list: Vec<Candidate>,
    /// The quotes that are names.
    quoted: Vec<Range<usize>>,
}

impl Cast {
    /// The candidate that begins at a word.
    pub(super) fn at(&self, word: usize) -> Option<usize> {
        self.list.binary_search_by_key(&word, |candidate| candidate.words.start).ok()
    }

    pub(super) fn get(&self, at: usize) -> Option<&Candidate> {
        self.list.get(at)
    }

    /// Whether a word stands inside a name in quotes, not at its beginning.
    pub(super) fn is_inside_quotes(&self, word: usize) -> bool {
        let at = self.quoted.partition_point(|quoted| quoted.end <= word);
        self.quoted.get(at).is_some_and(|quoted| quoted.start < word)
    }
}

/// What is being put together.
struct Finder<'p, 'a> {
    page: &'p Page<'a>,
    taken: Vec<bool>,
    list: Vec<Candidate>,
}

/// Finds the names that could be winners'; other words belong to something else.
pub(super) fn cast(page: &Page<'_>, people: &[PersonName], organizations: &[Name], others: &[Range<usize>]) -> Cast {
    let mut finder = Finder { page, taken: vec![false; page.len()], list: Vec::new() };
    let quotes: Vec<Quote> = quotes(page).into_iter().filter(|quote| quote.words.len() <= MAX_QUOTED).collect();
    for quote in &quotes {
        let kind = if finder.follows_team(quote.words.start) { Kind::Team } else { Kind::Title };
        // A place in quotes is where somebody is from.
        if kind == Kind::Title && page.place(quote.words.start).is_some_and(|(place, _)| place.end == quote.words.end) {
            continue;
        }
        finder.add(quote.words.clone(), quote.inner, kind);
    }
    for person in people {
        finder.person(person);
    }
    let mut bodies: Vec<&Name> =
        organizations.iter().filter(|name| name.form != MentionForm::Nominal && !name.is_office).collect();
    bodies.sort_by_key(|name| (name.words.start, std::cmp::Reverse(name.words.end)));
    for name in bodies {
        finder.add(name.words.clone(), name.span, Kind::Body);
    }
    // Sums, quantities and days are nobody.
    for words in others {
        finder.taken.get_mut(words.clone()).into_iter().for_each(|own| own.fill(true));
    }
    for at in 0..page.len() {
        finder.team(at);
    }
    let mut place_end = 0;
    for at in 0..page.len() {
        // "New Zealand" is no name from its second word on.
        place_end = page.place(at).map_or(place_end, |(found, _)| found.end.max(place_end));
        let is_inner = at < place_end && page.place(at).is_none();
        if page.is_uncased(at) {
            finder.stranger(at);
        } else if !is_inner {
            finder.capitals(at);
        }
    }
    finder.list.sort_by_key(|candidate| candidate.words.start);
    Cast { list: finder.list, quoted: quotes.into_iter().map(|quote| quote.words).collect() }
}

impl Finder<'_, '_> {
    /// Enters a name of which no word belongs to another one.
    fn add(&mut self, words: Range<usize>, span: Span, kind: Kind) {
        let Some(own) = self.taken.get_mut(words.clone()).filter(|own| !own.is_empty() && !own.contains(&true)) else {
            return;
        };
        own.fill(true);
        self.list.push(Candidate { words, span, kind });
    }

    /// A person, or two whom "and" joins with the second one's first name: "سلطان المصري وفهد الدوسري".
    fn person(&mut self, person: &PersonName) {
        let page = self.page;
        let joins = |found: &&Match| found.meant.sense == Sense::Given && found.reading.has_and;
        let second = (person.words.start + 1..person.words.end)
            .find_map(|at| Some((at, page.at(at).iter().find(joins)?.reading)));
        let whole =
            |at: usize| page.at(at).iter().any(|found| found.reading.cut == 0 && found.meant.sense == Sense::Given);
        match second.filter(|(at, _)| !whole(*at)) {
            Some((at, reading)) => {
                let first =
                    Span::new(person.span.start, page.token(at - 1).map_or(person.span.end, |token| token.span.end));
                self.add(person.words.start..at, first, Kind::Person);
                let rest = PersonName {
                    words: at..person.words.end,
                    span: page.span(at, person.words.end, &reading),
                    ..person.clone()
                };
                self.person(&rest);
            }
            None => self.add(person.words.clone(), person.span, Kind::Person),
        }
    }

    fn is_free(&self, at: usize) -> bool {
        self.taken.get(at).is_some_and(|taken| !taken)
    }

    fn has(&self, at: usize, cue: PrizeCue) -> bool {
        has_cue(self.page, at, cue)
    }

    /// Whether a noun for who competes stands right before a word, an adjective of a country between them at most.
    fn follows_team(&self, at: usize) -> bool {
        let page = self.page;
        let is_near = |at: usize| page.gap(at).is_only(Gap::SPACE.and(Gap::QUOTE).and(Gap::HYPHEN));
        let is_adjective = |at: usize| page.demonym(at).is_some() || page.is(at, NameClass::Naming);
        (1..=3)
            .take_while(|back| *back <= at && is_near(at + 1 - back))
            .take_while(|back| *back == 1 || is_adjective(at + 1 - back))
            .any(|back| self.has(at - back, PrizeCue::Team))
    }

    /// A team that is called by a country, or by a name in capitals after its noun.
    fn team(&mut self, at: usize) {
        if !self.is_free(at) || !self.has(at, PrizeCue::Team) {
            return;
        }
        let page = self.page;
        let Some(found) = cue(page, at, PrizeCue::Team) else { return };
        let reading = found.reading;
        let joins = |at: usize| page.gap(at).is_plain();
        let mut end = found.end;
        // "The Moroccan national team".
        let mut start = at;
        if !page.is_uncased(at) {
            while start > 0 && joins(start) && page.is(start - 1, NameClass::Naming) {
                start -= 1;
            }
            if start > 0 && joins(start) && page.demonym(start - 1).is_some() {
                start -= 1;
                let is_named = joins(end) && page.is_capital(end);
                if !is_named {
                    self.add(start..end, page.span(start, end, &reading), Kind::Team);
                }
                return;
            }
            start = at;
        }
        while joins(end) && page.is(end, NameClass::Naming) && page.demonym(end).is_none() {
            end += 1;
        }
        let of = (end..end + 2).take_while(|&at| joins(at) && is_small(page, at)).count();
        if joins(end)
            && page
                .demonym(end)
                .is_some_and(|(found, _)| page.gap(found.end).has(Gap::QUOTE) && !self.is_free(found.end))
        {
            // A name in quotes follows.
        } else if joins(end) && page.demonym(end).is_some() {
            end = page.demonym(end).map_or(end, |(found, _)| found.end);
            self.add(start..end, page.span(start, end, &reading), Kind::Team);
        } else if let Some((place, _)) = page.place(end + of).filter(|(place, _)| {
            joins(end + of) && place.reading.cut == 0 && !(joins(place.end) && page.is_capital(place.end))
        }) {
            self.add(start..place.end, page.span(start, place.end, &reading), Kind::Origin);
        }
    }

    /// A row of words in capitals that begins at a word.
    fn capitals(&mut self, at: usize) {
        let page = self.page;
        let is_name = |at: usize| {
            page.is_capital(at) && page.demonym(at).is_none() && !self.has(at, PrizeCue::Contest) && !is_prize(page, at)
        };
        let is_word = page.is_first(at) && (page.is(at, NameClass::Plain) || page.prizes(at).next().is_some());
        let may_begin = self.is_free(at) && is_name(at) && !page.is_shouted(at) && !is_word;
        // An article with a capital inside a sentence is part of a title or name: "Les Mouettes".
        if !may_begin || page.is_first(at) && page.is(at, NameClass::Article) {
            return;
        }
        let place_end = page.place(at).map_or(at, |(found, _)| found.end);
        let mut end = at;
        while end < page.len()
            && end < at + MAX_CAPITALS
            && self.is_free(end)
            && (end == at || page.gap(end).is_plain())
        {
            if is_name(end) && (end > at || !page.is(end, NameClass::Article) || page.is_capital(end + 1)) {
                end += 1;
                continue;
            }
            // "Golden Stools of Obuasi": of a place only after one word, else it says where they are from.
            let links = (end..end + 2).take_while(|&at| is_small(page, at) && page.gap(at).is_plain()).count();
            let next = end + links;
            let is_origin = page.place(next).is_some() && end > at + 1;
            if links == 0 || !page.gap(next).is_plain() || !is_name(next) || is_origin || !self.is_free(next) {
                break;
            }
            end = next + 1;
        }
        let is_office = end == at + 1 && (page.office(at).is_some() || page.honorific(at).is_some());
        if end <= at || place_end >= end || self.runs_into_contest(at, end) {
            self.taken.get_mut(at..place_end).into_iter().for_each(|own| own.fill(true));
            return;
        }
        // "CE250": a part of a code.
        if page.gap(end) == Gap::default() && page.shape(end) == Shape::Number {
            return;
        }
        // The first word of a sentence has a capital in any case.
        let is_sentence = page.is_first(at) && end == at + 1 && !is_verb(page, end);
        if is_office || is_sentence {
            return;
        }
        end = self.with_tail(at, end);
        let is_letter = page.tokens.folded(at).chars().nth(1).is_none() && end == at + 1;
        if !is_letter {
            self.add(at..end, page.span(at, end, &crate::mention::token::Reading::default()), Kind::Capital);
        }
    }

    /// Whether a prize or a contest is what a row of capitals names.
    fn runs_into_contest(&self, at: usize, end: usize) -> bool {
        let page = self.page;
        let is_it = |at: usize| self.has(at, PrizeCue::Contest) || is_prize(page, at);
        let before = (at.saturating_sub(3)..at).rev().take_while(|&at| page.gap(at + 1).is_plain());
        let is_after = page.gap(end).is_plain() && page.is_capital(end) && is_it(end);
        let is_before = before
            .take_while(|&at| is_small(page, at) || is_it(at))
            .any(|before| is_it(before) && page.is_capital(before));
        is_after || is_before
    }

    /// The end of a name with the words in lower case that belong to it: "Pixels du désert".
    fn with_tail(&self, at: usize, end: usize) -> usize {
        let page = self.page;
        let goes_on = |at: usize| {
            page.shape(at) == Shape::Lower
                && page.gap(at).is_plain()
                && self.is_free(at)
                && page.prizes(at).next().is_none()
        };
        if !page.has_class(NameClass::Low) {
            return end;
        }
        let links = usize::from(goes_on(end) && page.is(end, NameClass::Of));
        let is_plain_noun = |at: usize| goes_on(at) && !page.is(at, NameClass::Plain) && !is_small(page, at);
        let count = (end + links..end + links + MAX_TAIL).take_while(|&at| is_plain_noun(at)).count();
        let next = end + links + count;
        let is_closed = !page.gap(next).is_plain() || ends_name(page, next);
        let is_article = |at: usize| page.is(at, NameClass::Article);
        let has_article = links == 0 && (is_article(at) || at > 0 && page.gap(at).is_plain() && is_article(at - 1));
        if count > 0 && is_closed && (links > 0 || has_article) { next } else { end }
    }

    /// Words nobody knows, after a noun that says what somebody is.
    fn stranger(&mut self, at: usize) {
        let page = self.page;
        let is_unknown = |at: usize| crate::mention::person::is_stranger(page, at);
        if !self.is_free(at) || !is_unknown(at) || at == 0 || !page.gap(at).is_plain() {
            return;
        }
        let is_noun = |at: usize| page.demonym(at).is_some() || page.is_definite(at) || page.office(at).is_some();
        let is_fused = page.tokens.readings(at - 1).iter().any(|reading| reading.is_definite);
        if !is_noun(at - 1) && !is_fused || !self.is_free(at - 1) || page.place(at - 1).is_some() {
            return;
        }
        let mut end = at;
        while end < at + 4 && (end == at || page.gap(end).is_plain()) && self.is_free(end) && is_unknown(end) {
            end += 1;
        }
        if end >= at + MIN_STRANGER && (!page.gap(end).is_plain() || ends_name(page, end)) {
            self.add(at..end, page.span(at, end, &crate::mention::token::Reading::default()), Kind::Person);
        }
    }
}

/// Whether a word cannot go on with a name.
fn ends_name(page: &Page<'_>, at: usize) -> bool {
    page.is(at, NameClass::Stop)
        || page.is_verb(at)
        || page.prizes(at).next().is_some()
        || page.is(at, NameClass::Plain)
        || page.tokens.readings(at).iter().any(|reading| reading.cut > 0 || reading.is_fused)
}

/// Whether a word only joins others: "of the".
pub(super) fn is_small(page: &Page<'_>, at: usize) -> bool {
    !page.is_uncased(at) && !page.is_capital(at) && (page.is(at, NameClass::Of) || page.is(at, NameClass::Article))
}

/// Whether a verb of prizes stands at a word, with one that helps it before it at most.
fn is_verb(page: &Page<'_>, at: usize) -> bool {
    use PrizeCue::{Beat, Finish, Give, Go, Share, Win};
    let is_it = |sense: Sense| matches!(sense, Sense::Prize(Win | Go | Give | Share | Finish | Beat, _));
    (at..=at + 1).any(|at| page.gap(at).is_plain() && page.prizes(at).any(|found| is_it(found.meant.sense)))
}

fn is_prize(page: &Page<'_>, at: usize) -> bool {
    use PrizeCue::{Medal, Mention, Prize, Prizes};
    page.prizes(at).any(|found| matches!(found.meant.sense, Sense::Prize(Prize | Prizes | Medal | Mention, _)))
}

/// The longest phrase at a word that says something of prizes.
pub(super) fn cue(page: &Page<'_>, at: usize, cue: PrizeCue) -> Option<Match> {
    let own = page.prizes(at).filter(|found| matches!(found.meant.sense, Sense::Prize(own, _) if own == cue));
    own.max_by_key(|found| found.end).copied()
}

pub(super) fn has_cue(page: &Page<'_>, at: usize, wanted: PrizeCue) -> bool {
    cue(page, at, wanted).is_some()
}
