//! The signs by which a line of a page of HTML is kept or removed: the elements it stands in, what their classes say, and
//! all that tells the lines of a plain text apart.

mod families;
mod listing;
mod refine;
mod roles;
mod surroundings;
mod title;

pub(crate) use listing::{Item, listing};
pub(crate) use refine::{FAMILIES as REFINE, Refined};
pub(crate) use roles::{articles, roles};
pub(crate) use title::line as title_line;

use rustc_hash::FxHashMap;

use super::decide::Signs;
use super::language::main_language;
use super::lines::{self, distance, distances, looks, runs, sections};
use super::model::{Layout, Sign, bucket};
use super::shape::{End, Shape};
use crate::ingest::{Block, Markup, Node};
use crate::model::ValueSource;
use crate::resources::{LoadedRule, Reach, Resources};
use families::{F, HEADINGS, landmark, tag_index};
pub(crate) use families::{FAMILIES, STEPS};
use surroundings::{Surroundings, share};

/// What is known of a page as a whole, and of the surroundings of each line.
pub(crate) struct Context<'a> {
    shapes: &'a [Shape],
    markup: &'a Markup<'a>,
    /// The coarse kind of each line: an index into [`GROUPS`](families::GROUPS).
    groups: Vec<usize>,
    resources: &'a Resources,
    title: Option<usize>,
    around: Surroundings<'a>,
    /// How far each line and the one before it are from the element that both stand in.
    apart: Vec<(u32, u32)>,
    prose_before: Vec<usize>,
    prose_after: Vec<usize>,
    runs: Vec<usize>,
    sections: Vec<(usize, usize)>,
    rest: usize,
    copies: FxHashMap<u64, (usize, usize)>,
    page: usize,
    language: Option<usize>,
}

impl Signs for Context<'_> {
    fn signs(&self, at: usize, layout: &Layout, signs: &mut Vec<Sign>) {
        let (Some(shape), Some(block)) = (self.shapes.get(at), self.markup.blocks.get(at)) else { return };
        let Some(node) = self.around.node(block.node) else { return };
        let group = self.group(at);
        let mut add = |family: F, values: &[usize]| layout.add(signs, family as usize, values.iter().copied());
        self.own(at, shape, block, &mut add, group);
        self.elements(at, shape, block, node, &mut add, group);
        self.text_around(at, &mut add, group);
        self.rules(at, &mut add, group);
    }

    fn steps(&self, at: usize, turn: usize, layout: &Layout, signs: &mut Vec<Sign>) {
        let Some(before) = at.checked_sub(1) else { return };
        let (Some(one), Some(other)) = (self.markup.blocks.get(before), self.markup.blocks.get(at)) else { return };
        let Some(relation) = self.relation(at) else { return };
        layout.add(signs, 0, [turn, relation]);
        layout.add(signs, 1, [turn, self.group(before), self.group(at)]);
        let landmark = |block: &Block| self.around.node(block.node).map(|node| node.landmark);
        layout.add(signs, 2, [turn, usize::from(landmark(one) != landmark(other))]);
        for (side, at) in [(0, before), (1, at)] {
            if self.is_heading(at) {
                layout.add(signs, 3, [turn, side]);
            }
        }
        if self.title == Some(before) {
            layout.add(signs, 4, [turn, 0]);
        }
        if self.rule(at).is_some_and(|rule| rule.reach != Reach::Line) {
            layout.add(signs, 5, [turn, 0]);
        }
    }

    fn is_sentence(&self, at: usize) -> bool {
        let is_text = self.markup.blocks.get(at).is_some_and(|block| block.linked_share <= MOST_LINKED);
        is_text && self.shapes.get(at).is_some_and(Shape::is_sentence)
    }
}

impl<'a> Context<'a> {
    pub(crate) fn new(
        shapes: &'a [Shape],
        markup: &'a Markup<'a>,
        title: Option<usize>,
        resources: &'a Resources,
    ) -> Self {
        let groups = groups(shapes, &markup.blocks);
        let is_prose: Vec<bool> =
            shapes.iter().zip(&groups).map(|(shape, group)| *group == PROSE && shape.hit.is_none()).collect();
        let around = Surroundings::new(markup, shapes, &is_prose, resources.markup().parts_of(&ASIDE));
        let pairs = markup.blocks.iter().zip(markup.blocks.iter().skip(1));
        let apart =
            std::iter::once((0, 0)).chain(pairs.map(|(one, other)| around.apart(one.node, other.node))).collect();
        let mut copies = FxHashMap::default();
        for (at, shape) in shapes.iter().enumerate() {
            copies.entry(shape.hash).or_insert((at, 0)).1 += 1;
        }
        let rules = |shape: &Shape| shape.hit.and_then(|hit| resources.lines().rule_at(hit.rule));
        let whole = around.mass_between(0, shapes.len());
        let rest = shapes.iter().enumerate().position(|(at, shape)| {
            rules(shape).is_some_and(|rule| rule.reach == Reach::Rest) && around.mass_between(0, at).prose > 0
        });
        Self {
            shapes,
            markup,
            groups,
            resources,
            title,
            prose_before: distances(is_prose.iter().copied()),
            prose_after: distances(is_prose.iter().rev().copied()).into_iter().rev().collect(),
            runs: runs(&is_prose),
            sections: sections(shapes, &rules),
            rest: rest.unwrap_or(usize::MAX),
            copies,
            apart,
            page: bucket(share(whole.prose, whole.all), &[25, 55, 85]),
            language: main_language(shapes),
            around,
        }
    }

    /// How it looks.
    fn own(&self, at: usize, shape: &Shape, block: &Block, add: &mut impl FnMut(F, &[usize]), group: usize) {
        let size = bucket(shape.letters as usize, lines::SIZE_LIMITS);
        let links = links(block);
        add(F::Shape, &[size, shape.end as usize, links]);
        if self.language.is_some() {
            add(F::Words, &[group, bucket(shape.function_words as usize, &[0, 14, 29])]);
        }
        for (index, _) in looks(shape).into_iter().enumerate().filter(|&(_, holds)| holds) {
            add(F::Look, &[index, group]);
        }
        if shape.inner_stops > 0 {
            add(F::Sentences, &[bucket(shape.inner_stops as usize, &[1, 2, 4]), links]);
        }
        if let Some(&(first, _)) = self.copies.get(&shape.hash).filter(|(_, count)| *count > 1) {
            add(F::Copy, &[usize::from(first != at), group]);
        }
        if block.bold_share >= 90 {
            add(F::Bold, &[0, group]);
        }
        if block.is_broken {
            add(F::Broken, &[0, group]);
        }
        let language = match shape.language {
            None => 2,
            language => usize::from(language != self.language),
        };
        add(F::Language, &[language, group]);
    }

    /// The elements it stands in.
    fn elements(
        &self,
        at: usize,
        shape: &Shape,
        block: &Block,
        node: &Node,
        add: &mut impl FnMut(F, &[usize]),
        group: usize,
    ) {
        add(F::Tag, &[self.tag(block.node), group]);
        add(F::Landmark, &[landmark(node.landmark), group]);
        for part in node.own.iter() {
            add(F::Class, &[part, group]);
        }
        for part in node.near.without(node.own).iter() {
            add(F::ClassAround, &[part, group]);
        }
        for part in node.all.without(node.near).iter() {
            add(F::ClassAbove, &[part, group]);
        }
        for part in block.inline.iter() {
            add(F::ClassWithin, &[part, group]);
        }
        let inner = self.around.container(block.node);
        let own = if group == PROSE { u64::from(shape.letters) } else { 0 };
        if let Some(container) = self.around.node(inner) {
            let mass = self.around.mass(container);
            let others = share(mass.prose.saturating_sub(own), self.around.most);
            add(F::Container, &[bucket(others, SHARE_LIMITS), bucket(mass.link_share(), DENSITY_LIMITS), group]);
            add(
                F::ContainerLines,
                &[bucket((container.lines.1 - container.lines.0) as usize, &[1, 2, 4, 8, 16]), group],
            );
            let outer = self.around.node(container.parent).map(|outer| self.around.mass(outer)).unwrap_or_default();
            let others = share(outer.prose.saturating_sub(own), self.around.most);
            add(F::Outer, &[bucket(others, SHARE_LIMITS), bucket(outer.link_share(), DENSITY_LIMITS), group]);
            let repeat = bucket(self.around.repeat(block.node) as usize, &[1, 2, 3, 6, 12]);
            add(F::Repeat, &[repeat, group, usize::from(mass.prose > 0)]);
        }
        let own = self.around.mass_between(at, at + 1).prose;
        let (kin, container_kin) = self.around.kin(block.node, own);
        add(F::Kin, &[bucket(kin, SHARE_LIMITS), group]);
        add(F::ContainerKin, &[bucket(container_kin, SHARE_LIMITS), group]);
        if let Some(branch) = self.around.branch(block.node) {
            let lines = (branch.lines.1 - branch.lines.0) as usize;
            add(F::Branch, &[tag_index(branch.tag), bucket(lines, &[1, 2, 4, 8, 16]), group]);
            let mass = self.around.mass(branch);
            let prose = bucket(share(mass.prose, self.around.most), SHARE_LIMITS);
            add(F::BranchProse, &[prose, bucket(mass.link_share(), DENSITY_LIMITS), group]);
            for part in branch.own.iter() {
                add(F::BranchClass, &[part, group]);
            }
        }
        let (up, down) = self.around.apart(inner, self.around.main);
        let main = self.around.node(self.around.main);
        let side = match main {
            Some(main) if at < main.lines.0 as usize => 1,
            Some(main) if at >= main.lines.1 as usize => 2,
            _ => 0,
        };
        let steps = if side == 0 { up } else { down };
        add(F::Main, &[side, bucket(steps as usize, &[0, 1, 2, 3, 5]), group]);
        let main_place =
            main.filter(|_| side == 0).map_or(5, |main| self.place(at, main.lines.0 as usize, main.lines.1 as usize));
        add(F::MainPlace, &[main_place, group]);
        let depth = main.map_or(0, |main| main.depth);
        let container_depth = self.around.node(inner).map_or(0, |node| node.depth);
        add(
            F::Depth,
            &[
                if container_depth < depth { 0 } else { 1 + bucket((container_depth - depth) as usize, &[0, 1, 2, 3]) },
                group,
            ],
        );
    }

    /// The text around it.
    fn text_around(&self, at: usize, add: &mut impl FnMut(F, &[usize]), group: usize) {
        let (before, after) = (near(&self.prose_before, at), near(&self.prose_after, at));
        add(F::ProseBefore, &[distance(before), group]);
        add(F::ProseAfter, &[distance(after), group]);
        add(F::Between, &[bucket(before, &[2, 8]), bucket(after, &[2, 8]), group]);
        if let Some(&run) = self.runs.get(at).filter(|run| **run > 0) {
            add(F::Run, &[bucket(run, &[1, 2, 4, 8, 16]), group]);
        }
        let own = self.around.mass_between(at, at + 1).prose;
        let mass = self.around.mass_between(at.saturating_sub(4), at + 5).prose - own;
        add(F::Mass, &[bucket(usize::try_from(mass).unwrap_or(usize::MAX), &[0, 200, 500, 1000, 2000, 4000]), group]);
        add(F::Place, &[self.place(at, 0, self.shapes.len()), group]);
        add(F::Height, &[bucket(at * 100 / self.shapes.len().max(1), &[10, 25, 50, 75, 90]), group]);
        let (side, gap) = match self.title {
            None => (0, 0),
            Some(title) if at < title => (1, title - at),
            Some(title) => (2, at - title),
        };
        add(F::Title, &[side, bucket(gap, &[1, 2, 4, 8, 16]), group]);
        add(F::Page, &[self.page, group]);
        add(F::Count, &[bucket(self.shapes.len(), &[10, 30, 100, 300, 1000]), group]);
        add(F::Before, &[at.checked_sub(1).map_or(0, |near| self.kind(near)), self.kinship(at), group]);
        add(F::After, &[self.kind(at + 1), self.kinship(at + 1), group]);
    }

    /// What the rules say of it and of its neighbours.
    fn rules(&self, at: usize, add: &mut impl FnMut(F, &[usize]), group: usize) {
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
    }

    /// How a line and the one before it stand to each other: an index into the values of the family `step`.
    fn relation(&self, at: usize) -> Option<usize> {
        let (up, down) = self.apart.get(at).copied()?;
        Some(match (up, down) {
            _ if self.markup.blocks.get(at)?.is_broken => 0,
            (0..=1, 0..=1) => 1,
            (0..=2, 0..=2) => 2,
            (_, 0..=1) => 3,
            (0..=1, _) => 4,
            _ if up + down <= 7 => 5,
            _ => 6,
        })
    }

    /// Whether the page says that it is an article.
    fn says_article(&self) -> bool {
        self.markup.page.values_of("datePublished").any(|value| value.source <= ValueSource::OpenGraph)
    }

    /// Whether a line stands in a heading.
    fn is_heading(&self, at: usize) -> bool {
        self.markup.blocks.get(at).is_some_and(|block| HEADINGS.contains(&self.tag(block.node)))
    }

    fn group(&self, at: usize) -> usize {
        self.groups.get(at).copied().unwrap_or_default()
    }

    fn rule(&self, at: usize) -> Option<&'a LoadedRule> {
        self.resources.lines().rule_at(self.shapes.get(at)?.hit?.rule)
    }

    /// Where in the prose of a stretch of lines a line stands.
    fn place(&self, at: usize, from: usize, to: usize) -> usize {
        let total = self.around.mass_between(from, to).prose;
        let (before, after) = (self.around.mass_between(from, at).prose, self.around.mass_between(at + 1, to).prose);
        match (before, after) {
            (0, _) => 0,
            (_, 0) => 4,
            _ if before * 10 <= total => 1,
            _ if after * 10 <= total => 3,
            _ => 2,
        }
    }

    fn kind(&self, at: usize) -> usize {
        let Some(shape) = self.shapes.get(at) else { return 0 };
        if self.title == Some(at) {
            8
        } else if self.rule(at).is_some_and(|rule| !rule.label.is_article()) {
            5
        } else if shape.is_date() {
            6
        } else if self.is_heading(at) {
            7
        } else {
            self.group(at) + 1
        }
    }

    /// How near a line and the one before it stand: an index into the last but one values of the family `before`.
    fn kinship(&self, at: usize) -> usize {
        match self.apart.get(at) {
            Some((0..=1, 0..=1)) if at > 0 => 0,
            Some((0..=2, 0..=2)) if at > 0 => 1,
            _ => 2,
        }
    }

    /// An index into [`TAGS`](families::TAGS): of the element a line stands in, or of the heading, item, quotation around that.
    fn tag(&self, node: u32) -> usize {
        let mut at = node;
        let mut plain = None;
        for _ in 0..3 {
            let Some(node) = self.around.node(at) else { break };
            match tag_index(node.tag) {
                index @ 0..=2 => plain = plain.or(Some(index)),
                index => return index,
            }
            at = node.parent;
        }
        plain.unwrap_or_default()
    }
}

/// Parts of a page, by their names in `markup.toml`, whose text is not what the page is about.
const ASIDE: [&str; 9] =
    ["comments", "related", "footer", "newsletter", "notice", "popup", "menu", "advertisement", "hidden"];

/// Letters in links among a hundred up to which a line counts as text.
const MOST_LINKED: u64 = 60;
const SHARE_LIMITS: &[usize] = &[0, 5, 20, 50, 80, 98];
const DENSITY_LIMITS: &[usize] = &[0, 10, 25, 45, 70, 90];

fn near(distances: &[usize], at: usize) -> usize {
    distances.get(at).copied().unwrap_or(usize::MAX)
}

/// An index into [`LINKS`](families::LINKS).
fn links(block: &Block) -> usize {
    match block.linked_share {
        0 => 0,
        1..=39 => 1,
        40..=89 => 2,
        _ => 3,
    }
}

/// For each line an index into [`GROUPS`](families::GROUPS). The lines of a paragraph that line breaks cut are what the whole of it is.
fn groups(shapes: &[Shape], blocks: &[Block]) -> Vec<usize> {
    let mut groups = Vec::with_capacity(shapes.len());
    let mut rest = shapes;
    for run in blocks.chunk_by(|_, next| next.is_broken) {
        let (lines, after) = rest.split_at_checked(run.len()).unwrap_or((rest, &[]));
        rest = after;
        let letters: u32 = lines.iter().map(|shape| shape.letters).sum();
        let has_stops = lines.iter().any(|shape| shape.inner_stops > 0 || shape.end == End::Stop);
        let is_text = letters >= 80 && has_stops && letters as usize >= MIN_BROKEN * lines.len();
        groups.extend(lines.iter().zip(run).map(|(shape, block)| {
            if block.linked_share > MOST_LINKED {
                0
            } else if shape.is_prose() || is_text && shape.hit.is_none() {
                PROSE
            } else {
                1 + usize::from(shape.letters > 30)
            }
        }));
    }
    groups
}

/// Position of prose in [`GROUPS`](families::GROUPS).
const PROSE: usize = 3;
/// Fewest letters that the lines of a paragraph cut by line breaks have on average.
const MIN_BROKEN: usize = 25;
