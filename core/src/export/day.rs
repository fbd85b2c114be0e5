//! What ISO 8601 can say of a date: its sure days, months and years, and clock times as stated.

use chrono::{Datelike as _, Days, NaiveDate, NaiveDateTime, TimeDelta};

use crate::model::{Event, Temporal};

/// The part of an EDTF value that is sure: `2024-06` of `2024-06-XX`, nothing of what is only about then.
fn sure(edtf: &str) -> Option<&str> {
    if edtf.contains(['~', '?', '%']) {
        return None;
    }
    let mut parts = edtf.splitn(3, '-');
    let year = digits(parts.next()?, 4).filter(|year| *year > 0)?;
    // EDTF counts seasons, quarters and halves on from month 21.
    let Some(month) = parts.next().and_then(|part| digits(part, 2)).filter(|month| (1..=12).contains(month)) else {
        return edtf.get(..4);
    };
    match parts.next() {
        None => edtf.get(..7),
        Some(part) if part.contains('X') => edtf.get(..7),
        Some(part) => NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, digits(part, 2)?).map(|_| edtf),
    }
}

/// A number of so many digits.
fn digits(text: &str, count: usize) -> Option<u32> {
    let is_number = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok())?
}

/// Where a date begins, as far as it is sure.
pub(super) fn first(date: &Temporal) -> Option<&str> {
    sure(date.edtf.as_deref()?.split('/').next()?)
}

/// Where an interval ends.
fn last(date: &Temporal) -> Option<&str> {
    sure(date.edtf.as_deref()?.split_once('/')?.1)
}

/// Where an event begins, as far as it is sure.
pub(super) fn start(event: &Event) -> Option<&str> {
    event.start_date.as_ref().and_then(first)
}

/// Where an event ends, when the page says so.
pub(super) fn end(event: &Event) -> Option<&str> {
    let end = event.end_date.as_ref().and_then(|date| last(date).or_else(|| first(date)));
    end.or_else(|| event.start_date.as_ref().and_then(last))
}

/// The day, if it is one.
pub(super) fn day(iso: &str) -> Option<NaiveDate> {
    let mut parts = iso.splitn(3, '-');
    let mut next = |count| digits(parts.next()?, count);
    let (year, month, day) = (next(4)?, next(2)?, next(2)?);
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// A day as ISO 8601 writes it.
pub(crate) fn written(day: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

/// Month and day of a date without a year, `XXXX-06-12`.
pub(super) fn day_of_year(date: &Temporal) -> Option<(u32, u32)> {
    let (month, day) = date.day_of_year()?.split_once('-')?;
    Some((digits(month, 2)?, digits(day, 2)?))
}

/// Hour, minute and second, as stated.
fn clock(date: &Temporal) -> Option<(u32, u32, u32)> {
    let mut parts = date.time.as_deref()?.splitn(3, ':').map(|part| digits(part, 2));
    let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next().unwrap_or(Some(0))?);
    (hour < 24 && minute < 60 && second < 60).then_some((hour, minute, second))
}

/// Minutes ahead of UTC, when the page states them. Those of a named zone depend on the day and on its government.
fn offset(date: &Temporal) -> Option<i64> {
    let zone = date.time_zone.as_deref()?;
    if matches!(zone, "UTC" | "Z") {
        return Some(0);
    }
    let (hours, minutes) = zone.get(1..)?.split_once(':')?;
    let minutes = i64::from(digits(hours, 2)? * 60 + digits(minutes, 2)?);
    match zone.as_bytes().first()? {
        b'+' => Some(minutes),
        b'-' => Some(-minutes),
        _ => None,
    }
}

/// A moment in UTC, when day, clock time and offset are all stated.
pub(super) fn moment(date: &Temporal) -> Option<NaiveDateTime> {
    let (hour, minute, second) = clock(date)?;
    let local = day(first(date)?)?.and_hms_opt(hour, minute, second)?;
    let moment = local.checked_sub_signed(TimeDelta::minutes(offset(date)?))?;
    (1..10_000).contains(&moment.year()).then_some(moment)
}

/// A value of `startDate` or `endDate`: with the clock time if the page states one, and its offset if that too.
pub(super) fn iso(date: &Temporal, value: &str) -> String {
    let (Some((hour, minute, second)), Some(_)) = (clock(date), day(value)) else { return value.to_owned() };
    let zone = offset(date).map_or(String::new(), |offset| {
        let sign = if offset < 0 { '-' } else { '+' };
        if offset == 0 { "Z".to_owned() } else { format!("{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60) }
    });
    format!("{value}T{hour:02}:{minute:02}:{second:02}{zone}")
}

/// First and last day of an event. A length of days that is stated gives the last where no date does.
pub(crate) fn days(event: &Event) -> Option<(NaiveDate, NaiveDate)> {
    let first = day(start(event)?)?;
    let stated = end(event).and_then(day);
    let computed = || first.checked_add_days(Days::new(length(event.duration.as_deref()?)?.checked_sub(1)?));
    Some((first, stated.or_else(computed).filter(|last| *last >= first).unwrap_or(first)))
}

/// The days of `P3D`.
fn length(duration: &str) -> Option<u64> {
    let days = duration.strip_prefix('P')?.strip_suffix('D')?;
    digits(days, days.len()).filter(|days| *days < 10_000).map(u64::from)
}

/// Whether a text is a length of time of ISO 8601: `P3D`, `PT2H30M`.
pub(super) fn is_duration(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('P') else { return false };
    let (days, time) = rest.split_once('T').map_or((rest, None), |(days, time)| (days, Some(time)));
    let units = |text: &str, units: &str| {
        let parts = text.split_inclusive(|c: char| c.is_ascii_uppercase());
        let mut left = units;
        parts.into_iter().all(|part| {
            let Some((at, unit)) = part.char_indices().next_back() else { return false };
            let is_number = part.get(..at).is_some_and(|number| digits(number, at).is_some());
            let place = left.find(unit);
            left = place.and_then(|place| left.get(place + 1..)).unwrap_or_default();
            is_number && place.is_some()
        })
    };
    !rest.is_empty() && units(days, "YMWD") && time.is_none_or(|time| !time.is_empty() && units(time, "HMS"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn temporal(edtf: &str, time: &str, zone: &str) -> Temporal {
        let evidence = serde_json::json!({"rule": "test", "span": [0, 0], "certainty": "pattern"});
        let json = serde_json::json!({
            "edtf": edtf, "time": time, "timeZone": zone, "basis": "stated", "exact": "", "span": [0, 0],
            "evidence": evidence,
        });
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn what_is_sure() {
        for (edtf, iso) in [
            ("2024-06-12", Some("2024-06-12")),
            ("2024-06", Some("2024-06")),
            ("2024", Some("2024")),
            ("2024-06-XX", Some("2024-06")),
            ("2024-XX-XX", Some("2024")),
            ("2023-22", Some("2023")),
            ("2024-33", Some("2024")),
            ("2024-02-30", None),
            ("2024-06-12-1", None),
            ("XXXX-06-12", None),
            ("XXXX-XX-XX", None),
            ("199X", None),
            ("2010~", None),
            ("0000-01-01", None),
            ("..", None),
            ("", None),
            ("٢٠٢٤", None),
        ] {
            assert_eq!(sure(edtf), iso, "{edtf}");
        }
    }

    #[test]
    fn intervals_and_open_ends() {
        let date = temporal("2024-06-05/2024-06-07", "", "");
        assert_eq!((first(&date), last(&date)), (Some("2024-06-05"), Some("2024-06-07")));
        let date = temporal("../2025", "", "");
        assert_eq!((first(&date), last(&date)), (None, Some("2025")));
        assert_eq!(day_of_year(&temporal("XXXX-06-12", "", "")), Some((6, 12)));
        assert_eq!(day_of_year(&temporal("XXXX-06-XX", "", "")), None);
    }

    #[test]
    fn clock_times_need_their_offset() {
        for (time, zone, written, utc) in [
            ("10:30", "+01:00", "2024-06-12T10:30:00+01:00", Some("2024-06-12 09:30:00")),
            ("00:30:05", "+03:00", "2024-06-12T00:30:05+03:00", Some("2024-06-11 21:30:05")),
            ("10:30", "UTC", "2024-06-12T10:30:00Z", Some("2024-06-12 10:30:00")),
            ("10:30", "-04:30", "2024-06-12T10:30:00-04:30", Some("2024-06-12 15:00:00")),
            ("10:30", "Africa/Cairo", "2024-06-12T10:30:00", None),
            ("10:30", "", "2024-06-12T10:30:00", None),
            ("25:00", "UTC", "2024-06-12", None),
            ("10", "UTC", "2024-06-12", None),
        ] {
            let date = temporal("2024-06-12", time, zone);
            assert_eq!(iso(&date, "2024-06-12"), written);
            assert_eq!(moment(&date).map(|moment| moment.to_string()).as_deref(), utc);
        }
        assert_eq!(iso(&temporal("2024-06", "10:30", "UTC"), "2024-06"), "2024-06");
    }

    #[test]
    fn lengths() {
        for good in ["P3D", "PT2H30M", "P1Y", "P1Y2M", "P2W", "P1DT12H"] {
            assert!(is_duration(good), "{good}");
        }
        for bad in ["", "P", "PT", "3D", "P3", "PD", "P3X", "P3DT", "P3D2M", "P3D3D", "P٣D", "three days"] {
            assert!(!is_duration(bad), "{bad}");
        }
        assert_eq!([length("P3D"), length("PD"), length("P3W"), length("P99999999999D")], [Some(3), None, None, None]);
    }
}
