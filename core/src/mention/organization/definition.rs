//! Short forms that an article defines: an acronym in brackets after a name or before it, and later mentions of it.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::{Name, in_brackets};
use crate::mention::reading::Page;
use crate::mention::token::{Gap, Shape};
use crate::model::{Certainty, MentionForm, OrganizationType};
use crate::text::Span;

/// Most letters of an acronym.
const MAX_ACRONYM: usize = 12;
/// Most words of an acronym.
const MAX_ACRONYM_WORDS: usize = 2;

/// Words of a name that stand for all of it.
const MIN_BEGINNING: usize = 2;
/// Most names with the same first word that a line of capitals is compared with.
const MAX_ALIKE: usize = 16;

/// An acronym and the name it stands for.
struct Definition {
    /// Its folded letters.
    letters: String,
    /// The place of the name in the list.
    name: usize,
}

/// Binds what the article defines: adds names for acronyms, and says whose they are.
pub(super) fn bind(page: &Page<'_>, names: &mut Vec<Name>) {
    let mut definitions: Vec<Definition> = Vec::new();
    let mut added: Vec<(Range<usize>, usize)> = Vec::new();
    for (at, name) in names.iter().enumerate() {
        if name.form == MentionForm::Nominal {
            continue;
        }
        if let Some(words) = acronym_after(page, name.words.end) {
            // The bracket may hold a known acronym, which then says whose name it is.
            definitions.push(Definition { letters: letters(page, &words), name: at });
            added.push((words, at));
        }
    }
    let mut by_words: FxHashMap<(usize, usize), usize> =
        names.iter().enumerate().rev().map(|(at, name)| ((name.words.start, name.words.end), at)).collect();
    for (words, at) in &added {
        match by_words.get(&(words.start, words.end)).copied() {
            Some(known) => {
                let is_other = names.get(known).map(|name| name.known) != names.get(*at).map(|name| name.known);
                let target = names.get(*at).is_some_and(|name| name.known.is_none());
                let fits = names.get(*at).is_some_and(|name| is_acronym_of(page, words, name));
                if is_other && target && fits {
                    let id = names.get(known).and_then(|name| name.known);
                    names.get_mut(*at).into_iter().for_each(|name| name.known = id);
                } else if let Some(name) = names.get_mut(known) {
                    name.same = name.same.or(Some(*at).filter(|_| name.known.is_none()));
                }
            }
            None => {
                let name = names.get(*at).cloned();
                by_words.insert((words.start, words.end), names.len());
                names.extend(name.map(|name| acronym(page, words.clone(), &name, *at, "mention/acronym-in-brackets")));
            }
        }
    }
    let mut taken = Taken::new(page.len(), names);
    add_repeats(page, names, &mut taken);
    add_short_forms(page, names, &mut taken);
    add_beginnings(page, names, &mut taken);
    let by_letters: FxHashMap<&str, usize> =
        definitions.iter().map(|definition| (definition.letters.as_str(), definition.name)).collect();
    let words = if by_letters.is_empty() { 0 } else { page.len() };
    for at in (0..words).filter(|&at| !taken.holds(&(at..at + 1)) && is_written_as_acronym(page, at)) {
        let Some(&full) = by_letters.get(letters(page, &(at..at + 1)).as_str()) else { continue };
        if let Some(name) = names.get(full).cloned() {
            names.push(acronym(page, at..at + 1, &name, full, "mention/acronym"));
        }
    }
}

/// The words that belong to names.
struct Taken(Vec<bool>);

impl Taken {
    fn new(words: usize, names: &[Name]) -> Self {
        let mut taken = Self(vec![false; words]);
        names.iter().for_each(|name| taken.take(&name.words));
        taken
    }

    fn take(&mut self, words: &Range<usize>) {
        self.0.get_mut(words.clone()).into_iter().flatten().for_each(|word| *word = true);
    }

    fn holds(&self, words: &Range<usize>) -> bool {
        self.0.get(words.clone()).is_none_or(|taken| taken.contains(&true))
    }
}

/// Names that stand in a line whose capitals say nothing, and elsewhere too.
fn add_repeats(page: &Page<'_>, names: &mut Vec<Name>, taken: &mut Taken) {
    let mut full: FxHashMap<&str, Vec<(usize, Range<usize>)>> = FxHashMap::default();
    for (at, name) in names
        .iter()
        .enumerate()
        .filter(|(_, name)| name.words.len() > 1 && is_own(name) && !page.is_uncased(name.words.start))
    {
        let known = full.entry(page.tokens.folded(name.words.start)).or_default();
        let is_new = !known.iter().any(|(_, words)| words.len() == name.words.len());
        if is_new && known.len() < MAX_ALIKE {
            known.push((at, name.words.clone()));
        }
    }
    for at in (0..page.len()).filter(|&at| page.is_shouted(at)) {
        let fits = |words: &Range<usize>| {
            words.clone().enumerate().all(|(offset, from)| page.tokens.folded(at + offset) == page.tokens.folded(from))
        };
        let known = full.get(page.tokens.folded(at)).into_iter().flatten();
        let repeat = known
            .filter(|(_, words)| !taken.holds(&(at..at + words.len())) && fits(words))
            .max_by_key(|(_, words)| words.len());
        let Some((full, words)) = repeat.map(|(full, words)| (*full, at..at + words.len())) else { continue };
        let Some(name) = names.get(full).cloned() else { continue };
        taken.take(&words);
        names.push(Name { form: MentionForm::Full, ..acronym(page, words, &name, full, "mention/repeated") });
    }
}

/// Names that the grammar found, under which no office or description stands.
fn is_own(name: &Name) -> bool {
    name.form == MentionForm::Full && name.known.is_none() && !name.is_office && name.same.is_none()
}

/// The word that a body is called by, without the noun that says what it is: "Redbed" of "Redbed Energy", "هانبيت" of "مجموعة هانبيت".
fn add_short_forms(page: &Page<'_>, names: &mut Vec<Name>, taken: &mut Taken) {
    let mut called: FxHashMap<&str, usize> = FxHashMap::default();
    for (at, name) in names.iter().enumerate().filter(|(_, name)| is_own(name) && can_be_short(name.kind)) {
        let first = name.words.start;
        let proper = if page.is_uncased(first) { first + 1 } else { first };
        let is_brand = name.words.len() >= 2
            && name.words.len() <= 6
            && page.at(proper).is_empty()
            && page.tokens.folded(proper).chars().nth(2).is_some();
        let is_last = !page.is_uncased(first) || proper + 1 == name.words.end;
        if is_brand && is_last && (page.is_uncased(first) && !page.is_definite(proper) || page.is_capital(proper)) {
            called.entry(page.tokens.folded(proper)).or_insert(at);
        }
    }
    for at in (0..page.len()).filter(|&at| page.is_uncased(at) || page.is_capital(at)) {
        let words = at..at + 1;
        let full = called.get(page.tokens.folded(at)).filter(|_| !taken.holds(&words));
        if let Some((name, full)) = full.and_then(|&full| Some((names.get(full).cloned()?, full))) {
            taken.take(&words);
            names.push(Name { form: MentionForm::Short, ..acronym(page, words, &name, full, "mention/short") });
        }
    }
}

/// The first words of a longer name: "قطاع الشراكات" of "قطاع الشراكات والتعاون الدولي", which alone could be any sector.
fn add_beginnings(page: &Page<'_>, names: &mut Vec<Name>, taken: &mut Taken) {
    let mut longer: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    let is_long = |name: &Name| is_own(name) && name.words.len() > MIN_BEGINNING && page.is_uncased(name.words.start);
    for (at, name) in names.iter().enumerate().filter(|(_, name)| is_long(name)) {
        let alike = longer.entry(page.tokens.folded(name.words.start)).or_default();
        if alike.len() < MAX_ALIKE {
            alike.push(at);
        }
    }
    for at in 0..page.len() {
        let words = at..at + MIN_BEGINNING;
        let begins = |full: &&usize| {
            let first = names.get(**full).map_or(0, |name| name.words.start);
            (1..MIN_BEGINNING).all(|offset| page.tokens.folded(at + offset) == page.tokens.folded(first + offset))
        };
        let full = longer.get(page.tokens.folded(at)).into_iter().flatten();
        let joins = page.gap(at + 1).is_plain();
        let Some(&full) = full.filter(|_| joins && !taken.holds(&words)).find(begins) else { continue };
        let Some(name) = names.get(full).cloned() else { continue };
        taken.take(&words);
        names.push(Name { form: MentionForm::Short, ..acronym(page, words, &name, full, "mention/beginning") });
    }
}

/// Kinds of bodies that are called by a word alone.
const fn can_be_short(kind: OrganizationType) -> bool {
    matches!(
        kind,
        OrganizationType::Company
            | OrganizationType::Association
            | OrganizationType::Foundation
            | OrganizationType::Media
            | OrganizationType::University
            | OrganizationType::Network
    )
}

fn acronym(page: &Page<'_>, words: Range<usize>, full: &Name, at: usize, rule: &'static str) -> Name {
    let reading =
        page.tokens.readings(words.start).iter().copied().find(|reading| reading.is_definite).unwrap_or_default();
    let span = page.span(words.start, words.end, &reading);
    let before =
        page.token(words.start).map_or("", |token| Span::new(token.span.start, span.start).slice(page.tokens.text));
    Name {
        span,
        clitic: (!before.is_empty()).then(|| before.to_owned()),
        form: MentionForm::Acronym,
        key: letters(page, &words),
        same: Some(at),
        parent: None,
        is_office: false,
        title: None,
        rule,
        certainty: Certainty::Pattern,
        words,
        ..full.clone()
    }
}

/// Whether an acronym in brackets after words is made of their first letters.
pub(super) fn is_defined(page: &Page<'_>, words: &Range<usize>) -> bool {
    acronym_after(page, words.end).is_some_and(|acronym| has_initials(page, &acronym, words))
}

/// The words of an acronym in brackets at a word.
fn acronym_after(page: &Page<'_>, at: usize) -> Option<Range<usize>> {
    let opens = page.gap(at);
    if !opens.has(Gap::OPEN) || !opens.is_only(Gap::OPEN.and(Gap::SPACE).and(Gap::QUOTE)) {
        return None;
    }
    let words = (1..=MAX_ACRONYM_WORDS).map(|count| at..at + count).find(|words| in_brackets(page, words))?;
    let length = words.clone().map(|at| page.tokens.folded(at).chars().count()).sum::<usize>();
    let looks = |at: usize| matches!(page.shape(at), Shape::Upper | Shape::Mixed | Shape::Uncased | Shape::Title);
    let is_cased_acronym =
        words.clone().any(|at| matches!(page.shape(at), Shape::Upper | Shape::Mixed)) || page.is_uncased(at);
    ((2..=MAX_ACRONYM).contains(&length) && words.clone().all(looks) && is_cased_acronym && page.place(at).is_none())
        .then_some(words)
}

fn letters(page: &Page<'_>, words: &Range<usize>) -> String {
    let word = words.clone().map(|at| page.tokens.folded(at)).collect::<Vec<_>>().join(" ");
    let article = page.names.clitics.iter().map(|clitics| clitics.article.as_str()).find(|article| !article.is_empty());
    let is_uncased = page.is_uncased(words.start);
    let bare = article.filter(|_| is_uncased).and_then(|article| {
        page.tokens.readings(words.start).iter().find(|reading| reading.is_definite).and_then(|reading| {
            let rest: String = word.chars().skip(usize::from(reading.cut)).collect();
            let rest =
                if reading.is_fused { rest.chars().skip(2).collect() } else { rest.strip_prefix(article)?.to_owned() };
            Some(rest)
        })
    });
    bare.unwrap_or(word)
}

/// Whether a word by itself may be an acronym that was defined.
fn is_written_as_acronym(page: &Page<'_>, at: usize) -> bool {
    matches!(page.shape(at), Shape::Upper | Shape::Mixed | Shape::Uncased)
}

/// Whether the letters of an acronym begin words of a name, in their order.
fn is_acronym_of(page: &Page<'_>, words: &Range<usize>, name: &Name) -> bool {
    if page.is_uncased(words.start) || name.kind == OrganizationType::Unit {
        return !matches!(name.kind, OrganizationType::Unit);
    }
    has_initials(page, words, &name.words)
}

/// Whether the letters of an acronym begin words, in their order.
fn has_initials(page: &Page<'_>, acronym: &Range<usize>, words: &Range<usize>) -> bool {
    let letters = letters(page, acronym);
    let mut wanted = letters.chars().filter(|c| c.is_alphabetic()).peekable();
    for at in words.clone() {
        if page.tokens.folded(at).chars().next() == wanted.peek().copied() {
            wanted.next();
        }
    }
    wanted.peek().is_none()
}
