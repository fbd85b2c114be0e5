//! Units of time: the one that is meant of a stretch, so many of them before or after a day.

use chrono::{Datelike, NaiveDate};

use super::{Fixed, Grain};
use crate::date::calendar::{Stretch, day, monday, month_away, months, shift};
use crate::date::said::Said;
use crate::resources::Unit;

pub(super) fn whole(date: NaiveDate) -> Fixed {
    Some((Grain::Day, (date, date)))
}

pub(super) fn decade(year: i32) -> Fixed {
    Some((Grain::Decade, months(year.div_euclid(10) * 10, 1, 120)?))
}

/// The part that is meant of a stretch.
pub(super) fn part_of(said: &Said, (from, to): Stretch) -> Fixed {
    let nth = said.nth?;
    let within = |(start, end): Stretch| (from <= start && start <= to).then_some((start, end));
    let length = (to - from).num_days() + 1;
    if let (Some(count), Some(unit), 1 | -1) = (said.count, said.part, nth) {
        return some_of(count, unit, nth, (from, to));
    }
    match said.part {
        None => {
            let weekday = said.weekday?;
            let ahead = i64::from((weekday + 7 - from.weekday().number_from_monday()) % 7);
            let first = shift(from, ahead)?;
            let last = i64::from((to - first).num_days() as i32 / 7);
            let date = shift(first, 7 * if nth < 0 { last } else { i64::from(nth) - 1 })?;
            whole(within((date, date))?.0)
        }
        Some(Unit::Day) => {
            let date = if nth < 0 { to } else { shift(from, i64::from(nth) - 1)? };
            whole(within((date, date))?.0)
        }
        Some(Unit::Week) => {
            // A week belongs to the month or year that most of its days are in, as in ISO 8601.
            let first = monday(shift(from, 3)?)?;
            let last = monday(shift(to, -3)?)?;
            let start = if nth < 0 { last } else { shift(first, 7 * (i64::from(nth) - 1))? };
            (start <= last).then_some((Grain::Days, (start, shift(start, 6)?)))
        }
        Some(Unit::Month) if length > 31 => {
            let (year, month) = month_away(from, if nth < 0 { 11 } else { nth - 1 });
            Some((Grain::Month, within(months(year, month, 1)?)?))
        }
        Some(Unit::Quarter) if length > 300 && matches!(nth, -1 | 1..=4) => {
            let nth = if nth < 0 { 4 } else { nth };
            Some((Grain::Part(32 + nth), months(from.year(), (nth as u32 - 1) * 3 + 1, 3)?))
        }
        Some(Unit::Half) if length > 300 && matches!(nth, -1 | 1 | 2) => {
            let nth = if nth < 0 { 2 } else { nth };
            Some((Grain::Part(39 + nth), months(from.year(), (nth as u32 - 1) * 6 + 1, 6)?))
        }
        Some(Unit::Half) if length > 27 && matches!(nth, -1 | 1 | 2) => {
            let middle = shift(from, 14)?;
            Some((Grain::Days, if nth == 1 { (from, middle) } else { (shift(middle, 1)?, to) }))
        }
        _ => None,
    }
}

/// The first or the last so many units of a stretch.
pub(super) fn some_of(count: i32, unit: Unit, nth: i32, (from, to): Stretch) -> Fixed {
    let months_of = match unit {
        Unit::Month => count,
        Unit::Quarter => count.checked_mul(3)?,
        Unit::Year => count.checked_mul(12)?,
        Unit::Day | Unit::Week => {
            let days = i64::from(count) * if unit == Unit::Day { 1 } else { 7 };
            let part = if nth > 0 { (from, shift(from, days - 1)?) } else { (shift(to, 1 - days)?, to) };
            return (from <= part.0 && part.1 <= to).then_some((Grain::Days, part));
        }
        _ => return None,
    };
    let distance = chrono::Months::new(u32::try_from(months_of).ok()?);
    let part = if nth > 0 {
        (from, from.checked_add_months(distance)?.pred_opt()?)
    } else {
        (to.succ_opt()?.checked_sub_months(distance)?, to)
    };
    (from <= part.0 && part.1 <= to).then_some((Grain::Days, part))
}

/// So many units before or after a day.
pub(super) fn amount(anchor: NaiveDate, count: i32, unit: Unit, direction: i32, is_stretch: bool) -> Fixed {
    let days = |count: i32| shift(anchor, i64::from(count) * i64::from(direction));
    let far = match unit {
        // A day has no hours here: a few of them ago is that day.
        Unit::Minute | Unit::Hour => return (count <= 24 && !is_stretch).then(|| whole(anchor))?,
        Unit::Day => (Grain::Day, (days(count)?, days(count)?)),
        Unit::Week | Unit::Weekend => (Grain::Day, (days(count * 7)?, days(count * 7)?)),
        Unit::Month => unit_away(anchor, Unit::Month, count.checked_mul(direction)?)?,
        Unit::Quarter => unit_away(anchor, Unit::Quarter, count.checked_mul(direction)?)?,
        Unit::Half => return None,
        Unit::Year => unit_away(anchor, Unit::Year, count.checked_mul(direction)?)?,
        Unit::Decade => unit_away(anchor, Unit::Year, count.checked_mul(10 * direction)?)?,
        Unit::Century => unit_away(anchor, Unit::Year, count.checked_mul(100 * direction)?)?,
    };
    if !is_stretch {
        return Some(far);
    }
    let per_unit = match unit {
        Unit::Minute | Unit::Hour | Unit::Day | Unit::Week | Unit::Weekend => None,
        Unit::Month => Some(1),
        Unit::Quarter => Some(3),
        Unit::Half => Some(6),
        Unit::Year => Some(12),
        Unit::Decade => Some(120),
        Unit::Century => Some(1200),
    };
    let edge = match per_unit {
        None => far.1.0,
        Some(months) => {
            let distance = chrono::Months::new(u32::try_from(count.checked_mul(months)?).ok()?);
            if direction < 0 { anchor.checked_sub_months(distance)? } else { anchor.checked_add_months(distance)? }
        }
    };
    let stretch = if direction < 0 { (edge, shift(anchor, -1)?) } else { (shift(anchor, 1)?, edge) };
    Some((Grain::Days, stretch))
}

/// The unit so many away from the one a day is in.
pub(super) fn unit_away(anchor: NaiveDate, unit: Unit, count: i32) -> Fixed {
    let months_of = |length: i32| {
        let start = anchor.month0() as i32 / length * length - anchor.month0() as i32;
        month_away(anchor, start + count * length)
    };
    Some(match unit {
        Unit::Minute | Unit::Hour => return None,
        Unit::Day => return whole(shift(anchor, i64::from(count))?),
        Unit::Week => {
            let start = shift(monday(anchor)?, i64::from(count) * 7)?;
            (Grain::Days, (start, shift(start, 6)?))
        }
        Unit::Weekend => {
            let start = shift(monday(anchor)?, i64::from(count) * 7 + 5)?;
            (Grain::Days, (start, shift(start, 1)?))
        }
        Unit::Month => {
            let (year, month) = month_away(anchor, count);
            (Grain::Month, months(year, month, 1)?)
        }
        Unit::Quarter => {
            let (year, month) = months_of(3);
            (Grain::Part(33 + month as i32 / 3), months(year, month, 3)?)
        }
        Unit::Half => {
            let (year, month) = months_of(6);
            (Grain::Part(40 + month as i32 / 6), months(year, month, 6)?)
        }
        Unit::Year => (Grain::Year, months(anchor.year().checked_add(count)?, 1, 12)?),
        Unit::Decade => return decade(anchor.year().checked_add(count.checked_mul(10)?)?),
        Unit::Century => {
            let year = anchor.year().div_euclid(100).checked_add(count)?.checked_mul(100)?;
            (Grain::Century, (day(year, 1, 1)?, day(year.checked_add(99)?, 12, 31)?))
        }
    })
}
