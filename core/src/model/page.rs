//! What a page of HTML says about itself in its markup, outside its text.

use serde::{Deserialize, Serialize};

/// Where in the markup a value was found. When several disagree, the one further up this list is believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ValueSource {
    /// JSON-LD with the words of schema.org.
    JsonLd,
    /// Open Graph (`og:title`, `article:published_time`).
    OpenGraph,
    /// Microdata (`itemprop`).
    Microdata,
    /// Dublin Core (`dc.date`, `dcterms.title`).
    DublinCore,
    /// Cards of Twitter (`twitter:title`).
    Twitter,
    /// Any other `<meta>`.
    Meta,
    /// `<link rel>`.
    Link,
    /// `<time datetime>`.
    Time,
    /// `<title>`, or an attribute of `<html>`.
    Html,
    /// The address of the page.
    Url,
}

impl ValueSource {
    /// The source of a name in data files.
    pub(crate) fn of(name: &str) -> Option<Self> {
        Some(match name {
            "open-graph" => Self::OpenGraph,
            "dublin-core" => Self::DublinCore,
            "twitter" => Self::Twitter,
            "meta" => Self::Meta,
            _ => return None,
        })
    }

    /// Its name, as in JSON.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::JsonLd => "json-ld",
            Self::OpenGraph => "open-graph",
            Self::Microdata => "microdata",
            Self::DublinCore => "dublin-core",
            Self::Twitter => "twitter",
            Self::Meta => "meta",
            Self::Link => "link",
            Self::Time => "time",
            Self::Html => "html",
            Self::Url => "url",
        }
    }
}

/// One value, as it stands in the markup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PageValue {
    /// What it is the value of, in the words of schema.org: `headline`, `datePublished`.
    pub name: String,
    /// The value, without white space around it.
    pub value: String,
    /// Where it was found.
    pub source: ValueSource,
}

/// Another version of a page: the same text in another language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Translation {
    /// BCP-47 tag, or `x-default`.
    pub in_language: String,
    /// Its address as written.
    pub url: String,
}

/// What a page of HTML says about itself in its markup.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct WebPage {
    /// Its title: the line that shows it, else what the markup says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// BCP-47 tag of the language it is said to be in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_language: Option<String>,
    /// `ltr` or `rtl`, when it is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<String>,
    /// The address it wants to be known under.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The name of the site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site_name: Option<String>,
    /// The address of its picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    /// Its summary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The same page in other languages (`hreflang`).
    pub work_translation: Vec<Translation>,
    /// Addresses of feeds (RSS, Atom).
    pub feeds: Vec<String>,
    /// Everything else it says, and each of the above again with its source; the most believed first.
    pub values: Vec<PageValue>,
}

impl WebPage {
    /// The values of a name, the most believed first.
    pub fn values_of<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p PageValue> {
        self.values.iter().filter(move |value| value.name == name)
    }
}
