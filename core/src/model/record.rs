//! The record itself and its warnings.

use serde::{Deserialize, Serialize};

use super::{Article, Event, Organization, Person, Place, Segment, WebPage};
use crate::text::{Positions, Span};

/// What a page was given as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Format {
    /// Plain text.
    #[default]
    Text,
    /// HTML.
    Html,
}

/// What kind of doubt a warning is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum WarningCode {
    /// A stated weekday is not that of its date.
    WeekdayMismatch,
    /// A Hijri date and the Gregorian date beside it are more than a day apart.
    CalendarMismatch,
    /// A stated number is not that of the list beside it.
    CountMismatch,
    /// The ranks of prizes do not follow one another, or one is given twice without a tie.
    RankMismatch,
    /// An event that is announced lies before the article, or one that was held after it.
    DateOrder,
    /// A date cannot be fixed.
    DateUnresolved,
    /// An article has no headline on the page.
    HeadlineMissing,
    /// An article stands in the middle of a list of links.
    InlinedArticle,
    /// A link repeats the headline of an article of the same page.
    DuplicateOfLink,
    /// The page holds no article.
    NoArticle,
    /// The text holds characters that no text should (NUL, other controls, U+FFFD).
    DamagedText,
}

/// A doubt about the page or the reading of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Warning {
    /// What kind of doubt.
    pub code: WarningCode,
    /// Where on the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// The doubt in a sentence.
    pub message: String,
}

/// All that one page yields.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Record {
    /// The page as text: the input itself, or the visible text of an HTML page.
    pub text: String,
    /// The unit of every span.
    pub positions: Positions,
    /// What the page was given as.
    pub format: Format,
    /// The address of the page, as given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The day the page was fetched, as given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retrieved: Option<String>,
    /// BCP-47 tags of its languages, the one with most text first.
    pub in_language: Vec<String>,
    /// What a page of HTML says about itself in its markup.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<WebPage>,
    /// Labelled stretches that tile `text`.
    pub segments: Vec<Segment>,
    /// Articles, down the page.
    pub articles: Vec<Article>,
    /// Events.
    pub events: Vec<Event>,
    /// Organisations.
    pub organizations: Vec<Organization>,
    /// People.
    pub people: Vec<Person>,
    /// Places.
    pub places: Vec<Place>,
    /// Doubts.
    pub warnings: Vec<Warning>,
}
