//! The clean articles of a record as Markdown (CommonMark), each with the facts of its events.

use rustc_hash::FxHashMap;

use super::view::{View, address, line, plain};
use super::{day, facts};
use crate::model::{Article, Event, Record, Temporal};

pub(super) fn write(record: &Record) -> String {
    let view = View::new(record);
    let mut boxes: FxHashMap<Option<&str>, Vec<String>> = FxHashMap::default();
    for event in &record.events {
        let article = view.article(event).map(|article| article.id.as_str());
        boxes.entry(article).or_default().push(facts_box(&view, event));
    }
    let mut parts = Vec::new();
    for each in &record.articles {
        let mut blocks = article(&view, each);
        blocks.extend(boxes.remove(&Some(&each.id)).unwrap_or_default());
        blocks.retain(|block| !block.is_empty());
        parts.push(blocks.join("\n\n"));
    }
    parts.extend(boxes.remove(&None).unwrap_or_default());
    parts.retain(|part| !part.is_empty());
    let text = parts.join("\n\n---\n\n");
    if text.is_empty() { text } else { text + "\n" }
}

/// Headline, second headline, who, when and where from, and the paragraphs.
fn article(view: &View<'_>, article: &Article) -> Vec<String> {
    let mut blocks = Vec::new();
    if let Some(headline) = &article.headline {
        blocks.push(prefixed("# ", &inline(&headline.text)));
    }
    if let Some(second) = &article.alternative_headline {
        blocks.push(prefixed("## ", &inline(&second.text)));
    }
    blocks.push(byline(view, article));
    blocks.extend(plain(&article.article_body).split("\n\n").map(paragraph));
    blocks
}

fn prefixed(mark: &str, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{mark}{text}") }
}

/// Who wrote it, on which day, for whom, taken from where.
fn byline(view: &View<'_>, article: &Article) -> String {
    let date = |date: &Temporal| day::first(date).map_or_else(|| line(&date.exact), str::to_owned);
    let names = [&article.publisher, &article.source_organization].into_iter().flatten().map(|id| view.name(id));
    let mut parts: Vec<String> = article.author.iter().map(|author| line(&author.name)).collect();
    parts.extend(article.date_published.as_ref().map(date));
    parts.extend(names.map(line));
    let mut parts: Vec<String> = parts.iter().map(|part| inline(part)).filter(|part| !part.is_empty()).collect();
    parts.extend(view.record.url.as_deref().and_then(address).map(|url| format!("<{url}>")));
    // The first of these could begin like a list: "12. …".
    start_of_line(&parts.join(" · "))
}

/// A quotation that holds the title of an event and a list of facts.
fn facts_box(view: &View<'_>, event: &Event) -> String {
    let facts = facts::circumstances(view, event).into_iter().chain(facts::involved(view, event));
    let items = facts.map(|(label, text)| format!("\n> - **{label}:** {}", inline(&text)));
    format!("> **{}**\n>{}", inline(&view.title(event)), items.collect::<String>())
}

/// The lines of a paragraph, none of which begins a block of another kind.
fn paragraph(text: &str) -> String {
    let lines = text.lines().map(|line| start_of_line(&inline(line)));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A text on one line whose marks are no markup.
fn inline(text: &str) -> String {
    let text = line(text);
    let mut escaped = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let is_mark = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' => true,
            '&' => chars.peek().is_some_and(|next| next.is_ascii_alphanumeric() || *next == '#'),
            _ => false,
        };
        escaped.extend(is_mark.then_some('\\'));
        escaped.push(c);
    }
    escaped
}

/// Escapes what would begin a heading, a list, a rule or a quotation. Other marks are escaped everywhere.
fn start_of_line(text: &str) -> String {
    let number = text.find(|c: char| !c.is_ascii_digit()).unwrap_or_default();
    let (digits, rest) = text.split_at(number);
    match rest.chars().next() {
        Some('#' | '-' | '+' | '=') if number == 0 => format!("\\{text}"),
        Some('.' | ')') if number > 0 => format!("{digits}\\{rest}"),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_text() {
        assert_eq!(inline("a*b_c [d](e) <f> R&D &amp; AT & T | ~ `g` \\"), {
            r"a\*b\_c \[d\](e) \<f\> R\&D \&amp; AT & T \| \~ \`g\` \\"
        });
        assert_eq!(inline("\n نبأ\u{200F} \0 عن"), "نبأ\u{200F}  عن");
    }

    #[test]
    fn no_line_begins_a_block() {
        for (text, escaped) in [
            ("# a", r"\# a"),
            ("- a", r"\- a"),
            ("--- ---", r"\--- ---"),
            ("+ a", r"\+ a"),
            ("===", r"\==="),
            ("12. a", r"12\. a"),
            ("3) a", r"3\) a"),
            ("> a", r"\> a"),
            ("* a", r"\* a"),
            ("    a", "a"),
            ("2024", "2024"),
            ("١. نبأ", "١. نبأ"),
        ] {
            assert_eq!(paragraph(text), escaped);
        }
        assert_eq!(paragraph("a\n\n- b\n\n"), "a\n\\- b");
    }
}
