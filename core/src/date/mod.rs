//! Days as they stand on date lines and in datelines: day, month and year, in figures and month names.
//!
//! Only full days with a year are read here. What a line leaves open stays open.

mod token;

use std::ops::Range;

use chrono::{Datelike, NaiveDate};
use token::{Kind, Token, tokens};

use crate::model::{Certainty, Evidence, RuleId, Temporal, TemporalBasis, Weekday};
use crate::resources::{DateWord, Resources};
use crate::text::{Folded, Span, fold};

/// Years that a page is taken to write with four digits.
const YEARS: Range<u32> = 1000..2200;

/// Longest date line, in bytes.
const MAX_LINE: usize = 160;
/// Fewest digits of a full day: one for the day, four for the year.
const MIN_DIGITS: usize = 5;

/// A day found in a folded text.
#[derive(Clone, Debug)]
struct Day {
    date: NaiveDate,
    /// Indexes of its tokens.
    tokens: Range<usize>,
}

/// Reads a line that says a day and nothing else, weekday and clock time aside.
pub(crate) fn date_line(text: &str, span: Span, resources: &Resources) -> Option<Temporal> {
    let source = span.slice(text);
    if source.len() > MAX_LINE || source.chars().filter(|c| c.is_numeric()).take(MIN_DIGITS).count() < MIN_DIGITS {
        return None;
    }
    let folded = fold(source);
    let tokens = tokens(folded.as_str(), resources);
    let day = days(&tokens, resources).next()?;
    let is_rest_empty = is_filling(tokens.get(..day.tokens.start)?) && is_filling(tokens.get(day.tokens.end..)?);
    is_rest_empty.then(|| temporal(text, span, &folded, &tokens, &day))
}

/// The first full day in a text, and where it ends, for datelines.
pub(crate) fn first_day(text: &str, span: Span, resources: &Resources) -> Option<Temporal> {
    let folded = fold(span.slice(text));
    let tokens = tokens(folded.as_str(), resources);
    let day = days(&tokens, resources).next()?;
    Some(temporal(text, span, &folded, &tokens, &day))
}

/// Whether tokens beside a day say nothing but a weekday, a clock time or a filler.
fn is_filling(tokens: &[Token]) -> bool {
    let mut rest = tokens;
    while let [first, after @ ..] = rest {
        rest = match (&first.kind, after) {
            (Kind::Number(0..=24, 1..=2), [mark, minutes, after @ ..])
                if is_clock_mark(mark) && matches!(minutes.kind, Kind::Number(0..=59, 2)) =>
            {
                after
            }
            (Kind::Word(_), _) => after,
            (Kind::Mark(mark), _) if !matches!(mark, '%' | '$' | '€' | '+' | '=') => after,
            _ => return false,
        };
    }
    true
}

fn is_clock_mark(token: &Token) -> bool {
    matches!(token.kind, Kind::Mark(':' | '.')) || token.has(DateWord::Filler)
}

fn days<'t>(tokens: &'t [Token], resources: &'t Resources) -> impl Iterator<Item = Day> + 't {
    (0..tokens.len()).filter_map(move |start| {
        let rest = tokens.get(start..)?;
        let (date, length) = numeric(rest, resources.month_first()).or_else(|| worded(rest))?;
        Some(Day { date, tokens: start..start + length })
    })
}

/// `12/05/2024`, `12-5-2024`, `12.05.2024`, `2024-05-12`.
fn numeric(tokens: &[Token], month_first: bool) -> Option<(NaiveDate, usize)> {
    let [first, mark, second, again, third, ..] = tokens else { return None };
    let (Kind::Number(a, a_len), Kind::Number(b, b_len), Kind::Number(c, c_len)) =
        (&first.kind, &second.kind, &third.kind)
    else {
        return None;
    };
    let is_joined = mark.kind == again.kind && matches!(mark.kind, Kind::Mark('/' | '-' | '.'));
    if !is_joined || *b_len > 2 || tokens.get(5).is_some_and(|next| next.kind == mark.kind) {
        return None;
    }
    let date = match (a_len, c_len) {
        (4, 1..=2) => day(*a, *b, *c),
        (1..=2, 4) if month_first || *b > 12 => day(*c, *a, *b),
        (1..=2, 4) => day(*c, *b, *a),
        _ => None,
    }?;
    Some((date, 5))
}

/// `12 مايو 2024`, `1er juin 2024`, `12 من شهر مايو/أيار عام 2024`, `May 12th, 2024`.
fn worded(tokens: &[Token]) -> Option<(NaiveDate, usize)> {
    let mut at = 0;
    let (mut day_number, mut month) = (None, None);
    while let Some(token) = tokens.get(at) {
        match &token.kind {
            Kind::Number(year, 4) if YEARS.contains(year) && day_number.is_some() => {
                return Some((day(*year, month?, day_number?)?, at + 1));
            }
            Kind::Number(number, 1..=2) if day_number.is_none() => day_number = Some(*number),
            Kind::Word(_) if month.is_none() || token.month() == month && month.is_some() => match token.month() {
                Some(number) => month = Some(number),
                None if at > 0 && token.has(DateWord::Filler) => {}
                None => return None,
            },
            Kind::Word(_) if at > 0 && token.has(DateWord::Filler) => {}
            Kind::Mark(',' | '/' | '(' | ')' | '-' | '.') if at > 0 => {}
            _ => return None,
        }
        at += 1;
    }
    None
}

fn day(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    YEARS.contains(&year).then(|| NaiveDate::from_ymd_opt(year.try_into().ok()?, month, day))?
}

/// `YYYY-MM-DD`. chrono's own formatter would bring its parser of formats along, which weighs in the browser.
fn iso(date: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

/// Whether a text is a day of the calendar as `YYYY-MM-DD`.
pub(crate) fn is_iso_day(text: &str) -> bool {
    let mut parts = text.splitn(3, '-').map(str::parse::<u32>);
    let (Some(Ok(year)), Some(Ok(month)), Some(Ok(number))) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    day(year, month, number).is_some_and(|date| iso(date) == text)
}

fn temporal(text: &str, span: Span, folded: &Folded, tokens: &[Token], day: &Day) -> Temporal {
    let edge = |token: Option<&Token>, end: bool| {
        let at = token.map_or(0, |token| if end { token.range.end } else { token.range.start });
        span.start + folded.source(at)
    };
    let place =
        Span::new(edge(tokens.get(day.tokens.start), false), edge(tokens.get(day.tokens.end.saturating_sub(1)), true));
    let exact = place.slice(text).trim_end();
    let place = Span::new(place.start, place.start + exact.len());
    let weekday = tokens.iter().find_map(|token| {
        let stated = Span::new(edge(Some(token), false), edge(Some(token), true)).slice(text).trim().to_owned();
        Some(Weekday { stated, agrees: token.weekday()? == day.date.weekday().number_from_monday() })
    });
    let edtf = iso(day.date);
    Temporal {
        from: Some(edtf.clone()),
        to: Some(edtf.clone()),
        edtf,
        basis: TemporalBasis::Stated,
        calendar: None,
        weekday,
        time: None,
        time_zone: None,
        exact: exact.to_owned(),
        span: place,
        evidence: Evidence { rule: RuleId::from("date/day"), span: place, certainty: Certainty::Pattern },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<String> {
        date_line(line, Span::new(0, line.len()), Resources::builtin()).map(|temporal| temporal.edtf)
    }

    #[test]
    fn lines_that_say_a_day() {
        for (line, edtf) in [
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
            assert_eq!(read(line).as_deref(), Some(edtf), "{line}");
        }
    }

    #[test]
    fn lines_that_say_more_or_less() {
        for line in ["31 juin 2024", "12 مايو", "2024", "5 يونيو 2024 اجتمع المجلس", "10.2.3.2024", "4/5", "1999-2024"]
        {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn the_weekday_is_checked_and_the_words_are_quoted() {
        let line = "  يوم السبت 18 يوليو 2025";
        let temporal = date_line(line, Span::new(0, line.len()), Resources::builtin()).unwrap();
        assert_eq!(temporal.exact, "18 يوليو 2025");
        assert!(!temporal.weekday.unwrap().agrees);
    }
}
