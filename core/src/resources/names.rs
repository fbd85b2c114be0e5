//! The words of names, indexed: which phrases name a known body or place, and what every other word tells of a name.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::facts::{NameWords, OrganizationEntry, PlaceEntry, PlaceFile};
use super::schema::{Bundle, LanguagePack, Words};
use crate::model::{MentionForm, OrganizationType};
use crate::text::{Vocabulary, WordId, fold_into, is_word, is_word_sign};

/// What a phrase can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sense {
    /// A body of the registry, and how the phrase names it.
    Organization(u32, MentionForm),
    /// A place by its name.
    Place(u32),
    /// A place by an adjective or the name of its people.
    Demonym(u32),
    /// The noun that begins the name of a body of this kind.
    Head(OrganizationType),
    /// An office, and the kind of body it stands for.
    Office(OrganizationType),
    /// A title, by its place among [`Names::honorifics`].
    Honorific(u16),
    /// A given name.
    Given,
    /// A family name.
    Family,
    /// A word that names are put together with.
    Compound,
    /// A verb.
    Verb,
    /// A number in words.
    Number(u64),
    /// An ordinal in words.
    Ordinal(i32),
    /// A word of money, by its place among [`Names::currencies`].
    Currency(u16),
    /// Any other word.
    Word(NameClass),
}

/// The classes of `[words]` in `names.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum NameClass {
    AndProclitic,
    ToProclitic,
    InProclitic,
    In,
    Stop,
    Naming,
    Topic,
    Treaty,
    Rank,
    Venue,
    PlaceHead,
    More,
    Less,
    About,
    VerbPrefix,
    Feminine,
    Plural,
    Roughly,
    MoreAfter,
    LessAfter,
    Many,
    Percent,
    Of,
    Link,
    And,
    Article,
    Company,
    PersonLink,
    Plain,
    For,
    Low,
    Generic,
    Suffix,
    Pact,
    Dependent,
    Ambiguous,
}

const CLASSES: [(&str, NameClass); 34] = [
    ("and-proclitic", NameClass::AndProclitic),
    ("to-proclitic", NameClass::ToProclitic),
    ("in-proclitic", NameClass::InProclitic),
    ("in", NameClass::In),
    ("stop", NameClass::Stop),
    ("naming", NameClass::Naming),
    ("topic", NameClass::Topic),
    ("treaty", NameClass::Treaty),
    ("rank", NameClass::Rank),
    ("venue", NameClass::Venue),
    ("place-head", NameClass::PlaceHead),
    ("more", NameClass::More),
    ("less", NameClass::Less),
    ("about", NameClass::About),
    ("many", NameClass::Many),
    ("percent", NameClass::Percent),
    ("of", NameClass::Of),
    ("link", NameClass::Link),
    ("and", NameClass::And),
    ("article", NameClass::Article),
    ("company", NameClass::Company),
    ("person-link", NameClass::PersonLink),
    ("plain", NameClass::Plain),
    ("for", NameClass::For),
    ("low", NameClass::Low),
    ("generic", NameClass::Generic),
    ("suffix", NameClass::Suffix),
    ("pact", NameClass::Pact),
    ("roughly", NameClass::Roughly),
    ("verb-prefix", NameClass::VerbPrefix),
    ("feminine", NameClass::Feminine),
    ("plural", NameClass::Plural),
    ("more-after", NameClass::MoreAfter),
    ("less-after", NameClass::LessAfter),
];

/// What a phrase stands for, in which languages, and how it has to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Meant {
    pub(crate) sense: Sense,
    /// Languages as bits.
    pub(crate) languages: u32,
    pub(crate) case: Case,
    /// Whether it means other things too.
    pub(crate) is_weak: bool,
}

/// How a phrase has to be written in a script with capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// In any way.
    Any,
    /// With a capital.
    Capital,
    /// All in capitals, or exactly as in the data.
    Acronym,
}

/// A place as the library knows it.
#[derive(Clone, Debug, Default)]
pub(crate) struct KnownPlace {
    /// ISO 3166-1 alpha-2 code.
    pub(crate) country: Option<String>,
    pub(crate) is_city: bool,
    pub(crate) is_country: bool,
    /// Its names, by tag.
    pub(crate) names: Words,
}

/// A node of the tree of phrases; its children are edges by word.
type NodeId = u32;

/// The words of names in all languages.
#[derive(Debug, Default)]
pub(crate) struct Names {
    vocabulary: Vocabulary,
    /// For every word the node of the phrases that begin with it.
    roots: Vec<NodeId>,
    edges: FxHashMap<(NodeId, WordId), NodeId>,
    /// What the phrase that ends at a node stands for.
    meanings: Vec<Vec<Meant>>,
    /// Whether a longer phrase goes on from a node.
    goes_on: Vec<bool>,
    pub(crate) organizations: Vec<OrganizationEntry>,
    by_id: FxHashMap<String, u32>,
    pub(crate) places: Vec<KnownPlace>,
    by_country: FxHashMap<String, u32>,
    /// Normal forms of titles.
    pub(crate) honorifics: Vec<String>,
    /// Stop words as they are written: another word may fold to the same letters.
    pub(crate) stop_words: FxHashSet<String>,
    pub(crate) default_currency: String,
    /// The first noun of each kind of body in each language, as bits.
    pub(crate) heads: Vec<(u32, OrganizationType, String)>,
    /// ISO 4217 codes.
    pub(crate) currencies: Vec<String>,
    /// Classes that a language has words for: languages as bits, by class.
    classes: FxHashMap<NameClass, u32>,
    /// Last letters of feminine nouns, and endings of their plurals.
    pub(crate) feminine: Vec<char>,
    pub(crate) plural: Vec<String>,
    /// Beginnings of verbs in each language, as bits.
    pub(crate) verb_prefixes: Vec<(u32, String)>,
    /// Endings of adjectives in each language, as bits.
    pub(crate) suffixes: Vec<(u32, String)>,
    /// For each language: what is written together with the word after it.
    pub(crate) clitics: Vec<Clitics>,
    /// What is being added: languages as bits.
    adding: u32,
    buffer: String,
}

/// Small words of a language that are written together with the next one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Clitics {
    pub(crate) article: String,
    /// What proclitic and article become together, and what stands for the article in it.
    pub(crate) fused: Vec<(String, String)>,
    pub(crate) and: Vec<String>,
    pub(crate) others: Vec<String>,
    /// Those of them that say whose or what for.
    pub(crate) to: Vec<char>,
    /// Those of them that say where.
    pub(crate) within: Vec<char>,
}

impl Names {
    pub(super) fn new(bundle: &Bundle) -> Self {
        let mut names = Self { vocabulary: Vocabulary::with_capacity(1 << 15), ..Self::default() };
        for (bit, pack) in bundle.languages.iter().enumerate() {
            names.adding = 1 << (bit % 32);
            names.add_language(pack);
        }
        names.adding = u32::MAX;
        for file in bundle.people.values() {
            for (sense, list) in [(Sense::Given, &file.given), (Sense::Family, &file.family)] {
                list.iter().for_each(|name| names.add(name, sense, Case::Capital));
            }
            file.compound.iter().for_each(|name| names.add(name, Sense::Compound, Case::Any));
            file.ambiguous.iter().for_each(|name| names.add(name, Sense::Word(NameClass::Ambiguous), Case::Any));
        }
        names.add_places(bundle);
        names.add_organizations(bundle);
        names
    }

    fn add_language(&mut self, pack: &LanguagePack) {
        let words = &pack.names;
        for (&kind, heads) in &words.heads {
            self.heads.extend(heads.first().map(|head| (self.adding, kind, head.clone())));
            heads.iter().for_each(|head| self.add(head, Sense::Head(kind), Case::Any));
        }
        let dependent = Sense::Word(NameClass::Dependent);
        words.dependent_heads.iter().for_each(|head| self.add(head, dependent, Case::Any));
        for (&kind, offices) in &words.offices {
            offices.iter().for_each(|office| self.add(office, Sense::Office(kind), Case::Any));
        }
        for (normal, forms) in &words.honorifics {
            // Several forms of one title may be told apart by a hyphen: they share their normal form.
            let normal = normal.split('-').next().unwrap_or(normal);
            let at = position_or_push(&mut self.honorifics, normal);
            // Short forms without a dot are titles only as they are written: "Me", "SM", "Col".
            for form in forms {
                let is_short = form.len() <= 3 && form.starts_with(char::is_uppercase);
                let case = if is_short { Case::Capital } else { Case::Any };
                self.add(form, Sense::Honorific(at), case);
            }
        }
        if !words.default_currency.is_empty() {
            self.default_currency.clone_from(&words.default_currency);
        }
        for (code, forms) in &words.currencies {
            let at = position_or_push(&mut self.currencies, code);
            for form in forms {
                let case =
                    if form.starts_with(char::is_uppercase) && form.len() <= 4 { Case::Acronym } else { Case::Any };
                self.add(form, Sense::Currency(at), case);
            }
        }
        for (class, list) in &words.words {
            let Some(&(_, class)) = CLASSES.iter().find(|(name, _)| name == class) else { continue };
            if class == NameClass::Stop {
                self.stop_words.extend(list.iter().cloned());
            }
            *self.classes.entry(class).or_default() |= self.adding;
            let folded = || list.iter().map(|word| crate::text::fold(word).as_str().to_owned());
            if class == NameClass::Feminine {
                self.feminine.extend(folded().filter_map(|word| word.chars().next()));
                continue;
            }
            if class == NameClass::Plural {
                self.plural.extend(folded());
                continue;
            }
            if class == NameClass::VerbPrefix {
                self.verb_prefixes
                    .extend(list.iter().map(|word| (self.adding, crate::text::fold(word).as_str().to_owned())));
                continue;
            }
            if class == NameClass::Suffix {
                self.suffixes
                    .extend(list.iter().map(|word| (self.adding, crate::text::fold(word).as_str().to_owned())));
                continue;
            }
            list.iter().for_each(|word| self.add(word, Sense::Word(class), Case::Any));
        }
        words.verbs.iter().for_each(|verb| self.add(verb, Sense::Verb, Case::Any));
        for (value, forms) in pack.dates.numbers.iter().chain(&words.numbers) {
            let Ok(value) = value.parse() else { continue };
            forms.iter().for_each(|form| self.add(form, Sense::Number(value), Case::Any));
        }
        for (value, forms) in &pack.dates.ordinals {
            let Ok(value) = value.parse() else { continue };
            forms.iter().for_each(|form| self.add(form, Sense::Ordinal(value), Case::Any));
        }
        self.clitics.push(clitics(words, &pack.language.proclitics));
    }

    fn add_places(&mut self, bundle: &Bundle) {
        let PlaceFile { country, countries, city, region } = &bundle.places;
        let tags: Vec<&str> = bundle.languages.iter().map(|pack| pack.language.tag.as_str()).collect();
        let endings: Vec<&[String]> =
            bundle.languages.iter().map(|pack| pack.names.adjective_endings.as_slice()).collect();
        let codes = countries.keys().chain(country.iter().map(|entry| &entry.code));
        for code in codes {
            if !self.by_country.contains_key(code) {
                self.by_country.insert(code.clone(), self.places.len() as u32);
                let country = Some(code.clone());
                self.places.push(KnownPlace { country, is_country: true, ..KnownPlace::default() });
            }
        }
        let weak: FxHashMap<&str, &Words> = country.iter().map(|entry| (entry.code.as_str(), &entry.weak)).collect();
        for (code, names) in countries {
            let at = self.by_country.get(code).copied().unwrap_or_default();
            let weak = weak.get(code.as_str());
            let is_weak = |tag: &str, name: &str| {
                weak.is_some_and(|weak| weak.get(tag).is_some_and(|list| list.iter().any(|known| known == name)))
            };
            let strong: Words = names
                .iter()
                .map(|(tag, list)| (tag.clone(), list.iter().filter(|name| !is_weak(tag, name)).cloned().collect()))
                .collect();
            self.add_names(at, &strong, &tags, false);
            self.places.get_mut(at as usize).into_iter().for_each(|place| place.names = names.clone());
        }
        for entry in country {
            let at = self.by_country.get(&entry.code).copied().unwrap_or_default();
            self.add_names(at, &entry.names, &tags, false);
            self.add_names(at, &entry.weak, &tags, true);
            self.add_adjectives(at, &entry.adjectives, &tags, &endings);
            self.add_adjectives(at, &entry.people, &tags, &[]);
            if let Some(place) = self.places.get_mut(at as usize) {
                for (tag, list) in &entry.names {
                    place.names.entry(tag.clone()).or_default().extend(list.iter().cloned());
                }
            }
        }
        for (is_city, entry) in city.iter().map(|city| (true, city)).chain(region.iter().map(|region| (false, region)))
        {
            let PlaceEntry { country, names, adjectives, people, weak, .. } = entry;
            let at = self.places.len() as u32;
            self.places.push(KnownPlace { country: country.clone(), is_city, is_country: false, names: names.clone() });
            self.add_names(at, names, &tags, false);
            self.add_names(at, weak, &tags, true);
            self.add_adjectives(at, adjectives, &tags, &endings);
            self.add_adjectives(at, people, &tags, &[]);
        }
    }

    fn add_names(&mut self, place: u32, names: &Words, tags: &[&str], is_weak: bool) {
        self.each_name(names, tags, |names, name| names.insert(name, Sense::Place(place), Case::Capital, is_weak));
    }

    fn add_adjectives(&mut self, place: u32, adjectives: &Words, tags: &[&str], endings: &[&[String]]) {
        for (tag, list) in adjectives {
            let Some(bit) = tags.iter().position(|known| known == tag) else { continue };
            self.adding = 1 << (bit % 32);
            let plain = [String::new()];
            let endings = endings.get(bit).copied().filter(|endings| !endings.is_empty()).unwrap_or(&plain);
            for adjective in list {
                for ending in endings {
                    let form = format!("{adjective}{ending}");
                    self.add(&form, Sense::Demonym(place), Case::Any);
                }
            }
        }
    }

    fn add_organizations(&mut self, bundle: &Bundle) {
        let tags: Vec<&str> = bundle.languages.iter().map(|pack| pack.language.tag.as_str()).collect();
        self.organizations.clone_from(&bundle.organizations);
        for (at, entry) in bundle.organizations.iter().enumerate() {
            let at = at as u32;
            self.by_id.insert(entry.id.clone(), at);
            let lists = [
                (&entry.names, MentionForm::Full, false),
                (&entry.former, MentionForm::Full, false),
                (&entry.short, MentionForm::Short, false),
                (&entry.acronyms, MentionForm::Acronym, false),
                (&entry.weak, MentionForm::Short, true),
            ];
            for (names, form, is_weak) in lists {
                self.each_name(names, &tags, |index, name| {
                    let is_one_word = !name.contains([' ', '-']);
                    let has_capital = name.chars().any(char::is_uppercase);
                    let is_acronym = form == MentionForm::Acronym
                        || is_one_word && has_capital && name.chars().all(|c| !c.is_lowercase());
                    let case = if is_acronym { Case::Acronym } else { Case::Capital };
                    let form = if is_acronym && is_one_word { MentionForm::Acronym } else { form };
                    index.insert(name, Sense::Organization(at, form), case, is_weak);
                });
            }
        }
    }

    /// Shows every name of a table with the language set that it is in.
    fn each_name(&mut self, names: &Words, tags: &[&str], mut add: impl FnMut(&mut Self, &str)) {
        for (tag, list) in names {
            self.adding = tags.iter().position(|known| known == tag).map_or(u32::MAX, |bit| 1 << (bit % 32));
            list.iter().for_each(|name| add(self, name));
        }
    }

    fn add(&mut self, phrase: &str, sense: Sense, case: Case) {
        self.insert(phrase, sense, case, false);
    }

    fn insert(&mut self, phrase: &str, sense: Sense, case: Case, is_weak: bool) {
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.clear();
        fold_into(&undotted(phrase), &mut buffer);
        let mut node = None;
        for word in words_and_signs(&buffer) {
            let id = self.vocabulary.intern(word);
            node = Some(self.child(node, id));
        }
        self.buffer = buffer;
        let Some(meanings) = node.and_then(|node| self.meanings.get_mut(node as usize)) else { return };
        let meant = Meant { sense, languages: self.adding, case, is_weak };
        match meanings.iter_mut().find(|known| known.sense == sense && known.case == case && known.is_weak == is_weak) {
            Some(known) => known.languages |= meant.languages,
            None => meanings.push(meant),
        }
    }

    /// The node of a phrase with one more word.
    fn child(&mut self, node: Option<NodeId>, word: WordId) -> NodeId {
        let Some(node) = node else {
            let word = word as usize;
            if self.roots.len() <= word {
                self.roots.resize(word + 1, NodeId::MAX);
            }
            if let Some(&root) = self.roots.get(word).filter(|&&root| root != NodeId::MAX) {
                return root;
            }
            let root = self.new_node();
            self.roots.get_mut(word).into_iter().for_each(|entry| *entry = root);
            return root;
        };
        if let Some(&child) = self.edges.get(&(node, word)) {
            return child;
        }
        let child = self.new_node();
        self.edges.insert((node, word), child);
        self.goes_on.get_mut(node as usize).into_iter().for_each(|goes_on| *goes_on = true);
        child
    }

    fn new_node(&mut self) -> NodeId {
        self.meanings.push(Vec::new());
        self.goes_on.push(false);
        (self.meanings.len() - 1) as NodeId
    }

    /// A folded word by its hash, which most words of a text are not.
    #[inline]
    pub(crate) fn word(&self, hash: u64, word: &str) -> Option<WordId> {
        self.vocabulary.find(hash, word)
    }

    /// The node of the phrases that begin with a word.
    pub(crate) fn root(&self, word: WordId) -> Option<NodeId> {
        self.roots.get(word as usize).copied().filter(|&root| root != NodeId::MAX)
    }

    /// The node one word on.
    pub(crate) fn next(&self, node: NodeId, word: WordId) -> Option<NodeId> {
        if !*self.goes_on.get(node as usize)? {
            return None;
        }
        self.edges.get(&(node, word)).copied()
    }

    /// What the phrase that ends at a node stands for.
    pub(crate) fn meanings(&self, node: NodeId) -> &[Meant] {
        self.meanings.get(node as usize).map_or(&[], Vec::as_slice)
    }

    /// A body of the registry.
    pub(crate) fn organization(&self, at: u32) -> Option<&OrganizationEntry> {
        self.organizations.get(at as usize)
    }

    /// The number of a body of the registry by its id.
    pub(crate) fn organization_by_id(&self, id: &str) -> Option<u32> {
        self.by_id.get(id).copied()
    }

    /// Whether one of some languages has words of a class.
    pub(crate) fn has_class(&self, class: NameClass, languages: u32) -> bool {
        self.classes.get(&class).is_some_and(|known| known & languages != 0)
    }

    /// A known place.
    pub(crate) fn place(&self, at: u32) -> Option<&KnownPlace> {
        self.places.get(at as usize)
    }

    /// The number of a country by its code.
    pub(crate) fn country(&self, code: &str) -> Option<u32> {
        self.by_country.get(code).copied()
    }
}

fn clitics(words: &NameWords, proclitics: &[String]) -> Clitics {
    let folded = |word: &String| {
        let mut out = String::new();
        fold_into(word, &mut out);
        out
    };
    let and: Vec<String> = words.words.get("and-proclitic").into_iter().flatten().map(folded).collect();
    let letters = |class: &str| {
        words.words.get(class).into_iter().flatten().filter_map(|word| folded(word).chars().next()).collect()
    };
    let (to, within) = (letters("to-proclitic"), letters("in-proclitic"));
    let others = proclitics.iter().map(folded).filter(|proclitic| !and.contains(proclitic)).collect();
    Clitics {
        article: folded(&words.article),
        fused: words.fused.iter().map(|(fused, article)| (folded(fused), folded(article))).collect(),
        and,
        others,
        to,
        within,
    }
}

/// The words of a folded phrase; a sign such as "%" or "$" is a word of its own.
fn words_and_signs(phrase: &str) -> impl Iterator<Item = &str> {
    let mut rest = phrase;
    std::iter::from_fn(move || {
        let is_part = |c: char| is_word(c) || is_word_sign(c);
        let start = rest.find(is_part)?;
        let from = rest.get(start..)?;
        let first = from.chars().next()?;
        let end = if is_word_sign(first) { first.len_utf8() } else { from.find(|c| !is_word(c)).unwrap_or(from.len()) };
        rest = from.get(end..)?;
        from.get(..end)
    })
}

/// A phrase whose dotted letters are one word: "O.N.U." as "ONU".
fn undotted(phrase: &str) -> Cow<'_, str> {
    if !phrase.contains('.') {
        return Cow::Borrowed(phrase);
    }
    let is_dotted = |word: &str| word.contains('.') && word.split('.').all(|part| part.chars().count() <= 1);
    let words = phrase.split(' ').map(|word| if is_dotted(word) { word.replace('.', "") } else { word.to_owned() });
    Cow::Owned(words.collect::<Vec<_>>().join(" "))
}

fn position_or_push(list: &mut Vec<String>, name: &str) -> u16 {
    let at = list.iter().position(|known| known == name).unwrap_or_else(|| {
        list.push(name.to_owned());
        list.len() - 1
    });
    at as u16
}

/// Names by tag, the first of each.
pub(crate) fn by_tag(names: &Words) -> BTreeMap<String, Vec<String>> {
    names.iter().filter(|(_, list)| !list.is_empty()).map(|(tag, list)| (tag.clone(), list.clone())).collect()
}
