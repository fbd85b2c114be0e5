//! The shapes of dates, from the pattern letters of their entries to a trie that a reader walks.

use super::lexicon::{Class, Lexicon};
use super::schema::{DateMeaning, DateShape};
use crate::model::RuleId;

/// What must stand at a place of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// A node of a [`Trie`]: what may come next, and the shapes that end here.
#[derive(Clone, Debug, Default)]
pub(crate) struct Node {
    /// Item, whether it must be written together with what stands before it, node.
    pub(crate) next: Vec<(Item, bool, u32)>,
    pub(crate) shapes: Vec<u16>,
}

/// Patterns that share their beginnings.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trie {
    nodes: Vec<Node>,
}

impl Trie {
    pub(crate) fn node(&self, at: u32) -> Option<&Node> {
        self.nodes.get(at as usize)
    }

    fn insert(&mut self, items: &[(Item, bool)], shape: u16) {
        if self.nodes.is_empty() {
            self.nodes.push(Node::default());
        }
        let mut at = 0;
        for &(item, glued) in items {
            let Some(node) = self.nodes.get(at as usize) else { return };
            let known = node.next.iter().find(|next| (next.0, next.1) == (item, glued)).map(|next| next.2);
            at = known.unwrap_or_else(|| {
                let new = self.nodes.len() as u32;
                self.nodes.push(Node::default());
                self.nodes.get_mut(at as usize).into_iter().for_each(|node| node.next.push((item, glued, new)));
                new
            });
        }
        if let Some(node) = self.nodes.get_mut(at as usize) {
            node.shapes.push(shape);
            node.shapes.dedup();
        }
    }
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
    /// Dates, then dates with what is joined to them, then intervals and what else is made of dates.
    pub(crate) levels: [Trie; 3],
}

impl Grammar {
    /// Adds the shapes of a language; those added first are preferred.
    pub(super) fn add(&mut self, tag: &str, shapes: &[DateShape], lexicon: &Lexicon) {
        for shape in shapes {
            let index = self.shapes.len() as u16;
            self.shapes
                .push(LoadedShape { id: format!("{tag}/dates/{}", shape.id).into(), meaning: shape.meaning });
            let Some(trie) = self.levels.get_mut(level(shape.meaning)) else { continue };
            for pattern in &shape.patterns {
                let parsed = Parser { rest: pattern, lexicon, glued: false }.alternatives();
                parsed.iter().filter(|items| !items.is_empty()).for_each(|items| trie.insert(items, index));
            }
        }
    }
}

fn level(meaning: DateMeaning) -> usize {
    match meaning {
        DateMeaning::Date
        | DateMeaning::Piece
        | DateMeaning::Ago
        | DateMeaning::Ahead => 0,
        DateMeaning::Joined | DateMeaning::Part => 1,
        _ => 2,
    }
}

/// A pattern while it is read.
struct Parser<'p> {
    rest: &'p str,
    lexicon: &'p Lexicon,
    /// Whether the next item must be written together with what stands before it.
    glued: bool,
}

type Items = Vec<(Item, bool)>;

impl Parser<'_> {
    /// Reads `one|other` up to the end of the group: every sequence of items that it allows.
    fn alternatives(&mut self) -> Vec<Items> {
        let start_glued = self.glued;
        let mut all = self.sequence();
        while self.rest.starts_with('|') {
            self.skip(1);
            self.glued = start_glued;
            all.extend(self.sequence());
        }
        all
    }

    fn sequence(&mut self) -> Vec<Items> {
        let mut all = vec![Items::new()];
        while let Some(first) = self.rest.chars().next() {
            let options = match first {
                '|' | ')' | ']' => break,
                ' ' => {
                    self.skip(1);
                    self.glued = false;
                    continue;
                }
                '[' | '(' => {
                    self.skip(1);
                    let inner = self.alternatives();
                    self.skip(1);
                    // Of two readings of the same words, the one that leaves more to what follows comes first.
                    let missing = (first == '[').then(Items::new);
                    missing.into_iter().chain(inner).collect()
                }
                _ => self.item(first).map(|item| vec![vec![(item, self.glued)]]).unwrap_or_default(),
            };
            self.glued = true;
            all = all
                .iter()
                .flat_map(|before| options.iter().map(move |after| [before.as_slice(), after].concat()))
                .collect();
        }
        all
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
            "day" => Class::Day,
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
