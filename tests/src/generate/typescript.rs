//! Writes the types of the record for TypeScript.

use std::fmt::Write as _;

use serde_json::Value;

use super::{Node, Shape, definitions};

const HEAD: &str = "\
// The types of a record. Generated from core/schema/record.schema.json by `make generate`: do not edit.
";

/// Interfaces for objects, unions of literals for kinds.
#[must_use]
pub fn typescript(schema: &Value) -> String {
    let mut out = HEAD.to_owned();
    for (name, node) in definitions(schema) {
        out.push('\n');
        doc(&mut out, "", node.doc());
        match node.shape() {
            Shape::Fields(fields) => {
                _ = writeln!(out, "export interface {name} {{");
                for field in fields {
                    doc(&mut out, "  ", field.node.doc());
                    let mark = if field.is_required { "" } else { "?" };
                    _ = writeln!(out, "  {}{mark}: {};", field.name, type_of(field.node));
                }
                out.push_str("}\n");
            }
            Shape::Choice(words) => {
                _ = write!(out, "export type {name} =");
                for (word, meaning) in words {
                    _ = write!(out, "\n  /** {meaning} */\n  | \"{word}\"");
                }
                out.push_str(";\n");
            }
            _ => _ = writeln!(out, "export type {name} = {};", type_of(node)),
        }
    }
    out
}

fn type_of(node: Node<'_>) -> String {
    match node.shape() {
        Shape::Named(name) => name.to_owned(),
        Shape::Text => "string".to_owned(),
        Shape::Integer | Shape::Number => "number".to_owned(),
        Shape::Boolean => "boolean".to_owned(),
        Shape::Pair => "[start: number, end: number]".to_owned(),
        Shape::List(item) => format!("{}[]", type_of(item)),
        Shape::Table(value) => format!("{{ [key: string]: {} }}", type_of(value)),
        Shape::Choice(_) | Shape::Fields(_) => panic!("`{}` needs a name in Rust", node.doc()),
    }
}

fn doc(out: &mut String, indent: &str, text: &str) {
    match text.lines().collect::<Vec<_>>()[..] {
        [] => {}
        [line] => _ = writeln!(out, "{indent}/** {line} */"),
        ref lines => {
            _ = writeln!(out, "{indent}/**");
            for line in lines {
                _ = writeln!(out, "{}", format!("{indent} * {line}").trim_end());
            }
            _ = writeln!(out, "{indent} */");
        }
    }
}
