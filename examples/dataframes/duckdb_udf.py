"""Reads pages inside SQL: extraction as a function of DuckDB.

python duckdb_udf.py PAGES    # Parquet with page, url, retrieved, content_type
"""

import sys

import duckdb
import naba
import pyarrow as pa


def read(
    page: pa.Array, url: pa.Array, retrieved: pa.Array, kind: pa.Array
) -> pa.Array:
    """The records of a column of pages."""
    return pa.array(
        naba.extract_arrow(page, url=url, retrieved=retrieved, content_type=kind)
    )


with duckdb.connect() as db:
    # DuckDB knows a type by its own name for it.
    db.register("nothing", pa.table({"record": pa.array(naba.extract_arrow([]))}))
    (record,) = db.table("nothing").types
    columns = ["BLOB", "VARCHAR", "VARCHAR", "VARCHAR"]
    db.create_function(
        "read", read, columns, record, type="arrow", null_handling="special"
    )
    print(
        db.sql(f"""
            WITH events AS (
                SELECT unnest(read(page, url, retrieved, content_type).events) AS event
                FROM '{sys.argv[1]}'
            )
            SELECT event.type, count(*) AS events, min(event.first_day) AS first_day
            FROM events GROUP BY ALL ORDER BY ALL
        """)
    )
