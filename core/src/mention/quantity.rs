//! Quantities and sums of money: a number in digits or words, what it is compared with, its unit, and what it counts.

use std::ops::Range;

use super::reading::Page;
use super::token::{Gap, Shape};
use crate::model::{Certainty, Evidence, RuleId};
use crate::model::{Comparator, Mention, MentionType, MonetaryAmount, Quantity};
use crate::resources::{NameClass, Sense};
use crate::text::Span;

/// Most words of what is counted.
const MAX_COUNTED: usize = 6;
/// The least and the largest number that is read.
const LEAST: f64 = 1e-4;
const MOST: f64 = 9e15;
/// Most groups of digits of a number.
const MAX_GROUPS: usize = 8;
/// Most words of a number.
const MAX_NUMBER: usize = 8;

/// A number that was read.
struct Number {
    value: f64,
    words: Range<usize>,
    /// Letters of other words before its first.
    cut: u8,
    /// Whether it was written with a thousand or more in words: "3 million".
    is_scaled: bool,
}

/// Finds the quantities and sums of an article that are no part of a date or a name.
pub(super) fn find(page: &Page<'_>, taken: &[Span]) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut taken = taken.iter().peekable();
    let mut at = 0;
    while at < page.len() {
        let Some(token) = page.token(at) else { break };
        while taken.next_if(|span| span.end <= token.span.start).is_some() {}
        let is_taken = taken.peek().is_some_and(|span| span.start < token.span.end);
        let mention = if is_taken { None } else { read(page, at) };
        match mention {
            Some((mention, end)) => {
                let is_free = taken.peek().is_none_or(|span| {
                    span.start >= mention.span.end
                        || span.start >= page.token(end - 1).map_or(0, |token| token.span.start)
                });
                if is_free {
                    found.push(mention);
                }
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// The quantity that begins at a word.
fn read(page: &Page<'_>, at: usize) -> Option<(Mention, usize)> {
    use NameClass::{About, Less, Many, More};
    if page.shape(at) != Shape::Number && page.tells_no_number(at) && !page.has_any(at, &[Many, More, Less, About]) {
        return None;
    }
    if let Some(many) = page.class(at, NameClass::Many).filter(|_| !follows_number(page, at)) {
        return read_many(page, at, many.end, many.reading.cut);
    }
    let (comparator, first) = comparator(page, at);
    // A sign of money may stand before its number.
    let before = currency(page, first)
        .filter(|(end, _)| page.gap(*end).is_only(Gap::SPACE) && page.shape(*end) == Shape::Number);
    let start = before.as_ref().map_or(first, |(end, _)| *end);
    let number = number(page, start)?;
    if first != at && number.cut > 0 || is_label(page, at, &number) {
        return None;
    }
    let cut = if first == at {
        number.cut
    } else {
        page.at(at).iter().find(|found| found.end == first).map_or(0, |found| found.reading.cut)
    };
    let end = number.words.end;
    let of = end
        + (end..end + 2)
            .take_while(|&at| number.is_scaled && page.gap(at).is_plain() && page.is(at, NameClass::Of))
            .count();
    let money = before.map(|(_, code)| (end, code)).or_else(|| {
        currency(page, of).filter(|_| page.gap(of).is_only(Gap::SPACE.and(Gap::HYPHEN).and(Gap::APOSTROPHE)))
    });
    let begin = page.tokens.start(at, cut);
    if let Some((end, code)) = money {
        let amount = MonetaryAmount { value: number.value, currency: code };
        return Some((mention(page, begin, end, comparator, Value::Money(amount)), end));
    }
    if let Some(percent) = page.class(end, NameClass::Percent).filter(|_| page.gap(end).is_only(Gap::SPACE)) {
        let (until, counts) = counted(page, percent.end, true);
        let unit = text(page, end, percent.end);
        return Some((mention(page, begin, until, comparator, Value::Count(number.value, Some(unit), counts)), until));
    }
    let (until, counts) = counted(page, end, number.is_scaled);
    if until == end && comparator == Comparator::Eq {
        return None;
    }
    let is_rough = number.words.clone().any(|at| page.is(at, NameClass::Roughly)) && comparator == Comparator::Eq;
    let comparator = if is_rough { Comparator::About } else { comparator };
    let (until, comparator) = comparator_after(page, until).unwrap_or((until, comparator));
    let unit = (until > end).then(|| text(page, end, end + 1));
    Some((mention(page, begin, until, comparator, Value::Count(number.value, unit, counts)), until))
}

/// What a quantity says.
enum Value {
    Count(f64, Option<String>, Option<String>),
    Money(MonetaryAmount),
    Many(Option<String>),
}

fn mention(page: &Page<'_>, begin: usize, until: usize, comparator: Comparator, value: Value) -> Mention {
    let end = page.token(until - 1).map_or(begin, |token| token.span.end);
    let span = Span::new(begin, end);
    let exact = span.slice(page.tokens.text).to_owned();
    let rule = match &value {
        Value::Money(_) => "mention/money",
        _ => "mention/quantity",
    };
    let evidence = Evidence { rule: RuleId::from(rule), span, certainty: Certainty::Pattern };
    let (kind, value, unit_text, counts, amount) = match value {
        Value::Money(amount) => (MentionType::Money, Some(amount.value), None, None, Some(amount)),
        Value::Count(value, unit, counts) => (MentionType::Quantity, Some(value), unit, counts, None),
        Value::Many(counts) => (MentionType::Quantity, None, None, counts, None),
    };
    let quantity =
        Quantity { value, comparator, unit_text, counts, span, exact: exact.clone(), evidence: evidence.clone() };
    Mention {
        kind,
        span,
        exact,
        id: None,
        temporal: None,
        quantity: Some(quantity),
        amount,
        core: None,
        form: None,
        clitic: None,
        evidence,
    }
}

/// "Dozens of students", "عدد كبير من الخبراء".
fn read_many(page: &Page<'_>, at: usize, end: usize, cut: u8) -> Option<(Mention, usize)> {
    let (until, counts) = counted(page, end, true);
    let begin = page.tokens.start(at, cut);
    (until > end).then(|| (mention(page, begin, until, Comparator::Many, Value::Many(counts)), until))
}

fn follows_number(page: &Page<'_>, at: usize) -> bool {
    at > 0 && page.gap(at).is_plain() && page.shape(at - 1) == Shape::Number
}

/// What a number is compared with by words after what it counts: "30 at most".
fn comparator_after(page: &Page<'_>, at: usize) -> Option<(usize, Comparator)> {
    let classes = [(NameClass::MoreAfter, Comparator::AtLeast), (NameClass::LessAfter, Comparator::AtMost)];
    let found = classes.into_iter().filter_map(|(class, comparator)| Some((page.class(at, class)?.end, comparator)));
    found.max_by_key(|(end, _)| *end).filter(|_| page.gap(at).is_plain())
}

/// What a number is compared with, and the word after that.
fn comparator(page: &Page<'_>, at: usize) -> (Comparator, usize) {
    let classes = [
        (NameClass::More, Comparator::AtLeast),
        (NameClass::Less, Comparator::AtMost),
        (NameClass::About, Comparator::About),
    ];
    let found = classes.into_iter().filter_map(|(class, comparator)| Some((page.class(at, class)?.end, comparator)));
    let (end, comparator) = found.max_by_key(|(end, _)| *end).unwrap_or((at, Comparator::Eq));
    if end == at || !page.gap(end).is_only(Gap::SPACE) { (Comparator::Eq, at) } else { (comparator, end) }
}

/// A word of money; of several that it may mean, the one of a country that the article names: the code begins like its country's.
fn currency(page: &Page<'_>, at: usize) -> Option<(usize, String)> {
    let (found, first) = page.currency(at)?;
    let same = || page.at(at).iter().filter(|other| other.end == found.end).filter_map(|other| page.currency_of(other));
    let default = same().find(|code| *code == page.names.default_currency);
    // A common currency gives way only to that of the country the article is about.
    let top = default.and_then(|_| page.top_country());
    if let Some(default) = default {
        let own = same().find(|code| top.is_some_and(|top| code.starts_with(top)));
        return Some((found.end, own.unwrap_or(default).to_owned()));
    }
    let near = same()
        .filter_map(|code| Some((page.mentions_of(code.get(..2)?)?, code)))
        .max_by_key(|(count, code)| (*count, std::cmp::Reverse(*code)));
    Some((found.end, near.map_or(first, |(_, code)| code).to_owned()))
}

/// The number at a word: digits, then words that multiply and add.
fn number(page: &Page<'_>, at: usize) -> Option<Number> {
    let mut total = 0.0;
    let mut current: Option<f64> = None;
    let mut cut = 0;
    let mut end = at;
    let mut is_scaled = false;
    while end < page.len() && end < at + MAX_NUMBER {
        let joins = end == at || page.gap(end).is_plain();
        if !joins {
            break;
        }
        if page.shape(end) == Shape::Number {
            if current.is_some() || total > 0.0 {
                break;
            }
            let (value, next) = digits(page, end)?;
            current = Some(value);
            end = next;
            continue;
        }
        let word = page.number(end).map(|(found, value)| (found, value as f64));
        let is_and = page.is(end, NameClass::And) && end > at && current.is_some();
        let Some((found, value)) = word else {
            if is_and && page.at(end + 1).iter().any(|found| matches!(found.meant.sense, Sense::Number(_))) {
                end += 1;
                continue;
            }
            break;
        };
        if end == at {
            cut = found.reading.cut;
        } else if found.reading.proclitic.is_some() {
            break;
        }
        if value >= 100.0 && current.is_some_and(|current| current < value) {
            current = current.map(|current| current * value);
            is_scaled = true;
        } else if current.is_some_and(|current| current < value && !found.reading.has_and) {
            break;
        } else {
            current = Some(current.unwrap_or(0.0) + value);
        }
        if value >= 1000.0 {
            total += current.take().unwrap_or(0.0);
            is_scaled = true;
        }
        end = found.end;
    }
    let value = total + current.unwrap_or(0.0);
    // Beyond these no host writes a number as the others do, and nobody counts.
    let is_sane = value == 0.0 || (LEAST..MOST).contains(&value);
    (end > at && is_sane && (current.is_some() || total > 0.0)).then_some(Number {
        value,
        words: at..end,
        cut,
        is_scaled,
    })
}

/// A number in digits with its groups and its fraction, and the word after it.
fn digits(page: &Page<'_>, at: usize) -> Option<(f64, usize)> {
    let mut end = at + 1;
    let mut written = page.tokens.folded(at).to_owned();
    let is_joined = |at: usize| {
        let (Some(before), Some(token)) = (page.token(at - 1), page.token(at)) else { return None };
        let between = page.tokens.text.get(before.span.end..token.span.start)?;
        let mut marks = between.chars();
        let mark = marks.next().filter(|_| marks.next().is_none())?;
        (token.shape == Shape::Number).then_some(mark)
    };
    let mut groups: Vec<(char, usize)> = Vec::new();
    while let Some(mark) = is_joined(end) {
        let length = page.tokens.folded(end).len();
        let is_space = mark.is_whitespace();
        if !(matches!(mark, '.' | ',' | '٫' | '٬' | '،')
            || is_space && length == 3 && page.tokens.folded(at).len() <= 3)
        {
            break;
        }
        groups.push((mark, length));
        end += 1;
        // Nobody writes a number so long: it is a list, or a code.
        if groups.len() > MAX_GROUPS {
            return None;
        }
    }
    // One mark and no three digits after it: a fraction; else groups of thousands, with a fraction after another mark.
    for (offset, (mark, length)) in groups.iter().enumerate() {
        let is_last = offset + 1 == groups.len();
        let is_other = groups.first().is_some_and(|(first, _)| first != mark);
        let is_fraction = is_last && !mark.is_whitespace() && (*length != 3 || is_other || *mark == '٫');
        if is_fraction {
            written.push('.');
        } else if *length != 3 {
            return None;
        }
        written.push_str(page.tokens.folded(at + 1 + offset));
    }
    Some((written.parse().ok()?, end))
}

/// Whether a number only labels something: "Article 5", "page 3", a time, a part of a range or of a code.
fn is_label(page: &Page<'_>, at: usize, number: &Number) -> bool {
    let glued = |at: usize| page.token(at).is_some() && !page.gap(at).has(Gap::SPACE) && !page.gap(at).has(Gap::BLANK);
    let is_digits = page.shape(number.words.start) == Shape::Number;
    let next = number.words.end;
    let glued_after =
        glued(next) && page.shape(next) != Shape::Sign && !page.gap(next).has(Gap::HYPHEN) && page.gap(next).is_plain();
    let glued_before = at > 0
        && glued(at)
        && page.shape(at - 1) != Shape::Sign
        && !page.gap(at).has(Gap::OPEN.and(Gap::QUOTE).and(Gap::APOSTROPHE));
    let after_name = at > 0
        && is_digits
        && page.gap(at).is_plain()
        && page.is_capital(at - 1)
        && !page.is_first(at - 1)
        && !page.is(at - 1, NameClass::Plain);
    is_digits && (glued_after || glued_before || after_name)
}

/// The words that are counted, from a word on: the first noun and what agrees with it.
fn counted(page: &Page<'_>, at: usize, takes_of: bool) -> (usize, Option<String>) {
    let mut from = at;
    if !page.gap(from).is_plain() {
        return (at, None);
    }
    // "40 % of the land", "3 million d'euros".
    while from < at + 3
        && page.gap(from).is_plain()
        && takes_of
        && (page.is(from, NameClass::Of)
            || page.is(from, NameClass::Article)
            || page.is_uncased(from) && page.is(from, NameClass::Stop))
    {
        from += 1;
    }
    let mut end = from;
    while end < from + MAX_COUNTED && end < page.len() && page.gap(end).is_plain() && takes(page, from, end) {
        end += 1;
    }
    if end == from { (at, None) } else { (end, Some(text(page, from, end))) }
}

fn takes(page: &Page<'_>, from: usize, at: usize) -> bool {
    let is_word = !matches!(page.shape(at), Shape::Number | Shape::Sign);
    let is_small = page.is(at, NameClass::Stop)
        || page.is(at, NameClass::Plain)
        || page.is(at, NameClass::Of)
        || page.is(at, NameClass::And)
        || page.is(at, NameClass::Link)
        || page.is(at, NameClass::In);
    let is_name = page.is_capital(at) && page.demonym(at).is_none();
    let is_letter = page.tokens.folded(at).chars().nth(1).is_none();
    if !is_word || is_small || page.is_verb(at) || is_name || is_letter {
        return false;
    }
    if at == from {
        return !page.is(at, NameClass::Article);
    }
    if page.is_uncased(at) {
        // "50 young men and women": "and" with a noun without the article goes on.
        let has_and = page
            .tokens
            .readings(at)
            .iter()
            .any(|reading| reading.has_and && !reading.is_definite && reading.proclitic.is_none());
        return has_and && at == from + 1;
    }
    at == from + 1 && page.shape(at) == Shape::Lower && page.has_class(NameClass::Low) && page.is_adjective(at)
        || at == from + 1
            && !page.has_class(NameClass::Low)
            && page.shape(at) == Shape::Lower
            && is_modifier(page, from)
}

/// Whether a word before a noun says what kind: "50 young people", "18 member states".
fn is_modifier(page: &Page<'_>, at: usize) -> bool {
    let word = page.tokens.folded(at);
    !word.ends_with('s') && page.demonym(at).is_none() || page.demonym(at).is_some()
}

fn text(page: &Page<'_>, from: usize, until: usize) -> String {
    let span = page.token(from).zip(page.token(until - 1)).map(|(first, last)| first.span.join(last.span));
    span.unwrap_or_default().slice(page.tokens.text).to_owned()
}
