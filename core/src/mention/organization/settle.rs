//! From stretches of words to names: their spans, keys, and whose part each is.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Draft, Finder, Name};
use crate::mention::role::StandIn;
use crate::mention::token::{Gap, Reading};
use crate::model::{Certainty, MentionForm, OrganizationType};
use crate::resources::NameClass;
use crate::text::Span;

/// The rule of names that the registry has.
const REGISTRY: &str = "organizations/registry";

impl Finder<'_, '_> {
    /// Makes names of what was found, outer names before inner ones.
    pub(super) fn settle(&mut self) {
        let mut names: Vec<(Name, Option<Range<usize>>)> = Vec::new();
        for (at, entry) in self.known.iter().enumerate() {
            let Some((found, id, form)) = entry else { continue };
            let Some(kind) = self.page.names.kind_of(*id) else { continue };
            let words = at..found.end;
            let mut name = self.name(&words, &found.reading, kind, REGISTRY);
            name.known = Some(*id);
            name.form = *form;
            name.certainty = Certainty::Registry;
            names.push((name, None));
        }
        for draft in self.drafts.iter().filter(|draft| !self.is_second_head(draft)) {
            if self.known_at(draft.words.start).is_some_and(|(found, ..)| found.end == draft.words.end) {
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
        let replaced = self.replaced();
        names.retain(|(name, _)| name.rule != REGISTRY || !replaced.contains(&name.words.start));
        names.sort_by_key(|(name, _)| (name.words.start, std::cmp::Reverse(name.words.end)));
        names.dedup_by(|second, first| second.0.words == first.0.words);
        let mut longest: FxHashMap<usize, usize> = FxHashMap::default();
        for (at, (name, _)) in names.iter().enumerate() {
            longest.entry(name.words.start).or_insert(at);
        }
        self.names = names
            .into_iter()
            .map(|(mut name, parent)| {
                name.parent = parent.and_then(|parent| longest.get(&parent.start).copied());
                name
            })
            .collect();
    }

    /// Where known names begin that are a part of something longer, and name no body there: "Northern Alliance for Ice Data",
    /// "منظمة اليونسكو".
    fn replaced(&self) -> FxHashSet<usize> {
        let mut replaced = FxHashSet::default();
        for draft in self.drafts.iter().filter(|draft| !draft.is_nominal) {
            let is_whole = draft.parent.as_ref().is_some_and(|parent| parent.start == draft.words.start);
            if !is_whole {
                replaced.insert(draft.words.start);
            }
            if self.apposition(draft).is_some() {
                replaced.extend(draft.parent.as_ref().map(|parent| parent.start));
            }
        }
        replaced
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
    pub(super) fn office(&self, office: StandIn) -> Option<Name> {
        let StandIn { words, complement, reading, kind } = office;
        let page = self.page;
        let ends = |at: &usize| {
            page.is(*at, NameClass::In) && page.is_uncased(*at)
                || page.place(*at).is_some()
                || page.demonym(*at).is_some()
        };
        let until = (complement..words.end).find(ends).unwrap_or(words.end);
        let country = (complement..words.end).find_map(|at| {
            let place = page.place(at).or_else(|| page.demonym(at)).map(|(_, place)| place)?;
            page.names.place(place)?.country().map(|_| place)
        });
        let has_topic = until > complement;
        if kind == OrganizationType::Embassy && country.is_none() || kind == OrganizationType::Ministry && !has_topic {
            return None;
        }
        let head = page.head_of(kind, words.start)?;
        let rest = Span::new(page.token(complement - 1)?.span.end, page.token(words.end - 1)?.span.end)
            .slice(page.tokens.text);
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
        // "Inc."
        let is_short = words.end.checked_sub(1).is_some_and(|last| self.page.is(last, NameClass::Company))
            && self.page.gap(words.end).has(Gap::DOT);
        if is_short {
            return 1;
        }
        let opens = (words.start + 1..words.end).any(|at| self.page.gap(at).has(Gap::OPEN.and(Gap::QUOTE)));
        let next = self.page.tokens.text.get(end..).and_then(|rest| rest.chars().next());
        let is_closing = |c: &char| matches!(c, ')' | ']' | '”' | '“' | '»' | '"' | '«');
        next.filter(|c| opens && is_closing(c)).map_or(0, char::len_utf8)
    }

    /// The folded words of a name without articles.
    fn key(&self, words: &Range<usize>, first: &Reading) -> String {
        let page = self.page;
        let mut key = String::new();
        for at in words.clone() {
            if !page.is_uncased(at) && (page.is(at, NameClass::Article) || page.is(at, NameClass::Of)) {
                continue;
            }
            let folded = page.tokens.folded(at);
            let skip = if at == words.start { usize::from(first.cut) } else { 0 };
            let rest = folded.char_indices().nth(skip).map_or("", |(byte, _)| folded.get(byte..).unwrap_or_default());
            if !key.is_empty() {
                key.push(' ');
            }
            let and = page.names.clitics.iter().flat_map(|clitics| &clitics.and);
            let joined =
                and.filter_map(|and| Some((and, self.without_article(rest.strip_prefix(and.as_str())?)?))).next();
            if let Some((and, bare)) = joined {
                key.push_str(and);
                key.push_str(bare);
            } else {
                key.push_str(self.without_article(rest).unwrap_or(rest));
            }
        }
        key
    }

    /// A folded word without its article, also one that is fused with what stood before it.
    fn without_article<'w>(&self, word: &'w str) -> Option<&'w str> {
        let bare = self.page.names.clitics.iter().filter(|clitics| !clitics.article.is_empty()).find_map(|clitics| {
            let fused = clitics.fused.iter().find_map(|(fused, _)| word.strip_prefix(fused.as_str()));
            fused.or_else(|| word.strip_prefix(clitics.article.as_str()))
        });
        bare.filter(|bare| bare.chars().nth(1).is_some())
    }

    /// "منظمة اليونسكو": a noun and the name of a body that is called so, which are one name.
    fn apposition(&self, draft: &Draft) -> Option<u32> {
        let parent = draft.parent.as_ref().filter(|parent| parent.end == draft.words.end && !draft.is_nominal)?;
        let (found, id, form) = self.known_at(parent.start)?;
        let head_end = self.page.head(draft.words.start)?.0.end;
        let kind = self.page.names.kind_of(*id)?;
        let is_beside = head_end == parent.start && found.reading.cut == 0 && *form != MentionForm::Full;
        (is_beside && kind == draft.kind).then_some(*id)
    }

    /// Whether a name begins with the second of two heads of one name: "معرض ومتحف السيرة".
    fn is_second_head(&self, draft: &Draft) -> bool {
        let before = draft.words.start.checked_sub(1).filter(|_| draft.reading.has_and);
        before.is_some_and(|before| self.shared.contains(&(before, draft.words.end)))
    }
}
