//! The Hijri calendar by a table of month lengths.

use chrono::{Days, NaiveDate};

use super::schema::MonthTable;

/// Reads year, month and day with hyphens between them.
pub(crate) fn parse_day(text: &str) -> Option<NaiveDate> {
    let mut parts = text.splitn(3, '-');
    NaiveDate::from_ymd_opt(parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?)
}

/// The Hijri calendar by its table of month lengths.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hijri {
    first_year: i32,
    /// The first day of every month, and of the month after the last.
    starts: Vec<NaiveDate>,
}

impl Hijri {
    pub(crate) fn new(table: &MonthTable) -> Self {
        let mut starts: Vec<NaiveDate> = parse_day(&table.first_day).into_iter().collect();
        for &length in table.years.values().flatten() {
            starts.extend(starts.last().and_then(|&start| start.checked_add_days(Days::new(u64::from(length)))));
        }
        let first_year = table.years.keys().next().and_then(|year| year.parse().ok()).unwrap_or_default();
        Self { first_year, starts }
    }

    fn start(&self, year: i32, month: u32) -> Option<NaiveDate> {
        let months = (year - self.first_year).checked_mul(12)? + i32::try_from(month).ok()? - 1;
        self.starts.get(usize::try_from(months).ok()?).copied()
    }

    /// The days of a month.
    pub(crate) fn month(&self, year: i32, month: u32) -> Option<(NaiveDate, NaiveDate)> {
        let next = if month == 12 { self.start(year + 1, 1) } else { self.start(year, month + 1) };
        Some((self.start(year, month)?, next?.pred_opt()?))
    }

    /// A day; the thirtieth of a month of 29 days is none.
    pub(crate) fn day(&self, year: i32, month: u32, day: u32) -> Option<NaiveDate> {
        let (first, last) = self.month(year, month)?;
        let date = first.checked_add_days(Days::new(u64::from(day.checked_sub(1)?)))?;
        (date <= last).then_some(date)
    }

    /// The days of a year.
    pub(crate) fn year(&self, year: i32) -> Option<(NaiveDate, NaiveDate)> {
        Some((self.start(year, 1)?, self.start(year + 1, 1)?.pred_opt()?))
    }

    /// Year and month of a day.
    pub(crate) fn month_of(&self, date: NaiveDate) -> Option<(i32, u32)> {
        let after = self.starts.partition_point(|&start| start <= date);
        let months = i32::try_from(after.checked_sub(1)?).ok()?;
        (after < self.starts.len()).then(|| (self.first_year + months / 12, months as u32 % 12 + 1))
    }
}
