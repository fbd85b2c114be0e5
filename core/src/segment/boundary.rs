//! Where articles begin: the headlines among the kept units, by the weights of the model `headings`.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::headings::{FAMILIES, Kept};
use super::model::{Layout, Scale, Sign};
use super::shape::Shape;
use super::title::Titles;
use super::unit::Unit;
use crate::model::RuleId;
use crate::resources::Resources;

/// Units that are headlines, and the sign that spoke most for each.
pub(crate) type Headlines = FxHashMap<usize, RuleId>;

/// The headlines among the kept units.
pub(super) fn headlines(titles: &Titles<'_>, kept: &[usize], model: &Scale) -> Headlines {
    let Titles { text, units, shapes, resources } = *titles;
    let mut found = Headlines::default();
    let mut last: Option<(usize, f32)> = None;
    let candidates = candidates(text, units, shapes, kept, resources);
    let weights: Vec<f32> = candidates.iter().map(|(_, signs)| model.weigh(signs)).collect();
    let shift = page_shift(&weights);
    for ((at, signs), weight) in candidates.into_iter().zip(weights) {
        let weight = weight + shift;
        if weight <= 0.0 {
            continue;
        }
        // Of two headlines with no text between them the likelier one is it, in doubt the first; but one of whose words
        // the text says none is a menu.
        if let Some((before, its_weight)) = last.filter(|&(before, _)| !has_body(shapes, before + 1..at)) {
            if its_weight + FIRST >= weight && !titles.is_menu_above(before, at) {
                continue;
            }
            found.remove(&before);
        }
        found.insert(at, {
            let [_, strongest] = model.extremes(&signs);
            model.rule(strongest)
        });
        last = Some((at, weight));
    }
    let is_first = |first: &usize| !found.keys().any(|at| at <= first || !has_body(shapes, *first..*at));
    if let Some(first) = titles.first(kept).filter(is_first) {
        found.insert(first, RuleId::from("segment/title"));
    }
    found
}

/// How much likelier a second title must be to be taken for the headline.
const FIRST: f32 = 1.5;

/// What is added to the weight of each candidate of a page on which most are headlines: a listing has hardly a title
/// inside its articles, so a line that looks like the headlines around it is one.
fn page_shift(weights: &[f32]) -> f32 {
    let count = |floor: f32| weights.iter().filter(|&&weight| weight > floor).count() as f32;
    let (headlines, lines) = (count(0.0), count(HOPELESS));
    let share = headlines / (lines + 1.0);
    (MOST_SHIFT * (share - USUAL_SHARE) / (1.0 - USUAL_SHARE)).max(0.0)
}

/// A candidate below this weight is no title of any kind.
const HOPELESS: f32 = -6.0;
/// Share of headlines among titles of all kinds from which on the page is taken for a listing.
const USUAL_SHARE: f32 = 0.3;
const MOST_SHIFT: f32 = 3.0;

/// The units that may be headlines, and their signs.
pub(crate) fn candidates(
    text: &str,
    units: &[Unit],
    shapes: &[Shape],
    kept: &[usize],
    resources: &Resources,
) -> Vec<(usize, Vec<Sign>)> {
    let positions = super::headings::candidates(shapes, kept);
    if positions.is_empty() {
        return Vec::new();
    }
    let page = Kept::new(text, units, shapes, kept, resources);
    let signs = page.signs(&positions, &Layout::new(FAMILIES));
    positions.iter().filter_map(|&at| kept.get(at).copied()).zip(signs).collect()
}

fn has_body(shapes: &[Shape], range: Range<usize>) -> bool {
    shapes.get(range).is_some_and(|between| between.iter().any(Shape::is_sentence))
}

/// The kept units of each article. A stretch without a sentence is no article: a list of links, a menu.
pub(crate) fn articles(shapes: &[Shape], kept: &[usize], headlines: &Headlines) -> Vec<Vec<usize>> {
    let is_sentence = |unit: &usize| shapes.get(*unit).is_some_and(Shape::is_sentence);
    let mut articles: Vec<Vec<usize>> = Vec::new();
    for &at in kept {
        // What stands before the first headline without text of its own (a kicker) belongs to it.
        let is_kicker =
            |article: &[usize]| !article.iter().any(|unit| headlines.contains_key(unit) || is_sentence(unit));
        let is_first = articles.len() == 1;
        match articles.last_mut() {
            Some(article) if !headlines.contains_key(&at) || is_first && is_kicker(article) => article.push(at),
            _ => articles.push(vec![at]),
        }
    }
    articles.retain(|article| article.iter().any(is_sentence));
    articles
}
