//! Numbers of things, and prizes.

use serde::{Deserialize, Serialize};

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
    #[serde(default, skip_serializing_if = "Option::is_none")]
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
