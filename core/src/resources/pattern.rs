//! The shapes of dates, from the pattern letters of their entries to a graph that a reader walks.

use rustc_hash::FxHashMap;

use super::lexicon::Lexicon;
use super::meaning::Class;
use super::schema::{DateMeaning, DateShape};
use crate::model::RuleId;

/// What must stand at a place of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Item {
    /// `y`: a year of four digits or in words.
    Year,
    /// `{hijri-year}`: a year of four digits that only a Hijri date has today.
    HijriYear,
    /// `yy`: a year of two digits.
    ShortYear,
    /// `M`: a month in figures; `MM` of two figures.
    MonthNumber,
    TwoDigitMonth,
    /// `d`: a day of the month, in figures or words; `dd` of two figures.
    Day,
    TwoDigitDay,
    /// `$`: what follows is not counted by the number before it.
    End,
    /// `Q`: a quarter in figures.
    Quarter,
    /// `H`: hours.
    Hour,
    /// `m`: minutes.
    Minute,
    /// `s`: seconds.
    Second,
    /// `O`: hours and minutes from UTC.
    Offset,
    /// `{n}`: how many.
    Count,
    /// `{nth}`: which one.
    Nth,
    /// `{date}`: a date of the level below.
    Date,
    /// A word of a class.
    Word(Class),
    /// A character between words.
    Mark(char),
}

impl Item {
    /// Its bit in the mask of what a token can be. Bits may be shared: a mask only rules out.
    pub(crate) fn bit(self) -> u128 {
        let index = match self {
            Self::End => return u128::MAX,
            Self::Date => 0,
            Self::Mark(_) => 1,
            Self::Year => 2,
            Self::HijriYear => 3,
            Self::ShortYear => 4,
            Self::Day | Self::TwoDigitDay => 5,
            Self::MonthNumber | Self::TwoDigitMonth => 6,
            Self::Quarter => 7,
            Self::Hour => 8,
            Self::Minute | Self::Second => 9,
            Self::Offset => 10,
            Self::Count => 11,
            Self::Nth => 12,
            Self::Word(class) => 13 + class.index() % 113,
        };
        1 << index
    }
}

/// What may come next at a node of a [`Graph`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Edge {
    pub(crate) item: Item,
    /// Whether it must be written together with what stands before it.
    pub(crate) glued: bool,
    pub(crate) bit: u128,
    pub(crate) node: u32,
}

/// A node of a [`Graph`]: what may come next, and the shapes that end here.
#[derive(Clone, Debug, Default)]
pub(crate) struct Node {
    pub(crate) next: Vec<Edge>,
    /// The bits of all that may come next.
    pub(crate) mask: u128,
    pub(crate) shapes: Vec<u16>,
}

/// Patterns that share their beginnings.
#[derive(Clone, Debug)]
pub(crate) struct Graph {
    nodes: Vec<Node>,
    /// What a pattern may begin with, by the bit of its item.
    roots: Vec<Vec<Edge>>,
    /// What may come second, as bits, by the bit of the first; all bits when nothing has to.
    seconds: Vec<u128>,
    /// The node after an item that follows any of some nodes: patterns that began alike stay together.
    steps: FxHashMap<(Vec<u32>, Item, bool), u32>,
}

impl Default for Graph {
    fn default() -> Self {
        Self {
            nodes: vec![Node::default()],
            roots: vec![Vec::new(); 128],
            seconds: vec![0; 128],
            steps: FxHashMap::default(),
        }
    }
}

impl Graph {
    pub(crate) fn node(&self, at: u32) -> Option<&Node> {
        self.nodes.get(at as usize)
    }

    /// The bits of what a pattern may begin with.
    pub(crate) fn starts(&self) -> u128 {
        self.node(0).map_or(0, |root| root.mask)
    }

    /// Whether some pattern can begin with one of these items and go on with one of those.
    pub(crate) fn begins(&self, first: u128, second: u128) -> bool {
        bits(first & self.starts())
            .any(|bit| self.seconds.get(bit).is_some_and(|&mask| mask == u128::MAX || mask & second != 0))
    }

    /// Notes what may come second, once all patterns are there.
    fn note_seconds(&mut self) {
        let next = |edge: &Edge| {
            self.node(edge.node).map_or(0, |node| if node.shapes.is_empty() { node.mask } else { u128::MAX })
        };
        self.seconds = self.roots.iter().map(|edges| edges.iter().fold(0, |mask, edge| mask | next(edge))).collect();
    }

    /// What patterns may begin with at a token that can be such items.
    pub(crate) fn roots(&self, can_be: u128) -> impl Iterator<Item = &Edge> {
        bits(can_be & self.starts()).filter_map(|bit| self.roots.get(bit)).flatten()
    }

    /// The node after an item that may follow any of some nodes.
    fn step(&mut self, from: &[u32], item: Item, glued: bool) -> u32 {
        if let Some(&node) = self.steps.get(&(from.to_vec(), item, glued)) {
            return node;
        }
        let node = self.nodes.len() as u32;
        self.nodes.push(Node::default());
        self.steps.insert((from.to_vec(), item, glued), node);
        let edge = Edge { item, glued, bit: item.bit(), node };
        for &from in from {
            if from == 0 {
                let roots = self.roots.get_mut(edge.bit.trailing_zeros() as usize);
                roots.into_iter().for_each(|roots| roots.push(edge));
            }
            if let Some(from) = self.nodes.get_mut(from as usize) {
                from.next.push(edge);
                from.mask |= edge.bit;
            }
        }
        node
    }

    fn end(&mut self, nodes: &[u32], shape: u16) {
        for &node in nodes.iter().filter(|&&node| node > 0) {
            self.nodes.get_mut(node as usize).into_iter().for_each(|node| node.shapes.push(shape));
        }
    }
}

/// The numbers of the bits of a mask.
fn bits(mut mask: u128) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = mask.trailing_zeros();
        mask &= mask.wrapping_sub(1);
        (bit < 128).then_some(bit as usize)
    })
}

/// A shape as readers use it.
#[derive(Clone, Debug)]
pub(crate) struct LoadedShape {
    pub(crate) id: RuleId,
    pub(crate) meaning: DateMeaning,
}

/// How the dates of one language are put together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Grammar {
    /// The bits of the languages whose words it reads.
    pub(crate) languages: u32,
    pub(crate) shapes: Vec<LoadedShape>,
    /// Endings that a noun has after a number, so that the number is no year.
    pub(crate) counted_endings: Vec<String>,
    /// Dates, then dates with what is joined to them, then intervals and what else is made of dates.
    pub(crate) levels: [Graph; 3],
}

impl Grammar {
    pub(super) fn new(languages: u32, counted_endings: Vec<String>) -> Self {
        Self { languages, counted_endings, ..Self::default() }
    }

    /// Adds the shapes of a language; those added first are preferred.
    pub(super) fn add(&mut self, tag: &str, shapes: &[DateShape], lexicon: &Lexicon) {
        for shape in shapes {
            let index = self.shapes.len() as u16;
            self.shapes.push(LoadedShape { id: format!("{tag}/dates/{}", shape.id).into(), meaning: shape.meaning });
            let Some(graph) = self.levels.get_mut(level(shape.meaning)) else { continue };
            for pattern in &shape.patterns {
                let ends = Parser { rest: pattern, lexicon, glued: false, graph: &mut *graph }.alternatives(&[0]);
                graph.end(&ends, index);
            }
        }
        self.levels.iter_mut().for_each(Graph::note_seconds);
    }
}

fn level(meaning: DateMeaning) -> usize {
    match meaning {
        DateMeaning::Date | DateMeaning::Piece | DateMeaning::Ago | DateMeaning::Ahead => 0,
        DateMeaning::Joined | DateMeaning::Part => 1,
        _ => 2,
    }
}

/// A pattern while it is read into a graph.
struct Parser<'p> {
    rest: &'p str,
    lexicon: &'p Lexicon,
    /// Whether the next item must be written together with what stands before it.
    glued: bool,
    graph: &'p mut Graph,
}

impl Parser<'_> {
    /// Reads `one|other` up to the end of the group; returns the nodes where it can end.
    fn alternatives(&mut self, from: &[u32]) -> Vec<u32> {
        let glued = self.glued;
        let mut ends = self.sequence(from.to_vec());
        while self.rest.starts_with('|') {
            self.skip(1);
            self.glued = glued;
            ends.extend(self.sequence(from.to_vec()));
        }
        ends.sort_unstable();
        ends.dedup();
        ends
    }

    fn sequence(&mut self, mut from: Vec<u32>) -> Vec<u32> {
        while let Some(first) = self.rest.chars().next() {
            match first {
                '|' | ')' | ']' => break,
                ' ' => {
                    self.skip(1);
                    self.glued = false;
                    continue;
                }
                '[' | '(' => {
                    self.skip(1);
                    let ends = self.alternatives(&from);
                    self.skip(1);
                    if first == '(' {
                        from = ends;
                    } else {
                        from.extend(ends);
                        from.sort_unstable();
                        from.dedup();
                    }
                }
                _ => {
                    let glued = self.glued;
                    from = self.item(first).map(|item| vec![self.graph.step(&from, item, glued)]).unwrap_or_default();
                }
            }
            self.glued = true;
        }
        from
    }

    /// Reads one item; none when it names a class that has no words, so that nothing matches it.
    fn item(&mut self, first: char) -> Option<Item> {
        match first {
            '{' => {
                let end = self.rest.find('}').unwrap_or(self.rest.len());
                let name = self.rest.get(1..end).unwrap_or_default();
                self.skip(end + 1);
                self.class(name)
            }
            '\'' => {
                let end = self.rest.get(1..).and_then(|rest| rest.find('\'')).map_or(self.rest.len(), |at| at + 2);
                let quoted = self.rest.get(..end).unwrap_or_default();
                self.skip(end);
                let inner = quoted.trim_matches('\'');
                if inner.is_empty() {
                    // As in CLDR, two quotes are one that is meant.
                    return Some(Item::Mark('\''));
                }
                if inner.chars().all(char::is_alphanumeric) {
                    return self.lexicon.class(quoted).map(|class| Item::Word(Class::Word(class)));
                }
                inner.chars().next().map(Item::Mark)
            }
            letter if letter.is_ascii_alphabetic() => {
                let length = self.rest.chars().take_while(|&c| c == letter).count();
                self.skip(length);
                field(letter, length)
            }
            '$' => {
                self.skip(1);
                Some(Item::End)
            }
            mark => {
                self.skip(mark.len_utf8());
                Some(Item::Mark(mark))
            }
        }
    }

    fn class(&self, name: &str) -> Option<Item> {
        let class = match name {
            "date" => return Some(Item::Date),
            "hijri-year" => return Some(Item::HijriYear),
            "n" => return Some(Item::Count),
            "nth" => return Some(Item::Nth),
            "unit" => Class::Unit,
            "pair" => Class::Pair,
            "single" => Class::Single,
            "day" => Class::Day,
            "near-day" => Class::NearDay,
            "relation" => Class::Relation,
            "season" => Class::Season,
            "decade" => Class::Decade,
            "modifier" => Class::Modifier,
            "frequency" => Class::Frequency,
            _ => Class::Word(self.lexicon.class(name)?),
        };
        Some(Item::Word(class))
    }

    fn skip(&mut self, length: usize) {
        self.rest = self.rest.get(length..).unwrap_or_default();
    }
}

/// The field of a run of a CLDR pattern letter.
fn field(letter: char, length: usize) -> Option<Item> {
    Some(match (letter, length) {
        ('y', 2) => Item::ShortYear,
        ('y', _) => Item::Year,
        ('M' | 'L', 1) => Item::MonthNumber,
        ('M' | 'L', 2) => Item::TwoDigitMonth,
        ('M' | 'L', _) => Item::Word(Class::Month),
        ('d', 2) => Item::TwoDigitDay,
        ('d', _) => Item::Day,
        ('E', _) => Item::Word(Class::Weekday),
        ('Q', _) => Item::Quarter,
        ('H' | 'h', _) => Item::Hour,
        ('m', _) => Item::Minute,
        ('s', _) => Item::Second,
        ('a', _) => Item::Word(Class::DayPeriod),
        ('O', _) => Item::Offset,
        ('z', _) => Item::Word(Class::Zone),
        ('G', _) => Item::Word(Class::Era),
        _ => return None,
    })
}
