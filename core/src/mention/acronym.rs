//! Acronyms that a text spells out: "European Space Agency (ESA)", "ESA (European Space Agency)".

use std::ops::Range;

use super::reading::Page;
use super::token::{Gap, Shape};
use crate::resources::NameClass;

/// Most letters of an acronym.
const MAX_LETTERS: usize = 12;
/// Most words of an acronym: "UN-Women", "ISO 9001".
const MAX_WORDS: usize = 3;
/// Words beyond two for each letter that a long form may have.
const MORE_WORDS: usize = 4;
/// What a letter inside a word costs, and a word without a letter.
const INSIDE: usize = 2;
const WORD: usize = 3;
/// The most that a long form may cost, for each letter of its acronym.
const MAX_COST: usize = 2;

/// An acronym and the words it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spelt {
    pub(super) long: Range<usize>,
    pub(super) short: Range<usize>,
}

/// All acronyms that a text spells out, in its order.
pub(super) fn find(page: &Page<'_>) -> Vec<Spelt> {
    let mut found = Vec::new();
    for at in (1..page.len()).filter(|&at| page.gap(at).has(Gap::OPEN)) {
        if let Some(short) = acronym_at(page, at) {
            if let Some(long) = long_before(page, &short) {
                found.push(Spelt { long, short });
            }
            continue;
        }
        let short = acronym_before(page, at);
        if let Some((short, long)) = short.and_then(|short| Some((short.clone(), long_inside(page, &short, at)?))) {
            found.push(Spelt { long, short });
        }
    }
    found
}

/// The long form that ends right before the bracket of an acronym.
pub(super) fn long_before(page: &Page<'_>, short: &Range<usize>) -> Option<Range<usize>> {
    let letters = letters(page, short);
    let first = short.start.saturating_sub(letters.len() * 2 + MORE_WORDS);
    let reach = (first..short.start).rev().take_while(|&at| at + 1 == short.start || joins(page, at + 1));
    let best = reach
        .filter_map(|start| Some((cost(page, start..short.start, &letters)?, start)))
        .min_by_key(|&(cost, start)| (cost, std::cmp::Reverse(start)));
    let is_low = page.shape(short.start) == Shape::Lower;
    let most = if is_low { 0 } else { letters.len() * MAX_COST };
    best.filter(|(cost, _)| *cost <= most).map(|(_, start)| start..short.start)
}

/// The long form in the bracket after an acronym.
fn long_inside(page: &Page<'_>, short: &Range<usize>, at: usize) -> Option<Range<usize>> {
    let letters = letters(page, short);
    let end = (at + 1..at + letters.len() * 2 + MORE_WORDS).find(|&end| page.gap(end).has(Gap::CLOSE))?;
    let is_whole = (at + 1..end).all(|at| joins(page, at));
    cost(page, at..end, &letters).filter(|cost| is_whole && *cost <= letters.len()).map(|_| at..end)
}

/// The words of an acronym in brackets.
fn acronym_at(page: &Page<'_>, at: usize) -> Option<Range<usize>> {
    let end = (at + 1..=at + MAX_WORDS).find(|&end| page.gap(end).has(Gap::CLOSE))?;
    let is_close = |at: usize| page.gap(at).is_only(Gap::HYPHEN.and(Gap::SPACE).and(Gap::APOSTROPHE));
    let words = at..end;
    let count = letters(page, &words).len();
    let has_capitals = words.clone().any(|at| matches!(page.shape(at), Shape::Upper | Shape::Mixed));
    // "Europol", "ppb": what they stand for has to say so.
    let is_name = page.shape(at) == Shape::Title && count > 4 && page.place(at).is_none() && !page.is_given(at);
    let is_low = page.shape(at) == Shape::Lower && count <= 4 && words.len() == 1 && !page.is(at, NameClass::Plain);
    let has_capitals = has_capitals || is_name || is_low;
    ((at + 1..end).all(is_close) && has_capitals && (2..=MAX_LETTERS).contains(&count)).then_some(words)
}

/// The acronym right before a bracket.
fn acronym_before(page: &Page<'_>, at: usize) -> Option<Range<usize>> {
    let short = at - 1..at;
    let is_acronym =
        matches!(page.shape(at - 1), Shape::Upper | Shape::Mixed) && page.gap(at).is_only(Gap::OPEN.and(Gap::SPACE));
    (is_acronym && (2..=MAX_LETTERS).contains(&letters(page, &short).len())).then_some(short)
}

/// The folded letters of an acronym, without a plural or genitive "s" in lower case at its end.
fn letters(page: &Page<'_>, words: &Range<usize>) -> Vec<char> {
    let mut letters = Vec::new();
    for at in words.clone() {
        let is_ending = page.gap(at) == Gap::APOSTROPHE && page.shape(at) == Shape::Lower;
        let folded = page.tokens.folded(at);
        let source = page.token(at).map_or("", |token| token.span.slice(page.tokens.text));
        let is_plural = source.ends_with('s') && page.shape(at) == Shape::Mixed && folded.len() > 2;
        let length = folded.chars().count() - usize::from(is_plural);
        letters.extend(folded.chars().take(if is_ending { 0 } else { length }).filter(|c| c.is_alphabetic()));
    }
    letters
}

/// Whether a long form may go on over the space before a word.
fn joins(page: &Page<'_>, at: usize) -> bool {
    page.gap(at).is_only(Gap::SPACE.and(Gap::HYPHEN).and(Gap::APOSTROPHE).and(Gap::COMMA).and(Gap::QUOTE).and(Gap::DOT))
}

/// What it costs to read words as a long form: letters inside words, and words that give no letter. `None` when the letters are
/// not to be found, or the first one does not begin the first word.
fn cost(page: &Page<'_>, words: Range<usize>, letters: &[char]) -> Option<usize> {
    // The least cost of each number of letters that the words so far have given.
    let mut costs: Vec<Option<usize>> = vec![None; letters.len() + 1];
    for (count, at) in words.clone().enumerate() {
        let word: Vec<char> = page.tokens.folded(at).chars().collect();
        let is_small = page.is(at, NameClass::Of)
            || page.is(at, NameClass::Link)
            || page.is(at, NameClass::And)
            || page.is(at, NameClass::Article)
            || page.is(at, NameClass::Plain);
        let mut next: Vec<Option<usize>> = vec![None; letters.len() + 1];
        let better =
            |entry: &mut Option<usize>, cost: usize| *entry = Some(entry.map_or(cost, |known| known.min(cost)));
        for given in 0..=letters.len() {
            let before = if count == 0 { (given == 0).then_some(0) } else { costs.get(given).copied().flatten() };
            let Some(before) = before else { continue };
            if count > 0 {
                let is_free = is_small || page.shape(at) == Shape::Number;
                let skipped = before + if is_free { 0 } else { WORD };
                next.get_mut(given).into_iter().for_each(|entry| better(entry, skipped));
            }
            if letters.get(given..given + word.len()).is_some_and(|rest| rest == word.as_slice()) {
                next.get_mut(given + word.len()).into_iter().for_each(|entry| better(entry, before));
            }
            // The word gives its first letter, and then letters inside it in their order.
            let mut taken = 0;
            let mut from = 0;
            let mut own = before;
            while let Some(letter) = letters.get(given + taken) {
                let Some(found) = word.get(from..).and_then(|rest| rest.iter().position(|c| c == letter)) else {
                    break;
                };
                if taken == 0 && found > 0 {
                    break;
                }
                own += if taken == 0 {
                    0
                } else if found == 0 {
                    1
                } else {
                    INSIDE
                };
                taken += 1;
                from += found + 1;
                next.get_mut(given + taken).into_iter().for_each(|entry| better(entry, own));
            }
        }
        costs = next;
    }
    let last_is_small =
        words.end.checked_sub(1).is_some_and(|last| page.is(last, NameClass::Article) || page.is(last, NameClass::Of));
    costs.last().copied().flatten().filter(|_| !last_is_small)
}
