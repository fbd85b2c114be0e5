//! The core for Python: a page or a text and its options in, JSON out, and views of a record. `python/naba` makes the public face.

/// The compiled half of `naba`.
#[pyo3::pymodule(gil_used = false)]
mod _naba {
    use naba::json::{self, Page};
    use naba::{Error, Extractor, Positions};
    use pyo3::exceptions::{PyTypeError, PyUnicodeDecodeError, PyValueError};
    use pyo3::prelude::*;
    use pyo3::types::{PyBytes, PyString};

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

    fn view(record: &Bound<'_, PyAny>, view: impl Fn(&str) -> Result<String, Error> + Sync) -> PyResult<String> {
        let json = text("record", record)?;
        record.py().detach(|| view(json)).map_err(value_error)
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
            let page = match page.cast::<PyBytes>() {
                Ok(bytes) => Page::Bytes(bytes.as_bytes()),
                Err(_) => Page::Text(text("page", page)?),
            };
            let json = py.detach(|| boundary(&self.0, page, options, Positions::Utf32)).map_err(value_error)?;
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
