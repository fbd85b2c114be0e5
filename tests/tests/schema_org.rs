//! The JSON-LD of records says nothing that schema.org has no word for: types, properties, their domains and ranges, values.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

/// The list of terms in `tests/exports/schema-org.txt`.
#[derive(Default)]
struct Vocabulary {
    parents: BTreeMap<String, Vec<String>>,
    /// Domain and range of each property.
    properties: BTreeMap<String, (Vec<String>, Vec<String>)>,
    /// The enumerations of each value.
    values: BTreeMap<String, Vec<String>>,
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

impl Vocabulary {
    fn read() -> Self {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("exports/schema-org.txt")).unwrap();
        let mut vocabulary = Self::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let (kind, rest) = line.split_once(' ').unwrap();
            let (name, rest) = rest.split_once([':', '<']).unwrap();
            let name = name.trim().to_owned();
            match kind {
                "type" => _ = vocabulary.parents.insert(name, words(rest)),
                "value" => _ = vocabulary.values.insert(name, words(rest)),
                "property" => {
                    let (domain, range) = rest.split_once('>').unwrap();
                    vocabulary.properties.insert(name, (words(domain), words(range)));
                }
                _ => panic!("{line}"),
            }
        }
        assert!(vocabulary.parents.len() > 800 && vocabulary.properties.len() > 1400 && vocabulary.values.len() > 500);
        vocabulary
    }

    fn is_a(&self, name: &str, types: &[String]) -> bool {
        types.iter().any(|each| each == name)
            || self.parents.get(name).is_some_and(|parents| parents.iter().any(|parent| self.is_a(parent, types)))
    }
}

/// Checks the nodes of a graph.
struct Check<'v> {
    vocabulary: &'v Vocabulary,
    /// The type of every node that has an id.
    types: BTreeMap<String, String>,
    faults: BTreeSet<String>,
    used: BTreeSet<String>,
}

impl Check<'_> {
    /// The type of a node or of what a reference points at; nobody says that of who won a prize.
    fn type_of<'n>(&'n self, node: &'n Value) -> Option<&'n str> {
        node["@type"].as_str().or_else(|| self.types.get(node["@id"].as_str()?).map(String::as_str))
    }

    fn node(&mut self, node: &Value) {
        let kind = self.type_of(node).map(str::to_owned);
        if let Some(kind) = kind.as_ref().filter(|kind| !self.vocabulary.parents.contains_key(*kind)) {
            self.faults.insert(format!("no type `{kind}`"));
        }
        if node["@type"].is_null() && !node["@id"].is_null() && kind.is_none() {
            self.faults.insert(format!("nothing has the id of {node}"));
        }
        self.used.extend(kind.clone());
        for (key, value) in node.as_object().unwrap().iter().filter(|(key, _)| !key.starts_with('@')) {
            self.used.insert(key.clone());
            let Some((domain, range)) = self.vocabulary.properties.get(key) else {
                self.faults.insert(format!("no property `{key}`"));
                continue;
            };
            // A role repeats the property that it stands under.
            let is_admitted = |kind: &String| {
                let is_role = self.vocabulary.is_a(kind, &["Role".to_owned()]) && key != "roleName";
                is_role || self.vocabulary.is_a(kind, domain)
            };
            if !kind.as_ref().is_none_or(is_admitted) {
                self.faults.insert(format!("`{key}` is no property of {kind:?}"));
            }
            for item in value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice) {
                self.value(key, item, &range.clone());
            }
        }
    }

    fn value(&mut self, key: &str, value: &Value, range: &[String]) {
        let has = |name: &str| range.iter().any(|each| each == name);
        let is_right = match value {
            Value::String(text) => match text.strip_prefix("https://schema.org/") {
                Some(name) => self.vocabulary.values.get(name).is_some_and(|kinds| kinds.iter().any(|kind| has(kind))),
                None => ["Text", "URL", "Date", "DateTime", "Duration"].into_iter().any(has),
            },
            Value::Number(_) => has("Number"),
            Value::Object(node) if node.contains_key("@value") => {
                assert!(node["@language"].is_string() && node.len() == 2);
                has("Text")
            }
            Value::Object(_) => {
                self.node(value);
                self.type_of(value).is_none_or(|kind| {
                    self.vocabulary.is_a(kind, &["Role".to_owned()]) || self.vocabulary.is_a(kind, range)
                })
            }
            _ => false,
        };
        if !is_right {
            self.faults.insert(format!("`{key}` takes {range:?}, not {value}"));
        }
    }
}

#[test]
fn every_term_is_one_of_schema_org() {
    let vocabulary = Vocabulary::read();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("exports");
    let mut used = BTreeSet::new();
    for folder in fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        let json = fs::read_to_string(folder.join("record.json")).unwrap();
        used.extend(check(&vocabulary, &json));
        // The same record with every kind of event, body, part, status and attendance.
        for kinds in every_kind(&json) {
            used.extend(check(&vocabulary, &kinds));
        }
    }
    for term in ["Festival", "GovernmentOffice", "OrganizationRole", "superEvent", "award", "funder", "workFeatured"] {
        assert!(used.contains(term), "`{term}` is not tested");
    }
}

/// The terms a record uses.
fn check(vocabulary: &Vocabulary, json: &str) -> BTreeSet<String> {
    let graph: Value = serde_json::from_str(&naba::json::json_ld(json).unwrap()).unwrap();
    assert_eq!(graph["@context"], "https://schema.org");
    let nodes = graph["@graph"].as_array().unwrap();
    let types: BTreeMap<String, String> = nodes
        .iter()
        .map(|node| (node["@id"].as_str().unwrap().to_owned(), node["@type"].as_str().unwrap().to_owned()))
        .collect();
    assert_eq!(types.len(), nodes.len(), "two nodes have one id");
    let mut check = Check { vocabulary, types, faults: BTreeSet::new(), used: BTreeSet::new() };
    nodes.iter().for_each(|node| check.node(node));
    assert!(check.faults.is_empty(), "{:#?}", check.faults);
    check.used
}

/// Copies of a record in which all events, bodies and parts are of one kind, for each kind the schema knows.
fn every_kind(json: &str) -> Vec<String> {
    let schema = naba_tests::generate::schema();
    let words = |name: &str| -> Vec<Value> {
        let choices = schema["$defs"][name]["oneOf"].as_array().unwrap_or_else(|| panic!("no kinds in `{name}`"));
        choices.iter().map(|choice| choice["const"].clone()).collect()
    };
    let fields = [
        ("events", "type", words("EventType")),
        ("events", "eventStatus", words("EventStatus")),
        ("events", "attendanceMode", words("AttendanceMode")),
        ("organizations", "type", words("OrganizationType")),
        ("participants", "as", words("ParticipantRole")),
    ];
    let mut copies = Vec::new();
    for (list, field, kinds) in fields {
        for kind in kinds {
            let mut value: Value = serde_json::from_str(json).unwrap();
            let in_events = value["events"].as_array_mut().unwrap();
            let items: Vec<&mut Value> = match list {
                "events" => in_events.iter_mut().collect(),
                "participants" => in_events.iter_mut().flat_map(|e| e[list].as_array_mut().unwrap()).collect(),
                _ => value[list].as_array_mut().unwrap().iter_mut().collect(),
            };
            items.into_iter().for_each(|item| item[field] = kind.clone());
            copies.push(value.to_string());
        }
    }
    copies
}
