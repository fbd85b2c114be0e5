//! Adds the words of prizes to the index.

use super::build::Builder;
use super::meaning::{Case, Sense};
use crate::resources::prizes::PrizeWords;
use crate::text::fold;

impl Builder<'_> {
    pub(super) fn add_prizes(&mut self, words: &PrizeWords) {
        for (&cue, list) in &words.words {
            list.iter().for_each(|word| self.add(word, Sense::Prize(cue, 0), Case::Any));
        }
        for (&cue, ranks) in &words.ranks {
            for (rank, list) in ranks {
                let Ok(rank) = rank.parse() else { continue };
                list.iter().for_each(|word| self.add(word, Sense::Prize(cue, rank), Case::Any));
            }
        }
        let languages = self.languages;
        let endings = words.ordinal_endings.iter().map(|ending| (languages, fold(ending).as_str().to_owned()));
        self.names.ordinal_endings.extend(endings);
        self.names.ordinal_after |= if words.ordinal_after { languages } else { 0 };
    }
}
