//! What the words in classes and ids say an element is.

use rustc_hash::FxHashMap;

use super::schema::MarkupFile;
use crate::model::{Label, RuleId, ValueSource};

/// Fewest letters of a word that is recognised at the beginning or end of a longer one: `newsletterbox17`.
const MIN_INSIDE: usize = 7;
/// Most letters of a word that is taken apart.
const LONGEST: usize = 32;

/// What parts of a page an element is: one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts(u64);

impl Parts {
    /// Not shown, by its attributes.
    pub(crate) const HIDDEN: Self = Self(1);

    /// Bits of the same meaning as the names in [`MarkupWords::names`]; the first is that of what is hidden.
    const FIRST: u32 = 1;

    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(crate) const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Index of each part, that of what is hidden first.
    pub(crate) fn iter(self) -> impl Iterator<Item = usize> {
        let mut bits = self.0;
        std::iter::from_fn(move || {
            let bit = bits.trailing_zeros() as usize;
            bits &= bits.wrapping_sub(1);
            (bit < 64).then_some(bit)
        })
    }
}

/// The words of `markup.toml`.
pub(crate) struct MarkupWords {
    words: FxHashMap<String, Parts>,
    names: Vec<String>,
    /// What a removed line of each part is called, and the rule that says so.
    labels: Vec<Option<(Label, RuleId)>>,
    meta: FxHashMap<String, (String, ValueSource)>,
}

impl MarkupWords {
    pub(crate) fn new(file: &MarkupFile) -> Self {
        let mut words = FxHashMap::<String, Parts>::default();
        for (index, part) in (Parts::FIRST..64).zip(&file.part) {
            for word in &part.words {
                let entry = words.entry(word.clone()).or_default();
                *entry = entry.with(Parts(1 << index));
            }
        }
        let mut meta = FxHashMap::default();
        for (source, properties) in &file.meta {
            let source = ValueSource::of(source).unwrap_or(ValueSource::Meta);
            for (property, names) in properties {
                meta.extend(names.iter().map(|name| (name.clone(), (property.clone(), source))));
            }
        }
        Self {
            words,
            meta,
            names: file.part.iter().map(|part| part.id.clone()).collect(),
            labels: file
                .part
                .iter()
                .map(|part| Some((part.label?, RuleId::from(format!("markup/{}", part.id)))))
                .collect(),
        }
    }

    /// The part with an id.
    pub(crate) fn part(&self, id: &str) -> Parts {
        let index = self.names.iter().position(|name| name == id);
        index.map_or(Parts::default(), |index| Parts(1 << (index + Parts::FIRST as usize)))
    }

    /// What a removed line is called by the parts it is in, and the rule that says so; of several the first in `markup.toml`.
    pub(crate) fn removed(&self, parts: Parts) -> Option<(Label, RuleId)> {
        parts
            .iter()
            .filter_map(|index| index.checked_sub(Parts::FIRST as usize))
            .find_map(|index| self.labels.get(index)?.clone())
    }

    /// The parts with these ids, together.
    pub(crate) fn parts_of(&self, ids: &[&str]) -> Parts {
        ids.iter().fold(Parts::default(), |all, id| all.with(self.part(id)))
    }

    /// The ids of all parts.
    #[cfg(test)]
    pub(crate) fn names(&self) -> Vec<&str> {
        self.names.iter().map(String::as_str).collect()
    }

    /// The word of schema.org that a name of `<meta>` stands for, and where such names come from.
    pub(crate) fn meta(&self, name: &str) -> Option<(&str, ValueSource)> {
        self.meta.get(name).map(|(property, source)| (property.as_str(), *source))
    }

    /// What a class, an id or a role says.
    pub(crate) fn parts(&self, value: &str) -> Parts {
        let mut parts = Parts::default();
        let mut word = String::new();
        let mut before = ' ';
        for c in value.chars().chain([' ']) {
            let is_hump = c.is_ascii_uppercase() && before.is_ascii_lowercase();
            if (!c.is_ascii_alphabetic() || is_hump) && !word.is_empty() {
                parts = parts.with(self.word(&word));
                word.clear();
            }
            if c.is_ascii_alphabetic() {
                word.push(c.to_ascii_lowercase());
            }
            before = c;
        }
        parts
    }

    /// What one word says; an unknown one by the two known words it is made of (`articlebody`), or by a long one at its
    /// beginning or end.
    fn word(&self, word: &str) -> Parts {
        let known = |part: Option<&str>| part.and_then(|part| self.words.get(part)).copied();
        if let Some(parts) = known(Some(word)) {
            return parts;
        }
        let mut long = Parts::default();
        for cut in 2..word.len().min(LONGEST) {
            let (head, tail) = (known(word.get(..cut)), known(word.get(cut..)));
            if let (Some(head), Some(tail)) = (head, tail) {
                return head.with(tail);
            }
            if cut >= MIN_INSIDE {
                long = head.unwrap_or(long);
            }
            if word.len() - cut >= MIN_INSIDE && long.is_empty() {
                long = tail.unwrap_or_default();
            }
        }
        long
    }

    /// Names of the parts that a class says.
    #[cfg(feature = "inspect")]
    pub(crate) fn names_of(&self, class: &str) -> Vec<String> {
        let parts = self.parts(class).iter().filter_map(|index| self.names.get(index.checked_sub(1)?));
        parts.cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::resources::Resources;

    #[test]
    fn words_in_classes() {
        let words = Resources::builtin().markup();
        let is = |class: &str, part: &str| words.parts(class).intersects(words.part(part));
        assert!(is("entry-content", "content") && is("ArticleBody", "content") && is("articlebody", "content"));
        assert!(is("post__share--bar", "share") && !is("shareholders", "share"));
        assert!(!is("px-4 col-md-8", "content"));
    }
}
