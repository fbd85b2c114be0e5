//! The words of dates of all languages, indexed: what each word and phrase can mean.

use super::meaning::{Class, Meaning, Roles, Tense, UNIT_NAMES};
use super::schema::{DateWords, LanguagePack, Words};
use crate::text::{Vocabulary, WordId, fold_into, hash_word, words};

/// A phrase that begins with a known word.
#[derive(Clone, Debug)]
struct Phrase {
    /// The words after the first.
    rest: Box<[WordId]>,
    meanings: Vec<Meaning>,
}

/// What is known of one word by itself.
#[derive(Clone, Debug, Default)]
struct Entry {
    phrases: Vec<Phrase>,
    /// Whether a run of words that holds it can be a date.
    is_trigger: bool,
    /// What it tells of the time its clause is about.
    tense: Option<Tense>,
    /// The languages that have it, as bits.
    languages: u32,
    /// Whether it is written with a capital inside a sentence.
    is_capitalised: bool,
    /// Whether it is another word without its accents.
    is_accented: bool,
    /// Whether a day of a month that is not named may stand after it.
    is_day_cue: bool,
}

/// Names of [`Class::DayPeriod`].
const PERIODS: [&str; 4] = ["am", "pm", "noon", "midnight"];
/// Roles of [`Class::Era`].
const ERAS: [&str; 2] = ["gregorian", "hijri"];
/// Roles of [`Class::Modifier`].
const MODIFIERS: [&str; 4] = ["start", "mid", "end", "approximate"];

/// Most letters of a known word.
pub(crate) const MAX_WORD: usize = 40;

/// The words of dates, and what they mean.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    entries: Vec<Entry>,
    vocabulary: Vocabulary,
    classes: Vec<String>,
    /// IANA names and ISO 8601 durations that meanings point to.
    names: Vec<String>,
    pub(crate) roles: Roles,
    /// The words that may be written together with the next one, longest first.
    proclitics: Vec<String>,
}

impl Lexicon {
    /// Indexes the words of all packs; the bit of a language is its place among them.
    pub(super) fn new(packs: &[LanguagePack]) -> Self {
        let mut lexicon = Self::default();
        for (bit, pack) in packs.iter().enumerate() {
            let languages = 1_u32 << (bit % 32);
            for dates in [&pack.dates, &pack.cldr] {
                lexicon.add_tables(dates, languages);
            }
            for proclitic in &pack.language.proclitics {
                let folded = folded(proclitic);
                lexicon.word(&folded);
                lexicon.proclitics.push(folded);
            }
            for pattern in pack.dates.shape.iter().flat_map(|shape| &shape.patterns) {
                for word in pattern.split('\'').skip(1).step_by(2).filter(|word| !word.is_empty()) {
                    let class = Class::Word(lexicon.class_or_new(&format!("'{word}'")));
                    lexicon.add(word, Meaning { class, value: 0, is_plural: false, languages });
                }
            }
        }
        lexicon.proclitics.sort_by_key(|proclitic| std::cmp::Reverse(proclitic.len()));
        lexicon.roles = Roles::new(&lexicon);
        lexicon
    }

    fn add_tables(&mut self, dates: &DateWords, languages: u32) {
        let number = |key: &str| key.parse().ok();
        let named = |names: &'static [&'static str]| move |key: &str| position(names.iter().copied(), key);
        let unit = |key: &str| position(UNIT_NAMES.iter().map(|(name, _)| *name), key);
        let tables: [(Class, &Words, Key<'_>); 18] = [
            (Class::Unit, &dates.plural_units, &unit),
            (Class::Relation, &dates.plural_relations, &number),
            (Class::Month, &dates.months, &number),
            (Class::HijriMonth, &dates.hijri_months, &number),
            (Class::Weekday, &dates.weekdays, &number),
            (Class::Number, &dates.numbers, &number),
            (Class::Ordinal, &dates.ordinals, &number),
            (Class::Unit, &dates.units, &unit),
            (Class::Pair, &dates.pairs, &unit),
            (Class::Single, &dates.singles, &unit),
            (Class::Day, &dates.days, &number),
            (Class::NearDay, &dates.near_days, &number),
            (Class::Relation, &dates.relations, &number),
            (Class::Season, &dates.seasons, &number),
            (Class::Decade, &dates.decades, &number),
            (Class::DayPeriod, &dates.day_periods, &named(&PERIODS)),
            (Class::Era, &dates.eras, &named(&ERAS)),
            (Class::Modifier, &dates.modifiers, &named(&MODIFIERS)),
        ];
        for (at, (class, table, value)) in tables.into_iter().enumerate() {
            let is_plural = at < 2;
            for (key, phrases) in table {
                let Some(value) = value(key) else { continue };
                for phrase in phrases {
                    self.add(phrase, Meaning { class, value, is_plural, languages });
                }
            }
        }
        for (class, table) in [(Class::Zone, &dates.zones), (Class::Frequency, &dates.frequencies)] {
            for (name, phrases) in table {
                let value = self.name(name);
                phrases
                    .iter()
                    .for_each(|phrase| self.add(phrase, Meaning { class, value, is_plural: false, languages }));
            }
        }
        for (name, phrases) in &dates.words {
            let class = Class::Word(self.class_or_new(name));
            phrases
                .iter()
                .for_each(|phrase| self.add(phrase, Meaning { class, value: 0, is_plural: false, languages }));
            if name == "day-cue" {
                for word in phrases.iter().filter_map(|phrase| phrase.split(' ').next_back()) {
                    let id = self.word(&folded(word));
                    self.entries.get_mut(id as usize).into_iter().for_each(|entry| entry.is_day_cue = true);
                }
            }
            if name == "accented" {
                for phrase in phrases {
                    let id = self.word(&folded(phrase));
                    self.entries.get_mut(id as usize).into_iter().for_each(|entry| entry.is_accented = true);
                }
            }
            let tense = match name.as_str() {
                "future" => Tense::Future,
                "past" => Tense::Past,
                _ => continue,
            };
            for phrase in phrases {
                let id = self.word(&folded(phrase));
                self.entries.get_mut(id as usize).into_iter().for_each(|entry| entry.tense = Some(tense));
            }
        }
    }

    fn add(&mut self, phrase: &str, meaning: Meaning) {
        let folded = folded(phrase);
        let mut ids = words(&folded).map(|word| self.word(word)).collect::<Vec<_>>().into_iter();
        let Some(first) = ids.next() else { return };
        let rest: Box<[WordId]> = ids.collect();
        let Some(entry) = self.entries.get_mut(first as usize) else { return };
        entry.languages |= meaning.languages;
        entry.is_capitalised |= phrase.starts_with(char::is_uppercase);
        entry.is_trigger |= meaning.class.is_trigger();
        let phrase = match entry.phrases.iter_mut().position(|known| known.rest == rest) {
            Some(at) => entry.phrases.get_mut(at),
            None => {
                entry.phrases.push(Phrase { rest, meanings: Vec::new() });
                entry.phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
                entry.phrases.iter_mut().find(|phrase| phrase.meanings.is_empty())
            }
        };
        let Some(phrase) = phrase else { return };
        let is_same = |known: &&mut Meaning| Meaning { languages: 0, ..**known } == Meaning { languages: 0, ..meaning };
        match phrase.meanings.iter_mut().find(is_same) {
            Some(known) => known.languages |= meaning.languages,
            None => phrase.meanings.push(meaning),
        }
    }

    fn word(&mut self, folded: &str) -> WordId {
        let id = self.vocabulary.intern(folded);
        if self.entries.len() <= id as usize {
            self.entries.push(Entry::default());
        }
        id
    }

    fn class_or_new(&mut self, name: &str) -> u16 {
        self.class(name).unwrap_or_else(|| {
            self.classes.push(name.to_owned());
            (self.classes.len() - 1) as u16
        })
    }

    fn name(&mut self, name: &str) -> i32 {
        let at = self.names.iter().position(|known| known == name).unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        });
        i32::try_from(at).unwrap_or_default()
    }

    /// The index of a class of `[words]`.
    pub(crate) fn class(&self, name: &str) -> Option<u16> {
        self.classes.iter().position(|known| known == name).and_then(|at| u16::try_from(at).ok())
    }

    /// The IANA name or ISO 8601 duration that a meaning stands for.
    pub(crate) fn name_of(&self, value: i32) -> &str {
        usize::try_from(value).ok().and_then(|at| self.names.get(at)).map_or("", String::as_str)
    }

    /// A folded word by its hash, which most words of a text are not.
    #[inline]
    pub(crate) fn find(&self, hash: u64, word: &str) -> Option<WordId> {
        self.vocabulary.find(hash, word)
    }

    /// Whether a folded word may stand beside a date on a line of its own.
    pub(crate) fn fills(&self, word: &str) -> bool {
        let Some(id) = self.find(hash_word(word), word).or_else(|| Some(self.split(word)?.2)) else { return false };
        self.phrases(id).flat_map(|(_, meanings)| meanings).any(|meaning| match meaning.class {
            Class::Word(class) => Some(class) == self.roles.filler,
            class => matches!(class, Class::Weekday | Class::Month | Class::DayPeriod | Class::Zone | Class::Era),
        })
    }

    /// What is written together with the word after it: the known words a folded word is made of.
    pub(crate) fn split<'w>(&self, word: &'w str) -> Option<(&'w str, WordId, WordId)> {
        self.proclitics.iter().find_map(|proclitic| {
            let rest = word.strip_prefix(proclitic.as_str())?;
            rest.chars().nth(2)?;
            Some((rest, self.find(hash_word(proclitic), proclitic)?, self.find(hash_word(rest), rest)?))
        })
    }

    pub(crate) fn is_trigger(&self, word: WordId) -> bool {
        self.entries.get(word as usize).is_some_and(|entry| entry.is_trigger)
    }

    /// The languages that have a word, as bits.
    pub(crate) fn languages(&self, word: WordId) -> u32 {
        self.entries.get(word as usize).map_or(0, |entry| entry.languages)
    }

    /// Whether a word is written with a capital inside a sentence, as names of months are in some languages.
    pub(crate) fn is_capitalised(&self, word: WordId) -> bool {
        self.entries.get(word as usize).is_some_and(|entry| entry.is_capitalised)
    }

    /// Whether a day of a month that is not named may stand after a word.
    pub(crate) fn is_day_cue(&self, word: WordId) -> bool {
        self.entries.get(word as usize).is_some_and(|entry| entry.is_day_cue)
    }

    /// Whether a word is another one without its accents: "dès" and "des".
    pub(crate) fn is_accented(&self, word: WordId) -> bool {
        self.entries.get(word as usize).is_some_and(|entry| entry.is_accented)
    }

    /// The time that a word says its clause is about.
    pub(crate) fn tense(&self, word: WordId) -> Option<Tense> {
        self.entries.get(word as usize)?.tense
    }

    /// The phrases that begin with a word: the words after it, and what they mean together. The longest come first.
    pub(crate) fn phrases(&self, word: WordId) -> impl Iterator<Item = (&[WordId], &[Meaning])> {
        let entry = self.entries.get(word as usize);
        entry.into_iter().flat_map(|entry| &entry.phrases).map(|phrase| (&*phrase.rest, phrase.meanings.as_slice()))
    }
}

/// Reads the key of a table as a number.
type Key<'k> = &'k dyn Fn(&str) -> Option<i32>;

fn folded(phrase: &str) -> String {
    let mut folded = String::new();
    fold_into(phrase, &mut folded);
    folded
}

fn position<'n>(mut names: impl Iterator<Item = &'n str>, key: &str) -> Option<i32> {
    names.position(|name| name == key).and_then(|at| i32::try_from(at).ok())
}
