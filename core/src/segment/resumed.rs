//! The text of an article that goes on below a list of links in its middle.
//!
//! Portals put "Read also" between paragraphs. What comes below such a list may as well be a footer or another article,
//! and its place and look do not tell; its words do: a text goes on about what it was about.

use std::ops::Range;

use super::decide::{Decision, kept};
use super::shape::Shape;
use super::unit::Unit;
use super::vocabulary::Said;
use crate::model::{Label, RuleId};
use crate::resources::{Reach, Resources};

/// Content words of a paragraph, in per cent, that stand in the text above the list. In Arabic and French news two thirds of
/// the later paragraphs of an article have as many in common with its first half; of those of another article one in fifty in
/// Arabic, one in twelve in French.
const MIN_RESTATED: usize = 15;
/// Paragraphs above the list whose words count.
const ABOVE: usize = 12;
/// Most lines of a list.
const LONGEST: usize = 12;

/// Keeps the paragraphs that were removed though they go on with a kept text above a list of links.
pub(super) fn resume(text: &str, units: &[Unit], shapes: &[Shape], decisions: &mut [Decision], resources: &Resources) {
    let kept = kept(decisions);
    let mut resumed = Vec::new();
    for head in (0..shapes.len()).filter(|&at| heads_links(shapes, at, resources)) {
        let above = text_above(shapes, &kept, head);
        let Some(&nearest) = above.last() else { continue };
        let below = text_below(units, shapes, head, nearest);
        let said = Said::of(text, units, &above, resources);
        if below.clone().any(|at| said.share(at) >= MIN_RESTATED) {
            resumed.extend(below);
        }
    }
    for at in resumed {
        if let Some(decision) = decisions.get_mut(at).filter(|decision| !decision.keep) {
            *decision = Decision { keep: true, reason: RuleId::from("segment/resumed") };
        }
    }
}

/// Whether a line heads a list of links.
fn heads_links(shapes: &[Shape], at: usize, resources: &Resources) -> bool {
    let rule = shapes.get(at).and_then(|shape| shape.hit).and_then(|hit| resources.lines().rule_at(hit.rule));
    rule.is_some_and(|rule| rule.reach == Reach::Section && rule.label == Label::Related)
}

/// The paragraphs kept right above a line, the nearest last.
fn text_above(shapes: &[Shape], kept: &[usize], at: usize) -> Vec<usize> {
    let end = kept.partition_point(|&unit| unit < at);
    let near = kept.get(end.saturating_sub(ABOVE)..end).unwrap_or_default();
    near.iter().copied().filter(|&unit| is_paragraph(shapes, unit)).collect()
}

/// The paragraphs that follow one another below the list that a line heads, as far in as the text above it. Where titles
/// stand between them they are of other articles.
fn text_below(units: &[Unit], shapes: &[Shape], head: usize, above: usize) -> Range<usize> {
    let indent = |at: usize| units.get(at).map(|unit| unit.indent);
    let is_text = |&at: &usize| is_paragraph(shapes, at) && indent(at) == indent(above);
    let start = (head + 1..shapes.len().min(head + 2 + LONGEST)).find(|&at| is_paragraph(shapes, at));
    let start = start.unwrap_or(shapes.len());
    start..start + (start..shapes.len()).take_while(is_text).count()
}

fn is_paragraph(shapes: &[Shape], at: usize) -> bool {
    shapes.get(at).is_some_and(|shape| shape.is_prose() && shape.hit.is_none())
}
