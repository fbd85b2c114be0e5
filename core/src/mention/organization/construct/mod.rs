//! Names in scripts without capitals: a noun that names a kind of body, and what it is in construct with (Arabic idafa), the
//! adjectives that agree with it, and what it is for.

mod step;

use super::{Draft, Finder, goes_on};
use crate::mention::reading::{Match, Page};
use crate::mention::token::Reading;
use crate::model::OrganizationType as Kind;
use crate::resources::{NameClass, Sense};

/// Most words of a name.
const MAX_WORDS: usize = 16;
/// Most names inside each other.
const MAX_DEPTH: usize = 3;

/// A name that is being read.
struct Chain<'f, 'p, 'a> {
    finder: &'f Finder<'p, 'a>,
    kind: Kind,
    at: usize,
    /// Whether the head has the article.
    is_definite: bool,
    /// Whether something proper or with the article has been met.
    is_anchored: bool,
    /// Whether an adjective that makes names has been met.
    is_naming: bool,
    /// Whether what the body is for has been met.
    has_purpose: bool,
    /// Whether the word before was a part of a person's name.
    in_person: bool,
    /// Nouns in construct so far.
    open: usize,
    country: Option<u32>,
    parent: Option<std::ops::Range<usize>>,
    /// Whether a known body is inside.
    has_body: bool,
    /// Whether two heads share the name.
    is_shared: bool,
    start: usize,
    /// How many names this one stands inside.
    depth: usize,
}

/// The name that begins at a word.
pub(super) fn read(finder: &Finder<'_, '_>, at: usize) -> Option<Draft> {
    let page = finder.page;
    let (found, kind) = page.head(at)?;
    read_from(finder, at, &found, kind, 0)
}

fn read_from(finder: &Finder<'_, '_>, start: usize, found: &Match, kind: Kind, depth: usize) -> Option<Draft> {
    let page = finder.page;
    if depth > MAX_DEPTH {
        return None;
    }
    // "The organising parties": after a noun with the article the same word is an adjective.
    let is_adjective = found.is_bare
        && found.reading.cut == 0
        && !found.reading.is_fused
        && start > 0
        && page.gap(start).is_plain()
        && has_article(page, start - 1)
        && !page.is(start - 1, NameClass::Stop)
        && page.office(start - 1).is_none();
    if is_adjective || page.place(start).is_some_and(|(place, _)| place.end > found.end) {
        return None;
    }
    let mut chain = Chain {
        finder,
        kind,
        at: found.end,
        is_definite: found.is_bare,
        is_anchored: false,
        is_naming: false,
        has_purpose: false,
        in_person: false,
        open: 0,
        country: None,
        parent: None,
        has_body: false,
        is_shared: false,
        start,
        depth,
    };
    if found.is_bare && page.is(start, NameClass::Rank) && is_ordinal(page, found.end) {
        return None;
    }
    // "مجلس النواب" is a name by itself.
    chain.is_anchored = !found.is_bare && found.end > start + 1 && page.is_definite(found.end - 1);
    while chain.at < start + MAX_WORDS && chain.step() {}
    let words = start..chain.at;
    let is_committee = kind == Kind::Committee && chain.country.is_some() && chain.has_purpose;
    // "مركز الإيسيسكو": a centre of a body is a part of it.
    let is_part = chain.parent.as_ref().is_some_and(|parent| parent.start == found.end)
        && matches!(kind, Kind::Research | Kind::PublicBody);
    let kind = if is_part { Kind::Unit } else { kind };
    let is_dependent = page.class(start, NameClass::Dependent).is_some_and(|dependent| dependent.end >= found.end)
        && !is_committee
        && !chain.is_shared;
    let nominal = |end| Draft {
        words: start..end,
        reading: found.reading,
        kind,
        country: None,
        parent: None,
        is_nominal: true,
        has_two_heads: false,
        rule: "mention/nominal",
    };
    if chain.is_definite && !chain.makes_name() {
        return Some(nominal(found.end));
    }
    if !chain.is_anchored {
        return None;
    }
    let (mut parent, mut country) = (chain.parent.clone(), chain.country);
    if parent.is_none() {
        parent = chain.owner_after();
    }
    country = country.or_else(|| finder.country_after(chain.at));
    if is_dependent && parent.is_none() && !chain.has_body && !follows_office(page, start) {
        return if chain.is_definite { Some(nominal(found.end)) } else { None };
    }
    Some(Draft {
        words,
        reading: found.reading,
        kind,
        country,
        parent,
        is_nominal: false,
        has_two_heads: chain.is_shared,
        rule: "mention/construct",
    })
}

impl Chain<'_, '_, '_> {
    /// Whether a noun with the article and what follows it is a name.
    fn makes_name(&self) -> bool {
        let is_wide = matches!(self.kind, Kind::Unit | Kind::Programme | Kind::Committee);
        self.has_body || self.has_purpose || self.country.is_some() || self.is_naming && !is_wide
    }

    /// The body a name belongs to: "in", "at", "of" another body.
    fn owner_after(&self) -> Option<std::ops::Range<usize>> {
        let finder = self.finder;
        let page = finder.page;
        let at = self.at;
        if !goes_on(page, at) {
            return None;
        }
        let is_in = page.is(at, NameClass::In) && goes_on(page, at + 1);
        let owner = at + usize::from(is_in);
        let joins =
            |reading: &Reading| is_in && reading.cut == 0 || !is_in && !reading.has_and && reading.proclitic.is_some();
        if let Some((found, ..)) = finder.known_at(owner).filter(|(found, ..)| joins(&found.reading)) {
            return Some(owner..found.end);
        }
        let (found, kind) = page.head(owner).filter(|(found, _)| joins(&found.reading))?;
        let draft = read_from(finder, owner, &found, kind, self.depth + 1)?;
        Some(draft.words)
    }

    pub(super) fn is_to(&self, proclitic: char) -> bool {
        self.finder.page.names.clitics.iter().any(|clitics| clitics.to.contains(&proclitic))
    }
}

/// Whether a word with the article goes on with a name.
fn goes_on_definite(page: &Page<'_>, at: usize) -> bool {
    goes_on(page, at) && page.is_definite(at)
}

/// Whether an ordinal stands at a word.
fn is_ordinal(page: &Page<'_>, at: usize) -> bool {
    goes_on(page, at) && page.at(at).iter().any(|found| matches!(found.meant.sense, Sense::Ordinal(_)))
}

/// Whether the word before is an office: "head of the sector".
fn follows_office(page: &Page<'_>, at: usize) -> bool {
    let ends_here = |from: usize| page.office(from).is_some_and(|(office, _)| office.end == at && !office.is_bare);
    at > 0 && page.gap(at).is_plain() && (at.saturating_sub(3)..at).any(ends_here)
}

/// Whether a word has the article in any reading.
fn has_article(page: &Page<'_>, at: usize) -> bool {
    page.tokens.readings(at).iter().any(|reading| reading.is_definite)
}
