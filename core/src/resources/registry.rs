//! The registry as one text: a line for each body, place and list of names. The build script writes it, and nothing of it is
//! parsed before it is asked for.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::OrganizationType;
use super::Words;
use super::facts::{NameFile, OrganizationEntry, PlaceEntry, PlaceFile};

/// Between the fields of a line.
const FIELD: char = '\t';
/// Between a tag and its names, and between names.
const NAME: char = '\u{1F}';
/// Between tags.
const TAG: char = '\u{1E}';

/// Every kind of body, by its number in the registry.
const KINDS: [OrganizationType; 26] = [
    OrganizationType::Igo,
    OrganizationType::IgoOrgan,
    OrganizationType::Government,
    OrganizationType::Ministry,
    OrganizationType::Parliament,
    OrganizationType::Court,
    OrganizationType::Embassy,
    OrganizationType::NationalCommission,
    OrganizationType::PublicBody,
    OrganizationType::LocalGovernment,
    OrganizationType::University,
    OrganizationType::School,
    OrganizationType::Research,
    OrganizationType::Chair,
    OrganizationType::Foundation,
    OrganizationType::Association,
    OrganizationType::Network,
    OrganizationType::Company,
    OrganizationType::Media,
    OrganizationType::Museum,
    OrganizationType::Hospital,
    OrganizationType::Unit,
    OrganizationType::Programme,
    OrganizationType::Committee,
    OrganizationType::Movement,
    OrganizationType::Other,
];

/// What a line is about, by its first field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LineKind {
    Organization,
    Country,
    City,
    Region,
    Given,
    Family,
    Compound,
    Ambiguous,
}

const LINES: [(&str, LineKind); 8] = [
    ("o", LineKind::Organization),
    ("c", LineKind::Country),
    ("t", LineKind::City),
    ("r", LineKind::Region),
    ("g", LineKind::Given),
    ("f", LineKind::Family),
    ("k", LineKind::Compound),
    ("a", LineKind::Ambiguous),
];

/// Most fields of a line.
const FIELDS: usize = 12;

/// One line: its fields as they stand in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line<'r> {
    pub(crate) kind: LineKind,
    fields: [&'r str; FIELDS],
}

impl<'r> Line<'r> {
    /// Reads a line.
    pub(crate) fn new(line: &'r str) -> Option<Self> {
        let mut fields = [""; FIELDS];
        let mut written = split(line, FIELD);
        let letter = written.next()?;
        let &(_, kind) = LINES.iter().find(|(known, _)| *known == letter)?;
        fields.iter_mut().zip(written).for_each(|(field, written)| *field = written);
        Some(Self { kind, fields })
    }

    fn field(self, at: usize) -> &'r str {
        self.fields.get(at).copied().unwrap_or_default()
    }

    /// The id of a body.
    pub(crate) fn id(self) -> &'r str {
        self.field(0)
    }

    /// The code of the country that a body or place belongs to.
    pub(crate) fn country(self) -> Option<&'r str> {
        let at = if self.kind == LineKind::Organization { 4 } else { 0 };
        Some(self.field(at)).filter(|code| !code.is_empty())
    }

    /// What kind of body it is.
    pub(crate) fn organization_type(self) -> OrganizationType {
        self.field(1).parse().ok().and_then(|at: usize| KINDS.get(at).copied()).unwrap_or_default()
    }

    /// The id of the body that a body belongs to.
    pub(crate) fn parent(self) -> Option<&'r str> {
        Some(self.field(2)).filter(|id| !id.is_empty())
    }

    /// Ids in public registers.
    pub(crate) fn same_as(self) -> impl Iterator<Item = &'r str> {
        self.field(5).split(' ').filter(|id| !id.is_empty())
    }

    /// Full names of a body, or all of a place, by tag.
    pub(crate) fn names(self) -> &'r str {
        self.field(if self.kind == LineKind::Organization { 6 } else { 1 })
    }

    /// A table of names by its place after the full names: of a body short names, acronyms, former and weak ones; of a place
    /// adjectives, names of its people, weak names.
    pub(crate) fn more_names(self, at: usize) -> &'r str {
        self.field(at + if self.kind == LineKind::Organization { 7 } else { 2 })
    }

    /// The names of a list.
    pub(crate) fn list(self) -> impl Iterator<Item = &'r str> {
        split(self.field(0), NAME)
    }
}

/// The pieces of a short text between a character of one byte. The standard library looks for it with the means of a long text.
fn split(text: &str, between: char) -> impl Iterator<Item = &str> {
    let mut rest = Some(text).filter(|text| !text.is_empty());
    std::iter::from_fn(move || {
        let text = rest?;
        let end = text.bytes().position(|byte| char::from(byte) == between);
        rest = end.and_then(|end| text.get(end + 1..));
        text.get(..end.unwrap_or(text.len()))
    })
}

/// The names of a table with their tags.
pub(crate) fn tagged(table: &str) -> impl Iterator<Item = (&str, impl Iterator<Item = &str>)> {
    split(table, TAG).filter_map(|list| {
        let mut names = split(list, NAME);
        let tag = names.next()?;
        Some((tag, names))
    })
}

/// A table of names as a map.
pub(crate) fn words(table: &str) -> Words {
    tagged(table).map(|(tag, names)| (tag.to_owned(), names.map(str::to_owned).collect())).collect()
}

/// The registry as text.
pub(crate) type Registry = Arc<str>;

/// Writes the registry, or a caller's own entries, as lines.
#[allow(dead_code)]
pub(crate) fn write(
    organizations: &[OrganizationEntry],
    places: &PlaceFile,
    people: &BTreeMap<String, NameFile>,
) -> String {
    let mut out = String::new();
    for entry in organizations {
        let kind = KINDS.iter().position(|kind| *kind == entry.kind).unwrap_or_default().to_string();
        let option = |value: &Option<String>| value.clone().unwrap_or_default();
        let fields = [
            "o".to_owned(),
            entry.id.clone(),
            kind,
            option(&entry.parent),
            option(&entry.seat),
            option(&entry.country),
            entry.same_as.join(" "),
        ];
        let tables = [&entry.names, &entry.short, &entry.acronyms, &entry.former, &entry.weak];
        write_line(&mut out, &fields, &tables);
    }
    for code in places
        .countries
        .keys()
        .chain(places.country.iter().map(|entry| &entry.code))
        .collect::<std::collections::BTreeSet<_>>()
    {
        let by_hand = places.country.iter().find(|entry| entry.code == *code).cloned().unwrap_or_default();
        let names = country_names(places.countries.get(code), &by_hand.names, &by_hand.weak);
        write_line(
            &mut out,
            &["c".to_owned(), code.clone()],
            &[&names, &by_hand.adjectives, &by_hand.people, &by_hand.weak],
        );
    }
    let lists = places.city.iter().map(|city| ("t", city)).chain(places.region.iter().map(|region| ("r", region)));
    for (letter, PlaceEntry { country, names, adjectives, people, weak, .. }) in lists {
        let fields = [letter.to_owned(), country.clone().unwrap_or_default()];
        write_line(&mut out, &fields, &[names, adjectives, people, weak]);
    }
    for file in people.values() {
        for (letter, list) in [("g", &file.given), ("f", &file.family), ("k", &file.compound), ("a", &file.ambiguous)] {
            out.push_str(letter);
            out.push(FIELD);
            out.push_str(&list.join(&NAME.to_string()));
            out.push('\n');
        }
    }
    out
}

/// The names of a country in CLDR, less those that mean other things too, then those by hand.
fn country_names(cldr: Option<&Words>, by_hand: &Words, weak: &Words) -> Words {
    let mut names = Words::new();
    for (tag, list) in cldr.into_iter().flatten().chain(by_hand) {
        let is_weak = |name: &&String| weak.get(tag).is_some_and(|weak| weak.contains(name));
        let own = names.entry(tag.clone()).or_default();
        for name in list.iter().filter(|name| !is_weak(name)) {
            if !own.contains(name) {
                own.push(name.clone());
            }
        }
    }
    names
}

fn write_line(out: &mut String, fields: &[String], tables: &[&Words]) {
    out.push_str(&fields.join(&FIELD.to_string()));
    for table in tables {
        out.push(FIELD);
        let lists = table.iter().filter(|(_, list)| !list.is_empty());
        let joined = |list: &[String]| list.iter().map(|name| clean(name)).collect::<Vec<_>>().join(&NAME.to_string());
        let lists: Vec<String> = lists.map(|(tag, list)| format!("{tag}{NAME}{}", joined(list))).collect();
        out.push_str(&lists.join(&TAG.to_string()));
    }
    out.push('\n');
}

/// A name without the characters that lines are made of.
#[allow(dead_code)]
fn clean(name: &str) -> String {
    name.replace(char::is_control, " ")
}
