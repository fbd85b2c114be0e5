//! The shape of `events.toml`: the words that events, and what is said of them, are recognised by.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{EventType, ParticipantRole};

/// What a verb says of an event, or a noun made of it ("opening").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Phase {
    /// Somebody holds it.
    Hold,
    /// It is held at somebody's.
    Host,
    /// Somebody makes it: "paid a visit".
    Make,
    /// It takes place.
    TakePlace,
    /// It begins; without an event it is an inauguration.
    Open,
    /// It ends.
    Close,
    /// It goes on for some time.
    Last,
    /// It was moved.
    Postpone,
    /// It will not take place.
    Cancel,
    /// Somebody took part in it.
    Attend,
    /// Somebody pays for it.
    Fund,
    /// Somebody tells of it.
    Announce,
    /// It is aimed at something, deals with something: nothing is said of when and where.
    Aim,
}

/// How a verb stands: its tense, or as a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Form {
    /// It happened.
    Past,
    /// It happened, and the verb is passive: who did it stands after "by".
    Passive,
    /// It happens.
    Present,
    /// It will happen.
    Future,
    /// A noun made of the verb.
    Noun,
}

/// What the words after a cue are to an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Relation {
    /// "Organised by".
    Organizer,
    /// "Hosted by", "at the headquarters of".
    Host,
    /// "In partnership with".
    Partner,
    /// "With the support of".
    Funder,
    /// "Under the auspices of".
    Supervisor,
    /// "Under the patronage of".
    Patron,
    /// "In the presence of", "with the participation of".
    Attendee,
    /// "Between".
    Party,
    /// "For the benefit of": nobody who does anything.
    Beneficiary,
}

/// Other words that events are read by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Cue {
    /// "Under the motto": the words after it are the theme.
    Theme,
    /// "About": after the noun of an event, so are these.
    About,
    /// "On the sidelines of", "as part of": the event after it is the larger one.
    Frame,
    /// A noun that counts an event: "edition".
    Edition,
    /// A noun for what goes on at an event: "proceedings of".
    Wrapper,
    /// Any event: "the event".
    Generic,
    /// What a pronoun stands for: the event before it.
    Relative,
    /// "Next".
    Next,
    /// "Previous".
    Previous,
    /// What is to come: "scheduled".
    Planned,
    /// On a network.
    Online,
    /// On the spot.
    Onsite,
    /// Both.
    Mixed,
    /// A series, no event: "series of workshops".
    Series,
    /// What came of it: "agreed", "adopted".
    Outcome,
    /// "Among them": the countries after it are some of those counted before.
    Among,
    /// "Countries": a number of them can be counted against a list.
    Countries,
    /// A delegation, a team: its countries take part.
    Delegation,
    /// A part of an event: "opening session".
    Part,
    /// "By".
    By,
    /// A small word before the place where something happens: "in".
    Where,
    /// The same before the name of a town, known or not.
    InCity,
    /// A small word that points at what was named before: "the", "this".
    The,
    /// The body after it is the whole that the one before it belongs to.
    Affiliated,
    /// Words that only look like those of an event: "ceasefire".
    Nothing,
    /// What makes an ordinal of the figures before it: "th".
    OrdinalSuffix,
}

/// Forms of verbs, by what they say.
pub type Verbs<T> = BTreeMap<Form, BTreeMap<T, Vec<String>>>;

/// `events.toml`: the words that events are recognised by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct EventWords {
    /// Beginnings that put a verb into the future (Arabic س).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub future_prefixes: Vec<String>,
    /// Pronouns that are written together with the verb before them: what it is about was named before.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub object_suffixes: Vec<String>,
    /// Endings that indefinite nouns take, and the letters that they do not follow.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub noun_endings: Vec<String>,
    /// The last letters of words that take none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub no_ending_after: Vec<String>,
    /// Whether a verb usually stands before its subject.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub verb_first: bool,
    /// Nouns of events.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub nouns: BTreeMap<EventType, Vec<String>>,
    /// The same in the plural: several events, or events in general.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub plurals: BTreeMap<EventType, Vec<String>>,
    /// Nouns of things that are an event only when something is done to them: an agreement is signed, a book published.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub things: BTreeMap<EventType, Vec<String>>,
    /// Verbs that are an event by themselves.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub acts: Verbs<EventType>,
    /// Verbs that say what happens to an event.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub phases: Verbs<Phase>,
    /// Words before those who have to do with an event.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub relations: BTreeMap<Relation, Vec<String>>,
    /// Verbs of what people do at events; who does it is their subject.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub roles: BTreeMap<ParticipantRole, Vec<String>>,
    /// Words before the name of who does it: "chaired by".
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub role_cues: BTreeMap<ParticipantRole, Vec<String>>,
    /// Every other word.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub words: BTreeMap<Cue, Vec<String>>,
}
