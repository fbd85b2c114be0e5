//! Dates in text: found by the shapes of `core/data`, resolved against the day of the article, checked and quoted.
//!
//! [`scan`] reads the text once and keeps runs of words that belong to dates; [`read`] walks the shapes over a run, and
//! [`find`] chooses among what was read;
//! [`said`] holds what an expression says; [`resolve`] works out the days, [`interval`] those of intervals; [`write`] and
//! [`draft`] make the values.

mod calendar;
mod draft;
mod find;
mod interval;
mod number;
mod read;
mod resolve;
mod said;
mod scan;
mod write;

use std::ops::Range;

use chrono::NaiveDate;

use crate::model::{RuleId, Temporal};
use crate::resources::{DateMeaning, Resources, Tense};
use crate::text::{Class, Span, fold, words};

pub(crate) use calendar::{iso, parse_iso};
use find::Finder;
use read::Found;
use resolve::Context;
use write::Writer;

/// How far, in bytes, a date reaches that the next one is counted from.
const NEAR: usize = 300;
/// Longest date line, in bytes.
const MAX_LINE: usize = 160;
/// Fewest digits of a full day: one for the day, four for the year.
const MIN_DIGITS: usize = 5;
/// Most words beside the day of a line that says where and when a text was filed.
const MAX_BESIDE: usize = 6;

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
    Expressions::find(text, spans, setting.language, resources).read(setting.anchor, setting.fallback)
}

/// The expressions of dates in a text, before it is known which days they mean.
pub(crate) struct Expressions<'t> {
    text: &'t str,
    resources: &'t Resources,
    list: Vec<Expression>,
}

impl<'t> Expressions<'t> {
    pub(crate) fn find(
        text: &'t str,
        spans: impl IntoIterator<Item = Span>,
        language: Option<&str>,
        resources: &'t Resources,
    ) -> Self {
        let finder = Finder::new(language, resources);
        let mut list = Vec::new();
        for span in spans {
            finder.find(span.slice(text), span.start, &mut list);
        }
        Self { text, resources, list }
    }

    /// The days they mean; see [`Setting`].
    pub(crate) fn read(&self, anchor: Option<NaiveDate>, fallback: Option<NaiveDate>) -> Reading {
        let today = self.list.iter().find_map(Expression::today);
        let anchor = anchor.or(today).or(fallback);
        let mut reading = Reading::default();
        let writer = Writer { resources: self.resources, text: self.text };
        let mut last_day: Option<(NaiveDate, usize)> = None;
        for expression in &self.list {
            let last = last_day;
            if reading.today.is_none() && today.is_some() && expression.today() == today {
                reading.today = Some(reading.dates.len());
            }
            let before = reading.dates.len();
            let last = last.filter(|(_, end)| expression.place.start.saturating_sub(*end) < NEAR).map(|(day, _)| day);
            let context = Context { anchor, last, tense: expression.tense, ..Context::default() };
            writer.temporals(expression, context, &mut reading.dates);
            let written = reading.dates.get(before..).and_then(<[Temporal]>::last);
            let day = written.and_then(|date| parse_iso(date.to.as_deref()?));
            last_day = day.map(|day| (day, expression.place.end)).or(last_day);
        }
        writer.give_years(&self.list, &mut reading.dates);
        reading
    }
}

/// Whether what stands beside a day belongs to it: its name, a clock time, small words.
pub(crate) fn fills_date(part: &str, resources: &Resources) -> bool {
    let folded = fold(part);
    let is_clock = |word: &str| word.len() <= 2 && word.parse::<u32>().is_ok_and(|number| number < 60);
    words(folded.as_str()).all(|word| is_clock(word) || resources.lexicon().fills(word))
        && !folded.as_str().contains(['%', '$', '€', '+', '='])
}

/// Whether a line says a day, and little else: a place, an agency.
pub(crate) fn is_filed(text: &str, span: Span, resources: &Resources) -> bool {
    full_day(text, span, resources).is_some_and(|day| {
        let count =
            |part: Span| words(fold(part.slice(text)).as_str()).filter(|word| !resources.lexicon().fills(word)).count();
        beside(span, &day).into_iter().map(count).sum::<usize>() <= MAX_BESIDE
    })
}

/// The first full day of a short line.
pub(crate) fn full_day(text: &str, span: Span, resources: &Resources) -> Option<Temporal> {
    let source = span.slice(text);
    let has_digits = || source.chars().filter(|c| Class::of(*c).is_number()).take(MIN_DIGITS).count() >= MIN_DIGITS;
    (source.len() <= MAX_LINE && has_digits()).then(|| first_day(text, span, resources))?
}

/// What stands before and after a date.
pub(crate) fn beside(span: Span, day: &Temporal) -> [Span; 2] {
    [Span::new(span.start, day.span.start), Span::new(day.span.end, span.end)]
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

#[cfg(test)]
mod tests {
    use super::*;

    fn line(line: &str) -> Option<Temporal> {
        let span = Span::new(0, line.len());
        let day = full_day(line, span, Resources::builtin())?;
        let fills = |part: Span| fills_date(part.slice(line), Resources::builtin());
        beside(span, &day).into_iter().all(fills).then_some(day)
    }

    #[test]
    fn lines_that_say_a_day() {
        for (text, edtf) in [
            ("18 يوليو 2025", "2025-07-18"),
            ("الجمعة ١٨ تموز ٢٠٢٥", "2025-07-18"),
            ("18 كانون الثاني/يناير 2025", "2025-01-18"),
            ("12 غشت 2019", "2019-08-12"),
            ("15 septembre 2022", "2022-09-15"),
            ("1er août 2024", "2024-08-01"),
            ("Monday, August 5, 2024", "2024-08-05"),
            ("05/06/2024 - 14:30", "2024-06-05"),
            ("2024-06-05", "2024-06-05"),
        ] {
            assert_eq!(line(text).and_then(|date| date.edtf).as_deref(), Some(edtf), "{text}");
        }
    }

    #[test]
    fn lines_that_say_more_or_less() {
        for text in [
            "31 juin 2024",
            "12 مايو",
            "2024",
            "5 يونيو 2024 اجتمع المجلس",
            "10.2.3.2024",
            "4/5",
            "1999-2024",
            "5 juin 2024 8500",
        ] {
            assert_eq!(line(text), None, "{text}");
        }
    }

    #[test]
    fn the_weekday_is_checked_and_the_words_are_quoted() {
        let date = line("  يوم السبت 18 يوليو 2025").unwrap();
        assert_eq!(date.exact, "يوم السبت 18 يوليو 2025");
        assert!(!date.weekday.unwrap().agrees);
    }
}
