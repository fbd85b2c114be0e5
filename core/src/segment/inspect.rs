//! For fitting the models: the signs of every unit and headline candidate of a page.

use super::{Context, boundary, headings, lines, look, markup, settle};
use crate::ingest::{Source, read};
use crate::model::Label;
pub use crate::resources::Model;
use crate::resources::Resources;
use crate::text::Span;

/// The rule that a line alone is given: its full id and its label.
#[must_use]
pub fn rule_of(line: &str) -> Option<(String, Label)> {
    let resources = Resources::builtin();
    let (_, shapes) = look(&read(&Source::text(line), resources), resources);
    let rule = resources.lines().rule_at(shapes.first()?.hit?.rule)?;
    Some((rule.id.to_string(), rule.label))
}

/// The text of a page of HTML.
#[must_use]
pub fn html_text(page: &str) -> String {
    read(&Source::html(page), Resources::builtin()).text.into_owned()
}

/// The parts of a page, by their names in `markup.toml`, that a class says an element is.
#[must_use]
pub fn parts_of(class: &str) -> Vec<String> {
    Resources::builtin().markup().names_of(class)
}

/// A unit of a page as the model `lines` sees it.
#[derive(Debug)]
pub struct Line {
    /// The unit without white space around it.
    pub span: Span,
    /// About how many letters it has.
    pub letters: u32,
    /// 0 when it is open, 1 when it was removed beforehand, 2 when kept, 3 when passed over.
    pub settled: u8,
    /// Indexes of its signs.
    pub signs: Vec<u16>,
    /// Indexes of the signs of the step to it, for each turn.
    pub steps: [Vec<u16>; 4],
}

/// Names of the signs of the models `lines`, its steps, `headings`, `blocks`, its steps, `refine`.
#[must_use]
pub fn names() -> [Vec<String>; 6] {
    [lines::FAMILIES, lines::STEPS, headings::FAMILIES, markup::FAMILIES, markup::STEPS, markup::REFINE]
        .map(|families| super::model::Layout::new(families).names())
}

/// The units of a page.
#[must_use]
pub fn page(text: &str) -> Vec<Line> {
    let resources = Resources::builtin();
    let (units, shapes) = look(&read(&Source::text(text), resources), resources);
    let context = Context::new(&units, &shapes, resources);
    rows(&units, &shapes, &settle(&shapes, resources), &context, [lines::FAMILIES, lines::STEPS])
}

/// The text and the lines of a page of HTML, as the model `blocks` sees them or, given its weights, the model `refine`.
#[must_use]
pub fn html_page(page: &str, blocks: Option<&Model>) -> (String, Vec<Line>) {
    let resources = Resources::builtin();
    let source = Source::html(page);
    let document = read(&source, resources);
    let (units, shapes) = look(&document, resources);
    let Some(markup) = document.markup.as_ref() else { return Default::default() };
    let mut settled = settle(&shapes, resources);
    let title = markup::title_line(&document.text, markup, &units, &shapes, resources);
    title.and_then(|at| settled.get_mut(at)).into_iter().for_each(|settled| *settled = super::Settled::Passed);
    let context = markup::Context::new(&shapes, markup, title, resources);
    let lines = if let Some(blocks) = blocks {
        let scales = [markup::FAMILIES, markup::STEPS].map(|families| super::Scale::new("blocks", families, blocks));
        let likely = super::decide::likelihoods(&context, &settled, &scales[0], &scales[1]);
        let refined = markup::Refined::new(&context, &likely);
        rows(&units, &shapes, &settled, &refined, [markup::REFINE, markup::STEPS])
    } else {
        rows(&units, &shapes, &settled, &context, [markup::FAMILIES, markup::STEPS])
    };
    (document.text.into_owned(), lines)
}

fn rows(
    units: &[super::Unit],
    shapes: &[super::Shape],
    settled: &[super::Settled],
    context: &impl super::decide::Signs,
    [signs, steps]: [&'static [super::model::Family]; 2],
) -> Vec<Line> {
    let (line_signs, step_signs) = (super::model::Layout::new(signs), super::model::Layout::new(steps));
    let rows = units.iter().zip(shapes).zip(settled).enumerate();
    rows.map(|(at, ((unit, shape), settled))| {
        let mut signs = Vec::new();
        context.signs(at, &line_signs, &mut signs);
        let steps = [0, 1, 2, 3].map(|turn| {
            let mut signs = Vec::new();
            context.steps(at, turn, &step_signs, &mut signs);
            signs
        });
        Line { span: unit.inner, letters: shape.letters, settled: *settled as u8, signs, steps }
    })
    .collect()
}

/// The headline candidates of a page all of whose lines are kept: where they stand, and their signs.
#[must_use]
pub fn candidates(text: &str) -> Vec<(Span, Vec<u16>)> {
    let resources = Resources::builtin();
    let (units, shapes) = look(&read(&Source::text(text), resources), resources);
    let kept: Vec<usize> = (0..units.len()).collect();
    boundary::candidates(text, &units, &shapes, &kept, resources)
        .into_iter()
        .filter_map(|(at, signs)| Some((units.get(at)?.inner, signs)))
        .collect()
}
