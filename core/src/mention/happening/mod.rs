//! Mentions of events: what each sentence says of something that happens, before it is known which are of one event.

mod act;
mod actor;
mod clause;
mod doer;
mod frame;
mod noun;
mod people;
mod reader;
mod said;
mod sentence;
mod sign;
mod walk;

use super::organization::Name;
use super::person::PersonName;
use super::place::PlaceName;
use super::reading::Page;
use crate::model::{EventType, Mention, ParticipantRole};
use crate::resources::{Form, Phase, Relation};
use crate::text::Span;
use reader::Reader;
use sentence::sentences;

/// What an article names, and where its headline is.
pub(super) struct Scene<'s> {
    pub(super) organizations: &'s [Name],
    pub(super) people: &'s [PersonName],
    pub(super) places: &'s [PlaceName],
    pub(super) quantities: &'s [Mention],
    /// Its dates, in the order of the text.
    pub(super) dates: &'s [Span],
    /// Those of them that are a year and no more.
    pub(super) years: &'s [usize],
    /// What says when, where, by whom and under which words the text was filed, in order: no event is there.
    pub(super) filed: &'s [Span],
    /// Lines that are titles.
    pub(super) titles: &'s [Span],
}

impl Scene<'_> {
    /// Whether a span is part of what says how the text was filed.
    fn is_filed(&self, span: Span) -> bool {
        let next = self.filed.partition_point(|filed| filed.start <= span.start);
        next.checked_sub(1).and_then(|at| self.filed.get(at)).is_some_and(|filed| filed.contains(span))
    }
}

/// How plainly words speak of an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Plainness {
    /// Words that only go on about an event named before.
    #[default]
    Reference,
    /// A noun that nothing is said of, or one in the plural.
    Bare,
    /// Something is said, asked, welcomed.
    Said,
    /// A verb that is an event by itself.
    Act,
    /// A noun of which it is said that it takes place.
    Noun,
}

/// One mention of an event.
#[derive(Clone, Debug, Default)]
pub(crate) struct Happening {
    /// Its sentence, and the place of that among the sentences of the article.
    pub(crate) sentence: Span,
    pub(crate) number: usize,
    pub(crate) is_title: bool,
    /// The words that say that something happens.
    pub(crate) trigger: Span,
    /// What kind of event; none for "the event", or when nothing but what is said of it stands there.
    pub(crate) kind: Option<EventType>,
    pub(crate) plainness: Plainness,
    /// The folded noun, without its article.
    pub(crate) head: String,
    /// The words of its name, and the folded ones.
    pub(crate) name: Option<Span>,
    pub(crate) words: Vec<String>,
    /// Whether the noun is in the plural.
    pub(crate) is_several: bool,
    /// Whether the noun is of a thing that something is done to.
    pub(crate) is_thing: bool,
    /// Whether next to nothing stands beside the noun.
    pub(crate) is_short: bool,
    /// Whether it points at something known: "the forum".
    pub(crate) is_definite: bool,
    pub(crate) edition: Option<u32>,
    /// Whether it is the next one, or one before.
    pub(crate) turn: Turn,
    /// What is said of it, and how.
    pub(crate) phases: Vec<(Phase, Form)>,
    /// Whether words of planning stand in its clause.
    pub(crate) is_planned: bool,
    /// Its dates, by their place in the article, and what was said where they stand.
    pub(crate) dates: Vec<(usize, Option<Phase>)>,
    /// Places, and whether what stands before them may be there rather than the event.
    pub(crate) places: Vec<(usize, bool)>,
    /// The name of a town that nobody knows, and the place beside it that says in which country.
    pub(crate) town: Option<(Span, Option<usize>)>,
    pub(crate) venue: Option<Span>,
    pub(crate) organizations: Vec<(Relation, usize)>,
    /// Bodies that tell of it: they hold it when nobody else does.
    pub(crate) announcers: Vec<usize>,
    pub(crate) people: Vec<(ParticipantRole, usize)>,
    /// Places whose people take part.
    pub(crate) countries: Vec<usize>,
    pub(crate) quantities: Vec<usize>,
    /// A number of countries that is not that of those named beside it, by its place among the quantities, and how many are named.
    pub(crate) miscount: Option<(usize, usize)>,
    pub(crate) theme: Option<Span>,
    pub(crate) outcome: Option<Span>,
    pub(crate) mode: Mode,
    /// The happening it takes place within or beside, by its place in the list.
    pub(crate) frame: Option<usize>,
    /// Whether it is named beside the one before it, and the same is said of both.
    pub(crate) is_beside: bool,
}

/// Which one of several like it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Turn {
    #[default]
    This,
    Next,
    Previous,
}

/// How one can take part, as far as words say it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Mode {
    pub(crate) is_online: bool,
    pub(crate) is_onsite: bool,
}

/// Finds the mentions of events of an article, in the order of the text.
pub(super) fn find(page: &Page<'_>, scene: &Scene<'_>) -> Vec<Happening> {
    let mut reader = Reader::new(page, scene);
    for sentence in sentences(page) {
        reader.read(sentence);
    }
    reader.happenings
}
