//! The signs by which a kept unit is the headline of an article of its own, rather than a line inside one.

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use std::hash::Hasher;

use super::model::{Family, Layout, Sign, bucket};
use super::shape::{End, Shape};
use super::unit::Unit;
use crate::resources::Resources;
use crate::text::{Span, fold, words};

const SIZES: &[&str] = &["1", "2", "4", "7", "11", "16", "more"];
const ENDS: &[&str] = &["open", "stop", "question", "colon"];
const SHARES: &[&str] = &["0", "15", "30", "45", "60", "80", "all"];
const YES: &[&str] = &["yes"];
const SHARE_LIMITS: &[usize] = &[0, 15, 30, 45, 60, 80];

/// Families of signs of the model `headings`.
pub(crate) const FAMILIES: &[Family] = &[
    Family { name: "bias", dimensions: &[YES] },
    Family { name: "size", dimensions: &[SIZES, ENDS] },
    Family { name: "look", dimensions: &[&["item", "title-case", "upper-case", "quoted", "numbered", "address"]] },
    Family { name: "first", dimensions: &[&["with-body", "without"]] },
    Family { name: "gap-before", dimensions: &[&["narrower", "usual", "wider"]] },
    Family { name: "gap-after", dimensions: &[&["narrower", "usual", "wider"]] },
    Family { name: "set-apart", dimensions: &[&["before", "both", "after", "neither"]] },
    Family { name: "before", dimensions: &[&["none", "prose-stop", "prose-open", "short", "item", "furniture"]] },
    Family { name: "removed-between", dimensions: &[&["none", "some", "many"]] },
    Family { name: "after", dimensions: &[&["none", "prose", "short", "item", "furniture"]] },
    Family { name: "next-continues", dimensions: &[YES] },
    Family { name: "restated", dimensions: &[SHARES] },
    Family { name: "known", dimensions: &[SHARES] },
    Family { name: "new-topic", dimensions: &[SHARES] },
    Family { name: "repeats", dimensions: &[&["0", "1", "2", "more"]] },
    Family { name: "redefined", dimensions: &[YES] },
    Family { name: "body", dimensions: &[&["0", "1", "2", "4", "8", "more"]] },
    Family { name: "body-before", dimensions: &[&["0", "1", "2", "4", "8", "more"]] },
    Family { name: "language", dimensions: &[&["same", "other"]] },
];

#[derive(Clone, Copy)]
enum F {
    Bias,
    Size,
    Look,
    First,
    GapBefore,
    GapAfter,
    SetApart,
    Before,
    RemovedBetween,
    After,
    NextContinues,
    Restated,
    Known,
    NewTopic,
    Repeats,
    Redefined,
    Body,
    BodyBefore,
    Language,
}

/// Most letters a headline has.
const MAX_LETTERS: u32 = 190;
/// Bytes of a unit whose words are compared with those of others.
const SAMPLE: usize = 700;
/// Units before and after that are compared.
const NEAR: usize = 4;

/// The kept units of a page, as far as the search for headlines needs them.
pub(crate) struct Kept<'a> {
    shapes: &'a [Shape],
    units: &'a [Unit],
    /// Indexes of the units.
    kept: &'a [usize],
    /// Content words of each kept unit.
    words: Vec<Vec<u32>>,
    /// Short words in brackets in each kept unit: acronyms that are being defined.
    brackets: Vec<Vec<u32>>,
    /// How many kept units hold each word.
    frequency: FxHashMap<u32, u32>,
    gap: u32,
}

impl<'a> Kept<'a> {
    pub(crate) fn new(
        text: &str,
        units: &'a [Unit],
        shapes: &'a [Shape],
        kept: &'a [usize],
        resources: &Resources,
    ) -> Self {
        let inner = |&at: &usize| units.get(at).map_or(Span::default(), |unit| unit.inner);
        let mut list = Vec::with_capacity(kept.len());
        let mut brackets = Vec::with_capacity(kept.len());
        let mut frequency = FxHashMap::default();
        for at in kept {
            let source = inner(at).slice(text);
            let end = (0..=SAMPLE.min(source.len())).rev().find(|&at| source.is_char_boundary(at)).unwrap_or_default();
            let folded = fold(source.get(..end).unwrap_or_default());
            let mut own: Vec<u32> = words(folded.as_str()).filter_map(|word| key(word, resources)).collect();
            own.sort_unstable();
            own.dedup();
            own.iter().for_each(|&word| *frequency.entry(word).or_insert(0) += 1);
            list.push(own);
            brackets.push(bracketed(folded.as_str()));
        }
        let mut gaps: Vec<u32> = kept.iter().skip(1).filter_map(|&at| Some(units.get(at)?.gap)).collect();
        gaps.sort_unstable();
        let gap = gaps.get(gaps.len() / 2).copied().unwrap_or_default();
        Self { shapes, units, kept, words: list, brackets, frequency, gap }
    }

    /// Positions in the list of kept units that may be headlines.
    pub(crate) fn candidates(&self) -> Vec<usize> {
        (0..self.kept.len()).filter(|&at| self.is_candidate(at)).collect()
    }

    fn is_candidate(&self, at: usize) -> bool {
        let Some(shape) = self.shape(at) else { return false };
        shape.letters <= MAX_LETTERS
            && shape.letters >= 6
            && !shape.is_date
            && shape.hit.is_none()
            && !shape.is_item
            && at + 1 < self.kept.len()
    }

    /// The signs of each candidate.
    pub(crate) fn signs(&self, candidates: &[usize], layout: &Layout) -> Vec<Vec<Sign>> {
        let mut seen = FxHashSet::default();
        let mut read = 0;
        let ends = candidates.iter().skip(1).copied().chain([self.kept.len()]);
        let starts = [0].into_iter().chain(candidates.iter().map(|at| at + 1));
        let mut out = Vec::with_capacity(candidates.len());
        for ((&at, end), start) in candidates.iter().zip(ends).zip(starts) {
            while read < at {
                seen.extend(self.brackets.get(read).into_iter().flatten().copied());
                read += 1;
            }
            out.push(self.signs_of(at, start..at, at + 1..end, &seen, layout));
        }
        out
    }

    fn signs_of(
        &self,
        at: usize,
        before: std::ops::Range<usize>,
        body: std::ops::Range<usize>,
        seen: &FxHashSet<u32>,
        layout: &Layout,
    ) -> Vec<Sign> {
        let mut signs = Vec::with_capacity(24);
        let (Some(shape), Some(unit)) = (self.shape(at), self.unit(at)) else { return signs };
        let mut add = |family: F, values: &[usize]| layout.add(&mut signs, family as usize, values);
        add(F::Bias, &[0]);
        add(F::Size, &[bucket(shape.words as usize, &[1, 2, 4, 7, 11, 16]), shape.end as usize]);
        let is_numbered = false;
        let looks = [shape.is_item, shape.is_title_case, shape.is_upper_case, shape.is_quoted, is_numbered, shape.has_address];
        looks.iter().enumerate().filter(|(_, holds)| **holds).for_each(|(look, _)| add(F::Look, &[look]));
        let prose = |range: std::ops::Range<usize>| range.filter(|&at| self.shape(at).is_some_and(Shape::is_prose)).count();
        let bodies = prose(body.clone());
        if at == 0 || prose(0..at.min(NEAR)) == 0 && before.start == 0 {
            add(F::First, &[usize::from(bodies == 0)]);
        }
        let gap_after = self.unit(at + 1).map_or(0, |next| next.gap);
        let (wide_before, wide_after) = (compare(unit.gap, self.gap), compare(gap_after, self.gap));
        if at > 0 {
            add(F::GapBefore, &[wide_before]);
        }
        add(F::GapAfter, &[wide_after]);
        let apart = match (wide_before == 2, wide_after == 2) {
            (true, false) => 0,
            (true, true) => 1,
            (false, true) => 2,
            (false, false) => 3,
        };
        add(F::SetApart, &[apart]);
        add(F::Before, &[at.checked_sub(1).map_or(0, |near| 1 + self.kind_before(near))]);
        let position = |at: usize| self.kept.get(at).copied().unwrap_or_default();
        let removed = at.checked_sub(1).map_or(0, |near| (position(at) - position(near)).saturating_sub(1));
        add(F::RemovedBetween, &[bucket(removed, &[0, 2])]);
        add(F::After, &[1 + self.kind_after(at + 1)]);
        if self.shape(at + 1).is_some_and(|next| next.is_continuation) {
            add(F::NextContinues, &[0]);
        }
        let own = self.words.get(at).map(Vec::as_slice).unwrap_or_default();
        let (later, earlier) = (self.vocabulary(at + 1..(at + 1 + NEAR)), self.vocabulary(at.saturating_sub(NEAR)..at));
        add(F::Restated, &[bucket(share(own, &later), SHARE_LIMITS)]);
        if at > 0 {
            add(F::Known, &[bucket(share(own, &earlier), SHARE_LIMITS)]);
            let common = later.iter().filter(|word| earlier.contains(word)).count();
            add(F::NewTopic, &[bucket(common * 100 / later.len().min(earlier.len()).max(1), &[2, 5, 9, 14, 20, 30])]);
        }
        let rare = own.iter().filter(|word| self.frequency.get(word).is_some_and(|&count| count >= 2)).count();
        add(F::Repeats, &[bucket(rare, &[0, 1, 2])]);
        let next_brackets = (at + 1..=at + 2).filter_map(|at| self.brackets.get(at)).flatten();
        if next_brackets.into_iter().any(|bracket| seen.contains(bracket)) {
            add(F::Redefined, &[0]);
        }
        add(F::Body, &[bucket(bodies, &[0, 1, 2, 4, 8])]);
        if at > 0 {
            add(F::BodyBefore, &[bucket(prose(before), &[0, 1, 2, 4, 8])]);
        }
        let language = at.checked_sub(1).and_then(|near| self.shape(near)?.language);
        if let (Some(before), Some(here)) = (language, shape.language) {
            add(F::Language, &[usize::from(before != here)]);
        }
        signs
    }

    fn shape(&self, at: usize) -> Option<&Shape> {
        self.shapes.get(*self.kept.get(at)?)
    }

    fn unit(&self, at: usize) -> Option<&Unit> {
        self.units.get(*self.kept.get(at)?)
    }

    fn kind_before(&self, at: usize) -> usize {
        match self.shape(at) {
            Some(shape) if shape.is_date || shape.hit.is_some() => 4,
            Some(shape) if shape.is_item => 3,
            Some(shape) if shape.is_prose() => usize::from(shape.end == End::Open),
            _ => 2,
        }
    }

    fn kind_after(&self, at: usize) -> usize {
        match self.shape(at) {
            Some(shape) if shape.is_date || shape.hit.is_some() => 3,
            Some(shape) if shape.is_item => 2,
            Some(shape) if shape.is_prose() => 0,
            _ => 1,
        }
    }

    fn vocabulary(&self, range: std::ops::Range<usize>) -> FxHashSet<u32> {
        range.filter_map(|at| self.words.get(at)).flatten().copied().collect()
    }
}

fn compare(gap: u32, usual: u32) -> usize {
    match gap.cmp(&usual) {
        std::cmp::Ordering::Less => 0,
        std::cmp::Ordering::Equal => 1,
        std::cmp::Ordering::Greater => 2,
    }
}

fn share(words: &[u32], vocabulary: &FxHashSet<u32>) -> usize {
    let common = words.iter().filter(|word| vocabulary.contains(word)).count();
    (common * 100).checked_div(words.len()).unwrap_or_default()
}

/// The key of a content word: without what is written together with it, and without what its ending may change.
fn key(word: &str, resources: &Resources) -> Option<u32> {
    if resources.function_word(word) != 0 || word.chars().all(char::is_numeric) {
        return None;
    }
    let stem = resources.without_proclitic(word);
    if stem.chars().count() < 3 || resources.function_word(stem) != 0 {
        return None;
    }
    let end = stem.char_indices().nth(6).map_or(stem.len(), |(at, _)| at);
    let mut hasher = FxHasher::default();
    hasher.write(stem.get(..end)?.as_bytes());
    Some((hasher.finish() >> 32) as u32)
}

/// Hashes of single words in brackets: `(إيسيسكو)`, `(OSCE)`.
fn bracketed(folded: &str) -> Vec<u32> {
    let inside = folded.split('(').skip(1).filter_map(|rest| rest.split_once(')')).map(|(word, _)| word.trim());
    inside
        .filter(|word| (2..=24).contains(&word.len()) && word.chars().all(char::is_alphabetic))
        .map(|word| {
            let mut hasher = FxHasher::default();
            hasher.write(word.as_bytes());
            (hasher.finish() >> 32) as u32
        })
        .collect()
}
