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

/// What words such as "early" or "about" add to a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum DateModifier {
    /// Its beginning.
    Start,
    /// Its middle.
    Mid,
    /// Its end.
    End,
    /// About then.
    Approximate,
}

/// A date, a month, a year or an interval, with the words that state it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Temporal {
    /// The value in EDTF (ISO 8601-2:2019); unknown digits are `X`. Absent when only a length or a rhythm is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edtf: Option<String>,
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
    /// How vague the words are; `from` and `to` stay those of the whole month or year that is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modifier: Option<DateModifier>,
    /// The stated day of the week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekday: Option<Weekday>,
    /// Clock time, `HH:MM` or `HH:MM:SS`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// Time zone as stated, as an IANA name or an offset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    /// A length of time, ISO 8601: `P3D`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<String>,
    /// How often it comes again, ISO 8601: `P1W` for "every Friday", `P1Y` for a day of every year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeat_frequency: Option<String>,
    /// Other readings, in EDTF: day and month the other way round, the day that a Hijri date beside it falls on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<String>,
    /// The words on the page.
    pub exact: String,
    /// Where they stand.
    pub span: Span,
    /// What found them.
    pub evidence: Evidence,
}

impl Temporal {
    /// Month and day of a day without a year, as `06-12`.
    pub(crate) fn day_of_year(&self) -> Option<&str> {
        self.edtf.as_deref()?.strip_prefix("XXXX-")
    }

    /// The day, if it is one.
    pub(crate) fn day(&self) -> Option<&str> {
        self.from.as_deref().filter(|_| self.from == self.to)
    }
}
