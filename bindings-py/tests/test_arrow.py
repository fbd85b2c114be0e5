"""Arrow: what other libraries read is what the record says, and they hand over their columns."""

from __future__ import annotations

import datetime
import subprocess
import sys
from typing import Any

import duckdb
import naba
import pandas
import polars
import pyarrow
import pytest
from laws import HOSTILE, cases
from naba._views import TABLES

# Any: it is said to give nothing for some statements.
sql: Any = duckdb.sql

PAGES = [case.page for case in cases()]
URLS = [f"https://example.org/{at}" for at in range(len(PAGES))]
RECORDS = list(naba.extract_many(naba.Page(page, url=url) for page, url in zip(PAGES, URLS, strict=True)))


def as_json(value: object) -> object:
    """A value of Arrow as the rows of a table have it."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, list):
        return [as_json(each) for each in value]
    if isinstance(value, dict):
        return {key: as_json(each) for key, each in value.items()}
    return value


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_its_rows(table: naba.Table) -> None:
    data = naba.to_arrow(RECORDS, table)
    read: Any = pyarrow.table(data)
    assert as_json(read.to_pylist()) == naba.to_table(RECORDS, table)
    assert read.schema == pyarrow.schema(naba.arrow_schema(table))
    assert len(data) == read.num_rows


def test_every_library_reads_a_table() -> None:
    data = naba.to_arrow(RECORDS, "events")
    count = len(data)
    assert polars.DataFrame(data).height == count
    assert len(pandas.DataFrame.from_arrow(data)) == count
    assert sql("select count(*) from data").fetchall() == [(count,)]
    days = sql("select typeof(first_day), typeof(organizer) from data limit 1").fetchall()
    assert days == [("DATE", "VARCHAR[]")]


def test_an_empty_table_has_its_columns() -> None:
    data = naba.to_arrow([], "mentions")
    assert (len(data), polars.DataFrame(data).width) == (
        0,
        len(polars.DataFrame(naba.arrow_schema("mentions")).columns),
    )
    assert sql("select exact from data").fetchall() == []


def columns() -> dict[str, Any]:
    return {
        "list": PAGES,
        "pyarrow array": pyarrow.array(PAGES),
        "large": pyarrow.array(PAGES, pyarrow.large_string()),
        "view": pyarrow.array(PAGES, pyarrow.string_view()),
        "chunked": pyarrow.chunked_array([PAGES[:2], [], PAGES[2:]]),
        "dictionary": pyarrow.array(PAGES).dictionary_encode(),
        "polars": polars.Series(PAGES),
        "pandas": pandas.Series(PAGES, dtype="string[pyarrow]"),
    }


@pytest.mark.parametrize("name", columns())
def test_a_column_of_pages(name: str) -> None:
    found = naba.extract_arrow(columns()[name], url=URLS)
    rows: Any = pyarrow.array(found)
    assert rows.type == pyarrow.struct(list(pyarrow.schema(naba.arrow_schema())))
    for record, row in zip(RECORDS, rows.to_pylist(), strict=True):
        assert isinstance(record, naba.Record)
        assert (row["error"], row["text"], row["in_language"]) == (None, record.text, list(record.in_language))
        for table in TABLES:
            assert as_json(row[table]) == record.to_table(table)


def test_threads_change_nothing() -> None:
    pages = PAGES * 20
    one, three = (pyarrow.array(naba.extract_arrow(pages, threads=threads)) for threads in (1, 3))
    assert one == three


def test_what_is_said_of_pages() -> None:
    page = "<h1>نبأ</h1>".encode("cp1256")
    found: Any = pyarrow.array(
        naba.extract_arrow(
            pyarrow.array([page, None, page, page]),
            url=polars.Series(["https://example.org/1", None, None, "x"]),
            retrieved=["2024-05-12", None, "soon", None],
            content_type="text/html; charset=windows-1256",
        )
    ).to_pylist()
    assert found[1] is None
    assert found[2]["error"] == "retrieved: `soon` is not a day like `2024-06-12`"
    assert found[2]["text"] is None and found[2]["articles"] == []
    assert [row["text"] for row in (found[0], found[3])] == ["نبأ\n"] * 2


def test_hostile_pages_are_rows() -> None:
    found: Any = pyarrow.array(naba.extract_arrow(list(HOSTILE.values()), threads=2, format="html"))
    assert [row["error"] for row in found.to_pylist()] == [None] * len(HOSTILE)


def test_no_pages() -> None:
    empties: list[Any] = [[], pyarrow.array([], pyarrow.string()), pyarrow.chunked_array([], pyarrow.binary())]
    for empty in empties:
        assert len(pyarrow.array(naba.extract_arrow(empty))) == 0
    assert pyarrow.array(naba.extract_arrow(pyarrow.nulls(2))).null_count == 2


def test_columns_that_make_no_sense() -> None:
    with pytest.raises(TypeError, match="page: expected a column of texts or binaries, not of Int64"):
        naba.extract_arrow(pyarrow.array([1]))
    with pytest.raises(TypeError, match="page: expected an Arrow column or a list of texts, not `int`"):
        naba.extract_arrow(7)
    with pytest.raises(ValueError, match="url: 1 rows where `page` has 2"):
        naba.extract_arrow(PAGES[:2], url=URLS[:1])
    with pytest.raises(TypeError, match="retrieved: expected a column of texts, not of Date32"):
        naba.extract_arrow(PAGES[:1], retrieved=pyarrow.array([datetime.date(2024, 5, 12)]))
    with pytest.raises(ValueError, match="table: `people` is none of"):
        naba.arrow_schema("people")


def test_neither_pyarrow_nor_pandas_is_needed() -> None:
    script = """
import sys
sys.modules.update(dict.fromkeys(["pyarrow", "pandas", "numpy"]))
import naba, duckdb, polars
found = naba.extract_arrow(polars.Series(["L'UNESCO est à Paris."]))
assert polars.Series(found).struct.field("text").to_list() == ["L'UNESCO est à Paris."]
data = naba.to_arrow(naba.extract("نبأ"), "articles")
assert polars.DataFrame(data).height == 0
"""
    subprocess.run([sys.executable, "-c", script], check=True)
