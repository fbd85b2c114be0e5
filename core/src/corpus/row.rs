//! What the views of a record say of its events: their days in a calendar, their titles, the names of who holds them.

use rustc_hash::FxHashMap;

use crate::export::{Cell, Table};
use crate::model::{Event, Record};

/// An event of one of many records.
#[derive(Debug)]
pub(super) struct Row<'r> {
    /// The place of its record among them.
    pub(super) record: usize,
    pub(super) event: &'r Event,
    /// The language of its article.
    pub(super) language: &'r str,
    pub(super) title: String,
    /// First and last day, when the first is known.
    pub(super) days: Option<(String, String)>,
    /// Names of its organisers.
    pub(super) organizer: Vec<String>,
    /// Names of the sides that meet or agree.
    pub(super) party: Vec<String>,
}

/// The events of a record, in its order.
pub(super) fn rows(at: usize, record: &Record) -> Vec<Row<'_>> {
    let languages: FxHashMap<&str, &str> =
        record.articles.iter().map(|article| (article.id.as_str(), article.in_language.as_str())).collect();
    let table = record.to_table(Table::Events);
    let column = |name| table.columns().iter().position(|column| *column == name).unwrap_or(usize::MAX);
    let columns = ["first_day", "last_day", "article", "name", "theme", "type", "organizer_name", "party_name"];
    let columns = columns.map(column);
    let row = |(event, cells): (_, &Vec<Cell>)| {
        let [first, last, article, name, theme, kind, organizer, party] = columns.map(|column| cells.get(column));
        let (organizer, party) = (texts(organizer), texts(party));
        let who = if organizer.is_empty() { &party } else { &organizer };
        let language = article.and_then(text).and_then(|id| languages.get(id)).copied();
        Row {
            record: at,
            event,
            language: language.or(record.in_language.first().map(String::as_str)).unwrap_or_default(),
            title: title([name, theme].map(|cell| cell.and_then(text)), kind.and_then(text), who),
            days: first.and_then(day).zip(last.and_then(day)),
            organizer,
            party,
        }
    };
    record.events.iter().zip(table.rows()).map(row).collect()
}

/// What an event can be called: its name, its subject, or its kind and who holds it.
fn title(said: [Option<&str>; 2], kind: Option<&str>, who: &[String]) -> String {
    let said = said.into_iter().flatten().map(line).find(|name| !name.is_empty());
    said.unwrap_or_else(|| {
        let kind = label(kind.unwrap_or_default());
        if who.is_empty() { kind } else { format!("{kind}: {}", who.join("; ")) }
    })
}

fn text(cell: &Cell) -> Option<&str> {
    if let Cell::Text(text) = cell { Some(text) } else { None }
}

fn day(cell: &Cell) -> Option<String> {
    matches!(cell, Cell::Day(_)).then(|| cell.to_string())
}

fn texts(cell: Option<&Cell>) -> Vec<String> {
    let Some(Cell::List(texts)) = cell else { return Vec::new() };
    texts.iter().map(|text| line(text)).filter(|text| !text.is_empty()).collect()
}

/// A text on one line, without control characters.
pub(super) fn line(text: &str) -> String {
    let spaced = text.split_whitespace().map(|word| word.replace(char::is_control, ""));
    spaced.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// `agreementSigning` as people write it: "Agreement signing".
fn label(kind: &str) -> String {
    let mut label = String::new();
    for c in kind.chars() {
        match c {
            _ if label.is_empty() => label.push(c.to_ascii_uppercase()),
            'A'..='Z' => label.extend([' ', c.to_ascii_lowercase()]),
            _ => label.push(c),
        }
    }
    label
}
