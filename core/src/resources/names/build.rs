//! Builds the index of names from the language packs and the registry.

use std::borrow::Cow;

use super::meaning::{CLASSES, Case, Meant, NameClass, Sense};
use super::{Clitics, KnownPlace, NONE, Names, NodeId, Phrases, PlaceKind};
use crate::model::MentionForm;
use crate::resources::facts::NameWords;
use crate::resources::registry::{Line, LineKind, Registry, tagged};
use crate::resources::schema::LanguagePack;
use crate::text::{
    CharKind, Class, HASH_START, Vocabulary, WordId, fold_into, hash_word, is_word_sign, look, push_hash,
};

/// Words and phrases that the index has room for before it grows.
const ROOM: usize = 1 << 15;

/// What is known of names, and the phrases of one kind of script, while they are being built.
pub(super) struct Builder<'p> {
    pub(super) names: Names,
    phrases: Phrases,
    packs: &'p [LanguagePack],
    /// Whether phrases in scripts with capitals are entered, or those in the others; none when it is not said.
    is_cased: Option<bool>,
    /// The languages of what is being added, as bits.
    pub(super) languages: u32,
    buffer: String,
}

impl Names {
    /// What the packs and the registry say.
    pub(in crate::resources) fn new(packs: &[LanguagePack], registry: Registry) -> Self {
        let builder = Builder::run(packs, &registry, None);
        Self { registry, ..builder.names }
    }
}

impl Phrases {
    /// Indexes the phrases of the packs and of the registry in one kind of script.
    pub(in crate::resources) fn new(packs: &[LanguagePack], registry: &str, is_cased: bool) -> Self {
        Builder::run(packs, registry, Some(is_cased)).phrases
    }
}

impl<'p> Builder<'p> {
    fn run(packs: &'p [LanguagePack], registry: &str, is_cased: Option<bool>) -> Self {
        let room = if is_cased.is_some() { ROOM } else { 0 };
        let mut phrases = Phrases { vocabulary: Vocabulary::with_capacity(room), ..Phrases::default() };
        phrases.edges.reserve(room);
        phrases.meanings.reserve(room);
        let mut builder =
            Self { names: Names::default(), phrases, packs, is_cased, languages: 0, buffer: String::new() };
        for (bit, pack) in packs.iter().enumerate() {
            builder.languages = 1 << (bit % 32);
            builder.add_language(pack);
        }
        let mut start = 0;
        for line in registry.lines() {
            Line::new(line).into_iter().for_each(|parsed| builder.add_line(start, parsed));
            start += line.len() as u32 + 1;
        }
        builder
    }
}

impl Builder<'_> {
    fn add_language(&mut self, pack: &LanguagePack) {
        let words = &pack.names;
        for (&kind, heads) in &words.heads {
            self.names.heads.extend(heads.first().map(|head| (self.languages, kind, head.clone())));
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
            let at = position_or_push(&mut self.names.honorifics, normal);
            // Short forms without a dot are titles only as they are written: "Me", "SM", "Col".
            for form in forms {
                let is_short = form.len() <= 3 && form.starts_with(char::is_uppercase);
                let case = if is_short { Case::Capital } else { Case::Any };
                self.add(form, Sense::Honorific(at), case);
            }
        }
        if !words.default_currency.is_empty() {
            self.names.default_currency.clone_from(&words.default_currency);
        }
        for (code, forms) in &words.currencies {
            let at = position_or_push(&mut self.names.currencies, code);
            for form in forms {
                let case =
                    if form.starts_with(char::is_uppercase) && form.len() <= 4 { Case::Acronym } else { Case::Any };
                self.add(form, Sense::Currency(at), case);
            }
        }
        for (class, list) in &words.words {
            let Some(&(_, class)) = CLASSES.iter().find(|(name, _)| name == class) else { continue };
            if class == NameClass::Stop {
                self.names.stop_words.extend(list.iter().cloned());
            }
            *self.names.classes.entry(class).or_default() |= self.languages;
            let folded = || list.iter().map(|word| crate::text::fold(word).as_str().to_owned());
            if class == NameClass::Feminine {
                self.names.feminine.extend(folded().filter_map(|word| word.chars().next()));
                continue;
            }
            if class == NameClass::Plural {
                self.names.plural.extend(folded());
                continue;
            }
            // Beginnings and endings are no words of their own.
            let parts = match class {
                NameClass::VerbPrefix => Some(&mut self.names.verb_prefixes),
                NameClass::Suffix => Some(&mut self.names.suffixes),
                NameClass::PluralEnding => Some(&mut self.names.plural_endings),
                NameClass::AgreementEnding => Some(&mut self.names.agreement_endings),
                _ => None,
            };
            if let Some(parts) = parts {
                parts.extend(list.iter().map(|word| (self.languages, crate::text::fold(word).as_str().to_owned())));
                continue;
            }
            list.iter().for_each(|word| self.add(word, Sense::Word(class), Case::Any));
        }
        words.verbs.iter().for_each(|verb| self.add(verb, Sense::Verb, Case::Any));
        for (value, forms) in pack.dates.numbers.iter().chain(&words.numbers) {
            let Ok(value) = value.parse() else { continue };
            let at = self.names.numbers.len() as u32;
            self.names.numbers.push(value);
            forms.iter().for_each(|form| self.add(form, Sense::Number(at), Case::Any));
        }
        for (value, forms) in &pack.dates.ordinals {
            let Ok(value) = value.parse() else { continue };
            forms.iter().for_each(|form| self.add(form, Sense::Ordinal(value), Case::Any));
        }
        self.names.clitics.push(clitics(words, &pack.language.proclitics));
        self.add_events(&pack.events);
        self.add_prizes(&pack.awards);
    }

    fn add_line(&mut self, start: u32, line: Line<'_>) {
        self.languages = u32::MAX;
        match line.kind {
            LineKind::Organization => self.add_organization(start, line),
            LineKind::Country => self.add_place(start, line, PlaceKind::Country),
            LineKind::City => self.add_place(start, line, PlaceKind::City),
            LineKind::Region => self.add_place(start, line, PlaceKind::Region),
            _ if self.is_cased.is_none()
                && !matches!(
                    line.kind,
                    LineKind::Organization | LineKind::Country | LineKind::City | LineKind::Region
                ) => {}
            LineKind::Given => line.list().for_each(|name| self.add(name, Sense::Given, Case::Capital)),
            LineKind::Family => line.list().for_each(|name| self.add(name, Sense::Family, Case::Capital)),
            LineKind::Compound => line.list().for_each(|name| self.add(name, Sense::Compound, Case::Any)),
            LineKind::Ambiguous => {
                line.list().for_each(|name| self.add(name, Sense::Word(NameClass::Ambiguous), Case::Any));
            }
        }
    }

    fn add_place(&mut self, start: u32, line: Line<'_>, kind: PlaceKind) {
        let at = self.names.places.len() as u32;
        self.names.places.push(KnownPlace { line: start, kind });
        for (names, is_weak) in [(line.names(), false), (line.more_names(2), true)] {
            self.each_name(names, |builder, name| builder.insert(name, Sense::Place(at), Case::Capital, is_weak));
        }
        self.each_name(line.more_names(1), |builder, name| builder.add(name, Sense::Demonym(at), Case::Any));
        let packs = self.packs;
        let mut form = String::new();
        self.each_name(line.more_names(0), |builder, name| {
            let languages = builder.languages;
            let own = packs.iter().enumerate().filter(|(bit, _)| languages & 1 << (bit % 32) != 0);
            let mut has_endings = false;
            for ending in own.flat_map(|(_, pack)| &pack.names.adjective_endings) {
                form.clear();
                form.push_str(name);
                form.push_str(ending);
                builder.add(&form, Sense::Demonym(at), Case::Any);
                has_endings = true;
            }
            if !has_endings {
                builder.add(name, Sense::Demonym(at), Case::Any);
            }
        });
    }

    fn add_organization(&mut self, start: u32, line: Line<'_>) {
        let at = self.names.organizations.len() as u32;
        self.names.organizations.push((start, line.organization_type()));
        self.names.by_id.insert(crate::text::hash(line.id()), at);
        let lists = [
            (line.names(), MentionForm::Full, false),
            (line.more_names(2), MentionForm::Full, false),
            (line.more_names(0), MentionForm::Short, false),
            (line.more_names(1), MentionForm::Acronym, false),
            (line.more_names(3), MentionForm::Short, true),
        ];
        for (names, form, is_weak) in lists {
            self.each_name(names, |builder, name| {
                let is_one_word = !name.contains([' ', '-']);
                let class = |c: char| Class::of(c);
                let has_capital = name.chars().any(|c| class(c).is_upper());
                let is_acronym = form == MentionForm::Acronym
                    || is_one_word && has_capital && name.chars().all(|c| !class(c).is_lower());
                let case = if is_acronym { Case::Acronym } else { Case::Capital };
                let form = if is_acronym && is_one_word { MentionForm::Acronym } else { form };
                builder.insert(name, Sense::Organization(at, form), case, is_weak);
            });
        }
    }

    /// Shows every name of a table, with the languages set to that of its tag.
    fn each_name(&mut self, table: &str, mut add: impl FnMut(&mut Self, &str)) {
        if self.is_cased.is_none() {
            return;
        }
        for (tag, names) in tagged(table) {
            let bit = self.packs.iter().position(|pack| pack.language.tag == tag);
            self.languages = bit.map_or(u32::MAX, |bit| 1 << (bit % 32));
            names.for_each(|name| add(self, name));
        }
    }

    pub(super) fn add(&mut self, phrase: &str, sense: Sense, case: Case) {
        self.insert(phrase, sense, case, false);
    }

    fn insert(&mut self, phrase: &str, sense: Sense, case: Case, is_weak: bool) {
        let letter = phrase.chars().find(|c| Class::of(*c).is_letter());
        let Some(is_cased) = self.is_cased else {
            self.names.signs.extend(phrase.chars().filter(|c| is_word_sign(*c)));
            return;
        };
        // What has no letter belongs to all scripts.
        if letter.is_some_and(|letter| is_cased != (Class::of(letter).is_upper() || Class::of(letter).is_lower())) {
            return;
        }
        let mut node = None;
        let mut word = std::mem::take(&mut self.buffer);
        let mut hash = HASH_START;
        for c in undotted(phrase).chars() {
            let look = look(c);
            match look.kind {
                CharKind::Letter | CharKind::Digit => match look.folded {
                    Some(folded) => {
                        hash = push_hash(hash, folded);
                        word.push(folded);
                    }
                    None => {
                        fold_into(c.encode_utf8(&mut [0; 4]), &mut word);
                        hash = hash_word(&word);
                    }
                },
                CharKind::Over | CharKind::Hidden => {}
                CharKind::Space | CharKind::Mark => {
                    node = self.step(node, &mut word, &mut hash);
                    let sign = look.folded.filter(|sign| is_word_sign(*sign));
                    if let Some(sign) = sign {
                        hash = push_hash(hash, sign);
                        word.push(sign);
                        node = self.step(node, &mut word, &mut hash);
                    }
                }
            }
        }
        node = self.step(node, &mut word, &mut hash);
        self.buffer = word;
        let Some(node) = node else { return };
        let meant = Meant { sense, languages: self.languages, case, is_weak };
        self.phrases.mean(node, meant);
    }

    /// The node of a phrase with the word that was read, if one was.
    fn step(&mut self, node: Option<NodeId>, word: &mut String, hash: &mut u64) -> Option<NodeId> {
        if word.is_empty() {
            return node;
        }
        let id = self.phrases.vocabulary.intern_hashed(*hash, word);
        word.clear();
        *hash = HASH_START;
        Some(self.child(node, id))
    }

    /// The node of a phrase with one more word.
    fn child(&mut self, node: Option<NodeId>, word: WordId) -> NodeId {
        let Some(node) = node else {
            let word = word as usize;
            if self.phrases.roots.len() <= word {
                self.phrases.roots.resize(word + 1, NodeId::MAX);
            }
            if let Some(&root) = self.phrases.roots.get(word).filter(|&&root| root != NodeId::MAX) {
                return root;
            }
            let root = self.new_node();
            self.phrases.roots.get_mut(word).into_iter().for_each(|entry| *entry = root);
            return root;
        };
        if let Some(&child) = self.phrases.edges.get(&(node, word)) {
            return child;
        }
        let child = self.new_node();
        self.phrases.edges.insert((node, word), child);
        self.phrases.goes_on.get_mut(node as usize).into_iter().for_each(|goes_on| *goes_on = true);
        child
    }

    fn new_node(&mut self) -> NodeId {
        self.phrases.goes_on.push(false);
        self.phrases.first.push(NONE);
        (self.phrases.goes_on.len() - 1) as NodeId
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
