//! The expressions of a stretch of text: each the longest that a grammar of its languages reads.

use std::ops::Range;

use super::Expression;
use super::read::{Found, Reader};
use super::said::Said;
use super::scan::{Cue, Kind, Run, Token, scan};
use crate::model::RuleId;
use crate::resources::{Grammar, Resources, Tense};
use crate::text::Script;

/// Most tokens of a date before the first that makes it one.
const MAX_LEAD: usize = 10;
/// Most tokens of a date after the last that makes it one.
const MAX_TAIL: usize = 12;

/// Finds expressions in stretches of a text of one language, or of one that is not known.
pub(super) struct Finder<'f> {
    resources: &'f Resources,
    /// The languages whose words count, as bits: that of the text and those of other scripts, or all that are told from others.
    allowed: u32,
    /// What reads figures without words.
    plain: Option<&'f Grammar>,
}

impl<'f> Finder<'f> {
    pub(super) fn new(language: Option<&str>, resources: &'f Resources) -> Self {
        let languages = resources.languages();
        let own = language.map(primary);
        let own_script: Option<Script> =
            own.and_then(|own| languages.iter().find(|(known, _)| known == own)).and_then(|(_, script)| *script);
        let is_allowed = |bit: usize, tag: &str, script: Option<Script>| match own {
            Some(own) if tag == own => true,
            _ if resources.is_asked_for(bit) => false,
            Some(_) if own_script.is_some() => script.is_some() && script != own_script,
            _ => script.is_some(),
        };
        let bits = languages.iter().enumerate().filter(|(bit, (tag, script))| is_allowed(*bit, tag, *script));
        let allowed = bits.fold(0, |bits, (bit, _)| bits | 1 << (bit % 32));
        let own = languages.iter().position(|(tag, _)| own == Some(tag));
        let common = || languages.iter().position(|(_, script)| script.is_none());
        let plain = own.or_else(common).and_then(|at| resources.grammar(at));
        Self { resources, allowed, plain }
    }

    /// Adds the expressions of a stretch that begins at a byte of the whole text.
    pub(super) fn find(&self, text: &str, start: usize, out: &mut Vec<Expression>) {
        let before = out.len();
        let mut cues = scan(text, self.resources.lexicon(), |run| self.read(text, start, run, out));
        for expression in out.iter().skip(before) {
            // "Tomorrow" and "next month" tell what their sentence is about as well.
            let is_ahead = |said: &Said| said.offset.is_some_and(|offset| offset > 0) || said.relation == Some(1);
            if expression.found.said.iter().any(|(said, _)| is_ahead(said)) {
                let at = expression.place.start - start;
                cues.push(Cue { at, sentence: expression.sentence, tense: Tense::Future });
            }
        }
        cues.sort_by_key(|cue| cue.at);
        for expression in out.iter_mut().skip(before) {
            expression.tense = tense(&cues, expression.place.start - start, expression.sentence);
        }
    }

    /// Reads the expressions of one run, longest first. A word that begins a date in another language only begins none.
    fn read(&self, text: &str, start: usize, run: &Run<'_>, out: &mut Vec<Expression>) {
        let is_core = |token: &Token| {
            token.is_core
                && match token.kind {
                    Kind::Word(id) => self.resources.lexicon().languages(id) & self.allowed != 0,
                    _ => true,
                }
        };
        let Some(first) = run.tokens.iter().position(is_core) else { return };
        let after = run.tokens.iter().rev().position(is_core).unwrap_or_default();
        let near = first.saturating_sub(MAX_LEAD)..run.tokens.len() - after.saturating_sub(MAX_TAIL);
        let tokens = run.tokens.get(near).unwrap_or_default();
        let readers: Vec<Reader<'_>> = self
            .grammars(tokens)
            .into_iter()
            .map(|grammar| Reader::new(self.resources.lexicon(), grammar, tokens, text))
            .collect();
        let mut at = 0;
        let next_core = |from: usize| (from..tokens.len()).find(|&at| tokens.get(at).is_some_and(is_core));
        while let Some(core) = next_core(at) {
            at = at.max(core.saturating_sub(MAX_LEAD));
            let mut best: Option<(Found, RuleId)> = None;
            for reader in &readers {
                let Some(found) = reader.longest(at) else { continue };
                if best.as_ref().is_none_or(|(best, _)| found.tokens.end > best.tokens.end) {
                    let rule = reader.rule(&found);
                    best = Some((found, rule));
                }
            }
            let Some((found, rule)) = best else {
                at += 1;
                continue;
            };
            at = found.tokens.end;
            let place = |range: &Range<usize>| bytes(tokens, range, start);
            let weekday =
                readers.iter().find_map(|reader| reader.weekday(&found.tokens)).map(|at| place(&(at..at + 1)));
            out.push(Expression {
                places: found.said.iter().map(|(_, tokens)| place(tokens)).collect(),
                place: place(&found.tokens),
                weekday,
                sentence: tokens.get(found.tokens.start).map_or(0, |token| token.sentence),
                tense: None,
                rule,
                found,
            });
        }
    }

    /// The grammars that may read a run: those whose words it has, or the one of the text when it has only figures.
    fn grammars(&self, tokens: &[Token]) -> Vec<&'f Grammar> {
        let lexicon = self.resources.lexicon();
        let words = tokens.iter().fold(0, |words, token| match token.kind {
            Kind::Word(id) => words | lexicon.languages(id),
            _ => words,
        });
        let has_words = |bit: &usize| words & self.allowed & (1 << (bit % 32)) != 0;
        let with_words = (0..self.resources.languages().len()).filter(has_words);
        let mut chosen: Vec<&Grammar> = with_words.filter_map(|bit| self.resources.grammar(bit)).collect();
        if chosen.is_empty() {
            chosen.extend(self.plain);
        }
        chosen
    }
}

/// What the nearest word that tells a time says: the last one before a place in its sentence, else the first after it.
fn tense(cues: &[Cue], place: usize, sentence: usize) -> Option<Tense> {
    let after = cues.partition_point(|cue| cue.at < place);
    let mut near = [after.checked_sub(1), Some(after)].into_iter().flatten().filter_map(|at| cues.get(at));
    near.find(|cue| cue.sentence == sentence).map(|cue| cue.tense)
}

/// The language of a tag without region and script.
fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}

/// The bytes of tokens of a stretch that begins at `base`.
fn bytes(tokens: &[Token], range: &Range<usize>, base: usize) -> Range<usize> {
    let start = tokens.get(range.start).map_or(0, |token| token.range.start);
    let end = tokens.get(range.end.wrapping_sub(1)).map_or(start, |token| token.range.end);
    base + start..base + end
}
