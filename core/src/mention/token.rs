//! The words of an article, one after the other: how each is written, what stands before it, and in which ways it can be
//! read when small words are written together with it.

use std::ops::Range;

use crate::resources::{Clitics, Lines, Names, Phrases, Resources};
use crate::text::{
    CharKind, Class, HASH_START, Span, WordId, char_at, fold_into, hash_word, is_word_sign, look, push_hash,
};

/// Most characters that are looked at for the script of a number that begins a text.
const MAX_LOOK: usize = 200;

/// Bytes that a word takes at least, on average, with what stands before it.
const BYTES_OF_WORD: usize = 5;

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// In a script without capitals.
    Uncased,
    Lower,
    /// With a capital at its head.
    Title,
    /// In capitals, two at least.
    Upper,
    /// With a capital inside.
    Mixed,
    Number,
    /// A sign that is a word: "%", "$".
    Sign,
}

/// What stands between a word and the one before it, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Gap(u16);

impl Gap {
    pub(super) const SPACE: Self = Self(1);
    pub(super) const HYPHEN: Self = Self(2);
    pub(super) const APOSTROPHE: Self = Self(4);
    pub(super) const COMMA: Self = Self(8);
    pub(super) const STOP: Self = Self(16);
    pub(super) const COLON: Self = Self(32);
    pub(super) const OPEN: Self = Self(64);
    pub(super) const CLOSE: Self = Self(128);
    pub(super) const QUOTE: Self = Self(256);
    /// The end of a line or paragraph.
    pub(super) const BLANK: Self = Self(512);
    /// A full stop that ends no sentence.
    pub(super) const DOT: Self = Self(1024);
    pub(super) const OTHER: Self = Self(2048);

    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether nothing but these stands there.
    pub(super) const fn is_only(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Whether a name may go on over it.
    pub(super) const fn is_plain(self) -> bool {
        self.is_only(Self(1 | 2 | 4)) && !(self.has(Self::SPACE) && self.has(Self::HYPHEN))
    }

    /// Whether a sentence ends there.
    pub(super) const fn ends_sentence(self) -> bool {
        self.0 & (Self::STOP.0 | Self::BLANK.0) != 0
    }
}

/// One way to read a word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reading {
    /// The word, when it is known.
    pub(super) word: Option<WordId>,
    /// The word without its article, when that is known.
    pub(super) bare: Option<WordId>,
    /// Letters before the word that are a word of their own.
    pub(super) cut: u8,
    /// Whether the article is fused with the proclitic, which then belongs to the word.
    pub(super) is_fused: bool,
    /// Whether it has the article.
    pub(super) is_definite: bool,
    /// Whether "and" is cut off.
    pub(super) has_and: bool,
    /// The other letter that is cut off or fused.
    pub(super) proclitic: Option<char>,
}

/// A word of the text.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) span: Span,
    folded: Range<usize>,
    hash: u64,
    pub(super) shape: Shape,
    pub(super) gap: Gap,
    is_cased: bool,
    readings: Range<usize>,
}

/// The words of a text.
pub(super) struct Tokens<'t> {
    pub(super) text: &'t str,
    pub(super) list: Vec<Token>,
    letters: String,
    readings: Vec<Reading>,
    /// What stands after the last word.
    tail: Gap,
}

impl<'t> Tokens<'t> {
    /// Reads parts of a text; a paragraph ends where a part ends.
    pub(super) fn new(text: &'t str, spans: impl IntoIterator<Item = Span>, resources: &Resources) -> Self {
        let mut tokens =
            Self { text, list: Vec::new(), letters: String::new(), readings: Vec::new(), tail: Gap::default() };
        let mut scratch = String::new();
        let (names, lines) = (resources.names(), resources.lines());
        for span in spans {
            tokens.letters.reserve(span.len());
            tokens.list.reserve(span.len() / BYTES_OF_WORD);
            tokens.readings.reserve(span.len() / BYTES_OF_WORD);
            let first = tokens.list.len();
            tokens.scan(span, names, lines);
            tokens.list.get_mut(first).into_iter().for_each(|token| token.gap = token.gap.and(Gap::BLANK));
            for at in first..tokens.list.len() {
                let phrases = resources.phrases(tokens.is_cased(at));
                tokens.read(at, names, phrases, &mut scratch);
            }
        }
        tokens
    }

    /// Whether a word is in a script with capitals; a number is in that of the word before it.
    pub(super) fn is_cased(&self, at: usize) -> bool {
        self.list.get(at).is_some_and(|token| token.is_cased)
    }

    pub(super) fn get(&self, at: usize) -> Option<&Token> {
        self.list.get(at)
    }

    /// The folded letters of a word.
    pub(super) fn folded(&self, at: usize) -> &str {
        self.list.get(at).and_then(|token| self.letters.get(token.folded.clone())).unwrap_or_default()
    }

    /// The folded letters of a word without its article and what stands before it.
    pub(super) fn bare(&self, at: usize, names: &Names) -> String {
        let folded = self.folded(at);
        let reading = self.readings(at).iter().find(|reading| reading.word.is_some() || reading.bare.is_some());
        let cut = reading.map_or(0, |reading| usize::from(reading.cut));
        let rest = folded.char_indices().nth(cut).and_then(|(at, _)| folded.get(at..)).unwrap_or(folded);
        let article = names.clitics.iter().map(|clitics| clitics.article.as_str()).find(|article| {
            !article.is_empty() && rest.starts_with(article) && rest.chars().count() > article.chars().count() + 2
        });
        article.and_then(|article| rest.strip_prefix(article)).unwrap_or(rest).to_owned()
    }

    pub(super) fn readings(&self, at: usize) -> &[Reading] {
        self.list.get(at).and_then(|token| self.readings.get(token.readings.clone())).unwrap_or_default()
    }

    /// Where a word begins when so many letters before it are words of their own.
    pub(super) fn start(&self, at: usize, cut: u8) -> usize {
        let Some(token) = self.list.get(at) else { return 0 };
        let source = token.span.slice(self.text);
        let mut left = cut;
        for (offset, c) in source.char_indices() {
            if matches!(look(c).kind, CharKind::Letter) {
                if left == 0 {
                    return token.span.start + offset;
                }
                left -= 1;
            }
        }
        token.span.start
    }

    fn scan(&mut self, span: Span, names: &Names, lines: &Lines) {
        let mut word = Pending {
            start: span.start,
            end: span.start,
            from: self.letters.len(),
            hash: HASH_START,
            kind: None,
            case: Case::default(),
        };
        let mut gap = std::mem::take(&mut self.tail);
        let mut at = span.start;
        while let Some(c) = char_at(self.text, at).filter(|_| at < span.end) {
            let look = look(c);
            let end = at + c.len_utf8();
            match look.kind {
                CharKind::Letter | CharKind::Digit => {
                    let kind = look.kind;
                    if word.kind.is_some_and(|known| known != kind) {
                        gap = self.push(&mut word, gap, lines);
                    }
                    if word.kind.is_none() {
                        word = Pending {
                            start: at,
                            end,
                            from: self.letters.len(),
                            hash: HASH_START,
                            kind: Some(kind),
                            case: Case::default(),
                        };
                    }
                    match look.folded {
                        Some(folded) => {
                            self.letters.push(folded);
                            word.hash = push_hash(word.hash, folded);
                        }
                        None => {
                            fold_into(c.encode_utf8(&mut [0; 4]), &mut self.letters);
                            word.hash = self.letters.get(word.from..).map_or(HASH_START, hash_word);
                        }
                    }
                    word.case.add(c);
                    word.end = end;
                }
                CharKind::Over if word.kind.is_some() => word.end = end,
                CharKind::Over | CharKind::Hidden => {}
                CharKind::Space => {
                    gap = self.push(&mut word, gap, lines).and(Gap::SPACE);
                }
                CharKind::Mark => {
                    gap = self.push(&mut word, gap, lines);
                    let mark = look.folded.unwrap_or(c);
                    if mark == '.' && gap == Gap::default() && self.ends_dotted(at) {
                        // The last stop of "U.S." belongs to it.
                        self.list.last_mut().into_iter().for_each(|token| token.span.end = end);
                        at = end;
                        continue;
                    }
                    if is_word_sign(mark) && names.signs.contains(&mark) {
                        let from = self.letters.len();
                        self.letters.push(mark);
                        let folded = from..self.letters.len();
                        self.list.push(Token {
                            span: Span::new(at, end),
                            folded,
                            hash: push_hash(HASH_START, mark),
                            shape: Shape::Sign,
                            gap,
                            is_cased: self.is_cased(self.list.len().wrapping_sub(1)),
                            readings: 0..0,
                        });
                        gap = Gap::default();
                    } else {
                        gap = gap.and(self.mark(mark, at, lines));
                    }
                }
            }
            at = end;
        }
        self.tail = self.push(&mut word, gap, lines);
    }

    /// What stands after the last word.
    pub(super) fn tail(&self) -> Gap {
        self.tail.and(Gap::BLANK)
    }

    /// Whether a word with stops between its letters ends here.
    fn ends_dotted(&self, at: usize) -> bool {
        self.list.last().is_some_and(|token| {
            token.span.end == at && token.shape == Shape::Upper && token.span.slice(self.text).contains('.')
        })
    }

    /// What a mark does between words.
    fn mark(&self, mark: char, at: usize, lines: &Lines) -> Gap {
        match mark {
            '-' => Gap::HYPHEN,
            '\'' => Gap::APOSTROPHE,
            ',' => Gap::COMMA,
            '.' => {
                let before = self.list.last().filter(|token| token.span.end == at);
                let word = before.and_then(|token| self.letters.get(token.folded.clone())).unwrap_or_default();
                let is_initial =
                    word.chars().nth(1).is_none() && before.is_some_and(|token| token.shape != Shape::Number);
                if before.is_some() && (is_initial || lines.is_abbreviation(word)) { Gap::DOT } else { Gap::STOP }
            }
            '!' | '?' | '…' | '|' | '•' => Gap::STOP,
            ':' | ';' => Gap::COLON,
            '(' | '[' => Gap::OPEN,
            ')' | ']' => Gap::CLOSE,
            '"' => Gap::QUOTE,
            _ => Gap::OTHER,
        }
    }

    /// Ends the word that is being read.
    fn push(&mut self, word: &mut Pending, gap: Gap, _lines: &Lines) -> Gap {
        let Some(kind) = word.kind.take() else { return gap };
        let folded = word.from..self.letters.len();
        let span = Span::new(word.start, word.end);
        let is_letter = kind == CharKind::Letter && word.case.letters == 1;
        // "O.N.U." is one word.
        if let Some(before) =
            self.list.last_mut().filter(|before| is_letter && gap == Gap::DOT && before.span.end + 1 == span.start)
        {
            let was_dotted = before.shape == Shape::Upper && before.span.slice(self.text).contains('.');
            if before.span.slice(self.text).chars().filter(|c| c.is_alphabetic()).count() == 1 || was_dotted {
                before.span.end = span.end;
                before.folded.end = folded.end;
                before.hash = self.letters.get(before.folded.clone()).map_or(HASH_START, hash_word);
                if before.shape != Shape::Uncased {
                    before.shape = Shape::Upper;
                }
                return Gap::default();
            }
        }
        let shape = if kind == CharKind::Digit { Shape::Number } else { word.case.shape() };
        let is_cased = match shape {
            Shape::Uncased => false,
            Shape::Number => {
                self.list.last().map_or_else(|| begins_cased(self.text, span.end), |before| before.is_cased)
            }
            _ => true,
        };
        self.list.push(Token { span, folded, hash: word.hash, shape, gap, is_cased, readings: 0..0 });
        Gap::default()
    }

    /// Works out the ways to read a word.
    fn read(&mut self, at: usize, names: &Names, phrases: &Phrases, scratch: &mut String) {
        let from = self.readings.len();
        let is_uncased = self.list.get(at).is_some_and(|token| token.shape == Shape::Uncased);
        let folded = self.list.get(at).and_then(|token| self.letters.get(token.folded.clone())).unwrap_or_default();
        let hash = self.list.get(at).map_or(HASH_START, |token| token.hash);
        self.readings.push(Reading { word: phrases.word(hash, folded), ..Reading::default() });
        for clitics in names.clitics.iter().filter(|clitics| is_uncased && !clitics.article.is_empty()) {
            self.readings.get_mut(from).into_iter().for_each(|first| read_bare(first, folded, clitics, phrases));
            split(folded, clitics, phrases, scratch, &mut self.readings);
        }
        let until = self.readings.len();
        self.list.get_mut(at).into_iter().for_each(|token| token.readings = from..until);
    }
}

/// Whether the first letter after a place in a text is of a script with capitals.
fn begins_cased(text: &str, at: usize) -> bool {
    let letter = text.get(at..).and_then(|rest| rest.chars().take(MAX_LOOK).find(|c| Class::of(*c).is_letter()));
    letter.is_some_and(|c| Class::of(c).is_upper() || Class::of(c).is_lower())
}

/// Reads a word without its article.
fn read_bare(reading: &mut Reading, word: &str, clitics: &Clitics, phrases: &Phrases) {
    if let Some(bare) = word.strip_prefix(clitics.article.as_str()).filter(|bare| bare.chars().nth(1).is_some()) {
        reading.is_definite = true;
        reading.bare = phrases.word(hash_word(bare), bare);
    }
}

/// The ways to read a word with small words before it: "and", then another one, which may be fused with the article.
fn split(word: &str, clitics: &Clitics, phrases: &Phrases, scratch: &mut String, readings: &mut Vec<Reading>) {
    let joined = clitics.and.iter().filter_map(|and| Some((word.strip_prefix(and.as_str())?, true)));
    for (base, has_and) in std::iter::once((word, false)).chain(joined) {
        let mut push = |rest: &str, cut: usize, fused: bool, proclitic: Option<char>| {
            let word = phrases.word(hash_word(rest), rest);
            let cut = (usize::from(has_and) + cut) as u8;
            let mut reading = Reading { word, cut, is_fused: fused, has_and, proclitic, ..Reading::default() };
            read_bare(&mut reading, rest, clitics, phrases);
            // Without the article any word might begin with one of these letters.
            if reading.word.is_some() || reading.bare.is_some() || reading.is_definite {
                readings.push(reading);
            }
        };
        if has_and && base.chars().nth(1).is_some() {
            push(base, 0, false, None);
        }
        for (fused, article) in &clitics.fused {
            if let Some(rest) = base.strip_prefix(fused.as_str()).filter(|rest| rest.chars().nth(1).is_some()) {
                scratch.clear();
                scratch.push_str(article);
                scratch.push_str(rest);
                push(scratch, 0, true, fused.chars().next());
            }
        }
        for proclitic in &clitics.others {
            if let Some(rest) = base.strip_prefix(proclitic.as_str()).filter(|rest| rest.chars().nth(1).is_some()) {
                push(rest, proclitic.chars().count(), false, proclitic.chars().next());
            }
        }
    }
}

/// A word that is being read.
struct Pending {
    start: usize,
    end: usize,
    /// Where its letters begin.
    from: usize,
    hash: u64,
    kind: Option<CharKind>,
    case: Case,
}

/// What has been seen of the capitals of a word.
#[derive(Clone, Copy, Debug, Default)]
struct Case {
    letters: u32,
    upper: u32,
    lower: u32,
    starts_upper: bool,
}

impl Case {
    fn add(&mut self, c: char) {
        let class = Class::of(c);
        self.starts_upper |= self.letters == 0 && class.is_upper();
        self.letters += 1;
        self.upper += u32::from(class.is_upper());
        self.lower += u32::from(class.is_lower());
    }

    const fn shape(self) -> Shape {
        match (self.upper, self.lower) {
            (0, 0) => Shape::Uncased,
            (0, _) => Shape::Lower,
            (1, _) if self.starts_upper => Shape::Title,
            (_, 0) => Shape::Upper,
            _ => Shape::Mixed,
        }
    }
}
