//! Expressions of several dates: who shares what with whom, and whether each is a date then.

use std::ops::Range;

use super::Path;
use crate::date::said::Said;
use crate::resources::DateMeaning;

/// The dates of a shape that is made of dates; none when one of them is no date.
pub(super) fn together(
    meaning: DateMeaning,
    path: &Path<'_>,
    tokens: &Range<usize>,
) -> Option<Vec<(Said, Range<usize>)>> {
    let mut dates = merged(meaning, path.dates())?;
    match meaning {
        // "All these years" is no rhythm.
        DateMeaning::Every if dates.iter().any(|(said, _)| said.relation.is_some()) => return None,
        DateMeaning::Every => {
            dates.iter_mut().for_each(|(said, _)| *said = said.under(&path.said).counting(&path.said));
            return Some(dates);
        }
        // So long before or after a date.
        DateMeaning::Before | DateMeaning::After if path.said.unit.is_some() => {
            dates.push((path.said, tokens.clone()));
        }
        _ => {}
    }
    if let (Some(year), Some((last, _))) = (path.said.civil.year, dates.last_mut()) {
        last.civil.year = last.civil.year.or(Some(year));
    }
    let is_day = |said: &Said| said.has_day() || said.offset.is_some() || said.weekday.is_some();
    if meaning == DateMeaning::Starting && dates.iter().any(|(said, _)| is_day(said)) {
        return None;
    }
    (!is_lost(meaning, &dates)).then_some(dates)
}

/// Half as many dates when all are said twice: by the day of the week and its number, or in two calendars.
fn merged(meaning: DateMeaning, dates: Vec<(Said, Range<usize>)>) -> Option<Vec<(Said, Range<usize>)>> {
    let has_weekdays = dates.first().is_some_and(|(said, _)| said.weekday.is_some() && !said.has_day());
    let is_double =
        dates.len() >= 4 && dates.len().is_multiple_of(2) && (has_weekdays || meaning == DateMeaning::Interval);
    if !is_double {
        return Some(dates);
    }
    let (first, second) = dates.split_at(dates.len() / 2);
    let shared = |half: &[(Said, Range<usize>)]| -> Vec<(Said, Range<usize>)> {
        let (Some((first, _)), Some((last, _))) = (half.first(), half.last()) else { return Vec::new() };
        let share = |said: &Said| Said { is_piece: false, ..said.sharing(last).sharing(first) };
        half.iter().map(|(said, tokens)| (share(said), tokens.clone())).collect()
    };
    let pairs = shared(first).into_iter().zip(shared(second));
    pairs.map(|((one, at), (other, to))| Some((one.and(other)?, at.start..to.end))).collect()
}

/// Whether one of some dates is none, even with what the others say.
fn is_lost(meaning: DateMeaning, dates: &[(Said, Range<usize>)]) -> bool {
    let (Some((first, _)), Some((last, _))) = (dates.first(), dates.last()) else { return true };
    let is_open = !matches!(meaning, DateMeaning::Interval | DateMeaning::Row);
    if is_open && dates.iter().any(|(said, _)| said.direction.is_some()) {
        return true;
    }
    // A number after a whole date is something else: "5 May 2023 at 18".
    let has_days = dates.iter().filter(|(said, _)| said.has_day()).count();
    if meaning == DateMeaning::Row && has_days > 0 && has_days < dates.len() {
        return true;
    }
    let is_late = first.civil.year.is_some() && last.civil.day.is_some() && last.civil.month.is_none();
    is_late || dates.iter().any(|(said, _)| said.sharing(last).sharing(first).is_lost())
}
