//! Reads a sentence: which events it speaks of, and what it says of each.

use std::ops::Range;

use super::actor::{Actor, Lists, Who, actors};
use super::noun::{Nouns, Phrase};
use super::sentence::quotes;
use super::sign::{Says, Sign, signs};
use super::{Happening, Mode, Plainness, Scene, Turn};
use crate::mention::reading::Page;
use crate::mention::token::Gap;
use crate::model::{EventType, MentionForm, ParticipantRole, PlaceBasis};
use crate::resources::{Cue, Form, NameClass, Number, Phase, Relation, Sense};
use crate::text::Span;

/// Most words of a theme and of an outcome.
const MAX_THEME: usize = 22;
const MAX_OUTCOME: usize = 60;
/// Sentences of an article in which a verb alone may tell of an event.
const LEAD: usize = 3;
/// Most words between an event and the year it is of.
const MAX_YEAR: usize = 4;

/// Reads the sentences of an article, one after the other.
pub(super) struct Reader<'r, 'a> {
    page: &'r Page<'a>,
    scene: &'r Scene<'r>,
    actors: Vec<Actor>,
    /// For every word: whether it belongs to the name of a body or a person.
    taken: Vec<Taken>,
    /// The date and the place that begin at each word.
    dates: Vec<Option<usize>>,
    places: Vec<Option<usize>>,
    /// The number of the sentence, and of the first that is neither title nor dateline.
    number: usize,
    first: usize,
    pub(super) happenings: Vec<Happening>,
}

/// What a word is part of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Taken {
    #[default]
    Free,
    Body,
    Person,
    Role,
    Date,
    Dateline,
}

/// What governs the words that come next: an event, and what was last said of it.
#[derive(Clone, Copy, Debug)]
struct Governor {
    happening: usize,
    phase: Option<Phase>,
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
        for name in scene.organizations.iter().filter(|name| name.form != MentionForm::Nominal && !name.is_office) {
            reader.take(name.span, Taken::Body);
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
        scene.dateline.into_iter().for_each(|dateline| reader.take(dateline, Taken::Dateline));
        reader
    }

    /// The word that holds the beginning of a span.
    fn word(&self, span: Span) -> usize {
        self.page.tokens.list.partition_point(|token| token.span.end <= span.start)
    }

    fn take(&mut self, span: Span, as_: Taken) {
        let from = self.word(span);
        let until = self.page.tokens.list.partition_point(|token| token.span.start < span.end);
        self.taken.get_mut(from..until).into_iter().flatten().for_each(|taken| *taken = as_);
    }

    fn is(&self, word: usize, taken: Taken) -> bool {
        self.taken.get(word) == Some(&taken)
    }

    pub(super) fn read(&mut self, sentence: Range<usize>) {
        let quoted = quotes(self.page, &sentence);
        let is_quoted =
            |word: usize| quoted.get(word - sentence.start).copied().flatten().is_some_and(|from| word > from + 1);
        let is_taken = |word: usize| !self.is(word, Taken::Free);
        let mut signs = signs(self.page, &sentence, is_taken);
        signs.retain(|sign| !is_quoted(sign.words.start));
        let stops = |word: usize| {
            matches!(self.taken.get(word), Some(Taken::Date | Taken::Person | Taken::Dateline))
                || self.is_location(word).is_some()
        };
        let is_body = |word: usize| self.is(word, Taken::Body);
        let nouns =
            Nouns { page: self.page, signs: &signs, sentence: sentence.clone(), stops: &stops, is_body: &is_body };
        let phrases = nouns.phrases();
        let sentence_end = sentence.end;
        let span = self.page.token(sentence.start).map(|token| token.span);
        let mut reading = Sentence::new(self, sentence, signs, phrases);
        reading.read();
        let found = std::mem::take(&mut reading.found);
        drop(reading);
        let is_aside = self.is(sentence_end - 1, Taken::Dateline)
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
    fn is_location(&self, word: usize) -> Option<usize> {
        let page = self.page;
        let place = self.places.get(word).copied().flatten()?;
        if matches!(self.taken.get(word), Some(Taken::Body | Taken::Role | Taken::Dateline | Taken::Person)) {
            return None;
        }
        let name = self.scene.places.get(place).filter(|name| name.basis == PlaceBasis::Stated)?;
        let within = |c: char| page.names.clitics.iter().any(|clitics| clitics.within.contains(&c));
        let has_clitic = name.clitic.as_ref().is_some_and(|clitic| clitic.chars().last().is_some_and(within));
        let is_small = |at: usize| {
            page.is(at, NameClass::PlaceHead) || page.is(at, NameClass::Article) || page.is(at, NameClass::Of)
        };
        let is_where = |at: usize| {
            let cue = |found: &crate::mention::reading::Match| found.meant.sense == Sense::Cue(Cue::Where);
            let in_clitic = page.tokens.readings(at).iter().any(|reading| reading.proclitic.is_some_and(within))
                && page.is(at, NameClass::PlaceHead);
            page.at(at).iter().any(cue) || in_clitic
        };
        let first = (1..=3).take_while(|back| word >= *back && page.gap(word + 1 - back).is_plain()).find_map(|back| {
            let at = word - back;
            if is_where(at) { Some(true) } else { (!is_small(at)).then_some(false) }
        });
        (has_clitic || first == Some(true)).then_some(place)
    }
}

/// A sentence that is being read.
struct Sentence<'s, 'r, 'a> {
    reader: &'s Reader<'r, 'a>,
    words: Range<usize>,
    signs: Vec<Sign>,
    phrases: Vec<Phrase>,
    found: Vec<Happening>,
    /// The happening of each phrase, and of each act by its sign.
    of_phrase: Vec<usize>,
    of_act: Vec<(usize, usize)>,
    /// The happening that holds what is said of an event this sentence does not name.
    floating: Option<usize>,
}

impl<'s, 'r, 'a> Sentence<'s, 'r, 'a> {
    fn new(reader: &'s Reader<'r, 'a>, words: Range<usize>, signs: Vec<Sign>, phrases: Vec<Phrase>) -> Self {
        Self {
            reader,
            words,
            signs,
            phrases,
            found: Vec::new(),
            of_phrase: Vec::new(),
            of_act: Vec::new(),
            floating: None,
        }
    }

    fn page(&self) -> &'r Page<'a> {
        self.reader.page
    }

    fn read(&mut self) {
        for at in 0..self.phrases.len() {
            let happening = self.named(at);
            self.of_phrase.push(self.found.len());
            self.found.push(happening);
        }
        self.read_acts();
        self.merge_acts();
        self.read_phases();
        self.read_frames();
        self.read_relations();
        self.read_people();
        self.walk();
        self.read_themes();
        self.read_rest();
        self.merge_series();
        self.share();
    }

    fn blank(&self, trigger: Span) -> Happening {
        let page = self.page();
        let span = |from: usize, until: usize| page.span(from, until, &Default::default());
        let sentence = span(self.words.start, self.words.end);
        Happening {
            is_title: self.reader.scene.titles.iter().any(|title| title.contains(sentence)),
            sentence,
            number: self.reader.number,
            trigger,
            kind: None,
            plainness: Plainness::Reference,
            head: String::new(),
            name: None,
            words: Vec::new(),
            is_several: false,
            is_short: true,
            is_definite: true,
            edition: None,
            turn: Turn::This,
            phases: Vec::new(),
            is_planned: false,
            dates: Vec::new(),
            places: Vec::new(),
            venue: None,
            organizations: Vec::new(),
            announcers: Vec::new(),
            people: Vec::new(),
            countries: Vec::new(),
            quantities: Vec::new(),
            theme: None,
            outcome: None,
            mode: Mode::default(),
            frame: None,
            is_beside: false,
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
        let is_weak = matches!(phrase.kind, Some(EventType::Agreement | EventType::Publication));
        let mut happening = Happening {
            kind: phrase.kind,
            plainness: match () {
                () if phrase.is_part || phrase.kind.is_none() => Plainness::Reference,
                () if phrase.kind == Some(EventType::Statement) => Plainness::Said,
                () if phrase.number == Number::One && phrase.edition.is_some() && !is_weak => Plainness::Noun,
                () => Plainness::Bare,
            },
            head: page.tokens.bare(phrase.noun.start, page.names),
            words: (phrase.words.clone())
                .filter(|&word| page.tokens.folded(word).chars().nth(2).is_some())
                .map(|word| page.tokens.bare(word, page.names))
                .collect(),
            name: Some(name),
            is_several: phrase.number == Number::Several,
            is_short: phrase.words.end <= phrase.noun.end + 1,
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

    fn lists(&self) -> Lists<'_, 'a> {
        Lists { page: self.reader.page, signs: &self.signs, actors: &self.reader.actors, sentence: self.words.clone() }
    }

    fn at(&mut self, happening: usize) -> Option<&mut Happening> {
        self.found.get_mut(happening)
    }

    /// The phrase that begins next after a word, with no verb or pronoun between, and the one before.
    fn next_phrase(&self, word: usize) -> Option<usize> {
        let (at, phrase) = self.phrases.iter().enumerate().find(|(_, phrase)| phrase.noun.start >= word)?;
        let is_between = |sign: &&Sign| sign.words.start >= word && sign.words.end <= phrase.words.start;
        let is_barred = self.signs.iter().filter(is_between).any(|sign| {
            sign.is_cue(Cue::Relative)
                || matches!(sign.says, Says::Act(_, form) | Says::Phase(_, form) if form != Form::Noun)
        });
        (!is_barred).then_some(at)
    }

    fn last_phrase(&self, word: usize) -> Option<usize> {
        self.phrases.iter().rposition(|phrase| phrase.noun.end <= word)
    }

    /// Whether a verb speaks of what stands before it: "which it organises".
    fn looks_back(&self, sign: &Sign) -> bool {
        let from = self
            .last_phrase(sign.words.start)
            .and_then(|at| self.phrases.get(at))
            .map_or(self.words.start, |phrase| phrase.noun.end);
        let is_pronoun = |other: &Sign| {
            other.is_cue(Cue::Relative) && other.words.start >= from && other.words.end <= sign.words.start
        };
        self.signs.iter().any(is_pronoun)
    }

    /// Verbs that are events by themselves: of the noun they have, else on their own.
    fn read_acts(&mut self) {
        for index in 0..self.signs.len() {
            let Some(sign) = self.signs.get(index) else { continue };
            let Says::Act(kind, form) = sign.says else { continue };
            let (start, end) = (sign.words.start, sign.words.end);
            let trigger = self.page().span(start, end, &sign.reading);
            let fits = |at: &usize| {
                let Some(phrase) = self.phrases.get(*at) else { return false };
                opens(kind) && phrase.kind.is_some_and(|noun| !is_thing(noun)) || takes(kind, phrase.kind)
            };
            let back = || self.last_phrase(start).filter(fits);
            let object = match form {
                Form::Passive => back().or_else(|| self.next_phrase(end).filter(fits)),
                _ => self.next_phrase(end).filter(fits).or_else(|| back().filter(|_| self.looks_back(sign))),
            };
            if let Some(object) = object.and_then(|at| self.of_phrase.get(at)).copied() {
                let is_thing = self.found.get(object).and_then(|happening| happening.kind).is_some_and(is_thing);
                let happening = self.at(object);
                happening.into_iter().for_each(|happening| {
                    if opens(kind) && !is_thing {
                        happening.phases.push((Phase::Open, form));
                        happening.plainness = happening.plainness.max(Plainness::Noun);
                    } else {
                        happening.kind = Some(if takes_over(kind) { kind } else { happening.kind.unwrap_or(kind) });
                        happening.phases.push((Phase::TakePlace, form));
                        happening.plainness = happening.plainness.max(Plainness::Act);
                        if takes_over(kind) {
                            happening.trigger = trigger;
                        }
                    }
                });
                self.of_act.push((index, object));
                continue;
            }
            if kind == EventType::AgreementSigning || kind == EventType::Agreement {
                continue;
            }
            let mut happening = self.blank(trigger);
            let is_lead = happening.is_title || self.reader.number < self.reader.first + LEAD;
            happening.kind = Some(kind);
            happening.is_definite = false;
            happening.phases.push((Phase::TakePlace, form));
            happening.plainness = if needs_object(kind) { Plainness::Said } else { Plainness::Act };
            if kind == EventType::Accession && form == Form::Noun && !self.lists().after(end).is_empty() {
                happening.plainness = Plainness::Act;
            }
            if kind == EventType::Meeting {
                let is_side = |sign: &&Sign| sign.is_cue(Cue::Delegation);
                let sides = self.lists().after(end).len()
                    + self.lists().before(start).len()
                    + self.signs.iter().filter(is_side).count();
                happening.plainness = match form {
                    Form::Noun => Plainness::Bare,
                    _ if sides >= 2 && is_lead => Plainness::Act,
                    _ => Plainness::Reference,
                };
            }
            if !is_lead {
                continue;
            }
            self.of_act.push((index, self.found.len()));
            self.found.push(happening);
        }
    }

    /// "Celebrated the opening of": the opening is what happens, and what is said of the verb is said of it.
    fn merge_acts(&mut self) {
        for at in 1..self.of_act.len() {
            let pair = self.of_act.get(at - 1).copied().zip(self.of_act.get(at).copied());
            let Some(((verb, weak), (noun, strong))) = pair else { continue };
            let says = |sign: usize| self.signs.get(sign).map(|sign| sign.says);
            let is_noun = matches!(says(noun), Some(Says::Act(_, Form::Noun)));
            let is_weak = matches!(says(verb), Some(Says::Act(kind, form)) if needs_object(kind) && form != Form::Noun);
            if !is_noun
                || !is_weak
                || weak == strong
                || !self.found.get(weak).is_some_and(|happening| happening.name.is_none())
            {
                continue;
            }
            let phases = self.found.get(weak).map(|happening| happening.phases.clone()).unwrap_or_default();
            self.at(strong).into_iter().for_each(|happening| happening.phases.extend(&phases));
            self.at(weak).into_iter().for_each(|happening| {
                happening.kind = None;
                happening.plainness = Plainness::Reference;
                happening.phases.clear();
            });
            self.of_act.get_mut(at - 1).into_iter().for_each(|act| act.1 = strong);
        }
    }

    /// The happening that a verb speaks of.
    fn subject(&self, sign: &Sign, phase: Phase) -> Option<usize> {
        let next = || self.next_phrase(sign.words.end);
        let last = || self.last_phrase(sign.words.start);
        let is_active = matches!(phase, Phase::Make | Phase::Hold | Phase::Host | Phase::Attend | Phase::Announce);
        let is_first = self.page().is_verb_first(sign.words.start);
        let is_noun = matches!(sign.says, Says::Phase(_, Form::Noun));
        let phrase = match () {
            () if self.looks_back(sign) => last().or_else(next),
            () if is_active || is_first || is_noun => next().or_else(last),
            () => last().or_else(next),
        };
        phrase.and_then(|at| self.of_phrase.get(at)).copied()
    }

    fn read_phases(&mut self) {
        for index in 0..self.signs.len() {
            let Some(sign) = self.signs.get(index).cloned() else { continue };
            let Says::Phase(phase, form) = sign.says else { continue };
            let subject = self.subject(&sign, phase).or_else(|| {
                (form != Form::Noun && !matches!(phase, Phase::Aim | Phase::Announce)).then(|| self.float())
            });
            let Some(happening) = subject.and_then(|at| self.at(at)) else { continue };
            // "For holding a conference": to come, unless the noun stands alone.
            let form = if form == Form::Noun && sign.reading.proclitic.is_some() { Form::Future } else { form };
            happening.phases.push((phase, form));
            // "Organising workshops": events in general.
            if happening.is_several && form == Form::Noun {
                continue;
            }
            if !matches!(phase, Phase::Aim | Phase::Announce)
                && happening.plainness == Plainness::Bare
                && !happening.kind.is_some_and(is_thing)
            {
                happening.plainness = Plainness::Noun;
            }
        }
    }

    /// The happening for what is said of an event that this sentence does not name.
    fn float(&mut self) -> usize {
        if let Some(floating) = self.floating {
            return floating;
        }
        let happening = self.blank(self.page().span(self.words.start, self.words.end, &Default::default()));
        self.found.push(happening);
        let at = self.found.len() - 1;
        self.floating = Some(at);
        at
    }

    /// What governs the words at a place: the nearest event before it, else the next.
    fn governor(&self, word: usize) -> Option<usize> {
        let phrases = self.phrases.iter().zip(&self.of_phrase).map(|(phrase, &of)| (phrase.noun.start, of));
        let acts = self.of_act.iter().filter_map(|&(sign, of)| Some((self.signs.get(sign)?.words.start, of)));
        let verbs = self.signs.iter().filter_map(|sign| match sign.says {
            Says::Phase(phase, form) if !matches!(phase, Phase::Aim | Phase::Announce) && form != Form::Noun => {
                Some((sign.words.start, self.subject(sign, phase)?))
            }
            _ => None,
        });
        let all: Vec<(usize, usize)> = phrases.chain(acts).chain(verbs).collect();
        let before = all.iter().filter(|(at, _)| *at < word).max_by_key(|(at, _)| *at);
        before.or_else(|| all.iter().min_by_key(|(at, _)| *at)).map(|(_, of)| *of)
    }

    /// "On the sidelines of the forum": the forum is the larger event.
    fn read_frames(&mut self) {
        let mut frames = Vec::new();
        for sign in self.signs.iter().filter(|sign| sign.is_cue(Cue::Frame)) {
            let Some(at) = self.next_phrase(sign.words.end) else { continue };
            let Some(phrase) = self.phrases.get(at).filter(|phrase| phrase.words.start <= sign.words.end + 8) else {
                continue;
            };
            let Some(&frame) = self.of_phrase.get(at) else { continue };
            let start = phrase.words.start;
            let others = self
                .phrases
                .iter()
                .zip(&self.of_phrase)
                .map(|(phrase, &of)| (phrase.words.start, of))
                .chain(self.of_act.iter().filter_map(|&(sign, of)| Some((self.signs.get(sign)?.words.start, of))));
            let others: Vec<(usize, usize)> = others.filter(|(_, of)| *of != frame).collect();
            let inner = others
                .iter()
                .filter(|(at, _)| *at < sign.words.start)
                .max_by_key(|(at, _)| *at)
                .or_else(|| others.iter().filter(|(at, _)| *at > start).min_by_key(|(at, _)| *at));
            frames.push((inner.map(|(_, of)| *of), frame));
        }
        for (inner, frame) in frames {
            let inner = inner.unwrap_or_else(|| self.float());
            self.at(inner).into_iter().for_each(|happening| happening.frame = Some(frame));
        }
        // "The summit, and the final of the contest": the same is said of both.
        for at in 1..self.phrases.len() {
            let Some((before, phrase)) = self.phrases.get(at - 1).zip(self.phrases.get(at)) else { continue };
            let joins = self.signs.get(phrase.signs.start).is_some_and(|sign| sign.reading.has_and)
                || self.page().is(phrase.words.start.saturating_sub(1), NameClass::And);
            let is_near =
                phrase.words.start <= before.words.end + 2 && before.kind != phrase.kind && phrase.kind.is_some();
            if let Some(&of) = self.of_phrase.get(at).filter(|_| joins && is_near) {
                self.at(of).into_iter().for_each(|happening| happening.is_beside = true);
            }
        }
    }

    /// "The last of a series of workshops that X organises": what is said of the series is said of the workshop.
    fn merge_series(&mut self) {
        for at in 0..self.found.len() {
            let Some(series) = self.found.get(at).and_then(|happening| happening.frame) else { continue };
            let Some(of) = self.found.get(series).filter(|of| of.is_several).cloned() else { continue };
            self.at(series).into_iter().for_each(|series| series.plainness = Plainness::Reference);
            self.at(at).into_iter().for_each(|happening| {
                happening.frame = None;
                happening.organizations.extend(&of.organizations);
            });
        }
    }

    /// Of events side by side the same is said: of where and when, and by whom.
    fn share(&mut self) {
        for at in 1..self.found.len() {
            let Some((before, own)) =
                self.found.get(at - 1).cloned().zip(self.found.get(at).filter(|own| own.is_beside).cloned())
            else {
                continue;
            };
            for (at, other) in [(at, &before), (at - 1, &own)] {
                self.at(at).into_iter().for_each(|happening| {
                    if happening.dates.is_empty() {
                        happening.dates.clone_from(&other.dates);
                    }
                    if happening.places.is_empty() {
                        happening.places.clone_from(&other.places);
                    }
                    if happening.organizations.is_empty() {
                        happening.organizations.clone_from(&other.organizations);
                    }
                    if happening.phases.is_empty() {
                        happening.phases.clone_from(&other.phases);
                    }
                    happening.plainness = happening.plainness.max(other.plainness.min(Plainness::Noun));
                    happening.frame = happening.frame.or(other.frame);
                });
            }
        }
    }

    fn read_relations(&mut self) {
        let mut found = Vec::new();
        for sign in &self.signs {
            let relation = match sign.says {
                Says::Relation(relation) => relation,
                Says::Cue(Cue::By) if self.is_held(sign.words.start) => Relation::Organizer,
                _ => continue,
            };
            if relation == Relation::Beneficiary {
                continue;
            }
            let list = self.lists().after(sign.words.end);
            let venue = (relation == Relation::Host).then(|| self.venue(sign.words.start)).flatten();
            found.push((sign.words.start, relation, list, venue));
        }
        // Who does what a verb says.
        let mut announced = Vec::new();
        for (index, sign) in self.signs.iter().enumerate() {
            let (of, relation) = match sign.says {
                Says::Phase(phase, form) if matches!(form, Form::Past | Form::Present | Form::Future) => {
                    (self.subject(sign, phase), by_phase(phase))
                }
                Says::Act(kind, form) if form != Form::Passive => {
                    let of = self.of_act.iter().find(|(at, _)| *at == index).map(|(_, of)| *of);
                    if of.is_none() {
                        continue;
                    }
                    (of, Some(by_act(kind)))
                }
                _ => continue,
            };
            let Some(relation) = relation else { continue };
            let is_noun = matches!(sign.says, Says::Act(_, Form::Noun));
            let verb = if is_noun { self.verb_over(sign) } else { Some(sign) };
            let list = verb.map(|verb| self.doers(verb)).unwrap_or_default();
            if matches!(sign.says, Says::Phase(Phase::Announce, _)) {
                announced.extend(of.map(|of| (of, list.iter().map(|actor| actor.who).collect::<Vec<_>>())));
                continue;
            }
            found.push((sign.words.start, relation, list, None));
        }
        let found: Vec<(usize, Relation, Vec<(Who, bool)>, Option<Span>)> = found
            .into_iter()
            .map(|(word, relation, list, venue)| {
                (word, relation, list.into_iter().map(|actor| (actor.who, actor.is_office)).collect(), venue)
            })
            .collect();
        for (of, list) in announced {
            let bodies = list.into_iter().filter_map(|who| match who {
                Who::Organization(at) => Some(at),
                Who::Person(_) => None,
            });
            let bodies: Vec<usize> = bodies.collect();
            self.at(of).into_iter().for_each(|happening| happening.announcers.extend(&bodies));
        }
        for (word, relation, list, venue) in found {
            let sign = self
                .signs
                .iter()
                .find(|sign| sign.words.start == word && matches!(sign.says, Says::Phase(..) | Says::Act(..)))
                .cloned();
            let of = match sign.as_ref().map(|sign| sign.says) {
                Some(Says::Phase(phase, _)) => sign.as_ref().and_then(|sign| self.subject(sign, phase)),
                Some(Says::Act(..)) => self
                    .signs
                    .iter()
                    .position(|other| other.words.start == word && matches!(other.says, Says::Act(..)))
                    .and_then(|index| self.of_act.iter().find(|(at, _)| *at == index).map(|(_, of)| *of)),
                _ => self.governor(word),
            };
            if list.is_empty() && venue.is_none() {
                continue;
            }
            let of = of.unwrap_or_else(|| self.float());
            let Some(happening) = self.at(of) else { continue };
            for (who, is_office) in list {
                enter(happening, relation, who, is_office);
            }
            happening.venue = happening.venue.or(venue);
            if happening.plainness == Plainness::Bare && !happening.kind.is_some_and(is_thing) {
                happening.plainness = Plainness::Noun;
            }
        }
    }

    /// The verb that a noun made of a verb depends on: "announced the launch".
    fn verb_over(&self, sign: &Sign) -> Option<&Sign> {
        self.signs.iter().rfind(|other| other.words.end <= sign.words.start && other.is_verb())
    }

    /// Whether no small word stands between a verb and who does it: "opened in the ministry".
    fn is_plain(&self, from: usize, actor: &Actor) -> bool {
        let page = self.page();
        let within =
            |c: char| page.names.clitics.iter().any(|clitics| clitics.within.contains(&c) || clitics.to.contains(&c));
        let is_small = |word: usize| {
            let cut = page
                .tokens
                .readings(word)
                .iter()
                .find(|reading| reading.word.is_some() || reading.bare.is_some() || reading.is_definite);
            let is_date = self.reader.is(word, Taken::Date) || self.reader.is(word, Taken::Role);
            !is_date
                && (page.is(word, NameClass::Stop) && page.is_spelt_as_stop(word)
                    || cut.is_some_and(|reading| reading.proclitic.is_some_and(within)))
        };
        !(from..=actor.words.start).any(|word| is_small(word) && !self.reader.is(word, Taken::Person))
    }

    /// Whether "by" follows a verb that says that an event is held: "was convened by".
    fn is_held(&self, by: usize) -> bool {
        self.signs.iter().any(|sign| {
            sign.words.end <= by
                && by <= sign.words.end + 2
                && matches!(sign.says, Says::Phase(Phase::TakePlace | Phase::Open, form) if form != Form::Noun)
        })
    }

    /// The subject of an active verb.
    fn doers(&self, sign: &Sign) -> Vec<&'s Actor> {
        let lists = Lists {
            page: self.reader.page,
            signs: &self.signs,
            actors: &self.reader.actors,
            sentence: self.words.clone(),
        };
        let before = || lists.before(sign.words.start);
        let after = || lists.after(sign.words.end);
        let found = if self.page().is_verb_first(sign.words.start) {
            let after: Vec<&Actor> =
                after().into_iter().take_while(|actor| self.is_plain(sign.words.end, actor)).collect();
            // In headlines the subject comes first.
            if after.is_empty() { before() } else { after }
        } else {
            before()
        };
        let ids: Vec<Range<usize>> = found.iter().map(|actor| actor.words.clone()).collect();
        self.reader.actors.iter().filter(|actor| ids.contains(&actor.words)).collect()
    }

    /// Who did what: speech, chairing, signing.
    fn read_people(&mut self) {
        let mut found: Vec<(usize, ParticipantRole, Who)> = Vec::new();
        for sign in &self.signs {
            match sign.says {
                Says::Does(role) => {
                    let list = self.doers(sign);
                    let list =
                        if role == ParticipantRole::Attendee { list } else { list.into_iter().take(2).collect() };
                    found.extend(list.into_iter().map(|actor| (sign.words.start, role, actor.who)));
                }
                Says::DoneBy(role) => {
                    let list = self.lists().after(sign.words.end);
                    let most = if role == ParticipantRole::Attendee { list.len() } else { 1 };
                    found.extend(list.into_iter().take(most).map(|actor| (sign.words.start, role, actor.who)));
                }
                _ => {}
            }
        }
        for (word, role, who) in found {
            let of = self.governor(word).unwrap_or_else(|| self.float());
            let Some(happening) = self.at(of) else { continue };
            match who {
                Who::Person(at) => happening.people.push((role, at)),
                Who::Organization(at) if role == ParticipantRole::Attendee => {
                    happening.organizations.push((Relation::Attendee, at))
                }
                Who::Organization(_) => {}
            }
        }
    }

    /// Goes through the sentence and gives dates and places to what governs them.
    fn walk(&mut self) {
        let mut governor: Option<Governor> = None;
        let mut pending: Vec<usize> = Vec::new();
        let mut waiting: Vec<usize> = Vec::new();
        // Dates of what was said, which are those of what was announced.
        let mut spoken: Vec<usize> = Vec::new();
        let mut is_spoken = false;
        for word in self.words.clone() {
            if let Some(new) = self.governs(word) {
                governor = Some(new);
                is_spoken = false;
                if self.is_announced(word) {
                    pending.append(&mut spoken);
                }
                for date in pending.drain(..) {
                    self.date(new, date);
                }
                for place in waiting.drain(..) {
                    self.at(new.happening).into_iter().for_each(|happening| happening.places.push(place));
                }
            } else if self.signs.iter().any(|sign| sign.words.start == word && matches!(sign.says, Says::Does(_))) {
                is_spoken = true;
            }
            if let Some(date) =
                self.reader.dates.get(word).copied().flatten().filter(|_| !self.reader.is(word, Taken::Dateline))
            {
                match governor {
                    Some(governor) if !is_spoken => self.date(governor, date),
                    None if !is_spoken => pending.push(date),
                    _ => spoken.push(date),
                }
            }
            if let Some(place) = self.reader.is_location(word) {
                if let Some(happening) = governor.and_then(|governor| self.at(governor.happening)) {
                    if happening.turn != Turn::This && happening.plainness == Plainness::Bare {
                        happening.plainness = Plainness::Noun;
                    }
                }
                match governor {
                    Some(governor) => {
                        self.at(governor.happening).into_iter().for_each(|happening| happening.places.push(place))
                    }
                    None => waiting.push(place),
                }
            }
        }
    }

    /// What a word begins to speak of.
    fn governs(&mut self, word: usize) -> Option<Governor> {
        if let Some(at) = self.phrases.iter().position(|phrase| phrase.noun.start == word) {
            let happening = *self.of_phrase.get(at)?;
            let phases = &self.found.get(happening)?.phases;
            let phase =
                phases.iter().map(|(phase, _)| *phase).find(|phase| matches!(phase, Phase::Open | Phase::Close));
            return Some(Governor { happening, phase });
        }
        let sign = self
            .signs
            .iter()
            .position(|sign| sign.words.start == word && matches!(sign.says, Says::Phase(..) | Says::Act(..)))?;
        let own = self.signs.get(sign)?.clone();
        match own.says {
            Says::Phase(phase, _) if !matches!(phase, Phase::Aim | Phase::Announce) => {
                let happening = self.subject(&own, phase).or(self.floating)?;
                Some(Governor { happening, phase: Some(phase) })
            }
            Says::Act(kind, _) => {
                let happening = self.of_act.iter().find(|(at, _)| *at == sign).map(|(_, of)| *of)?;
                let is_opened = opens(kind) && self.found.get(happening)?.kind != Some(kind);
                Some(Governor { happening, phase: is_opened.then_some(Phase::Open) })
            }
            _ => None,
        }
    }

    /// Whether a noun made of a verb stands at a word: "the launch of".
    fn is_announced(&self, word: usize) -> bool {
        self.signs.iter().any(|sign| sign.words.start == word && matches!(sign.says, Says::Act(_, Form::Noun)))
    }

    /// A year alone is of an event only when it stands right behind it.
    fn is_far(&self, governor: Governor, date: usize) -> bool {
        let (Some(&span), true) = (self.reader.scene.dates.get(date), self.reader.scene.years.contains(&date)) else {
            return false;
        };
        let word = self.reader.word(span);
        let ends = self
            .phrases
            .iter()
            .zip(&self.of_phrase)
            .filter(|(_, of)| **of == governor.happening)
            .map(|(phrase, _)| phrase.words.end);
        let acts = self
            .of_act
            .iter()
            .filter(|(_, of)| *of == governor.happening)
            .filter_map(|(sign, _)| Some(self.signs.get(*sign)?.words.end));
        !ends.chain(acts).any(|end| (end..=end + MAX_YEAR).contains(&word))
    }

    fn date(&mut self, governor: Governor, date: usize) {
        if self.is_far(governor, date) {
            return;
        }
        if let Some(happening) = self.at(governor.happening) {
            happening.dates.push((date, governor.phase));
            if happening.plainness == Plainness::Bare && !happening.kind.is_some_and(is_thing) {
                happening.plainness = Plainness::Noun;
            }
        }
    }

    /// "Under the theme …", and what stands right after the noun: "on …".
    fn read_themes(&mut self) {
        for index in 0..self.signs.len() {
            let Some(sign) = self.signs.get(index).cloned() else { continue };
            let of = match sign.says {
                Says::Cue(Cue::Theme) => self.governor(sign.words.start),
                Says::Cue(Cue::About) => {
                    let at = self.phrases.iter().position(|phrase| phrase.words.end == sign.words.start);
                    at.and_then(|at| self.of_phrase.get(at))
                        .copied()
                        .filter(|_| self.reader.dates.get(sign.words.end).is_none_or(Option::is_none))
                }
                _ => continue,
            };
            let theme = self.phrase_after(sign.words.end);
            let Some(theme) = theme else { continue };
            let of = match of {
                Some(of) => of,
                None if sign.is_cue(Cue::Theme) => self.float(),
                None => continue,
            };
            let happening = self.at(of);
            happening.into_iter().for_each(|happening| happening.theme = happening.theme.or(Some(theme)));
        }
    }

    /// The quotation after a word, else the words up to what comes next.
    fn phrase_after(&self, from: usize) -> Option<Span> {
        let page = self.page();
        let until = |end: usize| (end > from).then(|| page.span(from, end, &Default::default()));
        if page.gap(from).has(Gap::QUOTE) {
            let end = (from + 1..=self.words.end.min(from + MAX_THEME)).find(|&at| page.gap(at).has(Gap::QUOTE));
            return until(end?);
        }
        let is_stop = |at: usize| {
            let gap = page.gap(at);
            gap.has(Gap::COMMA.and(Gap::OPEN).and(Gap::STOP).and(Gap::COLON)) && at > from
                || self.reader.is(at, Taken::Date)
                || self.reader.is_location(at).is_some()
                || self.signs.iter().any(|sign| sign.words.start == at && sign.ends_list() && !sign.is_noun())
        };
        let end = (from..self.words.end.min(from + MAX_THEME))
            .find(|&at| is_stop(at))
            .unwrap_or(self.words.end.min(from + MAX_THEME));
        let is_small = |at: usize| {
            page.is(at, NameClass::Stop)
                || page.is(at, NameClass::Article)
                || page.is(at, NameClass::Of)
                || page.is(at, NameClass::In)
                || page.is(at, NameClass::And)
        };
        let end = (from..end).rev().find(|&at| !is_small(at)).map_or(from, |at| at + 1);
        until(end)
    }

    /// A room or site where something happens: from the small word before it to what comes next.
    fn venue(&self, from: usize) -> Option<Span> {
        let page = self.page();
        let end = (from + 1..self.words.end.min(from + 12)).find(|&at| {
            page.gap(at).has(Gap::COMMA.and(Gap::STOP).and(Gap::COLON))
                || self.reader.is(at, Taken::Date)
                || self.signs.iter().any(|sign| sign.words.start == at && sign.ends_list())
        });
        let end = end.unwrap_or(self.words.end.min(from + 12));
        let reading =
            self.signs.iter().find(|sign| sign.words.start == from).map(|sign| sign.reading).unwrap_or_default();
        (end > from).then(|| page.span(from, end, &reading))
    }

    /// Countries that take part, numbers, what came of it, how one takes part, whether it is planned.
    fn read_rest(&mut self) {
        let page = self.page();
        let has_people = self.signs.iter().find(|sign| {
            matches!(
                sign.says,
                Says::Cue(Cue::Delegation)
                    | Says::Relation(Relation::Attendee)
                    | Says::Phase(Phase::Attend, _)
                    | Says::Does(ParticipantRole::Attendee)
            )
        });
        if let Some(start) = has_people.map(|sign| sign.words.start) {
            let countries: Vec<usize> = (start..self.words.end)
                .filter(|&word| {
                    matches!(self.reader.taken.get(word), Some(Taken::Free)) && self.reader.is_location(word).is_none()
                })
                .filter_map(|word| self.reader.places.get(word).copied().flatten())
                .collect();
            if countries.len() > 1 {
                let of = self.governor(start).unwrap_or_else(|| self.float());
                self.at(of).into_iter().for_each(|happening| happening.countries.extend(&countries));
            }
        }
        let span = page.span(self.words.start, self.words.end, &Default::default());
        let from = self.reader.scene.quantities.partition_point(|quantity| quantity.span.start < span.start);
        let until = self.reader.scene.quantities.partition_point(|quantity| quantity.span.start < span.end);
        for at in from..until {
            let word = self.reader.scene.quantities.get(at).map_or(0, |quantity| self.reader.word(quantity.span));
            let of = self.governor(word).unwrap_or_else(|| self.float());
            self.at(of).into_iter().for_each(|happening| happening.quantities.push(at));
        }
        for index in 0..self.signs.len() {
            let Some(sign) = self.signs.get(index).cloned() else { continue };
            match sign.says {
                Says::Cue(Cue::Outcome) if !sign.is_bare => {
                    let outcome =
                        page.span(sign.words.start, self.words.end.min(sign.words.start + MAX_OUTCOME), &sign.reading);
                    let of = self.float();
                    self.at(of)
                        .into_iter()
                        .for_each(|happening| happening.outcome = happening.outcome.or(Some(outcome)));
                }
                Says::Cue(cue @ (Cue::Online | Cue::Onsite | Cue::Mixed)) => {
                    let of = self.governor(sign.words.start);
                    let Some(happening) = of.and_then(|of| self.at(of)) else { continue };
                    happening.mode.is_online |= cue != Cue::Onsite;
                    happening.mode.is_onsite |= cue != Cue::Online;
                }
                Says::Cue(Cue::Planned) => {
                    let of = self
                        .next_phrase(sign.words.end)
                        .and_then(|at| self.of_phrase.get(at))
                        .copied()
                        .or_else(|| self.governor(sign.words.start));
                    of.and_then(|of| self.at(of)).into_iter().for_each(|happening| happening.is_planned = true);
                }
                _ => {}
            }
        }
    }
}

/// Somebody takes a part in an event.
fn enter(happening: &mut Happening, relation: Relation, who: Who, is_office: bool) {
    match who {
        Who::Organization(at) => {
            let is_doer = matches!(relation, Relation::Organizer | Relation::Host | Relation::Party);
            let relation = if is_office && is_doer { Relation::Attendee } else { relation };
            if !happening.organizations.contains(&(relation, at)) {
                happening.organizations.push((relation, at));
            }
        }
        Who::Person(at) => {
            let role = match relation {
                Relation::Patron => ParticipantRole::Patron,
                Relation::Supervisor => ParticipantRole::Supervisor,
                Relation::Party if happening.kind == Some(EventType::AgreementSigning) => ParticipantRole::Signatory,
                Relation::Party => ParticipantRole::Party,
                Relation::Organizer if happening.phases.iter().any(|(phase, _)| *phase == Phase::Open) => {
                    ParticipantRole::OpeningSpeaker
                }
                Relation::Attendee => ParticipantRole::Attendee,
                _ => return,
            };
            happening.people.push((role, at));
        }
    }
}

/// What those are to an event who do what a verb says of it.
const fn by_phase(phase: Phase) -> Option<Relation> {
    match phase {
        Phase::Hold | Phase::Open | Phase::Close | Phase::Postpone | Phase::Cancel | Phase::Announce => {
            Some(Relation::Organizer)
        }
        Phase::Host => Some(Relation::Host),
        Phase::Attend => Some(Relation::Attendee),
        Phase::Make => Some(Relation::Party),
        Phase::TakePlace | Phase::Last | Phase::Aim => None,
    }
}

const fn by_act(kind: EventType) -> Relation {
    match kind {
        EventType::AgreementSigning | EventType::Meeting | EventType::Visit => Relation::Party,
        _ => Relation::Organizer,
    }
}

/// Whether a verb for an event of this kind says of another that it begins.
const fn opens(kind: EventType) -> bool {
    matches!(kind, EventType::Launch | EventType::Inauguration)
}

/// Whether the noun is a thing rather than a happening: an event only when something is done to it.
pub(super) const fn is_thing(kind: EventType) -> bool {
    matches!(kind, EventType::Agreement | EventType::Publication)
}

/// Whether a verb says too little alone.
const fn needs_object(kind: EventType) -> bool {
    matches!(
        kind,
        EventType::Statement
            | EventType::Vote
            | EventType::Publication
            | EventType::AwardCeremony
            | EventType::Competition
            | EventType::Celebration
            | EventType::Accession
    )
}

/// Whether an event with its noun is called after the verb: signing an agreement.
const fn takes_over(kind: EventType) -> bool {
    matches!(kind, EventType::AgreementSigning | EventType::Publication)
}

/// Whether a noun is what a verb for an event of a kind is about.
fn takes(kind: EventType, noun: Option<EventType>) -> bool {
    let Some(noun) = noun else { return false };
    match kind {
        EventType::AgreementSigning | EventType::Agreement => noun == EventType::Agreement,
        EventType::Celebration => matches!(noun, EventType::Celebration | EventType::Observance),
        EventType::Launch | EventType::Inauguration => is_thing(noun) && noun == EventType::Publication,
        EventType::Vote => matches!(noun, EventType::Vote),
        kind => kind == noun,
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
