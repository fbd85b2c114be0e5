//! The measuring end: JSON lines in, JSON lines out, in one of several modes.

use std::process::ExitCode;

use naba::{Extractor, Record, Source};
use naba_tests::json_lines;
use serde::{Deserialize, Serialize};

const USAGE: &str = "usage: adapter record   {id, text, url?, retrieved?} -> {id, record}, positions in UTF-8 bytes
       adapter html     {id, html, url?} -> {id, articleBody, title, date, ms}: the article of a page, or all of a list of them
       adapter dates    {id, lang, text, reference} -> {id, mentions: [{start, end, from, to}]}, in code points
       adapter entities {id, lang, text} -> {id, mentions: [{start, end, type}]}, in code points; no adjectives of countries
       adapter definitions {id, lang, text} -> {id, definitions: [{long: [start, end], short}]}, in code points";

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

#[derive(Deserialize)]
struct Words {
    id: serde_json::Value,
    lang: String,
    text: String,
}

#[derive(Serialize)]
struct Entities {
    id: serde_json::Value,
    mentions: Vec<Entity>,
}

#[derive(Serialize)]
struct Entity {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: naba::MentionType,
}

#[derive(Serialize)]
struct Definitions {
    id: serde_json::Value,
    definitions: Vec<Definition>,
}

#[derive(Serialize)]
struct Definition {
    long: [usize; 2],
    short: [usize; 2],
}

#[derive(Deserialize)]
struct Html {
    id: serde_json::Value,
    html: String,
    url: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Cleaned {
    id: serde_json::Value,
    article_body: String,
    title: Option<String>,
    date: Option<String>,
    ms: f64,
}

/// The article of a page of HTML; of several, headlines and texts one after the other.
fn article(extractor: &Extractor, page: Html) -> Cleaned {
    let start = std::time::Instant::now();
    let source = page.url.into_iter().fold(Source::html(&page.html), Source::url);
    let record = extractor.clean(&source);
    let title = |article: &naba::Article| article.headline.as_ref().map(|headline| headline.text.clone());
    let mut parts = Vec::new();
    for article in &record.articles {
        parts.extend(title(article).filter(|_| record.articles.len() > 1));
        parts.push(article.article_body.clone());
    }
    let first = record.articles.first();
    let date = first.and_then(|article| article.date_published.as_ref()?.from.clone());
    let named = record.page.as_ref().and_then(|page| page.name.clone()).filter(|_| record.articles.len() != 1);
    let ms = start.elapsed().as_secs_f64() * 1e3;
    Cleaned { id: page.id, article_body: parts.join("\n\n"), title: named.or_else(|| first.and_then(title)), date, ms }
}

/// The acronyms that a sentence spells out.
fn definitions(words: Words) -> Definitions {
    let Words { id, lang, text } = words;
    let points = |at: usize| text.char_indices().take_while(|&(byte, _)| byte < at).count();
    let range = |span: naba::Span| [points(span.start), points(span.end)];
    let found = naba::definitions(&text, Some(&lang)).into_iter();
    let definitions = found.map(|found| Definition { long: range(found.name.span), short: range(found.acronym.span) });
    Definitions { id, definitions: definitions.collect() }
}

/// The names of a sentence; not those that only describe, or say a country by an adjective.
fn entities(words: Words) -> Entities {
    let Words { id, lang, text } = words;
    let lang = Some(lang.as_str());
    let mut found: Vec<naba::Mention> = Vec::new();
    found.extend(naba::organizations(&text, lang).into_iter().flat_map(|named| named.mentions));
    found.extend(naba::people(&text, lang).into_iter().flat_map(|named| named.mentions));
    found.extend(naba::places(&text, lang).into_iter().flat_map(|named| named.mentions));
    let is_name = |mention: &naba::Mention| {
        !matches!(mention.form, Some(naba::MentionForm::Nominal | naba::MentionForm::Role))
            && mention.evidence.rule.as_str() != "places/demonym"
    };
    let points = |at: usize| text.char_indices().take_while(|&(byte, _)| byte < at).count();
    let mentions = found.iter().filter(|mention| is_name(mention)).map(|mention| Entity {
        start: points(mention.span.start),
        end: points(mention.span.end),
        kind: mention.kind,
    });
    Entities { id, mentions: mentions.collect() }
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
        Some("html") => json_lines(|page: Html| article(&extractor, page)),
        Some("dates") => json_lines(dates),
        Some("entities") => json_lines(entities),
        Some("definitions") => json_lines(definitions),
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
