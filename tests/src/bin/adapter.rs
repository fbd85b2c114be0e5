//! The measuring end: JSON lines in, JSON lines out, in one of several modes.

use std::process::ExitCode;

use naba::{Extractor, Record, Source};
use naba_tests::json_lines;
use serde::{Deserialize, Serialize};

const USAGE: &str = "usage: adapter record   {id, text, url?, retrieved?} -> {id, record}, positions in UTF-8 bytes";

#[derive(Deserialize)]
struct Page {
    id: serde_json::Value,
    text: String,
    url: Option<String>,
    retrieved: Option<String>,
}

#[derive(Serialize)]
struct Answer {
    id: serde_json::Value,
    record: Record,
}

fn main() -> ExitCode {
    let mode = std::env::args().nth(1);
    let extractor = Extractor::new();
    let done = match mode.as_deref() {
        Some("record") => json_lines(|page: Page| {
            let mut source = Source::text(&page.text);
            source = page.url.into_iter().fold(source, Source::url);
            source = page.retrieved.into_iter().fold(source, Source::retrieved);
            Answer { id: page.id, record: extractor.extract(&source) }
        }),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("adapter: {error}");
            ExitCode::FAILURE
        }
    }
}
