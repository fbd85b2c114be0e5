//! What makes a [`Temporal`] of an expression and its value: all that the words say beside the days.

use std::ops::Range;

use chrono::NaiveDate;

use super::Expression;
use super::calendar::{self, iso};
use super::resolve::{Context, Resolver, Value};
use super::said::{self, Said};
use crate::model::{Certainty, DateModifier, Evidence, Temporal, TemporalBasis, Weekday};
use crate::resources::{Resources, Unit};
use crate::text::Span;

/// What makes a [`Temporal`] of an expression and its value.
#[derive(Clone, Copy)]
pub(super) struct Draft<'d> {
    pub(super) expression: &'d Expression,
    pub(super) text: &'d str,
    pub(super) place: &'d Range<usize>,
    pub(super) resources: &'d Resources,
}

impl Draft<'_> {
    pub(super) fn temporal(&self, said: &[Said], value: Value) -> Temporal {
        let first = said.first().copied().unwrap_or_default();
        let iso_unless = |edge: NaiveDate, open: NaiveDate| (edge != open).then(|| iso(edge));
        let is_about = first.modifier == Some(3);
        let edtf = if is_about && !value.edtf.contains('/') { value.edtf + "~" } else { value.edtf };
        let is_hijri = said.iter().any(|said| said.hijri != said::Civil::default());
        let mut temporal = self.empty();
        temporal.edtf = Some(edtf);
        temporal.from = value.days.and_then(|(from, _)| iso_unless(from, NaiveDate::MIN));
        temporal.to = value.days.and_then(|(_, to)| iso_unless(to, NaiveDate::MAX));
        temporal.basis = value.basis;
        temporal.calendar = is_hijri.then(|| "islamic-umalqura".to_owned());
        let is_open = temporal.from.is_none() || temporal.to.is_none();
        temporal.modifier =
            first.modifier.filter(|_| !is_open || temporal.basis == TemporalBasis::Unresolved).and_then(modifier);
        temporal.weekday = value.weekday.and_then(|agrees| self.weekday(agrees));
        temporal.time = said.iter().find_map(clock);
        temporal.time_zone = said.iter().find_map(|said| self.zone(said));
        temporal.alternatives = self.alternatives(&first, temporal.edtf.as_deref());
        let is_doubted = temporal.weekday.as_ref().is_some_and(|weekday| !weekday.agrees);
        if is_doubted || !temporal.alternatives.is_empty() {
            temporal.evidence.certainty = Certainty::Heuristic;
        }
        temporal
    }

    pub(super) fn empty(&self) -> Temporal {
        let span = Span::new(self.place.start, self.place.end);
        let rule = self.expression.rule.clone();
        Temporal {
            edtf: None,
            from: None,
            to: None,
            basis: TemporalBasis::Stated,
            calendar: None,
            modifier: None,
            weekday: None,
            time: None,
            time_zone: None,
            duration: None,
            repeat_frequency: None,
            alternatives: Vec::new(),
            exact: span.slice(self.text).to_owned(),
            span,
            evidence: Evidence { rule, span, certainty: Certainty::Pattern },
        }
    }

    pub(super) fn zone(&self, said: &Said) -> Option<String> {
        let minutes = said.clock.offset.map(|minutes| {
            let sign = if minutes < 0 { '-' } else { '+' };
            format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
        });
        minutes.or_else(|| Some(self.resources.lexicon().name_of(said.clock.zone?).to_owned()))
    }

    /// Other readings of a day that is written in figures only, or in two calendars that do not agree.
    pub(super) fn alternatives(&self, said: &Said, edtf: Option<&str>) -> Vec<String> {
        let said::Civil { year, month, day } = said.civil;
        let swapped = || calendar::day(year?, day?, month?);
        let hijri = || self.resources.umalqura().day(said.hijri.year?, said.hijri.month?, said.hijri.day?);
        let other = if said.is_ambiguous { swapped() } else { hijri() };
        other.map(iso).filter(|other| Some(other.as_str()) != edtf).into_iter().collect()
    }

    /// The first day of the week that is stated.
    pub(super) fn weekday(&self, agrees: bool) -> Option<Weekday> {
        let stated = self.text.get(self.expression.weekday.clone()?)?.to_owned();
        Some(Weekday { stated, agrees })
    }

    pub(super) fn duration(&self, said: &Said) -> Option<Temporal> {
        let duration = iso_duration(said.count.unwrap_or(1), said.unit?)?;
        Some(Temporal { duration: Some(duration), ..self.empty() })
    }

    pub(super) fn every(&self, resolver: &Resolver<'_>, said: &Said) -> Option<Temporal> {
        let named = said.frequency.map(|name| self.resources.lexicon().name_of(name).to_owned());
        let has_date = said.civil.month.is_some() || said.hijri.month.is_some();
        let frequency = named.or_else(|| {
            let (count, unit) = match said.unit {
                Some(unit) => (said.count.unwrap_or(1), unit),
                None if said.civil.day.is_some() && !has_date => (1, Unit::Month),
                None if has_date || said.season.is_some() => (1, Unit::Year),
                None if said.weekday.is_some() => (1, Unit::Week),
                None if said.offset == Some(0) => (1, Unit::Day),
                None => return None,
            };
            iso_duration(count, unit)
        })?;
        let date = Said { unit: None, relation: None, frequency: None, weekday: None, ..*said };
        let nowhere = Resolver { hijri: resolver.hijri, context: Context::default() };
        let edtf =
            if has_date && date.civil.year.is_none() { nowhere.value(&date).map(|value| value.edtf) } else { None };
        Some(Temporal { edtf, repeat_frequency: Some(frequency), ..self.empty() })
    }
}

pub(super) fn modifier(value: i32) -> Option<DateModifier> {
    let all = [DateModifier::Start, DateModifier::Mid, DateModifier::End, DateModifier::Approximate];
    usize::try_from(value).ok().and_then(|at| all.get(at)).copied()
}

/// ISO 8601.
pub(super) fn iso_duration(count: i32, unit: Unit) -> Option<String> {
    let (times, letter) = match unit {
        Unit::Minute => return Some(format!("PT{count}M")),
        Unit::Hour => return Some(format!("PT{count}H")),
        Unit::Day => (1, 'D'),
        Unit::Week | Unit::Weekend => (1, 'W'),
        Unit::Month => (1, 'M'),
        Unit::Quarter => (3, 'M'),
        Unit::Half => (6, 'M'),
        Unit::Year => (1, 'Y'),
        Unit::Decade => (10, 'Y'),
        Unit::Century => (100, 'Y'),
    };
    Some(format!("P{}{letter}", count.checked_mul(times)?))
}

/// `HH:MM`, when an hour is stated.
pub(super) fn clock(said: &Said) -> Option<String> {
    let clock = said.clock;
    let (hour, minute) = match (clock.hour, clock.half) {
        (Some(12), Some(0)) => (0, clock.minute.unwrap_or(0)),
        (Some(hour @ 1..=11), Some(1)) => (hour + 12, clock.minute.unwrap_or(0)),
        (Some(hour), _) => (hour, clock.minute.unwrap_or(0)),
        (None, Some(2)) => (12, 0),
        (None, Some(3)) => (0, 0),
        _ => return None,
    };
    Some(match clock.second {
        Some(second) => format!("{hour:02}:{minute:02}:{second:02}"),
        None => format!("{hour:02}:{minute:02}"),
    })
}
