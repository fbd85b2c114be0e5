//! Sentence ends: the candidates of UAX #29, less those that a language's abbreviations, initials and numbers veto.

use unicode_segmentation::UnicodeSegmentation;

use super::{Span, fold, is_ignorable};

/// Whether a character ends a sentence in some script.
pub(crate) const fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '؟' | '۔' | '։' | '।' | '॥' | '。' | '！' | '？' | '｡' | '‼' | '⁇')
}

/// Whether a character closes what stands before it: quotes, brackets, spaces, invisible marks.
pub(crate) fn is_closing(c: char) -> bool {
    is_ignorable(c)
        || c.is_whitespace()
        || matches!(c, '"' | '\'' | '”' | '“' | '’' | '»' | '«' | ')' | ']' | '›' | '*')
}

/// Whether a text ends as a sentence does.
pub(crate) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(is_closing).chars().next_back().is_some_and(is_terminator)
}

/// The sentences of a text. They tile it; the white space after a sentence belongs to it.
///
/// `is_abbreviation` is asked for the folded word before a full stop.
pub(crate) fn sentences(text: &str, is_abbreviation: impl Fn(&str) -> bool) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut start = 0;
    for (at, piece) in text.split_sentence_bound_indices() {
        let end = at + piece.len();
        let rest = text.get(end..).unwrap_or_default();
        if !rest.is_empty() && is_vetoed(piece, rest, &is_abbreviation) {
            continue;
        }
        for cut in glued_quotes(text.get(start..end).unwrap_or_default()) {
            spans.push(Span::new(start, start + cut));
            start += cut;
        }
        spans.push(Span::new(start, end));
        start = end;
    }
    if start < text.len() {
        spans.push(Span::new(start, text.len()));
    }
    spans
}

/// Whether the end of `piece` is no sentence end, though a terminator stands there.
fn is_vetoed(piece: &str, rest: &str, is_abbreviation: &impl Fn(&str) -> bool) -> bool {
    let ended = piece.trim_end();
    if piece.ends_with(['\n', '\r', '\u{2028}', '\u{2029}']) {
        return false;
    }
    let next = rest.trim_start_matches(is_closing).chars().next();
    if next.is_some_and(|c| c.is_lowercase() || matches!(c, ',' | '،' | ';' | '؛')) {
        return true;
    }
    let Some(before) = ended.trim_end_matches(is_closing).strip_suffix('.') else { return !ends_sentence(ended) };
    let word = before.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '"' | '\'' | '’' | '«' | '“')).next();
    let word = word.unwrap_or_default();
    let is_initial =
        word.chars().filter(|&c| !is_ignorable(c)).count() == 1 && !word.starts_with(|c: char| c.is_numeric());
    let is_dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() <= 1);
    let is_ordinal = before.trim() == word && word.chars().all(char::is_numeric) && !word.is_empty();
    is_initial || is_dotted || is_ordinal || is_abbreviation(fold(word).as_str())
}

/// Offsets where a sentence ends though its closing quotation mark is glued to the next word: `قال.”وأضاف`.
fn glued_quotes(sentence: &str) -> Vec<usize> {
    let mut cuts = Vec::new();
    let mut last = 0;
    let mut before = [' ', ' '];
    for (at, c) in sentence.char_indices() {
        let [terminator, quote] = before;
        if is_terminator(terminator) && matches!(quote, '”' | '»' | '"' | '“') && c.is_alphabetic() && at > last {
            cuts.push(at - last);
            last = at;
        }
        before = [quote, c];
    }
    cuts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        let abbreviations = ["dr", "no", "art", "د", "st"];
        sentences(text, |word| abbreviations.contains(&word)).into_iter().map(|span| span.slice(text).trim()).collect()
    }

    #[test]
    fn stops_that_end_nothing() {
        for one in [
            "M. Rami et Dr. Salim A. Malki ont signé l’art. 12 du texte.",
            "التقى د. سليم الوزيرَ في العاصمة.",
            "Growth was 3.5 per cent, said the U.S. Treasury.",
            "Il a dit : « Quoi ? » puis il est parti.",
        ] {
            assert_eq!(split(one), [one]);
        }
    }

    #[test]
    fn ends_that_are_ends() {
        assert_eq!(split("انتهى الاجتماع. وبدأ الحفل؟ نعم."), ["انتهى الاجتماع.", "وبدأ الحفل؟", "نعم."]);
        assert_eq!(split("He left. She stayed!"), ["He left.", "She stayed!"]);
        assert_eq!(split("قال: “انتهى.”وأضاف المدير."), ["قال: “انتهى.”", "وأضاف المدير."]);
        assert_eq!(split("Titre\nTexte."), ["Titre", "Texte."]);
    }

    #[test]
    fn sentences_tile_the_text() {
        for text in ["", ".", "...", "  a. B  ", "نص.\u{200F} نص", "\0.\0"] {
            let mut at = 0;
            for span in sentences(text, |_| false) {
                assert_eq!(span.start, at);
                at = span.end;
            }
            assert_eq!(at, text.len());
        }
    }
}
