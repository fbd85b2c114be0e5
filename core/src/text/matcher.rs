//! All phrases of all rules in one automaton: a line is read once, whatever the number of rules.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind, Anchored, Input, MatchKind, StartKind};

use super::{fold_into, is_word};

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
///
/// Phrases that begin a line are tried at its first word only, where most lines fail at once; the others are looked for
/// in all of a short line.
pub(crate) struct Phrases {
    starts: Finder,
    inside: Finder,
}

impl Phrases {
    /// Builds the automata from `(anchor, phrase, value)`; phrases are folded here.
    pub(crate) fn new<'p>(phrases: impl IntoIterator<Item = (Anchor, &'p str, usize)>) -> Self {
        let is_start = |anchor: &Anchor| !matches!(anchor, Anchor::EndsWith | Anchor::Contains);
        let (starts, inside): (Vec<_>, Vec<_>) = phrases.into_iter().partition(|(anchor, ..)| is_start(anchor));
        // The phrases that every byte of a short line is tried with are few: they afford the faster automaton.
        Self {
            starts: Finder::new(starts, AhoCorasickKind::ContiguousNFA, StartKind::Anchored),
            inside: Finder::new(inside, AhoCorasickKind::DFA, StartKind::Unanchored),
        }
    }

    /// The best hit in a folded line: the strongest anchor, then the longest phrase, then the first rule.
    ///
    /// `whole` says whether the line was folded to its end; a line that was cut equals, ends with and contains nothing.
    pub(crate) fn find(&self, line: &str, whole: bool) -> Option<Hit> {
        let start = line.len() - line.trim_start_matches(|c| !is_word(c)).len();
        let end = line.trim_end_matches(|c| !is_word(c)).len();
        let at_start = self.starts.hits(line, start, Anchored::Yes);
        let inside = whole.then(|| self.inside.hits(line, start, Anchored::No)).into_iter().flatten();
        let held = at_start.chain(inside).filter(|(anchor, hit)| match anchor {
            Anchor::Equals => whole && hit.range.end >= end,
            Anchor::Field => line.get(hit.range.end..).is_some_and(|rest| rest.trim_start().starts_with(':')),
            Anchor::EndsWith => hit.range.end >= end,
            Anchor::StartsWith | Anchor::Contains => true,
        });
        held.min_by_key(|(anchor, hit)| (*anchor, Reverse(hit.range.len()), hit.value)).map(|(_, hit)| hit)
    }
}

/// One automaton and what its patterns stand for.
struct Finder {
    automaton: Option<AhoCorasick>,
    /// Anchor and value of every use of each pattern: one phrase may serve several rules.
    owners: Vec<Vec<(Anchor, usize)>>,
}

impl Finder {
    fn new(phrases: Vec<(Anchor, &str, usize)>, kind: AhoCorasickKind, start: StartKind) -> Self {
        let mut owners = BTreeMap::<String, Vec<(Anchor, usize)>>::new();
        for (anchor, phrase, value) in phrases {
            let mut folded = String::new();
            fold_into(phrase, &mut folded);
            let folded = folded.trim_matches(|c| !is_word(c));
            if !folded.is_empty() {
                owners.entry(folded.to_owned()).or_default().push((anchor, value));
            }
        }
        let builder = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .start_kind(start)
            .kind(Some(kind))
            .build(owners.keys());
        Self { automaton: builder.ok(), owners: owners.into_values().collect() }
    }

    fn hits<'l>(&'l self, line: &'l str, start: usize, anchored: Anchored) -> impl Iterator<Item = (Anchor, Hit)> + 'l {
        let input = Input::new(line).span(start..line.len()).anchored(anchored);
        let found = self.automaton.as_ref().and_then(|automaton| automaton.try_find_overlapping_iter(input).ok());
        let whole_words = found.into_iter().flatten().filter(|hit| is_whole_word(line, &hit.range()));
        whole_words.flat_map(|hit| {
            let owners = self.owners.get(hit.pattern().as_usize()).into_iter().flatten();
            owners.map(move |&(anchor, value)| (anchor, Hit { value, range: hit.range() }))
        })
    }
}

fn is_whole_word(line: &str, range: &Range<usize>) -> bool {
    let letter = |c: Option<char>| c.is_some_and(is_word);
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
