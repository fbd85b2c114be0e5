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

fn main() -> ExitCode {
    let done = match std::env::args().nth(1).as_deref() {
        Some("names") => {
            let [lines, steps, headings] = inspect::names();
            println!("{}", json!({ "lines": lines, "steps": steps, "headings": headings }));
            Ok(())
        }
        Some("lines") => json_lines(|page: Page| {
            let rows: Vec<Value> = inspect::page(&page.text)
                .into_iter()
                .map(|line| json!([line.span, line.letters, line.settled, line.signs, line.steps]))
                .collect();
            json!({ "id": page.id, "units": rows })
        }),
        Some("text") => json_lines(|page: Html| {
            let start = std::time::Instant::now();
            let text = inspect::html_text(&page.html);
            json!({ "id": page.id, "articleBody": text, "ms": start.elapsed().as_secs_f64() * 1e3 })
        }),
        Some("headings") => {
            json_lines(|page: Page| json!({ "id": page.id, "candidates": inspect::candidates(&page.text) }))
        }
        _ => {
            eprintln!("usage: signs names|lines|headings   {{id, text}} on standard input");
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
