"""Finds the events and organisations of a corpus with Spark, and writes them by day.

    python extract.py INPUT OUT                        # on the cores of this machine
    spark-submit --master yarn extract.py INPUT OUT    # on a cluster

INPUT is Parquet with the columns `page` (string or binary), `url` and, where known,
`retrieved` and `content_type`; or a folder of `*.warc.gz` or `*.wet.gz`, or one. OUT gets

    records/                 a row a page; the other three are made of these
    events/first_day=…/      a row an event, by its first day
    organizations/day=…/     a row an organisation of a page, by the day of the page
    errors/                  pages that gave no record, and why

The same INPUT gives the same OUT, whatever was there, and whoever died on the way.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

import naba
import pyarrow as pa
import pyarrow.compute as pc
from fastwarc import stream_io, warc
from pyarrow import fs
from pyspark import TaskContext
from pyspark.sql import DataFrame, SparkSession

Batch: TypeAlias = pa.RecordBatch
Work: TypeAlias = Callable[[Batch], Batch]

# A batch is full when it has so many pages, or so many bytes of them.
PAGES = 256
BYTES = 8 << 20
# Of a page in a WARC file, so much is read.
PAGE_BYTES = 16 << 20

# What of a record is kept. The text and all mentions are as long as the rest.
KEPT = ("error", "in_language", "articles", "events", "organizations", "warnings")

SETTINGS = {
    "spark.sql.execution.arrow.maxRecordsPerBatch": PAGES,
    "spark.sql.execution.arrow.maxBytesPerBatch": BYTES,
    # Rows that the JVM holds decoded; 4,096 whole pages of HTML are too many.
    "spark.sql.parquet.columnarReaderBatchSize": PAGES,
    # Of Parquet, a task: some seconds of work, which are lost when its worker dies.
    "spark.sql.files.maxPartitionBytes": 16 << 20,
    "spark.sql.parquet.compression.codec": "zstd",
}


# The part that knows naba: a batch of pages becomes a batch of rows.

PAGE = pa.schema(
    [("page", pa.binary())]
    + [(name, pa.string()) for name in ("url", "retrieved", "content_type")]
)
RECORD = pa.schema(
    [PAGE.field("url"), PAGE.field("retrieved")]
    + [pa.schema(naba.arrow_schema()).field(name) for name in KEPT]
)


def extract(pages: Batch) -> Batch:
    """The records of a batch of pages, under `RECORD`."""
    given = dict(zip(pages.schema.names, pages.columns))
    found = pa.array(naba.extract_arrow(given.pop("page"), **given))
    fields = dict(zip(pa.schema(found.type).names, found.flatten()))
    fields["error"] = pc.if_else(found.is_null(), "there is no page", fields["error"])
    missing = pa.nulls(len(pages), pa.string())
    known = [given.get(name, missing) for name in ("url", "retrieved")]
    return pa.record_batch([*known, *(fields[name] for name in KEPT)], RECORD)


# The part that survives: a page that kills its process becomes a row with an error.


def careful(work: Work, pages: Batch) -> Iterator[Batch]:
    """`work` in a process of its own, for ever smaller parts of a batch that kills it."""
    if (done := in_child(work, pages)) is not None:
        yield done
    elif len(pages) > 1:
        half = len(pages) // 2
        yield from careful(work, pages[:half])
        yield from careful(work, pages[half:])
    else:
        row = pages.drop_columns("page").to_pylist()[0]
        row["error"] = "the process died of this page"
        yield pa.RecordBatch.from_pylist([row], RECORD)


def in_child(work: Work, pages: Batch) -> Batch | None:
    """The result of a child process; none when it died."""
    ours, theirs = os.pipe()
    if (child := os.fork()) == 0:
        try:
            done = work(pages)
            with (
                os.fdopen(theirs, "wb") as pipe,
                pa.ipc.new_stream(pipe, done.schema) as stream,
            ):
                stream.write_batch(done)
            os._exit(0)
        finally:
            os._exit(1)
    os.close(theirs)
    with os.fdopen(ours, "rb") as pipe:
        answer = pipe.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return None
    # What was raised there is raised again here, for Spark to see.
    return work(pages) if status else pa.ipc.open_stream(answer).read_next_batch()


# The part that knows WARC.


WARC = "*.{warc,wet}.gz"
PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "", None)
DECODERS = {"gzip": stream_io.GzipReader, "br": stream_io.BrotliReader}


def warc_pages(address: str) -> Iterator[dict[str, Any]]:
    """The pages of a WARC or WET file; what cannot be read there is a page of None."""
    # Hadoop's name of the scheme is not everybody's.
    files, path = fs.FileSystem.from_uri(address.replace("s3a://", "s3://", 1))
    try:
        with io.BufferedReader(files.open_input_file(path), 4 << 20) as stream:
            for record in warc.ArchiveIterator(
                stream,
                record_types=warc.response | warc.conversion,
                auto_decode="transfer",
            ):
                if (row := warc_page(record)) is not None:
                    yield row
    except OSError as error:
        print(f"{address}: {error}", file=sys.stderr)
        yield {"page": None, "url": address}


def warc_page(record: warc.WarcRecord) -> dict[str, Any] | None:
    """One page; none when it is an image, an error of the server, or the like."""
    page = {
        "url": record.headers.get("WARC-Target-URI"),
        "retrieved": record.headers.get("WARC-Date", "")[:10] or None,
        "content_type": "text/plain; charset=utf-8",
    }
    body = record.reader
    if header := record.http_headers:
        page["content_type"] = header.get("Content-Type")
        if header.status_code != 200 or record.http_content_type not in PAGE_TYPES:
            return None
        body = DECODERS.get(header.get("Content-Encoding"), lambda body: body)(body)
    try:
        return page | {"page": body.read(PAGE_BYTES)}
    except OSError:
        return page | {"page": None}


def batches(rows: Iterable[dict[str, Any]]) -> Iterator[Batch]:
    """Rows in batches of at most `PAGES` pages and about `BYTES` bytes."""
    full, size = [], 0
    for row in rows:
        full.append(row)
        size += len(row["page"] or b"")
        if len(full) == PAGES or size >= BYTES:
            yield pa.RecordBatch.from_pylist(full, PAGE)
            full, size = [], 0
    if full:
        yield pa.RecordBatch.from_pylist(full, PAGE)


# The part that knows Spark.


def records(spark: SparkSession, source: str, work: Work = extract) -> DataFrame:
    """A row a page of the source, under `RECORD`."""

    def each(pages: Iterable[Batch]) -> Iterator[Batch]:
        context = TaskContext.get()
        again = context is not None and context.attemptNumber() > 0
        for batch in pages:
            if again:
                yield from careful(work, batch)
            else:
                yield work(batch)

    def each_file(tasks: Iterable[Batch]) -> Iterator[Batch]:
        for task in tasks:
            for number in task["id"].to_pylist():
                yield from each(batches(warc_pages(files[number])))

    schema = spark.createDataFrame(RECORD.empty_table()).schema
    if files := warc_files(spark, source):
        tasks = spark.range(0, len(files), 1, len(files))
        return tasks.mapInArrow(each_file, schema)
    pages = spark.read.parquet(source)
    known = [name for name in PAGE.names[1:] if name in pages.columns]
    texts = [f"CAST({name} AS string)" for name in known]
    return pages.selectExpr("page", *texts).mapInArrow(each, schema)


def warc_files(spark: SparkSession, source: str) -> list[str]:
    """The addresses of the WARC and WET files at a path."""
    files = spark.read.format("binaryFile").load(
        source, pathGlobFilter=WARC, recursiveFileLookup=True
    )
    return sorted(file.path for file in files.select("path").collect())


def store(found: DataFrame, out: str) -> None:
    """Writes the records: all the work, done once for the three tables."""
    found.write.mode("overwrite").parquet(f"{out}/records")


def tables(spark: SparkSession, out: str) -> None:
    """Writes the three tables of the records that are stored."""
    day = "coalesce(get(articles, 0).published_day, try_cast(retrieved AS date)) AS day"
    stored = spark.read.parquet(f"{out}/records")
    by_day(stored.selectExpr("inline(events)"), "first_day", f"{out}/events")
    bodies = stored.selectExpr(day, "inline(organizations)")
    by_day(bodies, "day", f"{out}/organizations")
    errors = stored.where("error IS NOT NULL").select("url", "retrieved", "error")
    errors.write.mode("overwrite").parquet(f"{out}/errors")


def by_day(rows: DataFrame, day: str, path: str) -> None:
    """A folder a day, a file in it, or some where a day has very many rows."""
    rows = rows.hint("rebalance", day)
    rows.write.mode("overwrite").partitionBy(day).parquet(path)


def session() -> SparkSession:
    """A session with `SETTINGS`, where nobody has set others."""
    # Without spark-submit: all cores, and every task up to four times.
    os.environ.setdefault("PYSPARK_SUBMIT_ARGS", "--master local[*,4] pyspark-shell")
    spark = SparkSession.builder.appName("naba").getOrCreate()
    said = spark.sparkContext.getConf()
    for name, value in SETTINGS.items():
        if not said.contains(name):
            spark.conf.set(name, str(value))
    return spark


def main() -> None:
    source, out = sys.argv[1:]
    spark = session()
    store(records(spark, source), out)
    tables(spark, out)
    spark.read.parquet(f"{out}/records").selectExpr(
        "count(*) AS pages",
        "count(error) AS errors",
        "sum(size(events)) AS events",
        "sum(size(organizations)) AS organizations",
    ).show()
    spark.stop()


if __name__ == "__main__":
    main()
