//! What a word of a date can mean, and the classes of words that code knows by name.

use super::lexicon::Lexicon;
use super::pattern::Item;

/// A kind of meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Class {
    Month,
    HijriMonth,
    Weekday,
    Number,
    Ordinal,
    Unit,
    Pair,
    Single,
    Day,
    NearDay,
    Relation,
    Season,
    Decade,
    DayPeriod,
    Zone,
    Era,
    Modifier,
    Frequency,
    /// A class of `[words]`, or a quoted word of a pattern, by its index.
    Word(u16),
}

impl Class {
    /// A number of its own.
    pub(crate) fn index(self) -> u32 {
        match self {
            Self::Month => 0,
            Self::HijriMonth => 1,
            Self::Weekday => 2,
            Self::Number => 3,
            Self::Ordinal => 4,
            Self::Unit => 5,
            Self::Pair => 6,
            Self::Day => 7,
            Self::Relation => 8,
            Self::Season => 9,
            Self::Decade => 10,
            Self::DayPeriod => 11,
            Self::Zone => 12,
            Self::Era => 13,
            Self::Modifier => 14,
            Self::Frequency => 15,
            Self::NearDay => 16,
            Self::Single => 17,
            Self::Word(index) => 18 + u32::from(index),
        }
    }

    /// Whether a word of this class can make a date of the words around it.
    pub(super) fn is_trigger(self) -> bool {
        matches!(
            self,
            Self::Month
                | Self::HijriMonth
                | Self::Weekday
                | Self::Unit
                | Self::Pair
                | Self::Day
                | Self::NearDay
                | Self::Season
                | Self::Decade
                | Self::Frequency
        )
    }

    /// The items of patterns that a word of this class can be, as bits.
    pub(crate) fn mask(self) -> u128 {
        let own = Item::Word(self).bit();
        own | match self {
            Self::HijriMonth => Item::Word(Self::Month).bit(),
            Self::Number => Item::Year.bit() | Item::Day.bit() | Item::Hour.bit() | Item::Count.bit(),
            Self::Ordinal => Item::Day.bit() | Item::Hour.bit() | Item::Nth.bit(),
            Self::Zone => Item::Offset.bit(),
            _ => 0,
        }
    }
}

/// One meaning of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Meaning {
    pub(crate) class: Class,
    /// The number it stands for, or an index into what its class is about.
    pub(crate) value: i32,
    /// Whether it is of several.
    pub(crate) is_plural: bool,
    /// The languages in which it means this, as bits.
    pub(crate) languages: u32,
}

/// The time a clause is about, as far as single words tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    Past,
    Future,
}

/// Units of time, from the shortest; their order is that of [`UNIT_NAMES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

pub(super) const UNIT_NAMES: [(&str, Unit); 11] = [
    ("minute", Unit::Minute),
    ("hour", Unit::Hour),
    ("day", Unit::Day),
    ("week", Unit::Week),
    ("weekend", Unit::Weekend),
    ("month", Unit::Month),
    ("quarter", Unit::Quarter),
    ("half", Unit::Half),
    ("year", Unit::Year),
    ("decade", Unit::Decade),
    ("century", Unit::Century),
];

impl Unit {
    pub(crate) fn at(index: i32) -> Option<Self> {
        UNIT_NAMES.get(usize::try_from(index).ok()?).map(|(_, unit)| *unit)
    }
}

/// Classes of words that code knows by name.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Roles {
    pub(crate) suffix: Option<u16>,
    pub(crate) one: Option<u16>,
    pub(crate) and: Option<u16>,
    pub(crate) century: Option<u16>,
    pub(crate) weekend: Option<u16>,
    pub(crate) possessive: Option<u16>,
    pub(crate) decades: Option<u16>,
    pub(crate) decade_mark: Option<u16>,
    pub(crate) half_letter: Option<u16>,
    pub(crate) half_past: Option<u16>,
    pub(crate) quarter_past: Option<u16>,
    pub(crate) quarter_to: Option<u16>,
    pub(crate) counted: Option<u16>,
    pub(crate) numbered: Option<u16>,
    pub(crate) ambiguous: Option<u16>,
    pub(crate) cue: Option<u16>,
    pub(crate) day_cue: Option<u16>,
    pub(crate) filler: Option<u16>,
    pub(crate) this: Option<u16>,
    pub(crate) later: Option<u16>,
    pub(crate) earlier: Option<u16>,
}

impl Roles {
    pub(super) fn new(lexicon: &Lexicon) -> Self {
        Self {
            suffix: lexicon.class("suffix"),
            one: lexicon.class("one"),
            and: lexicon.class("and"),
            century: lexicon.class("century"),
            weekend: lexicon.class("weekend"),
            possessive: lexicon.class("possessive"),
            decades: lexicon.class("decades"),
            decade_mark: lexicon.class("decade-mark"),
            half_letter: lexicon.class("half-letter"),
            half_past: lexicon.class("half-past"),
            quarter_past: lexicon.class("quarter-past"),
            quarter_to: lexicon.class("quarter-to"),
            counted: lexicon.class("counted"),
            numbered: lexicon.class("numbered"),
            ambiguous: lexicon.class("ambiguous"),
            cue: lexicon.class("cue"),
            day_cue: lexicon.class("day-cue"),
            filler: lexicon.class("filler"),
            this: lexicon.class("this"),
            later: lexicon.class("later"),
            earlier: lexicon.class("earlier"),
        }
    }
}
