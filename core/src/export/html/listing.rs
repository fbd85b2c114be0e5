//! Many records as one table, a row each.

use super::super::view::{View, cut, label, line};
use super::super::{day, facts};
use super::write::{AUTO, Attribute, Html};
use super::{LONGEST, article, event, root};
use crate::model::{Article, Event, Record, Salience};

/// Most rows, and most headlines or events of a row.
const ROWS: usize = 50;
const MOST: usize = 3;

const COLUMNS: [&str; 7] = ["", "Page", "Language", "Published", "Headline", "Events", "Organizations"];

pub(super) fn write(records: &[Record], total: usize) -> String {
    let total = total.max(records.len());
    let shown = records.len().min(ROWS);
    root(|html| {
        html.block("div", &[Attribute::Class("v")], |html| {
            html.block("table", &[], |html| {
                html.block("caption", &[], |html| {
                    html.say(&count(total, "page"));
                    html.say(&if shown < total { format!(" · the first {shown}") } else { String::new() });
                });
                html.block("thead", &[], |html| {
                    html.element("tr", &[], |html| {
                        COLUMNS.iter().for_each(|name| html.element("th", &[], |html| html.say(name)));
                    });
                });
                html.block("tbody", &[], |html| {
                    records.iter().take(ROWS).enumerate().for_each(|(at, record)| row(html, record, at + 1));
                });
            });
        });
    })
}

fn count(count: usize, of: &str) -> String {
    format!("{count} {of}{}", if count == 1 { "" } else { "s" })
}

fn row(html: &mut Html, record: &Record, number: usize) {
    let view = View::brief(record, LONGEST);
    html.block("tr", &[], |html| {
        html.element("td", &[], |html| html.say(&number.to_string()));
        html.element("td", &[], |html| {
            let url = record.url.as_deref().map(line).unwrap_or_default();
            let short = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
            let title = [Attribute::Title(&url)];
            html.element("div", if url.is_empty() { &[] } else { &title }, |html| {
                html.link(record.url.as_deref(), |html| html.value(&shortened(short.trim_end_matches('/'), 48)));
            });
        });
        html.element("td", &[], |html| {
            html.joined(record.in_language.iter().take(MOST), " ", |html, tag| html.value(&shortened(tag, 35)));
        });
        html.element("td", &[], |html| {
            if let Some(date) = record.articles.iter().find_map(|article| article.date_published.as_ref()) {
                article::day_of(html, date);
            }
        });
        html.element("td", &[], |html| several(html, &record.articles, headline));
        html.element("td", &[], |html| {
            let is_main = |event: &&Event| event.salience == Salience::Main;
            let main: Vec<&Event> = record.events.iter().filter(is_main).collect();
            let events = if main.is_empty() { record.events.iter().take(1).collect() } else { main };
            several(html, events, |html, each| happening(html, &view, each));
        });
        html.element("td", &[], |html| html.say(&record.organizations.len().to_string()));
    });
}

/// The first of many, and how many more there are.
fn several<T>(html: &mut Html, things: impl IntoIterator<Item = T>, mut write: impl FnMut(&mut Html, T)) {
    let mut things = things.into_iter();
    things.by_ref().take(MOST).for_each(|thing| write(html, thing));
    let more = things.count();
    if more > 0 {
        html.element("div", &[], |html| html.say(&format!("and {more} more")));
    }
}

fn headline(html: &mut Html, article: &Article) {
    let text = article.headline.as_ref().map_or(&article.article_body, |headline| &headline.text);
    html.element("div", &[Attribute::Lang(&article.in_language), AUTO], |html| html.text(&shortened(text, 160)));
}

/// The kind of an event, its first day and its place.
fn happening(html: &mut Html, view: &View<'_>, each: &Event) {
    let name = event::title(view, each);
    html.element("div", &[Attribute::Title(&name)], |html| {
        html.element("b", &[], |html| html.say(&label(&each.kind)));
        html.say(" ");
        match day::start(each) {
            Some(day) => article::iso(html, day),
            None => html.value(&shortened(&facts::when(each), 60)),
        }
        let place = each.location.as_ref().map(|location| view.place(location)).unwrap_or_default();
        html.say(" ");
        html.value(&shortened(&place, 60));
    });
}

/// A text on one line, cut after so many letters.
fn shortened(text: &str, most: usize) -> String {
    let text = line(cut(text, 4 * most + 4));
    match text.char_indices().nth(most) {
        Some((at, _)) => cut(&text, at).trim_end().to_owned() + "…",
        None => text,
    }
}
