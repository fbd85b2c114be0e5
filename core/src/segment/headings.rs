//! The signs by which a kept unit is the headline of an article of its own, rather than a line inside one.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::cohesion::Cohesion;
use super::model::{Family, Layout, Sign, bucket};
use super::shape::{End, Shape};
use super::title::has_credits;
use super::unit::Unit;
use super::vocabulary::{Bag, Vocabulary};
use crate::model::Label;
use crate::resources::{Reach, Resources};

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
    Family { name: "dated", dimensions: &[MODES, YES] },
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
    Dated,
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
/// Fewest letters a headline has.
const MIN_LETTERS: u32 = 6;
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
    words: Vocabulary,
    cohesion: Cohesion,
    /// Units with a date or an author on the line under them.
    dated: FxHashSet<usize>,
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
        let words = Vocabulary::new(text, units, kept, resources);
        let cohesion = Cohesion::new(&words.units);
        let gaps: Vec<usize> = kept.iter().skip(1).filter_map(|&at| Some(units.get(at)?.gap as usize)).collect();
        let gap = median(gaps).try_into().unwrap_or(u32::MAX);
        let heads = shapes.iter().enumerate().filter(|(_, shape)| {
            let rule = shape.hit.and_then(|hit| resources.lines().rule_at(hit.rule));
            rule.is_some_and(|rule| rule.reach == Reach::Section && rule.label == Label::Related)
        });
        let heads = heads.map(|(at, _)| at).collect();
        let dated = kept.iter().copied().filter(|&at| has_credits(shapes, at, resources)).collect();
        Self { shapes, units, kept, words, cohesion, dated, heads, gap }
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
        let mut bags = [self.words.bag(), self.words.bag(), self.words.bag(), self.words.bag()];
        let page = Page::of(self, &places, &mut bags);
        let mut seen = FxHashSet::default();
        let mut read = 0;
        let mut out = Vec::with_capacity(places.len());
        for place in &places {
            while read < place.at {
                seen.extend(self.words.definitions.get(read).into_iter().flatten().copied());
                read += 1;
            }
            let mut signs = Vec::with_capacity(28);
            self.looks(place, &page, layout, &mut signs);
            self.surroundings(place, &page, layout, &mut signs);
            self.words_around(place, &page, &seen, &mut bags, layout, &mut signs);
            out.push(signs);
        }
        out
    }

    fn add(&self, layout: &Layout, signs: &mut Vec<Sign>, family: F, values: &[usize]) {
        let mode = usize::from(self.gap > 0);
        layout.add(signs, family as usize, std::iter::once(mode).chain(values.iter().copied()));
    }

    /// How the line itself looks, alone and beside the other candidates.
    fn looks(&self, place: &Place, page: &Page, layout: &Layout, signs: &mut Vec<Sign>) {
        let Some(shape) = self.shape(place.at) else { return };
        let mut add = |family: F, values: &[usize]| self.add(layout, signs, family, values);
        add(F::Bias, &[0]);
        add(F::Size, &[bucket(shape.words as usize, &[1, 2, 4, 7, 11, 16]), shape.end as usize]);
        let opening = self.words.openings.get(place.at).copied().unwrap_or_default();
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
        if self.dated.contains(&position(at)) {
            add(F::Dated, &[0]);
        }
        add(F::After, &[1 + self.kind_after(at + 1)]);
        let lead = (at + 1..=at + 2).filter_map(|at| self.shape(at)).find(|shape| shape.is_sentence());
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
    fn words_around(
        &self,
        place: &Place,
        page: &Page,
        seen: &FxHashSet<u32>,
        bags: &mut [Bag; 4],
        layout: &Layout,
        signs: &mut Vec<Sign>,
    ) {
        let at = place.at;
        let mut add = |family: F, values: &[usize]| self.add(layout, signs, family, values);
        let own = self.words.of(at);
        let lead = (at + 1..=at + 2).find(|&at| self.shape(at).is_some_and(Shape::is_sentence)).unwrap_or(at + 1);
        let sections = self.common(place, bags);
        let [later, earlier, lead_words, past] = bags;
        self.words.fill(later, at + 1..at + 1 + NEAR);
        self.words.fill(earlier, at.saturating_sub(NEAR)..at);
        self.words.fill(lead_words, lead..lead + 1);
        self.words.fill(past, at.saturating_sub(FAR)..at);
        add(F::Restated, &[bucket(later.share(own), SHARE_LIMITS)]);
        let fresh: Vec<u32> = own.iter().copied().filter(|&word| later.has(word) && !earlier.has(word)).collect();
        add(F::NewRestated, &[bucket(fresh.len() * 100 / own.len().max(1), SHARE_LIMITS), bucket(own.len(), &[3, 6])]);
        add(F::LeadRestates, &[bucket(lead_words.share(own), SHARE_LIMITS), bucket(own.len(), &[3, 6])]);
        let rare = fresh.iter().filter(|&&word| (2..=4).contains(&self.words.frequency(word))).count();
        add(F::RareRestated, &[bucket(rare, &[0, 1, 2, 3])]);
        if at > 0 {
            add(F::LeadIsFresh, &[bucket(lead_words.share_in(past), SHARE_LIMITS)]);
            add(F::Known, &[bucket(earlier.share(own), SHARE_LIMITS)]);
            add(F::NewTopic, &[bucket(later.overlap(earlier), &[2, 5, 9, 14, 20, 30])]);
            let across = self.cohesion.across(at);
            add(F::Across, &[bucket(across, &[5, 10, 15, 20, 25, 30, 35, 40, 50])]);
            add(F::Dip, &[bucket(across * 100 / page.across.max(1), &[30, 50, 70, 85, 100, 120])]);
            let (left, right) = (self.cohesion.across(at.saturating_sub(3)), self.cohesion.across(at + 3));
            add(F::Valley, &[usize::from(across >= left) + usize::from(across >= right)]);
            add(F::Sections, &[bucket(sections, &[2, 5, 9, 14, 20, 30])]);
            add(F::Change, &[bucket(sections * 100 / page.common.max(1), &[75, 130]), page.crowd]);
        }
        let again = own.iter().filter(|&&word| self.words.frequency(word) >= 2).count();
        add(F::Repeats, &[bucket(again, &[0, 1, 2])]);
        let mut next_brackets = (at + 1..=at + 2).filter_map(|at| self.words.definitions.get(at)).flatten();
        if next_brackets.any(|bracket| seen.contains(bracket)) {
            add(F::Redefined, &[0]);
        }
    }

    /// Words in common between the stretch before a candidate and the one after it, in per cent of the smaller.
    fn common(&self, place: &Place, bags: &mut [Bag; 4]) -> usize {
        let last = |range: &Range<usize>| range.end.saturating_sub(FAR).max(range.start)..range.end;
        let first = |range: &Range<usize>| range.start..range.end.min(range.start + FAR);
        let [body, before, ..] = bags;
        self.words.fill(body, first(&place.body));
        self.words.fill(before, last(&place.before));
        body.overlap(before)
    }

    fn prose(&self, range: Range<usize>) -> usize {
        range.filter(|&at| self.shape(at).is_some_and(Shape::is_sentence)).count()
    }

    fn shape(&self, at: usize) -> Option<&Shape> {
        self.shapes.get(*self.kept.get(at)?)
    }

    fn unit(&self, at: usize) -> Option<&Unit> {
        self.units.get(*self.kept.get(at)?)
    }

    fn kind_before(&self, at: usize) -> usize {
        match self.shape(at) {
            Some(shape) if shape.is_credit() || shape.hit.is_some() => 4,
            Some(shape) if shape.is_item => 3,
            Some(shape) if shape.is_sentence() => usize::from(shape.end == End::Open),
            _ => 2,
        }
    }

    fn kind_after(&self, at: usize) -> usize {
        match self.shape(at) {
            Some(shape) if shape.is_credit() || shape.hit.is_some() => 3,
            Some(shape) if shape.is_item => 2,
            Some(shape) if shape.is_sentence() => 0,
            _ => 1,
        }
    }
}

/// Positions in the list of kept units that may be headlines.
pub(crate) fn candidates(shapes: &[Shape], kept: &[usize]) -> Vec<usize> {
    let is_candidate = |at: &usize| {
        shapes.get(*at).is_some_and(|shape| {
            shape.letters <= MAX_LETTERS
                && shape.letters >= MIN_LETTERS
                && !shape.is_credit()
                && shape.hit.is_none()
                && !shape.is_item
                && !(shape.is_sentence() && shape.end == End::Stop)
        })
    };
    let but_last = kept.iter().take(kept.len().saturating_sub(1)).enumerate();
    but_last.filter(|(_, at)| is_candidate(at)).map(|(position, _)| position).collect()
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
    fn of(kept: &Kept<'_>, places: &[Place], bags: &mut [Bag; 4]) -> Self {
        let lengths = places.iter().filter_map(|place| Some(kept.shape(place.at)?.letters as usize)).collect();
        let words = places.iter().filter_map(|place| Some(kept.shape(place.at)?.words as usize)).collect();
        let common = places.iter().skip(1).map(|place| kept.common(place, bags)).collect();
        let starts: FxHashSet<usize> = places.iter().map(|place| place.at + 1).collect();
        let later = (1..kept.kept.len()).filter(|at| !starts.contains(at)).filter_map(|at| kept.shape(at));
        let later: Vec<bool> = later.filter(|shape| shape.is_prose()).map(|shape| shape.is_continuation).collect();
        let continuing = later.iter().filter(|continues| **continues).count() * 100 / (later.len() + 1);
        let candidates: FxHashSet<usize> = places.iter().flat_map(|place| [place.at, place.at + 1]).collect();
        let inner = (1..kept.kept.len()).filter(|at| !candidates.contains(at)).map(|at| kept.cohesion.across(at));
        let (sum, count) = inner.fold((USUAL_ACROSS * 2, 2), |(sum, count), across| (sum + across, count + 1));
        let across = sum / count;
        let mut openings = FxHashMap::default();
        for opening in places.iter().filter_map(|place| kept.words.openings.get(place.at)) {
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

fn compare(gap: u32, usual: u32) -> usize {
    match gap.cmp(&usual) {
        std::cmp::Ordering::Less => 0,
        std::cmp::Ordering::Equal => 1,
        std::cmp::Ordering::Greater => 2,
    }
}
