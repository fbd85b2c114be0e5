//! A caller's own organisations and places, beside what the library ships with.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::facts::{CountryEntry, OrganizationEntry, PlaceEntry, PlaceFile};
use super::registry::{Line, LineKind, words, write};
use super::schema::Words;
use crate::error::{Error, Kind};

/// Organisations and places of a caller's own, in the shape of the files of `core/data`.
///
/// An organisation whose id the registry has, or a country that is known, replaces that entry; the names of a country stay.
/// Where an entry shares a name with one of the library, it comes first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct OwnData {
    /// Organisations.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub organization: Vec<OrganizationEntry>,
    /// Countries.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub country: Vec<CountryEntry>,
    /// Cities.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub city: Vec<PlaceEntry>,
    /// Regions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub region: Vec<PlaceEntry>,
}

/// The same before its entries are read, so that a fault can name its entry.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Lists {
    organization: Vec<Value>,
    country: Vec<Value>,
    city: Vec<Value>,
    region: Vec<Value>,
}

impl OwnData {
    /// Reads data from JSON; an empty text has none.
    ///
    /// ```
    /// use naba::OwnData;
    /// let fault = OwnData::from_json(r#"{"organization": [{"id": "dune", "type": "media", "nmes": {}}]}"#).unwrap_err();
    /// assert!(fault.to_string().starts_with("data: organization `dune`: unknown field `nmes`"));
    /// ```
    ///
    /// # Errors
    ///
    /// When the text is no JSON object of these lists, or an entry has an unknown key or a value of the wrong type.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        if json.is_empty() {
            return Ok(Self::default());
        }
        let lists: Lists = serde_json::from_str(json).map_err(|source| Kind::Json { what: "data", source })?;
        Ok(Self {
            organization: entries("organization", lists.organization)?,
            country: entries("country", lists.country)?,
            city: entries("city", lists.city)?,
            region: entries("region", lists.region)?,
        })
    }

    /// The registry with these entries before its own.
    pub(super) fn join(self, registry: &str) -> Result<String, Error> {
        self.check(registry)?;
        let Self { organization, country, city, region } = self;
        let ids: BTreeSet<&str> = organization.iter().map(|entry| entry.id.as_str()).collect();
        let codes: BTreeSet<&str> = country.iter().map(|entry| entry.code.as_str()).collect();
        let mut known = BTreeMap::new();
        let mut kept = String::with_capacity(registry.len());
        for text in registry.lines() {
            let Some(line) = Line::new(text) else { continue };
            let code = line.country().filter(|code| line.kind == LineKind::Country && codes.contains(code));
            if let Some(code) = code {
                known.insert(code.to_owned(), words(line.names()));
            } else if line.kind != LineKind::Organization || !ids.contains(line.id()) {
                kept.push_str(text);
                kept.push('\n');
            }
        }
        let places = PlaceFile { country: country.clone(), countries: known, city, region };
        Ok(write(&organization, &places, &BTreeMap::new()) + &kept)
    }

    /// What the types cannot say: ids are good and unique, parents are there, codes are codes, everything has a name.
    fn check(&self, registry: &str) -> Result<(), Error> {
        let bodies = registry.lines().filter_map(Line::new).filter(|line| line.kind == LineKind::Organization);
        let mut parents: BTreeMap<&str, Option<&str>> = bodies.map(|line| (line.id(), line.parent())).collect();
        let mut own = BTreeSet::new();
        for entry in &self.organization {
            let fault = |fault: &str| fault_of("organization", &entry.id, fault);
            if !is_id(&entry.id) {
                return Err(fault("has an id that is not lower-case letters, digits and hyphens, like `dune-press`"));
            }
            // The record numbers the bodies that no data knows like this.
            let is_number = |rest: &str| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit());
            if entry.id.strip_prefix("organization-").is_some_and(is_number) {
                return Err(fault("has an id that records use themselves"));
            }
            if !own.insert(entry.id.as_str()) {
                return Err(fault("is there twice"));
            }
            if !has_name(&[&entry.names]) {
                return Err(fault("has no name in `names`"));
            }
            for code in entry.country.iter().chain(&entry.seat) {
                check_code("organization", &entry.id, code)?;
            }
            parents.insert(&entry.id, entry.parent.as_deref());
        }
        for entry in &self.organization {
            let mut above = entry.parent.as_deref();
            let mut passed = BTreeSet::from([entry.id.as_str()]);
            while let Some(parent) = above {
                let Some(next) = parents.get(parent) else {
                    return Err(fault_of(
                        "organization",
                        &entry.id,
                        &format!("has the parent `{parent}`, which is nowhere"),
                    ));
                };
                if !passed.insert(parent) {
                    return Err(fault_of("organization", &entry.id, "is a part of itself"));
                }
                above = *next;
            }
        }
        let mut codes = BTreeSet::new();
        for entry in &self.country {
            if !is_code(&entry.code) {
                return Err(fault_of("country", &entry.code, "has no code like `MA` in `code`"));
            }
            if !codes.insert(&entry.code) {
                return Err(fault_of("country", &entry.code, "is there twice"));
            }
        }
        for (list, places) in [("city", &self.city), ("region", &self.region)] {
            for (at, place) in places.iter().enumerate() {
                let name = first_name(&place.names).or_else(|| first_name(&place.weak));
                let called = name.map_or_else(|| (at + 1).to_string(), str::to_owned);
                if !has_name(&[&place.names, &place.weak]) {
                    return Err(fault_of(list, &called, "has no name in `names` or `weak`"));
                }
                place.country.iter().try_for_each(|code| check_code(list, &called, code))?;
            }
        }
        Ok(())
    }
}

/// The entries of a list; a fault names its entry by id, code or name, else by its number.
fn entries<T: DeserializeOwned>(list: &'static str, values: Vec<Value>) -> Result<Vec<T>, Error> {
    let read = |(at, value): (usize, Value)| {
        let name = value.get("names").and_then(|names| names.as_object()?.values().next()?.get(0));
        let called = value.get("id").or(value.get("code")).or(name).and_then(Value::as_str).map(str::to_owned);
        let entry = |called: Option<String>| format!("{list} `{}`", called.unwrap_or_else(|| (at + 1).to_string()));
        serde_json::from_value(value).map_err(|source| Kind::Entry { entry: entry(called), source }.into())
    };
    values.into_iter().enumerate().map(read).collect()
}

fn fault_of(list: &str, called: &str, fault: &str) -> Error {
    Kind::Data { entry: format!("{list} `{called}`"), fault: fault.to_owned() }.into()
}

fn is_id(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn is_code(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn check_code(list: &str, called: &str, code: &str) -> Result<(), Error> {
    if is_code(code) {
        return Ok(());
    }
    Err(fault_of(list, called, &format!("has the country `{code}`, which is no code like `MA`")))
}

fn first_name(names: &Words) -> Option<&str> {
    names.values().flatten().map(String::as_str).find(|name| name.chars().any(char::is_alphanumeric))
}

fn has_name(tables: &[&Words]) -> bool {
    tables.iter().any(|names| first_name(names).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resources::Resources;

    fn fault(json: &str) -> String {
        OwnData::from_json(json).and_then(Resources::with_data).err().unwrap().to_string()
    }

    #[test]
    fn a_fault_names_its_entry() {
        let faults = [
            (r#"{"organisation": []}"#, "data: unknown field `organisation`"),
            (r#"{"organization": 7}"#, "data: invalid type: integer `7`, expected a sequence"),
            (
                r#"{"organization": [{"id": "a", "type": "media", "nmes": {}}]}"#,
                "data: organization `a`: unknown field `nmes`",
            ),
            (r#"{"organization": [{"id": "a", "type": "paper"}]}"#, "data: organization `a`: unknown variant `paper`"),
            (r#"{"organization": [{"type": "media"}]}"#, "data: organization `1`: missing field `id`"),
            (
                r#"{"organization": [{"id": "a", "type": "media", "names": {"fr": "A"}}]}"#,
                "data: organization `a`: invalid type",
            ),
            (r#"{"organization": [{"id": "a", "type": "media"}]}"#, "data: organization `a` has no name"),
            (r#"{"organization": [{"id": "A b", "type": "media"}]}"#, "data: organization `A b` has an id that is not"),
            (
                r#"{"organization": [{"id": "organization-1", "type": "media"}]}"#,
                "data: organization `organization-1` has an id that records",
            ),
            (
                r#"{"organization": [{"id": "a", "type": "media", "names": {"fr": ["A"]}, "parent": "b"}]}"#,
                "data: organization `a` has the parent `b`, which is nowhere",
            ),
            (
                r#"{"organization": [{"id": "a", "type": "media", "names": {"fr": ["A"]}, "parent": "a"}]}"#,
                "data: organization `a` is a part of itself",
            ),
            (
                r#"{"organization": [{"id": "a", "type": "media", "names": {"fr": ["A"]}, "country": "Maroc"}]}"#,
                "data: organization `a` has the country `Maroc`",
            ),
            (
                r#"{"city": [{"names": {"fr": ["Azrou"]}, "capitol": true}]}"#,
                "data: city `Azrou`: unknown field `capitol`",
            ),
            (r#"{"region": [{"country": "MA"}]}"#, "data: region `1` has no name"),
            (r#"{"country": [{"names": {"fr": ["Maroc"]}}]}"#, "data: country `` has no code like `MA` in `code`"),
            ("{", "data: EOF while parsing an object at line 1 column 1"),
        ];
        for (json, wanted) in faults {
            let said = fault(json);
            assert!(said.starts_with(wanted), "{json}: {said}");
        }
    }

    #[test]
    fn data_that_is_read_is_written_the_same() {
        let json = r#"{"organization":[{"id":"a","type":"media","names":{"fr":["A"]}}],"city":[{"country":"MA","kind":"region","names":{"fr":["Azrou"]}}]}"#;
        assert_eq!(serde_json::to_string(&OwnData::from_json(json).unwrap()).unwrap(), json);
        assert_eq!(OwnData::from_json("").unwrap(), OwnData::default());
    }
}
