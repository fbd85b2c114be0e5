//! Events: what happened or will happen, when and where, and who took part in it.

use serde::{Deserialize, Serialize};

use super::{
    AttendanceMode, Award, EventStatus, EventType, Evidence, ParticipantRole, PlaceBasis, Quantity, Salience, Temporal,
};
use crate::text::Span;

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

impl Event {
    /// An event of which nothing is known but its kind, and where it was found.
    pub(crate) fn new(id: String, kind: EventType, salience: Salience, evidence: Evidence) -> Self {
        Self {
            id,
            kind,
            name: None,
            theme: None,
            edition: None,
            start_date: None,
            end_date: None,
            duration: None,
            event_status: EventStatus::Held,
            attendance_mode: None,
            location: None,
            organizer: Vec::new(),
            host: Vec::new(),
            partner: Vec::new(),
            funder: Vec::new(),
            supervisor: Vec::new(),
            patron: Vec::new(),
            party: Vec::new(),
            participants: Vec::new(),
            participating_countries: Vec::new(),
            quantities: Vec::new(),
            awards: Vec::new(),
            outcome: None,
            super_event: None,
            salience,
            span: evidence.span,
            evidence,
        }
    }
}
