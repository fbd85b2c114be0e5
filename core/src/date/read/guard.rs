//! What only looks like a date: counts, labels, decimals, words that are also something else.

use std::ops::Range;

use super::{Found, Reader};
use crate::date::scan::{Kind, Token};
use crate::resources::{Class, DateMeaning};

impl Reader<'_> {
    /// Whether an expression is no part of something else: a decimal, an address, a count of things.
    pub(super) fn stands_alone(&self, found: &Found) -> bool {
        let Range { start, end } = found.tokens;
        let (Some(first), Some(last)) = (self.tokens.get(start), self.tokens.get(end.wrapping_sub(1))) else {
            return false;
        };
        let before = self.text.get(..first.range.start).unwrap_or_default();
        let after = self.text.get(last.range.end..).unwrap_or_default();
        let is_number = |token: &Token| matches!(token.kind, Kind::Number(..));
        let previous = start.checked_sub(1).and_then(|at| self.tokens.get(at));
        let is_clitic = previous.is_some_and(|token| {
            matches!(token.kind, Kind::Proclitic(_))
                || matches!(token.kind, Kind::Word(_)) && is_number(first) && token.range.len() <= 2
        });
        if !is_clitic && before.chars().next_back().is_some_and(char::is_alphanumeric) {
            return false;
        }
        if after.chars().next().is_some_and(char::is_alphanumeric) {
            return false;
        }
        if is_number(first)
            && (is_bound_before(before) || start > 0 && self.follows(start, self.lexicon.roles.numbered))
        {
            return false;
        }
        let is_open = matches!(
            found.meaning,
            DateMeaning::Since | DateMeaning::Starting | DateMeaning::After | DateMeaning::Before | DateMeaning::Until
        );
        let is_cut =
            |(_, date): &(_, Range<usize>)| self.level(1, date.start).iter().any(|longer| longer.end > date.end);
        if is_open && found.said.iter().any(is_cut) {
            // "Starting January" of "starting January 7th".
            return false;
        }
        let is_owner = || {
            let mark = self.tokens.get(end).is_some_and(|token| token.glued && token.kind == Kind::Mark('\''));
            mark && self.tokens.get(end + 1).is_some_and(|word| word.glued)
                && self.has(end + 1, self.lexicon.roles.possessive)
        };
        if is_open && is_owner() {
            // "After Saturday's derby".
            return false;
        }
        if is_number(last) && is_bound_after(after) || self.is_counting(found) {
            return false;
        }
        self.is_meant(found)
    }

    /// Whether it ends with a number of things: a day or year that the words after it count.
    pub(super) fn is_counting(&self, found: &Found) -> bool {
        let end = found.tokens.end;
        let Some(Kind::Number(_, digits)) = self.tokens.get(end.wrapping_sub(1)).map(|token| token.kind) else {
            return false;
        };
        let has_month = found.said.last().is_some_and(|(said, _)| said.civil.month.or(said.hijri.month).is_some());
        let is_vague = found.said.last().is_some_and(|(said, _)| said.modifier == Some(3));
        let is_counted = self.has(end, self.lexicon.roles.counted) || is_vague && self.is_counting_unknown(end);
        (digits < 3 || !has_month) && is_counted
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
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
        if found.said.len() == 1
            && said.is_bare_day()
            && (self.is_number(start) || self.meanings(start, Class::Ordinal).next().is_some())
        {
            return start > 0 && self.follows(start, self.lexicon.roles.day_cue);
        }
        match tokens {
            // A telephone number.
            [Token { kind: Kind::Number(..), .. }] if self.is_number(start.wrapping_sub(1)) || self.is_number(end) => {
                false
            }
            [
                Token { kind: Kind::Number(..), .. },
                Token { kind: Kind::Mark('/'), .. },
                Token { kind: Kind::Number(..), .. },
            ] if said.civil.year.is_none() => is_cued(),
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

/// Whether what stands before a number makes it something else: `+212`, `A/2024`, `3.2024`, `$`.
fn is_bound_before(before: &str) -> bool {
    let mut back = before.chars().rev();
    match (back.next(), back.next()) {
        (Some('/' | '+' | '#' | '@' | '_' | '=' | '$' | '€' | '£' | '^' | '\\' | '&' | '~' | '*' | '№'), _) => {
            true
        }
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
