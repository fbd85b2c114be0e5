"""Ten thousand pages give the same in one process, through Spark and through Daft.

Spark has two executors, each a Java process with Python workers of its own, as on a
cluster (`local-cluster`). In the second run some of these processes are killed.
"""

from __future__ import annotations

import gzip
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import extract
import naba
import pages
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pyspark.sql import SparkSession

HERE = Path(__file__).parent
N = 10_000
DAYS = {"events": "first_day", "organizations": "day"}

# The seconds of processor that things took.
USED: dict[str, float] = {}

Sums = dict[str, tuple[int, int]]


def sum_of(query: str) -> tuple[int, int]:
    """A count and a sum of hashes: the same for the same rows in any order."""
    names = ", ".join(sorted(duckdb.sql(query).columns))
    rows = f"(SELECT {names} FROM ({query})) AS row"
    return duckdb.sql(f"SELECT count(*), sum(hash(row)) FROM {rows}").fetchall()[0]


def written(out: Path) -> Sums:
    """Of what a run has written."""
    return {
        table: sum_of(
            f"FROM read_parquet('{out}/{table}/*/*.parquet',"
            f" hive_partitioning = true, hive_types = {{'{day}': DATE}})"
        )
        for table, day in DAYS.items()
    }


def processor() -> float:
    """The seconds of processor of this process and those below it that live."""
    children: dict[int, list[int]] = {}
    used = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = stat.read_text().rpartition(")")[2].split()
            process = int(stat.parent.name)
            children.setdefault(int(fields[1]), []).append(process)
            used[process] = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    below = [os.getpid()]
    for process in below:
        below += children.get(process, [])
    return sum(used[process] for process in below)


@contextmanager
def timed(what: str) -> Iterator[None]:
    begun, used = time.monotonic(), processor()
    yield
    seconds, USED[what] = time.monotonic() - begun, processor() - used
    print(f"\n{what}: {N / seconds:,.0f} pages/s, {seconds:.0f} s", end="", flush=True)


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("source") / "pages.parquet"
    pages.write(N, str(path))
    return path


@pytest.fixture(scope="session")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("out")


@pytest.fixture(scope="session")
def alone(source: Path) -> Sums:
    """What one process finds, without any engine."""
    stored = pq.read_table(source)
    columns = {name: stored[name] for name in pages.COLUMNS[1:]}
    with timed("extract_arrow, two threads"):
        found = naba.extract_arrow(stored["page"], **columns, threads=2)
    duckdb.register("records", stored.append_column("record", pa.chunked_array(found)))
    day = "coalesce(record.articles[1].published_day, try_cast(retrieved AS DATE))"
    queries = {
        "events": "SELECT unnest(record.events) AS row FROM records",
        "organizations": f"""SELECT {day} AS day, unnest(record.organizations) AS row
            FROM records""",
    }
    result = {
        table: sum_of(f"SELECT unnest(row), * EXCLUDE row FROM ({query})")
        for table, query in queries.items()
    }
    print("\ncounts and sums of hashes:", result, end="")
    return result


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    quick = "-XX:TieredStopAtLevel=1"  # Java compiles less; the test is short
    conf = {
        "spark.sql.files.maxPartitionBytes": "1m",  # some ten tasks
        "spark.driver.extraJavaOptions": quick,
        "spark.executor.extraJavaOptions": quick,
        "spark.driver.host": "127.0.0.1",
        # Who is killed leaves files.
        "spark.local.dir": tmp_path_factory.mktemp("local"),
        "spark.log.level": "ERROR",  # that workers die is said as a warning
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    options = " ".join(f"--conf {name}={value}" for name, value in conf.items())
    os.environ |= {
        "PYSPARK_SUBMIT_ARGS": f"--master local-cluster[2,1,1024] {options} pyspark-shell",
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1",
    }
    spark = extract.session()
    assert spark.sparkContext.master.startswith("local-cluster")
    for module in (extract.__file__, pages.__file__, __file__):
        spark.sparkContext.addPyFile(module)
    yield spark
    spark.stop()


def executor() -> int:
    """The Java process that this worker, or its child, works for."""
    process = os.getpid()
    while Path(f"/proc/{process}/comm").read_text().strip() != "java":
        process = int(Path(f"/proc/{process}/stat").read_text().split()[3])
    return process


def first_time(flag: Path) -> bool:
    try:
        flag.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def has(batch: pa.RecordBatch, number: int) -> bool:
    return any(url.endswith(f"/{number}") for url in batch["url"].to_pylist())


def mortal(flags: Path, batch: pa.RecordBatch) -> pa.RecordBatch:
    """Page 3333 kills its Python worker and page 6666 its executor, the first time."""
    if has(batch, 3333) and first_time(flags / "worker"):
        os.kill(os.getpid(), signal.SIGKILL)
    if has(batch, 6666) and first_time(flags / "executor"):
        os.kill(executor(), signal.SIGKILL)
        time.sleep(60)
    return extract.extract(batch)


def deadly(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Page 123 kills its process whenever it is read."""
    if has(batch, 123):
        os.kill(os.getpid(), signal.SIGKILL)
    return extract.extract(batch)


def test_a_page_that_always_kills(spark: SparkSession, tmp_path: Path) -> None:
    source = str(tmp_path / "pages.parquet")
    pages.write(300, source)
    rows = extract.records(spark, source, deadly).select("url", "error").collect()
    plain = extract.records(spark, source).select("url", "error").collect()
    assert {row for row in rows if row not in plain} == {
        ("https://news.example/ar/123", "the process died of this page")
    }
    assert [row.url for row in rows] == [row.url for row in plain]


def test_same_through_spark(
    spark: SparkSession, source: Path, alone: Sums, out: Path
) -> None:
    with timed("Spark, records"):
        extract.store(extract.records(spark, str(source)), str(out))
    with timed("Spark, tables"):
        extract.tables(spark, str(out))
    assert written(out) == alone
    failed = duckdb.sql("FROM records WHERE record.error IS NOT NULL OR record IS NULL")
    assert pq.read_table(out / "errors").num_rows == len(failed.fetchall()) > 0


def test_same_again_with_deaths(
    spark: SparkSession, source: Path, alone: Sums, out: Path, tmp_path: Path
) -> None:
    found = extract.records(spark, str(source), partial(mortal, tmp_path))
    with timed("Spark, records, a worker and an executor killed"):
        extract.store(found, str(out))
    assert sorted(os.listdir(tmp_path)) == ["executor", "worker"]
    extract.tables(spark, str(out))
    assert written(out) == alone


def test_same_through_daft(source: Path, alone: Sums, tmp_path: Path) -> None:
    command = [sys.executable, HERE.parent / "daft/extract.py", source, tmp_path]
    with timed("Daft, records and tables"):
        subprocess.run(command, check=True)
    assert written(tmp_path) == alone


def test_same_through_extract_many(alone: Sums) -> None:
    stored = [page for page in pages.pages(N) if page["page"]]
    given = [naba.Page(page.pop("page"), **page) for page in stored]
    with timed("extract_many, two threads"):
        records = naba.extract_many(given, threads=2)
        events = sum(
            len(each.events) for each in records if isinstance(each, naba.Record)
        )
    assert events == alone["events"][0]
    many, spark = USED["extract_many, two threads"], USED["Spark, records"]
    print(f"\nseconds of processor: {spark:.0f} in Spark, {many:.0f} in extract_many")


def warc(path: Path, kind: str, rows: list[dict[str, Any]], end: bytes = b"") -> None:
    """A file with a record of this kind for each page, and what stands at its end."""
    with path.open("wb") as file:
        for row in rows:
            block = row["page"]
            if kind != "conversion":
                header = f"HTTP/1.1 200 OK\r\nContent-Type: {row['content_type']}\r\n"
                if len(block) % 2:
                    header += "Content-Encoding: gzip\r\n"
                    block = gzip.compress(block)
                block = header.encode() + b"\r\n" + block
            header = (
                f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:{row['url']}>\r\n"
                f"WARC-Target-URI: {row['url']}\r\nWARC-Date: {row['retrieved']}T12:00:00Z\r\n"
                f"Content-Type: {'text/plain' if kind == 'conversion' else 'application/http'}\r\n"
                f"Content-Length: {len(block)}\r\n\r\n"
            )
            file.write(gzip.compress(header.encode() + block + b"\r\n\r\n"))
        file.write(end)


def test_warc(tmp_path: Path) -> None:
    whole, texts, broken = (list(pages.pages(30, start)) for start in (0, 100, 200))
    for page in texts:
        page["content_type"] = "text/plain; charset=utf-8"
    image = {**whole[0], "content_type": "image/png"}
    (tmp_path / "in/more").mkdir(parents=True)
    warc(tmp_path / "in/whole.warc.gz", "response", [image, *whole])
    warc(tmp_path / "in/more/texts.wet.gz", "conversion", texts)
    warc(tmp_path / "in/broken.warc.gz", "response", broken, b"\x1f\x8bnothing")
    submit = "--master local[2] --conf spark.log.level=ERROR pyspark-shell"
    subprocess.run(
        [sys.executable, HERE / "extract.py", tmp_path / "in", tmp_path / "out"],
        env=os.environ | {"PYSPARK_SUBMIT_ARGS": submit},
        check=True,
    )
    rows = [*whole, *texts, *broken]
    rows.append({"page": None, "url": f"file:{tmp_path}/in/broken.warc.gz"})
    expected = extract.extract(pa.RecordBatch.from_pylist(rows, extract.PAGE))
    assert (
        pq.read_table(tmp_path / "out/records").sort_by("url").to_pylist()
        == expected.sort_by("url").to_pylist()
    )
