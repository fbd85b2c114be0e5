//! From tags and texts to lines with the elements they stand in.
//!
//! Elements are closed as the HTML standard closes them, where that changes which text stands with which: paragraphs,
//! items, cells, headings, links. What it does beyond that (text moved out of tables, emphasis reopened in the next
//! paragraph) changes no line. Deeper nesting than browsers allow is flat.

use super::said::Place;
use super::tag::{TAGS, Tag};
use super::token::{Attribute, Token, Tokens};
use super::write::OpenLine;
use super::{Anchor, Markup, Node};
use crate::ingest::Line;
use crate::resources::{MarkupWords, Parts};
use crate::text::{Span, hash};

/// Most elements that are open at a time, as in browsers.
const MAX_DEPTH: usize = 512;
/// Most inline elements with a class that are open at a time.
const MAX_INLINE: usize = 64;

/// An open element that stands on lines of its own.
struct Open {
    tag: Tag,
    node: u32,
    saying: Option<Pending>,
}

/// An open inline element that says something: by its class or by a property.
pub(super) struct Inline {
    tag: Tag,
    pub(super) parts: Parts,
    pub(super) from: usize,
    saying: Option<Pending>,
}

/// An open element whose content is no text.
#[derive(Clone, Copy)]
struct Hidden {
    tag: Tag,
    /// How often it is open.
    depth: u32,
    /// Blocks that are open inside.
    blocks: u32,
}

/// A property whose value is the text of its element.
#[derive(Clone, Copy)]
struct Pending {
    saying: usize,
    from: usize,
}

/// Builds the lines of a page.
pub(super) struct Builder<'p, 'w> {
    words: &'w MarkupWords,
    pub(super) text: String,
    pub(super) lines: Vec<Line>,
    pub(super) markup: Markup<'p>,
    open: Vec<Open>,
    pub(super) counts: [u16; TAGS],
    /// Open emphasis.
    pub(super) bold: u32,
    /// The open link.
    pub(super) anchor: Option<usize>,
    pub(super) inline: Vec<Inline>,
    /// Parts of the line that an inline element covered: from, to, what it is.
    pub(super) covered: Vec<(usize, usize, Parts)>,
    /// The open element whose content is no text.
    hidden: Option<Hidden>,
    pub(super) line: OpenLine,
}

/// The text of a page, its lines and its markup.
pub(super) fn build<'p>(page: &'p str, words: &MarkupWords) -> (String, Vec<Line>, Markup<'p>) {
    let mut builder = Builder::new(page, words);
    let mut tokens = Tokens::new(page);
    while let Some(token) = tokens.next(builder.hidden.is_some_and(|hidden| hidden.tag == Tag::Svg)) {
        builder.token(token, tokens.attributes());
    }
    builder.finish()
}

impl<'p, 'w> Builder<'p, 'w> {
    fn new(page: &str, words: &'w MarkupWords) -> Self {
        let mut markup = Markup::default();
        markup.nodes.push(Node::root());
        Self {
            words,
            text: String::with_capacity(page.len() / 8),
            lines: Vec::new(),
            markup,
            open: Vec::new(),
            counts: [0; TAGS],
            bold: 0,
            anchor: None,
            inline: Vec::new(),
            covered: Vec::new(),
            hidden: None,
            line: OpenLine::default(),
        }
    }

    fn finish(mut self) -> (String, Vec<Line>, Markup<'p>) {
        while !self.open.is_empty() {
            self.leave();
        }
        self.end_line();
        if let Some(root) = self.markup.nodes.first_mut() {
            root.lines.1 = count(self.lines.len());
        }
        (self.text, self.lines, self.markup)
    }

    fn token(&mut self, token: Token<'p>, attributes: &[Attribute<'p>]) {
        if self.is_skipped(token) {
            return;
        }
        match token {
            Token::Text(text) => self.characters(text),
            Token::Raw(tag, text) => self.raw(tag, text),
            // Drawings may close themselves, other elements cannot.
            Token::Start(Tag::Svg, true) => {}
            Token::Start(tag, _) => self.start(tag, attributes),
            Token::End(tag) => self.end(tag),
        }
    }

    /// Whether a token belongs to an element whose content is no text; notes where that ends.
    fn is_skipped(&mut self, token: Token<'p>) -> bool {
        let Some(hidden) = &mut self.hidden else { return false };
        match token {
            Token::Start(tag, closes_itself) if tag == hidden.tag => hidden.depth += u32::from(!closes_itself),
            Token::End(tag) if tag == hidden.tag => hidden.depth -= 1,
            // An element that stands in no drawing ends one that was left open.
            Token::Start(tag, _) if hidden.tag == Tag::Svg && is_never_drawn(tag) => {
                self.hidden = None;
                return false;
            }
            Token::Start(tag, _) if tag.is_block() && !tag.is_void() => hidden.blocks += 1,
            // What ends the element around it ends it too.
            Token::End(tag) if tag.is_block() && hidden.tag == Tag::Media => match hidden.blocks.checked_sub(1) {
                Some(blocks) => hidden.blocks = blocks,
                None => {
                    self.hidden = None;
                    return false;
                }
            },
            _ => {}
        }
        if hidden.depth == 0 {
            self.hidden = None;
        }
        true
    }

    fn raw(&mut self, tag: Tag, text: &'p str) {
        match tag {
            Tag::Title => self.markup.said.say(Place::Title, "title", htmlize::unescape(text)),
            Tag::Script if self.markup.said.next_script_is_data() => self.markup.said.json_ld.push(text),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag, attributes: &[Attribute<'p>]) {
        match tag {
            Tag::Html | Tag::Body | Tag::Head => self.markup.said.page(attributes),
            Tag::Meta => self.markup.said.meta(attributes),
            Tag::Link => self.markup.said.link(attributes),
            Tag::Script => self.markup.said.script(attributes),
            Tag::Br => self.break_line(),
            Tag::Hr => self.end_line(),
            Tag::B | Tag::Strong => self.bold += 1,
            Tag::A => self.start_link(attributes),
            Tag::Span | Tag::Time | Tag::Em | Tag::Other => self.start_inline(tag, attributes),
            tag if tag.is_hidden() => self.hidden = Some(Hidden { tag, depth: 1, blocks: 0 }),
            tag if tag.is_block() => self.start_block(tag, attributes),
            _ => {}
        }
    }

    fn start_block(&mut self, tag: Tag, attributes: &[Attribute<'p>]) {
        if tag.ends_paragraph() {
            self.close(&[Tag::P], is_button_boundary);
        }
        match tag {
            Tag::Li => self.close(&[Tag::Li], is_list_boundary),
            Tag::Dd | Tag::Dt => self.close(&[Tag::Dd, Tag::Dt], is_list_boundary),
            Tag::Td | Tag::Th => self.close(&[Tag::Td, Tag::Th], is_table_boundary),
            Tag::Tr => self.close(&[Tag::Tr], is_table_boundary),
            Tag::Tbody | Tag::Thead | Tag::Tfoot => self.close(TABLE_PARTS, is_table_boundary),
            Tag::Button => self.close(&[Tag::Button], is_boundary),
            _ if tag.heading().is_some() && self.open.last().is_some_and(|open| open.tag.heading().is_some()) => {
                self.leave();
            }
            _ => {}
        }
        if self.open.len() >= MAX_DEPTH {
            self.leave();
        }
        self.end_line();
        let saying = self.property(attributes);
        let node = self.node(tag, attributes);
        self.open.push(Open { tag, node, saying });
        self.count(tag, 1);
    }

    fn node(&mut self, tag: Tag, attributes: &[Attribute<'p>]) -> u32 {
        let parent = self.top();
        let above = self.markup.nodes.get(parent as usize).copied().unwrap_or_else(Node::root);
        let named = self.named(attributes);
        let index = count(self.markup.nodes.len());
        self.markup.nodes.push(Node {
            parent,
            tag,
            own: named.parts,
            near: named.parts.with(above.own),
            all: named.parts.with(above.all),
            landmark: if is_landmark(tag) { tag } else { above.landmark },
            depth: above.depth + 1,
            kind: named.hash ^ (tag as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15),
            lines: (count(self.lines.len()), 0),
        });
        index
    }

    /// What class, id and the rest say an element is.
    fn named(&self, attributes: &[Attribute<'p>]) -> Named {
        let mut named = Named::default();
        for &(name, value) in attributes {
            match name {
                "class" | "CLASS" => {
                    named.hash = hash(value);
                    named.parts = named.parts.with(self.words.parts(value));
                }
                "id" | "role" | "ID" | "itemprop" | "data-testid" | "data-component" => {
                    named.parts = named.parts.with(self.words.parts(value));
                }
                "hidden" => named.parts = named.parts.with(Parts::HIDDEN),
                "aria-hidden" if value.eq_ignore_ascii_case("true") => {
                    named.parts = named.parts.with(Parts::HIDDEN);
                }
                "style" if hides(value) => named.parts = named.parts.with(Parts::HIDDEN),
                _ => {}
            }
        }
        named
    }

    fn start_inline(&mut self, tag: Tag, attributes: &[Attribute<'p>]) {
        if attributes.is_empty() {
            return;
        }
        let saying = self.property(attributes);
        if tag == Tag::Time {
            self.markup.said.time(attributes);
        }
        let parts = self.named(attributes).parts;
        if (parts.is_empty() && saying.is_none() && tag == Tag::Other) || self.inline.len() >= MAX_INLINE {
            return;
        }
        self.inline.push(Inline { tag, parts, from: self.text.len(), saying });
    }

    fn end_inline(&mut self, tag: Tag) {
        let Some(at) = self.inline.iter().rposition(|inline| inline.tag == tag) else { return };
        let inline = self.inline.remove(at);
        self.complete(inline.saying);
        if !inline.parts.is_empty() {
            self.covered.push((inline.from.max(self.line.start), self.text.len(), inline.parts));
        }
    }

    fn start_link(&mut self, attributes: &[Attribute<'p>]) {
        self.end_link();
        // Links side by side are set apart by style sheets.
        let is_after_link = self.markup.anchors.last().is_some_and(|before| before.span.end == self.text.len());
        self.line.space |= is_after_link && self.text.len() > self.line.start;
        let mut anchor = Anchor { span: Span::new(self.text.len(), self.text.len()), href: "", rel: "" };
        for &(name, value) in attributes {
            if name.eq_ignore_ascii_case("href") {
                anchor.href = value;
            } else if name.eq_ignore_ascii_case("rel") {
                anchor.rel = value;
            }
        }
        self.start_inline(Tag::A, attributes);
        if !anchor.href.is_empty() {
            self.anchor = Some(self.markup.anchors.len());
            self.markup.anchors.push(anchor);
        }
    }

    fn end_link(&mut self) {
        self.end_inline(Tag::A);
        if let Some(anchor) = self.anchor.take().and_then(|at| self.markup.anchors.get_mut(at)) {
            anchor.span = Span::new(anchor.span.start.min(self.text.len()), self.text.len());
        }
    }

    fn end(&mut self, tag: Tag) {
        match tag {
            Tag::A => self.end_link(),
            Tag::B | Tag::Strong => self.bold = self.bold.saturating_sub(1),
            Tag::Br => self.break_line(),
            Tag::Span | Tag::Time | Tag::Em | Tag::Other => self.end_inline(tag),
            Tag::P if self.counts.get(Tag::P as usize) == Some(&0) => self.end_line(),
            Tag::Li => self.close(&[Tag::Li], is_list_boundary),
            Tag::Td | Tag::Th | Tag::Tr | Tag::Tbody | Tag::Thead | Tag::Tfoot | Tag::Table | Tag::Caption => {
                self.close(&[tag], is_table_boundary);
            }
            Tag::P => self.close(&[Tag::P], is_button_boundary),
            tag if tag.heading().is_some() => self.close(HEADINGS, is_boundary),
            tag if tag.is_block() => self.close(&[tag], is_boundary),
            _ => {}
        }
    }

    /// Closes the innermost of some elements, and all inside it, unless a boundary stands before it.
    fn close(&mut self, tags: &[Tag], is_boundary: fn(Tag) -> bool) {
        if tags.iter().all(|&tag| self.counts.get(tag as usize) == Some(&0)) {
            return;
        }
        for (depth, open) in self.open.iter().rev().enumerate() {
            if tags.contains(&open.tag) {
                (0..=depth).for_each(|_| self.leave());
                return;
            }
            if is_boundary(open.tag) {
                return;
            }
        }
    }

    /// Closes the innermost element.
    fn leave(&mut self) {
        self.end_line();
        let Some(open) = self.open.pop() else { return };
        self.count(open.tag, -1);
        self.complete(open.saying);
        if let Some(node) = self.markup.nodes.get_mut(open.node as usize) {
            node.lines.1 = count(self.lines.len());
        }
    }

    fn count(&mut self, tag: Tag, by: i16) {
        if let Some(count) = self.counts.get_mut(tag as usize) {
            *count = count.saturating_add_signed(by);
        }
    }

    pub(super) fn top(&self) -> u32 {
        self.open.last().map_or(0, |open| open.node)
    }

    /// Notes a property of an element; its value may be what stands inside.
    fn property(&mut self, attributes: &[Attribute<'p>]) -> Option<Pending> {
        let saying = self.markup.said.property(attributes)?;
        Some(Pending { saying, from: self.text.len() })
    }

    /// Gives a property the text of its element, when it has no other value.
    fn complete(&mut self, pending: Option<Pending>) {
        if let Some(Pending { saying, from }) = pending {
            self.markup.said.complete(saying, self.text.get(from..).unwrap_or_default());
        }
    }
}

/// The name of an element: what its words say, and a number equal for equal classes.
#[derive(Default)]
struct Named {
    parts: Parts,
    hash: u64,
}

const HEADINGS: &[Tag] = &[Tag::H1, Tag::H2, Tag::H3, Tag::H4, Tag::H5, Tag::H6];
const TABLE_PARTS: &[Tag] = &[Tag::Tbody, Tag::Thead, Tag::Tfoot, Tag::Caption];

/// Elements that an end tag does not reach across.
fn is_boundary(tag: Tag) -> bool {
    matches!(tag, Tag::Table | Tag::Td | Tag::Th | Tag::Caption)
}

fn is_list_boundary(tag: Tag) -> bool {
    matches!(tag, Tag::Ul | Tag::Ol | Tag::Dl) || is_boundary(tag)
}

fn is_button_boundary(tag: Tag) -> bool {
    tag == Tag::Button || is_boundary(tag)
}

fn is_table_boundary(tag: Tag) -> bool {
    tag == Tag::Table
}

/// Elements that say what part of a page they are.
const fn is_landmark(tag: Tag) -> bool {
    use Tag::{
        Address, Article, Aside, Blockquote, Body, Dialog, Figure, Footer, Form, Header, Main, Nav, Search, Table,
    };
    matches!(
        tag,
        Article
            | Aside
            | Blockquote
            | Body
            | Dialog
            | Figure
            | Footer
            | Form
            | Header
            | Main
            | Nav
            | Search
            | Table
            | Address
    )
}

/// Whether an element cannot stand in a drawing.
fn is_never_drawn(tag: Tag) -> bool {
    tag.is_block() || matches!(tag, Tag::Span | Tag::Strong | Tag::B | Tag::Em | Tag::Img | Tag::Br)
}

/// Whether a style sheet of an element's own hides it.
fn hides(style: &str) -> bool {
    let says = |what: &str, how: &str| {
        style.split(';').filter_map(|rule| rule.split_once(':')).any(|(property, value)| {
            property.trim().eq_ignore_ascii_case(what)
                && value.trim().get(..how.len()).is_some_and(|v| v.eq_ignore_ascii_case(how))
        })
    };
    says("display", "none") || says("visibility", "hidden")
}

pub(super) fn count(number: usize) -> u32 {
    number.try_into().unwrap_or(u32::MAX)
}
