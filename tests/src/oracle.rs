//! What a page of HTML shows, by html5ever: the oracle for the parser of the library.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// Elements whose content is no text of a page, here and in the library.
const NO_TEXT: [&str; 20] = [
    "script", "style", "title", "template", "textarea", "select", "datalist", "svg", "math", "audio", "video",
    "canvas", "object", "iframe", "noembed", "noframes", "noscript", "xmp", "frameset", "head",
];

/// The visible letters of a page, white space left out.
#[must_use]
pub fn letters(page: &str) -> String {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(page);
    let mut out = String::new();
    let mut open: Vec<Handle> = vec![dom.document.clone()];
    while let Some(node) = open.pop() {
        match &node.data {
            NodeData::Text { contents } => out.extend(contents.borrow().chars().filter(|c| !is_blank(*c))),
            NodeData::Element { name, .. } if NO_TEXT.contains(&&*name.local) => {}
            _ => open.extend(node.children.borrow().iter().rev().cloned()),
        }
    }
    out
}

/// The same letters of a text.
#[must_use]
pub fn solid(text: &str) -> String {
    text.chars().filter(|c| !is_blank(*c)).collect()
}

fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{AD}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
}

/// How many letters two texts have in common, by pieces of eight letters wherever they stand; and how many they have.
#[must_use]
pub fn agreement(ours: &str, theirs: &str) -> (usize, usize) {
    let mut pieces = std::collections::HashMap::<Vec<char>, isize>::new();
    let (ours, theirs): (Vec<char>, Vec<char>) = (ours.chars().collect(), theirs.chars().collect());
    ours.windows(8).for_each(|piece| *pieces.entry(piece.to_vec()).or_default() += 1);
    theirs.windows(8).for_each(|piece| *pieces.entry(piece.to_vec()).or_default() -= 1);
    let all = ours.len().max(theirs.len());
    let differ: usize = pieces.values().map(|count| count.unsigned_abs()).sum();
    // A letter that differs spoils eight pieces on each side.
    (all.saturating_sub(differ / 8), all)
}
