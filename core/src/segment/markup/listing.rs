//! Pages that list articles: the same element again and again, each with a title that is a link.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Context, PROSE};
use crate::ingest::Tag;

/// Fewest articles of a list.
const MIN_ITEMS: usize = 3;
/// Fewest words of a title.
const MIN_WORDS: u32 = 3;
/// Most lines of one article of a list.
const MAX_LINES: usize = 24;
/// Letters of text outside the list, for each that its articles have, from which on the list is not what the page is about.
const MOST_OUTSIDE: f32 = 0.5;
/// Letters of text outside the list from which on the page is an article.
const MAX_OUTSIDE: f32 = 600.0;

/// One article of a list.
#[derive(Debug)]
pub(crate) struct Item {
    /// The line of its title.
    pub(crate) title: usize,
    /// Its title, and the lines of its summary.
    pub(crate) lines: Vec<usize>,
}

/// The articles of a page that lists some; none when it is a page of one article. `kept` are the lines found to be text.
pub(crate) fn listing(context: &Context<'_>, kept: &[usize]) -> Vec<Item> {
    if context.says_article() {
        return Vec::new();
    }
    let mut groups = FxHashMap::<(u32, u64), Vec<u32>>::default();
    for (at, node) in context.markup.nodes.iter().enumerate().skip(1) {
        let is_elsewhere = matches!(node.landmark, Tag::Nav | Tag::Footer | Tag::Aside | Tag::Header | Tag::Form);
        let lines = (node.lines.1.saturating_sub(node.lines.0)) as usize;
        if !is_elsewhere && (1..=MAX_LINES).contains(&lines) {
            groups.entry((node.parent, node.kind)).or_default().push(at.try_into().unwrap_or(u32::MAX));
        }
    }
    let mut best: (f32, u32, Vec<Item>) = (0.0, u32::MAX, Vec::new());
    for (&(parent, _), members) in groups.iter().filter(|(_, members)| members.len() >= MIN_ITEMS) {
        let items: Vec<Item> = members.iter().filter_map(|&node| item(context, node)).collect();
        if items.len() < MIN_ITEMS || items.len() * 3 < members.len() * 2 {
            continue;
        }
        let letters = |at: usize| context.shapes.get(at).map_or(0.0, |shape| shape.letters as f32);
        let mass: f32 = items.iter().flat_map(|item| &item.lines).map(|&at| letters(at)).sum();
        // Of equal ones the first, which hash maps do not keep in order.
        if mass > best.0 || (mass >= best.0 && parent < best.1) {
            best = (mass, parent, items);
        }
    }
    let (mass, _, items) = best;
    let inside: FxHashSet<usize> = items.iter().flat_map(|item| item.lines.iter().copied()).collect();
    let outside: f32 = kept
        .iter()
        .filter(|&&at| context.group(at) == PROSE && !inside.contains(&at))
        .filter_map(|&at| context.shapes.get(at))
        .map(|shape| shape.letters as f32)
        .sum();
    if outside > MAX_OUTSIDE || outside > mass * MOST_OUTSIDE { Vec::new() } else { items }
}

/// An element as an article of a list: its first title that is a link, and the text under it.
fn item(context: &Context<'_>, node: u32) -> Option<Item> {
    let node = context.markup.nodes.get(node as usize)?;
    let lines = node.lines.0 as usize..node.lines.1 as usize;
    let is_title = |at: &usize| {
        let (Some(shape), Some(block)) = (context.shapes.get(*at), context.markup.blocks.get(*at)) else {
            return false;
        };
        let is_heading = (5..=8).contains(&context.tag(block.node));
        shape.words >= MIN_WORDS && (block.linked_share > 80 || is_heading) && !shape.is_date
    };
    let heading =
        |at: &usize| context.markup.blocks.get(*at).is_some_and(|block| (5..=8).contains(&context.tag(block.node)));
    let title = lines.clone().filter(is_title).find(heading).or_else(|| lines.clone().find(is_title))?;
    let linked =
        lines.clone().any(|at| context.markup.blocks.get(at).is_some_and(|block| block.anchors.0 < block.anchors.1));
    let text = lines.filter(|&at| at > title && context.group(at) != 0).filter(|&at| {
        context
            .shapes
            .get(at)
            .is_some_and(|shape| shape.hit.is_none() && !shape.is_date && (shape.words >= 8 || shape.is_sentence()))
    });
    linked.then(|| Item { title, lines: std::iter::once(title).chain(text).collect() })
}
