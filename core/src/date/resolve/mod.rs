//! Works out which days an expression means, given the day of the article it stands in.

mod unit;

use chrono::{Datelike, NaiveDate};

use crate::model::TemporalBasis;
use crate::resources::{Hijri, Tense, Unit};

use super::calendar::{Stretch, day, iso, monday, month_away, months, parse_iso, shift};
use super::said::{Civil, Said};
use unit::{amount, decade, part_of, unit_away, whole};

/// What is known around an expression.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::date) struct Context {
    /// The day of the article.
    pub(in crate::date) anchor: Option<NaiveDate>,
    /// The day named before it in the text.
    pub(in crate::date) last: Option<NaiveDate>,
    /// A day with a year that stands near, for dates without one.
    pub(in crate::date) near: Option<NaiveDate>,
    /// The only year that its sentence states, for a day without one.
    pub(in crate::date) year: Option<i32>,
    /// The time the clause is about.
    pub(in crate::date) tense: Option<Tense>,
}

/// Days, and how they are written.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::date) struct Value {
    /// In EDTF.
    pub(in crate::date) edtf: String,
    /// First and last day, when they are known.
    pub(in crate::date) days: Option<Stretch>,
    pub(in crate::date) basis: TemporalBasis,
    /// Whether every stated day of the week is that of its date.
    pub(in crate::date) weekday: Option<bool>,
}

impl Value {
    fn new(said: &Said, grain: Grain, days: Stretch, basis: TemporalBasis) -> Self {
        let checked = said.weekday.filter(|_| grain == Grain::Day && (said.has_day() || said.offset.is_some()));
        let weekday = checked.map(|weekday| weekday == days.0.weekday().number_from_monday());
        Self { edtf: write(grain, days), days: Some(days), basis, weekday }
    }
}

/// How long a stretch is by its nature, and so how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grain {
    Day,
    Month,
    Year,
    /// A number of EDTF in the place of the month: a season, a quarter, a half.
    Part(i32),
    /// A year that ends in the next.
    Years,
    Decade,
    Century,
    /// From one day to another.
    Days,
}

/// A season begins in this month; they have three.
fn season_start(season: i32) -> u32 {
    match season {
        21 => 3,
        22 => 6,
        23 => 9,
        _ => 12,
    }
}

fn write(grain: Grain, (from, to): Stretch) -> String {
    let (year, month) = (from.year(), from.month());
    match grain {
        Grain::Day => iso(from),
        Grain::Month => format!("{year:04}-{month:02}"),
        Grain::Year => format!("{year:04}"),
        Grain::Part(part) => format!("{year:04}-{part}"),
        Grain::Years => format!("{year:04}/{:04}", to.year()),
        Grain::Decade => format!("{:03}X", year / 10),
        Grain::Century => format!("{:02}XX", year / 100),
        Grain::Days => format!("{}/{}", iso(from), iso(to)),
    }
}

/// Days and the way to write them.
type Fixed = Option<(Grain, Stretch)>;

pub(in crate::date) struct Resolver<'r> {
    pub(in crate::date) hijri: &'r Hijri,
    pub(in crate::date) context: Context,
}

impl Resolver<'_> {
    /// The value of one date.
    pub(in crate::date) fn value(&self, said: &Said) -> Option<Value> {
        if let Some((grain, days)) = self.stated(said) {
            return Some(Value::new(said, grain, days, TemporalBasis::Stated));
        }
        let anchor = match self.context.last {
            Some(last) if said.is_from_last || said.is_bare_day() => Some(last),
            _ => self.context.anchor.filter(|_| !said.is_from_last),
        };
        if let Some((grain, days)) = anchor.and_then(|anchor| self.relative(said, anchor)) {
            return Some(Value::new(said, grain, days, TemporalBasis::Relative));
        }
        if let Some((grain, days)) = self.context.near.and_then(|near| self.year_of_near(said, near)) {
            return Some(Value::new(said, grain, days, TemporalBasis::Computed));
        }
        if let Some((grain, days)) = self.context.year.and_then(|year| self.in_year(said, year)) {
            return Some(Value::new(said, grain, days, TemporalBasis::Computed));
        }
        let is_impossible = said.civil.year.is_some() && said.has_day() || said.hijri.year.is_some();
        let edtf = unresolved(said);
        (!is_impossible).then_some(Value { edtf, days: None, basis: TemporalBasis::Unresolved, weekday: None })
    }

    /// What needs no anchor: it has a year.
    fn stated(&self, said: &Said) -> Fixed {
        if let Some(nth) = said.nth {
            if said.part == Some(Unit::Century) {
                let year = nth.checked_sub(1)?.checked_mul(100)?;
                return Some((Grain::Century, (day(year, 1, 1)?, day(year.checked_add(99)?, 12, 31)?)));
            }
            let (_, container) = self.stated(&container(said)?)?;
            return part_of(said, container);
        }
        if let Some(fixed) = self.hijri_stated(said.hijri) {
            return match said.civil {
                Civil { year: Some(year), month: Some(month), day: Some(number) } => whole(day(year, month, number)?),
                _ => Some(fixed),
            };
        }
        let Civil { year, month, day: number } = said.civil;
        let year = year?;
        if said.unit == Some(Unit::Decade) {
            return if year % 10 == 0 { decade(year) } else { None };
        }
        match (month, number) {
            (Some(month), Some(number)) if said.unit == Some(Unit::Week) => {
                unit_away(day(year, month, number)?, Unit::Week, 0)
            }
            (Some(month), Some(number)) => whole(day(year, month, number)?),
            (Some(month), None) => Some((Grain::Month, months(year, month, 1)?)),
            (None, None) => self.year_or_season(said, year),
            _ => None,
        }
    }

    fn year_or_season(&self, said: &Said, year: i32) -> Fixed {
        match said.season {
            Some(season) => Some((Grain::Part(season), months(year, season_start(season), 3)?)),
            None => Some(match said.next_year {
                Some(last) => {
                    let years = u32::try_from(last.checked_sub(year)?.checked_add(1)?).ok()?;
                    (Grain::Years, months(year, 1, years.checked_mul(12)?)?)
                }
                None => (Grain::Year, months(year, 1, 12)?),
            }),
        }
    }

    fn hijri_stated(&self, Civil { year, month, day }: Civil) -> Fixed {
        let year = year?;
        match (month, day) {
            (Some(month), Some(day)) => whole(self.hijri.day(year, month, day)?),
            (Some(month), None) => Some((Grain::Days, self.hijri.month(year, month)?)),
            _ => Some((Grain::Days, self.hijri.year(year)?)),
        }
    }

    /// What is meant on a day.
    fn relative(&self, said: &Said, anchor: NaiveDate) -> Fixed {
        if said.nth.is_some() {
            let (_, days) = match container(said)? {
                empty if empty == Said::default() => return self.part_of_year(said, anchor),
                inner => self.stated(&inner).or_else(|| self.relative(&inner, anchor))?,
            };
            return part_of(said, days);
        }
        if said.civil.month.is_some() || said.hijri.month.is_some() || said.season.is_some() {
            return self.with_year(said, anchor);
        }
        if let Some(offset) = said.offset {
            return whole(shift(anchor, i64::from(offset))?);
        }
        if let (Some(count), Some(unit), Some(direction)) = (said.count, said.unit, said.direction) {
            return amount(anchor, count, unit, direction, said.is_stretch);
        }
        if let Some(number) = said.civil.day {
            return self.day_of_month(said, number, anchor);
        }
        if let Some(weekday) = said.weekday {
            return self.weekday(said, weekday, anchor);
        }
        if said.unit == Some(Unit::Weekend) && said.relation.is_none() {
            // "The weekend": the one that was, unless what will be is spoken of.
            let this = unit_away(anchor, Unit::Weekend, 0)?;
            let is_past = self.context.tense != Some(Tense::Future) && this.1.0 > anchor;
            return if is_past { unit_away(anchor, Unit::Weekend, -1) } else { Some(this) };
        }
        unit_away(anchor, said.unit?, said.relation?)
    }

    /// A quarter without a year: one that has begun, unless what will be is spoken of.
    fn part_of_year(&self, said: &Said, anchor: NaiveDate) -> Fixed {
        let of = |year: i32| part_of(said, months(year, 1, 12)?);
        let this = of(anchor.year())?;
        let (from, to) = this.1;
        match self.context.tense {
            Some(Tense::Future) if (anchor - to).num_days() > 100 => of(anchor.year() + 1),
            Some(Tense::Past) | None if from > anchor => of(anchor.year() - 1),
            _ => Some(this),
        }
    }

    /// A month, day of a month or season without a year.
    fn with_year(&self, said: &Said, anchor: NaiveDate) -> Fixed {
        let in_year = |year: i32| self.stated(&with_year(said, year));
        let this_year = match said.hijri.month {
            Some(_) => self.hijri.month_of(anchor)?.0,
            None => anchor.year(),
        };
        if let (Some(relation), Some(Unit::Year)) = (said.relation, said.unit) {
            return in_year(this_year + relation);
        }
        // News looks back rather than forward, unless its words say otherwise.
        let (behind, ahead) = match self.context.tense {
            _ if said.relation.is_some() => (1, 1),
            Some(Tense::Future) => (4, 1),
            Some(Tense::Past) => (1, 4),
            None => (4, 5),
        };
        let near = (this_year - 5..=this_year + 5).filter_map(in_year);
        let agrees = |fixed: &(Grain, Stretch)| {
            said.weekday
                .is_none_or(|weekday| fixed.0 != Grain::Day || weekday == fixed.1.0.weekday().number_from_monday())
        };
        let distance = |(_, (from, to)): &(Grain, Stretch)| match said.relation {
            // The one before, the one that is now, the one after.
            Some(-1) if *to >= anchor => i64::MAX,
            Some(1) if *from <= anchor => i64::MAX,
            _ if *from <= anchor && anchor <= *to => 0,
            _ if *to < anchor => (anchor - *to).num_days() * behind,
            _ => (*from - anchor).num_days() * ahead,
        };
        let all: Vec<_> = near.collect();
        // The year in which the weekday is right, if there is one close by.
        let is_close = |(_, (from, _)): &(Grain, Stretch)| (*from - anchor).num_days().abs() < 400;
        let right = all.iter().filter(|fixed| agrees(fixed) && is_close(fixed)).min_by_key(|fixed| distance(fixed));
        right
            .or_else(|| all.iter().min_by_key(|fixed| distance(fixed)))
            .filter(|fixed| distance(fixed) < i64::MAX)
            .copied()
    }

    /// A day without a month: of this month, or of the one that a weekday or "last" asks for.
    fn day_of_month(&self, said: &Said, number: u32, anchor: NaiveDate) -> Fixed {
        if let (Some(relation), Some(Unit::Month)) = (said.relation, said.unit) {
            let (year, month) = month_away(anchor, relation);
            return whole(day(year, month, number)?);
        }
        let near = (-6..=6).filter_map(|count| {
            let (year, month) = month_away(anchor, count);
            day(year, month, number)
        });
        let agrees =
            |date: &NaiveDate| said.weekday.is_none_or(|weekday| weekday == date.weekday().number_from_monday());
        let distance = |date: &NaiveDate| (*date - anchor).num_days().abs();
        whole(near.filter(agrees).min_by_key(distance)?)
    }

    fn weekday(&self, said: &Said, weekday: u32, anchor: NaiveDate) -> Fixed {
        let behind = i64::from((anchor.weekday().number_from_monday() + 7 - weekday) % 7);
        if said.unit == Some(Unit::Week) {
            let start = monday(shift(anchor, i64::from(said.relation?) * 7)?)?;
            return whole(shift(start, i64::from(weekday) - 1)?);
        }
        let days = match said.relation {
            Some(-1) if behind == 0 => -7,
            Some(0) => i64::from(weekday) - i64::from(anchor.weekday().number_from_monday()),
            Some(1) => 7 - behind,
            None if self.context.tense == Some(Tense::Future) && behind > 0 => 7 - behind,
            _ => -behind,
        };
        whole(shift(anchor, days)?)
    }

    /// A day or month in the year that its sentence states.
    fn in_year(&self, said: &Said, year: i32) -> Fixed {
        let is_plain = said.civil.month.is_some() && said.civil.year.is_none() && said.relation.is_none();
        if is_plain { self.stated(&with_year(said, year)) } else { None }
    }

    /// A date without a year, or "this year", beside a date that has one.
    fn year_of_near(&self, said: &Said, near: NaiveDate) -> Fixed {
        let is_year = said.unit == Some(Unit::Year) && said.relation == Some(0) && said.nth.is_none();
        if said.civil.month.is_some() && said.relation.is_none_or(|relation| relation == 0) {
            return self.with_year(said, near);
        }
        (is_year && said.civil == Civil::default()).then(|| unit_away(near, Unit::Year, 0))?
    }
}

fn with_year(said: &Said, year: i32) -> Said {
    let mut said = *said;
    let civil = if said.hijri.month.is_some() { &mut said.hijri } else { &mut said.civil };
    civil.year = Some(year);
    let unit = said.unit.filter(|&unit| unit == Unit::Week);
    Said { relation: None, unit, ..said }
}

/// What a part is a part of.
fn container(said: &Said) -> Option<Said> {
    let inner = Said { nth: None, part: None, count: None, weekday: None, modifier: None, is_piece: false, ..*said };
    (said.part != Some(Unit::Century)).then_some(inner)
}

/// What is known of a date that cannot be fixed, the rest as `X`.
fn unresolved(said: &Said) -> String {
    let two = |field: Option<u32>| field.map_or_else(|| "XX".to_owned(), |value| format!("{value:02}"));
    let Civil { year, month, day } = said.civil;
    let year = year.map_or_else(|| "XXXX".to_owned(), |year| format!("{year:04}"));
    let is_day = day.is_some()
        || said.hijri.day.is_some()
        || said.weekday.is_some()
        || said.offset.is_some()
        || said.unit.or(said.part).is_some_and(|unit| unit <= Unit::Weekend);
    if is_day {
        format!("{year}-{}-{}", two(month), two(day))
    } else if month.is_some() || said.hijri.month.is_some() || said.unit == Some(Unit::Month) {
        format!("{year}-{}", two(month))
    } else if let Some(season) = said.season {
        format!("{year}-{season}")
    } else {
        year
    }
}

/// An interval of EDTF; an open side is `..`.
pub(in crate::date) fn interval(from: Option<&str>, to: Option<&str>) -> String {
    let side = |side: Option<&str>, last: bool| {
        let text = side.unwrap_or("..");
        let mut halves = text.split('/');
        let half = if last { halves.next_back() } else { halves.next() };
        half.unwrap_or(text).to_owned()
    };
    format!("{}/{}", side(from, false), side(to, true))
}

/// The value right before or after another, of the same length where that is how it is counted.
pub(in crate::date) fn beside(value: &Value, direction: i32) -> Option<(String, NaiveDate)> {
    let (from, to) = value.days?;
    let edge = if direction < 0 { shift(from, -1)? } else { shift(to, 1)? };
    let edtf = match value.edtf.len() {
        4 if parse_iso(&value.edtf).is_none() && !value.edtf.contains('X') => format!("{:04}", edge.year()),
        7 if !value.edtf.contains('/') && (months(from.year(), from.month(), 1)? == (from, to)) => {
            format!("{:04}-{:02}", edge.year(), edge.month())
        }
        _ => iso(edge),
    };
    Some((edtf, edge))
}
