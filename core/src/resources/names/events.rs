//! Adds the words of events to the index.

use super::build::Builder;
use super::meaning::{Case, Number, Sense};
use crate::resources::happenings::{Cue, EventWords, Form, Verbs};

impl Builder<'_> {
    pub(super) fn add_events(&mut self, words: &EventWords) {
        for (number, nouns) in [(Number::One, &words.nouns), (Number::Several, &words.plurals)] {
            for (&kind, list) in nouns {
                // A noun with a capital in the data is of an event only with one in the text.
                let case = |noun: &str| if noun.starts_with(char::is_uppercase) { Case::Capital } else { Case::Any };
                for noun in list {
                    self.add(noun, Sense::Event(kind, number), case(noun));
                    for ending in &words.noun_endings {
                        self.add(&with_ending(noun, ending, words), Sense::Event(kind, number), Case::Any);
                    }
                }
            }
        }
        self.add_verbs(words, &words.acts, Sense::Act);
        self.add_verbs(words, &words.phases, Sense::Phase);
        for (&relation, list) in &words.relations {
            list.iter().for_each(|cue| self.add(cue, Sense::Relation(relation), Case::Any));
        }
        for (&role, list) in &words.roles {
            list.iter().for_each(|verb| self.add(verb, Sense::Does(role), Case::Any));
        }
        for (&role, list) in &words.role_cues {
            list.iter().for_each(|cue| self.add(cue, Sense::DoneBy(role), Case::Any));
        }
        for (&cue, list) in &words.words {
            list.iter().for_each(|word| self.add(word, Sense::Cue(cue), Case::Any));
        }
        let editions = words.words.get(&Cue::Edition).into_iter().flatten();
        self.names.editions.extend(editions.cloned());
        if words.verb_first {
            self.names.verb_first |= self.languages;
        }
    }

    /// Verbs in all their forms: in the future, and with a pronoun.
    fn add_verbs<T: Copy>(&mut self, words: &EventWords, verbs: &Verbs<T>, sense: impl Fn(T, Form) -> Sense) {
        for (&form, verbs) in verbs {
            for (&says, list) in verbs {
                for verb in list {
                    self.add(verb, sense(says, form), Case::Any);
                    for suffix in words.object_suffixes.iter().filter(|_| form != Form::Passive) {
                        self.add(&format!("{verb}{suffix}"), sense(says, form), Case::Any);
                    }
                    for prefix in words.future_prefixes.iter().filter(|_| form == Form::Present) {
                        self.add(&format!("{prefix}{verb}"), sense(says, Form::Future), Case::Any);
                        for suffix in &words.object_suffixes {
                            self.add(&format!("{prefix}{verb}{suffix}"), sense(says, Form::Future), Case::Any);
                        }
                    }
                }
            }
        }
    }
}

/// A noun with the ending of an indefinite one on each of its words that can take it.
fn with_ending(noun: &str, ending: &str, words: &EventWords) -> String {
    let takes = |word: &str| !words.no_ending_after.iter().any(|letter| word.ends_with(letter.as_str()));
    let inflected = noun.split(' ').map(|word| if takes(word) { format!("{word}{ending}") } else { word.to_owned() });
    inflected.collect::<Vec<_>>().join(" ")
}
