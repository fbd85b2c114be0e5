//! The words of a person's name: where it begins and ends.

use crate::mention::reading::Page;
use crate::mention::role::extent;
use crate::mention::spots::Spots;
use crate::mention::token::{Gap, Reading, Shape};
use crate::resources::NameClass;

/// Most words of a name.
const MAX_WORDS: usize = 6;

/// Where a name of words nobody knows ends, next to an office: "the director Kentaro Shibazaki", "Kentaro Shibazaki, director".
pub(super) fn stranger_end(page: &Page<'_>, at: usize, taken: &[bool]) -> Option<usize> {
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
pub(in crate::mention) fn is_stranger(page: &Page<'_>, at: usize) -> bool {
    let may_be_and = || {
        page.names.clitics.iter().flat_map(|own| &own.and).any(|and| page.tokens.folded(at).starts_with(and.as_str()))
    };
    let is_unknown = || {
        page.at(at).is_empty()
            && !page.is_definite(at)
            && !may_be_and()
            && page.tokens.folded(at).chars().nth(2).is_some()
    };
    let is_name = || (page.is_given(at) || page.is_family(at)) && !page.is(at, NameClass::Ambiguous);
    page.is_uncased(at) && (is_name() || is_unknown())
}

/// Whether an office with its complement ends right before a word.
pub(super) fn follows_office(page: &Page<'_>, at: usize) -> bool {
    let joins = at > 0 && page.gap(at).is_only(Gap::SPACE.and(Gap::COMMA));
    let from = at.saturating_sub(12);
    joins
        && (from..at).rev().take_while(|&before| before + 1 == at || page.gap(before + 1).is_plain()).any(|office| {
            page.office(office).is_some_and(|(found, _)| {
                found.end == at || extent(page, office, at, &Spots::new(0, &[])).is_some_and(|words| words.end == at)
            })
        })
}

/// The reading in which a word begins a name without a title.
pub(super) fn begins(page: &Page<'_>, at: usize) -> Option<Reading> {
    let found = page.given(at)?;
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
pub(super) fn name_end(page: &Page<'_>, start: usize, taken: &[bool], after_title: bool) -> Option<usize> {
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

pub(super) fn takes_uncased(page: &Page<'_>, start: usize, at: usize, after_title: bool) -> bool {
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
pub(super) fn has_clitic(page: &Page<'_>, at: usize, is_sure: bool) -> bool {
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
pub(super) fn fills_up(page: &Page<'_>, at: usize) -> bool {
    let ends = |at: usize| {
        !page.gap(at).is_plain()
            || page.is(at, NameClass::Stop)
            || page.is_verb(at)
            || page.tokens.readings(at).iter().any(|reading| reading.proclitic.is_some() && reading.is_definite)
    };
    let is_name = |at: usize| is_stranger(page, at) || page.is_family(at) || page.is_given(at);
    ends(at + 1) || is_name(at + 1) && ends(at + 2)
}

pub(super) fn takes_capital(page: &Page<'_>, start: usize, at: usize) -> bool {
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
