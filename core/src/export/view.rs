//! What the entities, articles and spans of a record refer to, looked up in constant time.

use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::model::{Article, Event, EventLocation, Organization, Person, Place, Positions, Record};
use crate::text::{PositionIndex, Span};

/// Somebody or something with an id in the record.
#[derive(Clone, Copy)]
pub(super) enum Entity<'r> {
    Organization(&'r Organization),
    Person(&'r Person),
    Place(&'r Place),
}

impl<'r> Entity<'r> {
    pub(super) fn name(self) -> &'r str {
        match self {
            Self::Organization(organization) => &organization.name,
            Self::Person(person) => &person.name,
            Self::Place(place) => &place.name,
        }
    }
}

/// A record with its indices.
pub(crate) struct View<'r> {
    pub(super) record: &'r Record,
    entities: FxHashMap<&'r str, Entity<'r>>,
    events: FxHashMap<&'r str, &'r Event>,
    /// The article of each event.
    articles: FxHashMap<&'r str, &'r Article>,
    /// The language of the first article that names an entity.
    languages: FxHashMap<&'r str, &'r str>,
    /// Names of countries by their code.
    countries: FxHashMap<&'r str, &'r str>,
    /// Of a text whose spans do not count bytes.
    index: Option<PositionIndex<'r>>,
    /// Most bytes of a name.
    most: usize,
}

impl<'r> View<'r> {
    pub(crate) fn new(record: &'r Record) -> Self {
        let organizations = record.organizations.iter().map(|each| (each.id.as_str(), Entity::Organization(each)));
        let people = record.people.iter().map(|each| (each.id.as_str(), Entity::Person(each)));
        let places = record.places.iter().map(|each| (each.id.as_str(), Entity::Place(each)));
        let mut entities = FxHashMap::default();
        for (id, entity) in organizations.chain(people).chain(places) {
            entities.entry(id).or_insert(entity);
        }
        let mut events = FxHashMap::default();
        let mut articles = FxHashMap::default();
        let mut languages = FxHashMap::default();
        for article in &record.articles {
            for id in &article.about {
                articles.entry(id.as_str()).or_insert(article);
            }
            for id in article.mentions.iter().filter_map(|mention| mention.id.as_deref()) {
                languages.entry(id).or_insert(article.in_language.as_str());
            }
        }
        for event in &record.events {
            events.entry(event.id.as_str()).or_insert(event);
            if let Some(article) = article_at(record, event.span) {
                articles.entry(event.id.as_str()).or_insert(article);
            }
        }
        let is_country = |place: &&Place| place.city.is_none() && place.region.is_none() && place.venue.is_none();
        let named = record.places.iter().filter(is_country);
        let countries = named.filter_map(|place| Some((place.country.as_deref()?, place.name.as_str()))).collect();
        let index = (record.positions != Positions::Utf8).then(|| PositionIndex::new(&record.text, record.positions));
        Self { record, entities, events, articles, languages, countries, index, most: usize::MAX }
    }

    /// A view that cuts names after so many bytes, where each may be shown many times.
    pub(super) fn brief(record: &'r Record, most: usize) -> Self {
        Self { most, ..Self::new(record) }
    }
}

impl<'r> View<'r> {
    pub(super) fn entity(&self, id: &str) -> Option<Entity<'r>> {
        self.entities.get(id).copied()
    }

    /// The name of an entity; an id that is none is a name already.
    pub(crate) fn name(&self, id: &'r str) -> &'r str {
        cut(self.entity(id).map_or(id, Entity::name), self.most)
    }

    pub(super) fn event(&self, id: &str) -> Option<&'r Event> {
        self.events.get(id).copied()
    }

    pub(crate) fn article(&self, event: &Event) -> Option<&'r Article> {
        self.articles.get(event.id.as_str()).copied()
    }

    /// The article whose stretch of the page holds a span.
    pub(super) fn article_at(&self, span: Span) -> Option<&'r Article> {
        article_at(self.record, span)
    }

    /// The language that names an entity on the page; empty when it cannot be told.
    pub(super) fn language(&self, id: &str) -> &'r str {
        self.languages.get(id).copied().unwrap_or_else(|| match self.record.in_language.as_slice() {
            [only] => only,
            _ => "",
        })
    }

    /// The bytes of a span, in whatever unit it counts.
    pub(super) fn bytes(&self, span: Span) -> Span {
        self.index.as_ref().map_or(span, |index| index.bytes(span))
    }

    /// What stands at a span.
    pub(super) fn quote(&self, span: Span) -> &'r str {
        self.bytes(span).slice(&self.record.text)
    }

    /// The sentence that says an event, on one line.
    pub(super) fn sentence(&self, event: &Event) -> String {
        line(self.quote(event.span))
    }

    /// What an event can be called: its name, its subject, or its kind and who holds it.
    pub(crate) fn title(&self, event: &Event) -> String {
        let said = [&event.name, &event.theme].into_iter().flatten().map(|name| line(cut(name, self.most)));
        said.into_iter().find(|name| !name.is_empty()).unwrap_or_else(|| {
            let doers = if event.organizer.is_empty() { &event.party } else { &event.organizer };
            let mut left = self.most;
            let names = doers.iter().map(|id| self.name(id)).take_while(|name| {
                let fits = left > 0;
                left = left.saturating_sub(name.len() + 1);
                fits
            });
            let who = list(names);
            if who.is_empty() { label(&event.kind) } else { format!("{}: {who}", label(&event.kind)) }
        })
    }

    /// What the page calls a country, or its code.
    pub(super) fn country(&self, code: &'r str) -> &'r str {
        cut(self.countries.get(code).copied().unwrap_or(code), self.most)
    }

    /// Venue, city and country in one line.
    pub(super) fn place(&self, location: &'r EventLocation) -> String {
        let country = location.country.as_deref().map(|code| self.country(code));
        let parts = [location.venue.as_deref(), location.city.as_deref(), country];
        let parts: Vec<String> = parts.into_iter().flatten().map(line).filter(|part| !part.is_empty()).collect();
        parts.join(", ")
    }
}

/// Articles follow one another down the page.
fn article_at(record: &Record, span: Span) -> Option<&Article> {
    let next = record.articles.partition_point(|article| article.span.start <= span.start);
    record.articles.get(next.checked_sub(1)?).filter(|article| article.span.contains(span))
}

/// The word of JSON for a kind.
pub(super) fn word(kind: &impl Serialize) -> String {
    serde_json::to_value(kind).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// The word for a kind as people write it: `agreementSigning` is "Agreement signing".
pub(super) fn label(kind: &impl Serialize) -> String {
    let mut label = String::new();
    for c in word(kind).chars() {
        match c {
            _ if label.is_empty() => label.push(c.to_ascii_uppercase()),
            'A'..='Z' => label.extend([' ', c.to_ascii_lowercase()]),
            _ => label.push(c),
        }
    }
    label
}

/// Texts in one line, those that are empty left out.
pub(super) fn list<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    lines(texts).join("; ")
}

/// Texts in one line each, those that are empty left out.
pub(super) fn lines<'t>(texts: impl IntoIterator<Item = &'t str>) -> Vec<String> {
    texts.into_iter().map(line).filter(|text| !text.is_empty()).collect()
}

/// As much of the beginning of a text as fits in so many bytes.
pub(super) fn cut(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let end = (0..=most).rev().find(|&end| text.is_char_boundary(end)).unwrap_or_default();
    text.get(..end).unwrap_or_default()
}

/// A text without control characters, with `\n` for every kind of line end.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut last = ' ';
    for c in text.chars() {
        match c {
            '\n' if last == '\r' => {}
            '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => plain.push('\n'),
            '\t' => plain.push(' '),
            c if c.is_control() => {}
            c => plain.push(c),
        }
        last = c;
    }
    plain
}

/// The same in one line, without spaces at its ends.
pub(crate) fn line(text: &str) -> String {
    plain(text).replace('\n', " ").trim().to_owned()
}

/// An address that may stand where others expect one: of the web, without a character that ends it.
pub(super) fn address(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let is_bad = |c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c);
    (!rest.is_empty() && !rest.contains(is_bad)).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{EventType, ParticipantRole};

    #[test]
    fn kinds_are_words() {
        assert_eq!(label(&EventType::AgreementSigning), "Agreement signing");
        assert_eq!(label(&ParticipantRole::HeadOfDelegation), "Head of delegation");
        assert_eq!(word(&EventType::AgreementSigning), "agreementSigning");
    }

    #[test]
    fn texts_are_plain() {
        assert_eq!(plain("a\0\r\nب\u{85}\u{200F}\u{2028}\tc\r"), "a\nب\n\u{200F}\n c\n");
        assert_eq!(line("\n نبأ \n عن \u{1b}[0m"), "نبأ   عن [0m");
        assert_eq!(list(["", " a ", "\0", "b"]), "a; b");
    }

    #[test]
    fn addresses_of_the_web() {
        assert_eq!(address("https://example.org/خبر?a=1#b"), Some("https://example.org/خبر?a=1#b"));
        for wrong in ["", "https://", "javascript:alert(1)", "https://a b", "https://a\r\nX:1", "https://a\"", "نبأ"]
        {
            assert_eq!(address(wrong), None, "{wrong}");
        }
    }
}
