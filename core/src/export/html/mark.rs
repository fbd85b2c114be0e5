//! What a text names, marked in it: marks that stand inside or beside one another, and never across.

use std::cmp::Reverse;
use std::iter::Peekable;
use std::slice::Iter;

use super::super::facts;
use super::super::view::{Entity, View, cut, label};
use super::write::{Attribute, Html};
use crate::model::{Mention, MentionType, Temporal, TemporalBasis};
use crate::text::Span;

/// Most marks around one letter.
const DEEPEST: usize = 4;
/// Most bytes of a name that a pointer is told.
const LONGEST: usize = 120;

/// A mention and the bytes it stands at.
#[derive(Clone, Copy)]
pub(super) struct Mark<'r> {
    pub(super) span: Span,
    pub(super) mention: &'r Mention,
}

/// The mentions that can be marked in the text of the page, in its order.
pub(super) fn marks<'r>(view: &View<'r>, mentions: impl IntoIterator<Item = &'r Mention>) -> Vec<Mark<'r>> {
    let mark = |mention: &'r Mention| Mark { span: view.bytes(mention.span), mention };
    let fits = |mark: &Mark<'_>| !mark.span.is_empty() && mark.span.of(&view.record.text).is_some();
    nested(mentions.into_iter().map(mark).filter(fits).collect())
}

/// Marks in the order of the text, without those that cross another, say the same again, or stand too deep.
pub(super) fn nested(mut marks: Vec<Mark<'_>>) -> Vec<Mark<'_>> {
    marks.sort_by_key(|mark| (mark.span.start, Reverse(mark.span.end)));
    let mut open: Vec<Mark<'_>> = Vec::new();
    marks.retain(|mark| {
        while open.pop_if(|around| around.span.end <= mark.span.start).is_some() {}
        let fits = open.len() < DEEPEST
            && open.last().is_none_or(|around| {
                let is_again = around.span == mark.span && around.mention.kind == mark.mention.kind;
                around.span.contains(mark.span) && !is_again
            });
        if fits {
            open.push(*mark);
        }
        fits
    });
    marks
}

/// Writes a stretch of a text with the marks that begin in it. What a mark covers beyond its end is not marked.
pub(super) fn write(
    html: &mut Html,
    view: &View<'_>,
    text: &str,
    span: Span,
    marks: &mut Peekable<Iter<'_, Mark<'_>>>,
) {
    let mut at = span.start;
    while let Some(mark) = marks.next_if(|mark| mark.span.start < span.end) {
        if mark.span.start < at {
            continue;
        }
        html.text(Span::new(at, mark.span.start).slice(text));
        at = mark.span.end.min(span.end);
        let inside = Span::new(mark.span.start, at);
        let title = title(view, mark.mention);
        let attributes = [Attribute::Class(class(mark.mention.kind)), Attribute::Title(&title)];
        html.element("mark", &attributes, |html| write(html, view, text, inside, marks));
    }
    html.text(Span::new(at, span.end).slice(text));
}

/// The kinds of marks with their classes, as the legend shows them.
pub(super) const KINDS: [(&str, &str); 5] =
    [("o", "Organization"), ("n", "Person"), ("l", "Place"), ("d", "Date"), ("q", "Number or sum")];

const fn class(kind: MentionType) -> &'static str {
    match kind {
        MentionType::Organization => "o",
        MentionType::Person => "n",
        MentionType::Place => "l",
        MentionType::Date => "d",
        MentionType::Quantity | MentionType::Money => "q",
    }
}

/// What kind of thing is named, and which: "Date: 2024-05-12".
fn title(view: &View<'_>, mention: &Mention) -> String {
    let value = match mention.kind {
        MentionType::Date => mention.temporal.as_ref().map(date).unwrap_or_default(),
        MentionType::Money => mention.amount.as_ref().map(facts::money).unwrap_or_default(),
        MentionType::Quantity => mention.quantity.as_ref().map(facts::number).unwrap_or_default(),
        _ => entity(view, mention).unwrap_or_default().to_owned(),
    };
    let kind = label(&mention.kind);
    if value.is_empty() { kind } else { format!("{kind}: {value}") }
}

/// The name of the entity, where the page uses another.
fn entity<'r>(view: &View<'r>, mention: &Mention) -> Option<&'r str> {
    let name = view.entity(mention.id.as_deref()?).map(Entity::name)?;
    (name != mention.exact).then(|| cut(name, LONGEST))
}

/// The value of a date, and how it is known when it is not stated.
fn date(date: &Temporal) -> String {
    let values = [&date.edtf, &date.duration, &date.repeat_frequency];
    let value = values.into_iter().flatten().next().map(|value| cut(value, LONGEST)).unwrap_or_default();
    if date.basis == TemporalBasis::Stated { value.to_owned() } else { format!("{value} ({})", label(&date.basis)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Record;

    fn mention(kind: &str, span: [usize; 2]) -> Mention {
        let evidence = serde_json::json!({"rule": "test", "span": [0, 0], "certainty": "pattern"});
        let json = serde_json::json!({"type": kind, "span": span, "exact": "", "evidence": evidence});
        serde_json::from_value(json).unwrap()
    }

    fn marked(text: &str, span: Span, mentions: &[Mention]) -> String {
        let record = Record { text: text.to_owned(), ..Record::default() };
        let view = View::new(&record);
        let mut html = Html::default();
        write(&mut html, &view, text, span, &mut marks(&view, mentions).iter().peekable());
        html.finish().replace(" title=\"Organization\"", "").replace(" title=\"Place\"", "")
    }

    #[test]
    fn marks_nest() {
        let mentions = [mention("place", [4, 7]), mention("organization", [0, 7]), mention("organization", [0, 7])];
        assert_eq!(marked("abc def.", Span::new(0, 8), &mentions), {
            "<mark class=\"o\">abc <mark class=\"l\">def</mark></mark>."
        });
    }

    #[test]
    fn marks_never_cross() {
        let mentions = [mention("place", [2, 6]), mention("organization", [0, 4]), mention("place", [6, 7])];
        assert_eq!(marked("<bc def.", Span::new(0, 8), &mentions), {
            "<mark class=\"o\">&lt;bc </mark>de<mark class=\"l\">f</mark>."
        });
    }

    #[test]
    fn marks_that_fit_nowhere_are_left_out() {
        for span in [[0, 0], [3, 1], [7, 99], [1, 2], [99, 999], [usize::MAX, usize::MAX]] {
            assert_eq!(marked("نبأ.", Span::new(0, 7), &[mention("place", span)]), "نبأ.");
        }
        // A mark that goes on in the next line ends with this one.
        assert_eq!(marked("ab", Span::new(0, 1), &[mention("place", [0, 2])]), "<mark class=\"l\">a</mark>");
        let many: Vec<Mention> = (0..50).map(|at| mention("place", [at, 100 - at])).collect();
        assert_eq!(marked(&"a".repeat(100), Span::new(0, 100), &many).matches("<mark").count(), DEEPEST);
    }
}
