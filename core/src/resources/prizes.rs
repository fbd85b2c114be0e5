//! The shape of `awards.toml`: the words that prizes, and who won them, are recognised by.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Words;

/// What a word or phrase says of prizes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum PrizeCue {
    /// A noun for a prize: beside an ordinal it has a rank, by itself it is a special one.
    Prize,
    /// The same in the plural.
    Prizes,
    /// A noun that is a prize beside an ordinal only: "place".
    Place,
    /// What is won by whoever comes first: "final", "title". Only as what a verb of winning wins.
    Final,
    /// A prize without a rank that is an honour by its name: "honourable mention".
    Mention,
    /// What makes a prize beside it one of honour: "honorary".
    Honorary,
    /// A prize whose name is a rank: "gold medal".
    Medal,
    /// A verb with a rank in it, after who has it: "completes the podium".
    Champion,
    /// The same before who has it: "crowned".
    Crown,
    /// Who has a rank, by no name: "runner-up".
    Winner,
    /// More forms of ordinals than dates need.
    Ordinal,
    /// "Jointly".
    Tie,
    /// "Each".
    Each,
    /// "Respectively".
    Respectively,
    /// A verb whose subject has the prize.
    Win,
    /// A verb whose subject is the prize: "went".
    Go,
    /// A verb whose object is the prize that somebody gets, or its subject when it is passive: "awarded".
    Give,
    /// A verb that says that several have it.
    Share,
    /// A verb before an ordinal without a noun: "came second".
    Finish,
    /// Who stands after it has the next rank: "ahead of".
    Lead,
    /// The same, in a final: "beat".
    Beat,
    /// "To", before who gets something.
    To,
    /// "By", before who gives something.
    By,
    /// "For", before what was won with.
    For,
    /// "Worth", before a sum.
    Worth,
    /// A sum that is not that of one prize: "total".
    Total,
    /// A noun before the name of who competes: "team".
    Team,
    /// A noun before the title of a work: "film".
    Work,
    /// A noun before words that say what something is, without being a title: "project".
    Project,
    /// A noun that tells that there is a contest.
    Contest,
    /// A noun that tells that ranks are those of a list: "ranking".
    Ranking,
    /// What denies a verb, or puts it into the future.
    Not,
    /// A relative pronoun.
    Who,
    /// A phrase that looks like a prize and is none: "in the first place".
    Nothing,
}

/// `awards.toml`: the words that prizes are recognised by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct PrizeWords {
    /// Whether an ordinal stands after its noun.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub ordinal_after: bool,
    /// What makes an ordinal of digits before it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ordinal_endings: Vec<String>,
    /// Words by what they say.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub words: BTreeMap<PrizeCue, Vec<String>>,
    /// Words that hold a rank, by what they say, then by rank.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub ranks: BTreeMap<PrizeCue, Words>,
}
