//! What the packages for other hosts are measured against: the JSON boundary on the pages whose files are named, one after the other.
//! Prints the milliseconds of the best of 30 rounds. Named by `bindings-wasm/test/bars.mjs`; alone it does nothing.

use std::time::Instant;

use naba::{Extractor, Positions, json};

fn main() {
    let files = std::env::args().skip(1).filter(|argument| !argument.starts_with("--"));
    let pages: Vec<String> = files.map(|file| std::fs::read_to_string(file).unwrap()).collect();
    let extractor = Extractor::new();
    let round = || {
        let start = Instant::now();
        for page in &pages {
            std::hint::black_box(json::extract_json(&extractor, page.as_str(), "", Positions::Utf16).unwrap());
        }
        start.elapsed()
    };
    let best = (0..30).map(|_| round()).min().unwrap_or_default();
    println!("{}", best.as_secs_f64() * 1000.0);
}
