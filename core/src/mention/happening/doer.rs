//! Who holds, hosts, pays for and attends an event: after a cue, and as the subject of a verb.

use super::actor::{Actor, Who};
use super::clause::Sentence;
use super::reader::Taken;
use super::sign::{Says, Sign};
use super::{Happening, Plainness};
use crate::model::{EventType, ParticipantRole};
use crate::resources::{Cue, Form, NameClass, Phase, Relation};
use crate::text::Span;

impl<'s> Sentence<'s, '_, '_> {
    pub(super) fn read_relations(&mut self) {
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
        let mut cities = Vec::new();
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
            if list.is_empty() && relation == Relation::Host {
                cities.extend(of.zip(self.city_beside(sign)));
            }
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
        for (of, city) in cities {
            self.at(of).into_iter().for_each(|happening| happening.places.push((city, false)));
        }
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
            if happening.plainness == Plainness::Bare && !happening.is_thing {
                happening.plainness = Plainness::Noun;
            }
        }
    }

    /// The verb that a noun made of a verb depends on: "announced the launch".
    fn verb_over(&self, sign: &Sign) -> Option<&Sign> {
        self.signs.iter().rfind(|other| other.words.end <= sign.words.start && other.is_verb())
    }

    /// Whether no small word stands between a verb and who does it: "opened in the ministry".
    pub(super) fn is_plain(&self, from: usize, actor: &Actor) -> bool {
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

    /// The place that hosts: "Riyadh hosts the forum".
    fn city_beside(&self, sign: &Sign) -> Option<usize> {
        let place = |word: usize| self.reader.places.get(word).copied().flatten();
        let before = sign.words.start.checked_sub(1).filter(|word| *word >= self.words.start);
        before.and_then(place).or_else(|| place(sign.words.end))
    }

    /// Whether "by" follows a verb that says that an event is held: "was convened by".
    fn is_held(&self, by: usize) -> bool {
        self.signs.iter().any(|sign| {
            let says = match sign.says {
                Says::Phase(Phase::TakePlace | Phase::Open, form) => form != Form::Noun,
                Says::Act(_, form) => form == Form::Passive,
                _ => false,
            };
            says && sign.words.end <= by
                && (sign.words.end + 2 >= by || (sign.words.end..by).all(|word| self.reader.is(word, Taken::Date)))
        })
    }

    /// The subject of an active verb.
    pub(super) fn doers(&self, sign: &Sign) -> Vec<&'s Actor> {
        let lists = self.lists();
        let before = || lists.before(sign.words.start);
        let after = || lists.after(sign.words.end);
        if self.page().is_verb_first(sign.words.start) {
            let after: Vec<&Actor> =
                after().into_iter().take_while(|actor| self.is_plain(sign.words.end, actor)).collect();
            // In headlines the subject comes first.
            let is_title = || self.reader.is_title(&self.words);
            let is_first = |actor: &&&Actor| actor.words.start <= self.words.start + 1;
            match after.is_empty() {
                true if is_title() => before(),
                true => before().into_iter().filter(|actor| is_first(&actor)).collect(),
                false => after,
            }
        } else {
            before()
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
        Phase::Fund => Some(Relation::Funder),
        Phase::TakePlace | Phase::Last | Phase::Aim => None,
    }
}

const fn by_act(kind: EventType) -> Relation {
    match kind {
        EventType::AgreementSigning | EventType::Meeting | EventType::Visit => Relation::Party,
        _ => Relation::Organizer,
    }
}
