//! Reads the JSON Schema of the record, for the writers of the types of other hosts.

mod python;
mod typescript;

pub use python::python;
pub use typescript::typescript;

use serde_json::Value;

/// The schema of the record with its prose made plain: no links that only rustdoc follows.
#[must_use]
pub fn schema() -> Value {
    plain_schema(naba::schema().to_value())
}

/// The same of a caller's own data.
#[must_use]
pub fn data_schema() -> Value {
    plain_schema(naba::data_schema().to_value())
}

fn plain_schema(mut schema: Value) -> Value {
    each_description(&mut schema);
    schema
}

fn each_description(value: &mut Value) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                match value {
                    Value::String(text) if key == "description" => *text = plain(text),
                    value => each_description(value),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(each_description),
        _ => {}
    }
}

/// ``[`Record::text`](super::Record)`` as `` `Record.text` ``.
fn plain(text: &str) -> String {
    let Some((before, rest)) = text.split_once("[`") else { return text.to_owned() };
    let Some((name, mut rest)) = rest.split_once("`]") else { return text.to_owned() };
    if let Some((_, after)) = rest.strip_prefix('(').and_then(|target| target.split_once(')')) {
        rest = after;
    }
    format!("{before}`{}`{}", name.replace("::", "."), plain(rest))
}

/// A schema, as far as the types of the record use the language of JSON Schema.
#[derive(Clone, Copy)]
struct Node<'s>(&'s Value);

/// What a schema says a value is.
enum Shape<'s> {
    /// Another definition.
    Named(&'s str),
    Text,
    Integer,
    Number,
    Boolean,
    /// `[start, end]`.
    Pair,
    List(Node<'s>),
    /// An object whose keys are data.
    Table(Node<'s>),
    /// One of some words, each with its description.
    Choice(Vec<(&'s str, &'s str)>),
    /// An object with known keys.
    Fields(Vec<Field<'s>>),
}

/// A key of an object.
struct Field<'s> {
    name: &'s str,
    node: Node<'s>,
    is_required: bool,
}

/// The named schemas, the root first.
fn definitions(schema: &Value) -> Vec<(&str, Node<'_>)> {
    let root = Node(schema);
    let others = schema["$defs"].as_object().into_iter().flatten();
    std::iter::once((root.word("title"), root))
        .chain(others.map(|(name, schema)| (name.as_str(), Node(schema))))
        .collect()
}

impl<'s> Node<'s> {
    fn word(self, key: &str) -> &'s str {
        self.0[key].as_str().unwrap_or_default()
    }

    fn doc(self) -> &'s str {
        self.word("description")
    }

    fn shape(self) -> Shape<'s> {
        if let Some(name) = self.word("$ref").strip_prefix("#/$defs/") {
            return Shape::Named(name);
        }
        if let Some(choices) = self.0["oneOf"].as_array() {
            return Shape::Choice(
                choices.iter().map(|choice| (Node(choice).word("const"), Node(choice).doc())).collect(),
            );
        }
        match self.word("type") {
            "string" => Shape::Text,
            "integer" => Shape::Integer,
            "number" => Shape::Number,
            "boolean" => Shape::Boolean,
            "array" if self.0["maxItems"] == 2 => Shape::Pair,
            "array" => Shape::List(Node(&self.0["items"])),
            "object" if self.0.get("properties").is_some() => Shape::Fields(self.fields()),
            "object" => Shape::Table(Node(&self.0["additionalProperties"])),
            _ => panic!("no host type for the schema {}", self.0),
        }
    }

    fn fields(self) -> Vec<Field<'s>> {
        let required = self.0["required"].as_array().map(Vec::as_slice).unwrap_or_default();
        let properties = self.0["properties"].as_object().into_iter().flatten();
        let field =
            |(name, schema)| Field { name, node: Node(schema), is_required: required.iter().any(|r| r == name) };
        properties.map(|(name, schema): (&'s String, &'s Value)| field((name, schema))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_of_rustdoc_become_plain() {
        assert_eq!(plain("Of [`Record::text`](super::Record), see [`Span`]. [1]"), "Of `Record.text`, see `Span`. [1]");
        assert_eq!(plain("`[start, end]`"), "`[start, end]`");
    }
}
