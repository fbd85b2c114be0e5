//! All phrases of all rules in one automaton: a line is read once, whatever the number of rules.

use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::fold_into;

/// Where in a line a phrase must stand, weakest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Anchor {
    /// It is the whole line.
    Equals,
    /// It begins the line, and a colon follows.
    Field,
    /// It begins the line.
    StartsWith,
    /// It ends the line.
    EndsWith,
    /// It stands anywhere.
    Contains,
}

/// A phrase that was found.
#[derive(Clone, Debug)]
pub(crate) struct Hit {
    /// What the phrase stands for, as given to [`Phrases::new`].
    pub(crate) value: usize,
    /// Where, in the folded line.
    pub(crate) range: Range<usize>,
}

/// A set of phrases to look for, matched on whole words of folded text.
pub(crate) struct Phrases {
    automaton: Option<AhoCorasick>,
    entries: Vec<(Anchor, usize)>,
    /// Entries of each pattern: one phrase may serve several rules.
    owners: Vec<Vec<usize>>,
}

impl Phrases {
    /// Builds the automaton from `(anchor, phrase, value)`; phrases are folded here.
    pub(crate) fn new<'p>(phrases: impl IntoIterator<Item = (Anchor, &'p str, usize)>) -> Self {
        let mut index = std::collections::BTreeMap::<String, usize>::new();
        let (mut patterns, mut owners, mut entries) = (Vec::new(), Vec::<Vec<usize>>::new(), Vec::new());
        for (anchor, phrase, value) in phrases {
            let mut folded = String::new();
            fold_into(phrase, &mut folded);
            let folded = trim(&folded).to_owned();
            if folded.is_empty() {
                continue;
            }
            let pattern = *index.entry(folded.clone()).or_insert_with(|| {
                patterns.push(folded);
                owners.push(Vec::new());
                patterns.len() - 1
            });
            if let Some(owner) = owners.get_mut(pattern) {
                owner.push(entries.len());
            }
            entries.push((anchor, value));
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(patterns)
            .ok();
        Self { automaton, entries, owners }
    }

    /// The best hit in a folded line: the strongest anchor, then the longest phrase, then the first rule.
    ///
    /// `whole` says whether the line was folded to its end; a line that was cut equals and contains nothing.
    pub(crate) fn find(&self, line: &str, whole: bool) -> Option<Hit> {
        let start = line.len() - line.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        let end = line.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
        let hits = self.automaton.as_ref()?.find_overlapping_iter(line).filter(|hit| is_whole_word(line, &hit.range()));
        let held = hits.flat_map(|hit| {
            let range = hit.range();
            let (at_start, at_end) = (range.start <= start, range.end >= end && whole);
            let owners = self.owners.get(hit.pattern().as_usize()).into_iter().flatten();
            owners.filter_map(|&entry| self.entries.get(entry)).filter_map(move |&(anchor, value)| {
                let holds = match anchor {
                    Anchor::Equals => at_start && at_end,
                    Anchor::Field => at_start && line.get(range.end..)?.trim_start().starts_with(':'),
                    Anchor::StartsWith => at_start,
                    Anchor::EndsWith => at_end,
                    Anchor::Contains => whole,
                };
                holds.then(|| (anchor, std::cmp::Reverse(range.len()), Hit { value, range: range.clone() }))
            })
        });
        held.min_by_key(|(anchor, length, hit)| (*anchor, *length, hit.value)).map(|(_, _, hit)| hit)
    }
}

/// A line without what surrounds its words: bullets, quotes, colons, white space.
fn trim(line: &str) -> &str {
    line.trim_matches(|c: char| !c.is_alphanumeric())
}

fn is_whole_word(line: &str, range: &Range<usize>) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !letter(line.get(..range.start).and_then(|before| before.chars().next_back()))
        && !letter(line.get(range.end..).and_then(|after| after.chars().next()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    fn value(phrases: &Phrases, line: &str) -> Option<usize> {
        phrases.find(fold(line).as_str(), true).map(|hit| hit.value)
    }

    #[test]
    fn anchors_bind_and_stronger_ones_win() {
        let phrases = Phrases::new([
            (Anchor::Equals, "اقرأ أيضا", 0),
            (Anchor::StartsWith, "اقرأ أيضا", 1),
            (Anchor::EndsWith, "min read", 2),
            (Anchor::Contains, "partager sur", 3),
            (Anchor::StartsWith, "Partager sur", 4),
            (Anchor::Field, "source", 5),
        ]);
        assert_eq!(value(&phrases, "إقرأ أيضاً:"), Some(0));
        assert_eq!(value(&phrases, "• اقرأ أيضا: القمة الثالثة"), Some(1));
        assert_eq!(value(&phrases, "4 min read"), Some(2));
        assert_eq!(value(&phrases, "Cliquez pour partager sur X"), Some(3));
        assert_eq!(value(&phrases, "PARTAGER SUR X"), Some(4));
        assert_eq!(value(&phrases, "Source : agence"), Some(5));
        assert_eq!(value(&phrases, "Source de vie"), None);
        assert_eq!(value(&phrases, "repartager sur"), None);
        assert_eq!(value(&phrases, "اقرأ أيضاحات"), None);
    }

    #[test]
    fn a_set_without_phrases_finds_nothing() {
        assert_eq!(value(&Phrases::new([]), "Share"), None);
    }
}
