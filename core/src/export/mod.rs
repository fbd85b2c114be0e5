//! Views of a record for other programs and people: linked data, calendars, Markdown and flat tables.
//!
//! Each is a pure function of the record, whatever it holds and whatever unit its spans count in: it reads no clock, cannot
//! fail, and gives the same bytes again. [`view`] looks things up, [`id`] names them by what is said of them, [`day`] says
//! which dates ISO 8601 can write, [`facts`] puts an event into labelled lines.

pub(crate) mod day;
mod facts;
mod html;
mod icalendar;
mod id;
mod json_ld;
mod markdown;
mod table;
pub(crate) mod view;

pub use table::{Cell, CellType, Rows, Table};

use crate::model::Record;

impl Record {
    /// The record as JSON-LD in the words of [schema.org](https://schema.org): one `@graph` of its articles, events,
    /// organisations, people and places, one node a line.
    ///
    /// An `@id` depends only on the page and on what it says: the address of the page with a fragment, or a UUID when
    /// the page has no address. Texts carry their language. Dates that ISO 8601 cannot write are left out, or cut to the
    /// month or year that is sure. Safe inside a `<script>`.
    ///
    /// ```
    /// # let page = "افتتاح معرض الكتاب في طنجة\n12 مايو 2024\nافتتح وزير الثقافة، مساء الأحد، معرض الكتاب بحضور ناشرين.";
    /// use naba::{Extractor, Source};
    /// let record = Extractor::new().extract(&Source::text(page).url("https://example.org/7"));
    /// let graph = record.to_json_ld();
    /// assert!(graph.starts_with(r#"{"@context":"https://schema.org","@graph":["#));
    /// assert!(graph.contains(r#""headline":{"@value":"افتتاح معرض الكتاب في طنجة","@language":"ar"}"#));
    /// assert!(graph.contains(r#""datePublished":"2024-05-12""#));
    /// ```
    #[must_use]
    pub fn to_json_ld(&self) -> String {
        json_ld::write(self)
    }

    /// The events that have a day, as an iCalendar file (RFC 5545).
    ///
    /// Days are whole days; a clock time is there only when the page states it with an offset from UTC. Of an event whose
    /// last day alone is known, that day is there, and says so. A day that comes back every year begins in the year
    /// of its article. Ids and stamps follow from the page, so that reading it again gives the same file. Without such
    /// an event the calendar is empty.
    ///
    /// ```
    /// # let page = "Ouverture du salon du livre\n12 mai 2024\nLe salon du livre s'est ouvert hier à Tunis.";
    /// use naba::{Extractor, Source};
    /// let calendar = Extractor::new().extract(&Source::text(page)).to_ics();
    /// assert!(calendar.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    /// assert!(calendar.ends_with("END:VCALENDAR\r\n"));
    /// ```
    #[must_use]
    pub fn to_ics(&self) -> String {
        to_ics([self])
    }

    /// The clean articles as Markdown (CommonMark), each with a box of facts for every event; labels are in English.
    ///
    /// What a page says is text: its marks are escaped. Text from right to left stays as it is.
    ///
    /// ```
    /// # let page = "Ouverture du *salon* du livre\n12 mai 2024\nLe salon du livre s'est ouvert hier à Tunis.";
    /// use naba::{Extractor, Source};
    /// let text = Extractor::new().extract(&Source::text(page)).to_markdown();
    /// assert!(text.starts_with("# Ouverture du \\*salon\\* du livre\n\n2024-05-12\n\nLe salon du livre s'est ouvert hier"));
    /// assert!(text.ends_with("> - **When:** 2024-05-11\n> - **Where:** Tunis, TN\n> - **Status:** Held\n"));
    /// ```
    #[must_use]
    pub fn to_markdown(&self) -> String {
        markdown::write(self)
    }

    /// The record as HTML for people: articles with what they name marked, a card for every event, organisations with
    /// their names in every language, and the whole page line by line, with what was kept, read and removed; labels are in
    /// English.
    ///
    /// A fragment: one `<div class="naba">` with its style inside, safe to show anywhere. It holds no script, no id and
    /// nothing that is loaded; what a page says is text, whatever it looks like. It reads on light and dark grounds, and
    /// Arabic stands from right to left.
    ///
    /// ```
    /// # let page = "مشاركة\nافتتاح معرض <b>الكتاب</b>\n12 مايو 2024\nافتتح وزير الثقافة، مساء الأحد، معرض الكتاب في طنجة بحضور ناشرين.";
    /// use naba::{Extractor, Source};
    /// let html = Extractor::new().extract(&Source::text(page)).to_html();
    /// assert!(html.starts_with("<div class=\"naba "));
    /// assert!(html.contains("<h3 lang=\"ar\" dir=\"auto\">افتتاح معرض &lt;b&gt;الكتاب&lt;/b&gt;</h3>"));
    /// assert!(html.contains("<mark class=\"l\" title=\"Place\">طنجة</mark>"));
    /// assert!(html.contains("The whole page · 3 kept · 0 read · 1 removed"));
    /// ```
    #[must_use]
    pub fn to_html(&self) -> String {
        html::record(self)
    }

    /// The events alone as such a fragment, a card each: kind, name, when, where, who, and the sentence that says it.
    ///
    /// ```
    /// # let page = "Ouverture du salon du livre\n12 mai 2024\nLe salon du livre s'est ouvert hier à Tunis.";
    /// use naba::{Extractor, Source};
    /// let cards = Extractor::new().extract(&Source::text(page)).events_to_html();
    /// assert!(cards.contains("<bdi>2024-05-11</bdi> · <bdi>Tunis, TN</bdi>"));
    /// assert!(cards.contains("Le salon du livre s'est ouvert hier à Tunis</blockquote>"));
    /// ```
    #[must_use]
    pub fn events_to_html(&self) -> String {
        html::events(self)
    }

    /// One kind of thing as a flat table, one row each; see [`Table`] for the columns.
    ///
    /// ```
    /// # let page = "افتتاح معرض الكتاب في طنجة\n12 مايو 2024\nافتتح وزير الثقافة، مساء الأحد، معرض الكتاب بحضور ناشرين.";
    /// use naba::{Cell, Extractor, Source, Table};
    /// let rows = Extractor::new().extract(&Source::text(page)).to_table(Table::Articles);
    /// let headline = rows.columns().iter().position(|&name| name == "headline").unwrap();
    /// assert_eq!(rows.rows()[0][headline], Cell::Text("افتتاح معرض الكتاب في طنجة".to_owned()));
    /// assert!(rows.to_csv().starts_with("url,id,span_start,span_end,headline,"));
    /// ```
    #[must_use]
    pub fn to_table(&self, table: Table) -> Rows {
        table.rows([self])
    }
}

/// The events of many records in one iCalendar file: [`Record::to_ics`]. What has the same id, from the same page given
/// twice, is there once.
///
/// ```
/// use naba::{Extractor, Source};
/// let extractor = Extractor::new();
/// let pages = ["L'UNESCO organise un atelier à Dakar le 5 mai 2024.", "تنظم اليونسكو ورشة في الرباط يوم 6 ماي 2024."];
/// let records = pages.map(|page| extractor.extract(&Source::text(page)));
/// assert_eq!(naba::to_ics(&records).matches("BEGIN:VEVENT").count(), 2);
/// ```
#[must_use]
pub fn to_ics<'r>(records: impl IntoIterator<Item = &'r Record>) -> String {
    icalendar::write(records)
}

/// Many records as one HTML table, a row each: address, language, day, headlines, main events, number of organisations.
///
/// A fragment like that of [`Record::to_html`]. It shows the first 50 records and says how many there are: `total`, when
/// that is more than are given.
///
/// ```
/// # let page = "افتتاح معرض الكتاب\n12 مايو 2024\nافتتح وزير الثقافة، مساء الأحد، معرض الكتاب في طنجة بحضور ناشرين.";
/// use naba::{Extractor, Source};
/// let record = Extractor::new().extract(&Source::text(page).url("https://example.org/7"));
/// let table = naba::records_to_html(&[record], 1200);
/// assert!(table.contains("1200 pages · the first 1"));
/// assert!(table.contains("<div lang=\"ar\" dir=\"auto\">افتتاح معرض الكتاب</div>"));
/// ```
#[must_use]
pub fn records_to_html(records: &[Record], total: usize) -> String {
    html::records(records, total)
}
