//! The kinds of events, of what becomes of them, and of what people do at them.

use serde::{Deserialize, Serialize};

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
