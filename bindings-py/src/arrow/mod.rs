//! Arrow data that other libraries read by the PyCapsule interface, and how they are made.

mod batch;
mod build;
mod column;

use std::sync::Arc;

use arrow_array::{Array, ArrayRef};
use arrow_schema::{DataType, Field, FieldRef};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};
use pyo3_arrow::ffi::{ArrayIterator, to_array_pycapsules, to_schema_pycapsule, to_stream_pycapsule};

pub(crate) use self::batch::{Columns, extract, safely};
pub(crate) use self::build::{TableBuilder, page_type, table_type};
use self::column::joined;
pub(crate) use self::column::{PageColumn, texts};

/// Arrow data: a column of structs, or a table, which is the same to Arrow.
///
/// Whatever reads the Arrow PyCapsule interface reads it, without a copy: `polars.DataFrame(data)`, `pyarrow.table(data)`,
/// `pandas.DataFrame.from_arrow(data)`, `duckdb.sql("select * from data")`.
#[pyclass(frozen, module = "naba")]
pub(crate) struct ArrowData {
    field: FieldRef,
    chunks: Vec<ArrayRef>,
}

impl ArrowData {
    pub(crate) fn new(data_type: DataType, chunks: Vec<ArrayRef>) -> Self {
        Self { field: Arc::new(Field::new("", data_type, true)), chunks }
    }
}

#[pymethods]
impl ArrowData {
    /// The type, for whatever asks for it alone: `pyarrow.schema(data)`.
    #[pyo3(signature = () -> "object")]
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(py, self.field.as_ref())?)
    }

    /// The data in one piece.
    #[pyo3(signature = (requested_schema: "object | None" = None) -> "tuple[object, object]")]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        let whole = joined(&self.chunks, self.field.data_type())?;
        Ok(to_array_pycapsules(py, Arc::clone(&self.field), &whole, requested_schema)?)
    }

    /// The data piece by piece.
    #[pyo3(signature = (requested_schema: "object | None" = None) -> "object")]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let chunks = self.chunks.clone().into_iter().map(Ok);
        let reader = ArrayIterator::new(chunks.collect::<Vec<_>>(), Arc::clone(&self.field));
        Ok(to_stream_pycapsule(py, Box::new(reader), requested_schema)?)
    }

    fn __len__(&self) -> usize {
        self.chunks.iter().map(Array::len).sum()
    }

    fn __repr__(&self) -> String {
        let fields = match self.field.data_type() {
            DataType::Struct(fields) => fields.iter().map(|field| field.name().as_str()).collect::<Vec<_>>().join(", "),
            other => other.to_string(),
        };
        format!("<naba.ArrowData of {} rows: {fields}>", self.__len__())
    }
}
