//! The second look at a page of HTML: what stands together is kept together.
//!
//! The first look says of every line how likely it is text. Here that is summed over what the page itself treats alike (one
//! element, paragraphs of one class, boxes of one kind) and each line is weighed again with those sums.

use rustc_hash::FxHashMap;

use super::Context;
use super::families::{self, GROUPS};
use crate::segment::decide::Signs;
use crate::segment::model::{Family, Layout, Sign, bucket, joined};

const LIKELY: &[&str] = &["0", "2", "5", "12", "25", "50", "75", "88", "95", "98", "sure"];
const SHARES: &[&str] = &["0", "5", "15", "30", "50", "70", "85", "95", "all"];
const PARTS: &[&str] = &["0", "2", "10", "30", "60", "90", "all"];
const DISTANCES: &[&str] = &["1", "2", "3", "6", "12", "far", "none"];

/// Families of signs of the model `refine`: those of the first look, and these.
pub(crate) const FAMILIES: &[Family] =
    &joined::<{ families::OWN.len() }, 17, { families::OWN.len() + 17 }>(families::OWN, SECOND);

const SECOND: [Family; 17] = [
    Family { name: "first", dimensions: &[LIKELY, GROUPS] },
    Family { name: "container-share", dimensions: &[SHARES, GROUPS] },
    Family { name: "container-part", dimensions: &[PARTS, GROUPS] },
    Family { name: "outer-share", dimensions: &[SHARES, GROUPS] },
    Family { name: "outer-part", dimensions: &[PARTS, GROUPS] },
    Family { name: "kin-share", dimensions: &[SHARES, GROUPS] },
    Family { name: "kin-part", dimensions: &[PARTS, GROUPS] },
    Family { name: "box-share", dimensions: &[SHARES, GROUPS] },
    Family { name: "box-kin-share", dimensions: &[SHARES, GROUPS] },
    Family { name: "tag-share", dimensions: &[SHARES, GROUPS] },
    Family { name: "around", dimensions: &[SHARES, SHARES, GROUPS] },
    Family { name: "text-before", dimensions: &[DISTANCES, GROUPS] },
    Family { name: "text-after", dimensions: &[DISTANCES, GROUPS] },
    Family {
        name: "text-place",
        dimensions: &[&["above", "start", "first", "middle", "last", "end", "below"], GROUPS],
    },
    Family { name: "text-title", dimensions: &[&["none", "before", "after"], &["above", "inside", "below"], GROUPS] },
    Family { name: "total", dimensions: &[&["100", "400", "1000", "2500", "more"], GROUPS] },
    Family { name: "whole", dimensions: &[SHARES, GROUPS] },
];

#[derive(Clone, Copy)]
enum F {
    First,
    ContainerShare,
    ContainerPart,
    OuterShare,
    OuterPart,
    KinShare,
    KinPart,
    BoxShare,
    BoxKinShare,
    TagShare,
    Around,
    TextBefore,
    TextAfter,
    Place,
    Title,
    Total,
    Whole,
}

/// A likelihood from which on a line counts as text.
const LIKELY_TEXT: f32 = 0.5;

/// The lines of a page with what the first look says of them.
pub(crate) struct Refined<'c, 'a> {
    first: &'c Context<'a>,
    likely: &'c [f32],
    /// Letters, and likely letters, up to each line.
    sums: Vec<[f32; 2]>,
    kin: FxHashMap<u64, [f32; 2]>,
    boxes: FxHashMap<u64, [f32; 2]>,
    tags: FxHashMap<usize, [f32; 2]>,
    before: Vec<usize>,
    after: Vec<usize>,
    /// The first and the last line that is likely text.
    range: Option<(usize, usize)>,
}

impl<'c, 'a> Refined<'c, 'a> {
    pub(crate) fn new(first: &'c Context<'a>, likely: &'c [f32]) -> Self {
        let mut this = Self {
            first,
            likely,
            sums: vec![[0.0; 2]],
            kin: FxHashMap::default(),
            boxes: FxHashMap::default(),
            tags: FxHashMap::default(),
            before: Vec::new(),
            after: Vec::new(),
            range: None,
        };
        let mut total = [0.0; 2];
        for at in 0..likely.len() {
            let own = this.own(at);
            total = add(total, own);
            this.sums.push(total);
            let Some(block) = first.markup.blocks.get(at) else { continue };
            let kind = first.around.paragraph_kind(block.node);
            let entry = this.kin.entry(kind).or_default();
            *entry = add(*entry, own);
            let entry = this.boxes.entry(this.box_kind(at)).or_default();
            *entry = add(*entry, own);
            let entry = this.tags.entry(first.tag(block.node)).or_default();
            *entry = add(*entry, own);
        }
        let flags = || likely.iter().map(|&likely| likely >= LIKELY_TEXT);
        this.before = crate::segment::lines::distances(flags());
        this.after = crate::segment::lines::distances(flags().rev()).into_iter().rev().collect();
        let is_text = |&likely: &f32| likely >= LIKELY_TEXT;
        let ends = (likely.iter().position(&is_text), likely.iter().rposition(is_text));
        this.range = ends.0.zip(ends.1);
        this
    }

    /// Letters and likely letters of a line.
    fn own(&self, at: usize) -> [f32; 2] {
        let letters = self.first.shapes.get(at).map_or(0.0, |shape| shape.letters as f32);
        [letters, letters * self.likely.get(at).copied().unwrap_or_default()]
    }

    /// The kind of the element inside the main one that a line stands in.
    fn box_kind(&self, at: usize) -> u64 {
        let block = self.first.markup.blocks.get(at);
        block.and_then(|block| self.first.around.branch(block.node)).map_or(0, |node| node.kind)
    }

    fn between(&self, from: usize, to: usize) -> [f32; 2] {
        let at = |line: usize| self.sums.get(line.min(self.sums.len().saturating_sub(1))).copied().unwrap_or_default();
        less(at(to), at(from.min(to)))
    }
}

impl Signs for Refined<'_, '_> {
    fn signs(&self, at: usize, layout: &Layout, signs: &mut Vec<Sign>) {
        let Some(block) = self.first.markup.blocks.get(at) else { return };
        self.first.signs(at, layout, signs);
        let around = &self.first.around;
        let group = self.first.group(at);
        let own = self.own(at);
        let mut add = |family: F, values: &[usize]| {
            layout.add(signs, families::OWN.len() + family as usize, values.iter().copied());
        };
        let likely = self.likely.get(at).copied().unwrap_or_default();
        let steps = [0.005, 0.02, 0.05, 0.12, 0.25, 0.5, 0.75, 0.88, 0.95, 0.985];
        add(F::First, &[steps.iter().filter(|&&step| likely > step).count(), group]);
        let total = self.between(0, self.likely.len());
        let container = around.node(around.container(block.node));
        let outer = container.and_then(|container| around.node(container.parent));
        for (node, share, part) in
            [(container, F::ContainerShare, F::ContainerPart), (outer, F::OuterShare, F::OuterPart)]
        {
            if let Some(node) = node {
                let others = less(self.between(node.lines.0 as usize, node.lines.1 as usize), own);
                add(share, &[share_of(others), group]);
                add(part, &[part_of(others, total), group]);
            }
        }
        let kin = self.kin.get(&around.paragraph_kind(block.node)).copied().unwrap_or_default();
        add(F::KinShare, &[share_of(less(kin, own)), group]);
        add(F::KinPart, &[part_of(less(kin, own), total), group]);
        if let Some(branch) = around.branch(block.node) {
            let others = less(self.between(branch.lines.0 as usize, branch.lines.1 as usize), own);
            add(F::BoxShare, &[share_of(others), group]);
            let kind = self.boxes.get(&branch.kind).copied().unwrap_or_default();
            add(F::BoxKinShare, &[share_of(less(kind, own)), group]);
        }
        let tag = self.tags.get(&self.first.tag(block.node)).copied().unwrap_or_default();
        add(F::TagShare, &[share_of(less(tag, own)), group]);
        let near = [self.between(at.saturating_sub(4), at), self.between(at + 1, at + 5)];
        add(F::Around, &[share_of(near[0]), share_of(near[1]), group]);
        let distance =
            |distances: &[usize]| bucket(distances.get(at).copied().unwrap_or(usize::MAX), &[1, 2, 3, 6, 12, 40]);
        add(F::TextBefore, &[distance(&self.before), group]);
        add(F::TextAfter, &[distance(&self.after), group]);
        add(F::Place, &[self.place(at), group]);
        let side = self.range.map_or(0, |(first, last)| usize::from(at >= first) + usize::from(at > last));
        let title = self.first.title.map_or(0, |title| 1 + usize::from(at > title));
        add(F::Title, &[title, side, group]);
        add(F::Total, &[bucket(total[1] as usize, &[100, 400, 1000, 2500]), group]);
        add(F::Whole, &[share_of(total), group]);
    }

    fn steps(&self, at: usize, turn: usize, layout: &Layout, signs: &mut Vec<Sign>) {
        self.first.steps(at, turn, layout, signs);
    }

    fn is_sentence(&self, at: usize) -> bool {
        self.first.is_sentence(at)
    }
}

impl Refined<'_, '_> {
    /// Where in the likely text a line stands.
    fn place(&self, at: usize) -> usize {
        match self.range {
            None => 3,
            Some((first, _)) if at < first => 0,
            Some((_, last)) if at > last => 6,
            Some((first, last)) => {
                let total = self.between(first, last + 1)[1];
                let (before, after) = (self.between(first, at)[1], self.between(at + 1, last + 1)[1]);
                match () {
                    () if at == first => 1,
                    () if at == last => 5,
                    () if before * 10.0 <= total => 2,
                    () if after * 10.0 <= total => 4,
                    () => 3,
                }
            }
        }
    }
}

fn add(a: [f32; 2], b: [f32; 2]) -> [f32; 2] {
    [a[0] + b[0], a[1] + b[1]]
}

fn less(a: [f32; 2], b: [f32; 2]) -> [f32; 2] {
    [(a[0] - b[0]).max(0.0), (a[1] - b[1]).max(0.0)]
}

/// Likely letters of all letters: an index into [`SHARES`]; in the middle when there are none.
fn share_of([all, likely]: [f32; 2]) -> usize {
    if all < 1.0 {
        return 4;
    }
    bucket((likely * 100.0 / all) as usize, &[1, 5, 15, 30, 50, 70, 85, 95])
}

/// Likely letters of all likely letters of the page: an index into [`PARTS`].
fn part_of([_, likely]: [f32; 2], [_, total]: [f32; 2]) -> usize {
    bucket((likely * 100.0 / total.max(1.0)) as usize, &[0, 2, 10, 30, 60, 90])
}
