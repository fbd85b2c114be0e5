//! Places, and how each came to be known.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// How the country or city of a place is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum PlaceBasis {
    /// Named outright.
    Stated,
    /// By an adjective or the name of a people.
    Demonym,
    /// The country follows from the city.
    FromCity,
    /// The seat of an organisation.
    OrganizationSeat,
    /// The surrounding sentences.
    Context,
}

/// A place named on the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Place {
    /// Its id in this record.
    pub id: String,
    /// Its name as the page writes it; a country known by an adjective has its name in the language of the page.
    pub name: String,
    /// Names by BCP-47 tag.
    pub names: BTreeMap<String, Vec<String>>,
    /// A building or site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    /// A city, in the language of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// What is neither a city nor a country: a province, a continent, a group of countries, a sea, mountains.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// ISO 3166-1 alpha-2 code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// How it is known.
    pub basis: PlaceBasis,
}
