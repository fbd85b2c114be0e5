//! The sentences of an article as ranges of words; a full stop inside a quotation ends none.

use std::ops::Range;

use crate::mention::reading::Page;
use crate::mention::token::Gap;

/// Most words of a quotation that holds a sentence together.
const MAX_QUOTED: usize = 24;
/// Most words of a sentence: what has more is no prose.
const MAX_WORDS: usize = 250;

/// The sentences, in order.
pub(super) fn sentences(page: &Page<'_>) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut quote = None;
    for at in 0..page.len() {
        let gap = page.gap(at);
        if gap.has(Gap::BLANK) {
            quote = None;
        }
        let is_inside = quote.is_some_and(|from| at - from <= MAX_QUOTED);
        if at >= start + MAX_WORDS
            || at > start && (gap.has(Gap::BLANK) || gap.has(Gap::STOP) && gap != Gap::STOP && !is_inside)
        {
            sentences.push(start..at);
            start = at;
        }
        quote = if gap.has(Gap::QUOTE) { after_marks(page, at, quote) } else { quote };
    }
    if start < page.len() {
        sentences.push(start..page.len());
    }
    sentences
}

/// Where the quotation begins that is open after the marks before a word.
fn after_marks(page: &Page<'_>, at: usize, quote: Option<usize>) -> Option<usize> {
    let until = page.token(at).map_or(0, |token| token.span.start);
    let from = at.checked_sub(1).and_then(|before| page.token(before)).map_or(until, |token| token.span.end);
    let marks = page.tokens.text.get(from..until).unwrap_or_default();
    marks.chars().fold(quote, |open, mark| match mark {
        '«' | '„' => Some(at),
        '»' => None,
        '“' | '”' | '"' if open.is_some() => None,
        '“' | '”' | '"' => Some(at),
        _ => open,
    })
}

/// For each word of a sentence, the first word of the quotation it stands in.
pub(super) fn quotes(page: &Page<'_>, sentence: &Range<usize>) -> Vec<Option<usize>> {
    let mut open = None;
    sentence
        .clone()
        .map(|at| {
            if page.gap(at).has(Gap::QUOTE) {
                open = after_marks(page, at, if at == sentence.start { None } else { open });
            }
            open
        })
        .collect()
}
