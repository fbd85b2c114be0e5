//! Labelled stretches of a page, the articles they make, and the names and values found in them.

use serde::{Deserialize, Serialize};

use super::{Evidence, Label, MonetaryAmount, Quantity, RuleId, Temporal};
use crate::text::Span;

/// A labelled stretch of the page. The segments of a record tile its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Segment {
    /// Where it stands, line ends included.
    pub span: Span,
    /// What it is.
    pub label: Label,
    /// The index of its article in [`Record::articles`](super::Record::articles).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<usize>,
    /// The rule that says so.
    pub rule: RuleId,
}

/// Words of the page with their place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Text {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub span: Span,
}

/// An acronym that a text spells out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Definition {
    /// The acronym, without its brackets.
    pub acronym: Text,
    /// The words it stands for.
    pub name: Text,
}

/// A named author of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Author {
    /// The name as written.
    pub name: String,
    /// Where it stands.
    pub span: Span,
}

/// "RABAT, 12 May (MAP) -": where and when a text was filed, and by which agency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Dateline {
    /// The place as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Temporal>,
    /// The agency as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// Where it stands.
    pub span: Span,
}

/// A link to another page, as far as the text shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Link {
    /// The words of the link.
    pub text: String,
    /// Its address, when the page shows one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// What kind of thing a [`Mention`] names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum MentionType {
    /// A body with a name.
    Organization,
    /// A person with a name.
    Person,
    /// A place with a name.
    Place,
    /// A date or an interval.
    Date,
    /// A number of something.
    Quantity,
    /// A sum of money.
    Money,
}

/// How a mention refers to its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum MentionForm {
    /// The full name.
    Full,
    /// A shortened name.
    Short,
    /// An acronym.
    Acronym,
    /// Another order or spelling of the name.
    Variant,
    /// A description: "the Organisation".
    Nominal,
    /// An office that stands for a body: "the minister of culture".
    Role,
}

/// One place in an article where an entity or a value is named.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Mention {
    /// What kind of thing it is.
    #[serde(rename = "type")]
    pub kind: MentionType,
    /// Where it stands, without one-letter proclitics.
    pub span: Span,
    /// What stands there.
    pub exact: String,
    /// The entity of the record that it names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The value of a date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub temporal: Option<Temporal>,
    /// The number of a quantity or of a sum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Quantity>,
    /// The sum, with its currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<MonetaryAmount>,
    /// The span without a trailing place ("in Rabat").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub core: Option<Span>,
    /// How it refers to its entity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<MentionForm>,
    /// The proclitic written before it, or fused into it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clitic: Option<String>,
    /// What found it.
    pub evidence: Evidence,
}

/// An entity of a text that is read alone, with its mentions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Named{T}"))]
pub struct Named<T> {
    /// What is named.
    #[serde(flatten)]
    pub entity: T,
    /// Where.
    pub mentions: Vec<Mention>,
}

/// One article of the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Article {
    /// `article-1`, counted down the page.
    pub id: String,
    /// All that belongs to it, source and keywords lines included.
    pub span: Span,
    /// The title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline: Option<Text>,
    /// A second title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alternative_headline: Option<Text>,
    /// BCP-47 tag of its language; `und` when it cannot be told.
    pub in_language: String,
    /// The day of publication as the page states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_published: Option<Temporal>,
    /// The day of the last change as the page states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_modified: Option<Temporal>,
    /// Where and when it was filed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dateline: Option<Dateline>,
    /// Who wrote it.
    pub author: Vec<Author>,
    /// The id of the organisation that issued the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// The id of the organisation this page says it took the text from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_organization: Option<String>,
    /// Key words or tags.
    pub keywords: Vec<String>,
    /// Links to other articles that stand with this one.
    pub related_link: Vec<Link>,
    /// Its own address, when the page says one: where a listing leads to, or the canonical address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The address of its picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    /// The summary that the markup gives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Clean paragraphs with a blank line between them.
    pub article_body: String,
    /// Ids of all its events, the main one first.
    pub about: Vec<String>,
    /// Names and values in the order of the text.
    pub mentions: Vec<Mention>,
    /// 64-bit SimHash of the folded body in hexadecimal: near-equal texts differ in few bits.
    pub fingerprint: String,
}
