//! A record as HTML for people: a fragment that stands alone in a notebook, a page or a terminal's browser.
//!
//! One `<div class="naba">` with its style inside, without scripts, ids, pictures or anything loaded from elsewhere. The
//! style sheet takes the ink of its surroundings and mixes its colours from it, so that it reads on any ground, light or
//! dark, and undoes what its surroundings say of elements. Without the style sheet, which some hosts take out, the
//! elements still say what is what. Words of a page are isolated: none turns what stands around it.
//!
//! | Class | On | What |
//! |---|---|---|
//! | `o` `n` `l` `d` `q` | `mark` | an organisation, a person, a place, a date, a number or sum |
//! | `y` | `p` | facts in a row: of an article, the legend |
//! | `s`, `i` | `p` | a title inside an article; an item of a list |
//! | `g` | `div` | cards side by side |
//! | `e`, `m` | `section` | an event; the main one |
//! | `t`, `w` | `p` | tags; when and where |
//! | `k` `r` `x` | `li` | a line that was kept, read, removed |
//! | `v` | `div` | a table that may be wider than the screen |

mod article;
mod event;
mod listing;
mod mark;
mod organization;
mod page;
mod write;

use rustc_hash::FxHashMap;

use self::write::{Attribute, Html};
use super::view::{View, cut, label, line};
use crate::model::{Event, Record, Warning};

/// Most bytes of what can be shown again and again: a name, a quotation.
const LONGEST: usize = 400;
/// Most bytes of what a warning is about.
const DOUBTED: usize = 200;

/// The style sheet as a file; comments have lines of their own.
const STYLE: &str = include_str!("style.css");

pub(super) fn record(record: &Record) -> String {
    let view = View::brief(record, LONGEST);
    let lines = page::lines(&view);
    let bodies = page::bodies(&lines);
    let marks = mark::marks(&view, record.articles.iter().flat_map(|article| &article.mentions));
    let mut events: FxHashMap<Option<&str>, Vec<&Event>> = FxHashMap::default();
    for event in &record.events {
        events.entry(view.article(event).map(|article| article.id.as_str())).or_default().push(event);
    }
    root(|html| {
        for (at, article) in record.articles.iter().enumerate() {
            let body = bodies.get(&at).map(Vec::as_slice).unwrap_or_default();
            let events = events.remove(&Some(article.id.as_str())).unwrap_or_default();
            article::section(html, &view, article, body, &events);
        }
        if record.articles.is_empty() {
            html.block("p", &[Attribute::Class("y")], |html| html.say("No article on this page."));
        }
        event::cards(html, &view, &events.remove(&None).unwrap_or_default());
        if !marks.is_empty() {
            legend(html);
        }
        organization::section(html, &view);
        page::section(html, &view, &lines, &marks);
        warnings(html, &view);
    })
}

pub(super) fn events(record: &Record) -> String {
    let view = View::brief(record, LONGEST);
    root(|html| event::cards(html, &view, &record.events.iter().collect::<Vec<_>>()))
}

pub(super) fn records(records: &[Record], total: usize) -> String {
    listing::write(records, total)
}

/// The root. Its second and third class keep the typesetters of notebooks from reading `$` as mathematics.
const ROOT: &str = "naba tex2jax_ignore mathjax_ignore";

/// The fragment and its style.
fn root(inside: impl FnOnce(&mut Html)) -> String {
    let mut html = Html::default();
    let attributes = [Attribute::Class(ROOT), Attribute::Lang("en-US"), Attribute::Dir("ltr")];
    html.block("div", &attributes, |html| {
        html.block("style", &[], |html| {
            let rules = STYLE.lines().map(str::trim).filter(|line| !line.starts_with("/*"));
            rules.for_each(|line| html.markup(line));
        });
        inside(html);
    });
    html.finish()
}

fn legend(html: &mut Html) {
    html.block("p", &[Attribute::Class("y")], |html| {
        html.joined(mark::KINDS, " ", |html, (class, name)| {
            html.element("mark", &[Attribute::Class(class)], |html| html.say(name));
        });
    });
}

fn warnings(html: &mut Html, view: &View<'_>) {
    let warnings = &view.record.warnings;
    if !warnings.is_empty() {
        html.block("details", &[Attribute::Open], |html| {
            html.block("summary", &[], |html| html.say(&format!("Warnings · {}", warnings.len())));
            html.block("ul", &[], |html| warnings.iter().for_each(|each| warning(html, view, each)));
        });
    }
}

fn warning(html: &mut Html, view: &View<'_>, warning: &Warning) {
    html.block("li", &[], |html| {
        html.element("span", &[], |html| html.say(&label(&warning.code)));
        html.element("div", &[], |html| {
            // What stands between accents in a message are words of the page.
            for (at, part) in warning.message.split('`').enumerate() {
                if at % 2 == 0 { html.say(part) } else { html.element("q", &[], |html| html.value(part)) }
            }
            let quote = warning.span.map(|span| view.quote(span)).unwrap_or_default();
            let words = line(cut(quote, DOUBTED));
            if !words.is_empty() && !warning.message.contains(&words) {
                html.say(": ");
                html.element("q", &[], |html| html.value(&words));
                html.say(if quote.len() > DOUBTED { "…" } else { "" });
            }
        });
    });
}
