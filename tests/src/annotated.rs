//! Texts with marks in them: `[o:key|words]` an organisation, `[p:key|words]` a person, `[l:MA/Rabat|words]` a place and so
//! on, and the tables that say who is meant.

use std::collections::BTreeMap;

use serde::Deserialize;

/// One annotated text of `tests/accuracy/entities`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Annotated {
    /// BCP-47 tag.
    pub language: String,
    /// The text with its marks.
    pub text: String,
    /// The organisations, by key.
    #[serde(default)]
    pub organization: BTreeMap<String, Organization>,
    /// The people, by key.
    #[serde(default)]
    pub person: BTreeMap<String, Person>,
    /// The events, the most important first.
    #[serde(default)]
    pub event: Vec<Event>,
    /// The prizes; scored by a later test.
    #[serde(default)]
    pub award: Vec<toml::Table>,
}

/// What is known of an organisation.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Organization {
    /// What kind of body it is.
    #[serde(rename = "type")]
    pub kind: naba::OrganizationType,
    /// The key of the body it belongs to.
    pub parent: Option<String>,
    /// ISO 3166-1 alpha-2 code.
    pub country: Option<String>,
    /// Its Wikidata id.
    pub same_as: Option<String>,
    /// Whether only an office names it.
    #[serde(default)]
    pub reconstructed: bool,
}

/// What is known of a person.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The fullest name.
    pub name: String,
    /// The title as written.
    pub honorific: Option<String>,
    /// The offices.
    #[serde(default)]
    pub roles: Vec<Role>,
}

/// An office.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// As written.
    pub name: String,
    /// The key of its body.
    pub organization: Option<String>,
}

/// An event.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Event {
    /// What kind of happening it is.
    #[serde(rename = "type")]
    pub kind: naba::EventType,
    /// How it stands to the article.
    pub salience: naba::Salience,
    /// Whether it took place.
    pub status: naba::EventStatus,
    /// As the page names it.
    pub name: Option<String>,
    /// First and last day as points in EDTF.
    pub start: Option<String>,
    /// The last day.
    pub end: Option<String>,
    /// English name of the city.
    pub city: Option<String>,
    /// ISO 3166-1 alpha-2 code.
    pub country: Option<String>,
    /// As written.
    pub venue: Option<String>,
    /// As written.
    pub theme: Option<String>,
    /// Its number.
    pub edition: Option<u32>,
    /// Keys of organisations.
    #[serde(default)]
    pub organizer: Vec<String>,
    /// Keys of organisations.
    #[serde(default)]
    pub host: Vec<String>,
    /// Keys of organisations.
    #[serde(default)]
    pub partner: Vec<String>,
    /// Keys of organisations.
    #[serde(default)]
    pub funder: Vec<String>,
    /// Keys of organisations.
    #[serde(default)]
    pub supervisor: Vec<String>,
    /// Keys of organisations.
    #[serde(default)]
    pub patron: Vec<String>,
    /// Keys of organisations.
    #[serde(default)]
    pub party: Vec<String>,
    /// ISO 3166-1 alpha-2 codes.
    #[serde(default)]
    pub participating_countries: Vec<String>,
    /// Who took part.
    #[serde(default)]
    pub people: Vec<toml::Table>,
    /// Which bodies took part.
    #[serde(default)]
    pub organizations: Vec<toml::Table>,
    /// Other values of a field that are as right; empty for none.
    #[serde(default)]
    pub accept: BTreeMap<String, Vec<toml::Value>>,
}

/// A mark of a text.
#[derive(Clone, Debug)]
pub struct Mark {
    /// `o` organisation, `n` one by description, `r` an office for one, `p` person, `l` place, `d` adjective of a
    /// country, `v` venue, `q` quantity, `m` money.
    pub kind: char,
    /// What it says.
    pub key: String,
    /// Bytes of the plain text.
    pub span: (usize, usize),
    /// Where it ends without its optional tail.
    pub core_end: Option<usize>,
}

/// The plain text, and its marks in the order of their ends.
///
/// # Panics
///
/// When a bracket is not closed.
#[must_use]
pub fn parse(marked: &str) -> (String, Vec<Mark>) {
    let (mut plain, mut marks, mut open) = (String::new(), Vec::new(), Vec::<Mark>::new());
    let mut rest = marked.trim_start();
    while let Some(c) = rest.chars().next() {
        if let Some(inside) = rest.strip_prefix('[') {
            let (label, words) = inside.split_once('|').expect("a mark without `|`");
            let (kind, key) = label.split_once(':').unwrap_or((label, ""));
            let start = plain.len();
            let kind = kind.chars().next().expect("a mark without a kind");
            open.push(Mark { kind, key: key.to_owned(), span: (start, start), core_end: None });
            rest = words;
            continue;
        }
        rest = &rest[c.len_utf8()..];
        if c != ']' {
            plain.push(c);
            continue;
        }
        let mut mark = open.pop().expect("a `]` without a mark");
        mark.span.1 = plain.len();
        if mark.kind == 'x' {
            open.last_mut().expect("a tail outside a mark").core_end = Some(mark.span.0);
        } else {
            marks.push(mark);
        }
    }
    assert!(open.is_empty(), "a mark that is not closed");
    (plain, marks)
}
