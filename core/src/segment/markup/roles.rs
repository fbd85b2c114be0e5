//! What the markup says a line is: of the article, beside it, or no part of it.

use super::{Context, Item};
use crate::ingest::{Block, Markup, Node, Tag};
use crate::model::{Label, RuleId};
use crate::resources::{MarkupWords, Parts};
use crate::segment::boundary::Headlines;
use crate::segment::naming::Role;
use crate::segment::shape::Shape;

/// Most letters of a line that says who wrote an article, or when.
const MAX_CREDIT: u32 = 80;

/// The role of every line. What stands in the items of a list of articles is text, no item.
pub(crate) fn roles(context: &Context<'_>, is_listing: bool) -> Vec<Role> {
    let words = context.resources.markup();
    let credits = Credits { date: words.part("date"), byline: words.part("byline"), comments: words.part("comments") };
    let lines = context.markup.blocks.iter().zip(context.shapes);
    let roles = lines.map(|(block, shape)| role(block, shape, context.markup, words, &credits));
    roles
        .map(|role| Role { kept: role.kept.filter(|label| !is_listing || *label != Label::ListItem), ..role })
        .collect()
}

/// Parts of a page that say when and by whom.
struct Credits {
    date: Parts,
    byline: Parts,
    comments: Parts,
}

fn role(block: &Block, shape: &Shape, markup: &Markup<'_>, words: &MarkupWords, credits: &Credits) -> Role {
    let Some(node) = markup.nodes.get(block.node as usize) else { return Role::default() };
    let above = closest(markup, node);
    let kept = match above.tag {
        Tag::Li => Some(Label::ListItem),
        Tag::Blockquote => Some(Label::Quote),
        tag if tag.heading().is_some() => Some(Label::Subheading),
        Tag::P | Tag::Td | Tag::Th | Tag::Pre => Some(Label::Body),
        _ => None,
    };
    let is_caption = matches!(above.tag, Tag::Figcaption | Tag::Caption) || node.landmark == Tag::Figure;
    let said = node.near.with(block.inline);
    let is_credit = shape.letters <= MAX_CREDIT && shape.inner_stops == 0;
    let beside = if is_caption {
        Some((Label::Caption, "html/figure"))
    } else if let Some(credit) = shape.credit.filter(|_| is_credit && said.intersects(credits.date)) {
        Some((credit.label, "markup/date"))
    } else if is_credit && said.intersects(credits.byline) && !said.intersects(credits.comments) && shape.words <= 8 {
        Some((Label::Byline, "markup/byline"))
    } else {
        None
    };
    let removed = match node.landmark {
        Tag::Nav | Tag::Search => Some((Label::Navigation, RuleId::from("html/nav"))),
        _ => words
            .removed(node.own.with(block.inline))
            .or_else(|| words.removed(node.near))
            .or_else(|| words.removed(node.all)),
    };
    // A heading stands in an element of its own, and that in the one it is the heading of.
    let end = markup.nodes.get(above.parent as usize).map_or(usize::MAX, |around| around.lines.1 as usize);
    Role { kept, removed, end, beside: beside.map(|(label, rule)| (label, RuleId::from(rule))) }
}

/// The innermost element around a line that says what kind of line it is.
fn closest<'m>(markup: &'m Markup<'_>, node: &'m Node) -> &'m Node {
    let says = |tag: Tag| {
        tag.heading().is_some()
            || matches!(tag, Tag::Li | Tag::Blockquote | Tag::Figcaption | Tag::Caption | Tag::Td | Tag::Th)
    };
    let mut here = node;
    for _ in 0..3 {
        if says(here.tag) {
            return here;
        }
        match markup.nodes.get(here.parent as usize) {
            Some(parent) => here = parent,
            None => break,
        }
    }
    node
}

/// The headlines of a page, and the lines of each article: those of a list, or all that is kept under the title.
pub(crate) fn articles(title: Option<usize>, kept: Vec<usize>, items: &[Item]) -> (Headlines, Vec<Vec<usize>>) {
    if !items.is_empty() {
        let headlines = items.iter().map(|item| (item.title, RuleId::from("html/list"))).collect();
        return (headlines, items.iter().map(|item| item.lines.clone()).collect());
    }
    if kept.is_empty() {
        return (Headlines::default(), Vec::new());
    }
    let headlines = title.map(|at| (at, RuleId::from("html/title"))).into_iter().collect();
    let mut units = kept;
    units.extend(title);
    units.sort_unstable();
    units.dedup();
    (headlines, vec![units])
}
