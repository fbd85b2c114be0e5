//! What phrases can mean to the search for names.

use crate::model::{EventType, MentionForm, OrganizationType, ParticipantRole};
use crate::resources::happenings::{Cue, Form, Phase, Relation};
use crate::resources::prizes::PrizeCue;

/// What a phrase can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sense {
    /// A body of the registry, and how the phrase names it.
    Organization(u32, MentionForm),
    /// A place by its name.
    Place(u32),
    /// A place by an adjective or the name of its people.
    Demonym(u32),
    /// The noun that begins the name of a body of this kind.
    Head(OrganizationType),
    /// An office, and the kind of body it stands for.
    Office(OrganizationType),
    /// A title, by its place among [`Names::honorifics`].
    Honorific(u16),
    /// A given name.
    Given,
    /// A family name.
    Family,
    /// A word that names are put together with.
    Compound,
    /// A verb.
    Verb,
    /// A number in words, by its place in [`super::Names::number`].
    Number(u32),
    /// An ordinal in words.
    Ordinal(i32),
    /// A word of money, by its place among [`Names::currencies`].
    Currency(u16),
    /// Any other word of names.
    Word(NameClass),
    /// The noun of an event of this kind; of several when it is a plural.
    Event(EventType, Number),
    /// A verb that is an event of this kind by itself.
    Act(EventType, Form),
    /// A verb that says what happens to an event.
    Phase(Phase, Form),
    /// The words before those who have to do with an event.
    Relation(Relation),
    /// The verb of what somebody does at an event.
    Does(ParticipantRole),
    /// The words before who does it.
    DoneBy(ParticipantRole),
    /// Any other word of events.
    Cue(Cue),
    /// A word of prizes, and the rank it holds, 0 for none.
    Prize(PrizeCue, u8),
}

/// Whether a noun is of one event, of several, or of a thing that something is done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Number {
    One,
    Several,
    Thing,
}

/// The classes of `[words]` in `names.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum NameClass {
    AndProclitic,
    ToProclitic,
    InProclitic,
    In,
    Stop,
    Naming,
    Topic,
    Treaty,
    Rank,
    Venue,
    PlaceHead,
    More,
    Less,
    About,
    VerbPrefix,
    Feminine,
    Plural,
    Roughly,
    MoreAfter,
    LessAfter,
    Many,
    Percent,
    Of,
    Link,
    And,
    Article,
    Company,
    PersonLink,
    Plain,
    For,
    Low,
    Generic,
    Suffix,
    /// How nouns and adjectives end in the plural.
    PluralEnding,
    /// How adjectives of one noun end alike.
    AgreementEnding,
    Pact,
    Dependent,
    Ambiguous,
}

pub(super) const CLASSES: [(&str, NameClass); 36] = [
    ("and-proclitic", NameClass::AndProclitic),
    ("to-proclitic", NameClass::ToProclitic),
    ("in-proclitic", NameClass::InProclitic),
    ("in", NameClass::In),
    ("stop", NameClass::Stop),
    ("naming", NameClass::Naming),
    ("topic", NameClass::Topic),
    ("treaty", NameClass::Treaty),
    ("rank", NameClass::Rank),
    ("venue", NameClass::Venue),
    ("place-head", NameClass::PlaceHead),
    ("more", NameClass::More),
    ("less", NameClass::Less),
    ("about", NameClass::About),
    ("many", NameClass::Many),
    ("percent", NameClass::Percent),
    ("of", NameClass::Of),
    ("link", NameClass::Link),
    ("and", NameClass::And),
    ("article", NameClass::Article),
    ("company", NameClass::Company),
    ("person-link", NameClass::PersonLink),
    ("plain", NameClass::Plain),
    ("for", NameClass::For),
    ("low", NameClass::Low),
    ("generic", NameClass::Generic),
    ("suffix", NameClass::Suffix),
    ("plural-ending", NameClass::PluralEnding),
    ("agreement-ending", NameClass::AgreementEnding),
    ("pact", NameClass::Pact),
    ("roughly", NameClass::Roughly),
    ("verb-prefix", NameClass::VerbPrefix),
    ("feminine", NameClass::Feminine),
    ("plural", NameClass::Plural),
    ("more-after", NameClass::MoreAfter),
    ("less-after", NameClass::LessAfter),
];

/// What a phrase stands for, in which languages, and how it has to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Meant {
    pub(crate) sense: Sense,
    /// Languages as bits.
    pub(crate) languages: u32,
    pub(crate) case: Case,
    /// Whether it means other things too.
    pub(crate) is_weak: bool,
}

/// How a phrase has to be written in a script with capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// In any way.
    Any,
    /// With a capital.
    Capital,
    /// All in capitals, or exactly as in the data.
    Acronym,
}
