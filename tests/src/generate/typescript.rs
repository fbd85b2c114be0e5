//! Writes the types of the record, and of a caller's own data, for TypeScript.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::Value;

use super::{Node, Shape, definitions};

const HEAD: &str = "\
// The types of a record, and of data of one's own. Generated from core/schema by `make generate`: do not edit.
";

/// Interfaces for objects, unions of literals for kinds.
#[must_use]
pub fn typescript(schemas: &[&Value]) -> String {
    let mut out = HEAD.to_owned();
    let mut written = BTreeSet::new();
    for (name, node) in schemas.iter().flat_map(|schema| definitions(schema)) {
        // What two schemas share is the same in both.
        if !written.insert(name) {
            continue;
        }
        out.push('\n');
        doc(&mut out, "", node.doc());
        match node.shape() {
            Shape::Fields(fields) => {
                _ = writeln!(out, "export interface {name} {{");
                for field in fields {
                    doc(&mut out, "  ", field.node.doc());
                    let mark = if field.is_required { "" } else { "?" };
                    let quote = if field.name.contains('-') { "\"" } else { "" };
                    _ = writeln!(out, "  {quote}{}{quote}{mark}: {};", field.name, type_of(field.node));
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
