//! Where the first name of a row ends: before a second name, and before the whole that a part belongs to.

use std::ops::Range;

use super::{Part, Row};
use crate::mention::token::{Gap, Shape};
use crate::model::OrganizationType as Kind;
use crate::resources::NameClass;

impl Row<'_, '_, '_> {
    /// How many parts belong to the first name of the row: up to where another name begins, without small words at the end.
    pub(super) fn cut(&self) -> usize {
        let mut count = self.parts.len();
        for (at, (part, _)) in self.parts.iter().enumerate() {
            let begins = match part {
                Part::And => self.begins_another(at),
                Part::Of => self.owns(at),
                _ => false,
            };
            if begins {
                count = at;
                break;
            }
        }
        while count > 0 && self.parts.get(count - 1).is_some_and(|(part, _)| part.is_link()) {
            count -= 1;
        }
        count
    }

    pub(super) fn heads(&self, range: Range<usize>) -> impl Iterator<Item = (usize, Kind)> {
        let parts = self.parts.get(range.clone()).unwrap_or_default();
        parts.iter().enumerate().filter_map(move |(at, (part, _))| match part {
            Part::Head(kind) => Some((range.start + at, *kind)),
            _ => None,
        })
    }

    /// Whether another name begins after an "and".
    pub(super) fn begins_another(&self, and: usize) -> bool {
        let page = self.finder.page;
        let Some((next, words)) = self.parts.get(and + 1) else { return true };
        let end = (and + 1..self.parts.len())
            .find(|&at| self.parts.get(at).is_some_and(|(part, _)| part.is_link()))
            .unwrap_or(self.parts.len());
        let left = self.heads(0..and).count() > 0;
        let is_topic = page.is(words.start, NameClass::Topic);
        let and_words = self.parts.get(and).map_or(0..0, |(_, words)| words.clone());
        let has_article = and_words.clone().any(|at| page.is(at, NameClass::Article))
            && !and_words.clone().any(|at| page.is(at, NameClass::Of));
        let is_listed = self.parts.get(and).is_some_and(|(_, words)| page.gap(words.start).has(Gap::COMMA));
        match next {
            Part::Body | Part::Place(_) => return true,
            Part::Head(_) | Part::Proper if has_article && left => return true,
            Part::Head(_) if is_listed || is_topic && end == and + 2 => return false,
            // "National Library and Archives of Egypt": the second noun is alone, and the first has nothing of its own yet.
            Part::Head(_) => {
                let is_bare = self.parts.get(..and).is_some_and(|parts| !parts.iter().any(|(part, _)| part.is_link()));
                let is_single = end == and + 2 && page.shape(words.start) != Shape::Lower;
                return !(is_bare && is_single && left);
            }
            _ => {}
        }
        // "... and Qatar Foundation", but "Film and Digital Media": only some heads begin a name by themselves.
        let strong = |kind: Kind| {
            !matches!(
                kind,
                Kind::Company
                    | Kind::Media
                    | Kind::Unit
                    | Kind::Programme
                    | Kind::Museum
                    | Kind::Committee
                    | Kind::Movement
            )
        };
        let right = self.heads(and + 1..end).last();
        let is_last = right.is_some_and(|(at, _)| at + 1 == end);
        if !left {
            // "Food and Drug Authority": one head for both, at the end.
            let is_sign = and_words.clone().all(|at| page.shape(at) == Shape::Sign);
            return !is_sign && (!is_last || and_words.len() > 1);
        }
        // "Saltlight Pictures and Ardán": the first name ends in its head, and the other has none.
        let ends_in_head =
            and > 1 && matches!(self.parts.get(and - 1), Some((Part::Head(_), _))) && right.is_none() && !is_topic;
        if ends_in_head {
            return true;
        }
        let is_upper = page.shape(words.start) == Shape::Upper && !is_topic;
        right.is_some_and(|(at, kind)| strong(kind) && at > and + 1 && is_last && !is_topic) || is_upper
    }

    /// Whether what follows "of" is the whole that a unit belongs to, not a part of its name.
    pub(super) fn owns(&self, of: usize) -> bool {
        let Some((next, words)) = self.parts.get(of + 1) else { return true };
        let is_named = self
            .parts
            .get(..of)
            .is_some_and(|parts| parts.iter().any(|(part, _)| part.is_link() || matches!(part, Part::Proper)));
        let is_unit = self.heads(0..of).any(|(_, kind)| {
            matches!(
                kind,
                Kind::Unit
                    | Kind::Chair
                    | Kind::University
                    | Kind::School
                    | Kind::Research
                    | Kind::PublicBody
                    | Kind::Programme
            )
        });
        match next {
            Part::Head(kind) => {
                let is_whole = matches!(
                    kind,
                    Kind::University
                        | Kind::Ministry
                        | Kind::Research
                        | Kind::Hospital
                        | Kind::School
                        | Kind::Igo
                        | Kind::PublicBody
                );
                let is_long = self.parts.get(of + 2).is_some();
                let is_capital = self.finder.page.is_capital(words.start);
                is_named && is_unit && is_whole && is_long && is_capital
            }
            Part::Body => is_named && is_unit,
            _ => false,
        }
    }
}
