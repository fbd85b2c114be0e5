//! An event as a node of JSON-LD.

use super::node::{Node, Value};
use super::{Graph, postal};
use crate::export::{day, facts};
use crate::model::{
    AttendanceMode, Award, Event, EventLocation, EventStatus, EventType, ParticipantRole, Participation,
};

impl Graph<'_, '_> {
    pub(super) fn event(&self, event: &Event, id: &str) -> Node {
        let language = self.view.article(event).map_or("", |article| article.in_language.as_str());
        let tagged = |text: &str| Value::tagged(text, language);
        let about = event.theme.as_deref().map(|theme| Node::new("Thing").with("name", tagged(theme)));
        let mut description = vec![tagged(&self.view.sentence(event))];
        description.extend(event.outcome.as_deref().map(tagged));
        let super_event = event.super_event.as_deref().filter(|whole| *whole != event.id);
        let mut node = Node::new(event_type(event.kind))
            .with("@id", id)
            .with("name", event.name.as_deref().map(tagged))
            .with("description", description)
            .with("about", about)
            .with("identifier", event.edition.map(edition))
            .with("startDate", event.start_date.as_ref().and_then(super::date))
            .with("endDate", end_date(event))
            .with("duration", event.duration.as_deref().filter(|text| day::is_duration(text)))
            .with("eventStatus", status(event.event_status))
            .with("eventAttendanceMode", event.attendance_mode.map(attendance))
            .with("location", event.location.as_ref().map(|location| place(location, language)))
            .with("superEvent", super_event.and_then(|id| self.happening(id)))
            .with("organizer", self.actors(&event.organizer))
            .with("funder", self.actors(&event.funder));
        for property in ["contributor", "performer", "attendee"] {
            node = node.with(property, self.involved(event, property));
        }
        node.with(
            "workFeatured",
            event.awards.iter().filter_map(|award| self.work(award, language)).collect::<Vec<_>>(),
        )
    }

    fn actors(&self, ids: &[String]) -> Vec<Node> {
        ids.iter().filter_map(|id| self.actor(id)).collect()
    }

    /// Those who had a part in an event under one property, with the name of their part.
    fn involved(&self, event: &Event, property: &'static str) -> Vec<Node> {
        let language = self.view.article(event).map_or("", |article| article.in_language.as_str());
        let groups = [
            (&event.host, "contributor", "host"),
            (&event.partner, "contributor", "partner"),
            (&event.supervisor, "contributor", "supervisor"),
            (&event.patron, "contributor", "patron"),
            (&event.party, "attendee", "party"),
        ];
        let bodies =
            groups.into_iter().filter(|(_, under, _)| *under == property).flat_map(|(ids, under, role_name)| {
                let known = ids.iter().filter_map(|id| self.actor(id));
                known.map(move |who| role(under, role_name.to_owned(), who))
            });
        let participants = event.participants.iter().filter(|each| part(each.acting_as) == property);
        let participants = participants.flat_map(|each| self.participants(each, property));
        let is_winner = |award: &&Award| property == "attendee" && award.work.is_none();
        let winners =
            event.awards.iter().filter(is_winner).map(|award| {
                role(property, facts::role_name(ParticipantRole::Recipient), self.winner(award, language))
            });
        bodies.chain(participants).chain(winners).collect()
    }

    fn participants(&self, participation: &Participation, property: &'static str) -> impl Iterator<Item = Node> {
        let acting_as = participation.acting_as;
        let who = participation.person.iter().chain(&participation.organization).filter_map(|id| self.actor(id));
        who.map(move |who| match acting_as {
            ParticipantRole::Attendee | ParticipantRole::Performer => who,
            _ => role(property, facts::role_name(acting_as), who),
        })
    }

    /// Who won a prize: a person or a body, the page does not say which.
    fn winner(&self, award: &Award, language: &str) -> Node {
        self.recipient(award, language).with("award", Value::tagged(&award.exact, language))
    }

    fn recipient(&self, award: &Award, language: &str) -> Node {
        let unknown = || Node::untyped().with("name", Value::tagged(&award.recipient, language));
        self.named(&award.recipient).unwrap_or_else(unknown)
    }

    /// The work that won a prize.
    fn work(&self, award: &Award, language: &str) -> Option<Node> {
        let name = award.work.as_deref()?;
        let work = Node::new("CreativeWork").with("name", Value::tagged(name, language));
        Some(work.with("award", Value::tagged(&award.exact, language)).with("creator", self.recipient(award, language)))
    }
}

/// A part somebody has in an event, in schema.org's manner: the property again, on a node that names the part.
fn role(property: &'static str, name: String, who: Node) -> Node {
    Node::new("Role").with("roleName", name).with(property, who)
}

fn edition(number: u32) -> Node {
    Node::new("PropertyValue").with("name", "edition").with("value", Value::Number(number))
}

fn end_date(event: &Event) -> Option<String> {
    let end = day::end(event)?;
    Some(event.end_date.as_ref().map_or_else(|| end.to_owned(), |date| day::iso(date, end)))
}

fn place(location: &EventLocation, language: &str) -> Node {
    Node::new("Place")
        .with("name", location.venue.as_deref().map(|venue| Value::tagged(venue, language)))
        .with("address", postal(location.city.as_deref(), location.country.as_deref(), language))
}

/// The property of an event under which a participant stands.
fn part(acting_as: ParticipantRole) -> &'static str {
    use ParticipantRole as Role;
    match acting_as {
        Role::Speaker | Role::OpeningSpeaker | Role::Performer => "performer",
        Role::Chair | Role::Trainer | Role::Moderator | Role::Supervisor | Role::Patron => "contributor",
        Role::Signatory | Role::HeadOfDelegation | Role::Recipient | Role::Appointee | Role::Party | Role::Attendee => {
            "attendee"
        }
    }
}

fn status(status: EventStatus) -> &'static str {
    match status {
        EventStatus::Held | EventStatus::Ongoing | EventStatus::Planned | EventStatus::Recurring => {
            "https://schema.org/EventScheduled"
        }
        EventStatus::Cancelled => "https://schema.org/EventCancelled",
        EventStatus::Postponed => "https://schema.org/EventPostponed",
    }
}

fn attendance(mode: AttendanceMode) -> &'static str {
    match mode {
        AttendanceMode::Offline => "https://schema.org/OfflineEventAttendanceMode",
        AttendanceMode::Online => "https://schema.org/OnlineEventAttendanceMode",
        AttendanceMode::Mixed => "https://schema.org/MixedEventAttendanceMode",
    }
}

fn event_type(kind: EventType) -> &'static str {
    use EventType as Kind;
    match kind {
        Kind::Workshop | Kind::Training | Kind::Seminar => "EducationEvent",
        Kind::Conference | Kind::Forum | Kind::Summit | Kind::Session => "BusinessEvent",
        Kind::Exhibition => "ExhibitionEvent",
        Kind::Festival => "Festival",
        Kind::Celebration => "SocialEvent",
        Kind::Publication => "PublicationEvent",
        Kind::Meeting
        | Kind::Visit
        | Kind::Competition
        | Kind::AwardCeremony
        | Kind::Inauguration
        | Kind::Launch
        | Kind::AgreementSigning
        | Kind::Agreement
        | Kind::Accession
        | Kind::Statement
        | Kind::Vote
        | Kind::Observance
        | Kind::Appointment
        | Kind::Call
        | Kind::Holiday
        | Kind::Speech
        | Kind::Other => "Event",
    }
}
