//! Titles among the lines of a page: what one looks like, what stands under it, and what its text says again.
//!
//! A title is short and alone, and on many pages a menu looks the same; that a date or an author stands right under it,
//! or that its words come back in the text below, is what tells them apart.

use std::ops::{Range, RangeInclusive};

use super::shape::Shape;
use super::unit::Unit;
use super::vocabulary::Said;
use crate::model::Label;
use crate::resources::Resources;

/// Units above a stretch of text among which its title is looked for.
const ABOVE: usize = 4;
/// The same above a long stretch, whose words tell its title from others.
const FAR: usize = 24;
/// Units of a long stretch: at least, and at most those that are looked at.
const LONG: RangeInclusive<usize> = 3..=12;
/// Content words of a title, in per cent, that its text says again.
const MIN_RESTATED: usize = 40;
/// The same of a title that is far above.
const MIN_RESTATED_FAR: usize = 60;
/// Units below a title among which its text begins.
const BELOW: usize = 20;
/// Units of a text whose words are those of its title.
const LEAD: usize = 2;

/// The lines of a page, some of which are titles.
pub(super) struct Titles<'t> {
    pub(super) text: &'t str,
    pub(super) units: &'t [Unit],
    pub(super) shapes: &'t [Shape],
    pub(super) resources: &'t Resources,
}

impl Titles<'_> {
    /// The kept units, and the titles that were removed though they stand above a kept stretch of text.
    pub(super) fn with(&self, mut kept: Vec<usize>) -> Vec<usize> {
        let mut titles = Vec::new();
        let mut before = 0;
        for stretch in kept.chunk_by(|one, next| one + 1 == *next) {
            titles.extend(self.above(stretch, before));
            before = stretch.last().map_or(before, |last| last + 1);
        }
        kept.extend(titles);
        kept.sort_unstable();
        kept
    }

    /// The title of a stretch that begins with a sentence, after the unit `before`.
    fn above(&self, stretch: &[usize], before: usize) -> Option<usize> {
        let start = *stretch.first().filter(|&&start| self.is_sentence(start))?;
        let is_title = |at: &usize| {
            can_be_title(self.shapes, *at)
                && (has_credits(self.shapes, *at, self.resources) || self.is_restated(*at, start))
        };
        let near = before.max(start.saturating_sub(ABOVE))..start;
        near.rev().find(is_title).or_else(|| self.far_above(stretch, before.max(start.saturating_sub(FAR))..start))
    }

    /// The line above a long stretch, buttons and a picture away, most of whose words the text says.
    fn far_above(&self, stretch: &[usize], above: Range<usize>) -> Option<usize> {
        let long = stretch.get(..stretch.len().min(*LONG.end())).filter(|long| LONG.contains(&long.len()))?;
        let said = self.said(long);
        let shares = above.filter(|&at| can_be_title(self.shapes, at)).map(|at| (said.share(at), at));
        shares.filter(|(share, _)| *share >= MIN_RESTATED_FAR).max().map(|(_, at)| at)
    }

    /// The line that a page begins with, right above its text, when the text says its words again.
    pub(super) fn first(&self, kept: &[usize]) -> Option<usize> {
        let [first, next, ..] = *kept else { return None };
        let is_above_text = can_be_title(self.shapes, first) && self.is_sentence(next);
        (is_above_text && self.is_restated(first, next)).then_some(first)
    }

    /// Whether a line above a title is none itself: the text says words of the title, and none of the line.
    pub(super) fn is_menu_above(&self, line: usize, title: usize) -> bool {
        let below = title + 1..self.shapes.len().min(title + 1 + BELOW);
        let lead: Vec<usize> = below.filter(|&at| self.is_sentence(at)).take(LEAD).collect();
        let said = self.said(&lead);
        said.share(line) == 0 && said.share(title) >= MIN_RESTATED
    }

    /// Whether a text says a good part of the words of a title again as it begins.
    fn is_restated(&self, title: usize, start: usize) -> bool {
        let lead: Vec<usize> = (start..self.units.len().min(start + LEAD)).collect();
        self.said(&lead).share(title) >= MIN_RESTATED
    }

    fn said(&self, units: &[usize]) -> Said<'_> {
        Said::of(self.text, self.units, units, self.resources)
    }

    fn is_sentence(&self, at: usize) -> bool {
        self.shapes.get(at).is_some_and(Shape::is_sentence)
    }
}

fn can_be_title(shapes: &[Shape], at: usize) -> bool {
    shapes.get(at).is_some_and(|shape| {
        let is_plain =
            !shape.is_sentence() && shape.hit.is_none() && !shape.is_credit() && !shape.is_item && !shape.is_trail;
        is_plain && !shape.has_separators && shape.words >= 3 && shape.letters <= super::headings::MAX_LETTERS
    })
}

/// Whether the line under a title, or under a second title there, says when the article was published or who wrote it.
pub(super) fn has_credits(shapes: &[Shape], at: usize, resources: &Resources) -> bool {
    let can_have_second = can_be_title(shapes, at) && can_be_title(shapes, at + 1);
    is_credit(shapes, at + 1, resources) || can_have_second && is_credit(shapes, at + 2, resources)
}

/// Whether a line is a title with the day of publication, or the author, right under it.
pub(super) fn is_credited_title(shapes: &[Shape], at: usize, resources: &Resources) -> bool {
    can_be_title(shapes, at) && is_credit(shapes, at + 1, resources)
}

fn is_credit(shapes: &[Shape], at: usize, resources: &Resources) -> bool {
    shapes.get(at).is_some_and(|shape| {
        let rule = shape.hit.and_then(|hit| resources.lines().rule_at(hit.rule));
        shape.is_credit()
            || rule.is_some_and(|rule| matches!(rule.label, Label::Date | Label::Byline | Label::Dateline))
    })
}
