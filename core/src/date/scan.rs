//! A text as runs of tokens: known words of dates, numbers and marks. Every other word ends a run, so that most of a
//! text is looked at once and forgotten.

use std::ops::Range;

use crate::resources::{Lexicon, MAX_WORD, Tense};
use crate::text::{CharKind, HASH_START, WordId, char_at, fold_into, look, push_hash};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A number and how many digits it was written with.
    Number(u32, u32),
    /// A known word.
    Word(WordId),
    /// A word that is written together with the one after it.
    Proclitic(WordId),
    /// A character between words.
    Mark(char),
}

/// A piece of the text.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// Bytes of the text.
    pub(super) range: Range<usize>,
    /// Whether nothing parts it from the token before it.
    pub(super) glued: bool,
    /// The sentence it stands in, counted from 0.
    pub(super) sentence: usize,
    /// Whether it can make a date of the words around it; small words alone make none.
    pub(super) is_core: bool,
}

/// Tokens without an unknown word between them, one of which can belong to a date.
pub(super) struct Run<'s> {
    pub(super) tokens: &'s [Token],
}

/// Tokens after which a run is cut, so that a page of nothing but numbers takes linear time.
const MAX_RUN: usize = 64;

/// A word that tells the time its clause is about.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cue {
    /// Byte of the text.
    pub(super) at: usize,
    pub(super) sentence: usize,
    pub(super) tense: Tense,
}

/// Reads a text once and shows every run; returns the words that tell a time.
pub(super) fn scan(text: &str, lexicon: &Lexicon, visit: impl FnMut(&Run<'_>)) -> Vec<Cue> {
    let mut scanner = Scanner {
        text,
        lexicon,
        visit,
        tokens: Vec::new(),
        can_be_date: false,
        word: String::with_capacity(MAX_WORD),
        hash: HASH_START,
        number: (0, 0),
        start: 0,
        end: 0,
        is_parted: true,
        sentence: 0,
        cues: Vec::new(),
    };
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_alphabetic() && scanner.number.1 == 0 {
            // Most words of Latin script: letters that fold to themselves.
            if scanner.word.is_empty() {
                scanner.start = at;
            }
            while let Some(letter) = bytes.get(at).filter(|byte| byte.is_ascii_alphabetic()) {
                scanner.push(char::from(letter.to_ascii_lowercase()));
                at += 1;
            }
            scanner.end = at;
        } else {
            let c = char_at(text, at).unwrap_or_default();
            scanner.take(at, c);
            at += c.len_utf8();
        }
    }
    scanner.flush();
    scanner.end_run();
    scanner.cues
}

struct Scanner<'l, F> {
    text: &'l str,
    lexicon: &'l Lexicon,
    visit: F,
    tokens: Vec<Token>,
    can_be_date: bool,
    /// The folded word that is being read.
    word: String,
    hash: u64,
    /// Value and digits of the number that is being read.
    number: (u32, u32),
    start: usize,
    end: usize,
    /// Whether something that is no token stands before the next one.
    is_parted: bool,
    sentence: usize,
    cues: Vec<Cue>,
}

impl<F: FnMut(&Run<'_>)> Scanner<'_, F> {
    #[inline]
    fn take(&mut self, at: usize, c: char) {
        let look = look(c);
        match look.kind {
            CharKind::Letter => {
                if self.number.1 > 0 {
                    self.flush();
                }
                if self.word.is_empty() {
                    self.start = at;
                }
                match look.folded {
                    Some(folded) => self.push(folded),
                    None => {
                        let mut parts = String::new();
                        fold_into(c.encode_utf8(&mut [0; 4]), &mut parts);
                        parts.chars().for_each(|part| self.push(part));
                    }
                }
                self.end = at + c.len_utf8();
            }
            CharKind::Digit => {
                if !self.word.is_empty() {
                    self.flush();
                }
                if self.number.1 == 0 {
                    self.start = at;
                }
                let digit = look.folded.and_then(|folded| folded.to_digit(10)).unwrap_or_default();
                self.number = (self.number.0.saturating_mul(10).saturating_add(digit), self.number.1 + 1);
                self.end = at + c.len_utf8();
            }
            // Marks over letters and tatweel belong to what they stand on.
            CharKind::Over => self.end = at + c.len_utf8(),
            CharKind::Hidden => {}
            CharKind::Space => {
                self.flush();
                if c == '\n' {
                    self.sentence += 1;
                    // A blank line parts what stands above and below it.
                    if !self.tokens.is_empty() && self.is_parted && self.end == usize::MAX {
                        self.end_run();
                    }
                    self.end = usize::MAX;
                }
                self.is_parted = true;
            }
            CharKind::Mark => {
                self.flush();
                let mark = look.folded.unwrap_or(c);
                if matches!(mark, '.' | '!' | '?') {
                    self.sentence += 1;
                }
                if !self.tokens.is_empty() {
                    self.add(Kind::Mark(mark), at..at + c.len_utf8(), false);
                }
                self.is_parted = self.tokens.is_empty();
                self.end = 0;
            }
        }
    }

    #[inline]
    fn push(&mut self, folded: char) {
        self.hash = push_hash(self.hash, folded);
        self.word.push(folded);
    }

    /// Ends the word or number that is being read.
    #[inline]
    fn flush(&mut self) {
        if self.number.1 > 0 {
            let (value, digits) = std::mem::take(&mut self.number);
            let is_core = digits == 4 || self.tokens.last().is_some_and(|token| self.can_lead(token.kind));
            self.add(Kind::Number(value, digits), self.start..self.end, is_core);
        } else if !self.word.is_empty() {
            self.end_word();
            self.word.clear();
            self.hash = HASH_START;
        }
    }

    fn end_word(&mut self) {
        let range = self.start..self.end;
        if self.word.len() > MAX_WORD * 2 {
            return self.end_run();
        }
        if let Some(id) = self.lexicon.find(self.hash, &self.word) {
            let is_plain = || self.text.get(range.clone()).is_some_and(str::is_ascii);
            if self.lexicon.is_accented(id) && is_plain() {
                return self.end_run();
            }
            if let Some(tense) = self.lexicon.tense(id) {
                self.cues.push(Cue { at: range.start, sentence: self.sentence, tense });
            }
            return self.add(Kind::Word(id), range, self.lexicon.is_trigger(id));
        }
        let Some((rest, proclitic, id)) = self.lexicon.split(&self.word) else { return self.end_run() };
        let cut = self.cut(rest, &range);
        self.add(Kind::Proclitic(proclitic), range.start..cut, false);
        self.add(Kind::Word(id), cut..range.end, self.lexicon.is_trigger(id));
    }

    /// Where the rest of a word begins, after the letters of its proclitic and what stands over or between them.
    fn cut(&self, rest: &str, range: &Range<usize>) -> usize {
        let mut letters = self.word.chars().count() - rest.chars().count();
        let source = self.text.get(range.clone()).unwrap_or_default();
        let is_rest = |c: char| {
            let is_letter = look(c).kind == CharKind::Letter;
            let is_cut = is_letter && letters == 0;
            letters -= usize::from(is_letter && letters > 0);
            is_cut
        };
        range.start + source.find(is_rest).unwrap_or(source.len())
    }

    fn add(&mut self, kind: Kind, range: Range<usize>, is_core: bool) {
        if self.tokens.len() >= MAX_RUN {
            self.end_run();
        }
        let glued = !self.is_parted;
        self.can_be_date |= is_core;
        self.tokens.push(Token { kind, range, glued, sentence: self.sentence, is_core });
        self.is_parted = false;
    }

    /// Whether a number after this can be a date: one of a date in figures, or a day of a month.
    fn can_lead(&self, kind: Kind) -> bool {
        match kind {
            Kind::Mark(mark) => matches!(mark, '/' | '-' | '.'),
            Kind::Word(id) => self.lexicon.is_day_cue(id),
            _ => false,
        }
    }

    fn end_run(&mut self) {
        if self.can_be_date {
            (self.visit)(&Run { tokens: &self.tokens });
            self.can_be_date = false;
        }
        self.tokens.clear();
        self.is_parted = false;
    }
}
