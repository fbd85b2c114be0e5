//! An article as its sentences are read one after the other: what each word is part of, and where places and dates begin.

use std::ops::Range;

use super::actor::{Actor, actors};
use super::clause::Sentence;
use super::noun::Nouns;
use super::sentence::quotes;
use super::sign::signs;
use super::{Happening, Scene};
use crate::mention::reading::{Match, Page};
use crate::mention::token::{Gap, Shape};
use crate::model::{MentionForm, PlaceBasis};
use crate::resources::{Cue, NameClass, Number, Sense};
use crate::text::Span;

/// Reads the sentences of an article, one after the other.
pub(super) struct Reader<'r, 'a> {
    pub(super) page: &'r Page<'a>,
    pub(super) scene: &'r Scene<'r>,
    pub(super) actors: Vec<Actor>,
    /// For every word: whether it belongs to the name of a body or a person.
    pub(super) taken: Vec<Taken>,
    /// The date and the place that begin at each word.
    pub(super) dates: Vec<Option<usize>>,
    pub(super) places: Vec<Option<usize>>,
    /// The number of the sentence, and of the first that is neither title nor dateline.
    pub(super) number: usize,
    pub(super) first: usize,
    pub(super) happenings: Vec<Happening>,
}

/// What a word is part of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Taken {
    #[default]
    Free,
    Body,
    Person,
    Role,
    Date,
    Filed,
}

impl<'r, 'a> Reader<'r, 'a> {
    pub(super) fn new(page: &'r Page<'a>, scene: &'r Scene<'r>) -> Self {
        let mut reader = Self {
            page,
            scene,
            actors: actors(page, scene),
            taken: vec![Taken::Free; page.len()],
            dates: vec![None; page.len()],
            places: vec![None; page.len()],
            number: 0,
            first: 0,
            happenings: Vec::new(),
        };
        for person in scene.people {
            person.roles.iter().for_each(|role| reader.take(role.span, Taken::Role));
        }
        for name in scene.organizations.iter().filter(|name| name.is_office) {
            reader.take(name.span, Taken::Role);
        }
        for name in scene.organizations.iter().filter(|name| name.form != MentionForm::Nominal && !name.is_office) {
            reader.take(name.span, Taken::Body);
            // A body nobody knows whose name begins like that of an event may be one.
            let is_event = |found: &Match| matches!(found.meant.sense, Sense::Event(_, Number::One));
            let first = name.words.start;
            if name.known.is_none() && page.at(first).iter().any(is_event) {
                reader.taken.get_mut(first).into_iter().for_each(|taken| *taken = Taken::Free);
            }
        }
        scene.people.iter().for_each(|person| reader.take(person.span, Taken::Person));
        for (at, date) in scene.dates.iter().enumerate() {
            let word = reader.word(*date);
            reader.dates.get_mut(word).into_iter().for_each(|entry| *entry = Some(at));
            reader.take(*date, Taken::Date);
        }
        for (at, place) in scene.places.iter().enumerate() {
            let word = reader.word(place.span);
            reader.places.get_mut(word).into_iter().for_each(|entry| *entry = Some(at));
        }
        scene.filed.iter().for_each(|filed| reader.take(*filed, Taken::Filed));
        reader
    }

    /// The word that holds the beginning of a span.
    pub(super) fn word(&self, span: Span) -> usize {
        self.page.tokens.list.partition_point(|token| token.span.end <= span.start)
    }

    fn take(&mut self, span: Span, as_: Taken) {
        let from = self.word(span);
        let until = self.page.tokens.list.partition_point(|token| token.span.start < span.end);
        self.taken.get_mut(from..until).into_iter().flatten().for_each(|taken| *taken = as_);
    }

    pub(super) fn is_title(&self, words: &Range<usize>) -> bool {
        let span = self.page.span(words.start, words.end, &Default::default());
        self.scene.titles.iter().any(|title| title.contains(span))
    }

    pub(super) fn is(&self, word: usize, taken: Taken) -> bool {
        self.taken.get(word) == Some(&taken)
    }

    pub(super) fn read(&mut self, sentence: Range<usize>) {
        let quoted = quotes(self.page, &sentence);
        let is_quoted =
            |word: usize| quoted.get(word - sentence.start).copied().flatten().is_some_and(|from| word > from + 1);
        let is_taken = |word: usize| !self.is(word, Taken::Free);
        let is_actor = |word: usize| matches!(self.taken.get(word), Some(Taken::Body | Taken::Person | Taken::Role));
        let mut signs = signs(self.page, &sentence, is_taken, is_actor);
        signs.retain(|sign| !is_quoted(sign.words.start));
        let stops = |word: usize| {
            matches!(self.taken.get(word), Some(Taken::Date | Taken::Person | Taken::Filed))
                || self.is_location(word).is_some()
        };
        let is_body = |word: usize| self.is(word, Taken::Body);
        let nouns =
            Nouns { page: self.page, signs: &signs, sentence: sentence.clone(), stops: &stops, is_body: &is_body };
        let phrases = nouns.phrases();
        let sentence_end = sentence.end;
        let span = self.page.token(sentence.start).map(|token| token.span);
        let found = Sentence::new(self, sentence, signs, phrases).read();
        let is_aside = self.is(sentence_end - 1, Taken::Filed)
            || span.is_some_and(|span| self.scene.titles.iter().any(|title| title.contains(span)));
        if is_aside && self.first == self.number {
            self.first += 1;
        }
        let first = self.happenings.len();
        self.happenings.extend(found.into_iter().map(|mut happening| {
            happening.frame = happening.frame.map(|frame| frame + first);
            happening
        }));
        self.number += 1;
    }

    /// The place that stands at a word, after a small word that says where.
    pub(super) fn is_location(&self, word: usize) -> Option<usize> {
        let page = self.page;
        let place = self.places.get(word).copied().flatten()?;
        if matches!(self.taken.get(word), Some(Taken::Body | Taken::Role | Taken::Filed | Taken::Person)) {
            return None;
        }
        let name = self.scene.places.get(place).filter(|name| name.basis == PlaceBasis::Stated)?;
        let within = |c: char| page.names.clitics.iter().any(|clitics| clitics.within.contains(&c));
        let has_clitic = name.clitic.as_ref().is_some_and(|clitic| clitic.chars().last().is_some_and(within));
        let is_small = |at: usize| {
            page.is(at, NameClass::PlaceHead) || page.is(at, NameClass::Article) || page.is(at, NameClass::Of)
        };
        let is_where = |at: usize| {
            let in_clitic = page.tokens.readings(at).iter().any(|reading| reading.proclitic.is_some_and(within))
                && page.is(at, NameClass::PlaceHead);
            page.has_cue(at, Cue::Where) || in_clitic
        };
        let first = (1..=3).take_while(|back| word >= *back && page.gap(word + 1 - back).is_plain()).find_map(|back| {
            let at = word - back;
            if is_where(at) { Some(true) } else { (!is_small(at)).then_some(false) }
        });
        // "Namur: …" at the head of a title.
        let is_head = self.is_title(&(word..word + 1))
            && page.is_first(word)
            && page.gap(word + 1).has(Gap::COLON.and(Gap::STOP));
        (has_clitic || first == Some(true) || is_head).then_some(place)
    }

    /// The name of a town that stands at a word, when it is not known.
    pub(super) fn town(&self, word: usize) -> Option<(Span, Option<usize>)> {
        let page = self.page;
        let before = word.checked_sub(1)?;
        let is_free = |at: usize| {
            self.is(at, Taken::Free)
                && self.places.get(at).is_some_and(Option::is_none)
                && page.head(at).is_none()
                && page.demonym(at).is_none()
                && !page.is(at, NameClass::Venue)
                && !page.is(at, NameClass::Topic)
                && !page.is(at, NameClass::PlaceHead)
        };
        let is_name =
            |at: usize| is_free(at) && (page.is_uncased(at) || matches!(page.shape(at), Shape::Title | Shape::Mixed));
        let is_in_city =
            || (before.saturating_sub(3)..=before).any(|at| page.cues(at, Cue::InCity).any(|found| found.end == word));
        if !page.gap(word).is_only(Gap::SPACE) || !is_in_city() || !is_name(word) || page.is_shouted(word) {
            return None;
        }
        let goes_on = |at: &usize| {
            !page.is_uncased(*at) && page.gap(*at).is_only(Gap::SPACE.and(Gap::HYPHEN)) && page.is_capital(*at)
        };
        let end = (word + 1..word + 4).take_while(goes_on).last().map_or(word + 1, |last| last + 1);
        if !(word..end).all(is_name) {
            return None;
        }
        let country = (end..end + 2).find_map(|at| self.places.get(at).copied().flatten());
        Some((page.span(word, end, &Default::default()), country))
    }
}
