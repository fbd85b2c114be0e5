//! "RABAT, 12 mai 2024 (MAP) –": where, when and by which agency a text was filed.

use super::Reader;
use crate::date::{Setting, find_dates};
use crate::model::{Dateline, Label, Temporal};
use crate::text::{Span, fold, words};

/// Longest dateline, in bytes.
const MAX_HEAD: usize = 140;
/// Most words of the name of a place.
const MAX_PLACE: usize = 4;
/// Most words of a head beside place, date and agency.
const MAX_OTHERS: usize = 3;

impl Reader<'_> {
    /// The dateline of an article: a line of its own, or the head of its first paragraph.
    pub(super) fn dateline(&self) -> Option<Dateline> {
        if let Some(at) = self.labelled(Label::Dateline).next() {
            let line = self.inner(at);
            return self.read_dateline(line, &self.dates_in(line), true);
        }
        let is_known = |dateline: &Dateline| dateline.place.as_ref().is_some_and(|place| self.knows(place));
        let dated = self.labelled(Label::Date).find_map(|at| {
            let line = self.inner(at);
            self.read_dateline(line, &self.dates_in(line), false)
        });
        if let Some(dated) = dated.filter(is_known) {
            return Some(dated);
        }
        let first = self.inner(self.labelled(Label::Body).next()?);
        // The longest head that says nothing else.
        let heads = heads(self.text, first);
        let dates = heads.last().map(|longest| self.dates_in(*longest)).unwrap_or_default();
        let full = heads.iter().rev().find_map(|head| self.read_dateline(*head, &dates, false));
        full.or_else(|| self.place_alone(*heads.first()?))
    }

    /// A known place before a dash, and nothing else.
    fn place_alone(&self, head: Span) -> Option<Dateline> {
        let place = head.slice(self.text);
        let is_dash = |c: char| matches!(c, '–' | '—' | '―' | '-');
        let after = self.text.get(head.end..).unwrap_or_default().trim_start();
        (after.starts_with(is_dash) && self.knows(place)).then(|| Dateline {
            place: Some(place.to_owned()),
            date: None,
            agency: None,
            span: head,
        })
    }

    /// Whether a place, or the first part of its name, is known.
    fn knows(&self, place: &str) -> bool {
        let first = place.split([',', '،', '/', '(']).next().unwrap_or(place).trim();
        !self.resources.places(first).is_empty()
    }

    fn dates_in(&self, head: Span) -> Vec<Temporal> {
        let language = self.language();
        let setting = Setting { language: Some(&language), anchor: None, fallback: None };
        find_dates(self.text, [head], &setting, self.resources).dates
    }

    fn read_dateline(&self, head: Span, dates: &[Temporal], is_line: bool) -> Option<Dateline> {
        let date = dates.iter().find(|date| date.edtf.is_some() && head.contains(date.span)).cloned();
        let agency = self.agency(head, date.as_ref());
        let marks: Vec<Span> = date.iter().map(|date| date.span).chain(agency).collect();
        let end = marks.iter().map(|mark| mark.start).min()?;
        let last = marks.iter().map(|mark| mark.end).max()?;
        let before = Span::new(head.start, end);
        let place = self.place(before).or_else(|| self.place(Span::new(last, head.end)));
        let place = if is_line { place } else { Some(place?) };
        let said = |span: Span| words(fold(span.slice(self.text)).as_str()).count();
        let named: usize = marks.iter().copied().chain(place).map(said).sum();
        if !is_line && said(head) > named + MAX_OTHERS {
            return None;
        }
        Some(Dateline {
            place: place.map(|place| place.slice(self.text).to_owned()),
            date,
            agency: agency.map(|agency| agency.slice(self.text).to_owned()),
            span: head,
        })
    }

    /// What stands in brackets and is no date.
    fn agency(&self, head: Span, date: Option<&Temporal>) -> Option<Span> {
        let text = head.slice(self.text);
        let open = text.find('(')?;
        let close = text.get(open..)?.find(')')? + open;
        let inner = Span::new(head.start + open + 1, head.start + close);
        let is_date = date.is_some_and(|date| date.span.start < inner.end && inner.start < date.span.end);
        (!is_date && !inner.is_empty() && words(fold(inner.slice(self.text)).as_str()).count() <= MAX_PLACE)
            .then_some(inner)
    }

    /// The name of a place at one end of the head, without the words that lead to the date.
    fn place(&self, part: Span) -> Option<Span> {
        let is_outside = |c: char| !c.is_alphanumeric();
        let text = part.slice(self.text);
        let start = part.start + (text.len() - text.trim_start_matches(is_outside).len());
        let mut rest = text.trim_matches(is_outside);
        while let Some((before, last)) = rest.rsplit_once(char::is_whitespace) {
            let last = fold(last);
            if !self.resources.lines().leads_to_date(last.as_str().trim_matches(is_outside)) {
                break;
            }
            rest = before.trim_end_matches(is_outside);
        }
        let is_name = rest.chars().next()?.is_alphabetic()
            && !rest.starts_with(char::is_lowercase)
            && !rest.contains(['.', '!', '?', '؟', '"', '«', '”', '\n'])
            && words(fold(rest).as_str()).count() <= MAX_PLACE
            && !self.resources.lines().leads_to_date(fold(rest).as_str());
        is_name.then(|| Span::new(start, start + rest.len()))
    }
}

/// The heads of a paragraph: what stands before each of its first dashes, colons, strokes and stops.
fn heads(text: &str, paragraph: Span) -> Vec<Span> {
    let source = paragraph.slice(text);
    let mut before = ' ';
    let mut heads = Vec::new();
    for (at, c) in source.char_indices().take_while(|&(at, _)| at < MAX_HEAD) {
        let before = std::mem::replace(&mut before, c);
        if !matches!(c, '–' | '—' | '―' | '-' | '_' | ':' | '.' | '/') {
            continue;
        }
        let after = source.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next());
        let is_open = before.is_whitespace() || before == ')' || after.is_none_or(char::is_whitespace);
        let is_end = match c {
            '-' | '_' => is_open,
            ':' => after.is_none_or(char::is_whitespace),
            '.' => before.is_numeric() && after.is_some_and(char::is_whitespace),
            '/' => after == Some('/') || before == ')',
            _ => true,
        };
        let inner = source.get(..at).map(str::trim_end).filter(|inner| is_end && !inner.is_empty());
        heads.extend(inner.map(|inner| Span::new(paragraph.start, paragraph.start + inner.len())));
    }
    heads
}
