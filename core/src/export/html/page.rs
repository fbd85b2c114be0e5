//! The whole page, line by line: what was kept, what was read and what was removed, and why.

use rustc_hash::FxHashMap;

use super::super::view::{View, label};
use super::article;
use super::mark::{Mark, write};
use super::write::{AUTO, Attribute, Html, direction};
use crate::model::{Label, Segment};
use crate::text::Span;

/// A stretch of the page in bytes, and the segment it is of. The lines of a page tile its text, whatever its segments do.
#[derive(Clone, Copy)]
pub(super) struct Line<'r> {
    pub(super) span: Span,
    pub(super) segment: Option<&'r Segment>,
}

/// The lines of a page that are not blank.
pub(super) fn lines<'r>(view: &View<'r>) -> Vec<Line<'r>> {
    let text = view.record.text.as_str();
    let mut lines = Vec::new();
    let mut at = 0;
    for segment in &view.record.segments {
        let span = view.bytes(segment.span);
        if span.of(text).is_none() || span.end <= at {
            continue;
        }
        let start = span.start.max(at);
        lines.push(Line { span: Span::new(at, start), segment: None });
        lines.push(Line { span: Span::new(start, span.end), segment: Some(segment) });
        at = span.end;
    }
    lines.push(Line { span: Span::new(at, text.len()), segment: None });
    lines.retain(|line| line.span.slice(text).contains(|c: char| !c.is_whitespace()));
    lines
}

/// The lines of each article that stand in its body.
pub(super) fn bodies<'r>(lines: &[Line<'r>]) -> FxHashMap<usize, Vec<Line<'r>>> {
    let mut bodies: FxHashMap<usize, Vec<Line<'r>>> = FxHashMap::default();
    for line in lines {
        if let Some(Segment { label, article: Some(article), .. }) = line.segment
            && label.is_body()
        {
            bodies.entry(*article).or_default().push(*line);
        }
    }
    bodies
}

/// What became of a line: its class, and the word for it.
const FATES: [(&str, &str); 3] = [("k", "kept"), ("r", "read"), ("x", "removed")];

const fn fate(label: Label) -> &'static str {
    match label {
        Label::Source | Label::Keywords => "r",
        label if label.is_article() => "k",
        _ => "x",
    }
}

fn fate_of(line: &Line<'_>) -> &'static str {
    line.segment.map_or("x", |segment| fate(segment.label))
}

pub(super) fn section(html: &mut Html, view: &View<'_>, lines: &[Line<'_>], marks: &[Mark<'_>]) {
    if lines.is_empty() {
        return;
    }
    let text = view.record.text.as_str();
    let dir = Attribute::Dir(view.record.articles.first().map_or_else(|| direction(text), article::direction_of));
    html.block("details", &[], |html| {
        html.block("summary", &[], |html| {
            html.say("The whole page");
            for (class, word) in FATES {
                let count = lines.iter().filter(|line| fate_of(line) == class).count();
                html.say(&format!(" · {count} {word}"));
            }
        });
        html.block("ol", &[dir], |html| {
            let mut marks = marks.iter().peekable();
            for line in lines {
                let kind = line.segment.map_or_else(|| "unlabelled".to_owned(), |segment| label(&segment.label));
                let rule = line.segment.map_or("", |segment| segment.rule.as_str());
                let article = line.segment.and_then(|segment| view.record.articles.get(segment.article?));
                let language = article.map_or("", |article| article.in_language.as_str());
                html.block("li", &[Attribute::Class(fate_of(line))], |html| {
                    html.element("span", &[Attribute::Title(rule)], |html| html.say(&kind));
                    html.element("div", &[Attribute::Lang(language), AUTO], |html| {
                        write(html, view, text, line.span, &mut marks);
                    });
                });
            }
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Record;

    fn spans(text: &str, segments: &[[usize; 2]]) -> Vec<[usize; 2]> {
        let segment = |span: &[usize; 2]| Segment {
            span: (*span).into(),
            label: Label::Body,
            article: None,
            rule: "test".into(),
        };
        let segments = segments.iter().map(segment).collect();
        let record = Record { text: text.to_owned(), segments, ..Record::default() };
        lines(&View::new(&record)).iter().map(|line| line.span.into()).collect()
    }

    #[test]
    fn lines_tile_the_text() {
        assert_eq!(spans("a\n\nb\n", &[[0, 2], [2, 3], [3, 5]]), [[0, 2], [3, 5]]);
        assert_eq!(spans("abcdef", &[[1, 3], [0, 2], [2, 4], [9, 1], [0, 99]]), [[0, 1], [1, 3], [3, 4], [4, 6]]);
        assert_eq!(spans("نبأ", &[[1, 3]]), [[0, 6]]);
        assert_eq!(spans("", &[]), [[0; 2]; 0]);
    }

    #[test]
    fn what_becomes_of_a_line() {
        assert_eq!([Label::Body, Label::Source, Label::Share].map(fate), ["k", "r", "x"]);
    }
}
