//! Dates in text: found by the shapes of `core/data`, resolved against the day of the article, checked and quoted.
//!
//! [`scan`] reads the text once and keeps runs of words that belong to dates; [`read`] walks the shapes over a run;
//! [`said`] holds what an expression says; [`resolve`] works out the days.

mod calendar;
mod number;
mod read;
mod resolve;
mod said;
mod scan;

use std::ops::Range;

use chrono::NaiveDate;

use crate::model::{Certainty, DateModifier, Evidence, RuleId, Temporal, TemporalBasis, Weekday};
use crate::resources::{DateMeaning, Grammar, Resources, Tense, Unit};
use crate::text::{Script, Span, fold, words};

pub(crate) use calendar::{iso, parse_iso};
use read::{Found, Reader};
use resolve::{Context, Resolver, Value, beside, interval};
use said::Said;
use scan::{Cue, Kind, Run, Token, scan};

/// How far, in bytes, a date reaches that the next one is counted from.
const NEAR: usize = 300;
/// Most tokens of a date before the first that makes it one.
const MAX_LEAD: usize = 10;
/// Longest date line, in bytes.
const MAX_LINE: usize = 160;
/// Fewest digits of a full day: one for the day, four for the year.
const MIN_DIGITS: usize = 5;

/// What is known of a text before its dates are read.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Setting<'s> {
    /// BCP-47 tag of its language; all languages are tried when it is not known.
    pub(crate) language: Option<&'s str>,
    /// The day that "today" means.
    pub(crate) anchor: Option<NaiveDate>,
    /// The day that "today" means when neither `anchor` nor the text says one.
    pub(crate) fallback: Option<NaiveDate>,
}

/// An expression, where it stands and what it says.
struct Expression {
    found: Found,
    /// Bytes of the text, for each of its dates and for all of it.
    places: Vec<Range<usize>>,
    place: Range<usize>,
    weekday: Option<Range<usize>>,
    /// The sentence of its stretch it stands in.
    sentence: usize,
    /// The time its clause is about.
    tense: Option<Tense>,
    rule: RuleId,
}

impl Expression {
    /// The day it calls today.
    fn today(&self) -> Option<NaiveDate> {
        let (said, _) = self.found.said.first().filter(|_| self.found.said.len() == 1)?;
        let said::Civil { year, month, day } = said.civil;
        let is_today = said.offset == Some(0) && self.found.meaning == DateMeaning::Joined;
        is_today.then(|| calendar::day(year?, month?, day?))?
    }
}

/// The dates of a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reading {
    /// In the order of the text.
    pub(crate) dates: Vec<Temporal>,
    /// The index of the date that the text calls today: "today (Wednesday 12 June 2024)".
    pub(crate) today: Option<usize>,
}

/// Finds the dates in stretches of a text that belong together: they share an anchor, and lend each other years.
pub(crate) fn find_dates(
    text: &str,
    spans: impl IntoIterator<Item = Span>,
    setting: &Setting<'_>,
    resources: &Resources,
) -> Reading {
    let mut expressions = Vec::new();
    for span in spans {
        let finder = Finder { resources, text: span.slice(text), start: span.start };
        finder.find(setting, &mut expressions);
    }
    let today = expressions.iter().find_map(Expression::today);
    let anchor = setting.anchor.or(today).or(setting.fallback);
    let mut reading = Reading::default();
    let writer = Writer { resources, text };
    let mut last_day: Option<(NaiveDate, usize)> = None;
    for expression in &expressions {
        let last = last_day;
        if reading.today.is_none() && today.is_some() && expression.today() == today {
            reading.today = Some(reading.dates.len());
        }
        let before = reading.dates.len();
        let last = last.filter(|(_, end)| expression.place.start.saturating_sub(*end) < NEAR).map(|(day, _)| day);
        let context = Context { anchor, last, tense: expression.tense, ..Context::default() };
        writer.temporals(expression, context, &mut reading.dates);
        let day = reading.dates.get(before..).and_then(<[Temporal]>::last).and_then(|date| parse_iso(date.to.as_deref()?));
        last_day = day.map(|day| (day, expression.place.end)).or(last_day);
    }
    writer.give_years(&expressions, &mut reading.dates);
    reading
}

/// Finds the expressions of one stretch.
struct Finder<'f> {
    resources: &'f Resources,
    text: &'f str,
    /// Where it stands in the whole text.
    start: usize,
}

impl Finder<'_> {
    fn find(&self, setting: &Setting<'_>, out: &mut Vec<Expression>) {
        let before = out.len();
        let mut cues = scan(self.text, self.resources.lexicon(), |run| {
            self.read(run, setting, out);
        });
        for expression in out.iter().skip(before) {
            // "Tomorrow" and "next month" tell what their sentence is about as well.
            let is_ahead = |said: &Said| said.offset.is_some_and(|offset| offset > 0) || said.relation == Some(1);
            if expression.found.said.iter().any(|(said, _)| is_ahead(said)) {
                let at = expression.place.start - self.start;
                cues.push(Cue { at, sentence: expression.sentence, tense: Tense::Future });
            }
        }
        cues.sort_by_key(|cue| cue.at);
        for expression in out.iter_mut().skip(before) {
            expression.tense = tense(&cues, expression.place.start - self.start, expression.sentence);
        }
    }

    /// Reads the expressions of one run, longest first.
    fn read(&self, run: &Run<'_>, setting: &Setting<'_>, out: &mut Vec<Expression>) {
        let readers: Vec<Reader<'_>> = self
            .grammars(run.tokens, setting)
            .into_iter()
            .map(|grammar| Reader::new(self.resources.lexicon(), grammar, run.tokens, self.text))
            .collect();
        let mut at = 0;
        let next_core = |from: usize| (from..run.tokens.len()).find(|&at| run.tokens.get(at).is_some_and(|token| token.is_core));
        while let Some(core) = next_core(at) {
            at = at.max(core.saturating_sub(MAX_LEAD));
            let mut best: Option<(Found, RuleId)> = None;
            for reader in &readers {
                let Some(found) = reader.longest(at) else { continue };
                if best.as_ref().is_none_or(|(best, _)| found.tokens.end > best.tokens.end) {
                    let rule = reader.rule(&found);
                    best = Some((found, rule));
                }
            }
            let Some((found, rule)) = best else {
                at += 1;
                continue;
            };
            at = found.tokens.end;
            let place = |tokens: &Range<usize>| bytes(run.tokens, tokens, self.start);
            let weekday = readers.iter().find_map(|reader| reader.weekday(&found.tokens)).map(|at| place(&(at..at + 1)));
            out.push(Expression {
                places: found.said.iter().map(|(_, tokens)| place(tokens)).collect(),
                place: place(&found.tokens),
                weekday,
                sentence: run.tokens.get(found.tokens.start).map_or(0, |token| token.sentence),
                tense: None,
                rule,
                found,
            });
        }
    }

    /// The grammars that may read a run: those whose words it has, or the one of the text when it has only figures.
    fn grammars(&self, tokens: &[Token], setting: &Setting<'_>) -> Vec<&Grammar> {
        let lexicon = self.resources.lexicon();
        let words = tokens.iter().fold(0, |words, token| match token.kind {
            Kind::Word(id) => words | lexicon.languages(id),
            _ => words,
        });
        let languages = self.resources.languages();
        let script_of = |tag: &str| languages.iter().find(|(known, _)| known == tag).and_then(|(_, script)| *script);
        let own = setting.language.map(|tag| primary(tag).to_owned());
        let own_script: Option<Script> = own.as_deref().and_then(script_of);
        let is_allowed = move |tag: &str, script: Option<Script>| match own.as_deref() {
            Some(own) if own_script.is_some() => tag == own || script.is_some() && script != own_script,
            _ => script.is_some(),
        };
        let mut chosen: Vec<&Grammar> = Vec::new();
        for (bit, (tag, script)) in languages.iter().enumerate() {
            if words & (1 << bit) != 0 && is_allowed(tag, *script) {
                chosen.extend(self.resources.grammar(bit));
            }
        }
        if chosen.is_empty() {
            let common = languages.iter().position(|(_, script)| script.is_none());
            chosen.extend(common.and_then(|at| self.resources.grammar(at)));
        }
        chosen
    }

}

/// Makes dates of expressions.
struct Writer<'w> {
    resources: &'w Resources,
    text: &'w str,
}

impl Writer<'_> {
    fn temporals(&self, expression: &Expression, context: Context, out: &mut Vec<Temporal>) {
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
            (DateMeaning::Since | DateMeaning::Starting | DateMeaning::After | DateMeaning::Until | DateMeaning::Before, [(said, _)]) => {
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
    fn row(&self, resolver: &Resolver<'_>, whole: &Draft<'_>, dates: &[(Said, Range<usize>)], out: &mut Vec<Temporal>) {
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
    fn give_years(&self, expressions: &[Expression], all: &mut [Temporal]) {
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
fn only_year(all: &[Expression], own: &Expression) -> Option<i32> {
    let is_near = |other: &&Expression| {
        other.sentence == own.sentence && other.place.start.abs_diff(own.place.start) < NEAR
    };
    let mut years = all.iter().filter(is_near).filter_map(|other| match other.found.said.as_slice() {
        [(said, _)] if said.has_day() || said.unit.is_some() => None,
        [(said, _)] => said.civil.year,
        _ => None,
    });
    let year = years.next()?;
    years.all(|other| other == year).then_some(year)
}

/// What the nearest word that tells a time says: the last one before a place in its sentence, else the first after it.
fn tense(cues: &[Cue], place: usize, sentence: usize) -> Option<Tense> {
    let after = cues.partition_point(|cue| cue.at < place);
    let mut near = [after.checked_sub(1), Some(after)].into_iter().flatten().filter_map(|at| cues.get(at));
    near.find(|cue| cue.sentence == sentence).map(|cue| cue.tense)
}

/// The language of a tag without region and script.
fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}

/// The bytes of tokens of a stretch that begins at `base`.
fn bytes(tokens: &[Token], range: &Range<usize>, base: usize) -> Range<usize> {
    let start = tokens.get(range.start).map_or(0, |token| token.range.start);
    let end = tokens.get(range.end.wrapping_sub(1)).map_or(start, |token| token.range.end);
    base + start..base + end
}

/// Whether days of one month without a year come one after the other.
fn follow(said: &[Said]) -> bool {
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

fn join(values: &[Value]) -> Option<Value> {
    let (first, last) = (values.first()?, values.last()?);
    let days = first.days.zip(last.days).map(|(from, to)| (from.0, to.1));
    let basis = if first.basis == last.basis { first.basis } else { TemporalBasis::Relative };
    let weekday = values.iter().filter_map(|value| value.weekday).reduce(|one, other| one && other);
    Some(Value { edtf: interval(Some(&first.edtf), Some(&last.edtf)), days, basis, weekday })
}

/// From one date to another, which share what only one of them says.
fn between(resolver: &Resolver<'_>, from: &Said, to: &Said) -> Option<Value> {
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
fn beside_date(resolver: &Resolver<'_>, meaning: DateMeaning, date: &Said, amount: &Said) -> Option<Value> {
    let value = resolver.value(date)?;
    let Some((from, to)) = value.days else { return Some(value) };
    let (anchor, direction) = if meaning == DateMeaning::Before { (from, -1) } else { (to, 1) };
    let amount = Said { direction: Some(direction), count: amount.count.or(Some(1)), unit: amount.unit, ..Said::default() };
    let near = Resolver { hijri: resolver.hijri, context: Context { anchor: Some(anchor), ..resolver.context } };
    Some(Value { basis: TemporalBasis::Computed, weekday: None, ..near.value(&amount)? })
}

/// From a date on, or up to it.
fn open(resolver: &Resolver<'_>, meaning: DateMeaning, said: &Said) -> Option<Value> {
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

/// What makes a [`Temporal`] of an expression and its value.
#[derive(Clone, Copy)]
struct Draft<'d> {
    expression: &'d Expression,
    text: &'d str,
    place: &'d Range<usize>,
    resources: &'d Resources,
}

impl Draft<'_> {
    fn temporal(&self, said: &[Said], value: Value) -> Temporal {
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
        temporal.modifier = first.modifier.filter(|_| !is_open || temporal.basis == TemporalBasis::Unresolved).and_then(modifier);
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

    fn empty(&self) -> Temporal {
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

    fn zone(&self, said: &Said) -> Option<String> {
        let minutes = said.clock.offset.map(|minutes| {
            let sign = if minutes < 0 { '-' } else { '+' };
            format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
        });
        minutes.or_else(|| Some(self.resources.lexicon().name_of(said.clock.zone?).to_owned()))
    }

    /// Other readings of a day that is written in figures only, or in two calendars that do not agree.
    fn alternatives(&self, said: &Said, edtf: Option<&str>) -> Vec<String> {
        let said::Civil { year, month, day } = said.civil;
        let swapped = || calendar::day(year?, day?, month?);
        let hijri = || self.resources.umalqura().day(said.hijri.year?, said.hijri.month?, said.hijri.day?);
        let other = if said.is_ambiguous { swapped() } else { hijri() };
        other.map(iso).filter(|other| Some(other.as_str()) != edtf).into_iter().collect()
    }

    /// The first day of the week that is stated.
    fn weekday(&self, agrees: bool) -> Option<Weekday> {
        let stated = self.text.get(self.expression.weekday.clone()?)?.to_owned();
        Some(Weekday { stated, agrees })
    }

    fn duration(&self, said: &Said) -> Option<Temporal> {
        let duration = iso_duration(said.count.unwrap_or(1), said.unit?)?;
        Some(Temporal { duration: Some(duration), ..self.empty() })
    }

    fn every(&self, resolver: &Resolver<'_>, said: &Said) -> Option<Temporal> {
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
        let edtf = if has_date && date.civil.year.is_none() { nowhere.value(&date).map(|value| value.edtf) } else { None };
        Some(Temporal { edtf, repeat_frequency: Some(frequency), ..self.empty() })
    }
}

fn modifier(value: i32) -> Option<DateModifier> {
    let all = [DateModifier::Start, DateModifier::Mid, DateModifier::End, DateModifier::Approximate];
    usize::try_from(value).ok().and_then(|at| all.get(at)).copied()
}

/// ISO 8601.
fn iso_duration(count: i32, unit: Unit) -> Option<String> {
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
fn clock(said: &Said) -> Option<String> {
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

/// Reads a line that says a day and nothing else, weekday and clock time aside.
pub(crate) fn date_line(text: &str, span: Span, resources: &Resources) -> Option<Temporal> {
    let source = span.slice(text);
    if source.len() > MAX_LINE || source.chars().filter(|c| c.is_numeric()).take(MIN_DIGITS).count() < MIN_DIGITS {
        return None;
    }
    let day = first_day(text, span, resources)?;
    let beside = [Span::new(span.start, day.span.start), Span::new(day.span.end, span.end)];
    let is_filling = |part: Span| {
        let folded = fold(part.slice(text));
        words(folded.as_str()).all(|word| word.parse::<u32>().is_ok() || resources.lexicon().fills(word))
            && !folded.as_str().contains(['%', '$', '€', '+', '='])
    };
    beside.into_iter().all(is_filling).then_some(day)
}

/// The first full day in a text.
pub(crate) fn first_day(text: &str, span: Span, resources: &Resources) -> Option<Temporal> {
    let reading = find_dates(text, [span], &Setting::default(), resources);
    reading.dates.into_iter().find(|temporal| temporal.edtf.as_deref().is_some_and(is_iso_day))
}

/// Whether a text is a day of the calendar as `YYYY-MM-DD`.
pub(crate) fn is_iso_day(text: &str) -> bool {
    parse_iso(text).is_some()
}
