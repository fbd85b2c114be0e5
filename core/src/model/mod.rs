//! The record: what one page becomes. Types and serde only; the JSON Schema of these types is the contract of
//! every host.
//!
//! JSON keys are schema.org words in camelCase; absent values are absent, never `null`; lists are always there.

mod article;
mod event;
mod event_kind;
mod evidence;
mod label;
mod organization;
mod page;
mod person;
mod place;
mod quantity;
mod record;
mod spans;
mod temporal;

pub use article::{
    Article, Author, Dateline, Definition, Link, Mention, MentionForm, MentionType, Named, Segment, Text,
};
pub use event::{Event, EventLocation, Participation};
pub use event_kind::{AttendanceMode, EventStatus, EventType, ParticipantRole, Salience};
pub use evidence::{Certainty, Evidence, RuleId};
pub use label::Label;
pub use organization::{Organization, OrganizationType};
pub use page::{PageValue, Translation, ValueSource, WebPage};
pub use person::{Person, Role};
pub use place::{Place, PlaceBasis};
pub use quantity::{Award, Comparator, MonetaryAmount, Quantity};
pub use record::{Format, Record, Warning, WarningCode};
pub(crate) use spans::{Spanned, with_positions};
pub use temporal::{DateModifier, Temporal, TemporalBasis, Weekday};

pub use crate::text::Positions;
