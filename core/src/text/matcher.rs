//! All phrases of all rules at once: a line is read once, whatever the number of rules.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use aho_corasick::automaton::Automaton;
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Input, MatchKind};
use rustc_hash::FxHashMap;

use super::{Class, fold_into, is_word, words};

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
/// Phrases that begin a line are looked up by its first words, where most lines fail at once; the few others are
/// looked for in all of a short line.
pub(crate) struct Phrases {
    starts: Starts,
    inside: Inside,
}

impl Phrases {
    /// Indexes `(anchor, phrase, value)`; phrases are folded here.
    pub(crate) fn new<'p>(phrases: impl IntoIterator<Item = (Anchor, &'p str, usize)>) -> Self {
        let is_start = |anchor: Anchor| !matches!(anchor, Anchor::EndsWith | Anchor::Contains);
        let (mut starts, mut inside) = (Uses::new(), Uses::new());
        for (anchor, phrase, value) in phrases {
            let mut folded = String::new();
            fold_into(phrase, &mut folded);
            let folded = folded.trim_matches(|c| !is_word(c));
            if !folded.is_empty() {
                let uses = if is_start(anchor) { &mut starts } else { &mut inside };
                uses.entry(folded.to_owned()).or_default().push((anchor, value));
            }
        }
        Self { starts: Starts::new(starts), inside: Inside::new(inside) }
    }

    /// The best hit in a folded line among the values that are allowed: the strongest anchor, then the longest phrase,
    /// then the first rule.
    ///
    /// `whole` says whether the line was folded to its end; a line that was cut equals, ends with and contains nothing.
    /// Numbers before and after a phrase that is the whole line do not count: `Comments (12)`, `12 comments`.
    pub(crate) fn find(&self, line: &str, whole: bool, is_allowed: impl Fn(usize) -> bool) -> Option<Hit> {
        let start = line.len() - line.trim_start_matches(|c| !is_word(c)).len();
        let letters = line.len() - line.trim_start_matches(|c| !Class::of(c).is_letter()).len();
        let end = line.trim_end_matches(|c| !is_word(c)).len();
        let end_of_letters = line.trim_end_matches(|c| !Class::of(c).is_letter()).len();
        let at_start = self.starts.hits(line, start);
        let after_number = (letters != start && whole).then(|| self.starts.hits(line, letters));
        let after_number = after_number.into_iter().flatten().filter(|(anchor, _)| *anchor == Anchor::Equals);
        let inside = whole.then(|| self.inside.hits(line)).into_iter().flatten();
        let held = at_start.chain(after_number).chain(inside).filter(|(anchor, hit)| match anchor {
            Anchor::Equals => whole && (hit.range.end >= end || hit.range.end >= end_of_letters),
            Anchor::Field => line.get(hit.range.end..).is_some_and(|rest| rest.trim_start().starts_with(':')),
            Anchor::EndsWith => hit.range.end >= end,
            Anchor::StartsWith | Anchor::Contains => true,
        });
        let allowed = held.filter(|(_, hit)| is_allowed(hit.value));
        allowed.min_by_key(|(anchor, hit)| (*anchor, Reverse(hit.range.len()), hit.value)).map(|(_, hit)| hit)
    }
}

/// Folded phrases with the anchor and value of every use: one phrase may serve several rules.
type Uses = BTreeMap<String, Vec<(Anchor, usize)>>;

/// Phrases that begin a line.
struct Starts {
    phrases: FxHashMap<String, Vec<(Anchor, usize)>>,
    /// Bytes of the longest phrase that begins with each word.
    longest: FxHashMap<String, usize>,
}

impl Starts {
    fn new(uses: Uses) -> Self {
        let mut longest = FxHashMap::default();
        for phrase in uses.keys() {
            let word = words(phrase).next().unwrap_or_default().to_owned();
            let length = longest.entry(word).or_insert(0);
            *length = phrase.len().max(*length);
        }
        Self { phrases: uses.into_iter().collect(), longest }
    }

    /// The phrases that begin at a byte of the line and end with one of its words.
    fn hits<'l>(&'l self, line: &'l str, start: usize) -> impl Iterator<Item = (Anchor, Hit)> + 'l {
        let rest = line.get(start..).unwrap_or_default();
        let first = words(rest).next().unwrap_or_default();
        let longest = self.longest.get(first).copied().unwrap_or_default();
        let ends = words(rest).map(move |word| word.as_ptr() as usize - rest.as_ptr() as usize + word.len());
        ends.take_while(move |&end| end <= longest).flat_map(move |end| {
            let uses = rest.get(..end).and_then(|phrase| self.phrases.get(phrase)).into_iter().flatten();
            uses.map(move |&(anchor, value)| (anchor, Hit { value, range: start..start + end }))
        })
    }
}

/// Phrases that stand anywhere in a line.
struct Inside {
    automaton: Option<NFA>,
    /// The uses of each pattern.
    uses: Vec<Vec<(Anchor, usize)>>,
}

impl Inside {
    fn new(uses: Uses) -> Self {
        let automaton = NFA::builder().match_kind(MatchKind::Standard).build(uses.keys());
        Self { automaton: automaton.ok(), uses: uses.into_values().collect() }
    }

    fn hits<'l>(&'l self, line: &'l str) -> impl Iterator<Item = (Anchor, Hit)> + 'l {
        let found =
            self.automaton.as_ref().and_then(|automaton| automaton.try_find_overlapping_iter(Input::new(line)).ok());
        let whole_words = found.into_iter().flatten().filter(|hit| is_whole_word(line, &hit.range()));
        whole_words.flat_map(|hit| {
            let uses = self.uses.get(hit.pattern().as_usize()).into_iter().flatten();
            uses.map(move |&(anchor, value)| (anchor, Hit { value, range: hit.range() }))
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
        phrases.find(fold(line).as_str(), true, |_| true).map(|hit| hit.value)
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
        assert_eq!(value(&phrases, "اقرأ أيضا (12)"), Some(0));
        assert_eq!(value(&phrases, "12 اقرأ أيضا"), Some(0));
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
