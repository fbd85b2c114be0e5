//! Which line of a page is its title: the one that says what the page says its title is.

use crate::ingest::{Markup, Tag};
use crate::resources::{Parts, Resources};
use crate::segment::shape::Shape;
use crate::segment::unit::Unit;
use crate::text::{fold, hash, words};

/// Marks that set the name of a site apart from a title.
const SEPARATORS: [&str; 12] = [" - ", " | ", " – ", " — ", " · ", " » ", " : ", " « ", " › ", " / ", " • ", " :: "];

/// A title in its words, without the name of a site before or after it.
fn variants(title: &str) -> Vec<Key> {
    let mut variants = vec![key(title)];
    for separator in SEPARATORS {
        let mut from = 0;
        while let Some(at) = title.get(from..).and_then(|rest| rest.find(separator)).map(|at| from + at) {
            let (before, after) =
                (title.get(..at).unwrap_or_default(), title.get(at + separator.len()..).unwrap_or_default());
            variants.extend([key(before), key(after)]);
            from = at + separator.len();
            if variants.len() > MAX_VARIANTS {
                return variants;
            }
        }
    }
    variants
}

/// Parts of a page, by their names in `markup.toml`, that repeat a title.
pub(super) const REPEATING: [&str; 4] = ["popup", "footer", "breadcrumb", "share"];
const MAX_VARIANTS: usize = 24;
/// Longest line, in bytes, that can be a title.
const LONGEST: usize = 600;

/// The words of a text as one number, and how many they are.
type Key = (u64, u32);

/// The same for texts of the same words.
fn key(text: &str) -> Key {
    let folded = fold(text);
    words(folded.as_str()).fold((0, 0), |(sum, count), word| (sum.rotate_left(5) ^ hash(word), count + 1))
}

/// Whether a line stands where titles are repeated: in windows that open, in footers, in what is hidden.
fn is_repetition(markup: &Markup<'_>, repeating: Parts, at: usize) -> bool {
    let node = markup.blocks.get(at).and_then(|block| markup.nodes.get(block.node as usize));
    node.is_some_and(|node| {
        node.near.intersects(repeating)
            || matches!(node.landmark, Tag::Footer | Tag::Dialog | Tag::Form | Tag::Nav | Tag::Aside)
    })
}

/// The line that is the title of the page.
pub(crate) fn line(
    text: &str,
    markup: &Markup<'_>,
    units: &[Unit],
    shapes: &[Shape],
    resources: &Resources,
) -> Option<usize> {
    let level = |at: usize| {
        let mut node = markup.blocks.get(at)?.node;
        // A heading may hold a `div` that holds the words.
        for _ in 0..3 {
            let here = markup.nodes.get(node as usize)?;
            if let Some(level) = here.tag.heading() {
                return Some(level);
            }
            node = here.parent;
        }
        None
    };
    let stated: Vec<&str> = markup.page.values_of("headline").map(|value| value.value.as_str()).collect();
    let repeating = resources.markup().parts_of(&REPEATING).with(Parts::HIDDEN);
    // A line of other words than those of a title has another number of them, most often.
    let site = markup.page.site_name.as_deref().map(key);
    let counts: Vec<u32> = stated.iter().flat_map(|title| variants(title)).map(|(_, words)| words).collect();
    let keys: Vec<Key> = units
        .iter()
        .zip(shapes)
        .map(|(unit, shape)| {
            let line = unit.inner.slice(text);
            let is_likely = shape.letters > 0 && line.len() <= LONGEST && counts.contains(&shape.words);
            if is_likely { key(line) } else { Key::default() }
        })
        .collect();
    let same = |variants: &[Key]| -> Option<usize> {
        let matches = keys.iter().enumerate().filter(|(_, key)| key.1 != 0 && variants.contains(key)).map(|(at, _)| at);
        // The name of the site is no title; a word alone is one only as a heading. Of several the highest heading, the first
        // that is no repetition in a window or a footer.
        let named = matches.filter(|&at| {
            let key = keys.get(at).copied().unwrap_or_default();
            Some(key) != site && (key.1 > 1 || level(at).is_some())
        });
        named.min_by_key(|&at| (is_repetition(markup, repeating, at), level(at).unwrap_or(9), at))
    };
    let exact = stated.iter().find_map(|title| same(&[key(title)]));
    exact.or_else(|| stated.iter().find_map(|title| same(&variants(title)))).or_else(|| {
        let mut tops =
            (0..units.len()).filter(|&at| level(at) == Some(1) && shapes.get(at).is_some_and(|s| s.words >= 3));
        let only = tops.next();
        only.filter(|_| tops.next().is_none())
    })
}
