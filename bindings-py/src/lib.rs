//! The core for Python: a page and its options in, the JSON of its record out. `python/naba` makes the public face.

/// The compiled half of `naba`.
#[pyo3::pymodule(gil_used = false)]
mod _naba {
    use std::sync::LazyLock;

    use naba::{Extractor, Positions, json};
    use pyo3::exceptions::{PyTypeError, PyUnicodeDecodeError, PyValueError};
    use pyo3::prelude::*;
    use pyo3::types::{PyBytes, PyString};

    static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::new);

    /// The record of a page as JSON in UTF-8, with positions in code points. `options` is JSON; empty for none.
    ///
    /// The interpreter is free for other threads meanwhile. A `str` with lone surrogates is a `UnicodeEncodeError`,
    /// `bytes` that are not UTF-8 a `UnicodeDecodeError`; both are `ValueError`s and say where.
    #[pyfunction]
    fn extract_json<'py>(page: &Bound<'py, PyAny>, options: &str) -> PyResult<Bound<'py, PyBytes>> {
        let py = page.py();
        let text = text(page)?;
        let done = py.detach(|| json::extract_json(&EXTRACTOR, text, options, Positions::Utf32));
        done.map(|json| PyBytes::new(py, json.as_bytes())).map_err(|error| PyValueError::new_err(error.to_string()))
    }

    /// The dates of a text as JSON in UTF-8, with positions in code points. `options` is JSON; empty for none.
    #[pyfunction]
    fn dates_json<'py>(text: &Bound<'py, PyAny>, options: &str) -> PyResult<Bound<'py, PyBytes>> {
        let py = text.py();
        let text = self::text(text)?;
        let done = py.detach(|| json::dates_json(text, options, Positions::Utf32));
        done.map(|json| PyBytes::new(py, json.as_bytes())).map_err(|error| PyValueError::new_err(error.to_string()))
    }

    fn text<'a>(page: &'a Bound<'_, PyAny>) -> PyResult<&'a str> {
        if let Ok(text) = page.cast::<PyString>() {
            return text.to_str();
        }
        let Ok(bytes) = page.cast::<PyBytes>() else {
            let kind = page.get_type();
            return Err(PyTypeError::new_err(format!("page: expected `str` or `bytes`, not `{}`", kind.name()?)));
        };
        let bytes = bytes.as_bytes();
        std::str::from_utf8(bytes).map_err(|error| match PyUnicodeDecodeError::new_utf8(page.py(), bytes, error) {
            Ok(error) => PyErr::from_value(error.into_any()),
            Err(error) => error,
        })
    }
}
