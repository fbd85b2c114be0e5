//! Which line of a page is its title: the one that says what the page says its title is.

use crate::ingest::Markup;
use crate::segment::shape::Shape;
use crate::segment::unit::Unit;
use crate::text::{fold, hash, words};

/// Marks that set the name of a site apart from a title.
const SEPARATORS: [&str; 12] = [" - ", " | ", " – ", " — ", " · ", " » ", " : ", " « ", " › ", " / ", " • ", " :: "];
/// Fewest words of a title that only a part of `<title>` says.
const MIN_WORDS: usize = 2;

/// What the markup says the title is, the most trusted first.
pub(super) fn stated<'m>(markup: &'m Markup<'_>) -> impl Iterator<Item = &'m str> {
    markup.page.values_of("headline").map(|value| value.value.as_str())
}

/// A title in its words, without the name of a site before or after it.
fn variants(title: &str) -> Vec<u64> {
    let mut variants = vec![key(title)];
    for separator in SEPARATORS {
        let mut from = 0;
        while let Some(at) = title.get(from..).and_then(|rest| rest.find(separator)).map(|at| from + at) {
            let (before, after) =
                (title.get(..at).unwrap_or_default(), title.get(at + separator.len()..).unwrap_or_default());
            for side in [before, after] {
                if side.split_whitespace().count() >= MIN_WORDS {
                    variants.push(key(side));
                }
            }
            from = at + separator.len();
            if variants.len() > MAX_VARIANTS {
                return variants;
            }
        }
    }
    variants
}

const MAX_VARIANTS: usize = 24;
/// Longest line, in bytes, that can be a title.
const LONGEST: usize = 600;

/// The same for texts of the same words.
fn key(text: &str) -> u64 {
    let folded = fold(text);
    words(folded.as_str()).fold(0, |sum, word| sum.rotate_left(5) ^ hash(word))
}

/// The line that is the title of the page.
pub(crate) fn line(text: &str, markup: &Markup<'_>, units: &[Unit], shapes: &[Shape]) -> Option<usize> {
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
    let stated: Vec<&str> = stated(markup).collect();
    let keys: Vec<u64> = units
        .iter()
        .zip(shapes)
        .map(|(unit, shape)| {
            let line = unit.inner.slice(text);
            if shape.letters > 0 && line.len() <= LONGEST { key(line) } else { 0 }
        })
        .collect();
    let same = |variants: &[u64]| -> Option<usize> {
        let matches = keys.iter().enumerate().filter(|(_, key)| **key != 0 && variants.contains(key)).map(|(at, _)| at);
        // The highest heading, the first of several.
        matches.min_by_key(|&at| (level(at).unwrap_or(9), at))
    };
    let exact = stated.iter().find_map(|title| same(&[key(title)]));
    exact.or_else(|| stated.iter().find_map(|title| same(&variants(title)))).or_else(|| {
        let mut tops =
            (0..units.len()).filter(|&at| level(at) == Some(1) && shapes.get(at).is_some_and(|s| s.words >= 3));
        let only = tops.next();
        only.filter(|_| tops.next().is_none())
    })
}
