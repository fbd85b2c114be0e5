//! For fitting the models (`tests/accuracy/fit.py`): the signs of the units of pages, or of their headline candidates.

use std::process::ExitCode;

use naba::inspect;
use naba_tests::json_lines;
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct Page {
    id: Value,
    text: String,
}

#[derive(Deserialize)]
struct Html {
    id: Value,
    html: String,
}

fn markup(page: &Html, blocks: Option<&inspect::Model>) -> Value {
    let (text, lines) = inspect::html_page(&page.html, blocks);
    json!({ "id": page.id, "text": text, "units": lines.iter().map(row).collect::<Vec<_>>() })
}

fn row(line: &inspect::Line) -> Value {
    json!([line.span, line.letters, line.settled, line.signs, line.steps])
}

fn main() -> ExitCode {
    let done = match std::env::args().nth(1).as_deref() {
        Some("names") => {
            let [lines, steps, headings, blocks, block_steps, refine] = inspect::names();
            let names = json!({
                "lines": lines, "steps": steps, "headings": headings,
                "blocks": blocks, "block-steps": block_steps, "refine": refine,
            });
            println!("{names}");
            Ok(())
        }
        Some("lines") => json_lines(|page: Page| {
            let rows: Vec<Value> = inspect::page(&page.text).iter().map(row).collect();
            json!({ "id": page.id, "units": rows })
        }),
        Some("blocks") => json_lines(|page: Html| markup(&page, None)),
        Some("refine") => {
            let file = std::env::args().nth(2).unwrap_or_default();
            let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
            let model = toml::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
            json_lines(|page: Html| markup(&page, Some(&model)))
        }
        Some("headings") => {
            json_lines(|page: Page| json!({ "id": page.id, "candidates": inspect::candidates(&page.text) }))
        }
        _ => {
            eprintln!(
                "usage: signs names|lines|headings   {{id, text}} on standard input\n       signs blocks|refine BLOCKS.toml   {{id, html}}"
            );
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("signs: {error}");
            ExitCode::FAILURE
        }
    }
}
