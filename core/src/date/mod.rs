//! Dates in text: found by the shapes of `core/data`, resolved against the day of the article, checked and quoted.
//!
//! [`scan`] reads the text once and keeps runs of words that belong to dates; [`read`] walks the shapes over a run;
//! [`said`] holds what an expression says; [`resolve`] works out the days, [`interval`] those of intervals; [`write`] and
//! [`draft`] make the values.

mod calendar;
mod draft;
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
use crate::resources::{DateMeaning, Grammar, Resources, Tense};
use crate::text::{Script, Span, fold, words};

pub(crate) use calendar::{iso, parse_iso};
use read::{Found, Reader};
use resolve::Context;
use said::Said;
use scan::{Cue, Kind, Run, Token, scan};
use write::Writer;

/// How far, in bytes, a date reaches that the next one is counted from.
const NEAR: usize = 300;
/// Most tokens of a date before the first that makes it one.
const MAX_LEAD: usize = 10;
/// Most tokens of a date after the last that makes it one.
const MAX_TAIL: usize = 12;
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
        let day =
            reading.dates.get(before..).and_then(<[Temporal]>::last).and_then(|date| parse_iso(date.to.as_deref()?));
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

    /// Reads the expressions of one run, longest first. A word that begins a date in another language only begins none.
    fn read(&self, run: &Run<'_>, setting: &Setting<'_>, out: &mut Vec<Expression>) {
        let allowed = self.allowed(setting);
        let is_core = |token: &Token| {
            token.is_core
                && match token.kind {
                    Kind::Word(id) => self.resources.lexicon().languages(id) & allowed != 0,
                    _ => true,
                }
        };
        let Some(first) = run.tokens.iter().position(is_core) else { return };
        let after = run.tokens.iter().rev().position(is_core).unwrap_or_default();
        let near = first.saturating_sub(MAX_LEAD)..run.tokens.len() - after.saturating_sub(MAX_TAIL);
        let tokens = run.tokens.get(near).unwrap_or_default();
        let readers: Vec<Reader<'_>> = self
            .grammars(tokens, setting)
            .into_iter()
            .map(|grammar| Reader::new(self.resources.lexicon(), grammar, tokens, self.text))
            .collect();
        let mut at = 0;
        let next_core = |from: usize| (from..tokens.len()).find(|&at| tokens.get(at).is_some_and(is_core));
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
            let place = |range: &Range<usize>| bytes(tokens, range, self.start);
            let weekday =
                readers.iter().find_map(|reader| reader.weekday(&found.tokens)).map(|at| place(&(at..at + 1)));
            out.push(Expression {
                places: found.said.iter().map(|(_, tokens)| place(tokens)).collect(),
                place: place(&found.tokens),
                weekday,
                sentence: tokens.get(found.tokens.start).map_or(0, |token| token.sentence),
                tense: None,
                rule,
                found,
            });
        }
    }

    /// The languages whose words count, as bits: that of the text and those of other scripts, or all that are told from others.
    fn allowed(&self, setting: &Setting<'_>) -> u32 {
        let languages = self.resources.languages();
        let own = setting.language.map(primary);
        let own_script: Option<Script> =
            own.and_then(|own| languages.iter().find(|(known, _)| known == own)).and_then(|(_, script)| *script);
        let is_allowed = |bit: usize, tag: &str, script: Option<Script>| match own {
            Some(own) if tag == own => true,
            _ if self.resources.is_asked_for(bit) => false,
            Some(_) if own_script.is_some() => script.is_some() && script != own_script,
            _ => script.is_some(),
        };
        let bits = languages.iter().enumerate().filter(|(bit, (tag, script))| is_allowed(*bit, tag, *script));
        bits.fold(0, |bits, (bit, _)| bits | 1 << (bit % 32))
    }

    /// The grammars that may read a run: those whose words it has, or the one of the text when it has only figures.
    fn grammars(&self, tokens: &[Token], setting: &Setting<'_>) -> Vec<&Grammar> {
        let lexicon = self.resources.lexicon();
        let words = tokens.iter().fold(0, |words, token| match token.kind {
            Kind::Word(id) => words | lexicon.languages(id),
            _ => words,
        });
        let languages = self.resources.languages();
        let allowed = self.allowed(setting);
        let mut chosen: Vec<&Grammar> = Vec::new();
        for bit in (0..languages.len()).filter(|bit| words & allowed & (1 << (bit % 32)) != 0) {
            chosen.extend(self.resources.grammar(bit));
        }
        if chosen.is_empty() {
            let own = languages.iter().position(|(tag, _)| setting.language.map(primary) == Some(tag));
            let common = || languages.iter().position(|(_, script)| script.is_none());
            chosen.extend(own.or_else(common).and_then(|at| self.resources.grammar(at)));
        }
        chosen
    }
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

/// Reads a line that says a day and nothing else, weekday and clock time aside.
pub(crate) fn date_line(text: &str, span: Span, resources: &Resources) -> Option<Temporal> {
    let day = dated(text, span, resources)?;
    let is_filling = |part: Span| {
        let folded = fold(part.slice(text));
        let is_clock = |word: &str| word.len() <= 2 && word.parse::<u32>().is_ok_and(|number| number < 60);
        words(folded.as_str()).all(|word| is_clock(word) || resources.lexicon().fills(word))
            && !folded.as_str().contains(['%', '$', '€', '+', '='])
    };
    beside(span, &day).into_iter().all(is_filling).then_some(day)
}

/// Whether a line says a day, and little else: a place, an agency.
pub(crate) fn is_filed(text: &str, span: Span, resources: &Resources) -> bool {
    dated(text, span, resources).is_some_and(|day| {
        let count =
            |part: Span| words(fold(part.slice(text)).as_str()).filter(|word| !resources.lexicon().fills(word)).count();
        beside(span, &day).into_iter().map(count).sum::<usize>() <= MAX_BESIDE
    })
}

/// The first full day of a short line.
fn dated(text: &str, span: Span, resources: &Resources) -> Option<Temporal> {
    let source = span.slice(text);
    let has_digits = || source.chars().filter(|c| c.is_numeric()).take(MIN_DIGITS).count() >= MIN_DIGITS;
    (source.len() <= MAX_LINE && has_digits()).then(|| first_day(text, span, resources))?
}

/// What stands before and after a date.
fn beside(span: Span, day: &Temporal) -> [Span; 2] {
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
        date_line(line, Span::new(0, line.len()), Resources::builtin())
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
