"""Reads pages in a Polars expression, also of files that do not fit in memory.

python polars_expression.py PAGES    # Parquet with page, url, retrieved, content_type
"""

import sys

import naba
import polars as pl

COLUMNS = ["page", "url", "retrieved", "content_type"]
RECORD = pl.Series(naba.extract_arrow([])).dtype


def read(columns: list[pl.Series]) -> pl.Series:
    """The records of a column of pages."""
    page, url, retrieved, content_type = columns
    found = naba.extract_arrow(
        page, url=url, retrieved=retrieved, content_type=content_type
    )
    return pl.Series(found)


record = pl.map_batches(COLUMNS, read, return_dtype=RECORD, is_elementwise=True)
events = (
    pl.scan_parquet(sys.argv[1])
    .select(record.struct.field("events"))
    .explode("events", keep_nulls=False)
    .unnest("events")
)
print(
    events.group_by("type")
    .agg(pl.len().alias("events"), pl.col("first_day").min())
    .sort("type")
    .collect(engine="streaming")
)
