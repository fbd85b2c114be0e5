"""Many pages: in order, on many threads, with errors as values; and what they can be turned into."""

from __future__ import annotations

import itertools
import pickle
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import naba
import pytest
from laws import cases

PAGES = [
    "Rabat, le 12 mai 2024\nL'UNESCO a signé un accord avec le ministère de la Culture du Sénégal, lundi à Rabat.",
    "وقعت اليونسكو اتفاقا مع وزارة الثقافة السنغالية يوم 12 ماي 2024 بالرباط.",
]


def test_records_come_in_order_and_are_those_of_one_page_at_a_time() -> None:
    given = [naba.Page(case.page, **case.options) for case in cases()]
    expected = [naba.extract(case.page, **case.options) for case in cases()]
    for threads in (1, 2, 5):
        assert list(naba.extract_many(given, threads=threads)) == expected


def test_what_is_said_of_all_pages_and_of_one() -> None:
    html = "<p>نص الصفحة"
    pages: list[Any] = [html, naba.Page(html, format="text", url="https://example.org/2")]
    first, second = naba.Batch(naba.extract_many(pages, format="html", retrieved="2024-05-12")).records
    assert (first.text, first.url, first.retrieved) == ("نص الصفحة\n", None, "2024-05-12")
    assert (second.text, second.url, second.retrieved) == (html, "https://example.org/2", "2024-05-12")


def test_errors_are_values(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes("<h1>نبأ</h1>".encode("cp1256"))
    missing = tmp_path / "missing.html"
    pages: list[Any] = [page, missing, 7, "\ud800", naba.Page("", retrieved="soon"), b"\xff\xfe\x00"]
    batch = naba.Batch(naba.extract_many(pages, content_type="text/html; charset=windows-1256"))
    assert [type(each).__name__ for each in batch] == ["Record", *["Failure"] * 4, "Record"]
    assert batch.records[0].text == "نبأ\n"
    assert [failure.index for failure in batch.failures] == [1, 2, 3, 4]
    assert batch.failures[0].page == missing
    kinds = [FileNotFoundError, TypeError, UnicodeEncodeError, ValueError]
    assert [type(failure.error) for failure in batch.failures] == kinds
    assert "soon" in repr(batch.failures[3])


def test_what_the_iterable_raises_is_raised_after_what_came_before() -> None:
    def pages() -> Iterator[str]:
        yield from PAGES
        raise RuntimeError("the crawl broke off")

    with pytest.raises(RuntimeError, match="broke off"):
        list(naba.extract_many(pages()))


def test_no_page_is_read_long_before_it_is_needed() -> None:
    counter = itertools.count()
    pages = (f"نبأ {next(counter)}" for _ in range(100_000))
    records = naba.extract_many(pages, threads=2)
    assert cast(naba.Record, next(records)).text == "نبأ 0"
    assert next(counter) < 500
    cast(Any, records).close()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("naba")]


def test_threads_that_are_none() -> None:
    with pytest.raises(ValueError, match="threads: expected 1 or more, not 0"):
        naba.extract_many([], threads=0)
    assert list(naba.extract_many([])) == []


@pytest.mark.parametrize("is_installed", [True, False])
def test_progress(is_installed: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    if not is_installed:
        monkeypatch.setitem(__import__("sys").modules, "tqdm.auto", None)
    assert len(list(naba.extract_many(PAGES, progress=True))) == 2
    assert "2" in capsys.readouterr().err


def test_a_path_is_read(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(PAGES[1], encoding="utf-16")
    assert naba.extract(path) == naba.extract(PAGES[1], format="text", url=str(path))
    assert naba.extract(path, url="https://example.org/").url == "https://example.org/"
    assert naba.clean(path).text == PAGES[1]
    with pytest.raises(FileNotFoundError):
        naba.extract(tmp_path / "missing")


def test_records_and_extractors_travel() -> None:
    record = naba.extract(PAGES[0])
    assert pickle.loads(pickle.dumps(record)) == record
    dunes = {"id": "dunes", "type": "network", "names": {"fr": ["Caravane des dunes"]}}
    extractor = pickle.loads(pickle.dumps(naba.Extractor(data={"organization": [dunes]})))
    assert extractor.organizations("La Caravane des dunes est passée.")[0].id == "dunes"


def test_views_of_many() -> None:
    batch = naba.Batch(naba.extract_many([*PAGES, naba.Page("", retrieved="soon")]))
    assert naba.to_ics(batch).count("BEGIN:VEVENT") == batch.to_ics().count("BEGIN:VEVENT") == 2
    rows = naba.to_table(batch, "events")
    assert rows == batch.records[0].to_table("events") + batch.records[1].to_table("events")
    assert naba.to_csv(batch, "events").count("\r\n") == 3
    assert naba.to_ics([batch[0], batch[0]]) == batch.records[0].to_ics()


def test_to_dict_is_the_json() -> None:
    record = naba.extract(PAGES[0], url="https://example.org/1")
    assert record.to_json() == naba.extract_json(PAGES[0], url="https://example.org/1")
    assert record.to_dict()["events"][0]["party"] == ["unesco"]
    assert record.events[0].to_dict()["type"] == "agreementSigning"
