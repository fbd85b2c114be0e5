//! Offices: what people are, and of which body; and offices that stand for a body that is not named.

use std::ops::Range;

use super::organization::Name;
use super::reading::Page;
use super::spots::Spots;
use super::token::{Gap, Reading, Shape};
use crate::model::{MentionForm, OrganizationType};
use crate::resources::NameClass;
use crate::text::Span;

/// Most words of an office with its complement.
const MAX_WORDS: usize = 24;
/// How many offices one may hold side by side.
const MAX_ROLES: usize = 4;

/// An office as written, and the place of its body in the list of names.
#[derive(Clone, Debug)]
pub(crate) struct Role {
    pub(crate) span: Span,
    pub(crate) organization: Option<usize>,
}

/// The offices that stand right before a title or name: "the minister of culture, Dr X".
pub(super) fn roles_before(page: &Page<'_>, end: usize, organizations: &Spots<'_>) -> Vec<Role> {
    // "Le directeur de X, le Dr Y": an article before the title.
    let has_article =
        end > 0 && !page.is_uncased(end - 1) && page.is(end - 1, NameClass::Article) && page.gap(end).is_plain();
    let end = end - usize::from(has_article);
    let first = end.saturating_sub(MAX_WORDS);
    let mut at = end;
    let mut roles = Vec::new();
    // The office nearest to the name that reaches up to it; then the one that reaches up to that.
    while at > first && roles.len() < MAX_ROLES {
        let reaches = |from: usize| {
            let (office, kind) = page.office(from)?;
            if kind == OrganizationType::Other && office.end > at {
                return None;
            }
            let role = extent(page, from, at, organizations)?;
            (role.end == at).then_some((role, office.reading))
        };
        let Some((role, reading)) = (first..at).rev().filter_map(reaches).max_by_key(|(role, _)| role.len()) else {
            break;
        };
        let joins = page.gap(at).is_only(Gap::SPACE.and(Gap::COMMA).and(Gap::QUOTE));
        if !joins || at == end && !page.gap(end).is_only(Gap::SPACE.and(Gap::COMMA)) {
            break;
        }
        roles.push(make(page, &role, &reading, organizations));
        at = role.start;
    }
    roles.reverse();
    roles
}

/// The offices that follow a name: "X, director of Y, chair of Z".
pub(super) fn roles_after(page: &Page<'_>, start: usize, organizations: &Spots<'_>) -> Vec<Role> {
    let mut at = start;
    let mut first = None;
    let mut roles = Vec::new();
    while roles.len() < MAX_ROLES {
        let is_apart = page.gap(at).has(Gap::COMMA.and(Gap::OPEN))
            && page.gap(at).is_only(Gap::COMMA.and(Gap::SPACE).and(Gap::OPEN).and(Gap::QUOTE));
        let is_beside = !roles.is_empty() && page.gap(at).is_plain();
        if !is_apart && !is_beside {
            break;
        }
        let skip = usize::from(page.is(at, NameClass::Article) && page.gap(at + 1).is_plain());
        let agrees = |at: usize| first.is_none_or(|first| agree(page, first, at));
        let Some((office, _)) =
            page.office(at + skip).filter(|(office, _)| office.reading.proclitic.is_none() && agrees(at))
        else {
            break;
        };
        first = first.or(Some(at));
        let Some(role) = extent(page, at + skip, page.len(), organizations) else { break };
        roles.push(make(page, &role, &office.reading, organizations));
        at = role.end;
    }
    roles
}

/// Whether two offices are both feminine or both not, in languages that tell: of one person they agree.
fn agree(page: &Page<'_>, one: usize, other: usize) -> bool {
    let is_feminine = |at: usize| page.tokens.folded(at).ends_with(page.names.feminine.as_slice());
    !page.is_uncased(one) || is_feminine(one) == is_feminine(other)
}

fn make(page: &Page<'_>, role: &Range<usize>, reading: &Reading, organizations: &Spots<'_>) -> Role {
    let inside = organizations.within(role.start, role.end).filter(|(_, name)| name.words.end <= role.end);
    let organization = inside
        .min_by_key(|(_, name)| (name.is_office, name.words.start, std::cmp::Reverse(name.words.end)))
        .map(|(at, _)| at);
    Role { span: page.span(role.start, role.end, reading), organization }
}

/// The words of an office with its complement, at most up to a word.
pub(super) fn extent(page: &Page<'_>, start: usize, limit: usize, organizations: &Spots<'_>) -> Option<Range<usize>> {
    let (office, _) = page.office(start)?;
    let mut end = office.end;
    // Where the office is sure to end: after a name, a noun with the article, a capital.
    let mut sure = end;
    while end < limit && end < start + MAX_WORDS {
        let gap = page.gap(end);
        let is_body = |name: &&Name| name.form != MentionForm::Nominal && !name.is_office;
        let name = organizations.at(end).map(|(_, name)| name).filter(is_body).max_by_key(|name| name.words.end);
        if gap.has(Gap::OPEN) {
            // An acronym in brackets goes with the name before it.
            let Some(name) = name.filter(|name| name.form == MentionForm::Acronym && sure == end) else { break };
            end = name.words.end;
            sure = end;
            continue;
        }
        let after_bracket = gap.has(Gap::CLOSE) && gap.is_only(Gap::CLOSE.and(Gap::SPACE));
        if !gap.is_plain() && !after_bracket {
            break;
        }
        if let Some(name) = name {
            end = name.words.end.min(limit);
            sure = end;
            continue;
        }
        let is_noun = end > office.end
            && page.shape(end) == Shape::Lower
            && page.tokens.folded(end).len() > 3
            && !page.is(end, NameClass::Plain)
            && (page.is(end - 1, NameClass::Of)
                || page.is(end - 1, NameClass::Article) && page.is(end - 2, NameClass::Of));
        if is_noun {
            end += 1;
            sure = end;
            continue;
        }
        let is_inner = end == office.end && page.is_uncased(end) && page.office(end).is_some();
        if !goes_on(page, start, end) && !is_inner {
            break;
        }
        let place = page.place(end).map(|(found, _)| found.end);
        end = place.unwrap_or(end + 1).min(limit);
        if place.is_some() || is_sure(page, end - 1) {
            sure = end;
        }
    }
    Some(start..sure.min(limit).max(office.end))
}

/// Whether an office may end after a word.
fn is_sure(page: &Page<'_>, at: usize) -> bool {
    if page.is_uncased(at) {
        return page.is_definite(at)
            || page.tokens.readings(at).iter().any(|reading| reading.is_definite)
            || page.demonym(at).is_some();
    }
    page.is_capital(at) || page.is(at, NameClass::Topic) || page.is(at, NameClass::Naming) || page.demonym(at).is_some()
}

/// Whether the complement of an office goes on with a word.
fn goes_on(page: &Page<'_>, start: usize, at: usize) -> bool {
    if page.is_uncased(at) {
        let is_link = page.is(at, NameClass::In);
        if is_link {
            return true;
        }
        // "بمقر": where something happens is no part of an office.
        let within = |c: char| page.names.clitics.iter().any(|clitics| clitics.within.contains(&c));
        let is_cut = |reading: &Reading| {
            reading.proclitic.is_some_and(within) && (reading.word.is_some() || reading.is_definite)
        };
        if page.tokens.readings(at).iter().any(is_cut) && page.place(at).is_none() {
            return false;
        }
        if page.is(at, NameClass::Stop) && !page.is(at, NameClass::Naming) || page.is_verb(at) && !page.is_given(at) {
            return false;
        }
        let is_title = page.honorific(at).is_some_and(|(found, _)| found.is_bare || found.reading.is_fused);
        let is_office = page.office(at).is_some() && !page.is(at, NameClass::Naming);
        let is_person = (page.is_given(at) || page.is_compound(at))
            && !page.is(at, NameClass::Topic)
            && !page.is(at, NameClass::Naming);
        return !is_title && !is_office && !is_person;
    }
    let is_low_link = page.is(at, NameClass::Of)
        || page.is(at, NameClass::Link)
        || page.is(at, NameClass::And)
        || page.is(at, NameClass::Article);
    let names = page.is(at, NameClass::Topic)
        || page.is(at, NameClass::Naming)
        || page.demonym(at).is_some()
        || page.head(at).is_some();
    let is_person = page.is_capital(at) && page.is_given(at) && page.is_capital(at + 1);
    let is_title = page.honorific(at).is_some() && page.is_capital(at);
    let is_other_office = page.office(at).is_some() && at > start + 1 && page.is_capital(at);
    (is_low_link || names || page.is_capital(at)) && !is_person && !is_title && !is_other_office
}

/// An office that stands for a body the words do not name.
pub(super) struct StandIn {
    pub(super) words: Range<usize>,
    /// Where what follows the office itself begins.
    pub(super) complement: usize,
    pub(super) reading: Reading,
    /// The kind of body.
    pub(super) kind: OrganizationType,
}

/// Offices that stand for a body the words do not name: a minister for the ministry, an ambassador for the embassy.
pub(super) fn stand_ins(page: &Page<'_>, organizations: &Spots<'_>) -> Vec<StandIn> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < page.len() {
        let office = page.office(at).filter(|(_, kind)| *kind != OrganizationType::Other);
        let Some(((office, kind), words)) =
            office.and_then(|office| Some((office, extent(page, at, page.len(), organizations)?)))
        else {
            at += 1;
            continue;
        };
        let is_of = |(_, name): &(usize, &Name)| {
            name.words.end <= words.end && name.kind == kind && name.form != MentionForm::Nominal
        };
        let names_body = organizations.within(words.start, words.end).any(|name| is_of(&name));
        at = words.end.max(at + 1);
        if words.end > office.end && !names_body {
            found.push(StandIn { complement: office.end, words, reading: office.reading, kind });
        }
    }
    found
}
