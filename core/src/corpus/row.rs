//! What the views of a record say of its events: their days in a calendar, their titles, the names of who holds them.

use crate::export::day::{days, written};
use crate::export::view::{View, line};
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
    let view = View::new(record);
    let names = |ids: &[String]| -> Vec<String> {
        ids.iter().map(|id| line(view.name(id))).filter(|name| !name.is_empty()).collect()
    };
    let row = |event| {
        let language = view.article(event).map(|article| article.in_language.as_str());
        Row {
            record: at,
            event,
            language: language.or(record.in_language.first().map(String::as_str)).unwrap_or_default(),
            title: view.title(event),
            days: days(event).map(|(first, last)| (written(first), written(last))),
            organizer: names(&event.organizer),
            party: names(&event.party),
        }
    };
    record.events.iter().map(row).collect()
}
