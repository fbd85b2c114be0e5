//! When an event takes place, and whether it did.

use chrono::{Days, NaiveDate};

use super::Setting;
use super::join::Group;
use crate::date::parse_iso;
use crate::mention::{Happening, Plainness, Turn};
use crate::model::{EventStatus, EventType, Temporal, TemporalBasis};
use crate::resources::{Form, Phase};

/// The longest stay that an end is computed from.
const MAX_DAYS: u64 = 366;

/// The days of an event.
#[derive(Clone, Debug, Default)]
pub(super) struct Time {
    pub(super) start: Option<Temporal>,
    pub(super) end: Option<Temporal>,
    pub(super) duration: Option<String>,
}

/// Reads the days of an event from all that is said of it: the most exact, then the first.
pub(super) fn read(setting: &Setting<'_>, group: &Group, members: &[&Happening]) -> Time {
    let mut time = Time::default();
    // The text is more exact than its title.
    let titles = members.iter().filter(|member| member.is_title);
    for member in members.iter().filter(|member| !member.is_title).chain(titles) {
        for &(at, phase) in &member.dates {
            let Some(date) = setting.dates.get(at).copied() else { continue };
            // Where the event is not named, a year or month is of something else.
            if member.plainness == Plainness::Reference
                && member.turn == Turn::This
                && member.edition.is_none()
                && date.duration.is_none()
                && date.day().is_none()
                && !date.edtf.as_deref().is_some_and(has_days)
            {
                continue;
            }
            enter(&mut time, date, phase);
        }
    }
    if matches!(
        group.kind,
        EventType::Agreement | EventType::Publication | EventType::Appointment | EventType::Statement
    ) {
        time.duration = None;
    }
    lend_year(&mut time);
    compute(&mut time);
    in_order(&mut time, members);
    if time.start.as_ref().and_then(|start| start.edtf.as_ref()) == time.end.as_ref().and_then(|end| end.edtf.as_ref())
    {
        time.end = None;
    }
    time
}

/// Whether a value holds a day.
fn has_days(edtf: &str) -> bool {
    edtf.split('/').any(|side| side.len() == "2024-05-12".len())
}

fn enter(time: &mut Time, date: &Temporal, phase: Option<Phase>) {
    let is_length = date.edtf.is_none() && date.repeat_frequency.is_none();
    if let Some(duration) = date.duration.as_ref().filter(|_| is_length) {
        time.duration.get_or_insert_with(|| duration.clone());
        return;
    }
    let Some(edtf) = date.edtf.as_deref() else { return };
    if phase == Some(Phase::Postpone) {
        time.start = None;
        time.end = None;
    }
    match edtf.split_once('/') {
        Some((from, to)) => {
            let is_open = |side: &str| side.is_empty() || side == "..";
            if !is_open(from) && !is_open(to) {
                let is_finer = time.start.as_ref().is_none_or(|known| precision(known) <= from.len());
                let is_surer = time.start.as_ref().is_some_and(|known| known.basis == TemporalBasis::Relative)
                    && date.basis == TemporalBasis::Stated;
                if is_finer && time.end.is_none() || is_surer {
                    time.start = Some(point(date, from, date.from.as_deref()));
                    time.end = Some(point(date, to, date.to.as_deref()));
                }
            } else if is_open(from) && !is_open(to) {
                put(&mut time.end, point(date, to, date.to.as_deref()));
            } else if phase == Some(Phase::Open) || phase == Some(Phase::Last) {
                put(&mut time.start, point(date, from, date.from.as_deref()));
            }
        }
        None if phase == Some(Phase::Close) => put(&mut time.end, date.clone()),
        None => put(&mut time.start, date.clone()),
    }
}

/// The more exact date stays, of two as exact the first.
fn put(slot: &mut Option<Temporal>, date: Temporal) {
    if slot.as_ref().is_none_or(|known| precision(known) < precision(&date)) {
        *slot = Some(date);
    }
}

/// How exact a date is: the length of what is known of it.
fn precision(date: &Temporal) -> usize {
    date.edtf.as_deref().map_or(0, |edtf| edtf.chars().filter(char::is_ascii_digit).count() + edtf.len())
}

/// One end of an interval.
fn point(date: &Temporal, edtf: &str, day: Option<&str>) -> Temporal {
    let is_day = edtf.len() == "2024-05-12".len();
    Temporal {
        edtf: Some(edtf.to_owned()),
        from: day.filter(|_| is_day).map(str::to_owned),
        to: day.filter(|_| is_day).map(str::to_owned),
        duration: None,
        repeat_frequency: None,
        weekday: None,
        alternatives: Vec::new(),
        ..date.clone()
    }
}

/// An end before its start: one of them is of something else, the start when it is said that the event ended.
fn in_order(time: &mut Time, members: &[&Happening]) {
    let day = |date: &Option<Temporal>| date.as_ref().and_then(|date| date.from.clone());
    if day(&time.start).zip(day(&time.end)).is_none_or(|(start, end)| start <= end) {
        return;
    }
    let is_closed = members.iter().any(|member| member.phases.iter().any(|(phase, _)| *phase == Phase::Close));
    if is_closed { time.start = None } else { time.end = None }
}

/// The year that only one end of an event states is that of the other, or the one after.
fn lend_year(time: &mut Time) {
    let year = |date: &Option<Temporal>| date.as_ref()?.from.as_deref()?.get(..4)?.parse::<i32>().ok();
    let bare = |date: &Option<Temporal>| date.as_ref()?.day_of_year().map(str::to_owned);
    let known = |date: &Option<Temporal>| date.as_ref().and_then(Temporal::day).and_then(parse_iso);
    let day = |year: i32, rest: &str| parse_iso(&format!("{year:04}-{rest}"));
    if let (Some(own), Some(rest), Some(start)) = (year(&time.start), bare(&time.end), known(&time.start)) {
        let end = day(own, &rest).filter(|end| *end >= start).or_else(|| day(own + 1, &rest));
        time.end = end.and_then(|end| computed(time.end.as_ref()?, end)).or_else(|| time.end.take());
    } else if let (Some(rest), Some(own), Some(end)) = (bare(&time.start), year(&time.end), known(&time.end)) {
        let start = day(own, &rest).filter(|start| *start <= end).or_else(|| day(own - 1, &rest));
        time.start = start.and_then(|start| computed(time.start.as_ref()?, start)).or_else(|| time.start.take());
    }
}

/// What a length and one end say of the other.
fn compute(time: &mut Time) {
    let Some(days) = time.duration.as_deref().and_then(days).filter(|days| (2..=MAX_DAYS).contains(days)) else {
        return;
    };
    let day = |date: &Option<Temporal>| date.as_ref().and_then(Temporal::day).and_then(parse_iso);
    match (day(&time.start), day(&time.end)) {
        (Some(start), None) => {
            time.end = start.checked_add_days(Days::new(days - 1)).and_then(|end| computed(time.start.as_ref()?, end));
        }
        (None, Some(end)) if time.start.is_none() => {
            time.start =
                end.checked_sub_days(Days::new(days - 1)).and_then(|start| computed(time.end.as_ref()?, start));
        }
        _ => {}
    }
}

fn computed(from: &Temporal, day: NaiveDate) -> Option<Temporal> {
    let day = day.format("%Y-%m-%d").to_string();
    Some(Temporal { basis: TemporalBasis::Computed, weekday: None, time: None, ..point(from, &day, Some(&day)) })
}

/// The days of a length in ISO 8601, when it is one of days or weeks.
fn days(duration: &str) -> Option<u64> {
    let number = |unit: char| duration.strip_prefix('P')?.strip_suffix(unit)?.parse().ok();
    number('D').or_else(|| number('W').map(|weeks: u64| weeks * 7))
}

/// Whether an event took place, from what is said of it and from its days.
pub(super) fn status(setting: &Setting<'_>, group: &Group, members: &[&Happening], time: &Time) -> EventStatus {
    let says = |phase: Phase| members.iter().any(|member| member.phases.iter().any(|(said, _)| *said == phase));
    if says(Phase::Cancel) {
        return EventStatus::Cancelled;
    }
    if says(Phase::Postpone) {
        return EventStatus::Postponed;
    }
    let mut dates = members.iter().flat_map(|member| &member.dates).filter_map(|(at, _)| setting.dates.get(*at));
    let is_rhythm = |date: &&Temporal| date.repeat_frequency.is_some() && date.edtf.is_none();
    let repeats = time.start.as_ref().is_some_and(|date| date.repeat_frequency.is_some())
        || time.start.is_none() && time.end.is_none() && dates.any(is_rhythm);
    if repeats {
        return EventStatus::Recurring;
    }
    let forms = |wanted: Form| {
        members.iter().any(|member| {
            member.phases.iter().any(|(phase, form)| *phase != Phase::Aim && *phase != Phase::Attend && *form == wanted)
        })
    };
    let is_future = forms(Form::Future)
        || members.iter().any(|member| member.is_planned)
        || members.iter().any(|member| member.turn == Turn::Next);
    let is_past = forms(Form::Past) || forms(Form::Passive);
    let published = setting.article.date_published.as_ref().and_then(|date| date.to.as_deref());
    let start = time.start.as_ref().and_then(|date| date.from.as_deref());
    let end = time.end.as_ref().and_then(|date| date.to.as_deref());
    if let Some(published) = published {
        let last = end.or_else(|| time.start.as_ref().and_then(|date| date.to.as_deref()));
        return match (start, last) {
            (Some(start), _) if start > published => EventStatus::Planned,
            (_, Some(last)) if last < published => EventStatus::Held,
            (Some(start), Some(last)) if start <= published && last > published && end.is_some() => {
                EventStatus::Ongoing
            }
            _ if says(Phase::Close) => EventStatus::Held,
            (Some(_), Some(_)) if is_past => EventStatus::Held,
            _ if is_future && !is_past => EventStatus::Planned,
            (None, Some(last)) if last > published => EventStatus::Ongoing,
            _ => EventStatus::Held,
        };
    }
    match () {
        () if says(Phase::Close) => EventStatus::Held,
        () if is_future && !is_past => EventStatus::Planned,
        () if forms(Form::Present) && !is_past && !group.is_main => EventStatus::Planned,
        () if forms(Form::Present) && !is_past && time.duration.is_some() => EventStatus::Ongoing,
        () => EventStatus::Held,
    }
}
