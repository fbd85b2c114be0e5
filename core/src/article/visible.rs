//! The day of publication as a page of HTML prints it: beside the title, under the text, or once and nowhere else.

use std::ops::Range;

use chrono::NaiveDate;

use super::Reader;
use crate::date::{Setting, find_dates, parse_iso};
use crate::ingest::{Block, Markup, Tag};
use crate::model::{Label, Temporal};
use crate::text::{Span, fold};

/// Lines above the title, and lines below it, that may say the day.
const ABOVE: usize = 6;
const BELOW: usize = 8;
/// Lines under the text that may.
const UNDER: usize = 10;
/// Longest line, in bytes, that is there to say a day; a line of a class that says so may be longer.
const MAX_LINE: usize = 120;
const MAX_CLASSED: usize = 300;

/// Parts of a page, by their names in `markup.toml`, whose days are those of something else.
const ELSEWHERE: [&str; 8] = ["related", "comments", "teaser", "menu", "footer", "aside", "advertisement", "popup"];
/// Characters at the beginning of the text that are looked at, and bytes that may stand before a day there.
const LEAD: usize = 60;
const MAX_BEFORE: usize = 2;

/// Where a day stands, the most trusted first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    /// Beside the title, in an element that is there for it.
    HeadOfClass,
    Head,
    FootOfClass,
    Foot,
    /// Somewhere else, in an element that is there for it.
    Class,
}

impl Reader<'_> {
    /// The day of publication by the lines around the article.
    pub(super) fn printed(&self, markup: &Markup<'_>) -> Option<Temporal> {
        let words = self.resources.markup();
        let [date, credit] = [words.part("date"), words.parts_of(&["byline", "meta"])];
        let other = words.parts_of(&ELSEWHERE);
        let (head, foot) = self.surroundings();
        let own = self.language();
        let languages = self.languages(&own);
        let mut found: Vec<(Standing, Temporal)> = Vec::new();
        for (at, block) in markup.blocks.iter().enumerate() {
            let Some(node) = markup.nodes.get(block.node as usize) else { continue };
            let near = node.near.with(block.inline);
            let is_classed = near.intersects(date) || near.intersects(credit);
            let is_elsewhere = near.intersects(other) || matches!(node.landmark, Tag::Nav | Tag::Aside | Tag::Footer);
            let standing = match (head.contains(&at), foot.contains(&at)) {
                (true, _) if is_classed => Standing::HeadOfClass,
                (true, _) => Standing::Head,
                (_, true) if is_classed && !is_elsewhere => Standing::FootOfClass,
                (_, true) if !is_elsewhere => Standing::Foot,
                _ if near.intersects(date) && !is_elsewhere => Standing::Class,
                _ => continue,
            };
            if let Some(day) = self.day_of(at, block, is_classed, &languages) {
                found.push((standing, day));
            }
        }
        found.extend(self.leading(&languages).map(|day| (Standing::Head, day)));
        let best = found.iter().map(|(standing, _)| *standing).min()?;
        let mut days = found.into_iter().filter(|(standing, _)| *standing == best).map(|(_, day)| day);
        let first = days.next()?;
        // Far from the title only a day that stands alone is meant.
        (best < Standing::Foot || days.all(|other| other.from == first.from)).then_some(first)
    }

    /// The languages a day may be written in: that of the article; on a page that does not say its language every other too.
    fn languages<'l>(&'l self, own: &'l str) -> Vec<Option<&'l str>> {
        let all = self.resources.languages().iter().enumerate().filter(|(at, _)| self.resources.is_asked_for(*at));
        let others = all.map(|(_, (tag, _))| Some(tag.as_str())).filter(|_| self.declared.is_none());
        std::iter::once(Some(own).filter(|tag| *tag != "und")).chain(others).collect()
    }

    /// The first day that a line says and that does not say when something was changed.
    fn day_of(&self, at: usize, block: &Block, is_classed: bool, languages: &[Option<&str>]) -> Option<Temporal> {
        let line = self.inner(at);
        let shape = self.segments.shapes.get(at)?;
        let is_short = line.len() <= if is_classed { MAX_CLASSED } else { MAX_LINE } && shape.inner_stops <= 1;
        let has_digits = || line.slice(self.text).chars().filter(|c| c.is_numeric()).count() >= 4;
        if !is_short || block.linked_share > 60 && !is_classed || !has_digits() {
            return None;
        }
        languages.iter().find_map(|language| self.day_in(line, *language))
    }

    fn day_in(&self, line: Span, language: Option<&str>) -> Option<Temporal> {
        let setting = Setting { language, ..Setting::default() };
        let mut said = line.start;
        for date in find_dates(self.text, [line], &setting, self.resources).dates {
            let before = fold(Span::new(said, date.span.start.max(said)).slice(self.text));
            said = date.span.end;
            let is_changed = self.resources.lines().says_modified(before.as_str());
            if date.day().is_some_and(|day| parse_iso(day).is_some_and(|day| self.is_possible(day))) && !is_changed {
                return Some(date);
            }
        }
        None
    }

    /// The day that the text begins with: "(18.01.2018) …".
    fn leading(&self, languages: &[Option<&str>]) -> Option<Temporal> {
        let first = self.labelled(Label::Body).next()?;
        let line = self.inner(first);
        let text = line.slice(self.text);
        let end = text.char_indices().map(|(at, _)| at).nth(LEAD).unwrap_or(text.len());
        let start = Span::new(line.start, line.start + end);
        let day = languages.iter().find_map(|language| self.day_in(start, *language))?;
        (day.span.start <= line.start + MAX_BEFORE).then_some(day)
    }

    fn is_possible(&self, day: NaiveDate) -> bool {
        super::stated::is_possible(day, self.retrieved.and_then(parse_iso))
    }

    /// The lines around the title and the beginning of the text, and those under its end.
    fn surroundings(&self) -> (Range<usize>, Range<usize>) {
        let text = || {
            self.extent.clone().filter(|&at| {
                self.segments.marks.get(at).is_some_and(|mark| mark.label.is_body() && mark.article == Some(self.index))
            })
        };
        let first = text().next().unwrap_or(self.extent.start);
        let last = text().next_back().unwrap_or(first);
        let title = self.labelled(Label::Headline).next().filter(|&title| title < first).unwrap_or(first);
        let head =
            title.saturating_sub(ABOVE)..(first + 2).min(title + 1 + BELOW.max(first.saturating_sub(title).min(20)));
        (head, last.max(first + 2)..last + 1 + UNDER)
    }
}

#[cfg(test)]
mod tests {
    use super::ELSEWHERE;
    use crate::resources::Resources;

    #[test]
    fn the_parts_are_those_of_the_data() {
        let names = Resources::builtin().markup().names();
        assert!(ELSEWHERE.iter().chain(&["date", "byline", "meta"]).all(|part| names.contains(part)));
    }
}
