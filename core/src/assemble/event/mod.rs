//! Events: one for every happening of an article, with what all its mentions say of it.

mod check;
mod join;
mod when;
mod whereabouts;
mod who;

use rustc_hash::{FxHashMap, FxHashSet};

use super::entity::Entities;
use crate::mention::{Found, Happening, Plainness};
use crate::model::{
    Article, AttendanceMode, Award, Certainty, Event, EventStatus, EventType, Evidence, MentionType, Organization,
    ParticipantRole, Participation, Person, Place, RuleId, Salience, Temporal, Warning,
};
use crate::resources::Resources;
use crate::text::Span;
use join::{Group, groups};

/// What the events of an article are put together from.
pub(super) struct Setting<'s> {
    pub(super) text: &'s str,
    pub(super) article: &'s Article,
    pub(super) found: &'s Found,
    pub(super) known: &'s Known<'s>,
    pub(super) resources: &'s Resources,
    /// The ids of what is named, by kind and place in the text.
    ids: FxHashMap<(MentionType, Span), &'s str>,
    /// Its dates in the order of the text.
    pub(super) dates: Vec<&'s Temporal>,
}

/// The entities of the page, by id.
pub(super) struct Known<'s> {
    pub(super) organizations: FxHashMap<&'s str, &'s Organization>,
    pub(super) people: FxHashMap<&'s str, &'s Person>,
    places: FxHashMap<&'s str, &'s Place>,
    /// The countries that the page names, or that its places lie in.
    pub(super) countries: FxHashSet<&'s str>,
    /// The ids of people by their names.
    by_name: FxHashMap<&'s str, &'s str>,
}

impl<'s> Known<'s> {
    fn new(entities: &'s Entities) -> Self {
        let people = || entities.people.iter();
        Self {
            organizations: entities.organizations.iter().map(|known| (known.id.as_str(), known)).collect(),
            people: people().map(|known| (known.id.as_str(), known)).collect(),
            places: entities.places.iter().map(|known| (known.id.as_str(), known)).collect(),
            countries: entities.places.iter().filter_map(|place| place.country.as_deref()).collect(),
            by_name: people().rev().map(|known| (known.name.as_str(), known.id.as_str())).collect(),
        }
    }
}

impl<'s> Setting<'s> {
    fn new(
        text: &'s str,
        article: &'s Article,
        found: &'s Found,
        known: &'s Known<'s>,
        resources: &'s Resources,
    ) -> Self {
        let named =
            article.mentions.iter().filter_map(|mention| Some(((mention.kind, mention.span), mention.id.as_deref()?)));
        Self {
            text,
            article,
            found,
            known,
            resources,
            ids: named.collect(),
            dates: article.mentions.iter().filter_map(|mention| mention.temporal.as_ref()).collect(),
        }
    }

    /// The id of the organisation that a name of the article names.
    pub(super) fn organization(&self, at: usize) -> Option<&'s str> {
        self.ids.get(&(MentionType::Organization, self.found.organizations.get(at)?.span)).copied()
    }

    pub(super) fn person(&self, at: usize) -> Option<&'s str> {
        self.ids.get(&(MentionType::Person, self.found.people.get(at)?.span)).copied()
    }

    pub(super) fn place(&self, at: usize) -> Option<&'s Place> {
        let id = self.ids.get(&(MentionType::Place, self.found.places.get(at)?.span))?;
        self.known.places.get(id).copied()
    }
}

/// The events of all articles, in the order of the page; each article is told which are its own, the main one first.
pub(super) fn build(
    text: &str,
    articles: &mut [Article],
    found: &[Found],
    entities: &Entities,
    resources: &Resources,
) -> (Vec<Event>, Vec<Warning>) {
    let mut events: Vec<Event> = Vec::new();
    let mut warnings = Vec::new();
    let known = Known::new(entities);
    for (article, found) in articles.iter_mut().zip(found) {
        let setting = Setting::new(text, article, found, &known, resources);
        let own = of_article(&setting, events.len(), &mut warnings);
        let mut about: Vec<(Salience, String)> = own.iter().map(|event| (event.salience, event.id.clone())).collect();
        about.sort_by_key(|(salience, _)| *salience);
        article.about = about.into_iter().map(|(_, id)| id).collect();
        events.extend(own);
    }
    (events, warnings)
}

fn of_article(setting: &Setting<'_>, first: usize, warnings: &mut Vec<Warning>) -> Vec<Event> {
    let happenings = &setting.found.happenings;
    let groups = groups(setting);
    let mut events: Vec<Event> =
        groups.iter().enumerate().map(|(at, group)| event(setting, group, first + at + 1)).collect();
    for (group, event) in groups.iter().zip(&events) {
        let members: Vec<&Happening> = group.members.iter().filter_map(|&at| happenings.get(at)).collect();
        warnings.extend(check::doubts(setting, group, &members, event));
    }
    give_awards(setting, &mut events, first);
    warnings.extend(events.iter().filter_map(|event| check::ranks(&event.awards)));
    let members =
        groups.iter().enumerate().flat_map(|(at, group)| group.members.iter().map(move |&member| (member, at)));
    let owners: FxHashMap<usize, usize> = members.collect();
    for (at, group) in groups.iter().enumerate() {
        let frame = group.members.iter().find_map(|&member| happenings.get(member)?.frame);
        let frame = frame.and_then(|frame| owners.get(&frame).copied()).filter(|&frame| frame != at);
        let Some(frame) = frame else { continue };
        let (id, location) =
            events.get(frame).map(|event| (event.id.clone(), event.location.clone())).unwrap_or_default();
        let inner = events.get_mut(at).map(|event| {
            event.super_event = Some(id);
            event.location = event.location.take().or(location);
            event.location.clone()
        });
        events
            .get_mut(frame)
            .into_iter()
            .for_each(|event| event.location = event.location.take().or_else(|| inner.clone().flatten()));
    }
    events
}

/// Gives the prizes of an article to the event they were won at, or to one of their own.
fn give_awards(setting: &Setting<'_>, events: &mut Vec<Event>, first: usize) {
    let awards: Vec<Award> = setting.found.awards.iter().map(|found| found.award.clone()).collect();
    let Some(given) = awards.first() else { return };
    let is_contest =
        |event: &Event| matches!(event.kind, EventType::AwardCeremony | EventType::Competition | EventType::Festival);
    let best = (0..events.len())
        .min_by_key(|&at| events.get(at).map(|event| (!is_contest(event), event.salience != Salience::Main)));
    let has_main = events.iter().any(|event| event.salience == Salience::Main);
    let own =
        best.filter(|&at| events.get(at).is_some_and(|event| is_contest(event) || event.salience == Salience::Main));
    let at = own.unwrap_or_else(|| {
        events.push(ceremony(given, has_main, first + events.len() + 1));
        events.len() - 1
    });
    let Some(event) = events.get_mut(at) else { return };
    for award in &awards {
        let person = setting.known.by_name.get(award.recipient.as_str()).map(|id| (*id).to_owned());
        let is_known = |id: &String| event.participants.iter().any(|known| known.person.as_ref() == Some(id));
        if let Some(person) = person.filter(|id| !is_known(id)) {
            event.participants.push(Participation {
                person: Some(person),
                organization: None,
                acting_as: ParticipantRole::Recipient,
            });
        }
    }
    if event.participating_countries.is_empty() && event.kind == EventType::Competition {
        let mut codes: Vec<String> = Vec::new();
        let named = awards.iter().filter_map(|award| award.recipient_country.clone());
        named.for_each(|code| {
            if !codes.contains(&code) {
                codes.push(code);
            }
        });
        event.participating_countries = if codes.len() > 1 { codes } else { Vec::new() };
    }
    event.awards = awards;
}

/// The giving of prizes that no other event of the article is about.
fn ceremony(award: &Award, has_main: bool, number: usize) -> Event {
    let salience = if has_main { Salience::Background } else { Salience::Main };
    let id = format!("event-{number}");
    Event { span: award.span, ..Event::new(id, EventType::AwardCeremony, salience, award.evidence.clone()) }
}

fn event(setting: &Setting<'_>, group: &Group, number: usize) -> Event {
    let members: Vec<&Happening> = group.members.iter().filter_map(|&at| setting.found.happenings.get(at)).collect();
    let best = members
        .iter()
        .max_by_key(|member| (!member.is_title, member.plainness, std::cmp::Reverse(member.number)))
        .copied();
    let trigger = best.map_or_else(Span::default, |best| best.trigger);
    let time = when::read(setting, group, &members);
    let status = when::status(setting, group, &members, &time);
    let list = best.is_some_and(|best| matches!(best.plainness, Plainness::Act | Plainness::Said));
    let rule = format!(
        "{}/events/{}/{}",
        setting.article.in_language,
        if list { "acts" } else { "nouns" },
        kind_name(group.kind)
    );
    let quote = |span: Span| span.slice(setting.text).trim().to_owned();
    let mode = members
        .iter()
        .fold((false, false), |mode, member| (mode.0 | member.mode.is_online, mode.1 | member.mode.is_onsite));
    let who = who::read(setting, group, &members);
    Event {
        id: format!("event-{number}"),
        kind: group.kind,
        name: name(&members).map(quote),
        theme: said_first(&members).find_map(|member| member.theme).map(quote),
        edition: members.iter().find_map(|member| member.edition),
        start_date: time.start,
        end_date: time.end,
        duration: time.duration,
        event_status: status,
        attendance_mode: match mode {
            (true, true) => Some(AttendanceMode::Mixed),
            (true, false) => Some(AttendanceMode::Online),
            (false, true) => Some(AttendanceMode::Offline),
            (false, false) => None,
        },
        location: whereabouts::read(setting, group, &members),
        organizer: who.organizer,
        host: who.host,
        partner: who.partner,
        funder: who.funder,
        supervisor: who.supervisor,
        patron: who.patron,
        party: who.party,
        participants: who.participants,
        participating_countries: who.countries,
        quantities: members
            .iter()
            .flat_map(|member| &member.quantities)
            .filter_map(|&at| setting.found.quantities.get(at)?.quantity.clone())
            .collect(),
        awards: Vec::new(),
        outcome: members.iter().find_map(|member| member.outcome).map(quote),
        super_event: None,
        salience: match (group.is_main, status) {
            (true, _) => Salience::Main,
            (false, EventStatus::Planned | EventStatus::Postponed | EventStatus::Cancelled) => Salience::Announced,
            _ => Salience::Background,
        },
        span: best.map_or_else(Span::default, |best| best.sentence),
        evidence: Evidence { rule: RuleId::from(rule), span: trigger, certainty: Certainty::Pattern },
    }
}

/// The mentions of the text, then those of titles, which shorten.
fn said_first<'m>(members: &'m [&'m Happening]) -> impl Iterator<Item = &'m Happening> {
    let titles = members.iter().filter(|member| member.is_title);
    members.iter().filter(|member| !member.is_title).chain(titles).copied()
}

/// The words of the name: those of the fullest noun phrase.
fn name(members: &[&Happening]) -> Option<Span> {
    let named = members.iter().filter(|member| member.plainness != Plainness::Reference || members.len() == 1);
    let fullest = named
        .filter(|member| member.name.is_some())
        .max_by_key(|member| (member.words.len().min(8), !member.is_title, std::cmp::Reverse(member.number)));
    fullest.and_then(|member| member.name)
}

/// A kind as data files write it.
fn kind_name(kind: EventType) -> String {
    serde_json::to_value(kind).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}
