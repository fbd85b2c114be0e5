//! Builds Arrow arrays from the tables of records. All that a schema is comes from the columns of `naba::Table`.

use std::sync::Arc;

use arrow_array::builder::{BooleanBuilder, Date32Builder, Float64Builder, Int64Builder, ListBuilder, StringBuilder};
use arrow_array::{ArrayRef, ListArray, StructArray};
use arrow_buffer::{NullBufferBuilder, OffsetBuffer};
use arrow_schema::{DataType, Field, Fields};
use chrono::{Datelike as _, NaiveDate};
use naba::{Cell, CellType, Record, Rows, Table};

/// Days of the proleptic Gregorian calendar before 1970-01-01, where Arrow begins to count.
const BEFORE_1970: i32 = 719_163;

/// A table as a struct of its columns.
pub(crate) fn table_type(table: Table) -> DataType {
    DataType::Struct(table.columns().into_iter().map(|(name, of)| Field::new(name, cell_type(of), true)).collect())
}

/// A page as a struct: what went wrong, its text and languages, and its tables.
pub(crate) fn page_type() -> DataType {
    let field = |name: &str, of| Field::new(name, of, true);
    let own =
        [field("error", DataType::Utf8), field("text", DataType::Utf8), field("in_language", list(DataType::Utf8))];
    DataType::Struct(
        own.into_iter().chain(Table::ALL.map(|table| field(table.name(), list(table_type(table))))).collect(),
    )
}

fn list(of: DataType) -> DataType {
    DataType::List(Arc::new(Field::new_list_field(of, true)))
}

fn cell_type(of: CellType) -> DataType {
    match of {
        CellType::Integer => DataType::Int64,
        CellType::Number => DataType::Float64,
        CellType::Flag => DataType::Boolean,
        CellType::Day => DataType::Date32,
        CellType::List => list(DataType::Utf8),
        _ => DataType::Utf8,
    }
}

fn fields(of: DataType) -> Fields {
    if let DataType::Struct(fields) = of { fields } else { Fields::empty() }
}

/// Pages on their way to an array of [`page_type`].
pub(crate) struct PageBuilder {
    errors: StringBuilder,
    texts: StringBuilder,
    languages: ListBuilder<StringBuilder>,
    tables: Vec<(Table, TableBuilder, Vec<usize>)>,
    validity: NullBufferBuilder,
}

impl PageBuilder {
    pub(crate) fn new(pages: usize) -> Self {
        Self {
            errors: StringBuilder::new(),
            texts: StringBuilder::new(),
            languages: ListBuilder::new(StringBuilder::new()),
            tables: Table::ALL.map(|table| (table, TableBuilder::new(table), Vec::with_capacity(pages))).into(),
            validity: NullBufferBuilder::new(pages),
        }
    }

    /// Adds what became of a page; nothing for one that is null.
    pub(crate) fn push(&mut self, page: Option<Result<&Record, &str>>) {
        self.validity.append(page.is_some());
        let record = page.and_then(Result::ok);
        self.errors.append_option(page.and_then(Result::err));
        self.texts.append_option(record.map(|record| &record.text));
        self.languages.append_option(record.map(|record| record.in_language.iter().map(Some)));
        for (table, rows, lengths) in &mut self.tables {
            let before = rows.rows;
            rows.push(&table.rows(record));
            lengths.push(rows.rows - before);
        }
    }

    pub(crate) fn finish(mut self) -> ArrayRef {
        let mut columns: Vec<ArrayRef> =
            vec![Arc::new(self.errors.finish()), Arc::new(self.texts.finish()), Arc::new(self.languages.finish())];
        for (table, rows, lengths) in self.tables {
            let field = Field::new_list_field(table_type(table), true);
            let offsets = OffsetBuffer::from_lengths(lengths);
            columns.push(Arc::new(ListArray::new(Arc::new(field), offsets, rows.finish(), None)));
        }
        Arc::new(StructArray::new(fields(page_type()), columns, self.validity.finish()))
    }
}

/// Rows of a table on their way to an array of [`table_type`].
pub(crate) struct TableBuilder {
    fields: Fields,
    columns: Vec<ColumnBuilder>,
    rows: usize,
}

impl TableBuilder {
    pub(crate) fn new(table: Table) -> Self {
        let columns = table.columns().into_iter().map(|(_, of)| ColumnBuilder::new(of)).collect();
        Self { fields: fields(table_type(table)), columns, rows: 0 }
    }

    pub(crate) fn push(&mut self, rows: &Rows) {
        for row in rows.rows() {
            self.columns.iter_mut().zip(row).for_each(|(column, cell)| column.push(cell));
        }
        self.rows += rows.rows().len();
    }

    pub(crate) fn finish(mut self) -> ArrayRef {
        let columns = self.columns.iter_mut().map(ColumnBuilder::finish).collect();
        Arc::new(StructArray::new(self.fields, columns, None))
    }
}

enum ColumnBuilder {
    Text(StringBuilder),
    Integer(Int64Builder),
    Number(Float64Builder),
    Flag(BooleanBuilder),
    Day(Date32Builder),
    List(ListBuilder<StringBuilder>),
}

impl ColumnBuilder {
    fn new(of: CellType) -> Self {
        match of {
            CellType::Integer => Self::Integer(Int64Builder::new()),
            CellType::Number => Self::Number(Float64Builder::new()),
            CellType::Flag => Self::Flag(BooleanBuilder::new()),
            CellType::Day => Self::Day(Date32Builder::new()),
            CellType::List => Self::List(ListBuilder::new(StringBuilder::new())),
            _ => Self::Text(StringBuilder::new()),
        }
    }

    fn push(&mut self, cell: &Cell) {
        match (self, cell) {
            (Self::Text(texts), Cell::Text(text)) => texts.append_value(text),
            (Self::Text(texts), _) => texts.append_null(),
            (Self::Integer(integers), Cell::Integer(integer)) => integers.append_value(*integer),
            (Self::Integer(integers), _) => integers.append_null(),
            (Self::Number(numbers), Cell::Number(number)) => numbers.append_value(*number),
            (Self::Number(numbers), Cell::Integer(integer)) => numbers.append_value(*integer as f64),
            (Self::Number(numbers), _) => numbers.append_null(),
            (Self::Flag(flags), Cell::Flag(flag)) => flags.append_value(*flag),
            (Self::Flag(flags), _) => flags.append_null(),
            (Self::Day(days), Cell::Day(day)) => days.append_value(since_1970(*day)),
            (Self::Day(days), _) => days.append_null(),
            (Self::List(lists), Cell::List(items)) => lists.append_value(items.iter().map(Some)),
            (Self::List(lists), _) => lists.append_null(),
        }
    }

    fn finish(&mut self) -> ArrayRef {
        match self {
            Self::Text(texts) => Arc::new(texts.finish()),
            Self::Integer(integers) => Arc::new(integers.finish()),
            Self::Number(numbers) => Arc::new(numbers.finish()),
            Self::Flag(flags) => Arc::new(flags.finish()),
            Self::Day(days) => Arc::new(days.finish()),
            Self::List(lists) => Arc::new(lists.finish()),
        }
    }
}

fn since_1970(day: NaiveDate) -> i32 {
    day.num_days_from_ce() - BEFORE_1970
}
