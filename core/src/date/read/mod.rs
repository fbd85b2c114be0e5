//! Walks the shapes of a grammar over a run of tokens: the longest expression at every place.
//!
//! [`item`] reads what one item of a pattern can be, [`guard`] refuses what only looks like a date, [`together`] puts
//! expressions of several dates together.

mod guard;
mod item;
mod together;

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::ops::Range;

use crate::model::RuleId;
use crate::resources::{Class, DateMeaning, Edge, Grammar, Item, Lexicon, Meaning, Node};

use super::said::Said;
use super::scan::{Kind, Token};
use together::together;

/// An expression that was read.
#[derive(Clone, Debug)]
pub(in crate::date) struct Found {
    /// Its tokens.
    pub(in crate::date) tokens: Range<usize>,
    /// What it says: one date, or the dates it is made of.
    pub(in crate::date) said: Vec<(Said, Range<usize>)>,
    pub(in crate::date) meaning: DateMeaning,
    /// The index of its shape.
    pub(in crate::date) shape: u16,
}

/// A date that was read below the last level.
#[derive(Clone, Debug)]
struct Dated {
    end: usize,
    said: Said,
    meaning: DateMeaning,
    shape: u16,
}

/// Most tokens one expression may have.
const MAX_TOKENS: usize = 40;

/// Reads one run with one grammar.
pub(in crate::date) struct Reader<'r> {
    lexicon: &'r Lexicon,
    grammar: &'r Grammar,
    tokens: &'r [Token],
    text: &'r str,
    slots: Vec<Slot>,
    /// What a date of each level can begin with, as bits.
    starts: [u128; 3],
    /// The phrases of all tokens, with their ends.
    phrases: Vec<(usize, Meaning)>,
}

/// What is known of a token.
struct Slot {
    /// The items that it can begin, as bits.
    mask: u128,
    /// Where its phrases stand among those of all tokens.
    phrases: Range<usize>,
    /// What was read at it, by level.
    dates: [OnceCell<Vec<Dated>>; 2],
}

/// What was read on the way through a shape. It lives on the stack: most ways lead nowhere.
#[derive(Clone, Copy, Default)]
struct Path<'p> {
    said: Said,
    dates: Option<&'p Link<'p>>,
}

/// A date on the way, and those before it.
struct Link<'p> {
    said: &'p Said,
    tokens: Range<usize>,
    before: Option<&'p Link<'p>>,
}

impl Path<'_> {
    /// The dates in the order of the text.
    fn dates(&self) -> Vec<(Said, Range<usize>)> {
        let links = std::iter::successors(self.dates, |link| link.before);
        let mut dates: Vec<_> = links.map(|link| (*link.said, link.tokens.clone())).collect();
        dates.reverse();
        dates
    }
}

impl<'r> Reader<'r> {
    pub(in crate::date) fn new(lexicon: &'r Lexicon, grammar: &'r Grammar, tokens: &'r [Token], text: &'r str) -> Self {
        let [first, second, third] = grammar.levels.each_ref().map(|level| level.starts() & !Item::Date.bit());
        let starts = [first, first | second, first | second | third];
        let (slots, phrases) = (Vec::with_capacity(tokens.len()), Vec::with_capacity(tokens.len() * 2));
        let mut reader = Self { lexicon, grammar, tokens, text, slots, starts, phrases };
        for (at, token) in tokens.iter().enumerate() {
            let from = reader.phrases.len();
            reader.find_phrases(at);
            let found = reader.phrases.get(from..).unwrap_or_default();
            let words = found.iter().fold(0, |mask, (_, meaning)| mask | meaning.class.mask());
            let (mask, phrases) = (words | figure_mask(token.kind), from..reader.phrases.len());
            reader.slots.push(Slot { mask, phrases, dates: Default::default() });
        }
        reader
    }

    /// The line of data an expression was read with.
    pub(in crate::date) fn rule(&self, found: &Found) -> RuleId {
        self.grammar.shapes.get(usize::from(found.shape)).map_or_else(|| RuleId::from("date"), |shape| shape.id.clone())
    }

    /// The token of the day of the week in an expression.
    pub(in crate::date) fn weekday(&self, tokens: &Range<usize>) -> Option<usize> {
        tokens.clone().find(|&at| self.meanings(at, Class::Weekday).next().is_some())
    }

    /// The longest expression that begins at a token.
    pub(in crate::date) fn longest(&self, at: usize) -> Option<Found> {
        if !self.can_begin(at) {
            return None;
        }
        let dates = self.level(1, at);
        let mut all: Vec<Found> = dates.iter().filter(|date| !date.said.is_piece).map(|date| date.found(at)).collect();
        self.walk(2, 0, at, at, &Path::default(), &mut |shape, end, path| {
            all.extend(self.found(shape, at..end, path));
        });
        // The longest; of the same words, what is said not to be a date, then what leaves least to small words.
        let inner = |found: &Found| found.said.iter().map(|(_, tokens)| tokens.len()).sum::<usize>();
        all.sort_by_key(|found| {
            (Reverse(found.tokens.end), found.meaning != DateMeaning::None, found.said.len() > 1, Reverse(inner(found)))
        });
        let is_counting = all.iter().any(|found| self.is_counting(found));
        let is_year = |found: &Found| found.tokens.len() == 1 && self.is_number(found.tokens.start);
        all.into_iter().find(|found| {
            found.meaning == DateMeaning::None || self.stands_alone(found) && !(is_counting && is_year(found))
        })
    }

    /// What was read at a token up to a level, the longest first.
    fn level(&self, level: usize, at: usize) -> &[Dated] {
        let cell = self.slots.get(at).and_then(|slot| slot.dates.get(level));
        cell.map_or(&[], |cell| {
            cell.get_or_init(|| {
                let mut all = if level > 0 { self.level(level - 1, at).to_vec() } else { Vec::new() };
                self.walk(level, 0, at, at, &Path::default(), &mut |shape, end, path| {
                    all.extend(self.dated(shape, end, path));
                });
                all.sort_by_key(|date| Reverse(date.end));
                all.dedup_by_key(|date| (date.end, date.said.is_piece));
                all
            })
        })
    }

    /// Whether any expression can begin at a token, by what it and the one after it can be.
    fn can_begin(&self, at: usize) -> bool {
        let first = self.can_be(at);
        // Phrases of several words end further on.
        let is_plain = self.phrases_at(at).iter().all(|(end, _)| *end == at + 1);
        if !is_plain || self.after_mark(at + 1).is_some() {
            return first & self.starts[2] != 0;
        }
        let second = self.can_be(at + 1);
        self.grammar.levels.iter().enumerate().any(|(level, graph)| {
            let second = if second & self.below(level) == 0 { second } else { second | Item::Date.bit() };
            graph.begins(first, second)
        })
    }

    fn can_be(&self, at: usize) -> u128 {
        self.slots.get(at).map_or(0, |slot| slot.mask)
    }

    /// The phrases that begin at a token, with their ends.
    fn phrases_at(&self, at: usize) -> &[(usize, Meaning)] {
        self.slots.get(at).and_then(|slot| self.phrases.get(slot.phrases.clone())).unwrap_or_default()
    }

    /// Follows every way through the patterns of a level from a token on, and shows the shapes that end.
    fn walk(&self, level: usize, node: u32, start: usize, at: usize, path: &Path<'_>, show: &mut Show<'_>) {
        let grammar = self.grammar;
        let Some(graph) = grammar.levels.get(level) else { return };
        let is_root = node == 0;
        let Some(node) = graph.node(node) else { return };
        for &shape in &node.shapes {
            show(shape, at, path);
        }
        if at - start > MAX_TOKENS {
            return;
        }
        let below = self.below(level);
        let after_mark = self.after_mark(at).filter(|_| at > start);
        for at in [Some(at), after_mark].into_iter().flatten() {
            let token = self.can_be(at);
            let can_be = if token & below == 0 { token } else { token | Item::Date.bit() };
            if node.mask & can_be == 0 {
                continue;
            }
            let (roots, others) =
                if is_root { (graph.roots(can_be), [].iter()) } else { (graph.roots(0), node.next.iter()) };
            for edge in roots.chain(others.filter(|edge| edge.bit & can_be != 0)) {
                self.follow(level, edge, start, at, path, show);
            }
        }
    }

    /// Follows one edge of a pattern over a token.
    fn follow(&self, level: usize, edge: &Edge, start: usize, at: usize, path: &Path<'_>, show: &mut Show<'_>) {
        let Some(next) = self.grammar.levels.get(level).and_then(|graph| graph.node(edge.node)) else { return };
        let below = self.below(level);
        match edge.item {
            Item::End if self.is_end(at) => self.walk(level, edge.node, start, at, path, show),
            _ if edge.glued && at > start && !self.tokens.get(at).is_some_and(|token| token.glued) => {}
            Item::Date => {
                let inner = self.level(level - 1, at);
                let longest = inner.iter().find(|inner| !inner.said.is_piece).map_or(0, |inner| inner.end);
                // Half a date is joined to nothing; only a day of the week may stand before the rest of one.
                let is_whole = |inner: &&Dated| {
                    level > 1 || inner.said.is_piece || inner.end == longest || inner.said.is_bare_weekday()
                };
                let inner = inner.iter().filter(is_whole);
                for inner in inner.filter(|inner| self.leads_on(next, inner.end, below)) {
                    let link = Link { said: &inner.said, tokens: at..inner.end, before: path.dates };
                    let path = Path { said: path.said, dates: Some(&link) };
                    self.walk(level, edge.node, start, inner.end, &path, show);
                }
            }
            item => {
                let leads_on = |end: usize| self.leads_on(next, end, below);
                self.take(item, at, path, &leads_on, &mut |end, path| {
                    self.walk(level, edge.node, start, end, path, show);
                });
            }
        }
    }

    /// What a date of the level below can begin with, as bits.
    fn below(&self, level: usize) -> u128 {
        level.checked_sub(1).and_then(|below| self.starts.get(below)).copied().unwrap_or_default()
    }

    /// Whether a node is an end, or goes on with what may stand at a token.
    fn leads_on(&self, node: &Node, at: usize, below: u128) -> bool {
        let token = self.can_be(at);
        let can_be = if token & below == 0 { token } else { token | Item::Date.bit() };
        !node.shapes.is_empty() || node.mask & can_be != 0 || node.mask == u128::MAX || self.after_mark(at).is_some()
    }

    /// Whether no unknown word and nothing counted stands right after.
    fn is_end(&self, at: usize) -> bool {
        if let Some(token) = self.tokens.get(at) {
            return match token.kind {
                Kind::Number(..) => false,
                Kind::Word(_) => !self.has(at, self.lexicon.roles.counted),
                _ => true,
            };
        }
        let last = self.tokens.last().map_or(0, |token| token.range.end);
        let after = self.text.get(last..).unwrap_or_default();
        !after.trim_start_matches([' ', '\u{a0}']).starts_with(char::is_alphanumeric)
    }

    /// The token after a mark that belongs to words: the stop of an abbreviation, an apostrophe, a hyphen.
    fn after_mark(&self, at: usize) -> Option<usize> {
        let token = self.tokens.get(at).filter(|token| token.glued)?;
        let before = self.tokens.get(at.checked_sub(1)?)?;
        let after = self.tokens.get(at + 1)?;
        let is_word = |token: &Token| matches!(token.kind, Kind::Word(_));
        let is_inner = match token.kind {
            Kind::Mark('.') => is_word(before) && before.range.len() <= 5,
            Kind::Mark('\'') => is_word(before),
            Kind::Mark('-') => after.glued && (is_word(before) || is_word(after)),
            _ => false,
        };
        is_inner.then_some(at + 1)
    }

    /// What a shape of the first levels says.
    fn dated(&self, shape: u16, end: usize, path: &Path<'_>) -> Option<Dated> {
        let meaning = self.meaning(shape)?;
        let said = match meaning {
            DateMeaning::Joined | DateMeaning::Part => {
                let mut dates = path.dates().into_iter().map(|(said, _)| said);
                let first = dates.next()?;
                let join = if meaning == DateMeaning::Part { Said::of } else { Said::and };
                let said = dates.try_fold(first, join)?.under(&path.said);
                (!said.is_clock() && said.can_be_vague()).then_some(said)?
            }
            _ => path.said.complete(meaning)?,
        };
        Some(Dated { end, said, meaning, shape })
    }

    /// What a shape of the last level says.
    fn found(&self, shape: u16, tokens: Range<usize>, path: &Path<'_>) -> Option<Found> {
        let meaning = self.meaning(shape)?;
        let said = match meaning {
            DateMeaning::Duration | DateMeaning::None => vec![(path.said, tokens.clone())],
            _ if path.dates.is_none() => vec![(path.said.complete(DateMeaning::Date)?, tokens.clone())],
            _ => together(meaning, path, &tokens)?,
        };
        Some(Found { tokens, said, meaning, shape })
    }

    fn meaning(&self, shape: u16) -> Option<DateMeaning> {
        self.grammar.shapes.get(usize::from(shape)).map(|shape| shape.meaning)
    }
}

/// What reads on from a shape that ends.
type Show<'s> = dyn FnMut(u16, usize, &Path<'_>) + 's;

impl Dated {
    fn found(&self, start: usize) -> Found {
        let tokens = start..self.end;
        Found { said: vec![(self.said, tokens.clone())], tokens, meaning: self.meaning, shape: self.shape }
    }
}

/// The items that a number or mark can be, as bits.
fn figure_mask(kind: Kind) -> u128 {
    let items: &[Item] = match kind {
        Kind::Word(_) | Kind::Proclitic(_) => &[],
        Kind::Mark(mark) => &[Item::Mark(mark)],
        Kind::Number(_, 4) => &[Item::Year, Item::HijriYear, Item::Count],
        Kind::Number(_, 1..=2) => &[
            Item::Day,
            Item::MonthNumber,
            Item::ShortYear,
            Item::Quarter,
            Item::Hour,
            Item::Minute,
            Item::Count,
            Item::Nth,
        ],
        Kind::Number(..) => &[Item::Count],
    };
    items.iter().fold(0, |mask, item| mask | item.bit())
}
