//! The events of many records in the order of their days, each once.

use serde::{Deserialize, Serialize};

use super::happening::Happening;
use super::row::Row;
use crate::export::view::line;
use crate::model::{EventStatus, EventType, Record, Salience};

/// A page that tells of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TimelinePage {
    /// The place of its record among those given.
    pub record: usize,
    /// The id of the event in that record.
    pub event: String,
    /// What the page calls it.
    pub title: String,
    /// BCP-47 tag of the language of the article.
    pub in_language: String,
    /// The address of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// An event with its days, and all pages that tell of it.
///
/// What only one page can say is that of the page which tells most: of which it is the subject, then which gives it a
/// name; then the first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TimelineEntry {
    /// The place of its record among those given.
    pub record: usize,
    /// The id of the event in that record.
    pub event: String,
    /// What kind of happening it is.
    #[serde(rename = "type")]
    pub kind: EventType,
    /// Its name, its subject, or its kind and who holds it.
    pub title: String,
    /// The first day, `YYYY-MM-DD`.
    pub first_day: String,
    /// The last day that a page gives, `YYYY-MM-DD`.
    pub last_day: String,
    /// A city, in the language of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// ISO 3166-1 alpha-2 code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Names of those who hold it.
    pub organizer: Vec<String>,
    /// Names of the sides that meet or agree.
    pub party: Vec<String>,
    /// Whether it took place: cancelled or moved when a page says so, else the latest that one says.
    pub event_status: EventStatus,
    /// How it stands to the article that tells most of it.
    pub salience: Salience,
    /// The address of that page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// All pages that tell of it, in the order of the records.
    pub pages: Vec<TimelinePage>,
}

pub(super) fn write(records: &[Record], rows: &[Row<'_>], happenings: &[Happening<'_>]) -> Vec<TimelineEntry> {
    let mut entries: Vec<TimelineEntry> =
        happenings.iter().filter_map(|happening| entry(records, rows, happening)).collect();
    entries.sort_by_cached_key(|it| (it.first_day.clone(), it.last_day.clone(), it.kind, it.record));
    entries
}

fn entry(records: &[Record], rows: &[Row<'_>], happening: &Happening<'_>) -> Option<TimelineEntry> {
    let told: Vec<&Row<'_>> = happening.told.iter().filter_map(|&at| rows.get(at)).collect();
    let best = *told.iter().min_by_key(|row| (row.event.salience, row.event.name.is_none()))?;
    let (first_day, last_day) = best.days.clone()?;
    let url = |row: &Row<'_>| records.get(row.record).and_then(|record| record.url.clone());
    // What the best page leaves out, the first that has it says.
    let all = || std::iter::once(best).chain(told.iter().copied());
    let location = |row: &Row<'_>| row.event.location.clone();
    let city = |row| location(row).and_then(|it| it.city).map(|city| line(&city)).filter(|city| !city.is_empty());
    let page = |row: &&Row<'_>| TimelinePage {
        record: row.record,
        event: row.event.id.clone(),
        title: row.title.clone(),
        in_language: row.language.to_owned(),
        url: url(row),
    };
    Some(TimelineEntry {
        record: best.record,
        event: best.event.id.clone(),
        kind: best.event.kind,
        title: best.title.clone(),
        last_day: told.iter().filter_map(|row| Some(row.days.as_ref()?.1.clone())).max().unwrap_or(last_day),
        first_day,
        city: all().find_map(city),
        country: all().find_map(|row| location(row)?.country),
        organizer: all().map(|row| row.organizer.clone()).find(|names| !names.is_empty()).unwrap_or_default(),
        party: all().map(|row| row.party.clone()).find(|names| !names.is_empty()).unwrap_or_default(),
        event_status: told.iter().map(|row| row.event.event_status).max_by_key(|status| rank(*status))?,
        salience: best.event.salience,
        url: url(best),
        pages: told.iter().map(page).collect(),
    })
}

/// How late a page can say so.
const fn rank(status: EventStatus) -> u8 {
    match status {
        EventStatus::Recurring => 0,
        EventStatus::Planned => 1,
        EventStatus::Ongoing => 2,
        EventStatus::Held => 3,
        EventStatus::Postponed => 4,
        EventStatus::Cancelled => 5,
    }
}
