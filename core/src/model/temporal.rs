//! A point or stretch of time as a page states it.

use serde::{Deserialize, Serialize};

use super::Evidence;
use crate::text::Span;

/// Where the value of a [`Temporal`] comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum TemporalBasis {
    /// The page writes it out.
    Stated,
    /// The page states it relative to a day that is known ("yesterday").
    Relative,
    /// It follows from other statements (a start and a duration).
    Computed,
    /// It cannot be fixed; `edtf` shows what is unspecified.
    Unresolved,
}

/// The day of the week that a page states beside a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Weekday {
    /// The word on the page.
    pub stated: String,
    /// Whether the calendar agrees.
    pub agrees: bool,
}

/// A date, a month, a year or an interval, with the words that state it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Temporal {
    /// The value in EDTF (ISO 8601-2:2019); unknown digits are `X`.
    pub edtf: String,
    /// First day, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Last day, inclusive, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Where the value comes from.
    pub basis: TemporalBasis,
    /// The CLDR name of the calendar the date was written in, when it is not Gregorian.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<String>,
    /// The stated day of the week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekday: Option<Weekday>,
    /// Clock time, `HH:MM` or `HH:MM:SS`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// Time zone as stated, as an IANA name or an offset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    /// The words on the page.
    pub exact: String,
    /// Where they stand.
    pub span: Span,
    /// What found them.
    pub evidence: Evidence,
}
