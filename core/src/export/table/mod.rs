//! Flat tables: articles, events, organisations, mentions and warnings, one row each.

mod columns;

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::ser::{SerializeMap as _, SerializeSeq as _};
use serde::{Serialize, Serializer};

use self::columns::{ARTICLES, Column, EVENTS, MENTIONS, ORGANIZATIONS, WARNINGS};
use super::day::written;
use super::view::{View, plain};
use crate::error::{Error, Kind};
use crate::model::Record;

/// Which things of a record a table lists.
///
/// Every table begins with `url`, the address of the page, so that rows of many pages can stand together. Ids are those of
/// the record; a column that ends in `_name` holds the names for the ids beside it. Dates are EDTF; columns that end in
/// `_day` hold whole days (ISO 8601), absent where a date is not one. Positions count in the unit of the record.
///
/// ```
/// use naba::{CellType, Table};
/// let columns = Table::Events.columns();
/// assert_eq!(columns[0], ("url", CellType::Text));
/// assert!(columns.contains(&("first_day", CellType::Day)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Table {
    /// `url`, `id`, `span_start`, `span_end`, `headline`, `alternative_headline`, `in_language`, `date_published`,
    /// `published_day`, `date_modified`, `dateline_place`, `dateline_date`, `dateline_agency`, `author`, `publisher`, `publisher_name`,
    /// `source_organization`, `source_organization_name`, `keywords`, `about` (ids of events), `article_body`, `fingerprint`.
    Articles,
    /// `url`, `id`, `article`, `type`, `name`, `theme`, `edition`, `start_date`, `end_date`, `first_day`, `last_day`,
    /// `duration`, `event_status`, `attendance_mode`, `venue`, `city`, `country`, `organizer`, `organizer_name`, `host`,
    /// `host_name`, `partner`, `partner_name`, `funder`, `funder_name`, `supervisor`, `supervisor_name`, `patron`,
    /// `patron_name`, `party`, `party_name`, `participants` (ids), `participants_name` (with what each did),
    /// `participating_countries`, `quantities`, `awards`, `outcome`, `super_event`, `salience`, `span_start`, `span_end`,
    /// `sentence`, `rule`, `certainty`.
    ///
    /// `first_day` and `last_day` are those the event stands on in a calendar; absent when its first is not known.
    Events,
    /// `url`, `id`, `name`, `names` (`ar:…`), `acronyms`, `type`, `parent_organization`, `parent_organization_name`,
    /// `country`, `same_as`, `linked`, `reconstructed`.
    Organizations,
    /// `url`, `article`, `type`, `span_start`, `span_end`, `exact`, `id`, `name` (of the entity), `form`, `clitic`, `edtf`,
    /// `from`, `to`, `value`, `comparator`, `unit_text`, `counts`, `amount`, `currency`, `rule`, `certainty`.
    Mentions,
    /// `url`, `code`, `span_start`, `span_end`, `message`.
    Warnings,
}

impl FromStr for Table {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Self::ALL.into_iter().find(|table| table.name() == name).ok_or_else(|| Kind::Table(name.to_owned()).into())
    }
}

impl Table {
    /// All tables.
    pub const ALL: [Self; 5] = [Self::Articles, Self::Events, Self::Organizations, Self::Mentions, Self::Warnings];

    /// Its name, which is also read: `"events".parse::<Table>()`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Articles => "articles",
            Self::Events => "events",
            Self::Organizations => "organizations",
            Self::Mentions => "mentions",
            Self::Warnings => "warnings",
        }
    }

    /// The columns, in order: their names, and the type of what stands under them.
    #[must_use]
    pub fn columns(self) -> Vec<(&'static str, CellType)> {
        match self {
            Self::Articles => types(ARTICLES),
            Self::Events => types(EVENTS),
            Self::Organizations => types(ORGANIZATIONS),
            Self::Mentions => types(MENTIONS),
            Self::Warnings => types(WARNINGS),
        }
    }

    /// The rows of many records, one after the other.
    ///
    /// ```
    /// use naba::{Extractor, Source, Table};
    /// let extractor = Extractor::new();
    /// let pages = [
    ///     "وقعت اليونسكو اتفاقا مع وزارة الثقافة السنغالية يوم 12 ماي 2024 بالرباط.",
    ///     "L'UNESCO a signé un accord avec le ministère de la Culture du Sénégal, lundi à Rabat.",
    /// ];
    /// let records = pages.map(|page| extractor.extract(&Source::text(page)));
    /// assert_eq!(Table::Events.rows(&records).rows().len(), 2);
    /// ```
    #[must_use]
    pub fn rows<'r>(self, records: impl IntoIterator<Item = &'r Record>) -> Rows {
        let mut rows = Vec::new();
        for record in records {
            let view = View::new(record);
            let mentions = record.articles.iter().flat_map(|article| &article.mentions);
            match self {
                Self::Articles => extend(&mut rows, &view, ARTICLES, &record.articles),
                Self::Events => extend(&mut rows, &view, EVENTS, &record.events),
                Self::Organizations => extend(&mut rows, &view, ORGANIZATIONS, &record.organizations),
                Self::Mentions => extend(&mut rows, &view, MENTIONS, mentions),
                Self::Warnings => extend(&mut rows, &view, WARNINGS, &record.warnings),
            }
        }
        Rows { columns: self.columns().into_iter().map(|(name, _)| name).collect(), rows }
    }
}

fn types<T>(columns: &[Column<T>]) -> Vec<(&'static str, CellType)> {
    columns.iter().map(|(name, read)| (*name, read.cell_type())).collect()
}

fn extend<'r, T: 'r>(
    rows: &mut Vec<Vec<Cell>>,
    view: &View<'r>,
    columns: &[Column<T>],
    things: impl IntoIterator<Item = &'r T>,
) {
    rows.extend(things.into_iter().map(|thing| columns.iter().map(|(_, read)| read.cell(view, thing)).collect()));
}

/// What the values of a column are, where the page says any.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CellType {
    /// [`Cell::Text`].
    Text,
    /// [`Cell::Integer`].
    Integer,
    /// [`Cell::Number`], or [`Cell::Integer`] for one that is whole.
    Number,
    /// [`Cell::Flag`].
    Flag,
    /// [`Cell::Day`].
    Day,
    /// [`Cell::List`], never absent.
    List,
}

/// A value of a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Cell {
    /// Nothing: the page does not say.
    Absent,
    /// A text.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// Any other number.
    Number(f64),
    /// Yes or no.
    Flag(bool),
    /// A day, in JSON and CSV as ISO 8601 writes it.
    #[serde(serialize_with = "serialize_day")]
    Day(NaiveDate),
    /// Several texts.
    List(Vec<String>),
}

impl Cell {
    /// A number; one that is whole has no fraction, as in the record.
    pub(super) fn number(value: f64) -> Self {
        let whole = value as i64;
        if whole as f64 == value && whole.unsigned_abs() < 1 << 53 { Self::Integer(whole) } else { Self::Number(value) }
    }
}

/// As JSON writes it, the same in every host; a text has no quotes, the items of a list are joined by `|`.
impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Absent => Ok(()),
            Self::Text(text) => f.write_str(text),
            Self::Day(day) => f.write_str(&written(*day)),
            Self::List(items) => f.write_str(&items.join("|")),
            Self::Integer(_) | Self::Number(_) | Self::Flag(_) => {
                f.write_str(&serde_json::to_string(self).unwrap_or_default())
            }
        }
    }
}

/// The rows of a table under their columns.
///
/// As JSON, an array of objects that all have all columns; what is absent is `null` there.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows {
    columns: Vec<&'static str>,
    rows: Vec<Vec<Cell>>,
}

impl Rows {
    /// The names of the columns.
    #[must_use]
    pub fn columns(&self) -> &[&'static str] {
        &self.columns
    }

    /// The rows, in the order of the record; each as long as there are columns.
    #[must_use]
    pub fn rows(&self) -> &[Vec<Cell>] {
        &self.rows
    }

    /// The table as CSV (RFC 4180), in UTF-8 without a byte order mark, a line of names first.
    ///
    /// The items of a list are joined by `|`. Control characters are left out, and a text that a spreadsheet would run as
    /// a formula has an apostrophe before it; [`to_json_lines`](Self::to_json_lines) has texts as they are.
    #[must_use]
    pub fn to_csv(&self) -> String {
        let mut csv = self.columns.join(",") + "\r\n";
        for row in &self.rows {
            for (at, cell) in row.iter().enumerate() {
                csv.push_str(if at == 0 { "" } else { "," });
                csv.push_str(&field(cell));
            }
            csv.push_str("\r\n");
        }
        csv
    }

    /// The table as JSON lines: an object a line, with all columns.
    #[must_use]
    pub fn to_json_lines(&self) -> String {
        let line = |row: &Vec<Cell>| serde_json::to_string(&self.row(row)).unwrap_or_default() + "\n";
        self.rows.iter().map(line).collect()
    }

    fn row<'t>(&'t self, cells: &'t [Cell]) -> Row<'t> {
        Row { columns: &self.columns, cells }
    }
}

impl Serialize for Rows {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut rows = serializer.serialize_seq(Some(self.rows.len()))?;
        self.rows.iter().try_for_each(|row| rows.serialize_element(&self.row(row)))?;
        rows.end()
    }
}

/// One row with its names.
struct Row<'t> {
    columns: &'t [&'static str],
    cells: &'t [Cell],
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_map(Some(self.columns.len()))?;
        self.columns.iter().zip(self.cells).try_for_each(|(name, cell)| row.serialize_entry(name, cell))?;
        row.end()
    }
}

fn serialize_day<S: Serializer>(day: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&written(*day))
}

fn field(cell: &Cell) -> String {
    let text = plain(&cell.to_string());
    let is_text = matches!(cell, Cell::Text(_) | Cell::List(_));
    let is_formula = is_text && text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let text = if is_formula { format!("'{text}") } else { text };
    if text.contains(['"', ',', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_of_csv() {
        let text = |text: &str| field(&Cell::Text(text.to_owned()));
        for (value, written) in [
            ("نبأ", "نبأ"),
            ("a, b", "\"a, b\""),
            ("a \"b\"", "\"a \"\"b\"\"\""),
            ("a\r\nb\0", "\"a\nb\""),
            ("=1+1", "'=1+1"),
            ("@a,b", "\"'@a,b\""),
            ("", ""),
        ] {
            assert_eq!(text(value), written);
        }
        assert_eq!(field(&Cell::List(vec!["a".into(), "ب".into()])), "a|ب");
        assert_eq!(
            [Cell::Flag(true), Cell::Integer(-5), Cell::Number(0.5), Cell::Absent].map(|cell| field(&cell)),
            ["true", "-5", "0.5", ""]
        );
    }

    #[test]
    fn every_column_is_documented() {
        let source = include_str!("mod.rs");
        for (name, _) in Table::ALL.iter().flat_map(|table| table.columns()) {
            assert!(source.contains(&format!("`{name}`")), "{name}");
        }
    }
}
