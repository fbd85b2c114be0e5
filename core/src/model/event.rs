//! Events: what happened or will happen, when and where, and who took part in it.

use serde::{Deserialize, Serialize};

use super::{Award, Evidence, PlaceBasis, Quantity, Temporal};
use crate::text::Span;

/// What kind of happening an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum EventType {
    /// People or bodies meet.
    Meeting,
    /// Somebody visits.
    Visit,
    /// Workshop.
    Workshop,
    /// Training course or camp.
    Training,
    /// Conference or congress.
    Conference,
    /// Seminar, panel, lecture, webinar.
    Seminar,
    /// Forum.
    Forum,
    /// Summit.
    Summit,
    /// Numbered session of an organ.
    Session,
    /// Exhibition or fair.
    Exhibition,
    /// Festival.
    Festival,
    /// Competition.
    Competition,
    /// Prizes are given.
    AwardCeremony,
    /// Something is opened.
    Inauguration,
    /// Something is launched.
    Launch,
    /// An agreement is signed.
    AgreementSigning,
    /// An agreement in force.
    Agreement,
    /// A body or state joins another.
    Accession,
    /// A body takes a stand.
    Statement,
    /// A vote is held.
    Vote,
    /// An international or national day.
    Observance,
    /// Celebration or anniversary.
    Celebration,
    /// Appointment or election of a person.
    Appointment,
    /// Publication of a work.
    Publication,
    /// Call for applications.
    Call,
    /// Holiday or closure.
    Holiday,
    /// Speech.
    Speech,
    /// Anything else.
    Other,
}

/// Whether and when an event takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum EventStatus {
    /// It is over.
    Held,
    /// It has begun.
    Ongoing,
    /// It is to come.
    Planned,
    /// It comes back.
    Recurring,
    /// It will not take place.
    Cancelled,
    /// It was moved.
    Postponed,
}

/// How one can take part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum AttendanceMode {
    /// On the spot.
    Offline,
    /// By network.
    Online,
    /// Both.
    Mixed,
}

/// How an event stands to its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Salience {
    /// The article is about it.
    Main,
    /// The article announces it.
    Announced,
    /// The article mentions it.
    Background,
}

/// What somebody did at an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum ParticipantRole {
    /// Spoke.
    Speaker,
    /// Opened it.
    OpeningSpeaker,
    /// Presided.
    Chair,
    /// Signed.
    Signatory,
    /// Led a delegation.
    HeadOfDelegation,
    /// Trained or taught.
    Trainer,
    /// Led a discussion.
    Moderator,
    /// Supervised it.
    Supervisor,
    /// Lent their name to it.
    Patron,
    /// Performed.
    Performer,
    /// Received a prize or an honour.
    Recipient,
    /// Was appointed or elected.
    Appointee,
    /// Was one of the sides that met or agreed.
    Party,
    /// Was there.
    Attendee,
}

/// Where an event takes place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct EventLocation {
    /// A building or site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    /// A city, in the language of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// ISO 3166-1 alpha-2 code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// How it is known.
    pub basis: PlaceBasis,
}

/// Somebody who took part, and as what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Participation {
    /// The id of a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// The id of an organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
    /// What they did.
    #[serde(rename = "as")]
    pub acting_as: ParticipantRole,
}

/// Something that happened, happens or will happen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Event {
    /// Its id in this record.
    pub id: String,
    /// What kind of happening it is.
    #[serde(rename = "type")]
    pub kind: EventType,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its motto or subject.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// The number of the edition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<u32>,
    /// When it begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start_date: Option<Temporal>,
    /// When it ends, when that is another day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_date: Option<Temporal>,
    /// How long it lasts, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<String>,
    /// Whether it took place.
    pub event_status: EventStatus,
    /// How one can take part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attendance_mode: Option<AttendanceMode>,
    /// Where it takes place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<EventLocation>,
    /// Ids of the organisations that hold it.
    pub organizer: Vec<String>,
    /// Ids of those on whose premises it is held.
    pub host: Vec<String>,
    /// Ids of those who hold it with them.
    pub partner: Vec<String>,
    /// Ids of those who pay.
    pub funder: Vec<String>,
    /// Ids of those who supervise.
    pub supervisor: Vec<String>,
    /// Under whose patronage.
    pub patron: Vec<String>,
    /// Ids of the parties of an agreement or meeting.
    pub party: Vec<String>,
    /// Who took part, and as what.
    pub participants: Vec<Participation>,
    /// ISO 3166-1 alpha-2 codes.
    pub participating_countries: Vec<String>,
    /// Numbers that belong to it.
    pub quantities: Vec<Quantity>,
    /// Prizes given.
    pub awards: Vec<Award>,
    /// What came of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// The id of the event it is part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub super_event: Option<String>,
    /// How it stands to the article.
    pub salience: Salience,
    /// The sentence that says it.
    pub span: Span,
    /// What found it.
    pub evidence: Evidence,
}
