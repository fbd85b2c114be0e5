//! The measuring end: JSON lines in, JSON lines out, in one of several modes.

use std::process::ExitCode;

use naba::{Extractor, Record, Source};
use naba_tests::json_lines;
use serde::{Deserialize, Serialize};

const USAGE: &str = "usage: adapter record   {id, text, url?, retrieved?} -> {id, record}, positions in UTF-8 bytes
       adapter dates    {id, lang, text, reference} -> {id, mentions: [{start, end, from, to}]}, in code points";

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

#[derive(Deserialize)]
struct Sentence {
    id: serde_json::Value,
    lang: String,
    text: String,
    reference: Option<String>,
}

#[derive(Serialize)]
struct Dates {
    id: serde_json::Value,
    mentions: Vec<Mention>,
}

#[derive(Serialize)]
struct Mention {
    start: usize,
    end: usize,
    from: Option<String>,
    to: Option<String>,
}

/// The dates of a sentence; lengths and rhythms without a date are left out.
fn dates(sentence: Sentence) -> Dates {
    let anchor = sentence.reference.as_deref().and_then(|reference| reference.get(..10));
    let found = naba::dates(&sentence.text, Some(&sentence.lang), anchor).unwrap_or_default();
    let points = |at: usize| sentence.text.char_indices().take_while(|&(byte, _)| byte < at).count();
    let dated = found.into_iter().filter(|date| date.edtf.is_some() && date.repeat_frequency.is_none());
    let mentions = dated.map(|date| Mention {
        start: points(date.span.start),
        end: points(date.span.end),
        from: date.from,
        to: date.to,
    });
    Dates { id: sentence.id, mentions: mentions.collect() }
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
        Some("dates") => json_lines(dates),
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
