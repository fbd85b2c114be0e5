//! People: one entity for all mentions of a person on the page.

use rustc_hash::FxHashMap;

use crate::mention::{Found, PersonName};
use crate::model::{Certainty, Evidence, Mention, MentionForm, MentionType, Person, Role, RuleId};

/// Most people of one family name that a name is compared with.
const MAX_ALIKE: usize = 64;

/// A person, and the folded words of the fullest name.
struct Known {
    person: Person,
    key: Vec<String>,
    language: String,
}

pub(super) fn link(
    text: &str,
    found: &[Found],
    languages: &[&str],
    organizations: &[Vec<Option<String>>],
) -> (Vec<Person>, Vec<Vec<Mention>>) {
    let mut people: Vec<Known> = Vec::new();
    let mut mentions = Vec::with_capacity(found.len());
    let mut by_family: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for ((found, language), ids) in found.iter().zip(languages).zip(organizations) {
        let mut own = Vec::with_capacity(found.people.len());
        for name in &found.people {
            let exact = name.span.slice(text);
            let family = name.key.last().cloned().unwrap_or_default();
            let alike = by_family.entry(family).or_default();
            let fits = |&&at: &&usize| people.get(at).is_some_and(|known| is_same(&known.key, &name.key));
            let at = alike.iter().rev().take(MAX_ALIKE).find(fits).copied().unwrap_or_else(|| {
                alike.push(people.len());
                people.push(Known { person: new(people.len()), key: Vec::new(), language: (*language).to_owned() });
                people.len() - 1
            });
            let Some(known) = people.get_mut(at) else { continue };
            let is_full = name.rule != "mention/family-name";
            enter(known, name, exact, language, text, ids);
            own.push(Mention {
                kind: MentionType::Person,
                span: name.span,
                exact: exact.to_owned(),
                id: Some(known.person.id.clone()),
                temporal: None,
                quantity: None,
                amount: None,
                core: None,
                form: Some(if is_full { MentionForm::Full } else { MentionForm::Short }),
                clitic: name.clitic.clone().filter(|_| name.honorific.is_none()),
                evidence: Evidence { rule: RuleId::from(name.rule), span: name.span, certainty: Certainty::Pattern },
            });
        }
        mentions.push(own);
    }
    (people.into_iter().map(|known| known.person).collect(), mentions)
}

fn new(count: usize) -> Person {
    Person {
        id: format!("person-{}", count + 1),
        name: String::new(),
        names: std::collections::BTreeMap::new(),
        honorific_prefix: None,
        honorific: None,
        roles: Vec::new(),
    }
}

/// Enters a mention: the fullest name stays, titles and offices are added.
fn enter(known: &mut Known, name: &PersonName, exact: &str, language: &str, text: &str, ids: &[Option<String>]) {
    if name.key.len() > known.key.len() {
        exact.clone_into(&mut known.person.name);
        known.key.clone_from(&name.key);
        language.clone_into(&mut known.language);
    }
    if name.key.len() > 1 || known.person.names.is_empty() {
        let list = known.person.names.entry(language.to_owned()).or_default();
        if !list.iter().any(|known| known == exact) {
            list.push(exact.to_owned());
        }
    }
    let person = &mut known.person;
    if let Some((prefix, normal)) = name.honorific.as_ref().filter(|_| person.honorific_prefix.is_none()) {
        person.honorific_prefix = Some(prefix.clone());
        person.honorific = Some(normal.clone());
    }
    for role in &name.roles {
        let role_name = role.span.slice(text).to_owned();
        let organization = role.organization.and_then(|at| ids.get(at).cloned().flatten());
        if !person.roles.iter().any(|known| known.role_name == role_name) {
            person.roles.push(Role { role_name, organization });
        }
    }
}

/// Whether two names are of one person: the same words, all words of the shorter in the longer, or the family name alone.
fn is_same(full: &[String], other: &[String]) -> bool {
    let (long, short) = if full.len() >= other.len() { (full, other) } else { (other, full) };
    let Some(family) = short.last() else { return false };
    if long.ends_with(short) {
        return true;
    }
    let fits =
        |word: &String| long.iter().any(|known| known == word || is_initial(word, known) || is_initial(known, word));
    long.last() == Some(family) && short.iter().all(fits)
}

fn is_initial(letter: &str, word: &str) -> bool {
    letter.chars().nth(1).is_none() && letter.chars().next() == word.chars().next()
}
