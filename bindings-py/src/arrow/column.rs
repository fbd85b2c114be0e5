//! Columns of texts and binaries as other libraries hand them over.

use std::sync::Arc;

use arrow_array::cast::AsArray as _;
use arrow_array::{Array, ArrayRef, BinaryViewArray, StringViewArray, new_empty_array};
use arrow_cast::cast;
use arrow_schema::{ArrowError, DataType};
use arrow_select::concat::concat;
use pyo3::exceptions::{PyOverflowError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3_arrow::input::AnyArray;

/// A column of pages: texts or binaries.
pub(crate) enum PageColumn {
    Texts(StringViewArray),
    Binaries(BinaryViewArray),
}

impl PageColumn {
    pub(crate) fn read(column: &Bound<'_, PyAny>) -> PyResult<Self> {
        let array = whole("page", column)?;
        match array.data_type() {
            DataType::Utf8View => Ok(Self::Texts(array.as_string_view().clone())),
            DataType::BinaryView => Ok(Self::Binaries(array.as_binary_view().clone())),
            other => Err(PyTypeError::new_err(format!("page: expected a column of texts or binaries, not of {other}"))),
        }
    }

    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Texts(texts) => texts.len(),
            Self::Binaries(binaries) => binaries.len(),
        }
    }
}

/// A column of texts, as long as that of the pages.
pub(crate) fn texts(what: &str, column: &Bound<'_, PyAny>, len: usize) -> PyResult<StringViewArray> {
    let array = whole(what, column)?;
    let texts = match array.data_type() {
        DataType::Utf8View => array.as_string_view().clone(),
        other => return Err(PyTypeError::new_err(format!("{what}: expected a column of texts, not of {other}"))),
    };
    if texts.len() != len {
        return Err(PyValueError::new_err(format!("{what}: {} rows where `page` has {len}", texts.len())));
    }
    Ok(texts)
}

/// A column in one piece; texts and binaries of every layout as views of them.
fn whole(what: &str, column: &Bound<'_, PyAny>) -> PyResult<ArrayRef> {
    let Ok(column) = column.extract::<AnyArray>() else { return listed(what, column) };
    let invalid = |error: ArrowError| PyValueError::new_err(format!("{what}: {error}"));
    let of = view_of(column.field()?.data_type());
    let pieces = column.into_reader()?.map(|piece| cast(&piece?, &of)).collect::<Result<Vec<_>, _>>();
    joined(&pieces.map_err(invalid)?, &of)
}

/// The layout that a column is read in: a dictionary is what it stands for.
fn view_of(data_type: &DataType) -> DataType {
    match data_type {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Null => DataType::Utf8View,
        DataType::Binary | DataType::LargeBinary | DataType::BinaryView => DataType::BinaryView,
        DataType::Dictionary(_, values) => view_of(values),
        other => other.clone(),
    }
}

/// A list of texts or of binaries.
fn listed(what: &str, column: &Bound<'_, PyAny>) -> PyResult<ArrayRef> {
    if let Ok(texts) = column.extract::<Vec<Option<PyBackedStr>>>() {
        return Ok(Arc::new(texts.iter().map(Option::as_deref).collect::<StringViewArray>()));
    }
    if let Ok(binaries) = column.extract::<Vec<Option<PyBackedBytes>>>() {
        return Ok(Arc::new(binaries.iter().map(Option::as_deref).collect::<BinaryViewArray>()));
    }
    let kind = column.get_type();
    Err(PyTypeError::new_err(format!("{what}: expected an Arrow column or a list of texts, not `{}`", kind.name()?)))
}

/// Pieces of one type as one.
pub(crate) fn joined(pieces: &[ArrayRef], of: &DataType) -> PyResult<ArrayRef> {
    match pieces {
        [] => Ok(new_empty_array(of)),
        [only] => Ok(Arc::clone(only)),
        many => concat(&many.iter().map(AsRef::as_ref).collect::<Vec<&dyn Array>>()).map_err(|error| {
            PyOverflowError::new_err(format!("too much for one Arrow array, give fewer pages at once: {error}"))
        }),
    }
}
