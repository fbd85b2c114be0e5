//! What every line of a page is, and which lines make an article.
//!
//! Four steps, each on the result of the one before: units are looked at one by one ([`shape`]), kept or removed
//! together ([`decide`]), cut into articles at their headlines ([`boundary`]), and named ([`naming`]).

mod boundary;
mod cohesion;
mod credit;
mod decide;
mod headings;
mod language;
mod lines;
mod markup;
mod model;
mod naming;
mod odds;
mod resumed;
mod shape;
mod title;
mod unit;
mod vocabulary;

use std::ops::Range;

pub(crate) use shape::Shape;
pub(crate) use unit::{Unit, starts_item};

use crate::ingest::{Document, Markup};
use crate::model::{Label, RuleId};
use crate::resources::{Reach, Resources};
use crate::text::Span;
use decide::Settled;
use lines::Context;
use model::Scale;
use title::Titles;

/// The models of this floor, ready to weigh.
pub(crate) struct Models {
    lines: Scale,
    steps: Scale,
    headings: Scale,
    blocks: Scale,
    block_steps: Scale,
    refine: Scale,
    refine_steps: Scale,
}

impl Models {
    pub(crate) fn new(resources: &Resources) -> Self {
        Self {
            lines: Scale::new("lines", lines::FAMILIES, &resources.model("lines")),
            steps: Scale::new("lines", lines::STEPS, &resources.model("lines")),
            blocks: Scale::new("blocks", markup::FAMILIES, &resources.model("blocks")),
            block_steps: Scale::new("blocks", markup::STEPS, &resources.model("blocks")),
            refine: Scale::new("refine", markup::REFINE, &resources.model("refine")),
            refine_steps: Scale::new("refine", markup::STEPS, &resources.model("refine")),
            headings: Scale::new("headings", headings::FAMILIES, &resources.model("headings")),
        }
    }
}

/// What a unit was found to be.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    pub(crate) label: Label,
    pub(crate) rule: RuleId,
    /// Index of its article.
    pub(crate) article: Option<usize>,
    /// Bytes of the page: what stands after the name of a field, or the author in a line that says more.
    pub(crate) value: Span,
}

/// A page with every unit named.
pub(crate) struct Segments {
    pub(crate) units: Vec<Unit>,
    pub(crate) shapes: Vec<Shape>,
    pub(crate) marks: Vec<Mark>,
    /// Units of each article, from its first to its last.
    pub(crate) articles: Vec<Range<usize>>,
    /// The unit that is the title of a page of HTML.
    pub(crate) title: Option<usize>,
}

/// Labels every line of a document and finds its articles.
pub(crate) fn split(document: &Document<'_>, resources: &Resources, models: &Models) -> Segments {
    let (units, shapes) = look(document, resources);
    let settled = settle(&shapes, resources);
    let page = Page { text: &document.text, units, shapes };
    match &document.markup {
        None => page.split_text(&settled, resources, models),
        Some(markup) => page.split_markup(markup, settled, resources, models),
    }
}

/// A page with all of its units looked at.
struct Page<'d> {
    text: &'d str,
    units: Vec<Unit>,
    shapes: Vec<Shape>,
}

impl Page<'_> {
    /// By the look of lines and of the lines around them.
    fn split_text(self, settled: &[Settled], resources: &Resources, models: &Models) -> Segments {
        let Self { text, units, shapes } = &self;
        let context = Context::new(units, shapes, resources);
        let mut decisions = decide::decide(&context, settled, &models.lines, &models.steps);
        resumed::resume(text, units, shapes, &mut decisions, resources);
        let titles = Titles { text, units, shapes, resources };
        let kept = titles.with(decide::kept(&decisions));
        let headlines = boundary::headlines(&titles, &kept, &models.headings);
        let articles = boundary::articles(shapes, &kept, &headlines);
        let marks = naming::marks(&self, &decisions, &headlines, &articles, &[], resources);
        let articles = naming::extents(&marks, articles.len());
        let Self { units, shapes, .. } = self;
        Segments { units, shapes, marks, articles, title: None }
    }

    /// By the elements of the page too; its title is known, and so are its lists of articles.
    fn split_markup(
        self,
        markup: &Markup<'_>,
        mut settled: Vec<Settled>,
        resources: &Resources,
        models: &Models,
    ) -> Segments {
        let Self { text, units, shapes } = &self;
        let title = markup::title_line(text, markup, units, shapes, resources);
        title.and_then(|at| settled.get_mut(at)).into_iter().for_each(|settled| *settled = Settled::Passed);
        let context = markup::Context::new(shapes, markup, title, resources);
        let likely = decide::likelihoods(&context, &settled, &models.blocks, &models.block_steps);
        let refined = markup::Refined::new(&context, &likely);
        let decisions = decide::decide(&refined, &settled, &models.refine, &models.refine_steps);
        let kept = decide::kept(&decisions);
        let items = markup::listing(&context, &kept);
        let (headlines, articles) = markup::articles(title, kept, &items);
        let roles = markup::roles(&context, !items.is_empty());
        let marks = naming::marks(&self, &decisions, &headlines, &articles, &roles, resources);
        let articles = naming::extents(&marks, articles.len());
        let Self { units, shapes, .. } = self;
        Segments { units, shapes, marks, articles, title }
    }
}

fn look(document: &Document<'_>, resources: &Resources) -> (Vec<Unit>, Vec<Shape>) {
    let units = unit::units(document);
    let mut buffer = String::new();
    let shapes = units.iter().map(|unit| shape::shape(&document.text, unit, resources, &mut buffer)).collect();
    (units, shapes)
}

/// What needs no weighing. A line that a rule names (a button, a link in the text, a source, a date) is passed over: it
/// neither begins nor ends an article, and [`naming`] finds again what belongs to one. The lines under a heading of links are links until text begins.
fn settle(shapes: &[Shape], resources: &Resources) -> Vec<Settled> {
    let mut is_link_list = false;
    let settled = shapes.iter().map(|shape| {
        let rule = shape.hit.and_then(|hit| resources.lines().rule_at(hit.rule));
        match rule {
            Some(rule) if rule.reach == Reach::Section => is_link_list = rule.label == Label::Related,
            _ if shape.is_prose() => is_link_list = false,
            _ => {}
        }
        if shape.is_credit() || rule.is_some_and(|rule| rule.reach == Reach::Line) {
            Settled::Passed
        } else if rule.is_some() || shape.is_trail || shape.is_copyright || is_link_list {
            Settled::Removed
        } else {
            Settled::Open
        }
    });
    let mut settled: Vec<Settled> = settled.collect();
    if is_refused(shapes, resources) {
        return vec![Settled::Removed; settled.len()];
    }
    keep_dated_texts(shapes, resources, &mut settled);
    settled
}

/// A title, a day or an author, and two sentences or more, one right under the other: that is an article, whatever the
/// rest of the page is like. Readers' comments look the same, so nothing below their heading is meant.
fn keep_dated_texts(shapes: &[Shape], resources: &Resources, settled: &mut [Settled]) {
    let label = |shape: &Shape| shape.hit.and_then(|hit| resources.lines().rule_at(hit.rule)).map(|rule| rule.label);
    let comments = shapes.iter().position(|shape| label(shape) == Some(Label::Comments)).unwrap_or(shapes.len());
    for at in 0..comments {
        if settled.get(at) != Some(&Settled::Open) || !title::is_credited_title(shapes, at, resources) {
            continue;
        }
        let below = shapes.get(at + 2..comments).unwrap_or_default();
        let sentences = below.iter().take_while(|shape| shape.is_sentence() && shape.hit.is_none()).count();
        if sentences >= 2 && below.first().is_some_and(Shape::is_prose) {
            let text = settled.get_mut(at + 2..at + 2 + sentences).unwrap_or_default();
            text.fill(Settled::Kept);
            settled.get_mut(at).into_iter().for_each(|title| *title = Settled::Kept);
        }
    }
}

/// Whether the page says, before any text, that it will not be shown, and shows next to nothing else.
fn is_refused(shapes: &[Shape], resources: &Resources) -> bool {
    let is_refusal = |shape: &Shape| {
        let rule = shape.hit.and_then(|hit| resources.lines().rule_at(hit.rule));
        rule.is_some_and(|rule| rule.reach == Reach::Rest && rule.label == Label::Boilerplate)
    };
    let prose = shapes.iter().filter(|shape| shape.is_prose() && shape.hit.is_none()).count();
    let first = shapes.iter().take_while(|shape| !shape.is_prose() || shape.hit.is_some()).any(is_refusal);
    first && prose <= MOST_PROSE_OF_REFUSAL
}

/// Paragraphs that a page which refuses itself may have beside the refusal.
const MOST_PROSE_OF_REFUSAL: usize = 2;

pub(crate) use language::{language_of, languages_of};

#[cfg(feature = "inspect")]
pub mod inspect;
