//! From HTML to the same document that a plain text gives, and what the markup says of every line.

mod declared;
mod json_ld;
mod page;
mod said;
mod tag;
mod token;
mod tree;
mod write;

pub(super) use declared::declared_charset;
pub(crate) use tag::Tag;

pub(crate) use json_ld::{is_a, texts};
use said::Said;
use serde_json::{Map, Value};

use crate::ingest::Line;
use crate::model::WebPage;
use crate::resources::{MarkupWords, Parts};
use crate::text::Span;

/// The markup of a page: for every line where it stands, and what the page says about itself.
#[derive(Debug, Default)]
pub(crate) struct Markup<'p> {
    /// Elements that stand on lines of their own, each after its parent; the first is the page.
    pub(crate) nodes: Vec<Node>,
    /// One for every line.
    pub(crate) blocks: Vec<Block>,
    pub(crate) anchors: Vec<Anchor<'p>>,
    pub(crate) said: Said<'p>,
    /// What it says about itself, in the words of schema.org.
    pub(crate) page: WebPage,
    /// What its JSON-LD describes.
    pub(crate) things: Vec<Map<String, Value>>,
}

/// An element.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    pub(crate) parent: u32,
    pub(crate) tag: Tag,
    /// What its class says it is.
    pub(crate) own: Parts,
    /// The same of it and its parent.
    pub(crate) near: Parts,
    /// The same of it and all it stands in.
    pub(crate) all: Parts,
    /// The closest element that says what part of the page this is: `nav`, `article`.
    pub(crate) landmark: Tag,
    pub(crate) depth: u32,
    /// Equal for elements of one name and class.
    pub(crate) kind: u64,
    /// Lines inside, from and to.
    pub(crate) lines: (u32, u32),
}

impl Node {
    fn root() -> Self {
        Self {
            parent: 0,
            tag: Tag::Body,
            own: Parts::default(),
            near: Parts::default(),
            all: Parts::default(),
            landmark: Tag::Body,
            depth: 0,
            kind: 0,
            lines: (0, 0),
        }
    }
}

/// Where a line stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Block {
    /// Its innermost element.
    pub(crate) node: u32,
    /// What the classes of inline elements say that make up most of it.
    pub(crate) inline: Parts,
    /// Bytes in links among a hundred.
    pub(crate) linked_share: u64,
    /// Bold bytes among a hundred.
    pub(crate) bold_share: u64,
    /// Its links, from and to.
    pub(crate) anchors: (u32, u32),
    /// It follows a line break.
    pub(crate) is_broken: bool,
}

/// A link.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Anchor<'p> {
    /// Its words.
    pub(crate) span: Span,
    /// Its address as written.
    pub(crate) href: &'p str,
    pub(crate) rel: &'p str,
}

/// Reads a page of HTML.
pub(super) fn read<'p>(page: &'p str, url: Option<&str>, words: &MarkupWords) -> (String, Vec<Line>, Markup<'p>) {
    let (text, lines, mut markup) = tree::build(page, words);
    (markup.page, markup.things) = page::read(&markup.said, url, words);
    (text, lines, markup)
}
