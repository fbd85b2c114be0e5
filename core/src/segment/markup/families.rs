//! The signs of the model `blocks`: their families, and the values each is made of.

use crate::ingest::Tag;
use crate::segment::lines::{LABELS, LOOKS, SIZES, YES};
use crate::segment::model::Family;

pub(super) const GROUPS: &[&str] = &["link", "bit", "line", "prose"];
pub(super) const LINKS: &[&str] = &["free", "some", "most", "all"];
pub(super) const ENDS: &[&str] = &["open", "stop", "question", "colon"];
pub(super) const TAGS: &[&str] = &[
    "other",
    "div",
    "p",
    "li",
    "cell",
    "h1",
    "h2",
    "h3",
    "low-heading",
    "quote",
    "pre",
    "caption",
    "term",
    "button",
    "section",
];
/// Positions of headings in [`TAGS`].
pub(super) const HEADINGS: std::ops::RangeInclusive<usize> = 5..=8;
pub(super) const LANDMARKS: &[&str] =
    &["body", "main", "article", "aside", "nav", "header", "footer", "form", "figure", "table", "quote", "dialog"];
/// As many as there are parts in `markup.toml`, the hidden ones first.
pub(super) const PARTS: &[&str] = &[
    "hidden-by-style",
    "content",
    "title",
    "lead",
    "byline",
    "date",
    "meta",
    "caption",
    "gallery",
    "tags",
    "related",
    "share",
    "comments",
    "menu",
    "breadcrumb",
    "pagination",
    "header",
    "footer",
    "aside",
    "advertisement",
    "newsletter",
    "notice",
    "paywall",
    "popup",
    "survey",
    "teaser",
    "bio",
    "button",
    "hidden",
    "copyright",
    "quote",
];
pub(super) const SHARES: &[&str] = &["0", "5", "20", "50", "80", "99", "most"];
pub(super) const DENSITIES: &[&str] = &["0", "10", "25", "45", "70", "90", "all"];
pub(super) const SIDES: &[&str] = &["inside", "before", "after"];
pub(super) const LEVELS: &[&str] = &["0", "1", "2", "3", "5", "more"];
pub(super) const COUNTS: &[&str] = &["1", "2", "3", "6", "12", "more"];
pub(super) const DISTANCES: &[&str] = &["1", "2", "3", "6", "12", "25", "far", "none"];
pub(super) const KINDS: &[&str] = &["none", "link", "bit", "line", "prose", "rule", "date", "heading", "title"];

/// Families of signs of the model `blocks`.
pub(crate) const FAMILIES: &[Family] = &OWN;

pub(super) const OWN: [Family; 42] = [
    Family { name: "shape", dimensions: &[SIZES, ENDS, LINKS] },
    Family { name: "tag", dimensions: &[TAGS, GROUPS] },
    Family { name: "words", dimensions: &[GROUPS, &["none", "few", "some", "many"]] },
    Family { name: "look", dimensions: &[LOOKS, GROUPS] },
    Family { name: "sentences", dimensions: &[&["one", "two", "four", "more"], LINKS] },
    Family { name: "copy", dimensions: &[&["first", "again"], GROUPS] },
    Family { name: "landmark", dimensions: &[LANDMARKS, GROUPS] },
    Family { name: "class", dimensions: &[PARTS, GROUPS] },
    Family { name: "class-around", dimensions: &[PARTS, GROUPS] },
    Family { name: "class-above", dimensions: &[PARTS, GROUPS] },
    Family { name: "class-within", dimensions: &[PARTS, GROUPS] },
    Family { name: "prose-before", dimensions: &[DISTANCES, GROUPS] },
    Family { name: "prose-after", dimensions: &[DISTANCES, GROUPS] },
    Family { name: "between", dimensions: &[&["near", "mid", "far"], &["near", "mid", "far"], GROUPS] },
    Family { name: "run", dimensions: &[&["1", "2", "4", "8", "16", "more"], GROUPS] },
    Family { name: "mass", dimensions: &[&["0", "200", "500", "1000", "2000", "4000", "more"], GROUPS] },
    Family { name: "container", dimensions: &[SHARES, DENSITIES, GROUPS] },
    Family { name: "container-lines", dimensions: &[&["1", "2", "4", "8", "16", "more"], GROUPS] },
    Family { name: "outer", dimensions: &[SHARES, DENSITIES, GROUPS] },
    Family { name: "main", dimensions: &[SIDES, LEVELS, GROUPS] },
    Family { name: "main-place", dimensions: &[&["start", "first", "middle", "last", "end", "outside"], GROUPS] },
    Family { name: "kin", dimensions: &[SHARES, GROUPS] },
    Family { name: "container-kin", dimensions: &[SHARES, GROUPS] },
    Family { name: "branch", dimensions: &[TAGS, &["1", "2", "4", "8", "16", "more"], GROUPS] },
    Family { name: "branch-prose", dimensions: &[SHARES, DENSITIES, GROUPS] },
    Family { name: "branch-class", dimensions: &[PARTS, GROUPS] },
    Family { name: "repeat", dimensions: &[COUNTS, GROUPS, &["thin", "rich"]] },
    Family { name: "place", dimensions: &[&["start", "first", "middle", "last", "end"], GROUPS] },
    Family { name: "height", dimensions: &[&["10", "25", "50", "75", "90", "end"], GROUPS] },
    Family { name: "title", dimensions: &[&["none", "before", "after"], &["1", "2", "4", "8", "16", "more"], GROUPS] },
    Family {
        name: "section",
        dimensions: &[&["none", "related", "comments", "promotion", "other"], &["5", "20", "more"], GROUPS],
    },
    Family { name: "rest", dimensions: &[YES, GROUPS] },
    Family { name: "rule", dimensions: &[LABELS] },
    Family { name: "rule-near", dimensions: &[&["before", "after"], &["removed", "kept"], GROUPS] },
    Family { name: "page", dimensions: &[&["bare", "thin", "mixed", "full"], GROUPS] },
    Family { name: "count", dimensions: &[&["10", "30", "100", "300", "1000", "more"], GROUPS] },
    Family { name: "before", dimensions: &[KINDS, &["sibling", "cousin", "stranger"], GROUPS] },
    Family { name: "after", dimensions: &[KINDS, &["sibling", "cousin", "stranger"], GROUPS] },
    Family { name: "bold", dimensions: &[YES, GROUPS] },
    Family { name: "broken", dimensions: &[YES, GROUPS] },
    Family { name: "depth", dimensions: &[&["shallower", "same", "1", "2", "3", "deeper"], GROUPS] },
    Family { name: "language", dimensions: &[&["same", "other", "unknown"], GROUPS] },
];

/// Position of each family in [`FAMILIES`].
#[derive(Clone, Copy)]
pub(super) enum F {
    Shape,
    Tag,
    Words,
    Look,
    Sentences,
    Copy,
    Landmark,
    Class,
    ClassAround,
    ClassAbove,
    ClassWithin,
    ProseBefore,
    ProseAfter,
    Between,
    Run,
    Mass,
    Container,
    ContainerLines,
    Outer,
    Main,
    MainPlace,
    Kin,
    ContainerKin,
    Branch,
    BranchProse,
    BranchClass,
    Repeat,
    Place,
    Height,
    Title,
    Section,
    Rest,
    Rule,
    RuleNear,
    Page,
    Count,
    Before,
    After,
    Bold,
    Broken,
    Depth,
    Language,
}

pub(super) const TURNS: &[&str] = &["keep", "leave", "enter", "stay-out"];

/// Families of signs between two lines: what each change of mind costs.
pub(crate) const STEPS: &[Family] = &OWN_STEPS;

pub(super) const OWN_STEPS: [Family; 6] = [
    Family { name: "step", dimensions: &[TURNS, &["broken", "sibling", "cousin", "up", "down", "far", "farther"]] },
    Family { name: "step-group", dimensions: &[TURNS, GROUPS, GROUPS] },
    Family { name: "step-landmark", dimensions: &[TURNS, &["same", "other"]] },
    Family { name: "step-heading", dimensions: &[TURNS, &["before", "into"]] },
    Family { name: "step-title", dimensions: &[TURNS, YES] },
    Family { name: "step-section", dimensions: &[TURNS, YES] },
];

pub(super) const fn tag_index(tag: Tag) -> usize {
    match tag {
        Tag::Div => 1,
        Tag::P => 2,
        Tag::Li => 3,
        Tag::Td | Tag::Th => 4,
        Tag::H1 => 5,
        Tag::H2 => 6,
        Tag::H3 => 7,
        Tag::H4 | Tag::H5 | Tag::H6 => 8,
        Tag::Blockquote => 9,
        Tag::Pre => 10,
        Tag::Figcaption | Tag::Caption => 11,
        Tag::Dt | Tag::Dd => 12,
        Tag::Button => 13,
        Tag::Section | Tag::Article | Tag::Main => 14,
        _ => 0,
    }
}

pub(super) const fn landmark(tag: Tag) -> usize {
    match tag {
        Tag::Main => 1,
        Tag::Article => 2,
        Tag::Aside => 3,
        Tag::Nav | Tag::Search => 4,
        Tag::Header => 5,
        Tag::Footer | Tag::Address => 6,
        Tag::Form => 7,
        Tag::Figure => 8,
        Tag::Table => 9,
        Tag::Blockquote => 10,
        Tag::Dialog => 11,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ASIDE, title::REPEATING};
    use super::PARTS;
    use crate::resources::Resources;

    #[test]
    fn the_parts_are_those_of_the_data() {
        let names = Resources::builtin().markup().names();
        assert_eq!(PARTS.get(1..), Some(names.as_slice()));
        let used = ASIDE.iter().chain(&REPEATING).chain(&["date", "byline", "comments"]);
        assert!(used.into_iter().all(|part| names.contains(part)));
    }
}
