//! How the words of each paragraph are written: where all have capitals, a capital says nothing.

use super::token::{Gap, Shape, Token, Tokens};

/// Fewest words of a headline with capitals.
const MIN_TITLED: usize = 5;
/// Longest word, in bytes of its folded letters, that may be in lower case in such a headline.
const MAX_SMALL: usize = 4;
/// Fewest words in capitals of a line that is all in capitals.
const MIN_CAPITALS: usize = 3;

/// How the words of a paragraph are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    Plain,
    /// Every longer word has a capital, as in headlines.
    Titled,
    /// All in capitals.
    Capitals,
}

/// The line of each word.
pub(super) fn of(tokens: &Tokens<'_>) -> Vec<Line> {
    let mut lines = Vec::with_capacity(tokens.list.len());
    let begins = |token: &Token| token.gap.has(Gap::BLANK);
    let mut rest = tokens.list.as_slice();
    while let Some((_, after)) = rest.split_first() {
        let count = 1 + after.iter().position(begins).unwrap_or(after.len());
        let (words, next) = rest.split_at_checked(count).unwrap_or((rest, &[]));
        lines.extend(std::iter::repeat_n(line(tokens, lines.len(), words), words.len()));
        rest = next;
    }
    lines
}

/// The line that paragraph makes whose first word is the one at `from`.
fn line(tokens: &Tokens<'_>, from: usize, words: &[Token]) -> Line {
    let count = |shapes: &[Shape]| words.iter().filter(|token| shapes.contains(&token.shape)).count();
    let upper = count(&[Shape::Upper]);
    if upper >= MIN_CAPITALS && count(&[Shape::Lower, Shape::Title, Shape::Mixed]) * 2 <= upper {
        return Line::Capitals;
    }
    let is_low =
        |(at, token): (usize, &Token)| token.shape == Shape::Lower && tokens.folded(from + at).len() > MAX_SMALL;
    let is_titled = words.len() >= MIN_TITLED
        && count(&[Shape::Title, Shape::Mixed, Shape::Upper]) * 10 >= words.len() * 6
        && !words.iter().enumerate().any(is_low)
        && !ends_as_sentence(tokens.text, words);
    if is_titled { Line::Titled } else { Line::Plain }
}

/// Whether a full stop ends a paragraph.
fn ends_as_sentence(text: &str, words: &[Token]) -> bool {
    let end = words.last().map_or(0, |token| token.span.end);
    text.get(end..).is_some_and(|rest| rest.starts_with(['.', '!', '?']))
}
