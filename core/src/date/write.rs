//! Makes dates of expressions: one, or one for each day of a row.

use std::ops::Range;

use chrono::NaiveDate;

use super::calendar::parse_iso;
use super::draft::Draft;
use super::interval::{beside_date, between, follow, join, open};
use super::resolve::{Context, Resolver, Value, beside};
use super::said::Said;
use super::{Expression, NEAR};
use crate::model::{Temporal, TemporalBasis};
use crate::resources::{DateMeaning, Resources};

/// Makes dates of expressions.
pub(super) struct Writer<'w> {
    pub(super) resources: &'w Resources,
    pub(super) text: &'w str,
}

impl Writer<'_> {
    pub(super) fn temporals(&self, expression: &Expression, context: Context, out: &mut Vec<Temporal>) {
        let resolver = Resolver { hijri: self.resources.umalqura(), context };
        let found = &expression.found;
        let whole = Draft { expression, text: self.text, place: &expression.place, resources: self.resources };
        match (found.meaning, found.said.as_slice()) {
            (DateMeaning::Interval, [(from, _), (to, _)]) => {
                let value = between(&resolver, from, to);
                out.extend(value.map(|value| whole.temporal(&[*from, *to], value)));
            }
            (DateMeaning::Row, dates) => self.row(&resolver, &whole, dates, out),
            (DateMeaning::Before | DateMeaning::After, [(said, _), (amount, _)]) => {
                let value = beside_date(&resolver, found.meaning, said, amount);
                out.extend(value.map(|value| whole.temporal(&[*said], value)));
            }
            (
                DateMeaning::Since
                | DateMeaning::Starting
                | DateMeaning::After
                | DateMeaning::Until
                | DateMeaning::Before,
                [(said, _)],
            ) => {
                out.extend(open(&resolver, found.meaning, said).map(|value| whole.temporal(&[*said], value)));
            }
            (DateMeaning::None, _) => {}
            (DateMeaning::Duration, [(said, _)]) => out.extend(whole.duration(said)),
            (DateMeaning::Every, [(said, _)]) => out.extend(whole.every(&resolver, said)),
            (_, [(said, _)]) => {
                // A quarter of no known year may be one of a match.
                let value = resolver.value(said).filter(|value| value.days.is_some() || said.part.is_none());
                out.extend(value.map(|value| whole.temporal(&[*said], value)));
            }
            _ => {}
        }
    }

    /// Days in a row are one interval; days that are apart are dates of their own.
    pub(super) fn row(
        &self,
        resolver: &Resolver<'_>,
        whole: &Draft<'_>,
        dates: &[(Said, Range<usize>)],
        out: &mut Vec<Temporal>,
    ) {
        let Some((last, _)) = dates.last() else { return };
        let first = dates.first().map_or(*last, |(first, _)| *first);
        let said: Vec<Said> = dates.iter().map(|(said, _)| said.sharing(last).sharing(&first)).collect();
        let Some(values) = said.iter().map(|said| resolver.value(said)).collect::<Option<Vec<Value>>>() else { return };
        let is_next = |pair: &[Value]| match pair {
            [one, two] => beside(one, 1).is_some_and(|(_, day)| two.days.is_some_and(|days| days.0 == day)),
            _ => false,
        };
        let are_days = said.iter().all(|said| said.has_day() || said.weekday.is_some());
        let are_near = values.iter().all(|value| value.days.is_none()) && follow(&said);
        if are_days && (values.windows(2).all(is_next) || are_near) {
            out.extend(join(&values).map(|value| whole.temporal(&said, value)));
            return;
        }
        let mut places = whole.expression.places.clone();
        places.first_mut().into_iter().for_each(|first| first.start = whole.place.start);
        for ((said, value), place) in said.iter().zip(values).zip(&places) {
            if !said.is_piece || said.has_day() {
                out.push(Draft { place, ..*whole }.temporal(&[*said], value));
            }
        }
    }

    /// Dates without a year that stand beside one with a year take it from there.
    pub(super) fn give_years(&self, expressions: &[Expression], all: &mut [Temporal]) {
        let days: Vec<(usize, NaiveDate)> = all
            .iter()
            .filter(|temporal| temporal.basis == TemporalBasis::Stated)
            .filter_map(|temporal| Some((temporal.span.start, parse_iso(temporal.edtf.as_deref()?)?)))
            .collect();
        for temporal in all.iter_mut().filter(|temporal| temporal.basis == TemporalBasis::Unresolved) {
            let after = days.partition_point(|(start, _)| *start < temporal.span.start);
            let neighbours = [after.checked_sub(1), Some(after)].into_iter().flatten().filter_map(|at| days.get(at));
            let nearest = neighbours.min_by_key(|(start, _)| start.abs_diff(temporal.span.start));
            let own = expressions.binary_search_by_key(&temporal.span.start, |expression| expression.place.start);
            let Some(expression) = own.ok().and_then(|at| expressions.get(at)) else { continue };
            let near = nearest.map(|(_, near)| *near);
            let year = if near.is_none() { only_year(expressions, expression) } else { None };
            let context = Context { near, year, ..Context::default() };
            let mut again = Vec::new();
            self.temporals(expression, context, &mut again);
            if let [fixed] = again.as_slice() {
                *temporal = fixed.clone();
            }
        }
    }
}

/// The year that the sentence of an expression states, if it states one only.
pub(super) fn only_year(all: &[Expression], own: &Expression) -> Option<i32> {
    let is_near =
        |other: &&Expression| other.sentence == own.sentence && other.place.start.abs_diff(own.place.start) < NEAR;
    let mut years = all.iter().filter(is_near).filter_map(|other| match other.found.said.as_slice() {
        [(said, _)] if said.has_day() || said.unit.is_some() => None,
        [(said, _)] => said.civil.year,
        _ => None,
    });
    let year = years.next()?;
    years.all(|other| other == year).then_some(year)
}
