"""Finds the events and organisations of a corpus with Daft, and writes them by day.

    python extract.py INPUT OUT

INPUT is Parquet with the columns page, url, retrieved and content_type; OUT gets what
examples/spark writes, but for the errors.
"""

import os
import sys

import daft
import naba
import pyarrow as pa
from daft import DataFrame, DataType, Series, col

COLUMNS = ("page", "url", "retrieved", "content_type")
KEPT = ("error", "in_language", "articles", "events", "organizations", "warnings")
RECORD = DataType.from_arrow_type(pa.struct(list(pa.schema(naba.arrow_schema()))))


@daft.func.batch(return_dtype=RECORD, batch_size=256)
def extract(
    page: Series, url: Series, retrieved: Series, content_type: Series
) -> pa.Array:
    """The records of a batch of pages."""
    found = naba.extract_arrow(
        page, url=url, retrieved=retrieved, content_type=content_type
    )
    return pa.array(found)


def by_day(rows: DataFrame, table: str, day: str, path: str) -> None:
    """Writes the rows of a table of the records, a folder a day."""
    rows = rows.where(col(table).length() > 0).explode(table)
    rows = rows.select(
        *(col(name) for name in rows.column_names if name != table), col(table).unnest()
    )
    rows.write_parquet(path, partition_cols=[day], write_mode="overwrite")


def main() -> None:
    source, out = sys.argv[1:]
    record = extract(*map(col, COLUMNS)).alias("record")
    found = daft.read_parquet(source).select("url", "retrieved", record)
    kept = (col("record").get(name) for name in KEPT)
    found = found.select("url", "retrieved", *kept)
    found.write_parquet(f"{out}/records", write_mode="overwrite")
    records = daft.read_parquet(f"{out}/records")
    published = col("articles").get(0).get("published_day")
    day = published.fill_null(col("retrieved").try_cast(DataType.date()))
    by_day(records.select("events"), "events", "first_day", f"{out}/events")
    bodies = records.select(day.alias("day"), "organizations")
    by_day(bodies, "organizations", "day", f"{out}/organizations")


if __name__ == "__main__":
    main()
    # Threads of Daft 0.7 may outlive the interpreter, which then aborts. All is written.
    os._exit(0)
