//! Organisations: the bodies that act, and what kind of body each is.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What kind of body an organisation is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum OrganizationType {
    /// Inter-governmental organisation.
    Igo,
    /// Organ of an inter-governmental organisation.
    IgoOrgan,
    /// Government, presidency, cabinet.
    Government,
    /// Ministry or department of state.
    Ministry,
    /// Parliament or one of its houses.
    Parliament,
    /// Court of law.
    Court,
    /// Embassy, consulate, permanent delegation.
    Embassy,
    /// National commission for an inter-governmental organisation.
    NationalCommission,
    /// Agency, authority, council of the state.
    PublicBody,
    /// Municipality, province, region.
    LocalGovernment,
    /// University, faculty, academy.
    University,
    /// School.
    School,
    /// Institute or centre of research.
    Research,
    /// University chair.
    Chair,
    /// Foundation, fund, endowment.
    Foundation,
    /// Association, society, league of persons.
    Association,
    /// Network, federation, alliance.
    Network,
    /// Company, bank, group.
    Company,
    /// News agency, newspaper, channel, portal.
    Media,
    /// Museum, library, house of culture.
    Museum,
    /// Hospital.
    Hospital,
    /// Part of another organisation.
    Unit,
    /// Programme, initiative, project.
    Programme,
    /// Committee, jury.
    Committee,
    /// Movement.
    Movement,
    /// Anything else.
    #[default]
    Other,
}

/// An organisation named on the page: one entity under all its names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Organization {
    /// The id in this record; the registry's own when `linked`.
    pub id: String,
    /// Its name as the page writes it.
    pub name: String,
    /// Names by BCP-47 tag.
    pub names: BTreeMap<String, Vec<String>>,
    /// Acronyms by BCP-47 tag.
    pub acronyms: BTreeMap<String, Vec<String>>,
    /// What kind of body it is.
    #[serde(rename = "type")]
    pub kind: OrganizationType,
    /// The id of the organisation it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent_organization: Option<String>,
    /// ISO 3166-1 alpha-2 code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Addresses of the same body in public registers (Wikidata, ROR).
    pub same_as: Vec<String>,
    /// Whether it was found in the registry.
    pub linked: bool,
    /// Whether it is known only through an office (a ministry through its minister).
    pub reconstructed: bool,
}
