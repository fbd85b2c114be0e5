//! Reads a column of pages into a column of what they hold, on as many threads as asked for.

use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use arrow_array::{Array, ArrayRef, StringViewArray};
use naba::json::{self, Options, Page};
use naba::{Extractor, Positions, Record};

use super::PageColumn;
use super::build::PageBuilder;

/// The most pages of one piece of the result, and the most bytes of them, but for a page that is longer alone.
const PIECE: (usize, usize) = (64, 8 << 20);
/// The longest page: what it says, and the words of all it names, must fit the 2 GiB of an Arrow column.
const LONGEST: usize = 64 << 20;

/// Pages, and what is said of each; of the same length.
pub(crate) struct Columns {
    pub(crate) pages: PageColumn,
    pub(crate) url: Option<StringViewArray>,
    pub(crate) retrieved: Option<StringViewArray>,
    pub(crate) content_type: Option<StringViewArray>,
    /// What is said of all pages.
    pub(crate) options: Options,
}

impl Columns {
    fn page(&self, row: usize) -> Option<Page<'_>> {
        match &self.pages {
            PageColumn::Texts(texts) => texts.is_valid(row).then(|| Page::Text(texts.value(row))),
            PageColumn::Binaries(binaries) => binaries.is_valid(row).then(|| Page::Bytes(binaries.value(row))),
        }
    }

    fn size(&self, row: usize) -> usize {
        match self.page(row) {
            None => 0,
            Some(Page::Text(page)) => page.len(),
            Some(Page::Bytes(page)) => page.len(),
        }
    }

    fn options(&self, row: usize) -> Options {
        let mut options = self.options.clone();
        let columns = [
            (&mut options.url, &self.url),
            (&mut options.retrieved, &self.retrieved),
            (&mut options.content_type, &self.content_type),
        ];
        for (option, column) in columns {
            if let Some(column) = column {
                *option = column.is_valid(row).then(|| column.value(row).to_owned());
            }
        }
        options
    }

    fn record(&self, extractor: &Extractor, row: usize) -> Option<Result<Record, String>> {
        let page = self.page(row)?;
        if self.size(row) > LONGEST {
            return Some(Err(format!("page: longer than {LONGEST} bytes")));
        }
        Some(safely(|| json::extract(extractor, page, self.options(row), Positions::Utf32)))
    }

    /// Rows that are read together.
    fn pieces(&self) -> Vec<Range<usize>> {
        let mut pieces = Vec::new();
        let (mut start, mut bytes) = (0, 0);
        for row in 0..self.pages.len() {
            let size = self.size(row);
            if row - start == PIECE.0 || (row > start && bytes + size > PIECE.1) {
                pieces.push(start..row);
                (start, bytes) = (row, 0);
            }
            bytes += size;
        }
        pieces.extend((start < self.pages.len()).then_some(start..self.pages.len()));
        pieces
    }

    fn read(&self, extractor: &Extractor, rows: Range<usize>) -> ArrayRef {
        let mut builder = PageBuilder::new(rows.len());
        for row in rows {
            let record = self.record(extractor, row);
            builder.push(record.as_ref().map(|record| record.as_ref().map_err(String::as_str)));
        }
        builder.finish()
    }
}

/// What a call gives; the library has no known way to panic, but one page of ten million must not stop the others.
pub(crate) fn safely<T>(call: impl FnOnce() -> Result<T, naba::Error>) -> Result<T, String> {
    match catch_unwind(AssertUnwindSafe(call)) {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => Err(error.to_string()),
        Err(_) => Err("the library panicked: please report this page".to_owned()),
    }
}

/// What the pages hold, piece by piece, in order. `is_stopped` is asked between pieces, on the calling thread; nothing is
/// there when it has said so.
pub(crate) fn extract(
    extractor: &Extractor,
    columns: &Columns,
    threads: usize,
    is_stopped: impl Fn() -> bool,
) -> Option<Vec<ArrayRef>> {
    let pieces = columns.pieces();
    let next = AtomicUsize::new(0);
    let stopped = AtomicBool::new(false);
    let done = Mutex::new(vec![None; pieces.len()]);
    let step = || {
        let at = next.fetch_add(1, Ordering::Relaxed);
        let rows = pieces.get(at).filter(|_| !stopped.load(Ordering::Relaxed))?;
        let piece = columns.read(extractor, rows.clone());
        if let Some(slot) = done.lock().unwrap_or_else(PoisonError::into_inner).get_mut(at) {
            *slot = Some(piece);
        }
        Some(())
    };
    thread::scope(|scope| {
        for _ in 1..threads.min(pieces.len()) {
            scope.spawn(|| while step().is_some() {});
        }
        while step().is_some() {
            stopped.fetch_or(is_stopped(), Ordering::Relaxed);
        }
    });
    done.into_inner().unwrap_or_else(PoisonError::into_inner).into_iter().collect()
}
