//! A record as a person reads it in a terminal: every line with its fate, then the articles, doubts and sums.

use std::fmt::Debug;
use std::io::{self, Write};

use naba::text::Script;
use naba::{Article, Event, Label, Record, Segment, Temporal};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How to show it.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Whether to use colours.
    pub color: bool,
    /// Columns of the terminal.
    pub width: usize,
}

/// Columns of a field's name before its value.
const FIELD: usize = 12;
/// Columns left free before running text: some terminals drop an isolate in the first column.
const MARGIN: usize = 2;
/// Widest line of running text, with its margin.
const MEASURE: usize = 96;

const BOLD: &str = "1";
const DIM: &str = "2";
const READ: &str = "36";
const DOUBT: &str = "33";

/// What became of a segment: its mark, the word for it, and the colour of its label.
fn fate(label: Label) -> (char, &'static str, &'static str) {
    match label {
        Label::Blank => (' ', "blank", DIM),
        Label::Headline => ('+', "kept", "1;32"),
        Label::Source | Label::Keywords => ('~', "read", READ),
        label if label.is_article() => ('+', "kept", "32"),
        Label::Navigation | Label::Related | Label::Share => ('-', "removed", "34"),
        Label::Promotion | Label::Advertisement | Label::Comments | Label::Paywall => ('-', "removed", "31"),
        _ => ('-', "removed", "35"),
    }
}

/// Writes a record for a person; `name` says where the page came from.
///
/// # Errors
///
/// When `out` does.
pub fn present(record: &Record, name: &str, style: Style, out: &mut impl Write) -> io::Result<()> {
    let style = Style { width: style.width.clamp(48, 200), ..style };
    style.heading(out, name)?;
    style.segments(out, record)?;
    for (index, article) in record.articles.iter().enumerate() {
        style.heading(out, &format!("article {} of {}", index + 1, record.articles.len()))?;
        style.article(out, record, article)?;
    }
    if !record.warnings.is_empty() {
        style.heading(out, "warnings")?;
    }
    for warning in &record.warnings {
        let doubt = format!("{}: {}", words(warning.code), warning.message);
        for (line, _) in paragraph_lines(&doubt, style.width - 2) {
            writeln!(out, "{}{line}", style.paint(DOUBT, "! "))?;
        }
    }
    writeln!(out, "\n{}", sums(record))
}

impl Style {
    fn paint(self, code: &str, text: &str) -> String {
        if self.color && !code.is_empty() { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }

    fn heading(self, out: &mut impl Write, title: &str) -> io::Result<()> {
        let title = cut(&visible(title), self.width.saturating_sub(4));
        let rest = "─".repeat(self.width.saturating_sub(width(&title) + 4));
        writeln!(out, "\n{} {} {}", self.paint(DIM, "──"), self.paint(BOLD, &isolate(&title)), self.paint(DIM, &rest))
    }

    /// One line each: the mark of its fate, its label, its text, and the rule that says so.
    fn segments(self, out: &mut impl Write, record: &Record) -> io::Result<()> {
        let seen = || record.segments.iter().filter(|segment| segment.label != Label::Blank);
        let longest = seen().map(|segment| width(segment.rule.as_str())).max().unwrap_or_default();
        let right = longest.min(self.width * 2 / 5);
        let left = seen().map(|segment| words(segment.label).len()).max().unwrap_or_default();
        let articles = record.articles.len();
        let digits = if articles > 1 { articles.to_string().len() } else { 0 };
        let middle = self.width.saturating_sub(digits + left + 6 + right);
        for segment in seen() {
            let (mark, _, code) = fate(segment.label);
            let text = cut(&visible(text_of(record, segment)), middle);
            let fill = " ".repeat(middle.saturating_sub(width(&text)) + 2);
            let text = isolate(&text);
            let text = if mark == '-' { self.paint(DIM, &text) } else { text };
            let number =
                segment.article.filter(|_| articles > 1).map_or(String::new(), |index| (index + 1).to_string());
            let label = format!("{mark}{number:<digits$} {:<left$}  ", words(segment.label));
            let rule = self.paint(DIM, &cut(segment.rule.as_str(), right));
            writeln!(out, "{}{text}{fill}{rule}", self.paint(code, &label))?;
        }
        Ok(())
    }

    fn article(self, out: &mut impl Write, record: &Record, article: &Article) -> io::Result<()> {
        let headlines = article.headline.iter().chain(&article.alternative_headline);
        self.field(out, "headline", BOLD, headlines.map(|headline| headline.text.as_str()))?;
        self.field(out, "language", "", [article.in_language.as_str()].into_iter())?;
        self.field(out, "date", "", article.date_published.iter().filter_map(|date| date.edtf.as_deref()))?;
        self.field(out, "author", "", article.author.iter().map(|author| author.name.as_str()))?;
        let is_source = |id: &str| article.source_organization.as_deref() == Some(id);
        let source = record.organizations.iter().filter(|organization| is_source(&organization.id));
        self.field(out, "source", "", source.map(|source| source.name.as_str()))?;
        let keywords = article.keywords.join(" | ");
        self.field(out, "keywords", "", [keywords.as_str()].into_iter().filter(|keywords| !keywords.is_empty()))?;
        let events = record.events.iter().filter(|event| article.about.contains(&event.id)).map(event_line);
        let events: Vec<String> = events.collect();
        self.field(out, "events", "", events.iter().map(String::as_str))?;
        self.field(out, "see also", "", article.related_link.iter().map(|link| link.text.as_str()))?;
        for paragraph in article.article_body.split("\n\n") {
            writeln!(out)?;
            let lines = paragraph.lines().flat_map(|text| paragraph_lines(text, self.width.min(MEASURE) - MARGIN));
            for (line, margin) in lines {
                writeln!(out, "{:MARGIN$}{margin}{line}", "")?;
            }
        }
        Ok(())
    }

    fn field<'v>(
        self,
        out: &mut impl Write,
        name: &str,
        code: &str,
        values: impl Iterator<Item = &'v str>,
    ) -> io::Result<()> {
        let lines = values.flat_map(|value| paragraph_lines(value, self.width - FIELD));
        for (index, (line, _)) in lines.enumerate() {
            let name = if index == 0 { name } else { "" };
            writeln!(out, "{}{}", self.paint(READ, &format!("{name:<FIELD$}")), self.paint(code, &line))?;
        }
        Ok(())
    }
}

/// An event in a line: what, when and where.
fn event_line(event: &Event) -> String {
    let day = |date: &Option<Temporal>| date.as_ref().and_then(|date| date.edtf.clone());
    let days = [day(&event.start_date), day(&event.end_date)].into_iter().flatten().collect::<Vec<_>>().join(" to ");
    let place = event.location.as_ref().and_then(|place| place.city.clone().or_else(|| place.country.clone()));
    let name = event.name.clone().or_else(|| event.theme.clone());
    let parts = [Some(words(event.kind)), name, Some(days).filter(|days| !days.is_empty()), place];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The lines of a wrapped paragraph, each with the margin that puts it at the right edge when it is read from there.
///
/// A line that begins with a word of the other direction is still a line of its paragraph, so its isolate is not that of
/// its first strong letter.
fn paragraph_lines(text: &str, measure: usize) -> Vec<(String, String)> {
    let text = visible(text);
    let is_rtl = text.chars().find_map(Script::of).is_some_and(|script| matches!(script, Script::Arab | Script::Hebr));
    let isolated = |line: String| match is_rtl {
        true => (format!("\u{2067}{line}\u{2069}"), " ".repeat(measure.saturating_sub(width(&line)))),
        false => (format!("\u{2066}{line}\u{2069}"), String::new()),
    };
    wrap(&text, measure).into_iter().map(isolated).collect()
}

/// How many bytes had which fate; they add up to the page.
fn sums(record: &Record) -> String {
    let bytes = |fate_name: &str| -> usize {
        let own = record.segments.iter().filter(|segment| fate(segment.label).1 == fate_name);
        own.map(|segment| segment.span.len()).sum()
    };
    let [kept, read, removed, blank] = ["kept", "read", "removed", "blank"].map(bytes);
    let (all, articles) = (record.text.len(), record.articles.len());
    let plural = if articles == 1 { "" } else { "s" };
    format!(
        "{articles} article{plural} | + kept {kept}, ~ read {read}, - removed {removed}, blank {blank}: {} of {all} bytes",
        kept + read + removed + blank
    )
}

fn text_of<'r>(record: &'r Record, segment: &Segment) -> &'r str {
    segment.span.of(&record.text).unwrap_or_default()
}

/// `ListItem` as "list item".
fn words(name: impl Debug) -> String {
    let mut out = String::new();
    for c in format!("{name:?}").chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push(' ');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

/// A text that cannot move the cursor, change a colour or turn the line around it: on one line, without controls.
fn visible(text: &str) -> String {
    let is_turn = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().filter(|&c| !is_turn(c)).map(|c| if c.is_control() { '\u{FFFD}' } else { c }));
    }
    out
}

/// The text keeps its own direction, and what stands beside it keeps its place.
fn isolate(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

/// Columns that a text takes. Letter by letter: a terminal gives lam and alef a cell each, though they are drawn as one.
fn width(text: &str) -> usize {
    text.graphemes(true).map(|letter| letter.width().min(2)).sum()
}

/// The text, or as much of it as fits with an ellipsis.
fn cut(text: &str, columns: usize) -> String {
    let mut used = 0;
    for (at, letter) in text.grapheme_indices(true) {
        used += width(letter);
        if used > columns {
            let (mut end, mut used) = (at, used - width(letter));
            while used + 1 > columns {
                let Some((last, letter)) = text.get(..end).unwrap_or_default().grapheme_indices(true).next_back()
                else {
                    break;
                };
                (end, used) = (last, used - width(letter));
            }
            return format!("{}…", text.get(..end).unwrap_or_default().trim_end());
        }
    }
    text.to_owned()
}

/// Lines of at most so many columns, broken between words; a longer word is broken between letters.
fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split(' ') {
        let size = width(word);
        if used > 0 && used + 1 + size > columns {
            lines.push(String::new());
            used = 0;
        }
        let Some(mut line) = lines.pop() else { continue };
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        for letter in word.graphemes(true) {
            if used + width(letter) > columns {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push_str(letter);
            used += width(letter);
        }
        lines.push(line);
    }
    lines
}

/// The Rust of the README compiles.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

#[cfg(test)]
mod tests {
    use naba::{Extractor, Source};

    use super::*;

    fn shown(page: &str, columns: usize) -> String {
        let mut out = Vec::new();
        let style = Style { color: false, width: columns };
        present(&Extractor::new().extract(&Source::text(page)), "a page", style, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn the_bundled_page_has_every_kind_of_line() {
        let shown = shown(include_str!("page.txt"), 100);
        for word in ["+ headline", "+ date", "+ body", "+ subheading", "~ source", "~ keywords", "- disclaimer"] {
            assert!(shown.contains(word), "{word}\n{shown}");
        }
        for word in
            ["2024-11-14", "article 1 of 1", "ar/boilerplate/rights", "طنجة | الخزانة الرقمية", ": 2158 of 2158"]
        {
            assert!(shown.contains(word), "{word}\n{shown}");
        }
    }

    #[test]
    fn no_line_is_wider_than_the_terminal_and_every_isolate_is_closed() {
        let page = include_str!("page.txt").to_owned()
            + &"طنجة😀".repeat(90)
            + "\n"
            + &"x\u{301}\u{202E}\u{1B}[31m".repeat(200);
        for columns in [48, 80, 133] {
            for line in shown(&page, columns).lines().filter(|line| !line.contains("bytes")) {
                let count = |marks: &[char]| line.matches(marks).count();
                assert!(width(line) <= columns, "{columns}: {line}");
                assert_eq!(count(&['\u{2066}', '\u{2067}', '\u{2068}']), count(&['\u{2069}']), "{line}");
                assert!(!line.contains(['\u{1B}', '\u{202E}']), "{line}");
            }
        }
    }

    #[test]
    fn cutting_and_wrapping_count_columns() {
        assert_eq!(cut("كتاب", 4), "كتاب");
        assert_eq!(cut("كتابان", 4), "كتا…");
        assert_eq!(cut("😀😀😀", 5), "😀😀…");
        assert_eq!(wrap("un deux trois", 7), ["un deux", "trois"]);
        assert_eq!(wrap("abcdefgh i", 3), ["abc", "def", "gh", "i"]);
        assert_eq!(width("لا"), 2);
        assert_eq!(words(Label::ListItem), "list item");
    }
}
