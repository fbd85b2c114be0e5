"""What must hold of every record, and the pages and cases to hold it against."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import naba

if sys.version_info >= (3, 11):
    import tomllib
else:
    raise ImportError("the tests read TOML: run them with Python 3.11 or later; the wheel itself needs 3.10")

CASES = Path(__file__).parents[2] / "tests" / "cases"

HOSTILE = {
    "empty": "",
    "one line end": "\n",
    "old line ends": "\r\r\n\n\r\u2028\u2029\u0085\v\f",
    "byte order mark": "\ufeffعنوان\n\ufeff",
    "NULs": "\0" * 5000,
    "combining marks": "\u0301\u064b\u0670" * 5000,
    "overrides of direction": "\u202e\u2066\u200f" * 3000 + "نص\u202c\u2069",
    "astral characters": "😀𝄞👩\u200d👩\u200d👧\u200d👦\n" * 500,
    "one line of a megabyte": "كلمة word 😀 " * 55000,
    "a megabyte of lines": "خبر\n" * 125000,
    "a megabyte without a space": "س" * 500000,
    "brackets": "(" * 20000 + "«" * 20000,
    "tag soup": "<div class=share><table><p hidden><a href='javascript:a()'>نص<script></b>&lt;&#0;<!--" * 500,
    "digits": "12/05/2024 " * 5000 + "9" * 50000,
}


class Case(msgspec.Struct):
    """One folder of ``tests/cases``."""

    name: str
    page: str
    options: dict[str, Any]
    expected: dict[str, Any]


def cases() -> list[Case]:
    """All cases, in order."""
    found = []
    for file in sorted(CASES.rglob("case.toml")):
        options = tomllib.loads(file.read_text(encoding="utf-8"))
        del options["why"]
        options.pop("expect", None)
        html = file.parent / "page.html"
        if html.exists():
            options.setdefault("format", "html")
        page = (html if html.exists() else file.parent / "page.txt").read_bytes().decode()
        expected = json.loads((file.parent / "record.json").read_bytes())
        found.append(Case(str(file.parent.relative_to(CASES)), page, options, expected))
    return found


def compact(value: object) -> str:
    """A value as JSON, as the library writes it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def each_object(value: object) -> Iterator[dict[str, Any]]:
    """Every object of a value."""
    if isinstance(value, list):
        for item in value:
            yield from each_object(item)
    elif isinstance(value, dict):
        yield value
        for item in value.values():
            yield from each_object(item)


def is_span(value: object) -> bool:
    """Whether a value is two integers."""
    return isinstance(value, list) and len(value) == 2 and all(type(item) is int for item in value)


def in_code_points(record: dict[str, Any]) -> dict[str, Any]:
    """A record in UTF-8 bytes with its spans in code points, by arithmetic of its own."""
    points = {}
    byte = 0
    for point, character in enumerate(record["text"]):
        points[byte] = point
        byte += len(character.encode())
    points[byte] = len(record["text"])
    converted: dict[str, Any] = json.loads(json.dumps(record))
    converted["positions"] = "utf-32"
    for each in each_object(converted):
        for key in ("span", "core"):
            if is_span(each.get(key)):
                each[key] = [points[end] for end in each[key]]
    return converted


def check(page: str, **options: Any) -> None:
    """The laws of one page."""
    text = naba.extract_json(page, **options)
    assert naba.extract_json(page, **options) == text
    unmarked = page.removeprefix("\ufeff")
    bytes_of = {"content_type": "text/plain", **options}
    assert naba.extract_json(page.encode(), **bytes_of) == naba.extract_json(unmarked, **options)
    record = json.loads(text)
    assert naba.extract(page, **options) == naba.Record.from_json(text)
    if record["format"] == "text":
        assert record["text"] == page
    page = record["text"]

    end = 0
    for segment in record["segments"]:
        assert segment["span"][0] == end < segment["span"][1]
        assert "article" not in segment or segment["article"] < len(record["articles"])
        end = segment["span"][1]
    assert end == len(page)

    for each in each_object(record):
        for key in ("span", "core"):
            if key in each:
                assert is_span(each[key])
                assert 0 <= each[key][0] <= each[key][1] <= len(page)
        for said in ("exact", "text"):
            if "span" in each and said in each:
                start, end = each["span"]
                assert page[start:end] == each[said]
