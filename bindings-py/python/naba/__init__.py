"""Turns scraped news pages in Arabic, French and English into articles, events and organisations.

>>> import naba
>>> record = naba.extract("نبأ 😀", url="https://example.org/")
>>> record.in_language
('ar',)
>>> start, end = record.segments[0].span
>>> record.text[start:end]
'نبأ 😀'
"""

from __future__ import annotations

import msgspec

from naba import types
from naba._naba import extract_json as _extract_json
from naba.types import Record

__all__ = ["Record", "extract", "extract_json", "types"]

_decoder = msgspec.json.Decoder(Record)


def extract(page: str | bytes, *, url: str | None = None, retrieved: str | None = None) -> Record:
    """The record of a page: ``record.text[start:end]`` is what a span stands for.

    ``bytes`` are read as UTF-8. ``url`` is the address of the page, ``retrieved`` the day it was fetched, as
    ``YYYY-MM-DD``. Other threads run meanwhile.

    Any text gives a record. What is no text, ``bytes`` that are not UTF-8 or a ``str`` with lone surrogates, raises a
    :exc:`UnicodeError` whose ``start`` says where; a ``retrieved`` that is no day raises a :exc:`ValueError`.
    """
    return _decoder.decode(_extract_json(page, _options(url, retrieved)))


def extract_json(page: str | bytes, *, url: str | None = None, retrieved: str | None = None) -> str:
    """The same record as JSON text."""
    return _extract_json(page, _options(url, retrieved)).decode()


def _options(url: str | None, retrieved: str | None) -> str:
    return msgspec.json.encode({"url": url, "retrieved": retrieved}).decode()
