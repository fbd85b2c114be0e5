//! Where articles begin: the headlines among the kept units, by the weights of the model `headings`.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::headings::{FAMILIES, Kept};
use super::model::{Layout, Scale, Sign};
use super::shape::Shape;
use super::unit::Unit;
use super::vocabulary::Said;
use crate::model::{Label, RuleId};
use crate::resources::Resources;

/// Units that are headlines, and the sign that spoke most for each.
pub(crate) type Headlines = FxHashMap<usize, RuleId>;

/// The headlines among the kept units.
pub(crate) fn headlines(
    text: &str,
    units: &[Unit],
    shapes: &[Shape],
    kept: &[usize],
    resources: &Resources,
    model: &Scale,
) -> Headlines {
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
            let is_menu = || {
                let lead = lead(shapes, at);
                let said = Said::of(text, units, &lead, resources);
                said.share(before) == 0 && said.share(at) >= MIN_RESTATED
            };
            if its_weight + FIRST >= weight && !is_menu() {
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
    let first = restated_title(text, units, shapes, kept, resources);
    let is_first = |first: &usize| !found.keys().any(|at| at <= first || !has_body(shapes, *first..*at));
    if let Some(first) = first.filter(is_first) {
        found.insert(first, RuleId::from("segment/title"));
    }
    found
}

/// The line that a page begins with, right above its text, when the text says its words again.
fn restated_title(
    text: &str,
    units: &[Unit],
    shapes: &[Shape],
    kept: &[usize],
    resources: &Resources,
) -> Option<usize> {
    let [first, next, ..] = *kept else { return None };
    let is_above_text = can_be_title(shapes, first) && shapes.get(next).is_some_and(Shape::is_sentence);
    (is_above_text && is_restated(text, units, first, next, resources)).then_some(first)
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

/// The kept units, and the titles that were removed though they stand right above a kept stretch and say what it says.
///
/// A title is short and alone, and on many pages a menu looks the same; that a date or an author stands right under it,
/// or that its words come back in the text below, is what tells them apart.
pub(crate) fn with_titles(
    text: &str,
    units: &[Unit],
    shapes: &[Shape],
    mut kept: Vec<usize>,
    resources: &Resources,
) -> Vec<usize> {
    let mut titles = Vec::new();
    for stretch in kept.chunk_by(|one, next| one + 1 == *next) {
        let Some(&start) = stretch.first().filter(|&&start| shapes.get(start).is_some_and(Shape::is_sentence)) else {
            continue;
        };
        let before = stretch_before(&kept, start);
        let near = (before.max(start.saturating_sub(ABOVE))..start).rev();
        let title = near.clone().find(|&at| {
            can_be_title(shapes, at)
                && (has_credits(shapes, at, resources) || is_restated(text, units, at, start, resources))
        });
        let far = before.max(start.saturating_sub(FAR))..start;
        titles.extend(title.or_else(|| far_title(text, units, shapes, far, stretch, resources)));
    }
    kept.extend(titles);
    kept.sort_unstable();
    kept
}

/// Units above a stretch of text among which its title is looked for.
const ABOVE: usize = 4;
/// The same above a long stretch, whose words tell its title from others.
const FAR: usize = 24;
/// Units of such a stretch, at least and those that are looked at.
const LONG: std::ops::RangeInclusive<usize> = 3..=12;
/// Content words of a title far above, in per cent, that its text says again.
const MIN_RESTATED_FAR: usize = 60;

/// The unit after the last one that is kept above a stretch.
fn stretch_before(kept: &[usize], start: usize) -> usize {
    let at = kept.partition_point(|&unit| unit < start);
    at.checked_sub(1).and_then(|at| kept.get(at)).map_or(0, |unit| unit + 1)
}

/// The line above a long stretch of text, buttons and a picture away, most of whose words the text says.
fn far_title(
    text: &str,
    units: &[Unit],
    shapes: &[Shape],
    above: Range<usize>,
    stretch: &[usize],
    resources: &Resources,
) -> Option<usize> {
    if stretch.len() < *LONG.start() {
        return None;
    }
    let said = Said::of(text, units, stretch.get(..stretch.len().min(*LONG.end()))?, resources);
    let shares = above.filter(|&at| can_be_title(shapes, at)).map(|at| (said.share(at), at));
    let best = shares.filter(|(share, _)| *share >= MIN_RESTATED_FAR).max();
    best.map(|(_, at)| at)
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

fn is_restated(text: &str, units: &[Unit], at: usize, start: usize, resources: &Resources) -> bool {
    let lead: Vec<usize> = (start..units.len().min(start + 2)).collect();
    Said::of(text, units, &lead, resources).share(at) >= MIN_RESTATED
}

/// Content words of a title, in per cent, that its text says again.
const MIN_RESTATED: usize = 40;

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

/// The first sentences below a title.
fn lead(shapes: &[Shape], title: usize) -> Vec<usize> {
    let is_sentence = |at: &usize| shapes.get(*at).is_some_and(Shape::is_sentence);
    (title + 1..shapes.len().min(title + 1 + BELOW)).filter(is_sentence).take(LEAD).collect()
}

/// Units below a title among which its text begins.
const BELOW: usize = 20;
/// Sentences of a text whose words are those of its title.
const LEAD: usize = 2;

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
