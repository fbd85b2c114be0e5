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
/// How many times more letters the articles of a list have than the text outside it; else the page is not about the list.
const MOST_OUTSIDE: u64 = 2;
/// Letters of text outside the list from which on the page is an article.
const MAX_OUTSIDE: u64 = 600;

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
    // In the order of the page: that of hash maps is another on every platform.
    let mut groups: Vec<Vec<u32>> = Vec::new();
    let mut numbers = FxHashMap::<(u32, u64), usize>::default();
    for (at, node) in context.markup.nodes.iter().enumerate().skip(1) {
        let is_elsewhere = matches!(node.landmark, Tag::Nav | Tag::Footer | Tag::Aside | Tag::Header | Tag::Form);
        let lines = (node.lines.1.saturating_sub(node.lines.0)) as usize;
        if !is_elsewhere && (1..=MAX_LINES).contains(&lines) {
            let number = *numbers.entry((node.parent, node.kind)).or_insert(groups.len());
            if number == groups.len() {
                groups.push(Vec::new());
            }
            groups.get_mut(number).into_iter().for_each(|group| group.push(at.try_into().unwrap_or(u32::MAX)));
        }
    }
    let letters = |at: &usize| context.shapes.get(*at).map_or(0, |shape| u64::from(shape.letters));
    let (mut mass, mut items) = (0, Vec::new());
    for members in groups.iter().filter(|members| members.len() >= MIN_ITEMS) {
        let found: Vec<Item> = members.iter().filter_map(|&node| item(context, node)).collect();
        let own = found.iter().flat_map(|item| &item.lines).map(letters).sum();
        if found.len() >= MIN_ITEMS && found.len() * 3 >= members.len() * 2 && own > mass {
            (mass, items) = (own, found);
        }
    }
    let inside: FxHashSet<usize> = items.iter().flat_map(|item| item.lines.iter().copied()).collect();
    let is_outside = |at: &&usize| context.group(**at) == PROSE && !inside.contains(*at);
    let outside: u64 = kept.iter().filter(is_outside).map(letters).sum();
    if outside > MAX_OUTSIDE || outside * MOST_OUTSIDE > mass { Vec::new() } else { items }
}

/// An element as an article of a list: its first title that is a link, and the text under it.
fn item(context: &Context<'_>, node: u32) -> Option<Item> {
    let node = context.markup.nodes.get(node as usize)?;
    let lines = node.lines.0 as usize..node.lines.1 as usize;
    let is_title = |at: &usize| {
        let (Some(shape), Some(block)) = (context.shapes.get(*at), context.markup.blocks.get(*at)) else {
            return false;
        };
        shape.words >= MIN_WORDS && (block.linked_share > 80 || context.is_heading(*at)) && !shape.is_credit()
    };
    let mut titles = lines.clone().filter(is_title);
    let first = titles.next()?;
    let title = std::iter::once(first).chain(titles).find(|&at| context.is_heading(at)).unwrap_or(first);
    let linked =
        lines.clone().any(|at| context.markup.blocks.get(at).is_some_and(|block| block.anchors.0 < block.anchors.1));
    let text = lines.filter(|&at| at > title && context.group(at) != 0).filter(|&at| {
        context
            .shapes
            .get(at)
            .is_some_and(|shape| shape.hit.is_none() && !shape.is_credit() && (shape.words >= 8 || shape.is_sentence()))
    });
    linked.then(|| Item { title, lines: std::iter::once(title).chain(text).collect() })
}
