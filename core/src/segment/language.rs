//! The language of a stretch of units: by its function words, else by a script that only one known language uses.

use super::shape::Shape;
use super::unit::Unit;
use crate::resources::Resources;
use crate::text::Script;

/// Letters at the start of a unit whose script is looked at.
const SAMPLE: usize = 400;

/// BCP-47 tag of the language of these units; `und` when it cannot be told.
pub(crate) fn language_of<'a>(
    text: &str,
    units: impl Iterator<Item = (&'a Unit, &'a Shape)> + Clone,
    resources: &Resources,
) -> String {
    languages_of(text, units, resources).into_iter().next().unwrap_or_else(|| "und".to_owned())
}

/// BCP-47 tags of the languages of these units, the one with most letters first.
pub(crate) fn languages_of<'a>(
    text: &str,
    units: impl Iterator<Item = (&'a Unit, &'a Shape)> + Clone,
    resources: &Resources,
) -> Vec<String> {
    let languages = resources.languages();
    let mut letters = vec![0_u64; languages.len()];
    for (_, shape) in units.clone() {
        let words = u64::from(shape.function_words.min(100));
        let weight = u64::from(shape.letters) * words;
        if let Some(sum) = shape.language.and_then(|language| letters.get_mut(language)) {
            *sum += weight + 1;
        }
    }
    if letters.iter().all(|&sum| sum == 0) {
        return script(text, units).and_then(|script| only_language(script, resources)).into_iter().collect();
    }
    let mut order: Vec<(u64, &str)> = letters
        .iter()
        .zip(languages)
        .filter(|(sum, _)| **sum > 0)
        .map(|(&sum, (tag, _))| (sum, tag.as_str()))
        .collect();
    order.sort_by_key(|&(sum, tag)| (std::cmp::Reverse(sum), tag));
    let floor = order.first().map_or(0, |(most, _)| most / 50);
    order.into_iter().filter(|&(sum, _)| sum > floor).map(|(_, tag)| tag.to_owned()).collect()
}

/// The script most letters are in.
fn script<'a>(text: &str, units: impl Iterator<Item = (&'a Unit, &'a Shape)>) -> Option<Script> {
    let mut counts = std::collections::BTreeMap::<Script, usize>::new();
    for (unit, _) in units {
        for script in unit.inner.slice(text).chars().take(SAMPLE).filter_map(Script::of) {
            *counts.entry(script).or_default() += 1;
        }
    }
    counts.into_iter().max_by_key(|&(script, count)| (count, std::cmp::Reverse(script))).map(|(script, _)| script)
}

/// The tag of the one known language that is written in a script.
fn only_language(script: Script, resources: &Resources) -> Option<String> {
    let languages = resources.languages().iter().enumerate().filter(|(index, _)| !resources.is_asked_for(*index));
    let mut users = languages.map(|(_, language)| language).filter(|(_, own)| *own == Some(script));
    let (tag, _) = users.next()?;
    users.next().is_none().then(|| tag.clone())
}

/// The language that most letters of a page are in, by its function words: its index.
pub(super) fn main_language(shapes: &[Shape]) -> Option<usize> {
    let mut letters = [0_usize; 32];
    for shape in shapes {
        if let Some(count) = shape.language.and_then(|language| letters.get_mut(language)) {
            *count += shape.letters as usize;
        }
    }
    let best = letters.iter().enumerate().max_by_key(|&(index, &count)| (count, std::cmp::Reverse(index)));
    best.filter(|(_, count)| **count > 0).map(|(index, _)| index)
}
