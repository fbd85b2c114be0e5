//! Writes the files that follow from the Rust types of the record: its JSON Schema, that of a caller's
//! own data, and the types of other hosts.
//!
//! `generate` writes them, `generate --check` fails when one is stale.

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use naba_tests::generate::{data_schema, python, schema, typescript};

fn main() -> ExitCode {
    let is_check = match env::args().nth(1).as_deref() {
        None => false,
        Some("--check") => true,
        Some(_) => {
            eprintln!("usage: generate [--check]");
            return ExitCode::from(2);
        }
    };
    let (schema, data) = (schema(), data_schema());
    let files = [
        ("core/schema/record.schema.json", format!("{schema:#}\n")),
        ("core/schema/data.schema.json", format!("{data:#}\n")),
        ("bindings-wasm/js/types.d.ts", typescript(&[&schema, &data])),
        ("bindings-py/python/naba/types.py", python(&schema)),
    ];
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let mut code = ExitCode::SUCCESS;
    for (name, text) in files {
        let path = root.join(name);
        if fs::read_to_string(&path).is_ok_and(|old| old == text) {
            continue;
        }
        if is_check {
            eprintln!("generate: `{name}` is stale: run `make generate` and commit it");
            code = ExitCode::FAILURE;
        } else if let Err(error) = fs::write(&path, text) {
            eprintln!("generate: `{name}`: {error}");
            code = ExitCode::FAILURE;
        } else {
            println!("generate: wrote {name}");
        }
    }
    code
}
