//! How far the text of pages agrees with html5ever's: `{id, html}` in, `{id, agree, of}` out, in letters.

use naba::inspect;
use naba_tests::{json_lines, oracle};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct Page {
    id: Value,
    html: String,
}

fn main() -> std::io::Result<()> {
    json_lines(|page: Page| {
        let (ours, theirs) = (oracle::solid(&inspect::html_text(&page.html)), oracle::letters(&page.html));
        let (agree, of) = oracle::agreement(&ours, &theirs);
        let place = ours.chars().zip(theirs.chars()).position(|(a, b)| a != b).unwrap_or_default();
        let near = |text: &str| text.chars().skip(place.saturating_sub(20)).take(60).collect::<String>();
        json!({ "id": page.id, "agree": agree, "of": of, "first": [near(&ours), near(&theirs)] })
    })
}
