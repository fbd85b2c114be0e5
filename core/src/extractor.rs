//! The verbs in order, and what may be used of them alone.

use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashMap;

use crate::date::{Setting, find_dates, parse_iso};
use crate::error::{Error, Kind};
use crate::ingest::{Source, read};
use crate::model::{Definition, Mention, MentionType, Named, Organization, Person, Place, Record, Temporal};
use crate::resources::{OwnData, Resources};
use crate::segment::{Models, split};
use crate::text::Span;
use crate::{article, assemble, mention};

/// Extracts records from pages, and names from texts. Cheap to clone; use one for many pages and threads.
///
/// ```
/// use naba::{Extractor, Source};
/// let extractor = Extractor::new();
/// let record = extractor.extract(&Source::text("").url("https://example.org/"));
/// assert!(record.articles.is_empty());
/// ```
#[derive(Clone)]
pub struct Extractor {
    resources: Arc<Resources>,
}

/// The models, made when the first page is read: no caller's data changes them.
static MODELS: LazyLock<Models> = LazyLock::new(|| Models::new(Resources::builtin()));

impl Extractor {
    /// An extractor with the built-in resources, which all of them share.
    #[must_use]
    pub fn new() -> Self {
        Self { resources: Arc::clone(Resources::builtin()) }
    }

    /// An extractor that knows organisations and places of the caller's own too.
    ///
    /// It indexes all names again: make one and keep it.
    ///
    /// ```
    /// use naba::{Extractor, OwnData};
    ///
    /// let data = OwnData::from_json(r#"{"organization": [{
    ///     "id": "dunes", "type": "network", "country": "MA",
    ///     "names": {"fr": ["Caravane des dunes"], "ar": ["قافلة الكثبان"]}
    /// }]}"#)?;
    /// let extractor = Extractor::with_data(data)?;
    /// let found = extractor.organizations("Les élèves ont accueilli la Caravane des dunes.", Some("fr"));
    /// assert_eq!((found[0].entity.id.as_str(), found[0].entity.linked), ("dunes", true));
    /// # Ok::<(), naba::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When an entry makes no sense: an id used twice, a parent that is nowhere, no name. The error names the entry.
    pub fn with_data(data: OwnData) -> Result<Self, Error> {
        Ok(Self { resources: Arc::new(Resources::with_data(data)?) })
    }

    /// Makes the record of one page. Total: any text gives a record, in time linear in its length.
    #[must_use]
    pub fn extract(&self, source: &Source<'_>) -> Record {
        let document = read(source, &self.resources);
        let segments = split(&document, &self.resources, &MODELS);
        let mut articles = article::parse(source, &document, &segments, &self.resources);
        let found = mention::find(source, &document, &segments, &mut articles, &self.resources);
        assemble::build(source, &document, &segments, articles, &found, &self.resources)
    }

    /// Only what a page is made of: its segments and its articles, cleaned and dated, without the names and events in them.
    ///
    /// ```
    /// use naba::{Extractor, Source};
    /// let record = Extractor::new().clean(&Source::html("<nav>Menu</nav><h1>Le titre du jour</h1><p>Le texte de l’article, assez long \
    ///     pour en être un : une phrase, puis une autre. La voici.</p>"));
    /// assert_eq!(record.articles[0].headline.as_ref().map(|headline| headline.text.as_str()), Some("Le titre du jour"));
    /// assert!(record.events.is_empty());
    /// ```
    #[must_use]
    pub fn clean(&self, source: &Source<'_>) -> Record {
        let document = read(source, &self.resources);
        let segments = split(&document, &self.resources, &MODELS);
        let articles = article::parse(source, &document, &segments, &self.resources);
        assemble::clean(source, &document, &segments, articles, &self.resources)
    }

    /// The dates of a text; see [`dates`](fn@dates).
    ///
    /// # Errors
    ///
    /// When the anchor is no day.
    pub fn dates(&self, text: &str, language: Option<&str>, anchor: Option<&str>) -> Result<Vec<Temporal>, Error> {
        let parse = |day: &str| parse_iso(day).ok_or_else(|| Kind::Day { what: "anchor", day: day.to_owned() });
        let day = anchor.map(parse).transpose()?;
        let setting = Setting { language, anchor: day, fallback: None };
        Ok(find_dates(text, [Span::new(0, text.len())], &setting, &self.resources).dates)
    }

    /// The organisations a text names; see [`organizations`](fn@organizations).
    #[must_use]
    pub fn organizations(&self, text: &str, language: Option<&str>) -> Vec<Named<Organization>> {
        let (entities, mentions) = assemble::entities(text, language, &self.resources);
        named(entities.organizations, mentions, MentionType::Organization, |organization| &organization.id)
    }

    /// The people a text names; see [`people`](fn@people).
    #[must_use]
    pub fn people(&self, text: &str, language: Option<&str>) -> Vec<Named<Person>> {
        let (entities, mentions) = assemble::entities(text, language, &self.resources);
        named(entities.people, mentions, MentionType::Person, |person| &person.id)
    }

    /// The acronyms that a text spells out; see [`definitions`](fn@definitions).
    #[must_use]
    pub fn definitions(&self, text: &str, language: Option<&str>) -> Vec<Definition> {
        mention::definitions(text, language.unwrap_or("und"), &self.resources)
    }

    /// The places a text names; see [`places`](fn@places).
    #[must_use]
    pub fn places(&self, text: &str, language: Option<&str>) -> Vec<Named<Place>> {
        let (entities, mentions) = assemble::entities(text, language, &self.resources);
        named(entities.places, mentions, MentionType::Place, |place| &place.id)
    }
}

impl Default for Extractor {
    fn default() -> Self {
        Self::new()
    }
}

impl std::fmt::Debug for Extractor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Extractor").finish_non_exhaustive()
    }
}

/// The dates of a text, in the order of the text.
///
/// `language` is the BCP-47 tag of its language (all are tried without one); `anchor` is the day that "today" means,
/// `YYYY-MM-DD`. Without an anchor what is relative stays unresolved: no clock is read.
///
/// ```
/// let dates = naba::dates("تنعقد الدورة يومي 5 و6 يونيو 2024 بمراكش", Some("ar"), None)?;
/// assert_eq!(dates[0].exact, "يومي 5 و6 يونيو 2024");
/// assert_eq!(dates[0].edtf.as_deref(), Some("2024-06-05/2024-06-06"));
///
/// let dates = naba::dates("Le colloque s'ouvrira demain à Dakar.", Some("fr"), Some("2024-06-11"))?;
/// assert_eq!(dates[0].from.as_deref(), Some("2024-06-12"));
/// # Ok::<(), naba::Error>(())
/// ```
///
/// # Errors
///
/// When the anchor is no day.
pub fn dates(text: &str, language: Option<&str>, anchor: Option<&str>) -> Result<Vec<Temporal>, Error> {
    Extractor::new().dates(text, language, anchor)
}

/// The organisations a text names, each with its mentions, in the order of the text.
///
/// `language` is the BCP-47 tag of its language; words of all languages count without one.
///
/// ```
/// let found = naba::organizations("Le ministère de la Culture et l'UNESCO ont signé un accord.", Some("fr"));
/// assert_eq!(found[0].entity.name, "ministère de la Culture");
/// assert_eq!((found[1].entity.id.as_str(), found[1].mentions[0].exact.as_str()), ("unesco", "UNESCO"));
/// ```
#[must_use]
pub fn organizations(text: &str, language: Option<&str>) -> Vec<Named<Organization>> {
    Extractor::new().organizations(text, language)
}

/// The people a text names, each with titles, offices and mentions, in the order of the text.
///
/// `language` is the BCP-47 tag of its language; words of all languages count without one.
///
/// ```
/// let found = naba::people("استقبل الدكتور سليم الناصري، مدير معهد الصحراء، الوفد", Some("ar"));
/// let person = &found[0].entity;
/// assert_eq!((person.name.as_str(), person.honorific_prefix.as_deref()), ("سليم الناصري", Some("الدكتور")));
/// assert_eq!(person.roles[0].role_name, "مدير معهد الصحراء");
/// ```
#[must_use]
pub fn people(text: &str, language: Option<&str>) -> Vec<Named<Person>> {
    Extractor::new().people(text, language)
}

/// The acronyms that a text spells out, and the words they stand for, in the order of the text.
///
/// ```
/// let found = naba::definitions("She joined the Institute of Coastal Studies (ICS).", Some("en"));
/// assert_eq!((found[0].acronym.text.as_str(), found[0].name.text.as_str()), ("ICS", "Institute of Coastal Studies"));
/// ```
#[must_use]
pub fn definitions(text: &str, language: Option<&str>) -> Vec<Definition> {
    Extractor::new().definitions(text, language)
}

/// The places a text names, each with its mentions, in the order of the text.
///
/// `language` is the BCP-47 tag of its language; words of all languages count without one.
///
/// ```
/// let found = naba::places("انعقد المنتدى في الرباط بمشاركة باحثين سنغاليين", Some("ar"));
/// assert_eq!((found[0].entity.city.as_deref(), found[0].entity.country.as_deref()), (Some("الرباط"), Some("MA")));
/// assert_eq!(found[1].entity.country.as_deref(), Some("SN"));
/// ```
#[must_use]
pub fn places(text: &str, language: Option<&str>) -> Vec<Named<Place>> {
    Extractor::new().places(text, language)
}

/// Entities with their own mentions.
fn named<T>(entities: Vec<T>, mentions: Vec<Mention>, kind: MentionType, id: impl Fn(&T) -> &String) -> Vec<Named<T>> {
    let mut named: Vec<Named<T>> = entities.into_iter().map(|entity| Named { entity, mentions: Vec::new() }).collect();
    let places: FxHashMap<String, usize> =
        named.iter().enumerate().map(|(at, named)| (id(&named.entity).clone(), at)).collect();
    for mention in mentions.into_iter().filter(|mention| mention.kind == kind) {
        let entry = mention.id.as_ref().and_then(|id| places.get(id)).and_then(|&at| named.get_mut(at));
        entry.into_iter().for_each(|entry| entry.mentions.push(mention.clone()));
    }
    named
}
