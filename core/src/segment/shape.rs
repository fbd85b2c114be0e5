//! What a unit looks like: its size, its end, its marks, its words. Nothing here looks at other units.

use super::credit::Credit;
use super::unit::{Unit, starts_item};
use crate::model::Label;
use crate::resources::Resources;
use crate::text::{Class, HASH_START, ends_sentence, extend_hash, fold_into, is_closing, words};

/// Bytes of a unit that are folded at its start; the whole of a shorter one.
const HEAD: usize = 240;
/// Bytes that are folded at the end of a longer one.
const TAIL: usize = 80;
/// Longest unit, in bytes, that a rule may find a phrase in the middle of.
const SHORT: usize = 200;

/// How a unit ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Open,
    Stop,
    /// A question or exclamation mark: sentences end so, and titles too.
    Question,
    Colon,
}

/// A rule that matched a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RuleHit {
    /// Its index among the rules.
    pub(crate) rule: usize,
    /// Byte of the page where the matched phrase ends.
    pub(crate) end: usize,
}

/// What a unit looks like.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    /// Letters and digits, about.
    pub(crate) letters: u32,
    pub(crate) words: u32,
    pub(crate) end: End,
    pub(crate) is_item: bool,
    /// What it says of a text, when it says its day and little else.
    pub(crate) credit: Option<Credit>,
    pub(crate) is_quoted: bool,
    pub(crate) has_address: bool,
    /// Fields set apart by `|`, `/`, `›` and the like.
    pub(crate) has_separators: bool,
    /// Three fields or more, none of them long: `Home > News > Culture`.
    pub(crate) is_trail: bool,
    /// Begins with the sign of copyright.
    pub(crate) is_copyright: bool,
    /// Words glued together by a lost tag: `HomeNewsSport`.
    pub(crate) is_glued: bool,
    pub(crate) is_title_case: bool,
    pub(crate) is_upper_case: bool,
    pub(crate) is_numeric: bool,
    /// Sentences inside, beyond the one that its end closes.
    pub(crate) inner_stops: u32,
    /// Function words of its language among a hundred words.
    pub(crate) function_words: u32,
    /// Index of its language, when its words tell.
    pub(crate) language: Option<usize>,
    pub(crate) is_continuation: bool,
    /// Equal for units with the same words.
    pub(crate) hash: u64,
    pub(crate) hit: Option<RuleHit>,
}

impl Shape {
    /// Whether it is a sentence, or several, rather than a title.
    pub(crate) fn is_sentence(&self) -> bool {
        self.is_prose() || self.end == End::Stop && self.letters >= 30
    }

    /// Whether it says a day, and nothing else.
    pub(crate) fn is_date(&self) -> bool {
        self.credit.is_some_and(|credit| credit.label == Label::Date)
    }

    /// Whether it says when a text was published, and hardly more than by whom or where.
    pub(crate) fn is_credit(&self) -> bool {
        self.credit.is_some()
    }

    /// Whether it reads as a paragraph of prose.
    pub(crate) fn is_prose(&self) -> bool {
        self.letters >= 80 && (self.end != End::Open || self.inner_stops > 0 || self.letters >= 160)
    }
}

/// Looks at one unit. `buffer` is scratch space.
pub(crate) fn shape(text: &str, unit: &Unit, resources: &Resources, buffer: &mut String) -> Shape {
    let source = unit.inner.slice(text);
    let is_whole = source.len() <= HEAD + TAIL;
    let head = if is_whole { source } else { prefix(source, HEAD) };
    buffer.clear();
    fold_into(head, buffer);
    let tongue = Tongue::of(buffer, resources);
    let hit = rule_hit(text, unit, resources, buffer, &tongue);
    let look = Look::at(head);
    let end = match source.trim_end_matches(is_closing).chars().next_back() {
        Some('?' | '؟' | '!' | '！') => End::Question,
        Some(':' | '：') => End::Colon,
        _ if ends_sentence(suffix(source, TAIL)) => End::Stop,
        _ => End::Open,
    };
    let letters = letters(source.as_bytes());
    Shape {
        letters,
        words: tongue.words,
        end,
        is_item: starts_item(source),
        credit: if source.len() <= SHORT { Credit::read(text, unit.inner, resources) } else { None },
        is_quoted: is_quoted(source),
        has_address: head.contains("http") || head.contains("www.") || head.contains('@'),
        has_separators: source.len() <= SHORT && look.separators > 0,
        is_trail: source.len() <= SHORT
            && look.separators >= 2
            && end == End::Open
            && tongue.words <= 6 * (look.separators + 1),
        is_copyright: source.starts_with('©') && source.len() <= SHORT,
        is_glued: look.glued >= 2,
        is_title_case: look.upper_words * 5 >= look.cased_words * 4 && look.cased_words >= 3,
        is_upper_case: look.upper * 10 >= look.cased * 9 && look.cased >= 4,
        is_numeric: look.digits * 10 >= (look.letters + look.digits) * 3,
        inner_stops: look.stops,
        function_words: tongue.share(),
        language: tongue.language,
        is_continuation: resources.lines().is_continuation(buffer),
        hash: tongue.hash ^ if is_whole { 0 } else { source.len() as u64 },
        hit,
    }
}

/// The rule that matches a unit. Of a long unit only the start is looked at.
fn rule_hit(text: &str, unit: &Unit, resources: &Resources, folded: &str, tongue: &Tongue) -> Option<RuleHit> {
    let source = unit.inner.slice(text);
    let words = if source.len() <= HEAD + TAIL { tongue.words } else { u32::MAX };
    let hit = resources.lines().rule(folded, source.len() <= SHORT, words)?;
    let start = prefix(source, HEAD + TAIL);
    Some(RuleHit { rule: hit.value, end: unit.inner.start + crate::text::fold(start).source(hit.range.end) })
}

/// The start of a text, cut at a character.
fn prefix(text: &str, length: usize) -> &str {
    let end = (0..=length.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or_default();
    text.get(..end).unwrap_or_default()
}

/// The end of a text, cut at a character.
fn suffix(text: &str, length: usize) -> &str {
    let from = text.len().saturating_sub(length);
    let start = (from..=text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or_default();
    text.get(start..).unwrap_or_default()
}

/// About how many letters and digits there are: bytes that begin one, general punctuation left out. A letter of Chinese,
/// Japanese or Korean says as much as two.
fn letters(bytes: &[u8]) -> u32 {
    let weight = |b: u8| {
        usize::from(b.is_ascii_alphanumeric() || (b >= 0xC3 && b != 0xE2)) + usize::from(matches!(b, 0xE3..=0xED))
    };
    bytes.iter().map(|&b| weight(b)).sum::<usize>().try_into().unwrap_or(u32::MAX)
}

fn is_quoted(source: &str) -> bool {
    let opens = source.starts_with(['"', '“', '”', '«', '„', '‘']);
    opens && source.trim_end_matches(['.', '،', ',', ' ']).ends_with(['"', '”', '“', '»', '’'])
}

/// What the words of a unit say about its language.
#[derive(Debug, Default)]
struct Tongue {
    words: u32,
    language: Option<usize>,
    hits: u32,
    hash: u64,
}

impl Tongue {
    fn of(folded: &str, resources: &Resources) -> Self {
        let mut counts = [0_u32; 32];
        let mut total = 0_u32;
        let mut hash = HASH_START;
        for word in words(folded) {
            total += 1;
            hash = extend_hash(hash, word.as_bytes());
            let mut bits = resources.lines().function_word(word);
            if bits == 0 && !word.is_ascii() {
                bits = resources.lines().function_word(resources.lines().without_proclitic(word));
            }
            while bits != 0 {
                if let Some(count) = counts.get_mut(bits.trailing_zeros() as usize) {
                    *count += 1;
                }
                bits &= bits - 1;
            }
        }
        let best = counts.iter().enumerate().max_by_key(|&(index, &count)| (count, std::cmp::Reverse(index)));
        let (language, hits) = best.map_or((None, 0), |(index, &hits)| ((hits > 0).then_some(index), hits));
        Self { words: total, language, hits, hash }
    }

    fn share(&self) -> u32 {
        (self.hits * 100).checked_div(self.words).unwrap_or_default()
    }
}

/// Counts of marks and letter cases.
#[derive(Debug, Default)]
struct Look {
    letters: u32,
    digits: u32,
    cased: u32,
    upper: u32,
    cased_words: u32,
    upper_words: u32,
    glued: u32,
    separators: u32,
    stops: u32,
}

impl Look {
    fn at(source: &str) -> Self {
        let mut look = Self::default();
        let mut before = ' ';
        let mut class_before = Class::of(before);
        let mut stopped = false;
        for c in source.chars() {
            let class = Class::of(c);
            if class.is_letter() {
                let is_cased = class.is_upper() || class.is_lower();
                look.letters += 1;
                look.cased += u32::from(is_cased);
                look.upper += u32::from(class.is_upper());
                if is_cased && !class_before.is_word() && !matches!(before, '\'' | '’') {
                    look.cased_words += 1;
                    look.upper_words += u32::from(class.is_upper());
                }
                look.glued += u32::from(class.is_upper() && class_before.is_lower());
                look.stops += u32::from(stopped && class_before.is_space());
                stopped = false;
            } else if class.is_number() {
                look.digits += 1;
                stopped = false;
            } else if !class.is_space() {
                if crate::text::is_terminator(c) {
                    stopped = class_before.is_word() || is_closing(before);
                } else if class_before.is_space() && matches!(c, '|' | '›' | '»' | '/' | '•' | '·' | '→' | '>' | '←')
                {
                    look.separators += 1;
                }
            }
            (before, class_before) = (c, class);
        }
        look
    }
}
