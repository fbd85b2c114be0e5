//! Unicode: spans and positions, the folded shadow that rules match on, scripts, sentences. Knows no news and no
//! language.

mod fold;
mod matcher;
mod position;
mod script;
mod sentence;
mod span;

pub use fold::{Folded, fold};
pub(crate) use fold::{fold_into, is_ignorable};
pub(crate) use matcher::{Anchor, Hit, Phrases};
pub(crate) use position::PositionIndex;
pub use script::Script;
pub(crate) use sentence::{ends_sentence, is_closing, is_terminator, sentences};
pub use span::Span;

/// The words of a folded text: runs of letters and digits.
pub(crate) fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}
