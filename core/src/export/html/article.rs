//! An article as a newspaper prints it: headline, who and when, the clean text with what it names, its events.

use rustc_hash::FxHashSet;

use super::super::day;
use super::super::view::{View, address, cut, line};
use super::mark::{Mark, marks, nested, write};
use super::page::Line;
use super::write::{AUTO, Attribute, Html, direction};
use super::{LONGEST, event};
use crate::model::{Article, Event, Label, Temporal};
use crate::text::{Span, is_ignorable};

/// Longest address that an article links to; browsers take no longer ones either.
const ADDRESS: usize = 2000;

pub(super) fn section(html: &mut Html, view: &View<'_>, article: &Article, body: &[Line<'_>], events: &[&Event]) {
    let headline = article.headline.as_ref().map(|headline| headline.text.as_str());
    let language = Attribute::Lang(&article.in_language);
    html.block("article", &[Attribute::Dir(direction_of(article))], |html| {
        let titles =
            [("h3", headline), ("h4", article.alternative_headline.as_ref().map(|second| second.text.as_str()))];
        for (name, title) in titles {
            if let Some(title) = title.map(line).filter(|title| !title.is_empty()) {
                html.block(name, &[language, AUTO], |html| html.text(&title));
            }
        }
        byline(html, view, article);
        paragraphs(html, view, article, body);
        keywords(html, article);
        event::cards(html, view, events);
    });
}

/// The direction that an article is read in.
pub(super) fn direction_of(article: &Article) -> &'static str {
    direction(article.headline.as_ref().map_or(&article.article_body, |headline| &headline.text))
}

/// The day, who wrote it, for whom, taken from where, and in which language.
fn byline(html: &mut Html, view: &View<'_>, article: &Article) {
    let authors = article.author.iter().map(|author| ("By ", line(&author.name)));
    let publisher = article.publisher.iter().map(|id| ("", line(view.name(id))));
    let source = article.source_organization.iter().map(|id| ("From ", line(view.name(id))));
    let facts = authors.chain(publisher).chain(source).filter(|(_, name)| !name.is_empty());
    html.block("p", &[Attribute::Class("y")], |html| {
        if let Some(date) = &article.date_published {
            day_of(html, date);
            html.say(" · ");
        }
        for (label, name) in facts {
            html.say(label);
            html.value_in(&article.in_language, &name);
            html.say(" · ");
        }
        html.value(cut(&article.in_language, LONGEST));
        let url = article.url.as_deref().or(view.record.url.as_deref()).filter(|url| url.len() <= ADDRESS);
        if let Some(host) = url.and_then(host) {
            html.say(" · ");
            html.link(url, |html| html.value(host));
        }
    });
}

/// Where a page of the web is found, without the rest of its address.
fn host(url: &str) -> Option<&str> {
    let (_, rest) = address(url)?.split_once("://")?;
    rest.split(['/', '?', '#']).next().filter(|host| !host.is_empty())
}

/// A day as ISO 8601 writes it, or in the words of the page.
pub(super) fn day_of(html: &mut Html, date: &Temporal) {
    match day::first(date) {
        Some(day) => iso(html, day),
        None => html.value(&date.exact),
    }
}

/// A day, month or year of ISO 8601.
pub(super) fn iso(html: &mut Html, date: &str) {
    html.element("time", &[Attribute::Dir("ltr")], |html| html.say(date));
}

fn keywords(html: &mut Html, article: &Article) {
    let words = article.keywords.iter().map(|word| line(word)).filter(|word| !word.is_empty());
    let words: Vec<String> = words.collect();
    if !words.is_empty() {
        html.block("p", &[Attribute::Class("y")], |html| {
            html.say("Key words: ");
            html.joined(&words, " · ", |html, word| html.value_in(&article.in_language, word));
        });
    }
}

fn paragraphs(html: &mut Html, view: &View<'_>, article: &Article, body: &[Line<'_>]) {
    let text = article.article_body.as_str();
    let marks = moved(&view.record.text, body, text, &marks(view, &article.mentions));
    let mut marks = marks.iter().peekable();
    let letters = |text: &str| text.chars().filter(|c| is_letter(*c)).collect::<String>();
    let is_title = |line: &&Line<'_>| line.segment.is_some_and(|segment| segment.label == Label::Subheading);
    let titles = body.iter().filter(is_title).map(|line| letters(line.span.slice(&view.record.text)));
    let titles: FxHashSet<String> = titles.collect();
    let mut at = 0;
    for paragraph in text.split_inclusive('\n') {
        let span = Span::new(at, at + paragraph.len());
        at = span.end;
        if paragraph.contains(|c: char| !c.is_whitespace()) {
            let class = match paragraph {
                item if item.starts_with("• ") => Some("i"),
                title if !titles.is_empty() && titles.contains(&letters(title)) => Some("s"),
                _ => None,
            };
            let attributes = [Attribute::Lang(&article.in_language), AUTO];
            let attributes: Vec<_> = class.map(Attribute::Class).into_iter().chain(attributes).collect();
            html.block("p", &attributes, |html| write(html, view, text, span, &mut marks));
        }
    }
}

/// Marks of the page in the clean text, which the lines of `body` became: they are read side by side, one pass over both.
///
/// A mark is kept where the same letters stand in both.
fn moved<'r>(page: &str, body: &[Line<'_>], clean: &str, marks: &[Mark<'r>]) -> Vec<Mark<'r>> {
    let letters = |span: Span, text| {
        let text: &str = span.slice(text);
        text.char_indices().filter(|(_, c)| is_letter(*c)).map(move |(at, c)| (span.start + at, c))
    };
    let mut left = body.iter().flat_map(|line| letters(line.span, page)).peekable();
    // Where letters of the page stand in the clean text.
    let mut places: Vec<(usize, Span)> = Vec::new();
    for (at, c) in letters(Span::new(0, clean.len()), clean) {
        // The only letter that cleaning adds.
        if c == '•' && left.peek().is_none_or(|&(_, other)| other != c) {
            continue;
        }
        if let Some((from, _)) = left.by_ref().find(|&(_, other)| other == c) {
            places.push((from, Span::new(at, at + c.len_utf8())));
        }
    }
    let place = |mark: &Mark<'r>| {
        let first = places.partition_point(|(from, _)| *from < mark.span.start);
        let last = places.partition_point(|(from, _)| *from < mark.span.end).checked_sub(1)?;
        let span = Span::new(places.get(first)?.1.start, places.get(last)?.1.end);
        let is_same = letters(span, clean).map(|(_, c)| c).eq(letters(mark.span, page).map(|(_, c)| c));
        (is_same && !span.is_empty()).then_some(Mark { span, ..*mark })
    };
    nested(marks.iter().filter_map(place).collect())
}

fn is_letter(c: char) -> bool {
    !c.is_whitespace() && !c.is_control() && !is_ignorable(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Mention;

    #[test]
    fn marks_move_to_the_clean_text() {
        let evidence = serde_json::json!({"rule": "test", "span": [0, 0], "certainty": "pattern"});
        let json = serde_json::json!({"type": "place", "span": [0, 0], "exact": "", "evidence": evidence});
        let mention: Mention = serde_json::from_value(json).unwrap();
        let page = "Titre\n  À  Ra\u{AD}bat,\n  hier.\nPartager\n- un\n2. Fès\n";
        let clean = "À Rabat, hier.\n\n• un\n• Fès";
        let of = |text: &str| page.find(text).map(|start| Span::new(start, start + text.len())).unwrap();
        let body =
            ["  À  Ra\u{AD}bat,\n  hier.\n", "- un\n", "2. Fès\n"].map(|line| Line { span: of(line), segment: None });
        for (named, expected) in
            [("Ra\u{AD}bat", Some("Rabat")), ("Fès", Some("Fès")), ("Partager", None), ("2.", None)]
        {
            let marks = moved(page, &body, clean, &[Mark { span: of(named), mention: &mention }]);
            assert_eq!(marks.first().map(|mark| mark.span.slice(clean)), expected, "{named}");
        }
    }
}
