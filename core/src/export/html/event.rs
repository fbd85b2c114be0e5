//! Events as cards: kind and state, title, when and where, who, and the sentence that says it.

use super::super::facts;
use super::super::view::{View, cut, label, line};
use super::LONGEST;
use super::write::{AUTO, Attribute, Html, direction};
use crate::model::{Event, Salience};

/// Most bytes of the sentence.
const SENTENCE: usize = 800;

pub(super) fn cards(html: &mut Html, view: &View<'_>, events: &[&Event]) {
    if !events.is_empty() {
        html.block("div", &[Attribute::Class("g")], |html| {
            events.iter().for_each(|event| card(html, view, event));
        });
    }
}

fn card(html: &mut Html, view: &View<'_>, event: &Event) {
    let sentence = view.quote(event.span);
    let title = title(view, event);
    let language = view.article(event).map_or("", |article| article.in_language.as_str());
    let dir = Attribute::Dir(direction(if sentence.is_empty() { &title } else { cut(sentence, SENTENCE) }));
    let class = if event.salience == Salience::Main { "e m" } else { "e" };
    html.block("section", &[Attribute::Class(class), dir], |html| {
        let attendance = event.attendance_mode.as_ref().map(label);
        html.block("p", &[Attribute::Class("t")], |html| {
            html.element("b", &[], |html| html.say(&label(&event.kind)));
            let notes = [Some(label(&event.event_status)), attendance, Some(label(&event.salience))];
            notes.into_iter().flatten().for_each(|note| {
                html.say(" ");
                html.element("i", &[], |html| html.say(&note));
            });
        });
        if !title.is_empty() {
            html.block("h4", &[Attribute::Lang(language), AUTO], |html| html.text(&title));
        }
        let place = event.location.as_ref().map(|location| view.place(location));
        let when_where: Vec<String> = std::iter::once(facts::when(event)).chain(place).collect();
        let when_where: Vec<&String> = when_where.iter().filter(|text| !text.is_empty()).collect();
        if !when_where.is_empty() {
            html.block("p", &[Attribute::Class("w")], |html| {
                html.joined(when_where, " · ", |html, text| html.value(text));
            });
        }
        facts(html, view, event);
        if !line(cut(sentence, SENTENCE)).is_empty() {
            html.block("blockquote", &[Attribute::Lang(language), AUTO], |html| {
                html.text(&line(cut(sentence, SENTENCE)));
                html.say(if sentence.len() > SENTENCE { "…" } else { "" });
            });
        }
    });
}

fn facts(html: &mut Html, view: &View<'_>, event: &Event) {
    let facts = facts::each_involved(view, event);
    if !facts.is_empty() {
        html.block("dl", &[], |html| {
            for (label, things) in facts {
                html.element("div", &[], |html| {
                    html.element("dt", &[], |html| html.say(label));
                    html.element("dd", &[], |html| html.joined(&things, "; ", |html, thing| html.value(thing)));
                });
            }
        });
    }
}

/// What the event is called; of one without name and subject, who holds it.
pub(super) fn title(view: &View<'_>, event: &Event) -> String {
    let title = view.title(event);
    let is_named = [&event.name, &event.theme].into_iter().flatten().any(|name| !line(cut(name, LONGEST)).is_empty());
    let doers = title.strip_prefix(&label(&event.kind)).map(|rest| rest.trim_start_matches(": ").to_owned());
    doers.filter(|_| !is_named).unwrap_or(title)
}
