//! Days, months and years of the Gregorian calendar.

use chrono::{Datelike, Days, NaiveDate};

/// Years that can be dates.
pub(super) const YEARS: std::ops::Range<i32> = 1000..2200;
/// Years that are read as Hijri ones beside a Hijri month or mark.
pub(super) const HIJRI_YEARS: std::ops::Range<i32> = 1200..1600;

/// First and last day.
pub(super) type Stretch = (NaiveDate, NaiveDate);

pub(super) fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

/// The days of so many months from a month on.
pub(super) fn months(year: i32, month: u32, count: u32) -> Option<Stretch> {
    let first = day(year, month, 1)?;
    Some((first, first.checked_add_months(chrono::Months::new(count))?.pred_opt()?))
}

/// A day so many days away.
pub(super) fn shift(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    let distance = Days::new(days.unsigned_abs());
    if days < 0 { date.checked_sub_days(distance) } else { date.checked_add_days(distance) }
}

/// The Monday of the week of a day.
pub(super) fn monday(date: NaiveDate) -> Option<NaiveDate> {
    shift(date, -i64::from(date.weekday().num_days_from_monday()))
}

/// Month and year so many months away.
pub(super) fn month_away(date: NaiveDate, count: i32) -> (i32, u32) {
    let months = date.year() * 12 + date.month0() as i32 + count;
    (months.div_euclid(12), months.rem_euclid(12) as u32 + 1)
}

/// `YYYY-MM-DD`. chrono's own formatter would bring its parser of formats along, which weighs in the browser.
pub(crate) fn iso(date: NaiveDate) -> String {
    let Some(year) = u32::try_from(date.year()).ok().filter(|year| *year <= 9999) else {
        return format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day());
    };
    let figures = [(year, 1000), (date.month(), 10), (date.day(), 10)];
    let mut text = String::with_capacity("2024-06-05".len());
    for (number, mut place) in figures {
        if !text.is_empty() {
            text.push('-');
        }
        while place > 0 {
            text.extend(char::from_digit(number / place % 10, 10));
            place /= 10;
        }
    }
    text
}

/// A day from `YYYY-MM-DD`.
pub(crate) fn parse_iso(text: &str) -> Option<NaiveDate> {
    let is_iso = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    is_iso.then(|| crate::resources::parse_day(text))?
}
