//! Organisations: names of the registry, and names put together by the grammar of names.

mod capitals;
mod construct;
mod definition;

use std::ops::Range;

use super::reading::{Match, Page};
use super::role::{StandIn, stand_ins};
use super::token::{Gap, Reading, Shape};
use crate::model::{Certainty, MentionForm, OrganizationType};
use crate::resources::{NameClass, Sense};
use crate::text::Span;

/// The rule of names that the registry has.
const REGISTRY: &str = "organizations/registry";

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
    pub(super) rule: &'static str,
}

/// All names of organisations of an article.
pub(super) struct Finder<'p, 'a> {
    pub(super) page: &'p Page<'a>,
    /// For every word the known body whose name begins there.
    known: Vec<Option<(Match, u32, MentionForm)>>,
    drafts: Vec<Draft>,
    names: Vec<Name>,
}

/// Finds the names of organisations of an article, in the order of the text.
pub(super) fn find(page: &Page<'_>) -> Vec<Name> {
    let mut finder = Finder { page, known: vec![None; page.len()], drafts: Vec::new(), names: Vec::new() };
    finder.find_known();
    finder.find_drafts();
    finder.settle();
    definition::bind(page, &mut finder.names);
    let offices = stand_ins(page, &finder.names);
    let offices: Vec<Name> = offices.into_iter().filter_map(|office| finder.office(office)).collect();
    finder.names.extend(offices);
    finder.names
}

impl Finder<'_, '_> {
    /// Names of the registry: the longest at each word, none inside another; a name with two readings takes what the page
    /// names otherwise too.
    fn find_known(&mut self) {
        let mut strong = Vec::new();
        for is_weak in [false, true] {
            let mut at = 0;
            while at < self.page.len() {
                let found = self.page.longest(at, |found| match found.meant.sense {
                    Sense::Organization(id, form)
                        if found.meant.is_weak == is_weak && (!is_weak || strong.contains(&id) || self.is_agency(at, found.end, id)) && self.is_name(at, found) =>
                    {
                        Some((id, form))
                    }
                    _ => None,
                });
                let Some((found, (id, form))) = found else {
                    at += 1;
                    continue;
                };
                let is_place = self.page.place(at).is_some_and(|(place, _)| place.end > found.end);
                let is_free = self.known.get(at).is_some_and(Option::is_none) && !self.is_inside(at, found.end, is_weak);
                if is_free && !is_place {
                    strong.push(id);
                    self.known.get_mut(at).into_iter().for_each(|entry| *entry = Some((found, id, form)));
                }
                // Inside the name of a part stands the name of its whole.
                let is_part = self.page.names.organization(id).is_some_and(|known| is_part(known.kind));
                at = if is_part && !is_weak { at + 1 } else { found.end };
            }
        }
    }

    /// Whether words stand inside a known name of a body that has no parts, or reach beyond one.
    fn is_inside(&self, at: usize, end: usize, is_weak: bool) -> bool {
        let first = at.saturating_sub(24);
        (first..at).any(|from| {
            self.known_at(from).is_some_and(|(found, id, _)| {
                let is_part = self.page.names.organization(*id).is_some_and(|known| is_part(known.kind));
                found.end > at && (is_weak || !is_part || found.end < end || !self.is_owner(at, found.end, end))
            })
        })
    }

    /// Whether words at the end of a name follow a small word: the whole that the name is of.
    fn is_owner(&self, at: usize, outer: usize, end: usize) -> bool {
        let page = self.page;
        let has_clitic = page.tokens.readings(at).iter().any(|reading| reading.proclitic.is_some() && (reading.word.is_some() || reading.bare.is_some()));
        let follows_of = at > 0 && (page.is(at - 1, NameClass::Of) || page.is(at - 1, NameClass::Article));
        outer == end && (has_clitic || follows_of) && end > at + 1
    }

    /// Whether words in brackets name a news agency: "(MAP)".
    fn is_agency(&self, at: usize, end: usize, id: u32) -> bool {
        let is_media = self.page.names.organization(id).is_some_and(|known| known.kind == OrganizationType::Media);
        is_media && in_brackets(self.page, &(at..end))
    }

    /// Whether words that could be a known name are one here.
    fn is_name(&self, at: usize, found: &Match) -> bool {
        // The name of a treaty is no name of a body.
        if at > 0 && self.page.gap(at).is_plain() && self.is_treaty(at) {
            return false;
        }
        // An acronym in a line of capitals may be any word.
        let is_acronym = found.meant.case == crate::resources::Case::Acronym;
        if is_acronym && self.page.is_in_capitals(at) && found.end == at + 1 {
            return self.page.token(at).is_some_and(|token| token.span.len() >= 4);
        }
        // "L'Équipe", but not "l'équipe".
        if self.page.is(at, NameClass::Article) && found.end == at + 2 && !self.page.is_uncased(at) && !self.page.is_capital(at + 1) {
            return false;
        }
        // "de l'Union européenne" is one; "Union" before a capital may be the head of a longer name.
        !(found.end == at + 1 && self.page.shape(at) == Shape::Lower)
    }

    /// Whether the noun before a word, small words aside, is one of a treaty.
    fn is_treaty(&self, at: usize) -> bool {
        let page = self.page;
        let is_small = |at: usize| page.is(at, NameClass::Of) || page.is(at, NameClass::Article);
        let before = (at.saturating_sub(3)..at).rev().take_while(|&before| page.gap(before + 1).is_plain()).find(|&before| !is_small(before));
        before.is_some_and(|before| page.is(before, NameClass::Pact))
    }

    /// The known name that begins at a word.
    fn known_at(&self, at: usize) -> Option<&(Match, u32, MentionForm)> {
        self.known.get(at).and_then(Option::as_ref)
    }

    fn find_drafts(&mut self) {
        let mut at = 0;
        while at < self.page.len() {
            let known_end = self.known_at(at).map(|(found, ..)| found.end);
            let draft = if self.page.is_uncased(at) { construct::read(self, at) } else { capitals::read(self, at) };
            let draft = draft.filter(|draft| known_end.is_none_or(|end| draft.words.end > end && (draft.parent.is_some() || self.is_longer(draft, end))));
            at = match (draft, known_end) {
                (Some(draft), _) => {
                    let next = if self.page.is_uncased(at) { at + 1 } else { draft.words.end };
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
        let has_adjective = self.page.is_uncased(end) && self.page.is_definite(end) && (self.page.is(end, NameClass::Naming) || self.page.demonym(end).is_some());
        let has_purpose = !self.page.is_uncased(end) && self.page.is(end, NameClass::For);
        (has_adjective || has_purpose) && !draft.is_nominal
    }

    /// Makes names of what was found, outer names before inner ones.
    fn settle(&mut self) {
        let mut names: Vec<(Name, Option<Range<usize>>)> = Vec::new();
        for (at, entry) in self.known.iter().enumerate() {
            let Some((found, id, form)) = entry else { continue };
            let Some(organization) = self.page.names.organization(*id) else { continue };
            let words = at..found.end;
            let mut name = self.name(&words, &found.reading, organization.kind, REGISTRY);
            name.known = Some(*id);
            name.form = *form;
            name.certainty = Certainty::Registry;
            names.push((name, None));
        }
        for draft in &self.drafts {
            let is_known = |name: &Name| name.known.is_some() && name.words == draft.words;
            if names.iter().any(|(name, _)| is_known(name)) {
                continue;
            }
            let mut name = self.name(&draft.words, &draft.reading, draft.kind, draft.rule);
            name.place = self.place_after(draft.words.end);
            name.known = self.apposition(draft);
            name.country = draft.country;
            name.form = match name.known {
                _ if draft.is_nominal => MentionForm::Nominal,
                Some(_) => MentionForm::Short,
                None => MentionForm::Full,
            };
            names.push((name, draft.parent.clone()));
        }
        // "Northern Alliance for Ice Data": the longer name has the head of the known one, and is another.
        let longer: Vec<Range<usize>> = self.drafts.iter().filter(|draft| !draft.is_nominal && draft.parent.as_ref().is_none_or(|parent| parent.start != draft.words.start)).map(|draft| draft.words.clone()).collect();
        names.retain(|(name, _)| name.known.is_none() || name.rule != REGISTRY || !longer.iter().any(|words| words.start == name.words.start && words.end > name.words.end));
        names.sort_by_key(|(name, _)| (name.words.start, std::cmp::Reverse(name.words.end)));
        names.dedup_by(|second, first| second.0.words == first.0.words);
        let starts: Vec<Range<usize>> = names.iter().map(|(name, _)| name.words.clone()).collect();
        self.names = names
            .into_iter()
            .map(|(mut name, parent)| {
                name.parent = parent.and_then(|parent| starts.iter().position(|words| words.start == parent.start && words.end <= parent.end.max(words.end)));
                name
            })
            .collect();
    }

    fn name(&self, words: &Range<usize>, reading: &Reading, kind: OrganizationType, rule: &'static str) -> Name {
        let mut span = self.page.span(words.start, words.end, reading);
        span.end += self.closing(words, span.end);
        let clitic = self.page.token(words.start).and_then(|token| {
            let before = Span::new(token.span.start, span.start).slice(self.page.tokens.text);
            let fused = reading.proclitic.filter(|_| reading.is_fused);
            let clitic = before.to_owned() + &fused.map(|c| format!("{c}{c}")).unwrap_or_default();
            (!clitic.is_empty()).then_some(clitic)
        });
        Name {
            words: words.clone(),
            span,
            clitic,
            known: None,
            kind,
            form: MentionForm::Full,
            key: self.key(words, reading),
            country: None,
            place: None,
            parent: None,
            same: None,
            is_office: false,
            title: None,
            rule,
            certainty: Certainty::Pattern,
        }
    }

    /// The body that an office stands for: named by the noun of its kind and the complement of the office.
    fn office(&self, office: StandIn) -> Option<Name> {
        let StandIn { words, complement, reading, kind } = office;
        let page = self.page;
        let ends = |at: &usize| page.is(*at, NameClass::In) && page.is_uncased(*at) || page.place(*at).is_some() || page.demonym(*at).is_some();
        let until = (complement..words.end).find(ends).unwrap_or(words.end);
        let country = (complement..words.end).find_map(|at| {
            let place = page.place(at).or_else(|| page.demonym(at)).map(|(_, place)| place)?;
            page.names.place(place)?.country.as_ref().map(|_| place)
        });
        let has_topic = until > complement;
        if kind == OrganizationType::Embassy && country.is_none() || kind == OrganizationType::Ministry && !has_topic {
            return None;
        }
        let head = page.head_of(kind, words.start)?;
        let rest = Span::new(page.token(complement - 1)?.span.end, page.token(words.end - 1)?.span.end).slice(page.tokens.text);
        let mut name = self.name(&words, &reading, kind, "mention/office");
        let mut key = crate::text::fold(head).as_str().to_owned();
        let topic = self.key(&(complement..until), &Reading::default());
        if kind == OrganizationType::Ministry && !topic.is_empty() {
            key.push(' ');
            key.push_str(&topic);
        }
        name.title = Some(format!("{head}{rest}"));
        name.key = key;
        name.country = country;
        name.is_office = true;
        name.certainty = Certainty::Inferred;
        Some(name)
    }

    /// Bytes of what closes a bracket or quotation that opens inside a name.
    fn closing(&self, words: &Range<usize>, end: usize) -> usize {
        let opens = (words.start + 1..words.end).any(|at| self.page.gap(at).has(Gap::OPEN.and(Gap::QUOTE)));
        let next = self.page.tokens.text.get(end..).and_then(|rest| rest.chars().next());
        let is_closing = |c: &char| matches!(c, ')' | ']' | '”' | '“' | '»' | '"' | '«');
        next.filter(|c| opens && is_closing(c)).map_or(0, char::len_utf8)
    }

    /// The folded words of a name without articles.
    fn key(&self, words: &Range<usize>, first: &Reading) -> String {
        let mut key = String::new();
        for at in words.clone() {
            let folded = self.page.tokens.folded(at);
            let skip = if at == words.start { usize::from(first.cut) } else { 0 };
            let rest = folded.char_indices().nth(skip).map_or("", |(byte, _)| folded.get(byte..).unwrap_or_default());
            let bare = self.page.names.clitics.iter().find_map(|clitics| {
                let fused = clitics.fused.iter().find_map(|(fused, _)| rest.strip_prefix(fused.as_str()));
                fused.or_else(|| rest.strip_prefix(clitics.article.as_str()).filter(|_| !clitics.article.is_empty()))
            });
            let word = bare.filter(|bare| bare.chars().nth(1).is_some()).unwrap_or(rest);
            if !self.page.is_uncased(at) && (self.page.is(at, NameClass::Article) || self.page.is(at, NameClass::Of)) {
                continue;
            }
            if !key.is_empty() {
                key.push(' ');
            }
            key.push_str(word);
        }
        key
    }

    /// "منظمة اليونسكو": a noun and the name of a body that is called so, which are one name.
    fn apposition(&self, draft: &Draft) -> Option<u32> {
        let parent = draft.parent.as_ref().filter(|parent| parent.end == draft.words.end && !draft.is_nominal)?;
        let (found, id, form) = self.known_at(parent.start)?;
        let head_end = self.page.head(draft.words.start)?.0.end;
        let known = self.page.names.organization(*id)?;
        let is_beside = head_end == parent.start && found.reading.cut == 0 && *form != MentionForm::Full;
        (is_beside && known.kind == draft.kind).then_some(*id)
    }

    /// The place that words after a name say it is in.
    fn place_after(&self, at: usize) -> Option<u32> {
        let page = self.page;
        if !page.gap(at).is_plain() {
            return None;
        }
        let skip = usize::from(page.is(at, NameClass::In)) + usize::from(!page.is_uncased(at) && page.is(at + 1, NameClass::Article));
        let (found, place) = page.place(at + skip)?;
        (skip > 0 || found.reading.proclitic.is_some()).then_some(place)
    }

    /// The country that follows a name: "in the Republic of X", "X's" adjective.
    fn country_after(&self, at: usize) -> Option<u32> {
        let page = self.page;
        if !page.gap(at).is_plain() {
            return None;
        }
        let is_country = |place: u32| page.names.place(place).is_some_and(|place| place.country.is_some());
        let direct = page.longest(at, |found| match found.meant.sense {
            Sense::Place(place) if !found.meant.is_weak => Some(place),
            _ => None,
        });
        if let Some((_, place)) = direct.filter(|(found, _)| found.reading.cut > 0 && !found.reading.has_and) {
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
    !matches!(kind, OrganizationType::Igo | OrganizationType::IgoOrgan | OrganizationType::Government | OrganizationType::Parliament | OrganizationType::Court | OrganizationType::PublicBody)
}

/// Whether a name may go on over the space before a word.
fn goes_on(page: &Page<'_>, at: usize) -> bool {
    page.token(at).is_some() && page.gap(at).is_plain()
}

/// Whether a word opens a bracket that the next word closes.
fn in_brackets(page: &Page<'_>, words: &Range<usize>) -> bool {
    page.gap(words.start).has(Gap::OPEN) && page.gap(words.end).has(Gap::CLOSE)
}
