//! What a page says about itself, as it stands in the markup: nothing is judged here.

use std::borrow::Cow;

use super::token::Attribute;

/// Most values that are kept of one page; real pages have some dozens.
const MOST: usize = 600;
/// Longest value of a property that is the text of its element, in bytes.
const LONGEST: usize = 600;

/// Properties of articles that are read under their own name, in microdata and JSON-LD; a menu has hundreds of others.
pub(super) const PROPERTIES: &[&str] = &[
    "headline",
    "alternativeHeadline",
    "datePublished",
    "dateCreated",
    "dateModified",
    "author",
    "creator",
    "publisher",
    "image",
    "inLanguage",
    "description",
    "articleSection",
    "keywords",
];

/// Where a value was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// `<title>`
    Title,
    /// `<meta name content>` or `<meta property content>`
    Meta,
    /// `<link rel href>`
    Link,
    /// `itemprop`
    Property,
    /// `<time datetime>`
    Time,
}

/// One value with its name.
#[derive(Clone, Debug)]
pub(crate) struct Saying<'p> {
    pub(crate) place: Place,
    /// In lower case.
    pub(crate) name: String,
    pub(crate) value: Cow<'p, str>,
    /// `hreflang` or `type` of a link.
    pub(crate) of: &'p str,
}

/// All of them, in the order of the page.
#[derive(Debug, Default)]
pub(crate) struct Said<'p> {
    pub(crate) sayings: Vec<Saying<'p>>,
    /// The texts of JSON-LD.
    pub(crate) json_ld: Vec<&'p str>,
    pub(crate) language: Option<&'p str>,
    pub(crate) direction: Option<&'p str>,
    is_data: bool,
}

pub(super) fn value_of<'p>(attributes: &[Attribute<'p>], name: &str) -> Option<&'p str> {
    attributes.iter().find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|&(_, value)| value)
}

impl<'p> Said<'p> {
    pub(super) fn say(&mut self, place: Place, name: &str, value: Cow<'p, str>) {
        self.add(Saying { place, name: name.to_ascii_lowercase(), value, of: "" });
    }

    fn add(&mut self, saying: Saying<'p>) -> Option<usize> {
        (self.sayings.len() < MOST).then(|| {
            self.sayings.push(saying);
            self.sayings.len() - 1
        })
    }

    /// Language and direction of the page.
    pub(super) fn page(&mut self, attributes: &[Attribute<'p>]) {
        let language = value_of(attributes, "lang").or_else(|| value_of(attributes, "xml:lang"));
        self.language = self.language.or(language.filter(|tag| !tag.is_empty()));
        self.direction = self.direction.or_else(|| value_of(attributes, "dir"));
    }

    pub(super) fn meta(&mut self, attributes: &[Attribute<'p>]) {
        let Some(content) = value_of(attributes, "content").filter(|content| !content.is_empty()) else { return };
        for key in ["name", "property", "http-equiv"] {
            if let Some(name) = value_of(attributes, key) {
                self.say(Place::Meta, name.trim(), unescape(content));
            }
        }
        if let Some(name) = value_of(attributes, "itemprop") {
            self.say(Place::Property, name, unescape(content));
        }
    }

    pub(super) fn link(&mut self, attributes: &[Attribute<'p>]) {
        let (Some(rel), Some(href)) = (value_of(attributes, "rel"), value_of(attributes, "href")) else { return };
        let of = value_of(attributes, "hreflang").or_else(|| value_of(attributes, "type")).unwrap_or_default();
        let saying = Saying { place: Place::Link, name: rel.to_ascii_lowercase(), value: unescape(href), of };
        self.add(saying);
    }

    /// Notes whether the script that begins here holds data.
    pub(super) fn script(&mut self, attributes: &[Attribute<'p>]) {
        self.is_data =
            value_of(attributes, "type").is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json"));
    }

    pub(super) fn next_script_is_data(&mut self) -> bool {
        std::mem::take(&mut self.is_data)
    }

    pub(super) fn time(&mut self, attributes: &[Attribute<'p>]) {
        if let Some(value) = value_of(attributes, "datetime").filter(|value| !value.is_empty()) {
            self.say(Place::Time, "time", unescape(value));
        }
    }

    /// A property of microdata; its number when its value is the text of its element.
    pub(super) fn property(&mut self, attributes: &[Attribute<'p>]) -> Option<usize> {
        let name = value_of(attributes, "itemprop")
            .filter(|name| PROPERTIES.iter().any(|read| name.eq_ignore_ascii_case(read)))?;
        let known = ["content", "datetime", "href", "src"].into_iter().find_map(|key| value_of(attributes, key));
        let value = known.map_or(Cow::Borrowed(""), unescape);
        let is_open = value.is_empty();
        let saying = Saying { place: Place::Property, name: name.to_ascii_lowercase(), value, of: "" };
        self.add(saying).filter(|_| is_open)
    }

    pub(super) fn complete(&mut self, saying: usize, text: &str) {
        if let Some(saying) = self.sayings.get_mut(saying).filter(|_| text.len() <= LONGEST) {
            saying.value = Cow::Owned(text.trim().to_owned());
        }
    }
}

fn unescape(value: &str) -> Cow<'_, str> {
    htmlize::unescape_attribute(value)
}
