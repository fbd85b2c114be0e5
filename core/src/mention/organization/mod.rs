//! Organisations: names of the registry, and names put together by the grammar of names.

mod capitals;
mod construct;
mod definition;
mod known;
mod settle;

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::reading::{Match, Page};
use super::role::stand_ins;
use super::spots::Spots;
use super::token::{Gap, Reading};
use crate::model::{Certainty, MentionForm, OrganizationType};
use crate::resources::NameClass;
use crate::text::Span;

/// A name of an organisation, as far as its own words tell.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    /// The words it is made of.
    pub(super) words: Range<usize>,
    pub(crate) span: Span,
    pub(crate) clitic: Option<String>,
    /// The body of the registry it names.
    pub(crate) known: Option<u32>,
    pub(crate) kind: OrganizationType,
    pub(crate) form: MentionForm,
    /// Its folded words without articles.
    pub(crate) key: String,
    /// The country that its words or those beside it say.
    pub(crate) country: Option<u32>,
    /// Where the words after it say that it is.
    pub(crate) place: Option<u32>,
    /// The place in the list of names of the body it belongs to.
    pub(crate) parent: Option<usize>,
    /// The place in the list of the full name that this one was bound to where it was defined.
    pub(crate) same: Option<usize>,
    /// Whether an office was all that stood there.
    pub(crate) is_office: bool,
    /// The name that follows from an office: "Ministry of Culture" from its minister.
    pub(crate) title: Option<String>,
    pub(crate) rule: &'static str,
    pub(crate) certainty: Certainty,
}

/// A stretch of words that may be a name, before it is known whose.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) words: Range<usize>,
    pub(super) reading: Reading,
    pub(super) kind: OrganizationType,
    pub(super) country: Option<u32>,
    /// The words of the name of the body it belongs to.
    pub(super) parent: Option<Range<usize>>,
    pub(super) is_nominal: bool,
    pub(super) has_two_heads: bool,
    pub(super) rule: &'static str,
}

/// All names of organisations of an article.
pub(super) struct Finder<'p, 'a> {
    pub(super) page: &'p Page<'a>,
    /// For every word the known body whose name begins there.
    known: Vec<Option<(Match, u32, MentionForm)>>,
    drafts: Vec<Draft>,
    /// Where names with two heads begin and end.
    shared: FxHashSet<(usize, usize)>,
    names: Vec<Name>,
}

/// Finds the names of organisations of an article, in the order of the text.
pub(super) fn find(page: &Page<'_>) -> Vec<Name> {
    let mut finder = Finder {
        page,
        known: vec![None; page.len()],
        drafts: Vec::new(),
        shared: FxHashSet::default(),
        names: Vec::new(),
    };
    finder.find_known();
    finder.find_drafts();
    finder.settle();
    definition::bind(page, &mut finder.names);
    let offices = stand_ins(page, &Spots::new(page.len(), &finder.names));
    let offices: Vec<Name> = offices.into_iter().filter_map(|office| finder.office(office)).collect();
    finder.names.extend(offices);
    finder.names
}

impl Finder<'_, '_> {
    fn find_drafts(&mut self) {
        let mut at = 0;
        while at < self.page.len() {
            let known_end = self.known_at(at).map(|(found, ..)| found.end);
            let draft = if self.page.is_uncased(at) { construct::read(self, at) } else { capitals::read(self, at, 0) };
            let draft = draft.filter(|draft| {
                known_end
                    .is_none_or(|end| draft.words.end > end && (draft.parent.is_some() || self.is_longer(draft, end)))
            });
            at = match (draft, known_end) {
                (Some(draft), _) => {
                    let next = if self.page.is_uncased(at) { at + 1 } else { draft.words.end };
                    if draft.has_two_heads {
                        self.shared.insert((draft.words.start, draft.words.end));
                    }
                    self.drafts.push(draft);
                    next
                }
                (None, Some(end)) => end,
                (None, None) => at + 1,
            };
        }
    }

    /// Whether a name says more than the known one it begins with: "National Security Council" in the words of another language.
    fn is_longer(&self, draft: &Draft, end: usize) -> bool {
        let has_adjective = self.page.is_uncased(end)
            && self.page.is_definite(end)
            && (self.page.is(end, NameClass::Naming) || self.page.demonym(end).is_some());
        let has_purpose = !self.page.is_uncased(end) && self.page.is(end, NameClass::For);
        (has_adjective || has_purpose) && !draft.is_nominal
    }

    /// The place that words after a name say it is in.
    fn place_after(&self, at: usize) -> Option<u32> {
        let page = self.page;
        if !page.gap(at).is_plain() {
            return None;
        }
        let skip = usize::from(page.is(at, NameClass::In))
            + usize::from(!page.is_uncased(at) && page.is(at + 1, NameClass::Article));
        let (found, place) = page.place(at + skip)?;
        (skip > 0 || found.reading.proclitic.is_some()).then_some(place)
    }

    /// The country that follows a name: "in the Republic of X", "X's" adjective.
    fn country_after(&self, at: usize) -> Option<u32> {
        let page = self.page;
        if !page.gap(at).is_plain() {
            return None;
        }
        let is_country = |place: u32| page.names.place(place).is_some_and(|place| place.country().is_some());
        if let Some((_, place)) = page.place(at).filter(|(found, _)| found.reading.cut > 0 && !found.reading.has_and) {
            return Some(place).filter(|&place| is_country(place));
        }
        if page.is(at, NameClass::In) && page.gap(at + 1).is_plain() {
            let skip = usize::from(page.is(at + 1, NameClass::Article));
            return page.place(at + 1 + skip).map(|(_, place)| place).filter(|&place| is_country(place));
        }
        None
    }
}

/// Kinds of bodies that are part of another, whose name stands inside theirs.
const fn is_part(kind: OrganizationType) -> bool {
    !matches!(
        kind,
        OrganizationType::Igo
            | OrganizationType::IgoOrgan
            | OrganizationType::Government
            | OrganizationType::Parliament
            | OrganizationType::Court
            | OrganizationType::PublicBody
    )
}

/// Whether a name may go on over the space before a word.
fn goes_on(page: &Page<'_>, at: usize) -> bool {
    page.token(at).is_some() && page.gap(at).is_plain()
}

/// Whether a word opens a bracket that the next word closes.
fn in_brackets(page: &Page<'_>, words: &Range<usize>) -> bool {
    page.gap(words.start).has(Gap::OPEN) && page.gap(words.end).has(Gap::CLOSE)
}
