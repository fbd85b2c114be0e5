//! Takes the next word into a name, or ends the name before it.

use super::{Chain, goes_on_definite, read_from};
use crate::mention::organization::{goes_on, in_brackets};
use crate::mention::reading::Match;
use crate::mention::token::{Gap, Reading};
use crate::model::OrganizationType as Kind;
use crate::resources::{NameClass, Sense};

/// Most words of a title in quotation marks.
const MAX_TITLE: usize = 9;
/// Most nouns in construct before one with the article.
const MAX_OPEN: usize = 3;

impl Chain<'_, '_, '_> {
    /// Takes the next word into the name, or says that the name is over.
    pub(super) fn step(&mut self) -> bool {
        let page = self.finder.page;
        let at = self.at;
        if self.opens_title(at) {
            return self.take_title(at);
        }
        if !goes_on(page, at) || !page.is_uncased(at) {
            return false;
        }
        if let Some((found, ..)) = self.finder.known_at(at) {
            return self.take_body(found);
        }
        let is_purpose =
            self.kind == Kind::Programme && self.has_body && page.tokens.folded(at).starts_with(|c| self.is_to(c));
        if let Some(end) = self.region_after(at) {
            return self.take(end, true, true);
        }
        let is_stop = page.is(at, NameClass::Stop) && !page.is(at, NameClass::Naming) && !is_purpose;
        if is_stop || page.is_verb(at) && !page.is_given(at) || page.looks_like_verb(at) {
            return false;
        }
        if let Some((found, place)) = page.place(at).filter(|(found, _)| found.reading.cut == 0) {
            return self.take_place(&found, place);
        }
        if let Some((found, place)) =
            page.demonym(at).filter(|(found, _)| found.is_bare && found.reading.cut == 0 && !found.reading.is_fused)
        {
            self.country = self.country.or(Some(place));
            return self.take(found.end, true, true);
        }
        if page.is_definite(at) {
            return self.take_definite();
        }
        // A word that is known as a whole is not cut: وادي.
        let is_whole = !is_purpose
            && page.at(at).iter().any(|found| {
                found.end == at + 1 && found.reading.cut == 0 && !found.reading.is_fused && !found.is_bare
            });
        let cuts = || page.tokens.readings(at).iter().copied().filter(|_| !is_whole);
        let and = cuts().find(|reading| reading.has_and && reading.proclitic.is_none());
        if let Some(goes_on) = and.and_then(|reading| self.take_and(&reading)) {
            return goes_on;
        }
        let small = cuts().find(|reading| reading.proclitic.is_some() && !reading.has_and);
        if let Some(goes_on) = small.and_then(|reading| self.take_for(&reading)) {
            return goes_on;
        }
        if self.take_whole() {
            return false;
        }
        if let Some(goes_on) = self.take_for_unknown() {
            return goes_on;
        }
        self.take_noun()
    }

    pub(super) fn take(&mut self, end: usize, anchors: bool, names: bool) -> bool {
        self.at = end;
        self.is_anchored |= anchors;
        self.is_naming |= names;
        self.in_person = false;
        true
    }

    /// "in the Islamic world", "in Africa": a region of no one country is part of a name.
    pub(super) fn region_after(&self, at: usize) -> Option<usize> {
        let page = self.finder.page;
        let is_whole = self.is_anchored && self.has_body && page.is(at, NameClass::In) && goes_on(page, at + 1);
        let (found, place) = page.place(at + 1).filter(|_| is_whole)?;
        page.names.place(place).is_some_and(|place| place.country().is_none()).then_some(found.end)
    }

    /// Whether a title in quotation marks begins after the noun of a programme.
    pub(super) fn opens_title(&self, at: usize) -> bool {
        let page = self.finder.page;
        let is_titled = matches!(self.kind, Kind::Programme)
            && page.gap(at).has(Gap::QUOTE)
            && page.gap(at).is_only(Gap::QUOTE.and(Gap::SPACE));
        is_titled && self.title_end(at).is_some()
    }

    pub(super) fn title_end(&self, at: usize) -> Option<usize> {
        let page = self.finder.page;
        (at + 1..at + MAX_TITLE)
            .take_while(|&end| end == at + 1 || page.gap(end - 1).is_plain() || end - 1 == at)
            .find(|&end| page.gap(end).has(Gap::QUOTE))
    }

    pub(super) fn take_title(&mut self, at: usize) -> bool {
        let Some(end) = self.title_end(at) else { return false };
        self.take(end, true, true);
        self.has_body = true;
        false
    }

    /// A known body inside: the whole that this one belongs to.
    pub(super) fn take_body(&mut self, found: &Match) -> bool {
        let is_for = found.reading.proclitic.is_some_and(|c| self.is_to(c));
        if found.reading.has_and || found.reading.proclitic.is_some() && !is_for || self.has_body {
            return false;
        }
        // After an anchored name only "of" leads to another body.
        if self.is_anchored && !is_for {
            return false;
        }
        self.parent = Some(self.at..found.end);
        self.has_body = true;
        self.has_purpose |= is_for;
        let end = self.with_acronym(found.end);
        self.take(end, true, true)
    }

    /// After the name of a body its acronym in brackets belongs to what it stands in.
    pub(super) fn with_acronym(&self, end: usize) -> usize {
        let page = self.finder.page;
        let acronym = self.finder.known_at(end).filter(|(found, ..)| in_brackets(page, &(end..found.end)));
        acronym.map_or(end, |(found, ..)| found.end)
    }

    pub(super) fn take_place(&mut self, found: &Match, place: u32) -> bool {
        let is_hyphen = self.finder.page.gap(self.at) == Gap::HYPHEN;
        if self.is_anchored && !self.is_definite && !self.finder.page.is_definite(self.at) && !is_hyphen {
            // A place beside a whole name is where it is.
            return false;
        }
        let is_country = self.finder.page.names.place(place).is_some_and(|place| place.country().is_some());
        if is_country {
            self.country = self.country.or(Some(place));
        }
        self.take(found.end, true, true)
    }

    pub(super) fn take_definite(&mut self) -> bool {
        let page = self.finder.page;
        let at = self.at;
        if page.office(at).is_some_and(|(office, _)| office.is_bare && self.is_anchored) {
            return false;
        }
        if page.honorific(at).is_some() && !page.is(at, NameClass::Naming) {
            return false;
        }
        let names = page.is(at, NameClass::Naming);
        let was_person = self.in_person;
        // "The board of the foundation": a body by description anchors no name.
        let is_description = !self.is_anchored
            && !names
            && (page.head(at).is_some_and(|(found, _)| found.is_bare && found.end == at + 1)
                && !page.is(at, NameClass::Topic)
                || page.is(at, NameClass::PlaceHead));
        if is_description && !goes_on_definite(page, at + 1) {
            return false;
        }
        self.take(at + 1, true, names);
        self.in_person = was_person;
        true
    }

    /// "And": the name goes on with what bodies deal with, and ends before another name.
    pub(super) fn take_and(&mut self, reading: &Reading) -> Option<bool> {
        let page = self.finder.page;
        let at = self.at;
        let is_topic = page.at(at).iter().any(|found| {
            found.meant.sense == Sense::Word(NameClass::Topic) && found.reading.has_and && found.end == at + 1
        });
        let head = page.head(at).filter(|(found, _)| found.reading.has_and);
        if let Some((found, kind)) = head.filter(|_| !is_topic) {
            // "Exhibition and museum of ...": two heads of one name.
            let is_shared = !self.is_anchored
                && self.open == 0
                && self.is_definite == found.is_bare
                && kind != Kind::Movement
                && self.is_beside(at);
            self.is_shared |= is_shared;
            return Some(is_shared && self.take(found.end, false, false));
        }
        if !is_topic {
            // Nouns in a row for what it is: for the first and the second and the third.
            return Some(reading.is_definite && self.is_more(at) && self.take(at + 1, true, false));
        }
        if reading.is_definite {
            return Some(self.take(at + 1, true, false));
        }
        // Without the article it needs the noun that it is in construct with.
        let next_is_definite = goes_on(page, at + 1) && page.is_definite(at + 1)
            || page.tokens.readings(at + 1).iter().any(|r| r.is_definite && r.has_and) && goes_on(page, at + 1);
        Some(next_is_definite && self.take(at + 1, true, false))
    }

    /// Whether a noun with the article after "and" is more of what the name says: it follows a noun in construct or a purpose,
    /// and is no kind of body, office or people.
    pub(super) fn is_more(&self, at: usize) -> bool {
        let page = self.finder.page;
        let is_other = page.is(at, NameClass::Generic)
            || page.office(at).is_some()
            || page.honorific(at).is_some()
            || page.demonym(at).is_some()
            || page.place(at).is_some()
            || page.is(at, NameClass::Stop);
        (!self.is_definite || self.has_purpose) && self.country.is_none() && !self.has_body && !is_other
    }

    /// Whether a word follows the head right away.
    pub(super) fn is_beside(&self, at: usize) -> bool {
        at == self.start + 1
    }

    /// What the body is for, or whose it is.
    pub(super) fn take_for(&mut self, reading: &Reading) -> Option<bool> {
        let page = self.finder.page;
        let at = self.at;
        let Some(proclitic) = reading.proclitic else { return Some(false) };
        if !self.is_to(proclitic) {
            // Other small words end a name, when the rest is a word.
            let is_sure = reading.is_definite || reading.word.is_some();
            return is_sure.then_some(false);
        }
        let is_topic = page.is(at, NameClass::Topic);
        let head = page.head(at).filter(|(found, kind)| {
            found.reading.proclitic == Some(proclitic) && !found.reading.has_and && !(is_topic && *kind == Kind::Unit)
        });
        if let Some((found, kind)) = head {
            let nested = read_from(self.finder, at, &found, kind, self.depth + 1)
                .filter(|draft| !draft.is_nominal || found.is_bare)?;
            if nested.is_nominal && !(self.is_definite || self.is_anchored || self.open > 0) {
                return Some(false);
            }
            self.parent = Some(nested.words.clone());
            self.has_body = true;
            self.is_naming = true;
            self.is_anchored = true;
            self.at = nested.words.end;
            return Some(false);
        }
        if reading.is_fused {
            self.has_purpose = true;
            return Some(self.take(at + 1, true, true));
        }
        let is_known = page.at(at).iter().any(|found| {
            found.reading.proclitic == Some(proclitic)
                && matches!(found.meant.sense, Sense::Word(NameClass::Topic) | Sense::Place(_))
        });
        let opens = goes_on(page, at + 1) && page.is_definite(at + 1);
        if (is_known || self.has_body && self.is_anchored || self.is_definite && self.is_naming && !self.has_purpose)
            && (opens || is_known)
            && (self.is_anchored || self.is_definite || self.open > 0 && opens)
        {
            self.has_purpose = true;
            return Some(self.take(at + 1, is_known, true));
        }
        if !self.is_anchored && reading.word.is_some() {
            return Some(false);
        }
        None
    }

    /// Right after the head the name of another body: "مكتب وزارة الثقافة".
    fn take_whole(&mut self) -> bool {
        let page = self.finder.page;
        let at = self.at;
        let can_begin = !self.is_anchored && !self.is_definite && self.open == 0 && !page.is(at, NameClass::Topic);
        let head = page.head(at).filter(|(found, _)| can_begin && found.reading.cut == 0 && !found.is_bare);
        let whole = head.and_then(|(found, kind)| read_from(self.finder, at, &found, kind, self.depth + 1));
        let Some(whole) = whole.filter(|whole| !whole.is_nominal) else { return false };
        self.parent = Some(whole.words.clone());
        self.has_body = true;
        self.take(whole.words.end, true, true)
    }

    /// "For" and a noun nobody knows, in construct: الهيئة الإقليمية لرصد الغبار.
    pub(super) fn take_for_unknown(&mut self) -> Option<bool> {
        let page = self.finder.page;
        let at = self.at;
        let is_for = page.tokens.folded(at).starts_with(|c| self.is_to(c)) && page.at(at).is_empty();
        let opens = goes_on(page, at + 1)
            && (page.is_definite(at + 1)
                || goes_on(page, at + 2) && page.is_definite(at + 2) && page.at(at + 1).is_empty());
        if !(is_for && self.is_definite && self.is_naming && !self.has_purpose && opens) {
            return None;
        }
        self.has_purpose = true;
        self.take(at + 1, false, true);
        self.open = 0;
        self.is_anchored = false;
        Some(true)
    }

    /// A noun without the article: one in construct, or a part of a person's name.
    pub(super) fn take_noun(&mut self) -> bool {
        let page = self.finder.page;
        let at = self.at;
        let is_person = page.is_given(at) || page.is_compound(at) || page.is_family(at);
        if self.is_anchored {
            let is_row = self.in_person && (is_person || page.is_compound(at.saturating_sub(1)));
            if is_row || self.names_after_adjectives(at) {
                self.take(at + 1, true, false);
                self.in_person = is_row;
                return true;
            }
            return false;
        }
        if self.is_definite && (self.is_anchored || !self.has_purpose)
            || page.office(at).is_some() && !is_person
            || page.honorific(at).is_some_and(|(found, _)| !found.is_bare) && !is_person
        {
            return false;
        }
        // An adjective without the article describes a body without a name.
        if page.is(at, NameClass::Naming) && !is_person {
            return false;
        }
        let is_doubtful = page.is(at, NameClass::Ambiguous) && !page.is_given(at + 1) && !page.is_compound(at + 1);
        if is_person && !is_doubtful && !page.is(at, NameClass::Topic) {
            self.take(at + 1, true, true);
            self.in_person = true;
            return true;
        }
        // "شركة سوناترانس": a word nobody knows that does not agree with the head, and nothing after it.
        if self.open == 0 && self.is_brand(at) {
            return self.take(at + 1, true, true);
        }
        self.open += 1;
        self.open <= MAX_OPEN && self.take(at + 1, false, false)
    }

    /// Whether a word is the name of a body by itself: nobody knows it, it is no adjective that agrees with a feminine head, and
    /// the phrase ends after it or goes on with what the body is for.
    pub(super) fn is_brand(&self, at: usize) -> bool {
        let page = self.finder.page;
        let head = page.tokens.folded(at - 1);
        let word = page.tokens.folded(at);
        let ending = head.chars().next_back();
        let is_feminine =
            page.has_class(NameClass::Feminine) && page.names.feminine.iter().any(|end| ending == Some(*end));
        let agrees =
            word.chars().next_back() == ending || page.names.plural.iter().any(|end| word.ends_with(end.as_str()));
        let next = at + 1;
        let ends = !page.gap(next).is_plain()
            || page.is(next, NameClass::Stop)
            || page.is_verb(next)
            || page
                .tokens
                .readings(next)
                .iter()
                .any(|reading| reading.proclitic.is_some() && (reading.is_definite || reading.word.is_some()));
        at == self.start + 1
            && is_feminine
            && page.at(at).is_empty()
            && !agrees
            && word.chars().nth(3).is_some()
            && ends
            && !page.looks_like_verb(at)
    }

    /// "المؤسسة الثانوية X": a name beside a noun and its adjectives.
    pub(super) fn names_after_adjectives(&self, at: usize) -> bool {
        let page = self.finder.page;
        let can_be_called = matches!(self.kind, Kind::School | Kind::Hospital | Kind::Company | Kind::Museum);
        let is_unknown = page.at(at).is_empty();
        self.is_definite && can_be_called && self.is_naming && is_unknown && !self.has_purpose
    }
}
