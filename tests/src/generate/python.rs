//! Writes the types of the record for Python, as structs that `msgspec` decodes.

use std::fmt::Write as _;

use serde_json::Value;

use super::{Field, Node, Shape, definitions};

const HEAD: &str = "\
\"\"\"The types of a record. Generated from core/schema/record.schema.json by `make generate`: do not edit.\"\"\"

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from naba._views import EventViews, RecordViews, Struct, place_events
";

/// Names of JSON that Python keeps for itself and the record uses or could use.
const KEYWORDS: [&str; 12] =
    ["as", "class", "def", "for", "from", "global", "import", "in", "is", "not", "pass", "with"];

/// Frozen structs for objects, literals for kinds.
#[must_use]
pub fn python(schema: &Value) -> String {
    let mut out = HEAD.to_owned();
    let mut definitions = definitions(schema);
    // The record last: mypy takes a name that comes later, `Warning`, for the one of Python.
    definitions.rotate_left(1);
    let mut names: Vec<_> = definitions.iter().map(|(name, _)| *name).collect();
    names.sort_unstable();
    out.push_str("\n__all__ = [\n");
    for name in names {
        _ = writeln!(out, "    \"{name}\",");
    }
    out.push_str("]\n");
    let mut was_class = false;
    for (name, node) in definitions {
        let is_class = matches!(node.shape(), Shape::Fields(_));
        out.push_str(if is_class || was_class { "\n\n" } else { "\n" });
        was_class = is_class;
        match node.shape() {
            Shape::Fields(fields) if name == "Record" => {
                out.push_str("class RecordParts(Struct, frozen=True, kw_only=True):\n");
                out.push_str("    \"\"\"What a record decodes to.\"\"\"\n\n");
                fields.iter().for_each(|field| attribute(&mut out, field));
                out.push_str("\n    def __post_init__(self) -> None:\n        place_events(self)\n");
                out.push_str("\n\nclass Record(RecordViews):\n");
                doc(&mut out, "    ", node.doc());
                out.push_str("\n    __slots__ = ()\n");
                for field in &fields {
                    out.push('\n');
                    property(&mut out, field);
                }
            }
            Shape::Fields(fields) => {
                let base = if name == "Event" { "EventViews" } else { "Struct" };
                _ = writeln!(out, "class {name}({base}, frozen=True, kw_only=True):");
                doc(&mut out, "    ", node.doc());
                for field in &fields {
                    out.push('\n');
                    attribute(&mut out, field);
                    doc(&mut out, "    ", field.node.doc());
                }
            }
            Shape::Choice(words) => {
                _ = writeln!(out, "{name}: TypeAlias = Literal[");
                for (word, meaning) in words {
                    _ = writeln!(out, "    \"{word}\",  # {meaning}");
                }
                out.push_str("]\n");
                doc(&mut out, "", node.doc());
            }
            _ => {
                _ = writeln!(out, "{name}: TypeAlias = {}", type_of(node));
                doc(&mut out, "", node.doc());
            }
        }
    }
    out
}

/// A field of the record, which is read off its JSON when somebody asks.
fn property(out: &mut String, field: &Field<'_>) {
    let (name, kind) = (snake(field.name), kind(field));
    _ = writeln!(out, "    @property\n    def {name}(self) -> {kind}:");
    doc(out, "        ", field.node.doc());
    _ = writeln!(out, "        return self.parts.{name}");
}

/// The type of a field.
fn kind(field: &Field<'_>) -> String {
    type_of(field.node) + if field.is_required { "" } else { " | None" }
}

fn attribute(out: &mut String, field: &Field<'_>) {
    let snake = snake(field.name);
    let is_keyword = KEYWORDS.contains(&snake.as_str());
    let is_renamed = is_keyword || camel(&snake) != field.name;
    let name = if is_keyword { format!("{snake}_") } else { snake };
    let kind = kind(field);
    let default = match (field.is_required, is_renamed) {
        (true, false) => String::new(),
        (false, false) => " = None".to_owned(),
        (true, true) => format!(" = msgspec.field(name=\"{}\")", field.name),
        (false, true) => format!(" = msgspec.field(name=\"{}\", default=None)", field.name),
    };
    _ = writeln!(out, "    {name}: {kind}{default}");
}

fn type_of(node: Node<'_>) -> String {
    match node.shape() {
        Shape::Named(name) => name.to_owned(),
        Shape::Text => "str".to_owned(),
        Shape::Integer => "int".to_owned(),
        Shape::Number => "float".to_owned(),
        Shape::Boolean => "bool".to_owned(),
        Shape::Pair => "tuple[int, int]".to_owned(),
        Shape::List(item) => format!("tuple[{}, ...]", type_of(item)),
        Shape::Table(value) => format!("dict[str, {}]", type_of(value)),
        Shape::Choice(_) | Shape::Fields(_) => panic!("`{}` needs a name in Rust", node.doc()),
    }
}

fn doc(out: &mut String, indent: &str, text: &str) {
    let (text, lead) = (text.replace('\\', "\\\\").replace("\"\"\"", "\\\"\\\"\\\""), text.starts_with('"'));
    let text = text.strip_suffix('"').map_or(text.clone(), |text| format!("{text}\\\""));
    let mut lines = text.lines();
    if let Some(first) = lines.next() {
        _ = write!(out, "{indent}\"\"\"{}{first}", if lead { " " } else { "" });
        let more: Vec<_> = lines.map(|line| format!("\n{indent}{line}").trim_end_matches(' ').to_owned()).collect();
        let end = if more.is_empty() { String::new() } else { format!("\n{indent}") };
        _ = writeln!(out, "{}{end}\"\"\"", more.concat());
    }
}

fn snake(camel: &str) -> String {
    let each = |c: char| if c.is_ascii_uppercase() { format!("_{}", c.to_ascii_lowercase()) } else { c.to_string() };
    camel.chars().map(each).collect()
}

/// What `msgspec` makes of a name by `rename="camel"`.
fn camel(snake: &str) -> String {
    let (first, rest) = snake.split_once('_').unwrap_or((snake, ""));
    let capital =
        |part: &str| part.chars().take(1).map(|c| c.to_ascii_uppercase()).chain(part.chars().skip(1)).collect();
    std::iter::once(first.to_owned()).chain(rest.split('_').map(capital)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_keyword_gets_an_underscore_and_keeps_its_name_in_json() {
        let schema = serde_json::json!({"title": "Role", "type": "object", "required": ["as"], "properties": {
            "as": {"type": "string"}, "roleName": {"type": "string"}, "from": {"type": "array", "items": {"type": "integer"}}
        }});
        let text = python(&schema);
        assert!(text.contains("\n    as_: str = msgspec.field(name=\"as\")\n"), "{text}");
        assert!(text.contains("\n    role_name: str | None = None\n"), "{text}");
        assert!(
            text.contains("\n    from_: tuple[int, ...] | None = msgspec.field(name=\"from\", default=None)\n"),
            "{text}"
        );
    }
}
