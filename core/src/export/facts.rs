//! An event as labelled lines, for people to read.

use super::day;
use super::table::Cell;
use super::view::{View, label, line, lines, list};
use crate::model::{Award, Comparator, Event, MonetaryAmount, ParticipantRole, Participation, Quantity, Temporal};

/// A label and what it labels, on one line.
pub(super) type Fact = (&'static str, String);
/// A label and each of the things it labels, on one line each.
pub(super) type Facts = (&'static str, Vec<String>);

/// What kind of event it is, when, where and whether it takes place.
pub(super) fn circumstances(view: &View<'_>, event: &Event) -> Vec<Fact> {
    filled([
        ("Type", label(&event.kind)),
        ("When", when(event)),
        ("Where", event.location.as_ref().map(|location| view.place(location)).unwrap_or_default()),
        ("Status", label(&event.event_status)),
        ("Attendance", event.attendance_mode.as_ref().map(label).unwrap_or_default()),
    ])
}

/// What it is about, who took part, and what came of it.
pub(super) fn involved(view: &View<'_>, event: &Event) -> Vec<Fact> {
    let joined = |(label, things): Facts| (label, things.join("; "));
    each_involved(view, event).into_iter().map(joined).collect()
}

/// The same, one by one.
pub(super) fn each_involved(view: &View<'_>, event: &Event) -> Vec<Facts> {
    let names = |ids: &[String]| lines(ids.iter().map(|id| view.name(id)));
    let all = |texts: &[String]| lines(texts.iter().map(String::as_str));
    let theme = event.theme.as_deref().filter(|_| event.name.is_some());
    let edition = event.edition.map(|edition| edition.to_string());
    let part_of = event.super_event.as_deref().and_then(|id| view.event(id)).map(|event| view.title(event));
    let participants: Vec<String> = event.participants.iter().map(|each| participant(view, each)).collect();
    let awards: Vec<String> = event.awards.iter().map(award).collect();
    let facts = [
        ("Theme", lines(theme)),
        ("Edition", lines(edition.as_deref())),
        ("Part of", lines(part_of.as_deref())),
        ("Organizer", names(&event.organizer)),
        ("Host", names(&event.host)),
        ("Partner", names(&event.partner)),
        ("Funder", names(&event.funder)),
        ("Supervisor", names(&event.supervisor)),
        ("Patron", names(&event.patron)),
        ("Party", names(&event.party)),
        ("Participants", all(&participants)),
        ("Countries", lines(event.participating_countries.iter().map(|code| view.country(code)))),
        ("Numbers", lines(event.quantities.iter().map(|quantity| quantity.exact.as_str()))),
        ("Awards", all(&awards)),
        ("Outcome", lines(event.outcome.as_deref())),
    ];
    facts.into_iter().filter(|(_, things)| !things.is_empty()).collect()
}

fn filled(facts: impl IntoIterator<Item = Fact>) -> Vec<Fact> {
    facts.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

/// Its dates, or the words of the page where ISO 8601 cannot say all they say.
pub(super) fn when(event: &Event) -> String {
    let is_all =
        |date: &Temporal, value: &str| date.edtf.as_ref().is_some_and(|edtf| edtf == value || edtf.contains('/'));
    let said = |date: &Temporal, value: Option<&str>| match value.filter(|value| is_all(date, value)) {
        None => line(&date.exact),
        Some(value) => {
            let clock = [&date.time, &date.time_zone].into_iter().flatten().map(|text| line(text));
            let parts: Vec<String> = std::iter::once(value.to_owned()).chain(clock).collect();
            parts.join(" ")
        }
    };
    let start = event.start_date.as_ref().map(|date| said(date, day::first(date)));
    let end = match (&event.end_date, day::end(event)) {
        (Some(date), value) => Some(said(date, value)),
        (None, value) => value.map(str::to_owned),
    };
    match (start, end) {
        (Some(start), Some(end)) if start != end => format!("{start} – {end}"),
        (Some(start), _) => start,
        (None, Some(end)) => format!("until {end}"),
        (None, None) => event.duration.as_deref().map(line).unwrap_or_default(),
    }
}

/// Who took part, and as what in brackets.
pub(super) fn participant(view: &View<'_>, participation: &Participation) -> String {
    let who = participation.person.iter().chain(&participation.organization).map(|id| view.name(id));
    let role = role_name(participation.acting_as);
    let who = list(who);
    if who.is_empty() { who } else { format!("{who} ({role})") }
}

/// What somebody did, in the middle of a sentence.
pub(super) fn role_name(acting_as: ParticipantRole) -> String {
    label(&acting_as).to_ascii_lowercase()
}

/// A number with how it compares and what it counts: "at least 40 participants".
pub(super) fn number(quantity: &Quantity) -> String {
    let comparator = match quantity.comparator {
        Comparator::Eq => None,
        other => Some(label(&other).to_ascii_lowercase()),
    };
    let value = quantity.value.map(|value| Cell::number(value).to_string());
    let unit = [&quantity.unit_text, &quantity.counts].into_iter().flatten().map(|unit| line(unit)).next();
    let parts: Vec<String> = [comparator, value, unit].into_iter().flatten().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

/// A sum and its currency.
pub(super) fn money(amount: &MonetaryAmount) -> String {
    line(&format!("{} {}", Cell::number(amount.value), amount.currency))
}

/// The rank of a prize, who won it with what, and the money.
pub(super) fn award(award: &Award) -> String {
    let rank = award.position.map(|position| format!("{position}. ")).unwrap_or_default();
    let money = award.amount.as_ref().map(money);
    let work = award.work.as_deref().map(line);
    let mut notes: Vec<String> = [work, money].into_iter().flatten().filter(|note| !note.is_empty()).collect();
    notes.extend(award.tie.then(|| "tie".to_owned()));
    notes.extend(award.honorary.then(|| "honorary".to_owned()));
    let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join(", ")) };
    format!("{rank}{}{notes}", line(&award.recipient))
}
