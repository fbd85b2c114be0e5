//! The name of every unit: what a kept one is in its article, and what a removed one was on the page.

use std::ops::Range;

use super::boundary::Headlines;
use super::decide::Decision;
use super::shape::{End, Shape};
use super::unit::Unit;
use super::{Mark, Page};
use crate::date::is_filed;
use crate::model::{Label, RuleId};
use crate::resources::{LoadedRule, Reach, Resources};
use crate::text::Span;

/// Units beside an article among which its date, source and key words are looked for.
const BESIDE: usize = 3;
/// Most letters of a title inside an article.
const MAX_SUBHEADING: u32 = 120;
/// Fewest letters of a paragraph that is labelled a quotation.
const MIN_QUOTE: u32 = 30;

/// What the markup says a unit is.
#[derive(Clone, Debug, Default)]
pub(super) struct Role {
    /// When it is kept.
    pub(super) kept: Option<Label>,
    /// When it is removed, and by which class.
    pub(super) removed: Option<(Label, RuleId)>,
    /// Where the element that it stands in ends, and so what it is the heading of.
    pub(super) end: usize,
    /// When it stands beside an article without being text of it: a day, an author, the words under a picture.
    pub(super) beside: Option<(Label, RuleId)>,
}

struct Namer<'a> {
    text: &'a str,
    units: &'a [Unit],
    shapes: &'a [Shape],
    decisions: &'a [Decision],
    headlines: &'a Headlines,
    resources: &'a Resources,
    /// What the markup says of each unit, on a page of HTML.
    roles: &'a [Role],
    /// The article of each unit that is kept or read.
    owners: Vec<Option<usize>>,
}

/// Names every unit.
pub(crate) fn marks(
    page: &Page<'_>,
    decisions: &[Decision],
    headlines: &Headlines,
    articles: &[Vec<usize>],
    roles: &[Role],
    resources: &Resources,
) -> Vec<Mark> {
    let Page { text, units, shapes } = page;
    let mut owners = vec![None; units.len()];
    for (index, article) in articles.iter().enumerate() {
        for &at in article {
            if let Some(owner) = owners.get_mut(at) {
                *owner = Some(index);
            }
        }
    }
    let mut namer = Namer { text, units, shapes, decisions, headlines, resources, roles, owners };
    namer.adopt();
    namer.names()
}

/// The units of each article, from its first to its last.
pub(crate) fn extents(marks: &[Mark], articles: usize) -> Vec<Range<usize>> {
    let mut extents = vec![Range { start: usize::MAX, end: 0 }; articles];
    for (at, mark) in marks.iter().enumerate() {
        if let Some(extent) = mark.article.and_then(|article| extents.get_mut(article)) {
            *extent = extent.start.min(at)..at + 1;
        }
    }
    extents
}

impl Namer<'_> {
    /// Gives the lines that are read from an article (date, byline, source, key words) to the article they stand with.
    fn adopt(&mut self) {
        let mut since: Option<(usize, usize)> = None;
        for at in 0..self.units.len() {
            match self.owner(at) {
                Some(article) => since = Some((at, article)),
                None if self.is_readable(at) => {
                    let before = since.filter(|&(unit, _)| at - unit <= BESIDE).map(|(_, article)| article);
                    if let Some(article) = before.or_else(|| self.article_after(at)) {
                        self.set_owner(at, article);
                        since = Some((at, article));
                    }
                }
                None if self.rule(at).is_some_and(|rule| rule.reach != Reach::Line) => since = None,
                None => {}
            }
        }
    }

    /// Whether a removed unit says something about an article.
    fn is_readable(&self, at: usize) -> bool {
        self.role(at).is_some_and(|role| role.beside.is_some())
            || self.shapes.get(at).is_some_and(Shape::is_credit)
            || self.rule(at).is_some_and(|rule| rule.label.is_article())
    }

    /// The article whose headline or first paragraph follows closely.
    fn article_after(&self, at: usize) -> Option<usize> {
        let label = self.rule(at).map(|rule| rule.label);
        if matches!(label, Some(Label::Source | Label::Keywords)) {
            return None;
        }
        (at + 1..=at + BESIDE).find_map(|next| self.owner(next))
    }

    fn names(&self) -> Vec<Mark> {
        let mut marks: Vec<Mark> = Vec::with_capacity(self.units.len());
        let mut section: Option<(Label, RuleId)> = None;
        let mut section_end = usize::MAX;
        for (at, (unit, shape)) in self.units.iter().zip(self.shapes).enumerate() {
            let article = self.owner(at);
            if at >= section_end {
                (section, section_end) = (None, usize::MAX);
            }
            let (label, rule) = if article.is_some() {
                section = None;
                self.kept_name(at, shape)
            } else {
                self.removed_name(at, shape, &mut section)
            };
            if self.rule(at).is_some_and(|rule| rule.reach == Reach::Section) {
                section_end = self.role(at).map_or(usize::MAX, |role| role.end);
            }
            let value = shape.hit.filter(|_| article.is_some()).map_or(unit.inner.start, |hit| hit.end);
            let author = shape.credit.filter(|credit| credit.label == Label::Byline).map(|credit| credit.author);
            let value = author.unwrap_or(Span::new(value, unit.inner.end.max(value)));
            marks.push(Mark { label, rule, article, value });
        }
        marks
    }

    fn kept_name(&self, at: usize, shape: &Shape) -> (Label, RuleId) {
        let byline = shape.credit.and_then(|credit| self.resources.lines().rule_at(credit.rule?));
        if let Some(rule) = byline.or_else(|| self.rule(at)).filter(|rule| rule.label.is_article()) {
            return (rule.label, rule.id.clone());
        }
        if let Some(credit) = shape.credit {
            return (
                credit.label,
                RuleId::from(if credit.label == Label::Date { "date/day" } else { "segment/credit" }),
            );
        }
        if let Some(reason) = self.headlines.get(&at) {
            return (Label::Headline, reason.clone());
        }
        let is_kept = self.decisions.get(at).is_some_and(|decision| decision.keep);
        if let Some(beside) = self.role(at).and_then(|role| role.beside.clone()).filter(|_| !is_kept) {
            return beside;
        }
        let reason = self.decisions.get(at).map_or_else(|| RuleId::from("segment"), |decision| decision.reason.clone());
        let label = if let Some(label) = self.role(at).and_then(|role| role.kept) {
            label
        } else if shape.is_item {
            Label::ListItem
        } else if self.is_subheading(at, shape) {
            if self.is_dateline(at) {
                return (Label::Dateline, RuleId::from("date/dateline"));
            }
            Label::Subheading
        } else if shape.is_quoted && shape.letters >= MIN_QUOTE {
            Label::Quote
        } else {
            Label::Body
        };
        (label, reason)
    }

    /// A line right under the headline that says when, and little else: where a text was filed.
    fn is_dateline(&self, at: usize) -> bool {
        let mut above = (at.saturating_sub(BESIDE)..at).filter(|&above| self.owner(above) == self.owner(at));
        above.any(|above| self.headlines.contains_key(&above))
            && self.units.get(at).is_some_and(|unit| is_filed(self.text, unit.inner, self.resources))
    }

    /// A short line without an end, with more of the article after it.
    fn is_subheading(&self, at: usize, shape: &Shape) -> bool {
        let goes_on =
            (at + 1..=at + BESIDE).any(|next| self.owner(next).is_some() && self.owner(next) == self.owner(at));
        matches!(shape.end, End::Open | End::Question)
            && shape.letters <= MAX_SUBHEADING
            && goes_on
            && shape.inner_stops == 0
    }

    fn removed_name(&self, at: usize, shape: &Shape, section: &mut Option<(Label, RuleId)>) -> (Label, RuleId) {
        if let Some(rule) = self.rule(at).filter(|rule| !rule.label.is_article()) {
            match rule.reach {
                Reach::Line if matches!(rule.label, Label::Copyright | Label::Contact) => *section = None,
                Reach::Line => {}
                Reach::Section | Reach::Rest => *section = Some((rule.label, rule.id.clone())),
            }
            return (rule.label, rule.id.clone());
        }
        if shape.is_copyright {
            *section = None;
            return (Label::Copyright, RuleId::from("segment/copyright-sign"));
        }
        if shape.is_trail && section.is_none() {
            return (Label::Navigation, RuleId::from("segment/trail"));
        }
        if let Some(removed) = self.role(at).and_then(|role| role.removed.clone()) {
            return removed;
        }
        if let Some(section) = section {
            return section.clone();
        }
        let reason = self.decisions.get(at).map_or_else(|| RuleId::from("segment"), |decision| decision.reason.clone());
        let label = if shape.is_prose() { Label::Boilerplate } else { Label::Navigation };
        (label, reason)
    }

    fn role(&self, at: usize) -> Option<&Role> {
        self.roles.get(at)
    }

    fn rule(&self, at: usize) -> Option<&LoadedRule> {
        self.resources.lines().rule_at(self.shapes.get(at)?.hit?.rule)
    }

    fn owner(&self, at: usize) -> Option<usize> {
        self.owners.get(at).copied().flatten()
    }

    fn set_owner(&mut self, at: usize, article: usize) {
        if let Some(owner) = self.owners.get_mut(at) {
            *owner = Some(article);
        }
    }
}
