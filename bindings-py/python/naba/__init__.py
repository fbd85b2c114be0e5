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
from naba._naba import dates_json as _dates_json
from naba._naba import extract_json as _extract_json
from naba.types import Record, Temporal

__all__ = ["Record", "Temporal", "dates", "extract", "extract_json", "types"]

_decoder = msgspec.json.Decoder(Record)
_dates_decoder = msgspec.json.Decoder(tuple[Temporal, ...])


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


def dates(text: str | bytes, *, language: str | None = None, anchor: str | None = None) -> tuple[Temporal, ...]:
    """The dates of a text, in its order.

    ``language`` is the BCP-47 tag of its language; all are tried without one. ``anchor`` is the day that "today" means,
    as ``YYYY-MM-DD``; without one, what is relative stays unresolved.

    >>> import naba
    >>> [date.edtf for date in naba.dates("يومي 5 و6 يونيو 2024 بالرباط", language="ar")]
    ['2024-06-05/2024-06-06']
    """
    options = msgspec.json.encode({"language": language, "anchor": anchor}).decode()
    return _dates_decoder.decode(_dates_json(text, options))


def _options(url: str | None, retrieved: str | None) -> str:
    return msgspec.json.encode({"url": url, "retrieved": retrieved}).decode()
