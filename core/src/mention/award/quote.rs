//! What stands in quotes: their marks may be typed the wrong way round, or glued to the word before.

use std::ops::Range;

use crate::mention::reading::Page;
use crate::mention::token::Gap;
use crate::text::Span;

/// Most characters that are looked at for marks at the ends of a paragraph.
const MAX_MARKS: usize = 6;

/// Words in quotes.
#[derive(Clone, Debug)]
pub(super) struct Quote {
    pub(super) words: Range<usize>,
    /// What stands between the marks.
    pub(super) inner: Span,
}

/// The quotes of an article, none across paragraphs.
pub(super) fn quotes(page: &Page<'_>) -> Vec<Quote> {
    let mut reader = Reader { text: page.tokens.text, open: None, found: Vec::new() };
    for at in 0..=page.len() {
        let gap = page.gap(at);
        if !gap.has(Gap::QUOTE) && !gap.has(Gap::BLANK) {
            continue;
        }
        let start = at.checked_sub(1).and_then(|before| page.token(before)).map(|token| token.span.end);
        let end = page.token(at).map(|token| token.span.start);
        if !gap.has(Gap::BLANK) {
            reader.read(at, start.unwrap_or_default(), end.unwrap_or_default());
            continue;
        }
        // What stands between two paragraphs may be no part of the article.
        if let Some(start) = start {
            let rest = reader.text.get(start..).unwrap_or_default();
            let length = rest.chars().take(MAX_MARKS).take_while(|&c| c != '\n').map(char::len_utf8).sum::<usize>();
            reader.read(at, start, start + length);
        }
        reader.open = None;
        if let Some(end) = end {
            let head = reader.text.get(..end).unwrap_or_default().chars().rev();
            let is_mark = |c: &char| !c.is_alphanumeric() && *c != '\n';
            let length = head.take(MAX_MARKS).take_while(is_mark).map(char::len_utf8).sum::<usize>();
            reader.read(at, end - length, end);
        }
    }
    reader.found
}

/// What has been read of the marks.
struct Reader<'t> {
    text: &'t str,
    /// The first word of the open quote, and where its text begins.
    open: Option<(usize, usize)>,
    found: Vec<Quote>,
}

impl Reader<'_> {
    /// Reads the marks before a word, between two places of the text.
    fn read(&mut self, at: usize, start: usize, end: usize) {
        for (offset, c) in self.text.get(start..end).unwrap_or_default().char_indices() {
            let offset = start + offset;
            if c.is_alphanumeric() {
                break;
            }
            let Some(mark) = mark(c) else { continue };
            match (self.open, mark) {
                (Some((first, from)), Mark::Close | Mark::Either) => {
                    if first < at {
                        let inner = trim(self.text, Span::new(from, offset));
                        self.found.push(Quote { words: first..at, inner });
                    }
                    self.open = None;
                }
                (None, Mark::Close) => {}
                _ => self.open = Some((at, offset + c.len_utf8())),
            }
        }
    }
}

fn trim(text: &str, span: Span) -> Span {
    let inside = span.slice(text);
    let trimmed = inside.trim_start();
    let start = span.start + inside.len() - trimmed.len();
    let is_loose = |c: char| c.is_whitespace() || matches!(c, ',' | '،');
    Span::new(start, start + trimmed.trim_end_matches(is_loose).len())
}

#[derive(Clone, Copy)]
enum Mark {
    Open,
    Close,
    /// Curly quotes are typed the wrong way round too often, and straight ones have no way.
    Either,
}

const fn mark(c: char) -> Option<Mark> {
    match c {
        '«' | '‹' | '„' => Some(Mark::Open),
        '»' | '›' => Some(Mark::Close),
        '“' | '”' | '"' | '‟' | '″' => Some(Mark::Either),
        _ => None,
    }
}
