//! A sentence while it is being read: its signs, its phrases, and the happenings that come of them.

use std::ops::Range;

use super::actor::{Actor, Lists, Who};
use super::noun::Phrase;
use super::reader::Reader;
use super::sign::{Says, Sign};
use super::{Happening, Plainness};
use crate::mention::reading::Page;
use crate::model::EventType;
use crate::resources::{Cue, Form, Number, Phase, Relation};
use crate::text::Span;

/// A sentence that is being read.
pub(super) struct Sentence<'s, 'r, 'a> {
    pub(super) reader: &'s Reader<'r, 'a>,
    pub(super) words: Range<usize>,
    pub(super) signs: Vec<Sign>,
    pub(super) phrases: Vec<Phrase>,
    pub(super) found: Vec<Happening>,
    /// Who is named in it.
    pub(super) actors: &'s [Actor],
    /// The happening of each phrase, and of each act by its sign.
    pub(super) of_phrase: Vec<usize>,
    pub(super) of_act: Vec<(usize, usize)>,
    /// The happening that holds what is said of an event this sentence does not name.
    pub(super) floating: Option<usize>,
    /// Where each event begins to govern what follows, in order.
    pub(super) anchors: Vec<(usize, usize)>,
}

impl<'s, 'r, 'a> Sentence<'s, 'r, 'a> {
    pub(super) fn new(reader: &'s Reader<'r, 'a>, words: Range<usize>, signs: Vec<Sign>, phrases: Vec<Phrase>) -> Self {
        let actors = &reader.actors;
        let from = actors.partition_point(|actor| actor.words.start < words.start);
        let until = actors.partition_point(|actor| actor.words.start < words.end);
        Self {
            reader,
            actors: actors.get(from..until).unwrap_or_default(),
            words,
            signs,
            phrases,
            found: Vec::new(),
            of_phrase: Vec::new(),
            of_act: Vec::new(),
            floating: None,
            anchors: Vec::new(),
        }
    }

    pub(super) fn page(&self) -> &'r Page<'a> {
        self.reader.page
    }

    pub(super) fn read(mut self) -> Vec<Happening> {
        for at in 0..self.phrases.len() {
            let happening = self.named(at);
            self.of_phrase.push(self.found.len());
            self.found.push(happening);
        }
        self.read_acts();
        self.merge_acts();
        self.read_phases();
        self.read_anchors();
        self.read_frames();
        self.read_relations();
        self.read_hosts();
        self.read_people();
        self.walk();
        self.read_themes();
        self.read_rest();
        self.merge_series();
        self.share();
        self.found
    }

    pub(super) fn blank(&self, trigger: Span) -> Happening {
        let page = self.page();
        let span = |from: usize, until: usize| page.span(from, until, &Default::default());
        let sentence = span(self.words.start, self.words.end);
        Happening {
            is_title: self.reader.is_title(&self.words),
            sentence,
            number: self.reader.number,
            trigger,
            is_short: true,
            is_definite: true,
            ..Happening::default()
        }
    }

    /// The happening that a noun phrase names.
    fn named(&self, at: usize) -> Happening {
        let page = self.page();
        let Some(phrase) = self.phrases.get(at) else { return self.blank(Span::default()) };
        let own = self.signs.iter().find(|sign| sign.words == phrase.noun);
        let reading = own.map(|sign| sign.reading).unwrap_or_default();
        let trigger = page.span(phrase.noun.start, phrase.noun.end, &reading);
        let cut = if phrase.words.start == phrase.noun.start { reading } else { Default::default() };
        let name = with_mark(page.tokens.text, page.span(phrase.words.start, phrase.words.end, &cut));
        let mut happening = Happening {
            kind: phrase.kind,
            plainness: match () {
                () if phrase.is_part || phrase.kind.is_none() => Plainness::Reference,
                () if phrase.kind == Some(EventType::Statement) => Plainness::Said,
                () if phrase.number == Number::One && phrase.edition.is_some() => Plainness::Noun,
                () => Plainness::Bare,
            },
            head: page.tokens.bare(phrase.noun.start, page.names),
            words: (phrase.words.clone())
                .filter(|&word| page.tokens.folded(word).chars().nth(2).is_some())
                .map(|word| page.tokens.bare(word, page.names))
                .collect(),
            name: Some(name),
            is_thing: phrase.is_thing(),
            is_several: phrase.number == Number::Several,
            is_short: phrase.words.end <= phrase.noun.end,
            is_definite: phrase.is_definite,
            edition: phrase.edition,
            turn: phrase.turn,
            ..self.blank(trigger)
        };
        if phrase.of_body {
            let lists = self.lists();
            let body = lists.after(phrase.noun.end).into_iter().find_map(|actor| match actor.who {
                Who::Organization(at) => Some(at),
                Who::Person(_) => None,
            });
            happening.organizations.extend(body.map(|at| (Relation::Organizer, at)));
        }
        happening
    }

    pub(super) fn lists(&self) -> Lists<'_, 's, 'a> {
        Lists {
            page: self.reader.page,
            signs: &self.signs,
            actors: self.actors,
            sentence: self.words.clone(),
            places: &self.reader.places,
        }
    }

    pub(super) fn at(&mut self, happening: usize) -> Option<&mut Happening> {
        self.found.get_mut(happening)
    }

    /// The happening for what is said of an event that this sentence does not name.
    pub(super) fn float(&mut self) -> usize {
        if let Some(floating) = self.floating {
            return floating;
        }
        let happening = self.blank(self.page().span(self.words.start, self.words.end, &Default::default()));
        self.found.push(happening);
        let at = self.found.len() - 1;
        self.floating = Some(at);
        at
    }

    /// Where each event begins to govern what follows.
    fn read_anchors(&mut self) {
        let phrases = self.phrases.iter().zip(&self.of_phrase).filter(|(phrase, _)| !self.is_in_theme(phrase));
        let phrases = phrases.map(|(phrase, &of)| (phrase.noun.start, of));
        let acts = self.of_act.iter().filter_map(|&(sign, of)| Some((self.signs.get(sign)?.words.start, of)));
        let verbs = self.signs.iter().filter_map(|sign| match sign.says {
            Says::Phase(phase, form) if !matches!(phase, Phase::Aim | Phase::Announce) && form != Form::Noun => {
                Some((sign.words.start, self.subject(sign, phase)?))
            }
            _ => None,
        });
        let mut anchors: Vec<(usize, usize)> = phrases.chain(acts).chain(verbs).collect();
        anchors.sort_by_key(|(word, _)| *word);
        self.anchors = anchors;
    }

    /// Whether a phrase names a thing that another event is about: "a workshop on books in Cairo" is held there.
    pub(super) fn is_in_theme(&self, thing: &Phrase) -> bool {
        let page = self.page();
        let start = thing.noun.start;
        let event = self.phrases.iter().rev().find(|phrase| phrase.noun.end <= start && !phrase.is_thing());
        let Some(event) = event.filter(|_| thing.is_thing()) else { return false };
        let is_about = page.has_cue(event.words.end, Cue::About);
        event.words.contains(&start) || is_about && (event.words.end + 1..start).all(|at| page.gap(at).is_plain())
    }

    /// What governs the words at a place: the nearest event before it, else the next.
    pub(super) fn governor(&self, word: usize) -> Option<usize> {
        let before = self.anchors.partition_point(|(at, _)| *at < word);
        let anchor = before.checked_sub(1).and_then(|at| self.anchors.get(at)).or_else(|| self.anchors.first());
        anchor.map(|(_, of)| *of)
    }
}

/// A span with the mark that closes a quotation in it.
fn with_mark(text: &str, span: Span) -> Span {
    let is_open = span.slice(text).contains(['«', '“', '"', '”']);
    let rest = text.get(span.end..).unwrap_or_default();
    let mark = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let closes = mark.chars().next().filter(|c| is_open && matches!(c, '»' | '”' | '"' | '“'));
    closes.map_or(span, |mark_char| Span::new(span.start, span.end + (rest.len() - mark.len()) + mark_char.len_utf8()))
}
