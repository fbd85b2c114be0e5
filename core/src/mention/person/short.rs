//! Later mentions of a person by the family name alone.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::PersonName;
use crate::mention::reading::Page;
use crate::mention::token::{Gap, Reading};
use crate::resources::NameClass;

/// Most people of one family name that later mentions are compared with.
const MAX_NAMESAKES: usize = 8;

/// Later mentions by the family name alone.
pub(super) fn find_short(page: &Page<'_>, taken: &[bool], people: &mut Vec<PersonName>) {
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
pub(super) fn family_at(page: &Page<'_>, person: &PersonName) -> usize {
    let mut at = person.words.end - 1;
    while at > person.words.start
        && (page.gap(at) == Gap::HYPHEN || page.is_compound(at - 1) && at - 1 > person.words.start)
    {
        at -= 1;
    }
    at
}

/// The reading in which a word is a family name that was given before, and no other word.
pub(super) fn is_family_at(page: &Page<'_>, at: usize, words: &[&str]) -> Option<Reading> {
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
