//! The core for Python: a page or a text and its options in, JSON out, views of records, and tables as Arrow. `python/naba`
//! makes the public face.

mod arrow;

/// The compiled half of `naba`.
#[pyo3::pymodule(gil_used = false)]
mod _naba {
    use std::sync::Mutex;

    use naba::json::{self, Options, Page};
    use naba::{Error, Extractor, Positions, Table};
    use pyo3::exceptions::{PyRuntimeError, PyTypeError, PyUnicodeDecodeError, PyValueError};
    use pyo3::prelude::*;
    use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
    use pyo3::types::{PyBytes, PyList, PyString};

    use crate::arrow;

    #[pymodule_export]
    use crate::arrow::ArrowData;

    /// An extractor whose methods take options as JSON, empty for none, and give JSON in UTF-8 with positions in code
    /// points.
    ///
    /// The interpreter is free for other threads meanwhile. A `str` with lone surrogates is a `UnicodeEncodeError`, a text
    /// in `bytes` that are not UTF-8 a `UnicodeDecodeError`; both are `ValueError`s and say where.
    #[pyclass(frozen)]
    struct Core(Extractor);

    /// A function of the boundary that reads a text.
    type Boundary = fn(&Extractor, &str, &str, Positions) -> Result<String, Error>;
    /// A function of the boundary that reads a page.
    type PageBoundary = for<'p> fn(&Extractor, Page<'p>, &str, Positions) -> Result<String, Error>;

    #[pymethods]
    impl Core {
        /// An extractor with data of the caller's own as JSON; empty for none.
        #[new]
        fn new(py: Python<'_>, data: &str) -> PyResult<Self> {
            py.detach(|| json::extractor(data)).map(Self).map_err(value_error)
        }

        /// The record of a page.
        fn extract<'py>(&self, page: &Bound<'py, PyAny>, options: &str) -> PyResult<Bound<'py, PyBytes>> {
            self.read(|core, page, options, unit| json::extract_json(core, page, options, unit), page, options)
        }

        /// Its segments and articles alone.
        fn clean<'py>(&self, page: &Bound<'py, PyAny>, options: &str) -> PyResult<Bound<'py, PyBytes>> {
            self.read(|core, page, options, unit| json::clean_json(core, page, options, unit), page, options)
        }

        /// The records of pages, each with its options: for each its JSON, or the error.
        fn extract_batch<'py>(&self, pages: &Bound<'py, PyList>) -> PyResult<Bound<'py, PyList>> {
            let py = pages.py();
            let held: Vec<PyResult<(Held, String)>> = pages
                .iter()
                .map(|each| {
                    let (page, options): (Bound<'_, PyAny>, String) = each.extract()?;
                    Ok((Held::new(&page)?, options))
                })
                .collect();
            let found: Vec<PyResult<String>> = py.detach(|| {
                let read = |(page, options): (Held, String)| {
                    let call = || json::extract_json(&self.0, page.page(), &options, Positions::Utf32);
                    arrow::safely(call).map_err(PyValueError::new_err)
                };
                held.into_iter().map(|each| each.and_then(read)).collect()
            });
            let objects = found.into_iter().map(|each| match each {
                Ok(json) => PyBytes::new(py, json.as_bytes()).into_any(),
                Err(error) => error.into_value(py).into_bound(py).into_any(),
            });
            PyList::new(py, objects)
        }

        /// The records of a column of pages as a column of structs. What is said of each page, its `url`, `retrieved` and
        /// `content_type`, are columns too; what is said of all is in `options`.
        fn extract_arrow(
            &self,
            py: Python<'_>,
            page: &Bound<'_, PyAny>,
            said: [Option<Bound<'_, PyAny>>; 3],
            options: &str,
            threads: usize,
        ) -> PyResult<ArrowData> {
            let pages = arrow::PageColumn::read(page)?;
            let len = pages.len();
            let [url, retrieved, content_type] = said;
            let texts = |what, column: Option<Bound<'_, PyAny>>| {
                column.map(|column| arrow::texts(what, &column, len)).transpose()
            };
            let columns = arrow::Columns {
                pages,
                url: texts("url", url)?,
                retrieved: texts("retrieved", retrieved)?,
                content_type: texts("content_type", content_type)?,
                options: Options::from_json(options).map_err(value_error)?,
            };
            // Ctrl-C reaches Python between two pieces.
            let signal = Mutex::new(None);
            let checked = |py: Python<'_>| py.check_signals();
            let is_stopped = || match Python::attach(checked) {
                Ok(()) => false,
                Err(error) => signal.lock().map(|mut signal| *signal = Some(error)).is_ok(),
            };
            let found = py.detach(|| arrow::extract(&self.0, &columns, threads, is_stopped));
            match (found, signal.into_inner().ok().flatten()) {
                (_, Some(error)) => Err(error),
                (Some(pieces), None) => Ok(ArrowData::new(arrow::page_type(), pieces)),
                (None, None) => Err(PyRuntimeError::new_err("a thread of the extraction ended")),
            }
        }

        /// The dates of a text.
        fn dates<'py>(&self, text: &Bound<'py, PyAny>, options: &str) -> PyResult<Bound<'py, PyBytes>> {
            self.call(json::dates_json, text, options)
        }

        /// The organisations of a text.
        fn organizations<'py>(&self, text: &Bound<'py, PyAny>, options: &str) -> PyResult<Bound<'py, PyBytes>> {
            self.call(json::organizations_json, text, options)
        }

        /// The people of a text.
        fn people<'py>(&self, text: &Bound<'py, PyAny>, options: &str) -> PyResult<Bound<'py, PyBytes>> {
            self.call(json::people_json, text, options)
        }

        /// The places of a text.
        fn places<'py>(&self, text: &Bound<'py, PyAny>, options: &str) -> PyResult<Bound<'py, PyBytes>> {
            self.call(json::places_json, text, options)
        }
    }

    /// A record, as JSON, as JSON-LD.
    #[pyfunction]
    fn to_json_ld(record: &Bound<'_, PyAny>) -> PyResult<String> {
        view(record, json::json_ld)
    }

    /// A record as an iCalendar file.
    #[pyfunction]
    fn to_ics(record: &Bound<'_, PyAny>) -> PyResult<String> {
        view(record, json::ics)
    }

    /// A record as Markdown.
    #[pyfunction]
    fn to_markdown(record: &Bound<'_, PyAny>) -> PyResult<String> {
        view(record, json::markdown)
    }

    /// A record as HTML.
    #[pyfunction]
    fn to_html(record: &Bound<'_, PyAny>) -> PyResult<String> {
        view(record, json::html)
    }

    /// The events of a record as HTML, a card each.
    #[pyfunction]
    fn to_cards(record: &Bound<'_, PyAny>) -> PyResult<String> {
        view(record, json::cards)
    }

    /// The first of `total` records as an HTML table.
    #[pyfunction]
    fn to_html_table(records: &Bound<'_, PyAny>, total: usize) -> PyResult<String> {
        view(records, |records| json::html_table(records, total))
    }

    /// The network of the organisations of records, as JSON.
    #[pyfunction]
    fn network(records: &Bound<'_, PyAny>) -> PyResult<String> {
        view(records, json::network)
    }

    /// The events of records in the order of days, as JSON.
    #[pyfunction]
    fn timeline(records: &Bound<'_, PyAny>) -> PyResult<String> {
        view(records, json::timeline)
    }

    /// A table of a record as JSON.
    #[pyfunction]
    fn to_table(record: &Bound<'_, PyAny>, table: &str) -> PyResult<String> {
        view(record, |record| json::table(record, table))
    }

    /// A table of a record as CSV.
    #[pyfunction]
    fn to_csv(record: &Bound<'_, PyAny>, table: &str) -> PyResult<String> {
        view(record, |record| json::csv(record, table))
    }

    /// The type of what `extract_arrow` gives, or of a table, as a column without rows.
    #[pyfunction]
    #[pyo3(signature = (table = None))]
    fn arrow_schema(table: Option<&str>) -> PyResult<ArrowData> {
        let data_type = match table {
            None => arrow::page_type(),
            Some(table) => arrow::table_type(table.parse::<Table>().map_err(value_error)?),
        };
        Ok(ArrowData::new(data_type, Vec::new()))
    }

    /// A table as Arrow; each item of `records` is JSON, of one record or of an array of records, and becomes a piece.
    #[pyfunction]
    fn to_arrow(records: &Bound<'_, PyList>, table: &str) -> PyResult<ArrowData> {
        let (py, name) = (records.py(), table);
        let records: Vec<PyBackedBytes> = records.extract()?;
        let table: Table = name.parse().map_err(value_error)?;
        let piece = |json: &PyBackedBytes| {
            let json = std::str::from_utf8(json).map_err(|error| PyValueError::new_err(error.to_string()))?;
            let mut builder = arrow::TableBuilder::new(table);
            builder.push(&json::rows(json, name).map_err(value_error)?);
            Ok(builder.finish())
        };
        let pieces = py.detach(|| records.iter().map(piece).collect::<PyResult<Vec<_>>>())?;
        Ok(ArrowData::new(arrow::table_type(table), pieces))
    }

    fn view(record: &Bound<'_, PyAny>, view: impl Fn(&str) -> Result<String, Error> + Sync) -> PyResult<String> {
        let json = text("record", record)?;
        record.py().detach(|| view(json)).map_err(value_error)
    }

    /// A page that is held while Python runs on.
    enum Held {
        Text(PyBackedStr),
        Bytes(PyBackedBytes),
    }

    impl Held {
        fn new(page: &Bound<'_, PyAny>) -> PyResult<Self> {
            if let Ok(bytes) = page.cast::<PyBytes>() {
                return Ok(Self::Bytes(bytes.clone().into()));
            }
            text("page", page)?;
            Ok(Self::Text(page.extract()?))
        }

        fn page(&self) -> Page<'_> {
            match self {
                Self::Text(text) => Page::Text(text),
                Self::Bytes(bytes) => Page::Bytes(bytes),
            }
        }
    }

    impl Core {
        fn call<'py>(
            &self,
            boundary: Boundary,
            text: &Bound<'py, PyAny>,
            options: &str,
        ) -> PyResult<Bound<'py, PyBytes>> {
            let py = text.py();
            let text = self::text("text", text)?;
            let json = py.detach(|| boundary(&self.0, text, options, Positions::Utf32)).map_err(value_error)?;
            Ok(PyBytes::new(py, json.as_bytes()))
        }

        fn read<'py>(
            &self,
            boundary: PageBoundary,
            page: &Bound<'py, PyAny>,
            options: &str,
        ) -> PyResult<Bound<'py, PyBytes>> {
            let py = page.py();
            let held = Held::new(page)?;
            let json = py.detach(|| boundary(&self.0, held.page(), options, Positions::Utf32)).map_err(value_error)?;
            Ok(PyBytes::new(py, json.as_bytes()))
        }
    }

    #[allow(clippy::needless_pass_by_value)] // `map_err` passes it so
    fn value_error(error: Error) -> PyErr {
        PyValueError::new_err(error.to_string())
    }

    fn text<'a>(what: &str, text: &'a Bound<'_, PyAny>) -> PyResult<&'a str> {
        if let Ok(text) = text.cast::<PyString>() {
            return text.to_str();
        }
        let Ok(bytes) = text.cast::<PyBytes>() else {
            let kind = text.get_type();
            return Err(PyTypeError::new_err(format!("{what}: expected `str` or `bytes`, not `{}`", kind.name()?)));
        };
        let bytes = bytes.as_bytes();
        std::str::from_utf8(bytes).map_err(|error| match PyUnicodeDecodeError::new_utf8(text.py(), bytes, error) {
            Ok(error) => PyErr::from_value(error.into_any()),
            Err(error) => error,
        })
    }
}
