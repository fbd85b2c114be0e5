//! The signs by which a unit is kept or removed: its own look, its place among the others, what stands above it.

use rustc_hash::FxHashMap;

use super::decide::Signs;
use super::model::{Family, Layout, Sign, bucket};
use super::shape::{End, Shape};
use super::unit::Unit;
use crate::model::Label;
use crate::resources::{LoadedRule, Reach, Resources};

pub(super) const SIZES: &[&str] = &["tiny", "small", "short", "medium", "long", "longer", "longest"];
const ENDS: &[&str] = &["open", "stop", "question", "colon"];
const GROUPS: &[&str] = &["bit", "line", "item", "prose"];
const DISTANCES: &[&str] = &["1", "2", "3", "6", "12", "25", "far", "none"];
const SECTIONS: &[&str] = &["none", "related", "comments", "promotion", "other"];
pub(super) const YES: &[&str] = &["yes"];

pub(super) const SIZE_LIMITS: &[usize] = &[12, 30, 60, 100, 180, 350];

/// Families of signs of the model `lines`.
pub(crate) const FAMILIES: &[Family] = &[
    Family { name: "shape", dimensions: &[SIZES, ENDS] },
    Family { name: "item", dimensions: &[SIZES, ENDS] },
    Family { name: "words", dimensions: &[GROUPS, &["none", "few", "some", "many"]] },
    Family { name: "look", dimensions: &[LOOKS, GROUPS] },
    Family { name: "sentences", dimensions: &[&["one", "two", "four", "more"]] },
    Family { name: "copy", dimensions: &[&["first", "again"], GROUPS] },
    Family { name: "prose-before", dimensions: &[DISTANCES, GROUPS] },
    Family { name: "prose-after", dimensions: &[DISTANCES, GROUPS] },
    Family { name: "between", dimensions: &[&["near", "mid", "far"], &["near", "mid", "far"], GROUPS] },
    Family { name: "run", dimensions: &[&["1", "2", "4", "8", "16", "more"]] },
    Family { name: "mass", dimensions: &[&["0", "200", "500", "1000", "2000", "4000", "more"], GROUPS] },
    Family { name: "indent", dimensions: &[RELATIONS, GROUPS] },
    Family { name: "indent-before", dimensions: &[RELATIONS, GROUPS] },
    Family { name: "siblings", dimensions: &[&["none", "5", "20", "50", "99", "most"], GROUPS] },
    Family { name: "alone", dimensions: &[&["1", "2", "4", "8", "more"], GROUPS] },
    Family { name: "place", dimensions: &[&["start", "first", "middle", "last", "end"], GROUPS] },
    Family { name: "section", dimensions: &[SECTIONS, &["5", "20", "more"], GROUPS] },
    Family { name: "rest", dimensions: &[YES, GROUPS] },
    Family { name: "rule", dimensions: &[LABELS] },
    Family { name: "rule-near", dimensions: &[&["before", "after"], &["removed", "kept"], GROUPS] },
    Family { name: "page", dimensions: &[&["bare", "thin", "mixed", "full"], GROUPS] },
    Family { name: "count", dimensions: &[&["3", "10", "30", "100", "300", "more"], GROUPS] },
    Family { name: "gaps", dimensions: &[&["0", "1", "2", "more"], &["0", "1", "2", "more"], GROUPS] },
    Family { name: "before", dimensions: &[KINDS, GROUPS] },
    Family { name: "after", dimensions: &[KINDS, GROUPS] },
    Family { name: "language", dimensions: &[&["same", "other", "unknown"], GROUPS] },
];

/// Families of signs between two units: what each change of mind costs.
pub(crate) const STEPS: &[Family] = &[
    Family { name: "step", dimensions: &[TURNS, &["0", "1", "2", "more"]] },
    Family { name: "step-indent", dimensions: &[TURNS, RELATIONS] },
    Family { name: "step-section", dimensions: &[TURNS, YES] },
];

const TURNS: &[&str] = &["keep", "leave", "enter", "stay-out"];
const RELATIONS: &[&str] = &["same", "deeper", "shallower", "flat"];
const KINDS: &[&str] = &["none", "bit", "line", "item", "prose", "rule", "date", "heading"];
pub(super) const LOOKS: &[&str] = &[
    "address",
    "separators",
    "glued",
    "title-case",
    "upper-case",
    "numeric",
    "quoted",
    "date",
    "continuation",
    "one-word",
    "few-words",
];
pub(super) const LABELS: &[&str] = &[
    "headline",
    "dateline",
    "date",
    "byline",
    "body",
    "subheading",
    "listItem",
    "quote",
    "caption",
    "source",
    "keywords",
    "blank",
    "disclaimer",
    "survey",
    "navigation",
    "related",
    "share",
    "promotion",
    "advertisement",
    "comments",
    "paywall",
    "copyright",
    "contact",
    "boilerplate",
];

/// Position of each family in [`FAMILIES`].
#[derive(Clone, Copy)]
enum F {
    Shape,
    Item,
    Words,
    Look,
    Sentences,
    Copy,
    ProseBefore,
    ProseAfter,
    Between,
    Run,
    Mass,
    Indent,
    IndentBefore,
    Siblings,
    Alone,
    Place,
    Section,
    Rest,
    Rule,
    RuleNear,
    Page,
    Count,
    Gaps,
    Before,
    After,
    Language,
}

/// What is known of a page as a whole, and of the surroundings of each unit.
pub(crate) struct Context<'a> {
    units: &'a [Unit],
    shapes: &'a [Shape],
    resources: &'a Resources,
    prose_before: Vec<usize>,
    prose_after: Vec<usize>,
    runs: Vec<usize>,
    /// Letters of prose up to each unit.
    mass: Vec<usize>,
    sections: Vec<(usize, usize)>,
    rest: usize,
    copies: FxHashMap<u64, (usize, usize)>,
    indent: Option<u32>,
    /// Letters of prose, and units, of the siblings of each unit.
    siblings: Vec<(usize, usize)>,
    /// Most letters of prose that siblings have on the page.
    most: usize,
    page: usize,
    language: Option<usize>,
}

impl Signs for Context<'_> {
    fn signs(&self, at: usize, layout: &Layout, signs: &mut Vec<Sign>) {
        let (Some(unit), Some(shape)) = (self.units.get(at), self.shapes.get(at)) else { return };
        let group = group(shape);
        let mut add = |family: F, values: &[usize]| layout.add(signs, family as usize, values.iter().copied());
        let size = bucket(shape.letters as usize, SIZE_LIMITS);
        add(if shape.is_item { F::Item } else { F::Shape }, &[size, shape.end as usize]);
        if self.language.is_some() {
            add(F::Words, &[group, bucket(shape.function_words as usize, &[0, 14, 29])]);
        }
        for (index, holds) in looks(shape).into_iter().enumerate().filter(|&(_, holds)| holds) {
            add(F::Look, &[index, if holds { group } else { 0 }]);
        }
        if shape.inner_stops > 0 {
            add(F::Sentences, &[bucket(shape.inner_stops as usize, &[1, 2, 4])]);
        }
        if let Some(&(first, count)) = self.copies.get(&shape.hash).filter(|(_, count)| *count > 1) {
            add(F::Copy, &[usize::from(first != at && count > 1), group]);
        }
        let (before, after) = (self.near(&self.prose_before, at), self.near(&self.prose_after, at));
        add(F::ProseBefore, &[distance(before), group]);
        add(F::ProseAfter, &[distance(after), group]);
        add(F::Between, &[bucket(before, &[2, 8]), bucket(after, &[2, 8]), group]);
        if let Some(&run) = self.runs.get(at).filter(|run| **run > 0) {
            add(F::Run, &[bucket(run, &[1, 2, 4, 8, 16])]);
        }
        let own = if shape.is_prose() && shape.hit.is_none() { shape.letters as usize } else { 0 };
        let around = self.mass_between(at.saturating_sub(4), at + 5).saturating_sub(own);
        add(F::Mass, &[bucket(around, &[0, 200, 500, 1000, 2000, 4000]), group]);
        add(F::Indent, &[relation(self.indent, unit.indent), group]);
        let before_indent = at.checked_sub(before).and_then(|at| self.units.get(at)).map(|unit| unit.indent);
        add(F::IndentBefore, &[relation(self.indent.and(before_indent), unit.indent), group]);
        if let Some(&(mass, count)) = self.siblings.get(at).filter(|_| self.indent.is_some()) {
            let share = (mass * 100).div_ceil(self.most.max(1));
            add(F::Siblings, &[bucket(share, &[0, 5, 20, 50, 99]), group]);
            add(F::Alone, &[bucket(count, &[1, 2, 4, 8]), group]);
        }
        add(F::Place, &[self.place(at), group]);
        let (section, start) = self.sections.get(at).copied().unwrap_or_default();
        add(F::Section, &[section, bucket(at.saturating_sub(start), &[5, 20]), group]);
        if at > self.rest {
            add(F::Rest, &[0, group]);
        }
        if let Some(rule) = self.rule(at) {
            add(F::Rule, &[rule.label as usize]);
        }
        for (side, near) in [(0, at.checked_sub(1)), (1, Some(at + 1))] {
            if let Some(rule) = near.and_then(|near| self.rule(near)) {
                add(F::RuleNear, &[side, usize::from(rule.label.is_article()), group]);
            }
        }
        add(F::Page, &[self.page, group]);
        add(F::Count, &[bucket(self.units.len(), &[3, 10, 30, 100, 300]), group]);
        let gap_after = self.units.get(at + 1).map_or(3, |next| next.gap as usize);
        add(F::Gaps, &[unit.gap as usize, gap_after, group]);
        add(F::Before, &[at.checked_sub(1).map_or(0, |near| self.kind(near)), group]);
        add(F::After, &[self.kind(at + 1), group]);
        let language = match shape.language {
            None => 2,
            language => usize::from(language != self.language),
        };
        add(F::Language, &[language, group]);
    }

    fn steps(&self, at: usize, turn: usize, layout: &Layout, signs: &mut Vec<Sign>) {
        let (Some(before), Some(unit)) = (at.checked_sub(1).and_then(|at| self.units.get(at)), self.units.get(at))
        else {
            return;
        };
        layout.add(signs, 0, [turn, unit.gap as usize]);
        layout.add(signs, 1, [turn, relation(self.indent.and(Some(before.indent)), unit.indent)]);
        if self.rule(at).is_some_and(|rule| rule.reach != Reach::Line) {
            layout.add(signs, 2, [turn, 0]);
        }
    }

    fn is_sentence(&self, at: usize) -> bool {
        self.shapes.get(at).is_some_and(Shape::is_sentence)
    }
}

impl<'a> Context<'a> {
    pub(crate) fn new(units: &'a [Unit], shapes: &'a [Shape], resources: &'a Resources) -> Self {
        let is_prose: Vec<bool> = shapes.iter().map(|shape| shape.is_prose() && shape.hit.is_none()).collect();
        let mut mass = Vec::with_capacity(shapes.len() + 1);
        mass.push(0);
        let mut copies = FxHashMap::default();
        let (mut prose, mut all) = (0, 0);
        for (index, (shape, &is_prose)) in shapes.iter().zip(&is_prose).enumerate() {
            all += shape.letters as usize;
            prose += if is_prose { shape.letters as usize } else { 0 };
            mass.push(prose);
            copies.entry(shape.hash).or_insert((index, 0)).1 += 1;
        }
        let rules = |shape: &Shape| shape.hit.and_then(|hit| resources.lines().rule_at(hit.rule));
        let rest = shapes.iter().enumerate().find(|&(index, shape)| {
            rules(shape).is_some_and(|rule| rule.reach == Reach::Rest)
                && mass.get(index).is_some_and(|&before| before > 0)
        });
        let siblings = siblings(units, shapes, &is_prose);
        Self {
            units,
            shapes,
            resources,
            most: siblings.iter().map(|&(mass, _)| mass).max().unwrap_or_default(),
            siblings,
            prose_before: distances(is_prose.iter().copied()),
            prose_after: distances(is_prose.iter().rev().copied()).into_iter().rev().collect(),
            runs: runs(&is_prose),
            mass,
            sections: sections(shapes, &rules),
            rest: rest.map_or(usize::MAX, |(index, _)| index),
            copies,
            indent: main_indent(units, shapes, &is_prose),
            page: bucket(prose * 100 / all.max(1), &[25, 55, 85]),
            language: super::language::main_language(shapes),
        }
    }

    fn rule(&self, at: usize) -> Option<&'a LoadedRule> {
        self.resources.lines().rule_at(self.shapes.get(at)?.hit?.rule)
    }

    fn near(&self, distances: &[usize], at: usize) -> usize {
        distances.get(at).copied().unwrap_or(usize::MAX)
    }

    fn mass_between(&self, from: usize, to: usize) -> usize {
        let up_to = |at: usize| self.mass.get(at.min(self.shapes.len())).copied().unwrap_or_default();
        up_to(to) - up_to(from)
    }

    /// Where in the prose of the page a unit stands.
    fn place(&self, at: usize) -> usize {
        let total = self.mass.last().copied().unwrap_or_default();
        let before = self.mass_between(0, at) * 100;
        let after = self.mass_between(at + 1, self.shapes.len()) * 100;
        match (before, after) {
            (0, _) => 0,
            (_, 0) => 4,
            (before, _) if before <= total * 10 => 1,
            (_, after) if after <= total * 10 => 3,
            _ => 2,
        }
    }

    fn kind(&self, at: usize) -> usize {
        let Some(shape) = self.shapes.get(at) else { return 0 };
        match group(shape) {
            _ if self.rule(at).is_some_and(|rule| !rule.label.is_article()) => 5,
            _ if shape.is_date() => 6,
            0 | 1 if self.near(&self.prose_after, at) == 1 && shape.end != End::Stop => 7,
            group => group + 1,
        }
    }
}

/// The coarse kind of a unit: an index into [`GROUPS`].
fn group(shape: &Shape) -> usize {
    if shape.is_prose() {
        3
    } else if shape.is_item {
        2
    } else {
        usize::from(shape.letters > 30)
    }
}

pub(super) fn looks(shape: &Shape) -> [bool; 11] {
    [
        shape.has_address,
        shape.has_separators,
        shape.is_glued,
        shape.is_title_case,
        shape.is_upper_case,
        shape.is_numeric,
        shape.is_quoted,
        shape.is_date(),
        shape.is_continuation,
        shape.words == 1,
        (2..=3).contains(&shape.words),
    ]
}

pub(super) fn distance(units: usize) -> usize {
    match units {
        usize::MAX => 7,
        units => bucket(units, &[1, 2, 3, 6, 12, 25]),
    }
}

fn relation(main: Option<u32>, indent: u32) -> usize {
    match main {
        None => 3,
        Some(main) if indent.abs_diff(main) <= 1 => 0,
        Some(main) => 1 + usize::from(indent < main),
    }
}

/// For each unit, how many units back the last prose stands; `usize::MAX` when there is none.
pub(super) fn distances(is_prose: impl Iterator<Item = bool>) -> Vec<usize> {
    let mut since = usize::MAX;
    is_prose
        .map(|is_prose| {
            let here = since;
            since = if is_prose { 1 } else { since.saturating_add(1) };
            here
        })
        .collect()
}

/// For each unit, how many units without prose stand together around it; 0 for prose.
pub(super) fn runs(is_prose: &[bool]) -> Vec<usize> {
    let mut runs = Vec::with_capacity(is_prose.len());
    for run in is_prose.chunk_by(|a, b| a == b) {
        let length = if run.first() == Some(&true) { 0 } else { run.len() };
        runs.extend(std::iter::repeat_n(length, run.len()));
    }
    runs
}

/// For each unit, the section it stands under (an index into [`SECTIONS`]) and where that began. A section ends where
/// paragraphs follow each other, or another one begins; comments may have paragraphs.
pub(super) fn sections<'r>(shapes: &[Shape], rules: &impl Fn(&Shape) -> Option<&'r LoadedRule>) -> Vec<(usize, usize)> {
    let (mut section, mut start) = (0, 0);
    let mut found = Vec::with_capacity(shapes.len());
    for (at, shape) in shapes.iter().enumerate() {
        if let Some(rule) = rules(shape).filter(|rule| rule.reach != Reach::Line) {
            start = at;
            section = match rule.label {
                Label::Related => 1,
                Label::Comments => 2,
                Label::Promotion => 3,
                _ => 4,
            };
        }
        let paragraphs = shapes.get(at..at + 2).unwrap_or_default();
        if section != 2 && paragraphs.len() == 2 && paragraphs.iter().all(is_paragraph) {
            section = 0;
        }
        found.push((section, start));
    }
    found
}

/// Whether a unit is at least a whole sentence of some length.
fn is_paragraph(shape: &Shape) -> bool {
    shape.hit.is_none() && (shape.is_prose() || shape.end == End::Stop && shape.letters >= 60)
}

/// For each unit, the letters of prose and the number of the units that are its siblings: as far in as it is, with
/// nothing less far in between. Dumps that keep the nesting of a page as indentation show its containers so.
fn siblings(units: &[Unit], shapes: &[Shape], is_prose: &[bool]) -> Vec<(usize, usize)> {
    let mut open: Vec<(u32, usize)> = Vec::new();
    let mut groups: Vec<(usize, usize)> = Vec::new();
    let mut members = Vec::with_capacity(units.len());
    for ((unit, shape), &is_prose) in units.iter().zip(shapes).zip(is_prose) {
        while open.last().is_some_and(|&(indent, _)| indent > unit.indent) {
            open.pop();
        }
        let group = match open.last() {
            Some(&(indent, group)) if indent == unit.indent => group,
            _ => {
                groups.push((0, 0));
                open.push((unit.indent, groups.len() - 1));
                groups.len() - 1
            }
        };
        if let Some((mass, count)) = groups.get_mut(group) {
            *mass += if is_prose { shape.letters as usize } else { 0 };
            *count += 1;
        }
        members.push(group);
    }
    members.into_iter().map(|group| groups.get(group).copied().unwrap_or_default()).collect()
}

/// The indentation of most prose, when the page has several.
fn main_indent(units: &[Unit], shapes: &[Shape], is_prose: &[bool]) -> Option<u32> {
    let mut mass = std::collections::BTreeMap::<u32, usize>::new();
    for ((unit, shape), &is_prose) in units.iter().zip(shapes).zip(is_prose) {
        *mass.entry(unit.indent).or_default() += if is_prose { shape.letters as usize } else { 0 };
    }
    let main = mass.iter().max_by_key(|&(indent, &letters)| (letters, std::cmp::Reverse(*indent)));
    main.filter(|&(_, &letters)| mass.len() > 1 && letters > 0).map(|(&indent, _)| indent)
}
