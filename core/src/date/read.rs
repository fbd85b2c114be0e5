//! Walks the shapes of a grammar over a run of tokens: the longest expression at every place.

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::ops::Range;

use crate::model::RuleId;
use crate::resources::{Class, DateMeaning, Edge, Grammar, Item, Lexicon, Meaning, Node, Roles, Unit, WordId};

use super::calendar::YEARS;
use super::number::Sum;
use super::said::Said;
use super::scan::{Kind, Token};

/// An expression that was read.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// What it says: one date, or the dates it is made of.
    pub(super) said: Vec<(Said, Range<usize>)>,
    pub(super) meaning: DateMeaning,
    /// The index of its shape.
    pub(super) shape: u16,
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
pub(super) struct Reader<'r> {
    lexicon: &'r Lexicon,
    grammar: &'r Grammar,
    tokens: &'r [Token],
    text: &'r str,
    /// The items that each token can begin, as bits.
    masks: Vec<u128>,
    /// What a date of each level can begin with, as bits.
    starts: [u128; 3],
    /// The phrases of all tokens, with their ends, and where those of each token stand among them.
    phrases: Vec<(usize, Meaning)>,
    places: Vec<Range<usize>>,
    /// What was read at each token, by level.
    known: [Vec<OnceCell<Vec<Dated>>>; 2],
}

/// Dates on the way through a shape.
#[derive(Clone, Default)]
struct Path {
    said: Said,
    dates: Vec<(Said, Range<usize>)>,
}

impl<'r> Reader<'r> {
    pub(super) fn new(lexicon: &'r Lexicon, grammar: &'r Grammar, tokens: &'r [Token], text: &'r str) -> Self {
        let [first, second, third] = grammar.levels.each_ref().map(|level| level.starts() & !Item::Date.bit());
        let starts = [first, first | second, first | second | third];
        let known = [vec![OnceCell::new(); tokens.len()], vec![OnceCell::new(); tokens.len()]];
        let (phrases, places, masks) = (Vec::new(), Vec::new(), Vec::new());
        let mut reader = Self { lexicon, grammar, tokens, text, masks, starts, phrases, places, known };
        for (at, token) in tokens.iter().enumerate() {
            let from = reader.phrases.len();
            reader.find_phrases(at);
            let found = reader.phrases.get(from..).unwrap_or_default();
            let words = found.iter().fold(0, |mask, (_, meaning)| mask | meaning.class.mask());
            reader.masks.push(words | figure_mask(token.kind));
            reader.places.push(from..reader.phrases.len());
        }
        reader
    }

    /// The line of data an expression was read with.
    pub(super) fn rule(&self, found: &Found) -> RuleId {
        self.grammar.shapes.get(usize::from(found.shape)).map_or_else(|| RuleId::from("date"), |shape| shape.id.clone())
    }

    /// The token of the day of the week in an expression.
    pub(super) fn weekday(&self, tokens: &Range<usize>) -> Option<usize> {
        tokens.clone().find(|&at| self.meanings(at, Class::Weekday).next().is_some())
    }

    /// The longest expression that begins at a token.
    pub(super) fn longest(&self, at: usize) -> Option<Found> {
        if self.can_be(at) & self.starts[2] == 0 {
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
        let cell = self.known.get(level).and_then(|level| level.get(at));
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

    fn can_be(&self, at: usize) -> u128 {
        self.masks.get(at).copied().unwrap_or_default()
    }

    /// Follows every way through the patterns of a level from a token on, and shows the shapes that end.
    fn walk(&self, level: usize, node: u32, start: usize, at: usize, path: &Path, show: &mut Show<'_>) {
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
            let (roots, others) = if is_root { (graph.roots(can_be), [].iter()) } else { (graph.roots(0), node.next.iter()) };
            for edge in roots.chain(others.filter(|edge| edge.bit & can_be != 0)) {
                self.follow(level, edge, start, at, path, show);
            }
        }
    }

    /// Follows one edge of a pattern over a token.
    fn follow(&self, level: usize, edge: &Edge, start: usize, at: usize, path: &Path, show: &mut Show<'_>) {
        let Some(next) = self.grammar.levels.get(level).and_then(|graph| graph.node(edge.node)) else { return };
        let below = self.below(level);
        match edge.item {
            Item::End if self.is_end(at) => self.walk(level, edge.node, start, at, path, show),
            _ if edge.glued && at > start && !self.tokens.get(at).is_some_and(|token| token.glued) => {}
            Item::Date => {
                for inner in self.level(level - 1, at).iter().filter(|inner| self.leads_on(next, inner.end, below)) {
                    let mut path = path.clone();
                    path.dates.push((inner.said, at..inner.end));
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
    fn dated(&self, shape: u16, end: usize, path: &Path) -> Option<Dated> {
        let meaning = self.meaning(shape)?;
        let said = match meaning {
            DateMeaning::Joined | DateMeaning::Part => {
                let mut dates = path.dates.iter().map(|(said, _)| *said);
                let first = dates.next()?;
                let join = if meaning == DateMeaning::Part { Said::of } else { Said::and };
                dates.try_fold(first, join)?.under(&path.said)
            }
            _ => path.said.complete(meaning)?,
        };
        Some(Dated { end, said, meaning, shape })
    }

    /// What a shape of the last level says.
    fn found(&self, shape: u16, tokens: Range<usize>, path: &Path) -> Option<Found> {
        let meaning = self.meaning(shape)?;
        let said = match meaning {
            DateMeaning::Duration | DateMeaning::None => vec![(path.said, tokens.clone())],
            _ if path.dates.is_empty() => vec![(path.said.complete(DateMeaning::Date)?, tokens.clone())],
            _ => together(meaning, path, &tokens)?,
        };
        Some(Found { tokens, said, meaning, shape })
    }

    fn meaning(&self, shape: u16) -> Option<DateMeaning> {
        self.grammar.shapes.get(usize::from(shape)).map(|shape| shape.meaning)
    }

    /// Every way to read an item at a token.
    fn take(
        &self,
        item: Item,
        at: usize,
        path: &Path,
        leads_on: &dyn Fn(usize) -> bool,
        go: &mut dyn FnMut(usize, &Path),
    ) {
        let mut step = |end: usize, set: &dyn Fn(&mut Said) -> bool| {
            if !leads_on(end) {
                return;
            }
            let mut path = path.clone();
            if set(&mut path.said) {
                go(end, &path);
            }
        };
        let Some(token) = self.tokens.get(at) else { return };
        let figure = if let Kind::Number(value, digits) = token.kind { Some((value, digits)) } else { None };
        let small = figure.filter(|&(_, digits)| digits <= 2).map(|(value, _)| value);
        match (item, figure) {
            (Item::Mark(mark), _) => {
                if token.kind == Kind::Mark(mark) {
                    step(at + 1, &|_| true);
                }
            }
            (Item::Word(class), _) => {
                for (end, meaning) in self.meanings(at, class) {
                    let names = self.lexicon.roles;
                    step(end, &|said| set_word(said, &meaning, &names));
                }
            }
            (Item::Year, Some((value, 4))) => step(at + 1, &|said| set_year(said, value as i32)),
            (Item::HijriYear, Some((value @ 1300..=1500, 4))) => step(at + 1, &|said| {
                said.era = Some(1);
                set_year(said, value as i32)
            }),
            (Item::ShortYear, Some((value, 2))) => {
                // As CLDR and POSIX read two digits.
                let century = if value < 69 { 2000 } else { 1900 };
                step(at + 1, &|said| {
                    let century = said.civil.year.map_or(century, |year| year / 100 * 100);
                    set_year(said, century + value as i32)
                });
            }
            (Item::TwoDigitMonth, Some((value @ 1..=12, 2))) | (Item::MonthNumber, Some((value @ 1..=12, 1..=2))) => step(at + 1, &|said| {
                said.is_ambiguous = said.civil.day.is_none_or(|day| day <= 12 && day != value);
                said.is_figured = true;
                set(&mut said.civil.month, value)
            }),
            (Item::TwoDigitDay, Some((value @ 1..=31, 2))) | (Item::Day, Some((value @ 1..=31, 1..=2))) => {
                let is_ambiguous = |said: &Said| said.is_ambiguous && value <= 12 && said.civil.month != Some(value);
                for end in self.after_suffix(at + 1) {
                    step(end, &|said| {
                        said.is_ambiguous = is_ambiguous(said);
                        set_day(said, value)
                    });
                }
            }
            (Item::Quarter, Some((value @ 1..=4, 1))) => step(at + 1, &|said| {
                said.part = said.part.or(Some(Unit::Quarter));
                set(&mut said.nth, value as i32)
            }),
            (Item::Offset, None) => {
                if let Some((end, minutes)) = self.offset(at) {
                    step(end, &|said| set(&mut said.clock.offset, minutes));
                }
            }
            (Item::Hour, Some((value @ 0..=24, 1..=2))) => step(at + 1, &|said| set(&mut said.clock.hour, value)),
            (Item::Minute, Some((value @ 0..=59, 2))) => step(at + 1, &|said| set(&mut said.clock.minute, value)),
            (Item::Second, Some((value @ 0..=59, 2))) => step(at + 1, &|said| set(&mut said.clock.second, value)),
            (Item::Count, Some((value @ 1..=9999, _))) => {
                step(at + 1, &|said| set(&mut said.count, value as i32));
            }
            (Item::Nth, Some(_)) => {
                let Some(value @ 1..=31) = small else { return };
                let after = self.suffix(at + 1);
                after.into_iter().for_each(|end| step(end, &|said| set(&mut said.nth, value as i32)));
            }
            (Item::Year, None) => {
                if let Some((end, value)) = self.number(at).filter(|(end, value)| end - at > 1 || *value > 1000) {
                    step(end, &|said| YEARS.contains(&value) && set_year(said, value));
                }
            }
            (Item::Day, None) => {
                for (end, meaning) in self.meanings(at, Class::Ordinal) {
                    if let (1..=31, Ok(value)) = (meaning.value, u32::try_from(meaning.value)) {
                        step(end, &|said| {
                            said.is_ordinal = true;
                            set_day(said, value)
                        });
                    }
                }
                if let Some((end, value @ 1..=31)) = self.number(at) {
                    step(end, &|said| {
                        said.is_counted = true;
                        set_day(said, u32::try_from(value).unwrap_or_default())
                    });
                }
            }
            (Item::Count, None) => {
                if let Some((end, value)) = self.number(at) {
                    step(end, &|said| set(&mut said.count, value));
                }
            }
            (Item::Hour, None) => {
                let ordinals = self.meanings(at, Class::Ordinal).map(|(end, meaning)| (end, meaning.value));
                for (end, value) in ordinals.chain(self.number(at)).collect::<Vec<_>>() {
                    if let (1..=12, Ok(value)) = (value, u32::try_from(value)) {
                        step(end, &|said| set(&mut said.clock.hour, value));
                    }
                }
            }
            (Item::Nth, None) => {
                for (end, meaning) in self.meanings(at, Class::Ordinal) {
                    step(end, &|said| set(&mut said.nth, meaning.value));
                }
            }
            _ => {}
        }
    }

    /// The phrases of a class that begin at a token, with their ends.
    fn meanings(&self, at: usize, class: Class) -> impl Iterator<Item = (usize, Meaning)> {
        let place = self.places.get(at).cloned().unwrap_or_default();
        // A month may be one of either calendar.
        let is_wanted = move |found: Class| found == class || class == Class::Month && found == Class::HijriMonth;
        let own = self.phrases.get(place).unwrap_or_default();
        own.iter().copied().filter(move |(_, meaning)| is_wanted(meaning.class))
    }

    fn find_phrases(&mut self, at: usize) {
        let Some(word) = self.word(at) else { return };
        for (rest, meanings) in self.lexicon.phrases(word) {
            let mut own = meanings.iter().filter(|meaning| meaning.languages & self.grammar.languages != 0).peekable();
            if own.peek().is_none() {
                continue;
            }
            if let Some(end) = self.phrase_end(at + 1, rest) {
                self.phrases.extend(own.map(|meaning| (end, *meaning)));
            }
        }
    }

    fn has(&self, at: usize, class: Option<u16>) -> bool {
        class.is_some_and(|class| self.meanings(at, Class::Word(class)).next().is_some())
    }

    fn word(&self, at: usize) -> Option<WordId> {
        match self.tokens.get(at)?.kind {
            Kind::Word(id) | Kind::Proclitic(id) => Some(id),
            _ => None,
        }
    }

    /// Where the rest of a phrase ends; marks inside of words (`mid-`, `d'`, `a.m`) may stand between them.
    fn phrase_end(&self, from: usize, rest: &[WordId]) -> Option<usize> {
        let mut at = from;
        let mut has_stops = false;
        for &wanted in rest {
            let is_inner = self.tokens.get(at).is_some_and(|token| {
                token.glued && matches!(token.kind, Kind::Mark('-' | '\'' | '.'))
            });
            let is_apostrophe = self.tokens.get(at).is_some_and(|token| token.kind == Kind::Mark('\''));
            if is_inner && (is_apostrophe || self.tokens.get(at + 1).is_some_and(|next| next.glued)) {
                has_stops |= self.tokens.get(at).is_some_and(|token| token.kind == Kind::Mark('.'));
                at += 1;
            }
            if self.word(at) != Some(wanted) {
                return None;
            }
            at += 1;
        }
        // `a.m.` ends with a stop of its own.
        let is_stop = self.tokens.get(at).is_some_and(|token| token.glued && token.kind == Kind::Mark('.'));
        Some(at + usize::from(has_stops && is_stop))
    }

    /// The longest number in words at a token.
    fn number(&self, at: usize) -> Option<(usize, i32)> {
        let (mut sum, mut end, mut best) = (Sum::default(), at, None);
        loop {
            let from = if sum.words() > 0 && self.has(end, self.lexicon.roles.and) { end + 1 } else { end };
            let is_hyphen = sum.words() > 0
                && self.tokens.get(from).is_some_and(|token| token.glued && token.kind == Kind::Mark('-'));
            let words = self.meanings(from + usize::from(is_hyphen), Class::Number);
            // "one" is a number only after others: "ninety-one".
            let from = from + usize::from(is_hyphen);
            let one = (sum.words() > 0 && self.has(from, self.lexicon.roles.one)).then_some((from + 1, 1));
            let mut next = words.map(|(end, word)| (end, word.value)).chain(one);
            let Some((next, longer)) = next.find_map(|(end, word)| Some((end, sum.then(word)?))) else {
                return best;
            };
            (sum, end) = (longer, next);
            best = Some((end, sum.value()));
        }
    }

    /// `UTC+1`, `GMT +05:30`.
    fn offset(&self, at: usize) -> Option<(usize, i32)> {
        let (end, _) = self.meanings(at, Class::Zone).next()?;
        let sign = match self.tokens.get(end)?.kind {
            Kind::Mark('+') => 1,
            Kind::Mark('-') => -1,
            _ => return None,
        };
        let figure = |at: usize| match self.tokens.get(at)?.kind {
            Kind::Number(value, 1..=2) => i32::try_from(value).ok(),
            _ => None,
        };
        let hours = figure(end + 1).filter(|hours| *hours <= 14)?;
        let is_colon = self.tokens.get(end + 2).is_some_and(|token| token.glued && token.kind == Kind::Mark(':'));
        let minutes = figure(end + 3).filter(|minutes| is_colon && *minutes < 60);
        Some((end + 2 + if minutes.is_some() { 2 } else { 0 }, sign * (hours * 60 + minutes.unwrap_or(0))))
    }

    /// Where a day in figures ends: with or without "th", "er".
    fn after_suffix(&self, at: usize) -> Vec<usize> {
        self.suffix(at).into_iter().chain([at]).collect()
    }

    fn suffix(&self, at: usize) -> Option<usize> {
        let (end, _) = self.meanings(at, Class::Word(self.lexicon.roles.suffix?)).next()?;
        Some(end)
    }

    /// Whether an expression is no part of something else: a decimal, an address, a count of things.
    fn stands_alone(&self, found: &Found) -> bool {
        let Range { start, end } = found.tokens;
        let (Some(first), Some(last)) = (self.tokens.get(start), self.tokens.get(end.wrapping_sub(1))) else {
            return false;
        };
        let before = self.text.get(..first.range.start).unwrap_or_default();
        let after = self.text.get(last.range.end..).unwrap_or_default();
        let is_number = |token: &Token| matches!(token.kind, Kind::Number(..));
        let previous = start.checked_sub(1).and_then(|at| self.tokens.get(at));
        let is_clitic = previous.is_some_and(|token| {
            matches!(token.kind, Kind::Proclitic(_)) || matches!(token.kind, Kind::Word(_)) && is_number(first) && token.range.len() <= 2
        });
        if !is_clitic && before.chars().next_back().is_some_and(char::is_alphanumeric) {
            return false;
        }
        if after.chars().next().is_some_and(char::is_alphanumeric) {
            return false;
        }
        if is_number(first) && (is_bound_before(before) || start > 0 && self.follows(start, self.lexicon.roles.numbered)) {
            return false;
        }
        let is_open = matches!(
            found.meaning,
            DateMeaning::Since | DateMeaning::Starting | DateMeaning::After | DateMeaning::Before | DateMeaning::Until
        );
        if is_open && (after.starts_with("'s") || after.starts_with("\u{2019}s")) {
            // "After Saturday's derby".
            return false;
        }
        if is_number(last) && is_bound_after(after) || self.is_counting(found) {
            return false;
        }
        self.is_meant(found)
    }

    /// Whether it ends with a number of things: a day or year that the words after it count.
    fn is_counting(&self, found: &Found) -> bool {
        let end = found.tokens.end;
        let Some(Kind::Number(_, digits)) = self.tokens.get(end.wrapping_sub(1)).map(|token| token.kind) else {
            return false;
        };
        let has_month = found.said.last().is_some_and(|(said, _)| said.civil.month.or(said.hijri.month).is_some());
        (digits < 3 || !has_month) && self.has(end, self.lexicon.roles.counted)
    }

    fn is_number(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| matches!(token.kind, Kind::Number(..)))
    }

    /// Whether a word of a class stands before a token.
    fn follows(&self, at: usize, class: Option<u16>) -> bool {
        let Some(class) = class else { return false };
        let from = at.saturating_sub(3);
        (from..at).any(|before| {
            self.meanings(before, Class::Word(class)).any(|(end, _)| {
                let between = self.tokens.get(end..at).unwrap_or_default();
                end <= at && between.iter().all(|token| matches!(token.kind, Kind::Mark('.' | '°' | ':' | '#' | '\'')))
            })
        })
    }

    /// Words that are also something else, and numbers that could be anything, need something that tells.
    fn is_meant(&self, found: &Found) -> bool {
        let Range { start, end } = found.tokens;
        let Some((said, _)) = found.said.first() else { return false };
        let tokens = self.tokens.get(start..end).unwrap_or_default();
        let is_cued = || start > 0 && self.follows(start, self.lexicon.roles.cue);
        let has_figures = tokens.iter().any(|token| matches!(token.kind, Kind::Number(..)));
        if !has_figures && (start..end).any(|at| self.is_ambiguous(at) && self.is_small(at)) {
            return false;
        }
        if found.said.len() == 1 && said.is_bare_day() && (self.is_number(start) || self.meanings(start, Class::Ordinal).next().is_some()) {
            return start > 0 && self.follows(start, self.lexicon.roles.day_cue);
        }
        match tokens {
            // A telephone number.
            [Token { kind: Kind::Number(..), .. }] if self.is_number(start.wrapping_sub(1)) || self.is_number(end) => false,
            [Token { kind: Kind::Number(..), .. }, Token { kind: Kind::Mark('/'), .. }, Token { kind: Kind::Number(..), .. }]
                if said.civil.year.is_none() =>
            {
                is_cued()
            }
            [Token { kind: Kind::Number(value, 4), .. }] => {
                let is_plain = (1900..2070).contains(value) && value % 100 != 0;
                is_cued() || is_plain && !self.is_counting_unknown(end)
            }
            [_] => !self.is_ambiguous(start) || is_cued(),
            _ => true,
        }
    }

    /// Whether the next word has an ending that only counted nouns have (Arabic after 11 and more).
    fn is_counting_unknown(&self, at: usize) -> bool {
        let end = self.tokens.get(at.wrapping_sub(1)).map_or(0, |token| token.range.end);
        let after = self.text.get(end..).unwrap_or_default();
        let next = after.strip_prefix(' ').unwrap_or_default().split(|c: char| !c.is_alphanumeric()).next();
        let endings = &self.grammar.counted_endings;
        next.is_some_and(|word| word.len() > 6 && endings.iter().any(|ending| word.ends_with(ending.as_str())))
    }

    fn is_ambiguous(&self, at: usize) -> bool {
        self.has(at, self.lexicon.roles.ambiguous)
    }

    /// Whether a word that is written with a capital has none here.
    fn is_small(&self, at: usize) -> bool {
        let source = self.tokens.get(at).and_then(|token| self.text.get(token.range.clone())).unwrap_or_default();
        source.starts_with(char::is_lowercase) && self.word(at).is_some_and(|word| self.lexicon.is_capitalised(word))
    }
}

/// What reads on from a shape that ends.
type Show<'s> = dyn FnMut(u16, usize, &Path) + 's;

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

/// The dates of a shape that is made of dates; none when one of them is no date.
fn together(meaning: DateMeaning, path: &Path, tokens: &Range<usize>) -> Option<Vec<(Said, Range<usize>)>> {
    let mut dates = merged(meaning, &path.dates)?;
    match meaning {
        DateMeaning::Every => {
            dates.iter_mut().for_each(|(said, _)| *said = said.under(&path.said).counting(&path.said));
            return Some(dates);
        }
        // So long before or after a date.
        DateMeaning::Before | DateMeaning::After if path.said.unit.is_some() => {
            dates.push((path.said, tokens.clone()));
        }
        _ => {}
    }
    if let (Some(year), Some((last, _))) = (path.said.civil.year, dates.last_mut()) {
        last.civil.year = last.civil.year.or(Some(year));
    }
    let is_day = |said: &Said| said.has_day() || said.offset.is_some() || said.weekday.is_some();
    if meaning == DateMeaning::Starting && dates.iter().any(|(said, _)| is_day(said)) {
        return None;
    }
    (!is_lost(meaning, &dates)).then_some(dates)
}

/// Half as many dates when all are said twice: by the day of the week and its number, or in two calendars.
fn merged(meaning: DateMeaning, dates: &[(Said, Range<usize>)]) -> Option<Vec<(Said, Range<usize>)>> {
    let has_weekdays = dates.first().is_some_and(|(said, _)| said.weekday.is_some() && !said.has_day());
    let is_double = dates.len() >= 4 && dates.len() % 2 == 0 && (has_weekdays || meaning == DateMeaning::Interval);
    if !is_double {
        return Some(dates.to_vec());
    }
    let (first, second) = dates.split_at(dates.len() / 2);
    let shared = |half: &[(Said, Range<usize>)]| -> Vec<(Said, Range<usize>)> {
        let (Some((first, _)), Some((last, _))) = (half.first(), half.last()) else { return Vec::new() };
        let share = |said: &Said| Said { is_piece: false, ..said.sharing(last).sharing(first) };
        half.iter().map(|(said, tokens)| (share(said), tokens.clone())).collect()
    };
    let pairs = shared(first).into_iter().zip(shared(second));
    pairs.map(|((one, at), (other, to))| Some((one.and(other)?, at.start..to.end))).collect()
}

/// Whether one of some dates is none, even with what the others say.
fn is_lost(meaning: DateMeaning, dates: &[(Said, Range<usize>)]) -> bool {
    let (Some((first, _)), Some((last, _))) = (dates.first(), dates.last()) else { return true };
    let is_open = !matches!(meaning, DateMeaning::Interval | DateMeaning::Row);
    if is_open && dates.iter().any(|(said, _)| said.direction.is_some()) {
        return true;
    }
    // A number after a whole date is something else: "5 May 2023 at 18".
    let has_days = dates.iter().filter(|(said, _)| said.has_day()).count();
    if meaning == DateMeaning::Row && has_days > 0 && has_days < dates.len() {
        return true;
    }
    let is_late = first.civil.year.is_some() && last.civil.day.is_some() && last.civil.month.is_none();
    is_late || dates.iter().any(|(said, _)| said.sharing(last).sharing(first).is_lost())
}

/// Whether what stands before a number makes it something else: `+212`, `A/2024`, `3.2024`, `$`.
fn is_bound_before(before: &str) -> bool {
    let mut back = before.chars().rev();
    match (back.next(), back.next()) {
        (Some('/' | '+' | '#' | '@' | '_' | '=' | '$' | '€' | '£' | '^' | '\\' | '&' | '~' | '*' | '№'), _) => true,
        (Some('-' | '.' | ',' | ':' | '٫' | '٬'), Some(c)) => c.is_alphanumeric(),
        _ => false,
    }
}

/// Whether what stands after a number makes it something else: `5 %`, `12,000`, `24-hour`.
fn is_bound_after(after: &str) -> bool {
    let trimmed = after.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    if trimmed.starts_with(['%', '٪', '‰', '$', '€', '£', '°']) {
        return true;
    }
    let mut chars = after.chars();
    match (chars.next(), chars.next()) {
        (Some('/' | '+' | '_' | '@' | '=' | '^'), _) => true,
        (Some('.' | ',' | ':' | '٫' | '٬'), Some(c)) => c.is_numeric(),
        (Some('-'), Some(c)) => c.is_alphanumeric(),
        _ => false,
    }
}

fn set<T: PartialEq>(field: &mut Option<T>, value: T) -> bool {
    let is_new = field.is_none();
    *field = Some(value);
    is_new
}

fn set_year(said: &mut Said, year: i32) -> bool {
    let civil = if said.hijri.month.is_some() { &mut said.hijri } else { &mut said.civil };
    if civil.year.is_some_and(|first| (1..=60).contains(&(year - first))) {
        return set(&mut said.next_year, year);
    }
    set(&mut civil.year, year)
}

fn set_day(said: &mut Said, day: u32) -> bool {
    let civil = if said.hijri.month.is_some() { &mut said.hijri } else { &mut said.civil };
    set(&mut civil.day, day)
}

/// Lets a word say what it means.
fn set_word(said: &mut Said, meaning: &Meaning, names: &Roles) -> bool {
    let value = meaning.value;
    let number = u32::try_from(value).unwrap_or_default();
    match meaning.class {
        // The same month twice is a doublet: "يوليو/تموز".
        Class::Month => said.civil.month == Some(number) || set(&mut said.civil.month, number),
        Class::HijriMonth => {
            if said.civil.month.is_some() {
                return false;
            }
            said.hijri.day = said.civil.day.take();
            said.hijri.month == Some(number) || set(&mut said.hijri.month, number)
        }
        Class::Weekday => set(&mut said.weekday, number),
        Class::Unit => Unit::at(value).is_some_and(|unit| set(&mut said.unit, unit)),
        Class::Pair => set(&mut said.count, 2) && Unit::at(value).is_some_and(|unit| set(&mut said.unit, unit)),
        Class::Day => set(&mut said.offset, value),
        Class::NearDay => {
            said.is_from_last = true;
            set(&mut said.offset, value)
        }
        Class::Relation => set(&mut said.relation, value),
        Class::Season => set(&mut said.season, value),
        Class::Decade => set_year(said, 1900 + value) && set(&mut said.unit, Unit::Decade),
        Class::DayPeriod => set(&mut said.clock.half, value),
        Class::Zone => set(&mut said.clock.zone, value),
        Class::Era => {
            let is_hijri = said.hijri.month.is_some();
            said.era = Some(value);
            is_hijri == (value == 1) || !is_hijri && (said.civil.month.is_none() || said.is_figured)
        }
        Class::Modifier => set(&mut said.modifier, value),
        Class::Frequency => set(&mut said.frequency, value),
        Class::Ordinal | Class::Number => true,
        Class::Word(class) => {
            let class = Some(class);
            if class == names.this {
                said.relation = Some(0);
            } else if class == names.later || class == names.earlier {
                said.is_from_last = true;
            } else if class == names.one {
                said.count = Some(1);
            } else if class == names.decades {
                said.unit = Some(Unit::Decade);
            } else if class == names.decade_mark {
                said.unit = Some(Unit::Decade);
            } else if class == names.half_letter {
                said.part = Some(Unit::Half);
            } else if class == names.century {
                said.part = Some(Unit::Century);
            } else if class == names.half_past {
                said.clock.minute = Some(30);
            } else if class == names.quarter_past {
                said.clock.minute = Some(15);
            } else if class == names.quarter_to {
                said.clock.minute = Some(45);
                said.clock.hour = said.clock.hour.map(|hour| if hour == 1 { 12 } else { hour.saturating_sub(1) });
            }
            true
        }
    }
}
