//! The events of records that have a day as an iCalendar file (RFC 5545).
//!
//! Written here rather than by a library: the rules are few, and the one well-kept library reads the clock for stamps and
//! chance for ids.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use rustc_hash::FxHashSet;

use super::id::Ids;
use super::view::{View, address, label, plain};
use super::{day, facts};
use crate::model::{Event, EventStatus, EventType, Record, Temporal};

/// Most octets of a line, its end not counted.
const WIDTH: usize = 75;

pub(super) fn write<'r>(records: impl IntoIterator<Item = &'r Record>) -> String {
    let mut file = File::default();
    file.property("BEGIN", "VCALENDAR");
    file.property("VERSION", "2.0");
    file.property("PRODID", "-//naba//naba//EN");
    file.property("CALSCALE", "GREGORIAN");
    let mut written = FxHashSet::default();
    for record in records {
        let view = View::new(record);
        let mut ids = Ids::new(&view);
        for event in &record.events {
            let uid = ids.event(&view, event).uuid();
            if let Some(when) = When::of(&view, event).filter(|_| written.insert(uid.clone())) {
                entry(&mut file, &view, event, &uid, &when);
            }
        }
    }
    file.property("END", "VCALENDAR");
    file.0
}

fn entry(file: &mut File, view: &View<'_>, event: &Event, uid: &str, when: &When) {
    file.property("BEGIN", "VEVENT");
    file.property("UID", uid);
    file.property("DTSTAMP", &format!("{}T000000Z", compact(stamp(view, event, when))));
    match when.moments {
        Some((start, end)) => {
            file.property("DTSTART", &utc(start));
            end.iter().for_each(|&end| file.property("DTEND", &utc(end)));
        }
        None => {
            file.property("DTSTART;VALUE=DATE", &compact(when.first));
            file.property("DTEND;VALUE=DATE", &compact(when.end));
        }
    }
    if when.is_yearly {
        file.property("RRULE", "FREQ=YEARLY");
    }
    let title = view.title(event);
    let title = if when.is_closing { format!("{title} (closing day)") } else { title };
    file.text("SUMMARY", &title);
    file.text("DESCRIPTION", &description(view, event, when));
    file.text("LOCATION", &event.location.as_ref().map(|location| view.place(location)).unwrap_or_default());
    file.property(
        "STATUS",
        match event.event_status {
            EventStatus::Cancelled => "CANCELLED",
            EventStatus::Postponed => "TENTATIVE",
            EventStatus::Held | EventStatus::Ongoing | EventStatus::Planned | EventStatus::Recurring => "CONFIRMED",
        },
    );
    file.text("CATEGORIES", &label(&event.kind));
    if let Some(url) = view.record.url.as_deref().and_then(address) {
        let escape = |c: char| if c.is_ascii() { c.to_string() } else { percent(c) };
        file.property("URL", &url.chars().map(escape).collect::<String>());
    }
    file.property("TRANSP", "TRANSPARENT");
    file.property("END", "VEVENT");
}

/// When an event stands in a calendar.
struct When {
    first: NaiveDate,
    /// The first day that is free again.
    end: NaiveDate,
    /// Start and end, when the page states their clock times and offsets.
    moments: Option<(NaiveDateTime, Option<NaiveDateTime>)>,
    is_yearly: bool,
    /// Only the last day is known.
    is_closing: bool,
}

impl When {
    fn of(view: &View<'_>, event: &Event) -> Option<Self> {
        if let Some((first, last)) = day::days(event) {
            let is_yearly = event.start_date.as_ref().is_some_and(|date| is_yearly(event, date));
            return Some(Self { moments: moments(event), is_yearly, ..Self::days(first, last)? });
        }
        if let Some(date) = event.start_date.as_ref().filter(|date| is_yearly(event, date))
            && let Some((month, day)) = day::day_of_year(date)
        {
            // A day of every year is one of the year in which the article says so.
            let first = NaiveDate::from_ymd_opt(said_on(view, event)?.year(), month, day)?;
            return Some(Self { is_yearly: true, ..Self::days(first, first)? });
        }
        let last = day::end(event).and_then(day::day)?;
        Some(Self { is_closing: true, ..Self::days(last, last)? })
    }

    /// Whole days, unless the day after them cannot be written.
    fn days(first: NaiveDate, last: NaiveDate) -> Option<Self> {
        let end = last.succ_opt().filter(|day| day.year() < 10_000)?;
        Some(Self { first, end, moments: None, is_yearly: false, is_closing: false })
    }
}

/// Whether an event comes back on the same day of every year; a Hijri day falls on another each time.
fn is_yearly(event: &Event, date: &Temporal) -> bool {
    let is_said = date.repeat_frequency.as_deref() == Some("P1Y") || event.kind == EventType::Observance;
    event.event_status == EventStatus::Recurring && is_said && date.calendar.is_none()
}

/// Start and end in UTC. An end without a clock time leaves whole days.
fn moments(event: &Event) -> Option<(NaiveDateTime, Option<NaiveDateTime>)> {
    let start = day::moment(event.start_date.as_ref()?)?;
    match &event.end_date {
        None if day::end(event).is_some() || event.duration.is_some() => None,
        None => Some((start, None)),
        Some(end) => Some((start, Some(day::moment(end).filter(|end| *end >= start)?))),
    }
}

/// The day on which the page speaks: that of the article's publication, else that on which it was fetched.
fn said_on(view: &View<'_>, event: &Event) -> Option<NaiveDate> {
    let published = view.article(event).and_then(|article| article.date_published.as_ref());
    let fetched = || day::day(view.record.retrieved.as_deref()?);
    published.and_then(|date| day::day(day::first(date)?)).or_else(fetched)
}

/// The day a calendar takes the entry to be written on. No clock is read.
fn stamp(view: &View<'_>, event: &Event, when: &When) -> NaiveDate {
    said_on(view, event).unwrap_or(when.first)
}

fn description(view: &View<'_>, event: &Event, when: &When) -> String {
    let mut lines = vec![view.sentence(event)];
    lines.extend(when.is_closing.then(|| "The page states only the last day.".to_owned()));
    lines.extend(facts::involved(view, event).into_iter().map(|(label, text)| format!("{label}: {text}")));
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

/// A character of an address as URIs write it.
fn percent(c: char) -> String {
    c.encode_utf8(&mut [0; 4]).bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// `20240612`.
fn compact(day: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// `20240612T093000Z`.
fn utc(moment: NaiveDateTime) -> String {
    let time = moment.time();
    format!("{}T{:02}{:02}{:02}Z", compact(moment.date()), time.hour(), time.minute(), time.second())
}

/// The lines of a file.
#[derive(Default)]
struct File(String);

impl File {
    /// A text: escaped, and left out when empty.
    fn text(&mut self, name: &str, text: &str) {
        let mut value = String::with_capacity(text.len());
        for c in plain(text).trim().chars() {
            match c {
                '\n' => value.push_str("\\n"),
                '\\' | ';' | ',' => value.extend(['\\', c]),
                c => value.push(c),
            }
        }
        if !value.is_empty() {
            self.property(name, &value);
        }
    }

    /// A line, folded between characters: every line after the first begins with a space.
    fn property(&mut self, name: &str, value: &str) {
        let mut used = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if used + c.len_utf8() > WIDTH {
                self.0.push_str("\r\n ");
                used = 1;
            }
            self.0.push(c);
            used += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}
