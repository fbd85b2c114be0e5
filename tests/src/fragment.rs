//! What must hold of a record as HTML, by html5ever and by reading tags one by one.

use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::QuirksMode;
use html5ever::{ParseOpts, QualName, local_name, ns, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use naba::Record;

use crate::oracle::solid;

/// All elements there may be.
const ELEMENTS: [&str; 33] = [
    "a",
    "article",
    "b",
    "bdi",
    "blockquote",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "h3",
    "h4",
    "i",
    "li",
    "mark",
    "ol",
    "p",
    "q",
    "section",
    "span",
    "style",
    "summary",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "time",
    "tr",
    "ul",
    "html",
    "body",
];
/// All classes there may be: those of the table in `core/src/export/html/mod.rs`.
const CLASSES: [&str; 19] = [
    "naba",
    "tex2jax_ignore",
    "mathjax_ignore",
    "o",
    "n",
    "l",
    "d",
    "q",
    "y",
    "s",
    "i",
    "g",
    "e",
    "m",
    "t",
    "w",
    "k",
    "r",
    "x",
];

/// Checks the fragments of a record: well-formed, of known elements and attributes, with nothing that runs, loads or turns its
/// surroundings, and with all the text of the page.
///
/// # Panics
///
/// When one of them is not.
pub fn check(record: &Record) {
    let html = record.to_html();
    let dom = parsed(&html);
    let mut text = String::new();
    for line in elements(&dom, "ol").flat_map(|list| elements(&list, "div").collect::<Vec<_>>()) {
        text.push_str(&text_of(&line));
    }
    assert_eq!(solid(&text), solid(&record.text), "the page is not all there");
    check_fragment(&record.events_to_html());
    check_fragment(&naba::records_to_html(std::slice::from_ref(record), 7));
}

/// Checks any fragment: all but the text of the page.
///
/// # Panics
///
/// When it is not well-formed, or holds what no fragment should.
pub fn check_fragment(html: &str) {
    parsed(html);
}

fn parsed(html: &str) -> Handle {
    check_tags(html);
    assert!(!html.chars().any(|c| c.is_control() && c != '\n'), "a control character");
    let name = QualName::new(None, ns!(html), local_name!("body"));
    let parsed = parse_fragment(RcDom::default(), ParseOpts::default(), name, Vec::new(), false).one(html);
    let errors = parsed.errors.borrow();
    assert!(errors.is_empty(), "{errors:?} in {html}");
    assert_ne!(parsed.quirks_mode.get(), QuirksMode::LimitedQuirks);
    drop(errors);
    let roots: Vec<Handle> = all(&parsed.document).filter(|node| has_class(node, "naba")).collect();
    assert_eq!(roots.len(), 1, "one root");
    for node in all(&parsed.document) {
        match &node.data {
            NodeData::Element { name, attrs, .. } => {
                let name = &*name.local;
                assert!(ELEMENTS.contains(&name), "<{name}>");
                for attribute in attrs.borrow().iter() {
                    check_attribute(name, &attribute.name.local, &attribute.value);
                }
                if matches!(name, "bdi" | "dt" | "summary" | "span" | "b" | "i" | "caption" | "th" | "time") {
                    assert!(!turns(&text_of(&node)), "<{name}> turns what is around it");
                }
                if name == "style" {
                    check_style(&text_of(&node));
                }
            }
            NodeData::Comment { .. } | NodeData::ProcessingInstruction { .. } => panic!("a comment"),
            _ => {}
        }
    }
    parsed.document.clone()
}

fn check_attribute(element: &str, name: &str, value: &str) {
    let is_good = match name {
        "class" => value.split(' ').all(|class| CLASSES.contains(&class) || class == "v"),
        "dir" => matches!(value, "ltr" | "rtl" | "auto"),
        "lang" => !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'),
        "title" => !turns(value) && value.len() <= 1_000,
        "href" => element == "a" && (value.starts_with("https://") || value.starts_with("http://")),
        "target" => element == "a" && value == "_blank",
        "rel" => element == "a" && value == "noreferrer",
        "open" => element == "details",
        _ => false,
    };
    assert!(is_good, "<{element} {name}=\"{value}\">");
}

/// Every rule is about what stands in a fragment, and loads nothing.
fn check_style(style: &str) {
    for rule in style.split_inclusive('}') {
        let (selectors, declarations) = rule.split_once('{').unwrap();
        // No comma outside `:is()` but before the root.
        for selector in selectors.replace(",.naba", "\n.naba").lines() {
            assert!(selector.starts_with(".naba:not(#n)"), "{selector}");
        }
        for bad in ["url(", "@", "/*", "expression", "position", "left", "right:", "!important", "<"] {
            assert!(!declarations.contains(bad), "`{bad}` in {rule}");
        }
    }
}

/// Every tag that is opened is closed, in order, whatever a parser would mend.
fn check_tags(html: &str) {
    let mut open = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find(['<', '>']) {
        let tag = &rest[at..];
        assert!(tag.starts_with('<'), "`>` that closes nothing: {tag:.40}");
        let end = tag.find('>').expect("`<` that is not closed");
        let inside = &tag[1..end];
        assert!(!inside.contains('<'), "{inside}");
        match inside.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "in {html}"),
            None => open.push(inside.split(' ').next().unwrap()),
        }
        // Of a style sheet `>` is a combinator.
        rest = if inside == "style" { &tag[tag.find("</style>").unwrap()..] } else { &tag[end + 1..] };
    }
    assert!(open.is_empty(), "{open:?} are not closed");
}

/// Whether marks of direction in a text reach over its end.
fn turns(text: &str) -> bool {
    text.contains(|c| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
}

/// Everything below a node, in order.
fn all(node: &Handle) -> impl Iterator<Item = Handle> + use<> {
    let mut open = vec![node.clone()];
    std::iter::from_fn(move || {
        let node = open.pop()?;
        open.extend(node.children.borrow().iter().rev().cloned());
        Some(node)
    })
}

/// The elements of a name below a node.
fn elements<'n>(node: &Handle, name: &'n str) -> impl Iterator<Item = Handle> + use<'n> {
    all(node).filter(move |node| matches!(&node.data, NodeData::Element { name: own, .. } if &*own.local == name))
}

fn has_class(node: &Handle, class: &str) -> bool {
    let NodeData::Element { attrs, .. } = &node.data else { return false };
    let attrs = attrs.borrow();
    attrs
        .iter()
        .any(|attribute| &*attribute.name.local == "class" && attribute.value.split(' ').any(|own| own == class))
}

fn text_of(node: &Handle) -> String {
    let mut text = String::new();
    for node in all(node) {
        if let NodeData::Text { contents } = &node.data {
            text.push_str(&contents.borrow());
        }
    }
    text
}
