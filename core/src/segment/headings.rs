//! The signs by which a kept unit is the headline of an article of its own, rather than a line inside one.

use std::hash::Hasher;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::cohesion::Cohesion;
use super::model::{Family, Layout, Sign, bucket};
use super::shape::{End, Shape};
use super::unit::Unit;
use crate::model::Label;
use crate::resources::{Reach, Resources};
use crate::text::{Folded, fold, words};

const SIZES: &[&str] = &["1", "2", "4", "7", "11", "16", "more"];
const ENDS: &[&str] = &["open", "stop", "question", "colon"];
const SHARES: &[&str] = &["0", "15", "30", "45", "60", "80", "all"];
/// Whether blank lines part only headlines and articles, or all paragraphs.
const MODES: &[&str] = &["tight", "loose"];
const YES: &[&str] = &["yes"];
const SHARE_LIMITS: &[usize] = &[0, 15, 30, 45, 60, 80];

/// Families of signs of the model `headings`.
pub(crate) const FAMILIES: &[Family] = &[
    Family { name: "bias", dimensions: &[MODES, YES] },
    Family { name: "size", dimensions: &[MODES, SIZES, ENDS] },
    Family {
        name: "look",
        dimensions: &[MODES, &["title-case", "upper-case", "quoted", "address", "numbered", "parallel"]],
    },
    Family { name: "first", dimensions: &[MODES, &["with-body", "without"]] },
    Family { name: "gap-before", dimensions: &[MODES, &["narrower", "usual", "wider"]] },
    Family { name: "gap-after", dimensions: &[MODES, &["narrower", "usual", "wider"]] },
    Family { name: "set-apart", dimensions: &[MODES, &["before", "both", "after", "neither"]] },
    Family {
        name: "before",
        dimensions: &[MODES, &["none", "prose-stop", "prose-open", "short", "item", "furniture"]],
    },
    Family { name: "removed-between", dimensions: &[MODES, &["none", "some", "many"]] },
    Family { name: "under", dimensions: &[MODES, &["section"]] },
    Family { name: "after", dimensions: &[MODES, &["none", "prose", "short", "item", "furniture"]] },
    Family {
        name: "lead-opens",
        dimensions: &[MODES, &["0", "10", "20", "30", "45", "60", "more"], &["opens", "continues"]],
    },
    Family { name: "restated", dimensions: &[MODES, SHARES] },
    Family { name: "known", dimensions: &[MODES, SHARES] },
    Family { name: "new-topic", dimensions: &[MODES, SHARES] },
    Family { name: "new-restated", dimensions: &[MODES, SHARES, &["few", "some", "many"]] },
    Family { name: "lead-restates", dimensions: &[MODES, SHARES, &["few", "some", "many"]] },
    Family { name: "lead-is-fresh", dimensions: &[MODES, SHARES] },
    Family { name: "rare-restated", dimensions: &[MODES, &["0", "1", "2", "3", "more"]] },
    Family { name: "across", dimensions: &[MODES, &["5", "10", "15", "20", "25", "30", "35", "40", "50", "more"]] },
    Family { name: "dip", dimensions: &[MODES, &["30", "50", "70", "85", "100", "120", "more"]] },
    Family { name: "valley", dimensions: &[MODES, &["both", "one", "none"]] },
    Family { name: "sections", dimensions: &[MODES, SHARES] },
    Family { name: "change", dimensions: &[MODES, &["more", "usual", "less"], &["few", "many"]] },
    Family { name: "length", dimensions: &[MODES, &["shorter", "short", "usual", "longer"], &["few", "many"]] },
    Family {
        name: "usual-length",
        dimensions: &[MODES, &["2", "4", "6", "8", "11", "more"], &["shorter", "usual", "longer"]],
    },
    Family { name: "lead", dimensions: &[MODES, &["none", "60", "150", "300", "600", "more"]] },
    Family { name: "style", dimensions: &[MODES, &["apart-tight", "apart-loose", "within-tight", "within-loose"]] },
    Family { name: "repeats", dimensions: &[MODES, &["0", "1", "2", "more"]] },
    Family { name: "redefined", dimensions: &[MODES, YES] },
    Family { name: "body", dimensions: &[MODES, &["0", "1", "2", "4", "8", "more"]] },
    Family { name: "body-before", dimensions: &[MODES, &["0", "1", "2", "4", "8", "more"]] },
    Family { name: "language", dimensions: &[MODES, &["same", "other"]] },
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
    Under,
    After,
    LeadOpens,
    Restated,
    Known,
    NewTopic,
    NewRestated,
    LeadRestates,
    LeadIsFresh,
    RareRestated,
    Across,
    Dip,
    Valley,
    Sections,
    Change,
    Length,
    UsualLength,
    Lead,
    Style,
    Repeats,
    Redefined,
    Body,
    BodyBefore,
    Language,
}

/// Most letters a headline has.
pub(crate) const MAX_LETTERS: u32 = 190;
/// Bytes of a unit whose words are compared with those of others.
const SAMPLE: usize = 700;
/// Units before and after whose words are compared.
const NEAR: usize = 4;
/// Units of a whole stretch between two candidates whose words are compared.
const FAR: usize = 12;

/// The share of chains that go on, in per cent, that a page is expected to have inside its articles.
const USUAL_ACROSS: usize = 35;

/// The kept units of a page, as far as the search for headlines needs them.
pub(crate) struct Kept<'a> {
    shapes: &'a [Shape],
    units: &'a [Unit],
    /// Indexes of the units.
    kept: &'a [usize],
    /// Content words of each kept unit.
    words: Vec<Vec<u32>>,
    /// Acronyms that each kept unit defines.
    brackets: Vec<Vec<u32>>,
    /// How each kept unit begins.
    openings: Vec<Opening>,
    /// How many kept units hold each word.
    frequency: FxHashMap<u32, u32>,
    cohesion: Cohesion,
    /// Units that head a section of links.
    heads: FxHashSet<usize>,
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
        let mut list = Vec::with_capacity(kept.len());
        let mut brackets = Vec::with_capacity(kept.len());
        let mut openings = Vec::with_capacity(kept.len());
        let mut frequency = FxHashMap::default();
        for at in kept {
            let folded = sample(text, units, *at);
            let own = content(folded.as_str(), resources);
            own.iter().for_each(|&word| *frequency.entry(word).or_insert(0) += 1);
            list.push(own);
            brackets.push(definitions(folded.as_str()));
            openings.push(Opening::of(folded.as_str()));
        }
        let mut gaps: Vec<u32> = kept.iter().skip(1).filter_map(|&at| Some(units.get(at)?.gap)).collect();
        gaps.sort_unstable();
        let gap = gaps.get(gaps.len() / 2).copied().unwrap_or_default();
        let cohesion = Cohesion::new(&list);
        let heads = shapes.iter().enumerate().filter(|(_, shape)| {
            let rule = shape.hit.and_then(|hit| resources.rule_at(hit.rule));
            rule.is_some_and(|rule| rule.reach == Reach::Section && rule.label == Label::Related)
        });
        let heads = heads.map(|(at, _)| at).collect();
        Self { shapes, units, kept, words: list, brackets, openings, frequency, cohesion, heads, gap }
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
            && !(shape.is_prose() && shape.end == End::Stop)
            && at + 1 < self.kept.len()
    }

    /// The signs of each candidate.
    pub(crate) fn signs(&self, candidates: &[usize], layout: &Layout) -> Vec<Vec<Sign>> {
        let ends = candidates.iter().skip(1).copied().chain([self.kept.len()]);
        let starts = [0].into_iter().chain(candidates.iter().map(|at| at + 1));
        let places: Vec<Place> = candidates
            .iter()
            .zip(starts.zip(ends))
            .map(|(&at, (start, end))| Place { at, before: start..at, body: at + 1..end })
            .collect();
        let page = Page::of(self, &places);
        let mut seen = FxHashSet::default();
        let mut read = 0;
        let mut out = Vec::with_capacity(places.len());
        for place in &places {
            while read < place.at {
                seen.extend(self.brackets.get(read).into_iter().flatten().copied());
                read += 1;
            }
            let mut signs = Vec::with_capacity(28);
            self.looks(place, &page, layout, &mut signs);
            self.surroundings(place, &page, layout, &mut signs);
            self.words_around(place, &page, &seen, layout, &mut signs);
            out.push(signs);
        }
        out
    }

    fn add(&self, layout: &Layout, signs: &mut Vec<Sign>, family: F, values: &[usize]) {
        let mode = usize::from(self.gap > 0);
        layout.add(signs, family as usize, &[[mode].as_slice(), values].concat());
    }

    /// How the line itself looks, alone and beside the other candidates.
    fn looks(&self, place: &Place, page: &Page, layout: &Layout, signs: &mut Vec<Sign>) {
        let Some(shape) = self.shape(place.at) else { return };
        let mut add = |family: F, values: &[usize]| self.add(layout, signs, family, values);
        add(F::Bias, &[0]);
        add(F::Size, &[bucket(shape.words as usize, &[1, 2, 4, 7, 11, 16]), shape.end as usize]);
        let opening = self.openings.get(place.at).copied().unwrap_or_default();
        let is_parallel = page.openings.get(&opening.word).is_some_and(|&count| count >= 3);
        let looks = [
            shape.is_title_case,
            shape.is_upper_case,
            shape.is_quoted,
            shape.has_address,
            opening.is_numbered,
            is_parallel,
        ];
        looks.iter().enumerate().filter(|(_, holds)| **holds).for_each(|(look, _)| add(F::Look, &[look]));
        let relative = shape.letters as usize * 100 / page.length.max(1);
        add(F::Length, &[bucket(relative, &[60, 90, 130]), page.crowd]);
        add(F::UsualLength, &[bucket(page.words, &[2, 4, 6, 8, 11]), bucket(relative, &[70, 140])]);
    }

    /// What stands before and after, and how far apart.
    fn surroundings(&self, place: &Place, page: &Page, layout: &Layout, signs: &mut Vec<Sign>) {
        let at = place.at;
        let (Some(shape), Some(unit)) = (self.shape(at), self.unit(at)) else { return };
        let mut add = |family: F, values: &[usize]| self.add(layout, signs, family, values);
        let bodies = self.prose(place.body.clone());
        if self.prose(0..at.min(NEAR)) == 0 && place.before.start == 0 {
            add(F::First, &[usize::from(bodies == 0)]);
        }
        let gap_after = self.unit(at + 1).map_or(0, |next| next.gap);
        let (before, after) = (compare(unit.gap, self.gap), compare(gap_after, self.gap));
        if at > 0 {
            add(F::GapBefore, &[before]);
            let (is_apart, is_loose) = (before == 2, self.gap > 0);
            add(F::Style, &[usize::from(!is_apart) * 2 + usize::from(is_loose)]);
        }
        add(F::GapAfter, &[after]);
        let apart = match (before == 2, after == 2) {
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
        if position(at).checked_sub(1).is_some_and(|above| self.heads.contains(&above)) {
            add(F::Under, &[0]);
        }
        add(F::After, &[1 + self.kind_after(at + 1)]);
        let lead = (at + 1..=at + 2).filter_map(|at| self.shape(at)).find(|shape| shape.is_prose());
        if let Some(lead) = lead {
            let usual = bucket(page.continuing, &[0, 10, 20, 30, 45, 60]);
            add(F::LeadOpens, &[usual, usize::from(lead.is_continuation)]);
        }
        add(F::Lead, &[lead.map_or(0, |lead| 1 + bucket(lead.letters as usize, &[60, 150, 300, 600]))]);
        add(F::Body, &[bucket(bodies, &[0, 1, 2, 4, 8])]);
        if at > 0 {
            add(F::BodyBefore, &[bucket(self.prose(place.before.clone()), &[0, 1, 2, 4, 8])]);
        }
        let language = at.checked_sub(1).and_then(|near| self.shape(near)?.language);
        if let (Some(before), Some(here)) = (language, shape.language) {
            add(F::Language, &[usize::from(before != here)]);
        }
    }

    /// How the words of the line, of what follows and of what went before have to do with each other.
    fn words_around(&self, place: &Place, page: &Page, seen: &FxHashSet<u32>, layout: &Layout, signs: &mut Vec<Sign>) {
        let at = place.at;
        let mut add = |family: F, values: &[usize]| self.add(layout, signs, family, values);
        let own = self.words.get(at).map(Vec::as_slice).unwrap_or_default();
        let (later, earlier) = (self.vocabulary(at + 1..at + 1 + NEAR), self.vocabulary(at.saturating_sub(NEAR)..at));
        add(F::Restated, &[bucket(share(own, &later), SHARE_LIMITS)]);
        let fresh = own.iter().filter(|word| later.contains(word) && !earlier.contains(word)).count();
        add(F::NewRestated, &[bucket(fresh * 100 / own.len().max(1), SHARE_LIMITS), bucket(own.len(), &[3, 6])]);
        let lead = (at + 1..=at + 2).find(|&at| self.shape(at).is_some_and(Shape::is_prose)).unwrap_or(at + 1);
        let lead_words = self.vocabulary(lead..lead + 1);
        add(F::LeadRestates, &[bucket(share(own, &lead_words), SHARE_LIMITS), bucket(own.len(), &[3, 6])]);
        let is_rare = |word: &u32| self.frequency.get(word).is_some_and(|&count| (2..=4).contains(&count));
        let rare = own.iter().filter(|word| is_rare(word) && later.contains(word) && !earlier.contains(word)).count();
        add(F::RareRestated, &[bucket(rare, &[0, 1, 2, 3])]);
        if at > 0 {
            let past = self.vocabulary(at.saturating_sub(FAR)..at);
            let known = lead_words.iter().filter(|word| past.contains(word)).count();
            add(F::LeadIsFresh, &[bucket(known * 100 / lead_words.len().max(1), SHARE_LIMITS)]);
            add(F::Known, &[bucket(share(own, &earlier), SHARE_LIMITS)]);
            add(F::NewTopic, &[bucket(overlap(&later, &earlier), &[2, 5, 9, 14, 20, 30])]);
            let across = self.cohesion.across(at);
            add(F::Across, &[bucket(across, &[5, 10, 15, 20, 25, 30, 35, 40, 50])]);
            add(F::Dip, &[bucket(across * 100 / page.across.max(1), &[30, 50, 70, 85, 100, 120])]);
            let (left, right) = (self.cohesion.across(at.saturating_sub(3)), self.cohesion.across(at + 3));
            add(F::Valley, &[usize::from(across >= left) + usize::from(across >= right)]);
            let sections = self.common(place);
            add(F::Sections, &[bucket(sections, &[2, 5, 9, 14, 20, 30])]);
            add(F::Change, &[bucket(sections * 100 / page.common.max(1), &[75, 130]), page.crowd]);
        }
        let again = own.iter().filter(|word| self.frequency.get(word).is_some_and(|&count| count >= 2)).count();
        add(F::Repeats, &[bucket(again, &[0, 1, 2])]);
        let mut next_brackets = (at + 1..=at + 2).filter_map(|at| self.brackets.get(at)).flatten();
        if next_brackets.any(|bracket| seen.contains(bracket)) {
            add(F::Redefined, &[0]);
        }
    }

    /// Words in common between the stretch before a candidate and the one after it, in per cent of the smaller.
    fn common(&self, place: &Place) -> usize {
        let last = |range: &Range<usize>| range.end.saturating_sub(FAR).max(range.start)..range.end;
        let first = |range: &Range<usize>| range.start..range.end.min(range.start + FAR);
        overlap(&self.vocabulary(first(&place.body)), &self.vocabulary(last(&place.before)))
    }

    fn prose(&self, range: Range<usize>) -> usize {
        range.filter(|&at| self.shape(at).is_some_and(Shape::is_prose)).count()
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

    fn vocabulary(&self, range: Range<usize>) -> FxHashSet<u32> {
        range.filter_map(|at| self.words.get(at)).flatten().copied().collect()
    }
}

/// How a line begins.
#[derive(Clone, Copy, Debug, Default)]
struct Opening {
    /// Hash of the first word.
    word: u32,
    /// Whether its first or second word is a number that counts it: `3. …`, `Step 2: …`.
    is_numbered: bool,
}

impl Opening {
    fn of(folded: &str) -> Self {
        let mut pieces = folded.split_whitespace().take(4);
        let is_count = |piece: &str| {
            let digits = piece.trim_matches(|c: char| !c.is_alphanumeric());
            !digits.is_empty() && digits.len() <= 3 && digits.chars().all(|c| c.is_ascii_digit())
        };
        let (first, second) = (pieces.next().unwrap_or_default(), pieces.next().unwrap_or_default());
        let is_marked = |piece: &str| piece.ends_with([':', '.', ')', '-']);
        let third = pieces.next().unwrap_or_default();
        let is_numbered = is_count(first)
            && (is_marked(first) || second.len() == 1 && !second.starts_with(char::is_alphanumeric))
            || is_count(second) && (is_marked(second) || is_marked(third) && third.len() == 1 || first.ends_with('#'));
        Self { word: hash(words(folded).next().unwrap_or_default()), is_numbered }
    }
}

fn hash(word: &str) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    (hasher.finish() >> 32) as u32
}

/// Content words of a unit, in per cent, that stand in others too.
pub(crate) fn restated(text: &str, units: &[Unit], at: usize, others: &[usize], resources: &Resources) -> usize {
    let words_of = |at: usize| content(sample(text, units, at).as_str(), resources);
    let vocabulary = others.iter().flat_map(|&other| words_of(other)).collect();
    share(&words_of(at), &vocabulary)
}

/// The start of a unit, folded.
fn sample(text: &str, units: &[Unit], at: usize) -> Folded {
    let source = units.get(at).map_or("", |unit| unit.inner.slice(text));
    let end = (0..=SAMPLE.min(source.len())).rev().find(|&at| source.is_char_boundary(at)).unwrap_or_default();
    fold(source.get(..end).unwrap_or_default())
}

/// Keys of the content words of a folded text, each once.
fn content(folded: &str, resources: &Resources) -> Vec<u32> {
    let mut keys: Vec<u32> = words(folded).filter_map(|word| key(word, resources)).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// A candidate, the kept units back to the candidate before it, and those up to the next.
struct Place {
    at: usize,
    before: Range<usize>,
    body: Range<usize>,
}

/// What the candidates of a page are like on the whole.
struct Page {
    /// Median letters of a candidate.
    length: usize,
    /// Median words of a candidate.
    words: usize,
    /// Paragraphs in a hundred that go on from the one before, those right after a candidate left out.
    continuing: usize,
    /// Mean share of chains that go on between two paragraphs with no candidate between them.
    across: usize,
    /// Median words in common of the stretches around a candidate.
    common: usize,
    /// How many candidates begin with each word.
    openings: FxHashMap<u32, u32>,
    /// Whether there are many: an index into the values of `change` and `length`.
    crowd: usize,
}

impl Page {
    fn of(kept: &Kept<'_>, places: &[Place]) -> Self {
        let lengths = places.iter().filter_map(|place| Some(kept.shape(place.at)?.letters as usize)).collect();
        let words = places.iter().filter_map(|place| Some(kept.shape(place.at)?.words as usize)).collect();
        let common = places.iter().skip(1).map(|place| kept.common(place)).collect();
        let starts: FxHashSet<usize> = places.iter().map(|place| place.at + 1).collect();
        let later = (1..kept.kept.len()).filter(|at| !starts.contains(at)).filter_map(|at| kept.shape(at));
        let later: Vec<bool> = later.filter(|shape| shape.is_prose()).map(|shape| shape.is_continuation).collect();
        let continuing = later.iter().filter(|continues| **continues).count() * 100 / (later.len() + 1);
        let candidates: FxHashSet<usize> = places.iter().flat_map(|place| [place.at, place.at + 1]).collect();
        let inner = (1..kept.kept.len()).filter(|at| !candidates.contains(at)).map(|at| kept.cohesion.across(at));
        let (sum, count) = inner.fold((USUAL_ACROSS * 2, 2), |(sum, count), across| (sum + across, count + 1));
        let across = sum / count;
        let mut openings = FxHashMap::default();
        for opening in places.iter().filter_map(|place| kept.openings.get(place.at)) {
            *openings.entry(opening.word).or_insert(0) += 1;
        }
        Self {
            openings,
            length: median(lengths),
            words: median(words),
            continuing,
            across,
            common: median(common),
            crowd: usize::from(places.len() >= 4),
        }
    }
}

fn median(mut values: Vec<usize>) -> usize {
    values.sort_unstable();
    values.get(values.len() / 2).copied().unwrap_or_default()
}

/// Words in both, in per cent of the smaller.
fn overlap(a: &FxHashSet<u32>, b: &FxHashSet<u32>) -> usize {
    a.iter().filter(|word| b.contains(word)).count() * 100 / a.len().min(b.len()).max(1)
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
    Some(hash(stem.get(..end)?))
}

/// Definitions of acronyms, `… for Culture (ICESCO)`: a hash of the word in brackets and the two words before it.
fn definitions(folded: &str) -> Vec<u32> {
    let mut found = Vec::new();
    for (at, _) in folded.match_indices('(') {
        let (before, rest) = folded.split_at(at);
        let Some((inside, _)) = rest.trim_start_matches('(').split_once(')') else { continue };
        let mut name = before.split_whitespace().rev();
        if let (true, Some(last), Some(first)) = (is_acronym_like(inside), name.next(), name.next()) {
            let mut hasher = FxHasher::default();
            [first, last, inside.trim()].iter().for_each(|word| hasher.write(word.as_bytes()));
            found.push((hasher.finish() >> 32) as u32);
        }
    }
    found
}

fn is_acronym_like(inside: &str) -> bool {
    let word = inside.trim();
    (2..=24).contains(&word.len()) && word.chars().all(char::is_alphabetic)
}
