//! People, their titles and the offices they hold.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// An office somebody holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Role {
    /// The office as written.
    pub role_name: String,
    /// The id of the organisation it is held in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
}

/// A person named on the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Person {
    /// The id in this record.
    pub id: String,
    /// The name without honorifics.
    pub name: String,
    /// Names by BCP-47 tag.
    pub names: BTreeMap<String, Vec<String>>,
    /// The title as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub honorific_prefix: Option<String>,
    /// The title in its normal form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub honorific: Option<String>,
    /// Offices held.
    pub roles: Vec<Role>,
}
