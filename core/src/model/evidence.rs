//! Why a value is there: the rule that found it, the place it was read from, and how sure the rule is.

use std::sync::Arc;

use serde::{Deserialize, Serialize, Serializer};

use crate::text::Span;

/// The path of the line of data, or the name of the mechanism, that decided: `fr/boilerplate/share-bar`.
///
/// Cheap to clone: the text is shared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(from = "String")]
pub struct RuleId(#[cfg_attr(feature = "schema", schemars(with = "String"))] Arc<str>);

impl RuleId {
    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Serialize for RuleId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl From<&str> for RuleId {
    fn from(id: &str) -> Self {
        Self(id.into())
    }
}

impl From<String> for RuleId {
    fn from(id: String) -> Self {
        Self(id.into())
    }
}

impl From<RuleId> for String {
    fn from(id: RuleId) -> Self {
        id.0.as_ref().to_owned()
    }
}

impl std::fmt::Display for RuleId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// How a value came to be known, strongest first. Words in an order, not a made-up probability.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Certainty {
    /// Found in the registry of reviewed facts.
    Registry,
    /// A pattern whose words leave no doubt.
    Pattern,
    /// Several signs agree.
    Heuristic,
    /// Follows from something else that was found.
    Inferred,
}

/// The evidence of one value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    /// The rule that found it.
    pub rule: RuleId,
    /// Where it was read.
    pub span: Span,
    /// How sure the rule is.
    pub certainty: Certainty,
}
