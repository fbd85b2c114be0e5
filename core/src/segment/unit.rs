//! Units: what is labelled. A unit is a line, or the lines of one paragraph that a dump wrapped.

use crate::ingest::{Document, Line};
use crate::text::{Span, ends_sentence};

/// Widest line, in bytes, that is taken for a wrapped one: 120 letters of a script with two bytes a letter.
const MAX_WRAP: usize = 240;
/// Narrowest longest line, in bytes, of a wrapped paragraph.
const MIN_WRAP: usize = 45;

/// A line or a wrapped paragraph.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unit {
    /// Its lines with their ends.
    pub(crate) span: Span,
    /// Without white space around it.
    pub(crate) inner: Span,
    /// Columns of white space before its first line.
    pub(crate) indent: u32,
    /// Blank lines before it.
    pub(crate) gap: u32,
}

/// The units of a document, in order.
pub(crate) fn units(document: &Document<'_>) -> Vec<Unit> {
    if document.markup.is_some() {
        return document.lines.iter().filter_map(|line| join(std::slice::from_ref(line))).collect();
    }
    let mut units = Vec::with_capacity(document.lines.len());
    for run in document.lines.chunk_by(|_, next| next.gap == 0) {
        for paragraph in run.chunk_by(|_, next| next.indent == run.first().map_or(0, |line| line.indent)) {
            if is_wrapped(&document.text, paragraph) {
                units.extend(join(paragraph));
            } else {
                units.extend(paragraph.iter().filter_map(|line| join(std::slice::from_ref(line))));
            }
        }
    }
    units
}

fn join(lines: &[Line]) -> Option<Unit> {
    let (first, last) = (lines.first()?, lines.last()?);
    Some(Unit {
        span: first.span.join(last.span),
        inner: first.inner.join(last.inner),
        indent: first.indent,
        gap: first.gap,
    })
}

/// Whether lines are one paragraph cut at a column: all but the last nearly as long as the longest, most of them
/// ending in the middle of a sentence that the next one goes on with.
fn is_wrapped(text: &str, lines: &[Line]) -> bool {
    let [full @ .., _] = lines else { return false };
    let Some(longest) = lines.iter().map(|line| line.inner.len()).max() else { return false };
    if full.is_empty() || !(MIN_WRAP..=MAX_WRAP).contains(&longest) {
        return false;
    }
    let is_full = |line: &Line| line.inner.len() * 10 >= longest * 7;
    if !full.iter().all(is_full) || lines.iter().any(|line| starts_item(line.inner.slice(text))) {
        return false;
    }
    let goes_on = |line: &Line| !ends_sentence(line.inner.slice(text));
    let goes_on_low = |line: &&Line| starts_low(line.inner.slice(text));
    let open = full.iter().filter(|line| goes_on(line)).count();
    let has_case = lines.iter().any(|line| line.inner.slice(text).chars().any(char::is_uppercase));
    let low = lines.iter().skip(1).filter(goes_on_low).count();
    let ends = lines.last().is_some_and(|line| ends_sentence(line.inner.slice(text)));
    open * 2 >= full.len() && if has_case { low * 2 >= full.len() } else { full.len() >= 2 && ends }
}

fn starts_low(line: &str) -> bool {
    line.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase)
}

/// Whether a line begins with the mark or number of a list item.
pub(crate) fn starts_item(line: &str) -> bool {
    let mut chars = line.chars();
    match chars.next() {
        Some(
            '•' | '·' | '‣' | '▪' | '▫' | '■' | '□' | '●' | '○' | '◦' | '►' | '▶' | '❖' | '✓' | '✔' | '➢' | '➤' | '⁃',
        ) => true,
        Some('*' | '+' | '-' | '–' | '—' | 'o') => chars.next().is_some_and(char::is_whitespace),
        Some(c) if c.is_numeric() => {
            let rest = line.trim_start_matches(char::is_numeric);
            line.len() - rest.len() <= 6 && (rest.starts_with(". ") || rest.starts_with(") ") || rest.starts_with("- "))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::{Source, read};
    use crate::resources::Resources;

    fn count(page: &str) -> usize {
        units(&read(&Source::text(page), Resources::builtin())).len()
    }

    #[test]
    fn wrapped_paragraphs_are_one() {
        assert_eq!(
            count(
                "The council of the university met on Monday in order to look\n\
                 at the budget of the coming year, and decided to put it off\n\
                 until June.\n\nA second paragraph stands here."
            ),
            2
        );
        assert_eq!(
            count(
                "عقد مجلس الجامعة اجتماعا يوم الاثنين من أجل النظر في ميزانية\n\
                 السنة المقبلة بحضور ممثلي الطلبة والأساتذة وعدد من المسؤولين\n\
                 المحليين."
            ),
            1
        );
    }

    #[test]
    fn menus_lists_and_paragraphs_are_not() {
        assert_eq!(count("Home\nNews\nSports\nCulture and arts\nContact"), 5);
        assert_eq!(count("* one thing that is long enough to be a line of it\n* another thing that is long enough"), 2);
        assert_eq!(
            count(
                "A first paragraph is this one, and it ends here with a stop.\nA second paragraph follows, on its own line."
            ),
            2
        );
    }
}
