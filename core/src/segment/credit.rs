//! Lines that say when a text was published, and by whom or where: "Par Nadia Benali | publié le 3 juin 2024",
//! "RABAT, 12 mai 2024 (MAP)".

use crate::date::{beside, fills_date, full_day};
use crate::model::Label;
use crate::resources::Resources;
use crate::text::{Class, Span, fold, words};

/// Most words of a name.
const MAX_NAME: usize = 4;
/// Most words of what stands beside an author or a place: an agency, an office.
const MAX_OTHER: usize = 3;
/// Most words that announce a day or an author: "article publié le".
const MAX_ANNOUNCING: usize = 5;

/// What a line with a day and little else says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Credit {
    /// Date, byline or dateline.
    pub(crate) label: Label,
    /// The index of the rule that announces the author, if one does.
    pub(crate) rule: Option<usize>,
    /// Bytes of the page: the author.
    pub(crate) author: Span,
}

/// What a part of such a line is.
enum Part {
    /// It belongs to the day.
    Filling,
    Author(Option<usize>, Span),
    Place,
    /// A few words that say nothing by themselves.
    Other,
}

impl Credit {
    pub(super) fn read(text: &str, line: Span, resources: &Resources) -> Option<Self> {
        let day = full_day(text, line, resources)?;
        let parts = beside(line, &day).into_iter().flat_map(|side| split(text, side));
        let reader = Reader { text, resources };
        let mut credit = Self { label: Label::Date, rule: None, author: Span::default() };
        let mut others = 0;
        for part in parts {
            match reader.part(part)? {
                Part::Filling => {}
                Part::Author(rule, author) if credit.label != Label::Byline => {
                    credit = Self { label: Label::Byline, rule, author };
                }
                Part::Place if credit.label == Label::Date => credit.label = Label::Dateline,
                Part::Place => {}
                Part::Author(..) | Part::Other => others += 1,
            }
        }
        (others == 0 || others == 1 && credit.label != Label::Date).then_some(credit)
    }
}

/// The parts of a line between its marks.
fn split(text: &str, side: Span) -> Vec<Span> {
    let source = side.slice(text);
    let mut parts = Vec::new();
    let mut start = 0;
    let mut before = ' ';
    let mut push = |from: usize, to: usize| {
        let part = source.get(from..to).unwrap_or_default();
        let trimmed = part.trim_start();
        let from = from + part.len() - trimmed.len();
        if trimmed.contains(char::is_alphanumeric) {
            parts.push(Span::new(side.start + from, side.start + from + trimmed.trim_end().len()));
        }
    };
    for (at, c) in source.char_indices() {
        let end = at + c.len_utf8();
        let is_loose =
            || before.is_whitespace() || source.get(end..).is_none_or(|rest| rest.starts_with(char::is_whitespace));
        let parts_here = matches!(c, '|' | '•' | '·' | '—' | '–' | '،' | ',' | '؛' | ';' | '(' | ')' | '[' | ']')
            || matches!(c, '-' | '/') && is_loose();
        if parts_here {
            push(start, at);
            start = end;
        }
        before = c;
    }
    push(start, source.len());
    parts
}

struct Reader<'r> {
    text: &'r str,
    resources: &'r Resources,
}

impl Reader<'_> {
    fn part(&self, part: Span) -> Option<Part> {
        let part = self.without_filing(part);
        let source = part.slice(self.text);
        if fills_date(source, self.resources) {
            return Some(Part::Filling);
        }
        if let Some((rule, name)) = self.byline(source) {
            return Some(Part::Author(Some(rule), Span::new(part.end - name.len(), part.end)));
        }
        if !self.resources.places(source).is_empty() {
            return Some(Part::Place);
        }
        if self.is_person(source) {
            return Some(Part::Author(None, part));
        }
        (source.split_whitespace().count() <= MAX_OTHER).then_some(Part::Other)
    }

    /// The rule that announces an author, and the name after its words, which may stand without their colon here.
    fn byline<'s>(&self, source: &'s str) -> Option<(usize, &'s str)> {
        let ends = source.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at).take(MAX_ANNOUNCING);
        let field = ends.filter_map(|end| {
            let (words, name) = source.split_at(end);
            Some((self.field(words, Label::Byline)?, name))
        });
        let line = || {
            let folded = fold(source);
            let count = words(folded.as_str()).count();
            let hit = self.resources.lines().rule(folded.as_str(), true, u32::try_from(count).unwrap_or(u32::MAX))?;
            let name = source.get(folded.source(hit.range.end)..).unwrap_or_default();
            (self.label(hit.value) == Some(Label::Byline)).then_some((hit.value, name))
        };
        let (rule, name) = line().or_else(|| field.last())?;
        Some((rule, name.trim_start_matches(|c: char| !c.is_alphanumeric())))
    }

    /// A part without the words at its end that announce a day.
    fn without_filing(&self, part: Span) -> Span {
        let source = part.slice(self.text);
        // Where a word begins, or a capital inside of one: "By Jane DoePublished".
        let edges = source.char_indices().zip(source.chars().skip(1));
        let is_edge = |one: char, next: char| one.is_whitespace() || one.is_lowercase() && next.is_uppercase();
        let edges = edges.filter(|((_, one), next)| is_edge(*one, *next)).map(|((at, one), _)| at + one.len_utf8());
        let mut starts: Vec<usize> = [0].into_iter().chain(edges).collect();
        let last = starts.last().copied().unwrap_or_default();
        starts.drain(..starts.len().saturating_sub(MAX_ANNOUNCING));
        // "علي" is a name, and folds to a small word.
        let is_small = |word: &str| fills_date(word, self.resources) && !self.resources.is_given(word);
        let announces = |start: usize| {
            let words = source.get(start..).unwrap_or_default();
            self.field(words, Label::Date).is_some() || start == last && is_small(words)
        };
        let longest = starts.into_iter().find(|start| announces(*start));
        let rest = longest.and_then(|start| source.get(..start)).unwrap_or(source);
        Span::new(part.start, part.start + rest.trim_end().len())
    }

    fn field(&self, source: &str, label: Label) -> Option<usize> {
        self.resources.lines().field(fold(source).as_str(), label)
    }

    /// A given name, and little after it, each with a capital where there are any.
    fn is_person(&self, source: &str) -> bool {
        let has_capital = |word: &str| word.chars().next().is_some_and(|c| !Class::of(c).is_lower());
        let count = source.split_whitespace().count();
        (2..=MAX_NAME).contains(&count)
            && source.split_whitespace().all(has_capital)
            && source.split_whitespace().next().is_some_and(|first| self.resources.is_given(first))
    }

    fn label(&self, rule: usize) -> Option<Label> {
        self.resources.lines().rule_at(rule).map(|rule| rule.label)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<(Label, &str)> {
        let credit = Credit::read(line, Span::new(0, line.len()), Resources::builtin())?;
        Some((credit.label, credit.author.slice(line)))
    }

    #[test]
    fn days_authors_and_places() {
        for (line, label, author) in [
            ("Posté le lundi 3 juin 2024 à 10h30", Label::Date, ""),
            ("نشر يوم الاثنين 3 يونيو 2024 على الساعة 10:30", Label::Date, ""),
            ("Par Nadia Benali — publié le 3 juin 2024", Label::Byline, "Nadia Benali"),
            ("Le 3 juin 2024 par Nadia Benali", Label::Byline, "Nadia Benali"),
            ("Publié par Nadia Benali le 3 juin 2024", Label::Byline, "Nadia Benali"),
            ("Posted by admin on June 3, 2024", Label::Byline, "admin"),
            ("By Jane Maio on June 3, 2024", Label::Byline, "Jane Maio"),
            ("By Jane DoePublished: Jun 3, 2024", Label::Byline, "Jane Doe"),
            ("Jane Doe, 3 June 2024", Label::Byline, "Jane Doe"),
            ("كتب: محمد علي - 3 يونيو 2024", Label::Byline, "محمد علي"),
            ("3 يونيو 2024 10:30 | محمد علي", Label::Byline, "محمد علي"),
            ("Accra, 3 June 2024 (GNA)", Label::Dateline, ""),
            ("طنجة: الاثنين 25 ذو القعدة 1445هـ", Label::Dateline, ""),
        ] {
            assert_eq!(read(line), Some((label, author)), "{line}");
        }
    }

    #[test]
    fn other_lines_with_a_day() {
        for line in [
            "Le salon du livre aura lieu le 3 juin 2024",
            "Rapport annuel | 3 juin 2024",
            "ندوة حول التراث - 3 يونيو 2024",
            "Par Nadia Benali",
            "Accra, Tamale",
            "",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
