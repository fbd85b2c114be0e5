//! People: names after titles and offices, and names that begin with a given name; their later short mentions.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::organization::Name;
use super::reading::Page;
use super::role::{Role, extent, roles_after, roles_before};
use super::spots::Spots;
use super::token::{Gap, Reading, Shape};
use crate::resources::NameClass;
use crate::text::Span;

/// Most words of a name.
const MAX_WORDS: usize = 6;
/// Most people of one family name that later mentions are compared with.
const MAX_NAMESAKES: usize = 8;
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

/// Where a name of words nobody knows ends, next to an office: "the director Kentaro Shibazaki", "Kentaro Shibazaki, director".
fn stranger_end(page: &Page<'_>, at: usize, taken: &[bool]) -> Option<usize> {
    let is_word = |at: usize| {
        if page.is_uncased(at) {
            is_stranger(page, at)
        } else {
            page.is_capital(at)
                && !page.is_shouted(at)
                && takes_capital(page, at, at)
                && page.place(at).is_none()
                && !page.is(at, NameClass::Treaty)
                && !page.is(at, NameClass::Venue)
        }
    };
    if !is_word(at)
        || at > 0 && page.gap(at).is_plain() && is_word(at - 1) && !page.is_first(at) && page.office(at - 1).is_none()
    {
        return None;
    }
    let mut end = at;
    while end < at + 4
        && end < page.len()
        && !taken.get(end).copied().unwrap_or_default()
        && (end == at || page.gap(end).is_plain())
    {
        let goes_on = is_word(end)
            || end > at && !page.is_uncased(end) && takes_capital(page, at, end)
            || end > at && page.shape(end) == Shape::Lower && takes_capital(page, at, end);
        if !goes_on {
            break;
        }
        end += 1;
    }
    if end < at + 2 {
        return None;
    }
    let is_apart =
        page.gap(end).is_only(Gap::COMMA.and(Gap::SPACE)) && page.gap(end).has(Gap::COMMA) && !page.is_first(end);
    let skip = usize::from(page.is(end, NameClass::Article));
    let office_after =
        is_apart && page.office(end + skip).is_some_and(|(office, _)| office.reading.proclitic.is_none());
    (office_after || follows_office(page, at)).then_some(end)
}

/// Whether a word without capitals is one nobody knows, without an article.
fn is_stranger(page: &Page<'_>, at: usize) -> bool {
    let is_name = page.is_given(at) || page.is_family(at);
    let may_be_and = page
        .names
        .clitics
        .iter()
        .any(|clitics| clitics.and.iter().any(|and| page.tokens.folded(at).starts_with(and.as_str())));
    let is_unknown = page.at(at).is_empty()
        && !page.is_definite(at)
        && !may_be_and
        && page.tokens.folded(at).chars().nth(2).is_some();
    page.is_uncased(at) && (is_unknown || is_name && !page.is(at, NameClass::Ambiguous))
}

/// Whether an office with its complement ends right before a word.
fn follows_office(page: &Page<'_>, at: usize) -> bool {
    let joins = at > 0 && page.gap(at).is_only(Gap::SPACE.and(Gap::COMMA));
    let from = at.saturating_sub(12);
    joins
        && (from..at).rev().take_while(|&before| before + 1 == at || page.gap(before + 1).is_plain()).any(|office| {
            page.office(office).is_some_and(|(found, _)| {
                found.end == at || extent(page, office, at, &Spots::new(0, &[])).is_some_and(|words| words.end == at)
            })
        })
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

/// The reading in which a word begins a name without a title.
fn begins(page: &Page<'_>, at: usize) -> Option<Reading> {
    let found = page.longest(at, |found| match found.meant.sense {
        crate::resources::Sense::Given => Some(0),
        crate::resources::Sense::Compound if page.is_uncased(at) => Some(1),
        _ => None,
    });
    let (found, _) = found?;
    if page.is_uncased(at) {
        let is_plain_word =
            page.is(at, NameClass::Stop) || page.is_verb(at) && found.reading.cut == 0 && !page.is_given(at + 1);
        let is_doubtful = page.is(at, NameClass::Ambiguous)
            && !(page.is_given(at + 1) || page.is_family(at + 1) || page.is_compound(at + 1));
        let is_supported = is_doubtful
            && follows_office(page, at)
            && !page
                .at(at + 1)
                .iter()
                .any(|found| found.end == at + 2 && !matches!(found.meant.sense, crate::resources::Sense::Family));
        return (!is_plain_word && (!is_doubtful || is_supported)).then_some(found.reading);
    }
    let is_doubtful = page.is(at, NameClass::Ambiguous) && !(page.is_family(at + 1) || page.is_given(at + 1));
    let is_plain = page.is(at, NameClass::Plain) && !(page.is_family(at + 1));
    (page.is_capital(at) && !is_doubtful && !is_plain && !page.is_shouted(at)).then_some(found.reading)
}

/// Where a name that begins at a word ends.
fn name_end(page: &Page<'_>, start: usize, taken: &[bool], after_title: bool) -> Option<usize> {
    let mut end = start;
    let mut last_real = start;
    while end < page.len() && end < start + MAX_WORDS && !taken.get(end).copied().unwrap_or_default() {
        if end > start {
            let before_is_letter = page.tokens.folded(end - 1).chars().nth(1).is_none();
            let joins = page.gap(end).is_plain() || before_is_letter && page.gap(end).is_only(Gap::SPACE.and(Gap::DOT));
            if !joins {
                break;
            }
        }
        let goes_on = if page.is_uncased(end) {
            takes_uncased(page, start, end, after_title)
        } else {
            takes_capital(page, start, end)
        };
        if !goes_on {
            break;
        }
        end += 1;
        if !page.is_compound(end - 1) || page.is_given(end - 1) || page.is_capital(end - 1) {
            last_real = end;
        }
    }
    (last_real > start).then_some(last_real)
}

fn takes_uncased(page: &Page<'_>, start: usize, at: usize, after_title: bool) -> bool {
    if page.tokens.folded(at).chars().nth(1).is_none() {
        return false;
    }
    let is_name = page.is_given(at) || page.is_family(at) || page.is_compound(at);
    let follows_compound = at > start && page.is_compound(at - 1);
    if follows_compound && !page.is(at, NameClass::Stop) {
        return true;
    }
    // على and علي fold alike: inside a name it is the name, unless it is written as the other word.
    let is_spelt_name = is_name && at > start && !page.is_spelt_as_stop(at);
    if page.is(at, NameClass::Stop) && !is_spelt_name || page.is(at, NameClass::Naming) && !is_name {
        return false;
    }
    if is_name {
        return true;
    }
    if page.is_verb(at) || page.office(at).is_some() || page.honorific(at).is_some() {
        return false;
    }
    let has_and = has_clitic(page, at, after_title && at <= start + 1);
    if has_and || page.head(at).is_some() || page.is(at, NameClass::Topic) {
        return false;
    }
    let is_place = page.place(at).is_some();
    if page.is_definite(at) {
        let is_second = (start..at).any(|before| {
            page.is_definite(before)
                && !page.is_given(before)
                && !page.is_family(before)
                && !page.is_bare_compound(before)
        });
        return (at > start || after_title)
            && (page.demonym(at).is_none() || at == start + 1)
            && !is_place
            && !is_second;
    }
    if is_place || page.demonym(at).is_some() {
        return false;
    }
    // A word nobody knows: the name of a stranger, next to a title or to his given name.
    at == start + 1 || after_title && at == start || fills_up(page, at)
}

/// Whether a word may begin with a small word: one that stands before a known word, an article, or, beside a title, a place.
fn has_clitic(page: &Page<'_>, at: usize, is_sure: bool) -> bool {
    let is_place = || {
        page.at(at)
            .iter()
            .any(|found| matches!(found.meant.sense, crate::resources::Sense::Place(_)) && found.reading.cut > 0)
    };
    page.tokens.readings(at).iter().filter(|reading| reading.has_and || reading.proclitic.is_some()).any(|reading| {
        reading.is_definite
            || !is_sure && (reading.word.is_some() || reading.bare.is_some())
            || is_sure && reading.word.is_some() && is_place()
    })
}

/// Whether nothing but words nobody knows stands between a word and the end of its phrase, two at most.
fn fills_up(page: &Page<'_>, at: usize) -> bool {
    let ends = |at: usize| {
        !page.gap(at).is_plain()
            || page.is(at, NameClass::Stop)
            || page.is_verb(at)
            || page.tokens.readings(at).iter().any(|reading| reading.proclitic.is_some() && reading.is_definite)
    };
    let is_name = |at: usize| is_stranger(page, at) || page.is_family(at) || page.is_given(at);
    ends(at + 1) || is_name(at + 1) && ends(at + 2)
}

fn takes_capital(page: &Page<'_>, start: usize, at: usize) -> bool {
    let is_letter = page.tokens.folded(at).chars().nth(1).is_none();
    match page.shape(at) {
        Shape::Title | Shape::Upper | Shape::Mixed => {
            let is_name = page.is_given(at) || page.is_family(at);
            let is_word = page.is(at, NameClass::Plain)
                || page.office(at).is_some()
                || page.head(at).is_some()
                || page.is(at, NameClass::Treaty);
            is_name || is_letter && at > start || !is_word && page.honorific(at).is_none()
        }
        Shape::Lower => {
            let links = page.is_compound(at) || page.is(at, NameClass::PersonLink);
            let before_capital = |next: usize| page.gap(next).is_plain() && page.is_capital(next);
            let two = page.gap(at + 1).is_plain() && page.is_compound(at + 1) && before_capital(at + 2);
            at > start && links && (before_capital(at + 1) || two)
        }
        _ => false,
    }
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

/// Later mentions by the family name alone.
fn find_short(page: &Page<'_>, taken: &[bool], people: &mut Vec<PersonName>) {
    let mut used = taken.to_vec();
    let mut families: FxHashMap<&str, Vec<Range<usize>>> = FxHashMap::default();
    for person in people.iter() {
        used.get_mut(person.words.clone()).into_iter().flatten().for_each(|word| *word = true);
        let family = family_at(page, person)..person.words.end;
        let known = families.entry(page.tokens.folded(family.start)).or_default();
        if family.start > person.words.start && known.len() < MAX_NAMESAKES {
            known.push(family);
        }
    }
    let mut short = Vec::new();
    for at in 0..page.len() {
        let folded = page.tokens.folded(at);
        let cuts = page.tokens.readings(at).iter().filter(|reading| reading.cut > 0);
        let rests = cuts.filter_map(|reading| {
            folded.char_indices().nth(usize::from(reading.cut)).and_then(|(byte, _)| folded.get(byte..))
        });
        let known = std::iter::once(folded).chain(rests).filter_map(|word| families.get(word)).flatten();
        let found = known.filter(|family| family.end <= at).find_map(|family| {
            let words = at..at + family.len();
            let is_free = used.get(words.clone()).is_some_and(|used| !used.contains(&true));
            let family: Vec<&str> = family.clone().map(|at| page.tokens.folded(at)).collect();
            Some((words, is_family_at(page, at, &family).filter(|_| is_free)?, family))
        });
        let Some((words, reading, family)) = found else { continue };
        used.get_mut(words.clone()).into_iter().flatten().for_each(|word| *word = true);
        short.push(PersonName {
            span: page.span(at, words.end, &reading),
            clitic: None,
            honorific: None,
            roles: Vec::new(),
            key: family.iter().map(|&word| word.to_owned()).collect(),
            rule: "mention/family-name",
            words,
        });
    }
    people.extend(short);
}

/// The word that the family name begins at: the last one, with what a hyphen or a small word joins to it.
fn family_at(page: &Page<'_>, person: &PersonName) -> usize {
    let mut at = person.words.end - 1;
    while at > person.words.start
        && (page.gap(at) == Gap::HYPHEN || page.is_compound(at - 1) && at - 1 > person.words.start)
    {
        at -= 1;
    }
    at
}

/// The reading in which a word is a family name that was given before, and no other word.
fn is_family_at(page: &Page<'_>, at: usize, words: &[&str]) -> Option<Reading> {
    let (family, rest) = words.split_first()?;
    let rest_stands = rest
        .iter()
        .enumerate()
        .all(|(offset, word)| page.gap(at + 1 + offset).is_plain() && page.tokens.folded(at + 1 + offset) == *word);
    if !rest_stands {
        return None;
    }
    if page.is_uncased(at) {
        let is_ordinary = page.is(at, NameClass::Ambiguous)
            || page.is(at, NameClass::Topic)
            || page.is(at, NameClass::Naming)
            || page.is_verb(at)
            || page.demonym(at).is_some()
            || page.head(at).is_some()
            || page.place(at).is_some()
            || page.is(at, NameClass::Stop);
        if is_ordinary {
            return None;
        }
        let folded = page.tokens.folded(at);
        if folded == *family {
            return Some(Reading::default());
        }
        return page.tokens.readings(at).iter().copied().find(|reading| {
            reading.cut > 0
                && folded.char_indices().nth(usize::from(reading.cut)).and_then(|(byte, _)| folded.get(byte..))
                    == Some(*family)
        });
    }
    (page.is_capital(at) && page.tokens.folded(at) == *family).then(Reading::default)
}
