//! Organisations: one entity under all its names, on the whole page.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::mention::{Found, Name};
use crate::model::{Certainty, Evidence, Mention, MentionForm, MentionType, Organization, OrganizationType, RuleId};
use crate::resources::{Line, Names, name_table, tagged};

/// Most bodies that a name is compared with.
const MAX_ALIKE: usize = 64;
/// How often an article has to name a body whose units it names without it.
const MIN_NAMED: usize = 3;

/// The organisations of a page, and the mentions of each article.
pub(super) struct Linked {
    pub(super) organizations: Vec<Organization>,
    /// The id of the body that each name of each article names.
    pub(super) ids: Vec<Vec<Option<String>>>,
    pub(super) mentions: Vec<Vec<Mention>>,
}

/// An organisation that is being put together.
#[derive(Debug, Default)]
struct Body {
    known: Option<u32>,
    kind: OrganizationType,
    /// Folded words of its fullest name.
    words: Vec<String>,
    country: Option<u32>,
    place: Option<u32>,
    parent: Option<usize>,
    /// Where it was named first: article and place in its names.
    first: (usize, usize),
    is_reconstructed: bool,
}

/// Which body each name names: by article and place in its names.
type Owners = Vec<Vec<Option<usize>>>;

pub(super) fn link(text: &str, found: &[Found], languages: &[&str], names: &Names) -> Linked {
    let mut linker = Linker {
        found,
        names,
        bodies: Vec::new(),
        by_known: FxHashMap::default(),
        by_key: FxHashMap::default(),
        by_head: FxHashMap::default(),
        owners: Vec::new(),
    };
    linker.owners = found.iter().map(|found| vec![None; found.organizations.len()]).collect();
    linker.own_full_names();
    linker.own_bound_names();
    linker.own_nominals();
    linker.find_parents();
    linker.finish(text, languages)
}

struct Linker<'f> {
    found: &'f [Found],
    names: &'f Names,
    bodies: Vec<Body>,
    by_known: FxHashMap<u32, usize>,
    /// Bodies by all their words, and by the first.
    by_key: FxHashMap<String, Vec<usize>>,
    by_head: FxHashMap<String, Vec<usize>>,
    owners: Owners,
}

impl Linker<'_> {
    /// Longer names first, so that a shorter one finds the name it shortens.
    fn own_full_names(&mut self) {
        let mut order: Vec<(usize, usize, usize)> = Vec::new();
        for (article, found) in self.found.iter().enumerate() {
            for (at, name) in found.organizations.iter().enumerate() {
                if name.form != MentionForm::Nominal && name.same.is_none() {
                    order.push((name.key.split(' ').count(), article, at));
                }
            }
        }
        order.sort_by_key(|&(words, article, at)| (std::cmp::Reverse(words), article, at));
        for (_, article, at) in order {
            let Some(name) = self.name(article, at).cloned() else { continue };
            let owner = self.owner(&name, article, at);
            self.own(article, at, owner);
        }
    }

    fn name(&self, article: usize, at: usize) -> Option<&Name> {
        self.found.get(article)?.organizations.get(at)
    }

    fn own(&mut self, article: usize, at: usize, body: usize) {
        self.owners
            .get_mut(article)
            .and_then(|owners| owners.get_mut(at))
            .into_iter()
            .for_each(|owner| *owner = Some(body));
        if let Some(body) = self.bodies.get_mut(body) {
            body.first = body.first.min((article, at));
        }
    }

    fn owner(&mut self, name: &Name, article: usize, at: usize) -> usize {
        let words: Vec<String> = name.key.split(' ').map(str::to_owned).collect();
        let same = match name.known {
            Some(known) => self.by_known.get(&known).copied(),
            None => self.same_body(name, &words),
        };
        let country = name.country;
        if let Some(same) = same {
            if let Some(body) = self.bodies.get_mut(same) {
                body.country = body.country.or(country);
                body.place = body.place.or(name.place);
            }
            return same;
        }
        let head = words.first().cloned().unwrap_or_default();
        self.bodies.push(Body {
            known: name.known,
            kind: name.kind,
            words,
            country,
            place: name.place,
            parent: None,
            first: (article, at),
            is_reconstructed: name.is_office,
        });
        let body = self.bodies.len() - 1;
        self.by_head.entry(head).or_default().push(body);
        self.by_key.entry(name.key.clone()).or_default().push(body);
        if let Some(known) = name.known {
            self.by_known.insert(known, body);
        }
        body
    }

    /// The body without an entry in the registry that a name is of: one with the same words, else one of the last with the same head.
    fn same_body(&self, name: &Name, words: &[String]) -> Option<usize> {
        let fits = |&&body: &&usize| self.bodies.get(body).is_some_and(|body| is_same(body, name, words, self.names));
        let same = self.by_key.get(&name.key).into_iter().flat_map(|bodies| bodies.iter().take(MAX_ALIKE)).find(fits);
        let alike = words
            .first()
            .and_then(|head| self.by_head.get(head))
            .into_iter()
            .flat_map(|bodies| bodies.iter().rev().take(MAX_ALIKE));
        same.or_else(|| alike.filter(fits).min()).copied()
    }

    /// Acronyms and short forms that an article bound to a full name.
    fn own_bound_names(&mut self) {
        for (article, found) in self.found.iter().enumerate() {
            for (at, name) in found.organizations.iter().enumerate() {
                let Some(body) = name.same.and_then(|same| self.owner_of(article, same)) else { continue };
                self.own(article, at, body);
            }
        }
    }

    fn owner_of(&self, article: usize, at: usize) -> Option<usize> {
        self.owners.get(article)?.get(at).copied().flatten()
    }

    /// "The Organisation": the body of such a kind that was named last.
    fn own_nominals(&mut self) {
        for (article, found) in self.found.iter().enumerate() {
            let mut last: Vec<usize> = Vec::new();
            let mut owned = Vec::new();
            let mut order: Vec<(usize, &Name)> = found.organizations.iter().enumerate().collect();
            order.sort_by_key(|(_, name)| name.span.start);
            for (at, name) in order {
                if name.form != MentionForm::Nominal {
                    if let Some(body) = self.owner_of(article, at) {
                        // The last few bodies: what a description far away means nobody can tell.
                        if let Some(at) = last.iter().position(|&known| known == body) {
                            last.remove(at);
                        } else if last.len() >= MAX_ALIKE {
                            last.remove(0);
                        }
                        last.push(body);
                    }
                    continue;
                }
                let head = name.key.split(' ').next().unwrap_or_default();
                let fits =
                    |&&body: &&usize| self.bodies.get(body).is_some_and(|body| self.is_called(body, head, name.kind));
                if let Some(&body) = last.iter().rev().find(fits) {
                    owned.push((at, body));
                }
            }
            for (at, body) in owned {
                self.own(article, at, body);
            }
        }
    }

    /// Whether the names of a body have a noun as their head.
    fn is_called(&self, body: &Body, head: &str, kind: OrganizationType) -> bool {
        if body.words.first().is_some_and(|word| word == head) {
            return true;
        }
        let Some(known) = body.known.and_then(|known| self.names.organization(known)) else {
            return body.words.iter().any(|word| word == head) && body.kind == kind;
        };
        let is_head = |name: &str| {
            let folded = crate::text::fold(name);
            let mut words = crate::text::words(folded.as_str());
            words.any(|word| {
                word == head
                    || self.names.clitics.iter().any(|clitics| {
                        !clitics.article.is_empty() && word.strip_prefix(clitics.article.as_str()) == Some(head)
                    })
            })
        };
        tagged(known.names()).flat_map(|(_, names)| names).any(is_head)
    }

    fn find_parents(&mut self) {
        for (article, found) in self.found.iter().enumerate() {
            for (at, name) in found.organizations.iter().enumerate() {
                let (Some(body), Some(parent)) =
                    (self.owner_of(article, at), name.parent.and_then(|parent| self.owner_of(article, parent)))
                else {
                    continue;
                };
                if let Some(entry) = self.bodies.get_mut(body).filter(|_| body != parent) {
                    entry.parent = entry.parent.or(Some(parent));
                }
            }
        }
        self.give_units_a_whole();
        for at in 0..self.bodies.len() {
            let known = self.bodies.get(at).and_then(|body| body.known);
            let parent = known.and_then(|known| self.names.organization(known)?.parent());
            let parent = parent
                .and_then(|id| self.names.organization_by_id(id))
                .and_then(|known| self.by_known.get(&known).copied());
            if let Some(body) = self.bodies.get_mut(at).filter(|body| body.known.is_some()) {
                body.parent = parent;
            }
        }
    }

    /// A unit that no words give to a body is one of the body that its article names most.
    fn give_units_a_whole(&mut self) {
        for owners in &self.owners {
            let mut counts: FxHashMap<usize, usize> = FxHashMap::default();
            owners.iter().flatten().for_each(|&body| *counts.entry(body).or_default() += 1);
            let is_whole = |body: usize| {
                self.bodies.get(body).is_some_and(|body| body.kind != OrganizationType::Unit && body.parent.is_none())
            };
            let most = counts
                .into_iter()
                .filter(|&(body, count)| count >= MIN_NAMED && is_whole(body))
                .max_by_key(|&(body, count)| (count, std::cmp::Reverse(body)));
            let Some((whole, _)) = most else { continue };
            for &at in owners.iter().flatten() {
                if let Some(body) =
                    self.bodies.get_mut(at).filter(|body| body.kind == OrganizationType::Unit && body.known.is_none())
                {
                    body.parent = body.parent.or(Some(whole));
                }
            }
        }
    }

    fn finish(self, text: &str, languages: &[&str]) -> Linked {
        let mut order: Vec<usize> = (0..self.bodies.len()).collect();
        order.sort_by_key(|&body| self.bodies.get(body).map(|body| body.first));
        let mut ids = vec![String::new(); self.bodies.len()];
        let mut count = 0;
        for &at in &order {
            let known = self.bodies.get(at).and_then(|body| self.names.organization(body.known?));
            let id = known.map_or_else(
                || {
                    count += 1;
                    format!("organization-{count}")
                },
                |known| known.id().to_owned(),
            );
            ids.get_mut(at).into_iter().for_each(|entry| *entry = id.clone());
        }
        let mut organizations: Vec<Organization> =
            order.iter().filter_map(|&at| self.organization(at, &ids, languages)).collect();
        let mentions = self.mentions(text, &ids, languages, &mut organizations);
        let id_of = |body: &Option<usize>| body.and_then(|body| ids.get(body).cloned());
        let by_name = self.owners.iter().map(|owners| owners.iter().map(id_of).collect()).collect();
        Linked { organizations, ids: by_name, mentions }
    }

    fn organization(&self, at: usize, ids: &[String], languages: &[&str]) -> Option<Organization> {
        let body = self.bodies.get(at)?;
        let known = body.known.and_then(|known| self.names.organization(known));
        let language = languages.get(body.first.0).copied().unwrap_or_default();
        let country = body.country.and_then(|place| self.names.place(place)?.country().map(str::to_owned));
        let names = known.map(|known| name_table(known.names())).unwrap_or_default();
        let in_language = names.get(language).or_else(|| names.values().next()).and_then(|list| list.first()).cloned();
        Some(Organization {
            id: ids.get(at)?.clone(),
            name: in_language.unwrap_or_default(),
            names,
            acronyms: known.map(|known| name_table(known.more_names(1))).unwrap_or_default(),
            kind: known.map_or(body.kind, Line::organization_type),
            parent_organization: body.parent.and_then(|parent| ids.get(parent).cloned()),
            country: known.map_or(country, |known| known.country().map(str::to_owned)),
            same_as: known.into_iter().flat_map(Line::same_as).map(address).collect(),
            linked: known.is_some(),
            reconstructed: body.is_reconstructed,
        })
    }

    /// The mentions of each article; names seen on the page are entered in the organisations that the registry does not know.
    fn mentions(
        &self,
        text: &str,
        ids: &[String],
        languages: &[&str],
        organizations: &mut [Organization],
    ) -> Vec<Vec<Mention>> {
        let mut all = Vec::with_capacity(self.found.len());
        let places: FxHashMap<String, usize> =
            organizations.iter().enumerate().map(|(at, organization)| (organization.id.clone(), at)).collect();
        for (article, found) in self.found.iter().enumerate() {
            let language = languages.get(article).copied().unwrap_or_default();
            let mut mentions = Vec::with_capacity(found.organizations.len());
            for (at, name) in found.organizations.iter().enumerate() {
                let Some(id) = self.owner_of(article, at).and_then(|body| ids.get(body)) else { continue };
                let exact = name.span.slice(text);
                if let Some(organization) = places.get(id).and_then(|&at| organizations.get_mut(at)) {
                    enter(organization, name, exact, language);
                }
                mentions.push(Mention {
                    kind: MentionType::Organization,
                    span: name.span,
                    exact: exact.to_owned(),
                    id: Some(id.clone()),
                    temporal: None,
                    quantity: None,
                    amount: None,
                    core: None,
                    form: Some(if name.is_office { MentionForm::Role } else { name.form }),
                    clitic: name.clitic.clone(),
                    evidence: Evidence { rule: rule_of(name, id), span: name.span, certainty: name.certainty },
                });
            }
            all.push(mentions);
        }
        all
    }
}

/// Enters a name as the page writes it.
fn enter(organization: &mut Organization, name: &Name, exact: &str, language: &str) {
    let is_full = matches!(name.form, MentionForm::Full | MentionForm::Short | MentionForm::Variant) && !name.is_office;
    if let Some(title) = name.title.as_ref().filter(|_| organization.name.is_empty()) {
        organization.name.clone_from(title);
    }
    if organization.name.is_empty() || is_full && !organization.linked && exact.len() > organization.name.len() {
        organization.name = exact.to_owned();
    }
    if is_full {
        organization.reconstructed = false;
    }
    if organization.linked || !(is_full || name.form == MentionForm::Acronym) {
        return;
    }
    let table: &mut BTreeMap<String, Vec<String>> =
        if is_full { &mut organization.names } else { &mut organization.acronyms };
    let list = table.entry(language.to_owned()).or_default();
    if !list.iter().any(|known| known == exact) {
        list.push(exact.to_owned());
    }
}

/// The address of an id in a public register.
fn address(id: &str) -> String {
    let is_wikidata = id.strip_prefix('Q').is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
    if is_wikidata { format!("https://www.wikidata.org/wiki/{id}") } else { id.to_owned() }
}

/// Whether a name without an entry in the registry is of a body that the page named before.
fn is_same(body: &Body, name: &Name, words: &[String], names: &Names) -> bool {
    let stands_for_country = name.kind == OrganizationType::Embassy && body.kind == name.kind;
    if stands_for_country && (name.is_office || body.is_reconstructed) && name.country.is_some() {
        return body.country.is_some() && agree(body.country, name.country, names);
    }
    if body.words == words {
        return agree(body.country, name.country, names);
    }
    let shortens = words.len() >= 2
        && words.len() <= body.words.len()
        && body.known.is_none()
        && body.words.first() == words.first()
        && body.kind == name.kind
        && words.iter().all(|word| body.words.contains(word));
    let is_near = body.place.is_some()
        && body.place == name.place
        && body.kind == name.kind
        && body.words.first() == words.first()
        && body.words.get(1) == words.get(1)
        && name.parent.is_some();
    (shortens || is_near) && agree(body.country, name.country, names)
}

fn agree(a: Option<u32>, b: Option<u32>, names: &Names) -> bool {
    let code = |place: Option<u32>| place.and_then(|place| names.place(place)?.country());
    match (code(a), code(b)) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    }
}

/// The entry of the registry that a name was found by, or the mechanism.
fn rule_of(name: &Name, id: &str) -> RuleId {
    if name.certainty == Certainty::Registry { format!("organizations/{id}").into() } else { name.rule.into() }
}
