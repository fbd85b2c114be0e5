//! Numbers of things, and prizes.

use serde::{Deserialize, Serialize, Serializer};

use super::Evidence;
use crate::text::Span;

/// How a stated number compares with the real one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Comparator {
    /// Exactly.
    Eq,
    /// "More than", "at least".
    AtLeast,
    /// "Up to", "less than".
    AtMost,
    /// "About".
    About,
    /// No number: "thousands", "many".
    Many,
}

/// A number of something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Quantity {
    /// The number.
    #[serde(default, skip_serializing_if = "Option::is_none", serialize_with = "optional_number")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    pub value: Option<f64>,
    /// How it compares.
    pub comparator: Comparator,
    /// The unit as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_text: Option<String>,
    /// What it counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts: Option<String>,
    /// Where it stands.
    pub span: Span,
    /// What stands there.
    pub exact: String,
    /// What found it.
    pub evidence: Evidence,
}

/// A sum of money.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MonetaryAmount {
    /// The sum.
    #[serde(serialize_with = "number")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub value: f64,
    /// ISO 4217 code.
    pub currency: String,
}

/// A prize that somebody won.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Award {
    /// The rank, 1 for the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<u32>,
    /// Whether the rank is shared.
    pub tie: bool,
    /// The money that goes with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<MonetaryAmount>,
    /// Who won it.
    pub recipient: String,
    /// ISO 3166-1 alpha-2 code of the winner's country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipient_country: Option<String>,
    /// What it was won with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work: Option<String>,
    /// A mention of honour, without a rank.
    pub honorary: bool,
    /// Where it stands.
    pub span: Span,
    /// What stands there.
    pub exact: String,
    /// What found it.
    pub evidence: Evidence,
}

/// The whole numbers that every host counts exactly.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Writes a whole number without a fraction, as every host does.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn number<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    if value.fract() == 0.0 && value.abs() < EXACT {
        serializer.serialize_i64(*value as i64)
    } else {
        serializer.serialize_f64(*value)
    }
}

#[allow(clippy::ref_option)]
fn optional_number<S: Serializer>(value: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => number(value, serializer),
        None => serializer.serialize_none(),
    }
}
