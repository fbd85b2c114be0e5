//! The shape of the data files about who and where: the registry of organisations, places, names of people, and the
//! words that names are recognised by.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{OrganizationType, Words};

/// One body of the registry: an entry of `core/data/organizations`, or of a caller's own list.
///
/// Names are lists by BCP-47 tag, the official name first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[non_exhaustive]
pub struct OrganizationEntry {
    /// Lower-case ASCII, unique in the registry.
    pub id: String,
    /// What kind of body it is.
    #[serde(rename = "type")]
    pub kind: OrganizationType,
    /// The id of the body it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// ISO 3166-1 alpha-2 code of the country of its headquarters, for an international body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seat: Option<String>,
    /// ISO 3166-1 alpha-2 code of the country a national body belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Ids in public registers: `Q7809` of Wikidata, or an address.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub same_as: Vec<String>,
    /// Full names.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub names: Words,
    /// Shortened names.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub short: Words,
    /// Acronyms, without an article.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub acronyms: Words,
    /// Names it had before.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub former: Words,
    /// Names that mean other things too: they count where the page has another name of it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub weak: Words,
}

/// A file of the registry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct OrganizationFile {
    /// Its entries.
    pub organization: Vec<OrganizationEntry>,
}

/// A country: what CLDR does not say of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct CountryEntry {
    /// ISO 3166-1 alpha-2.
    pub code: String,
    /// Official and other names; CLDR's stand in `cldr.toml`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub names: Words,
    /// Adjectives; regular endings are added by the rules of the language.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub adjectives: Words,
    /// Names of its people that are not made from the adjective.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub people: Words,
    /// Names that mean other things too.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub weak: Words,
}

/// What kind of place a name is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum PlaceKind {
    /// Province, state, group of countries.
    #[default]
    Region,
    /// Continent.
    Continent,
    /// Sea, river, strait, canal.
    Water,
    /// Desert, mountains, island.
    Land,
}

/// A city or a region.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct PlaceEntry {
    /// ISO 3166-1 alpha-2 code of its country, when it lies in one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Whether it is the capital.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub capital: bool,
    /// What kind of region it is.
    pub kind: PlaceKind,
    /// Names.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub names: Words,
    /// Adjectives.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub adjectives: Words,
    /// Names of its people.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub people: Words,
    /// Names that mean other things too.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub weak: Words,
}

/// A file of places.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct PlaceFile {
    /// Countries by hand.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub country: Vec<CountryEntry>,
    /// Names of countries in CLDR, by ISO 3166-1 alpha-2 code.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub countries: BTreeMap<String, Words>,
    /// Cities.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub city: Vec<PlaceEntry>,
    /// Regions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub region: Vec<PlaceEntry>,
}

/// Names of people in one script.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct NameFile {
    /// Given names.
    pub given: Vec<String>,
    /// Family names.
    pub family: Vec<String>,
    /// Words that names are put together with: "ben", "عبد", "van".
    pub compound: Vec<String>,
    /// Names that are ordinary words too.
    pub ambiguous: Vec<String>,
}

/// `names.toml` of a language: the words that names of bodies, people and places are recognised by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct NameWords {
    /// The definite article where it is written together with its noun (Arabic ال).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub article: String,
    /// Proclitics that fuse with the article, and what the two become.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub fused: BTreeMap<String, String>,
    /// Endings that an adjective of a country takes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub adjective_endings: Vec<String>,
    /// Nouns that begin (or, in English, end) the names of bodies, by what kind of body they name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub heads: BTreeMap<OrganizationType, Vec<String>>,
    /// Heads that make a name only together with a body they belong to or are named after.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dependent_heads: Vec<String>,
    /// Offices, by the kind of body they stand for; `other` when they stand for none.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub offices: BTreeMap<OrganizationType, Vec<String>>,
    /// Titles of people, by their normal form.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub honorifics: Words,
    /// Numbers in words that dates have no use for, by value.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub numbers: Words,
    /// Words of money, by ISO 4217 code; a word may stand under several.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub currencies: Words,
    /// The currency that a word stands for when it may be several, and the page names none of their countries.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub default_currency: String,
    /// Every other word, by class.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub words: Words,
    /// Usual verbs, in languages whose names have no capitals.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub verbs: Vec<String>,
}
