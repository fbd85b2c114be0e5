//! Writes the lines of a page: characters, with white space made one space, up to where an element or a line break ends them.

use std::borrow::Cow;

use super::Block;
use super::tag::Tag;
use super::token::is_space;
use super::tree::{Builder, count};
use crate::ingest::Line;
use crate::ingest::plain::is_empty;
use crate::resources::Parts;
use crate::text::Span;

/// What is known of the line that is being written.
#[derive(Clone, Copy, Default)]
pub(super) struct OpenLine {
    pub(super) start: usize,
    pub(super) node: u32,
    pub(super) linked: usize,
    pub(super) bold: usize,
    pub(super) first_anchor: usize,
    /// White space stands before what comes next.
    pub(super) space: bool,
    /// It follows a line break, not the end of a block.
    pub(super) is_broken: bool,
}

impl Builder<'_, '_> {
    /// Adds characters to the line, with white space made one space.
    pub(super) fn characters(&mut self, source: &str) {
        let decoded: Cow<'_, str> =
            if memchr::memchr(b'&', source.as_bytes()).is_some() { htmlize::unescape(source) } else { source.into() };
        let is_preformatted = self.counts.get(Tag::Pre as usize).is_some_and(|&count| count > 0);
        let mut rest = &*decoded;
        while !rest.is_empty() {
            let length = rest.bytes().position(is_space).unwrap_or(rest.len());
            let (word, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
            self.word(word);
            let spaces = after.bytes().position(|b| !is_space(b)).unwrap_or(after.len());
            let (space, next) = after.split_at_checked(spaces).unwrap_or((after, ""));
            if is_preformatted && space.contains('\n') {
                self.break_line();
            }
            self.line.space |= !space.is_empty();
            rest = next;
        }
    }

    fn word(&mut self, word: &str) {
        if word.is_empty() {
            return;
        }
        if self.text.len() == self.line.start {
            self.line.node = self.top();
            self.line.first_anchor = self.anchor.unwrap_or(self.markup.anchors.len());
        } else if self.line.space {
            self.text.push(' ');
        }
        self.line.space = false;
        if self.anchor.is_some() {
            self.line.linked += word.len();
        }
        if self.bold > 0 {
            self.line.bold += word.len();
        }
        self.text.push_str(word);
    }

    pub(super) fn break_line(&mut self) {
        let had_text = self.text.len() > self.line.start;
        self.end_line();
        self.line.is_broken |= had_text || self.line.is_broken;
    }

    /// Ends the line; one with nothing to see is taken back.
    pub(super) fn end_line(&mut self) {
        let start = self.line.start;
        let written = self.text.get(start..).unwrap_or_default();
        let inner = written.trim_start_matches(is_empty);
        let from = start + (written.len() - inner.len());
        let inner = Span::new(from, from + inner.trim_end_matches(is_empty).len());
        if inner.is_empty() {
            self.text.truncate(start);
            self.covered.clear();
            self.line = OpenLine { start, ..OpenLine::default() };
            return;
        }
        self.cover_open();
        self.text.push('\n');
        let span = Span::new(start, self.text.len());
        self.lines.push(Line { span, inner, indent: 0, gap: u32::from(!self.line.is_broken) });
        let is_most = |part: &(usize, usize, Parts)| part.1.saturating_sub(part.0) * 2 > inner.len();
        let inline = self.covered.drain(..).filter(is_most).fold(Parts::default(), |all, part| all.with(part.2));
        let anchors = self.line.first_anchor..self.markup.anchors.len();
        self.markup.blocks.push(Block {
            node: self.line.node,
            inline,
            linked_share: (self.line.linked * 100 / inner.len()).min(100) as u64,
            bold_share: (self.line.bold * 100 / inner.len()).min(100) as u64,
            anchors: (count(anchors.start), count(anchors.end)),
            is_broken: self.line.is_broken,
        });
        self.line = OpenLine { start: self.text.len(), ..OpenLine::default() };
    }

    /// Inline elements that are open cover the line up to here.
    fn cover_open(&mut self) {
        let (start, end) = (self.line.start, self.text.len());
        let open = self.inline.iter().filter(|inline| !inline.parts.is_empty());
        self.covered.extend(open.map(|inline| (inline.from.max(start), end, inline.parts)));
    }
}
