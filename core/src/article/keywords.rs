//! Key words from one line: by their separators, or, run together, by the words of the article.

use rustc_hash::FxHashSet;

use super::body::line;
use crate::text::{fold, words};

const SEPARATORS: &[char] = &[',', '،', ';', '؛', '|', '•', '·', '#', '\n', '/'];

/// The key words of a list. `article` is the text they describe.
pub(super) fn split(list: &str, article: &str) -> Vec<String> {
    let parts: Vec<String> = list.split(SEPARATORS).map(line).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [run] => split_run(run, article),
        _ => parts,
    }
}

/// A run of key words whose separators were lost is cut between two words that the article uses, but never side by
/// side. If some word of the run is not in the article at all, the run is left as it stands.
fn split_run(run: &str, article: &str) -> Vec<String> {
    let folded = fold(article);
    let known: Vec<&str> = words(folded.as_str()).collect();
    let single: FxHashSet<&str> = known.iter().copied().collect();
    let pairs: FxHashSet<(&str, &str)> =
        known.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?))).collect();
    let pieces: Vec<&str> = run.split(' ').collect();
    let keys: Vec<String> =
        pieces.iter().map(|piece| words(fold(piece).as_str()).collect::<Vec<_>>().join(" ")).collect();
    if !keys.iter().all(|key| single.contains(key.as_str())) {
        return vec![run.to_owned()];
    }
    let mut out: Vec<String> = Vec::new();
    let mut before: Option<&str> = None;
    for (piece, key) in pieces.iter().zip(&keys) {
        match out.last_mut().filter(|_| before.is_some_and(|before| pairs.contains(&(before, key.as_str())))) {
            Some(last) => {
                last.push(' ');
                last.push_str(piece);
            }
            None => out.push((*piece).to_owned()),
        }
        before = Some(key);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separated_and_run_together() {
        assert_eq!(split("ثقافة، تراث، المغرب", ""), ["ثقافة", "تراث", "المغرب"]);
        assert_eq!(split("Culture | Patrimoine", ""), ["Culture", "Patrimoine"]);
        let article = "وقعت وزارة الثقافة ومكتبة قطر الوطنية اتفاقا في الدوحة.";
        assert_eq!(
            split("وزارة الثقافة الدوحة مكتبة", &article.replace("ومكتبة", "و مكتبة")),
            ["وزارة الثقافة", "الدوحة", "مكتبة"]
        );
        assert_eq!(split("وزارة السياحة", article), ["وزارة السياحة"]);
    }
}
