//! Intervals: from one date to another, from a date on, up to a date, so long before or after it.

use chrono::NaiveDate;

use super::resolve::{Context, Resolver, Value, beside, interval};
use super::said::Said;
use crate::model::TemporalBasis;
use crate::resources::{DateMeaning, Tense};

/// Whether days of one month without a year come one after the other.
pub(super) fn follow(said: &[Said]) -> bool {
    said.windows(2).all(|pair| match pair {
        [one, two] => {
            let next = one.civil.day.or(one.hijri.day).map(|day| day + 1);
            next.is_some()
                && next == two.civil.day.or(two.hijri.day)
                && one.civil.month == two.civil.month
                && one.hijri.month == two.hijri.month
        }
        _ => false,
    })
}

pub(super) fn join(values: &[Value]) -> Option<Value> {
    let (first, last) = (values.first()?, values.last()?);
    let days = first.days.zip(last.days).map(|(from, to)| (from.0, to.1));
    let basis = if first.basis == last.basis { first.basis } else { TemporalBasis::Relative };
    let weekday = values.iter().filter_map(|value| value.weekday).reduce(|one, other| one && other);
    Some(Value { edtf: interval(Some(&first.edtf), Some(&last.edtf)), days, basis, weekday })
}

/// From one date to another, which share what only one of them says.
pub(super) fn between(resolver: &Resolver<'_>, from: &Said, to: &Said) -> Option<Value> {
    let (mut from, to) = (from.sharing(to), to.sharing(from));
    let has_own_year = from.civil.year.is_some() && to.civil.year == from.civil.year;
    if has_own_year && from.civil.month > to.civil.month {
        from.civil.year = from.civil.year.map(|year| year - 1);
    }
    if from.weekday.is_some() && to.is_bare_weekday() {
        // "Saturday until Monday": the Monday after that Saturday.
        let first = resolver.value(&from)?;
        let context = Context {
            anchor: first.days.map(|days| days.0).or(resolver.context.anchor),
            tense: Some(Tense::Future),
            ..resolver.context
        };
        return join(&[first, Resolver { hijri: resolver.hijri, context }.value(&to)?]);
    }
    let last = resolver.value(&to)?;
    // What the first date leaves open is near the second.
    let anchor = last.days.map(|days| days.0).filter(|_| from.civil.year.is_none() && from.hijri.year.is_none());
    let near = Resolver { hijri: resolver.hijri, context: Context { anchor, tense: None, ..resolver.context } };
    let is_relative = from.offset.is_some() || from.relation.is_some() || from.count.is_some();
    let first = if is_relative || anchor.is_none() { resolver.value(&from)? } else { near.value(&from)? };
    let value = join(&[first, last])?;
    value.days.is_none_or(|(from, to)| from <= to).then_some(value)
}

/// So many units before or after a date.
pub(super) fn beside_date(resolver: &Resolver<'_>, meaning: DateMeaning, date: &Said, amount: &Said) -> Option<Value> {
    let value = resolver.value(date)?;
    let Some((from, to)) = value.days else { return Some(value) };
    let (anchor, direction) = if meaning == DateMeaning::Before { (from, -1) } else { (to, 1) };
    let amount =
        Said { direction: Some(direction), count: amount.count.or(Some(1)), unit: amount.unit, ..Said::default() };
    let near = Resolver { hijri: resolver.hijri, context: Context { anchor: Some(anchor), ..resolver.context } };
    Some(Value { basis: TemporalBasis::Computed, weekday: None, ..near.value(&amount)? })
}

/// From a date on, or up to it.
pub(super) fn open(resolver: &Resolver<'_>, meaning: DateMeaning, said: &Said) -> Option<Value> {
    // What goes on from a day has begun; what ends on one has not.
    let tense = match meaning {
        DateMeaning::Since if said.weekday.is_some() => Some(Tense::Past),
        DateMeaning::Until | DateMeaning::Before => resolver.context.tense.or(Some(Tense::Future)),
        _ => resolver.context.tense,
    };
    let resolver = Resolver { hijri: resolver.hijri, context: Context { tense, ..resolver.context } };
    // "Before the end of June" is up to its end.
    let meaning = if meaning == DateMeaning::Before && said.modifier == Some(2) { DateMeaning::Until } else { meaning };
    let value = resolver.value(said)?;
    let Some((from, to)) = value.days else {
        let is_start = matches!(meaning, DateMeaning::Since | DateMeaning::Starting | DateMeaning::After);
        let edtf = value.edtf.as_str();
        let edtf = if is_start { interval(Some(edtf), None) } else { interval(None, Some(edtf)) };
        return Some(Value { edtf, ..value });
    };
    let (edtf, days) = match meaning {
        DateMeaning::Since | DateMeaning::Starting => (interval(Some(&value.edtf), None), (from, NaiveDate::MAX)),
        DateMeaning::Until => (interval(None, Some(&value.edtf)), (NaiveDate::MIN, to)),
        DateMeaning::After => {
            let (edtf, edge) = beside(&value, 1)?;
            (interval(Some(&edtf), None), (edge, NaiveDate::MAX))
        }
        _ => {
            let (edtf, edge) = beside(&value, -1)?;
            (interval(None, Some(&edtf)), (NaiveDate::MIN, edge))
        }
    };
    Some(Value { edtf, days: Some(days), ..value })
}
