//! A node of JSON-LD: its keys in the order they are set, and none that says nothing.

use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use crate::export::view::plain;

/// A node, written as an object.
pub(super) struct Node(Vec<(&'static str, Value)>);

/// What stands under a key.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Value {
    Text(String),
    Number(u32),
    Tagged {
        #[serde(rename = "@value")]
        value: String,
        #[serde(rename = "@language")]
        language: String,
    },
    Node(Node),
    List(Vec<Value>),
}

impl Node {
    pub(super) fn new(kind: &'static str) -> Self {
        Self(Vec::new()).with("@type", kind)
    }

    /// One whose type nobody says.
    pub(super) fn untyped() -> Self {
        Self(Vec::new())
    }

    /// A reference to another node.
    pub(super) fn reference(id: &str) -> Self {
        Self(Vec::new()).with("@id", id)
    }

    /// Adds a key, unless the value says nothing: an empty text, a node that has only a type. A list of one is its item.
    pub(super) fn with(mut self, key: &'static str, value: impl Into<Value>) -> Self {
        let value = match value.into() {
            Value::List(items) => {
                let mut items: Vec<Value> = items.into_iter().filter(|item| !item.is_empty()).collect();
                if items.len() == 1 { items.remove(0) } else { Value::List(items) }
            }
            value => value,
        };
        if !value.is_empty() {
            self.0.push((key, value));
        }
        self
    }
}

impl Value {
    /// A text in a language; the tag is left out when it is none.
    pub(super) fn tagged(text: &str, language: &str) -> Self {
        if is_language(language) {
            Self::Tagged { value: clean(text), language: language.to_owned() }
        } else {
            text.into()
        }
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) | Self::Tagged { value: text, .. } => text.is_empty(),
            Self::Node(node) => node.0.iter().all(|(key, _)| *key == "@type"),
            Self::List(items) => items.is_empty(),
            Self::Number(_) => false,
        }
    }
}

/// A text without control characters, nor spaces at its ends.
fn clean(text: &str) -> String {
    plain(text).trim().to_owned()
}

/// Whether a text is a tag that names a language (BCP 47).
pub(super) fn is_language(tag: &str) -> bool {
    let is_part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    tag != "und" && tag.starts_with(|c: char| c.is_ascii_alphabetic()) && tag.split('-').all(is_part)
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(clean(text))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl From<Node> for Value {
    fn from(node: Node) -> Self {
        Self::Node(node)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::List(Vec::new()), Into::into)
    }
}

impl<T: Into<Value>> From<Vec<T>> for Value {
    fn from(values: Vec<T>) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        self.0.iter().try_for_each(|(key, value)| map.serialize_entry(key, value))?;
        map.end()
    }
}
