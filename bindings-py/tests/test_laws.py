"""The laws on hostile pages, and the face of the package."""

from __future__ import annotations

import json
import threading
import time
from typing import Any, cast

import msgspec
import naba
import pytest
from laws import HOSTILE, check


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("format", ["text", "html"])
def test_hostile(name: str, format: str) -> None:
    check(HOSTILE[name], format=format)


def test_a_text_in_bytes_that_are_not_utf8_says_where() -> None:
    with pytest.raises(UnicodeDecodeError, match="byte 0xe4 in position 7") as caught:
        naba.dates("نبأ ".encode() + b"\xe4 caf\xe9")
    assert caught.value.start == 7
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859-6", "utf-8", "utf-8-sig", "utf-16"])
def test_a_page_in_bytes(encoding: str) -> None:
    page = "<!doctype html><h1>افتتاح معرض الكتاب</h1><p>افتتح وزير الثقافة، مساء اليوم، معرض الكتاب بحضور ناشرين.</p>"
    expected = naba.extract_json(page, format="html")
    assert naba.extract_json(page.encode(encoding)) == expected
    assert naba.extract_json(page.encode(encoding), content_type="text/html; charset=utf-8") == expected
    assert naba.extract(page.encode(encoding), format="text").text == page


def test_a_content_type_and_a_format() -> None:
    assert naba.extract("<p>نص").text == "<p>نص"
    assert naba.extract("<p>نص", content_type="text/html").text == "نص\n"
    assert naba.extract("<p>نص", content_type="text/html", format="text").text == "<p>نص"
    assert naba.extract("été".encode("cp1252"), content_type="text/plain; charset=latin1").text == "été"
    with pytest.raises(ValueError, match=r"options: .*unknown variant"):
        naba.extract("", format=cast(Any, "pdf"))


def test_clean_has_articles_and_no_names() -> None:
    page = "<nav>Menu</nav><h1>Un accord signé</h1><p>L'UNESCO a signé un accord à Rabat avec le ministère, le 12 mai 2024.</p>"
    whole, clean = naba.extract(page, format="html"), naba.clean(page.encode())
    assert whole.organizations and not clean.organizations
    assert clean.segments == whole.segments
    assert [article.article_body for article in clean.articles] == [article.article_body for article in whole.articles]


def test_a_lone_surrogate_says_where() -> None:
    with pytest.raises(UnicodeEncodeError, match=r"'\\ud800' in position 4: surrogates not allowed") as caught:
        naba.extract("نبأ \ud800.")
    assert caught.value.start == 4
    assert isinstance(caught.value, ValueError)


def test_what_makes_no_sense_raises_and_says_why() -> None:
    with pytest.raises(ValueError, match=r"retrieved: `soon` is not a day like `2024-06-12`"):
        naba.extract("", retrieved="soon")
    with pytest.raises(TypeError, match=r"page: expected `str` or `bytes`, not `int`"):
        naba.extract(cast(Any, 7))
    with pytest.raises(TypeError):
        naba.extract("", reads="2024-05-17")  # type: ignore[call-arg]
    with pytest.raises(ValueError, match=r"options: .*expected a string"):
        naba.extract("", url=cast(Any, 7))


def test_options_and_types() -> None:
    record = naba.extract("نبأ", url="https://example.org/1", retrieved="2024-05-17")
    assert (record.url, record.retrieved, record.positions) == ("https://example.org/1", "2024-05-17", "utf-32")
    assert naba.extract("نبأ").url is None
    with pytest.raises(AttributeError):
        record.text = ""  # type: ignore[misc]


def test_names_that_python_keeps_for_itself() -> None:
    part = naba.types.Participation(as_="chair", person="person-1")
    assert json.loads(msgspec.json.encode(part)) == {"person": "person-1", "as": "chair"}
    assert msgspec.json.decode(b'{"as":"speaker"}', type=naba.types.Participation).as_ == "speaker"
    assert {"from_", "to"} <= set(naba.types.Temporal.__struct_fields__)


def test_a_record_encodes_to_its_own_json() -> None:
    page = "مشاركة\nعنوان 😀 الخبر\n12 مايو 2024\nنص الخبر الأول 𝄞 هنا، وفيه ما يكفي من الكلام.\nاقرأ أيضا:\n• خبر آخر"
    record = naba.extract(page)
    assert msgspec.json.encode(record.parts).decode() == record.to_json() == naba.extract_json(page)
    assert naba.Record.from_json(f" {record.to_json()}") == record
    assert hash(naba.Record.from_json(f" {record.to_json()}")) == hash(record)
    with pytest.raises(ValueError, match="missing required field"):
        naba.Record.from_json("{}")


def test_other_threads_run_meanwhile() -> None:
    ticks: list[float] = []
    done = threading.Event()

    def tick() -> None:
        while not done.wait(0.001):
            ticks.append(time.perf_counter())

    clock = threading.Thread(target=tick)
    clock.start()
    start = time.perf_counter()
    naba.extract_json("جملة من خمس كلمات قصيرة.\n" * 20000)
    end = time.perf_counter()
    done.set()
    clock.join()
    # With the lock held no tick would fall inside the call, but for one at its end.
    assert sum(start < at < end for at in ticks) > 3
