//! Names of organisations as they are compared across pages: folded, and how much each of them says.

use rustc_hash::FxHashMap;

use crate::model::{MentionForm, Organization, Record};
use crate::resources::Resources;
use crate::text::{fold, words};

/// Letters of a word that says something: "de", "of", "في" are shorter.
const MIN_LETTERS: usize = 4;
/// Words that say something in a name that few bodies share.
const MIN_SAYING: usize = 3;

/// A folded name that may join bodies.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) words: String,
    /// Whether it says so much that two bodies hardly share it: "Ministry of Culture" does not.
    pub(super) is_strong: bool,
}

/// How the articles of a record write its organisations: whether a name stands there in full, by id and name.
pub(super) struct Written<'r>(FxHashMap<(&'r str, &'r str), bool>);

impl<'r> Written<'r> {
    pub(super) fn new(record: &'r Record) -> Self {
        let mut written = FxHashMap::default();
        for mention in record.articles.iter().flat_map(|article| &article.mentions) {
            if let (Some(id), Some(form)) = (&mention.id, mention.form) {
                let is_full = matches!(form, MentionForm::Full | MentionForm::Variant);
                *written.entry((id.as_str(), mention.exact.as_str())).or_default() |= is_full;
            }
        }
        Self(written)
    }

    /// The names of an organisation that may join it with those of other pages.
    ///
    /// Neither acronyms, nor names that its page has in short only, nor those of one word, nor what every body of a kind is
    /// called ("المجلس الأعلى", "Direction générale").
    pub(super) fn keys(&self, organization: &'r Organization, resources: &Resources) -> Vec<Key> {
        let acronyms: Vec<String> = organization.acronyms.values().flatten().map(|name| folded(name)).collect();
        let is_full = |name: &&String| organization.linked || *self.0.get(&(&organization.id, name)).unwrap_or(&true);
        let written = organization.names.values().flatten().filter(is_full);
        // A ministry that is known by its minister has no name of its own, but one that follows.
        let inferred = organization.names.is_empty().then_some(&organization.name);
        let mut keys: Vec<Key> = Vec::new();
        for name in written.chain(inferred) {
            let words = folded(name);
            let is_name = words.contains(' ') && !acronyms.contains(&words) && !resources.is_head(name);
            if is_name && !keys.iter().any(|key| key.words == words) {
                let saying = words.split(' ').filter(|word| word.chars().count() >= MIN_LETTERS);
                keys.push(Key { is_strong: saying.count() >= MIN_SAYING, words });
            }
        }
        keys
    }
}

/// The words of a name, folded.
pub(super) fn folded(name: &str) -> String {
    words(fold(name).as_str()).collect::<Vec<_>>().join(" ")
}

/// The words of a text that say something, folded.
pub(super) fn saying(text: &str) -> Vec<String> {
    words(fold(text).as_str()).filter(|word| word.chars().count() >= MIN_LETTERS).map(str::to_owned).collect()
}
