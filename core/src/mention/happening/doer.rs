//! Who holds, hosts, pays for and attends an event: after a cue, and as the subject of a verb.

use super::actor::{Actor, Who};
use super::clause::Sentence;
use super::reader::Taken;
use super::sign::{Says, Sign};
use super::{Happening, Plainness};
use crate::model::{EventType, ParticipantRole};
use crate::resources::{Cue, Form, NameClass, Phase, Relation};
use crate::text::Span;

/// Those who have to do with an event, as one cue or verb says it.
struct Doers<'s> {
    of: Option<usize>,
    relation: Relation,
    list: Vec<&'s Actor>,
    /// Whether they only tell of it.
    is_announced: bool,
    venue: Option<Span>,
    /// The place that hosts: "Riyadh hosts the forum".
    city: Option<usize>,
}

impl<'s> Sentence<'s, '_, '_> {
    /// Who holds the events of the sentence, and who has to do with them.
    pub(super) fn read_relations(&mut self) {
        let cues = self.signs.iter().filter_map(|sign| self.after_cue(sign));
        let verbs = self.signs.iter().enumerate().filter_map(|(index, sign)| self.of_verb(index, sign));
        let all: Vec<Doers<'s>> = cues.chain(verbs).collect();
        for doers in all {
            self.give(doers);
        }
    }

    /// Those after "organised by", "in partnership with".
    fn after_cue(&self, sign: &Sign) -> Option<Doers<'s>> {
        let relation = match sign.says {
            Says::Relation(Relation::Beneficiary) => return None,
            Says::Relation(relation) => relation,
            Says::Cue(Cue::By) if self.is_held(sign.words.start) => Relation::Organizer,
            _ => return None,
        };
        let venue = (relation == Relation::Host).then(|| self.venue(sign.words.start)).flatten();
        let (of, list) = (self.governor(sign.words.start), self.lists().after(sign.words.end));
        Some(Doers { of, relation, list, is_announced: false, venue, city: None })
    }

    /// Those who do what a verb says.
    fn of_verb(&self, index: usize, sign: &Sign) -> Option<Doers<'s>> {
        let (of, relation) = match sign.says {
            Says::Phase(phase, Form::Past | Form::Present | Form::Future) => {
                (self.subject(sign, phase), by_phase(phase)?)
            }
            Says::Act(kind, form) if form != Form::Passive => {
                let act = self.of_act.iter().find(|(at, _)| *at == index)?;
                (Some(act.1), by_act(kind))
            }
            _ => return None,
        };
        let is_noun = matches!(sign.says, Says::Act(_, Form::Noun));
        let verb = if is_noun { self.verb_over(sign) } else { Some(sign) };
        let list = verb.map(|verb| self.doers(verb)).unwrap_or_default();
        let is_hosted = list.is_empty() && relation == Relation::Host;
        let city = is_hosted.then(|| self.city_beside(sign)).flatten();
        let is_announced = matches!(sign.says, Says::Phase(Phase::Announce, _));
        Some(Doers { of, relation, list, is_announced, venue: None, city })
    }

    fn give(&mut self, doers: Doers<'_>) {
        if doers.list.is_empty() && doers.venue.is_none() && doers.city.is_none()
            || doers.is_announced && doers.of.is_none()
        {
            return;
        }
        let of = doers.of.unwrap_or_else(|| self.float());
        let Some(happening) = self.at(of) else { return };
        for actor in doers.list {
            match actor.who {
                Who::Organization(at) if doers.is_announced => happening.announcers.push(at),
                Who::Person(_) if doers.is_announced => {}
                who => enter(happening, doers.relation, who, actor.is_office),
            }
        }
        happening.venue = happening.venue.or(doers.venue);
        happening.places.extend(doers.city.map(|city| (city, false)));
        if !doers.is_announced && happening.plainness == Plainness::Bare && !happening.is_thing {
            happening.plainness = Plainness::Noun;
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
