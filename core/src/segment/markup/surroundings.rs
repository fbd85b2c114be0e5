//! What stands around each line of a page of HTML: how much text its elements hold, how often they are repeated, which of
//! them holds the most.

use rustc_hash::FxHashMap;

use crate::ingest::{Markup, Node, Tag};
use crate::resources::Parts;
use crate::segment::shape::Shape;

/// Share of the prose of its parent, in per cent, that an element must hold to be the one that matters.
const MAIN_SHARE: u64 = 60;

/// How many letters of comments and the like count as one.
const ASIDE_COUNTS: u64 = 25;

/// Sums over the lines of a page, and over its elements.
pub(super) struct Surroundings<'a> {
    markup: &'a Markup<'a>,
    /// Letters up to each line: all, of prose, in links, of prose that stands where articles do.
    sums: Vec<[u64; 4]>,
    /// How many siblings of the same name and class each element has, itself included.
    repeats: Vec<u32>,
    /// Prose by the kind of paragraph it stands in, and by the kind of element that paragraphs stand in.
    by_paragraph: FxHashMap<u64, u64>,
    by_container: FxHashMap<u64, u64>,
    /// Most prose of one element.
    pub(super) most: u64,
    /// The innermost element that holds most of the prose.
    pub(super) main: u32,
}

/// Letters of the lines of an element.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Mass {
    pub(super) all: u64,
    pub(super) prose: u64,
    pub(super) linked: u64,
    /// Prose, with what stands in comments, footers and the like counted for little.
    central: u64,
}

impl Mass {
    /// Letters in links among a hundred.
    pub(super) fn link_share(self) -> usize {
        share(self.linked, self.all)
    }
}

impl<'a> Surroundings<'a> {
    pub(super) fn new(markup: &'a Markup<'a>, shapes: &[Shape], is_prose: &[bool], aside: Parts) -> Self {
        let mut sums = vec![[0; 4]];
        let (mut all, mut prose, mut linked, mut central) = (0, 0, 0, 0);
        for ((block, shape), &is_prose) in markup.blocks.iter().zip(shapes).zip(is_prose) {
            let letters = u64::from(shape.letters);
            all += letters;
            prose += if is_prose { letters } else { 0 };
            linked += letters * block.linked_share / 100;
            if is_prose {
                let node = markup.nodes.get(block.node as usize);
                let is_aside = node.is_some_and(|node| {
                    node.all.intersects(aside)
                        || matches!(node.landmark, Tag::Nav | Tag::Footer | Tag::Aside | Tag::Dialog)
                });
                central += if is_aside { letters / ASIDE_COUNTS } else { letters };
            }
            sums.push([all, prose, linked, central]);
        }
        let mut this = Self {
            markup,
            sums,
            repeats: repeats(&markup.nodes),
            by_paragraph: FxHashMap::default(),
            by_container: FxHashMap::default(),
            most: 0,
            main: 0,
        };
        for ((block, shape), &is_prose) in markup.blocks.iter().zip(shapes).zip(is_prose) {
            if is_prose {
                let (paragraph, container) = this.kinds(block.node);
                *this.by_paragraph.entry(paragraph).or_default() += u64::from(shape.letters);
                *this.by_container.entry(container).or_default() += u64::from(shape.letters);
            }
        }
        this.most = markup.nodes.iter().map(|node| this.mass(node).prose).max().unwrap_or_default();
        this.main = this.main_node();
        this
    }

    pub(super) fn node(&self, at: u32) -> Option<&'a Node> {
        self.markup.nodes.get(at as usize)
    }

    /// The element a line stands in, above paragraphs and what is inside them.
    pub(super) fn container(&self, at: u32) -> u32 {
        let mut at = at;
        while let Some(node) = self.node(at).filter(|node| is_leaf(node.tag) && node.parent != at) {
            at = node.parent;
        }
        at
    }

    /// The kind of the paragraph that is an element, and of the container it stands in.
    fn kinds(&self, node: u32) -> (u64, u64) {
        let container = self.node(self.container(node)).map_or(0, |node| node.kind);
        let own = self.node(node).map_or(0, |node| node.kind);
        (own ^ container.rotate_left(17), container)
    }

    /// The kind of the paragraph that is an element: equal for those the page treats alike.
    pub(super) fn paragraph_kind(&self, node: u32) -> u64 {
        self.kinds(node).0
    }

    /// Prose of the page, in per cent, that stands in paragraphs and in containers of the same kind as those of an element;
    /// of the two, what the line itself has is left out.
    pub(super) fn kin(&self, node: u32, own: u64) -> (usize, usize) {
        let (paragraph, container) = self.kinds(node);
        let mass = |sums: &FxHashMap<u64, u64>, kind| sums.get(kind).copied().unwrap_or_default().saturating_sub(own);
        (share(mass(&self.by_paragraph, &paragraph), self.most), share(mass(&self.by_container, &container), self.most))
    }

    /// The element right inside the main one that an element stands in.
    pub(super) fn branch(&self, node: u32) -> Option<&'a Node> {
        let mut at = node;
        loop {
            let here = self.node(at)?;
            if here.parent == self.main && at != self.main {
                return Some(here);
            }
            if here.parent == at {
                return None;
            }
            at = here.parent;
        }
    }

    pub(super) fn mass(&self, node: &Node) -> Mass {
        self.mass_between(node.lines.0 as usize, node.lines.1 as usize)
    }

    pub(super) fn mass_between(&self, from: usize, to: usize) -> Mass {
        let last = self.sums.len().saturating_sub(1);
        let at = |line: usize| self.sums.get(line.min(last)).copied().unwrap_or_default();
        let ([all, prose, linked, central], before) = (at(to), at(from.min(to)));
        let [all_before, prose_before, linked_before, central_before] = before;
        Mass {
            all: all - all_before,
            prose: prose - prose_before,
            linked: linked - linked_before,
            central: central - central_before,
        }
    }

    /// How often the most repeated of the closest elements around a line is repeated; paragraphs without a class are not
    /// counted.
    pub(super) fn repeat(&self, node: u32) -> u32 {
        let mut at = node;
        let mut most = 1;
        for _ in 0..REPEAT_LEVELS {
            let Some(node) = self.node(at) else { break };
            if node.tag != Tag::P && node.tag.heading().is_none() {
                most = most.max(self.repeats.get(at as usize).copied().unwrap_or_default());
            }
            at = node.parent;
        }
        most
    }

    /// From the page down, always into the element that holds most of the prose, while one does.
    fn main_node(&self) -> u32 {
        let mut main = 0;
        for (at, node) in self.markup.nodes.iter().enumerate().skip(1) {
            let is_inside = node.parent == main && !is_leaf(node.tag);
            let outer = self.node(main).map(|outer| self.mass(outer).central).unwrap_or_default();
            if is_inside && self.mass(node).central * 100 > outer * MAIN_SHARE {
                main = at.try_into().unwrap_or(u32::MAX);
            }
        }
        main
    }

    /// How far up from one element, and from another, the innermost is that both stand in.
    pub(super) fn apart(&self, one: u32, other: u32) -> (u32, u32) {
        let (mut a, mut b) = (one, other);
        let depth = |at: u32| self.node(at).map_or(0, |node| node.depth);
        let up = |at: u32| self.node(at).map_or(0, |node| node.parent);
        let mut steps = (0, 0);
        while a != b && steps.0 + steps.1 < MAX_APART {
            if depth(a) >= depth(b) {
                a = up(a);
                steps.0 += 1;
            } else {
                b = up(b);
                steps.1 += 1;
            }
        }
        steps
    }
}

/// Levels above a line on which repeated elements are looked for.
const REPEAT_LEVELS: usize = 4;
/// Most steps between two elements that are counted.
const MAX_APART: u32 = 24;

/// Elements inside which text is one paragraph.
pub(super) fn is_leaf(tag: Tag) -> bool {
    matches!(tag, Tag::P | Tag::Pre | Tag::Figcaption | Tag::Caption | Tag::Button | Tag::Legend | Tag::Summary)
        || matches!(tag, Tag::Li | Tag::Dt | Tag::Dd | Tag::Td | Tag::Th | Tag::Tr)
        || tag.heading().is_some()
}

/// For every element, how many elements of its kind its parent has.
fn repeats(nodes: &[Node]) -> Vec<u32> {
    let mut counts = FxHashMap::<(u32, u64), u32>::default();
    nodes.iter().for_each(|node| *counts.entry((node.parent, node.kind)).or_default() += 1);
    nodes.iter().map(|node| counts.get(&(node.parent, node.kind)).copied().unwrap_or_default()).collect()
}

/// A part of a whole, in per cent.
pub(super) fn share(part: u64, whole: u64) -> usize {
    usize::try_from((part * 100).checked_div(whole).unwrap_or_default()).unwrap_or(usize::MAX)
}
