//! People: names after titles and offices, and names that begin with a given name; their later short mentions.

mod name;
mod short;

use std::ops::Range;

use super::organization::Name;
use super::reading::Page;
use super::role::{Role, roles_after, roles_before};
use super::spots::Spots;
use super::token::{Gap, Reading};
use crate::resources::NameClass;
use crate::text::Span;
pub(super) use name::is_stranger;
use name::{begins, name_end, stranger_end};
use short::find_short;

/// Most titles in a row.
const MAX_TITLES: usize = 5;

/// A name of a person, as far as its own words and those beside it tell.
#[derive(Clone, Debug)]
pub(crate) struct PersonName {
    pub(super) words: Range<usize>,
    pub(crate) span: Span,
    pub(crate) clitic: Option<String>,
    /// The title as written, and its normal form.
    pub(crate) honorific: Option<(String, String)>,
    pub(crate) roles: Vec<Role>,
    /// Its folded words.
    pub(crate) key: Vec<String>,
    pub(crate) rule: &'static str,
}

/// Titles before a name.
struct Titles {
    words: Range<usize>,
    reading: Reading,
    normal: u16,
    /// Whether they can be nothing but titles.
    is_sure: bool,
}

/// Finds the people of an article, in the order of the text.
pub(super) fn find(page: &Page<'_>, organizations: &[Name]) -> Vec<PersonName> {
    let mut people: Vec<PersonName> = Vec::new();
    let taken = taken(page.len(), organizations);
    let spots = Spots::new(page.len(), organizations);
    let mut at = 0;
    while at < page.len() {
        let found = if taken.get(at).copied().unwrap_or_default() { None } else { name_at(page, at, &taken) };
        let Some((titles, words, reading, rule)) = found else {
            at += 1;
            continue;
        };
        let next = words.end;
        people.push(person(page, titles, words, &reading, rule, &spots));
        at = next;
    }
    find_short(page, &taken, &mut people);
    people.sort_by_key(|person| person.words.start);
    people
}

/// The words that belong to names of organisations.
fn taken(len: usize, organizations: &[Name]) -> Vec<bool> {
    let mut taken = vec![false; len];
    for name in organizations.iter().filter(|name| !name.is_office && name.form != crate::model::MentionForm::Nominal) {
        taken.get_mut(name.words.clone()).into_iter().flatten().for_each(|word| *word = true);
    }
    taken
}

fn name_at(
    page: &Page<'_>,
    at: usize,
    taken: &[bool],
) -> Option<(Option<Titles>, Range<usize>, Reading, &'static str)> {
    if let Some(titles) = titles(page, at) {
        let start = titles.words.end;
        let is_sure = titles.is_sure;
        if let Some(end) = name_end(page, start, taken, is_sure)
            .filter(|&end| is_sure || end > start + 1 || page.is_given(start) || page.is_family(start))
        {
            return Some((Some(titles), start..end, Reading::default(), "mention/title"));
        }
    }
    let Some(reading) = begins(page, at) else {
        let end = stranger_end(page, at, taken)?;
        return Some((None, at..end, Reading::default(), "mention/office-name"));
    };
    let end = name_end(page, at, taken, false)?;
    let enough = real_words(page, at, end) >= 2;
    enough.then_some((None, at..end, reading, "mention/given-name"))
}

/// Words of a name that are more than links.
fn real_words(page: &Page<'_>, from: usize, until: usize) -> usize {
    (from..until).filter(|&at| !page.is_compound(at) || page.is_given(at)).count()
}

/// Titles that begin at a word: "معالي الدكتور", "S.E. M.", "H.E. Dr".
fn titles(page: &Page<'_>, at: usize) -> Option<Titles> {
    let (first, normal) = page.honorific(at)?;
    // "Salim M. AlMalik": after a given name a letter is an initial.
    let is_letter = page.tokens.folded(at).chars().nth(1).is_none();
    if is_letter
        && at > 0
        && page.gap(at).is_plain()
        && (page.is_given(at - 1) || page.is_family(at - 1) || page.is_capital(at - 1) && !page.is_first(at - 1))
        && !page.is(at - 1, NameClass::Plain)
    {
        return None;
    }
    if is_letter && page.gap(first.end) != Gap::SPACE.and(Gap::DOT) && page.is_uncased(at) {
        return None;
    }
    let mut end = first.end;
    let mut best = normal;
    for _ in 0..MAX_TITLES {
        let joins = page.gap(end).is_only(Gap::SPACE.and(Gap::DOT));
        let Some((next, normal)) = page.honorific(end).filter(|(found, _)| joins && found.reading.cut == 0) else {
            break;
        };
        end = next.end;
        best = best.min(normal);
    }
    let joins = page.gap(end).is_only(Gap::SPACE.and(Gap::DOT));
    let is_sure = if page.is_uncased(at) {
        first.is_bare || page.gap(end).has(Gap::DOT) || first.reading.is_fused
    } else {
        page.is_capital(at) || page.gap(end).has(Gap::DOT)
    };
    let is_also_office = page.office(at).is_some() && page.is_uncased(at);
    joins.then_some(Titles {
        words: at..end,
        reading: first.reading,
        normal: best,
        is_sure: is_sure && !is_also_office,
    })
}

fn person(
    page: &Page<'_>,
    titles: Option<Titles>,
    words: Range<usize>,
    reading: &Reading,
    rule: &'static str,
    organizations: &Spots<'_>,
) -> PersonName {
    let start = titles.as_ref().map_or(words.start, |titles| titles.words.start);
    let mut roles = roles_before(page, start, organizations);
    roles.extend(roles_after(page, words.end, organizations));
    let first = titles.as_ref().map_or(*reading, |titles| titles.reading);
    let from = titles.as_ref().map_or(words.start, |titles| titles.words.start);
    let clitic_end = page.tokens.start(from, first.cut);
    let before = page.token(from).map_or("", |token| Span::new(token.span.start, clitic_end).slice(page.tokens.text));
    let fused = first.proclitic.filter(|_| first.is_fused).map(|c| format!("{c}{c}"));
    let clitic = before.to_owned() + &fused.unwrap_or_default();
    let honorific = titles.map(|titles| {
        let mut span = page.span(titles.words.start, titles.words.end, &titles.reading);
        // The stop of an abbreviation belongs to it.
        span.end += usize::from(
            page.gap(titles.words.end).has(Gap::DOT) && page.tokens.text.as_bytes().get(span.end) == Some(&b'.'),
        );
        (
            unfused(page, span.slice(page.tokens.text), &titles.reading),
            page.names.honorifics.get(usize::from(titles.normal)).cloned().unwrap_or_default(),
        )
    });
    PersonName {
        span: page.span(words.start, words.end, reading),
        clitic: (!clitic.is_empty()).then_some(clitic),
        honorific,
        roles,
        key: key(page, &words, reading),
        rule,
        words,
    }
}

/// A title with its own article again, when that was fused with what stood before it.
fn unfused(page: &Page<'_>, written: &str, reading: &Reading) -> String {
    let article = page.names.clitics.iter().find(|clitics| !clitics.article.is_empty()).filter(|_| reading.is_fused);
    let rest: Option<String> =
        article.map(|clitics| clitics.article.clone() + &written.chars().skip(2).collect::<String>());
    rest.unwrap_or_else(|| written.to_owned())
}

fn key(page: &Page<'_>, words: &Range<usize>, reading: &Reading) -> Vec<String> {
    let mut key: Vec<String> = words.clone().map(|at| page.tokens.folded(at).to_owned()).collect();
    if let Some(first) = key.first_mut() {
        *first = first.chars().skip(usize::from(reading.cut)).collect();
    }
    key
}
