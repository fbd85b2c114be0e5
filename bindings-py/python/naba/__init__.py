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

import os
import sys
from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

import msgspec

from naba import _naba, types
from naba._naba import Core as _Core
from naba.types import Format, NamedOrganization, NamedPerson, NamedPlace, Record, Temporal

__all__ = [
    "Cell",
    "Extractor",
    "Format",
    "NamedOrganization",
    "NamedPerson",
    "NamedPlace",
    "Record",
    "Table",
    "Temporal",
    "clean",
    "dates",
    "extract",
    "extract_json",
    "organizations",
    "people",
    "places",
    "to_csv",
    "to_ics",
    "to_json_ld",
    "to_markdown",
    "to_table",
    "types",
]

Table: TypeAlias = Literal["articles", "events", "organizations", "mentions"]
"""The tables of a record."""

Cell: TypeAlias = "str | int | float | bool | list[str] | None"
"""A value of a table; ``None`` when the page does not say."""

_record = msgspec.json.Decoder(Record)
_dates = msgspec.json.Decoder(tuple[Temporal, ...])
_organizations = msgspec.json.Decoder(tuple[NamedOrganization, ...])
_people = msgspec.json.Decoder(tuple[NamedPerson, ...])
_places = msgspec.json.Decoder(tuple[NamedPlace, ...])
_rows = msgspec.json.Decoder(list[dict[str, Any]])


class Extractor:
    """The functions of this module as methods, with organisations and places of one's own.

    ``data`` is a mapping with the lists ``organization``, ``country``, ``city`` and ``region``, in the shape of the files
    of ``core/data`` (``core/schema/data.schema.json``), or the path of a TOML file with the same (Python 3.11 or later).
    An organisation whose id the library knows replaces that entry.

    It indexes all names again: make one and keep it; threads may share it. Data that make no sense raise a
    :exc:`ValueError` that names the entry.

    >>> import naba
    >>> dunes = {"id": "dunes", "type": "network", "country": "MA", "names": {"fr": ["Caravane des dunes"]}}
    >>> extractor = naba.Extractor(data={"organization": [dunes]})
    >>> [body.id for body in extractor.organizations("Les élèves ont accueilli la Caravane des dunes.", language="fr")]
    ['dunes']
    """

    def __init__(self, data: Mapping[str, Any] | str | os.PathLike[str] | None = None) -> None:
        if isinstance(data, (str, os.PathLike)):
            data = _toml(data)
        self._core = _Core("" if data is None else msgspec.json.encode(data).decode())

    def extract(
        self,
        page: str | bytes,
        *,
        url: str | None = None,
        retrieved: str | None = None,
        format: Format | None = None,
        content_type: str | None = None,
    ) -> Record:
        """The record of a page; see :func:`naba.extract`."""
        return _record.decode(
            self._core.extract(page, _json(url=url, retrieved=retrieved, format=format, contentType=content_type))
        )

    def extract_json(
        self,
        page: str | bytes,
        *,
        url: str | None = None,
        retrieved: str | None = None,
        format: Format | None = None,
        content_type: str | None = None,
    ) -> str:
        """The same record as JSON text."""
        return self._core.extract(
            page, _json(url=url, retrieved=retrieved, format=format, contentType=content_type)
        ).decode()

    def clean(
        self,
        page: str | bytes,
        *,
        url: str | None = None,
        retrieved: str | None = None,
        format: Format | None = None,
        content_type: str | None = None,
    ) -> Record:
        """Its segments and articles alone; see :func:`naba.clean`."""
        return _record.decode(
            self._core.clean(page, _json(url=url, retrieved=retrieved, format=format, contentType=content_type))
        )

    def dates(
        self, text: str | bytes, *, language: str | None = None, anchor: str | None = None
    ) -> tuple[Temporal, ...]:
        """The dates of a text; see :func:`naba.dates`."""
        return _dates.decode(self._core.dates(text, _json(language=language, anchor=anchor)))

    def organizations(self, text: str | bytes, *, language: str | None = None) -> tuple[NamedOrganization, ...]:
        """The organisations a text names; see :func:`naba.organizations`."""
        return _organizations.decode(self._core.organizations(text, _json(language=language)))

    def people(self, text: str | bytes, *, language: str | None = None) -> tuple[NamedPerson, ...]:
        """The people a text names; see :func:`naba.people`."""
        return _people.decode(self._core.people(text, _json(language=language)))

    def places(self, text: str | bytes, *, language: str | None = None) -> tuple[NamedPlace, ...]:
        """The places a text names; see :func:`naba.places`."""
        return _places.decode(self._core.places(text, _json(language=language)))


_builtin = Extractor()


def extract(
    page: str | bytes,
    *,
    url: str | None = None,
    retrieved: str | None = None,
    format: Format | None = None,
    content_type: str | None = None,
) -> Record:
    """The record of a page: ``record.text[start:end]`` is what a span stands for.

    ``bytes`` are decoded: by their byte order mark; as UTF-8, when they are; as ``content_type`` (the header they came with)
    says, then as the page itself says; or as what they look most like. ``format`` is ``"html"`` or ``"text"``; when left out,
    what ``content_type`` says, then, of ``bytes``, what they look like; a ``str`` is text otherwise.

    ``url`` is the address of the page, ``retrieved`` the day it was fetched, as ``YYYY-MM-DD``. Other threads run
    meanwhile.

    Any text and any ``bytes`` give a record. A ``str`` with lone surrogates raises a :exc:`UnicodeError` whose ``start``
    says where; a ``retrieved`` that is no day raises a :exc:`ValueError`.

    >>> import naba
    >>> naba.extract("<p>نص الصفحة</p>".encode("cp1256"), content_type="text/html; charset=windows-1256").text
    'نص الصفحة\\n'
    """
    return _builtin.extract(page, url=url, retrieved=retrieved, format=format, content_type=content_type)


def extract_json(
    page: str | bytes,
    *,
    url: str | None = None,
    retrieved: str | None = None,
    format: Format | None = None,
    content_type: str | None = None,
) -> str:
    """The same record as JSON text."""
    return _builtin.extract_json(page, url=url, retrieved=retrieved, format=format, content_type=content_type)


def clean(
    page: str | bytes,
    *,
    url: str | None = None,
    retrieved: str | None = None,
    format: Format | None = None,
    content_type: str | None = None,
) -> Record:
    """Only what a page is made of: its segments and its articles, cleaned and dated, without the names and events in them.

    >>> import naba
    >>> text = "Le texte de l’article, assez long pour en être un : une phrase, puis une autre. La voici."
    >>> page = f"<title>Un titre</title><nav>Menu</nav><h1>Un titre</h1><p>{text}"
    >>> record = naba.clean(page, format="html")
    >>> [article.headline.text for article in record.articles], record.events
    (['Un titre'], ())
    """
    return _builtin.clean(page, url=url, retrieved=retrieved, format=format, content_type=content_type)


def dates(text: str | bytes, *, language: str | None = None, anchor: str | None = None) -> tuple[Temporal, ...]:
    """The dates of a text, in its order.

    ``language`` is the BCP-47 tag of its language; all are tried without one. ``anchor`` is the day that "today" means,
    as ``YYYY-MM-DD``; without one, what is relative stays unresolved.

    >>> import naba
    >>> [date.edtf for date in naba.dates("يومي 5 و6 يونيو 2024 بالرباط", language="ar")]
    ['2024-06-05/2024-06-06']
    """
    return _builtin.dates(text, language=language, anchor=anchor)


def organizations(text: str | bytes, *, language: str | None = None) -> tuple[NamedOrganization, ...]:
    """The organisations a text names, in its order, each with its ``mentions``.

    ``language`` is the BCP-47 tag of its language; words of all languages count without one.

    >>> import naba
    >>> [(body.id, body.mentions[0].exact) for body in naba.organizations("L'UNESCO a signé un accord.", language="fr")]
    [('unesco', 'UNESCO')]
    """
    return _builtin.organizations(text, language=language)


def people(text: str | bytes, *, language: str | None = None) -> tuple[NamedPerson, ...]:
    """The people a text names, each with titles, offices and ``mentions``.

    >>> import naba
    >>> person, = naba.people("استقبل الدكتور سليم الناصري، مدير معهد الصحراء، الوفد", language="ar")
    >>> person.name, person.honorific_prefix, person.roles[0].role_name
    ('سليم الناصري', 'الدكتور', 'مدير معهد الصحراء')
    """
    return _builtin.people(text, language=language)


def places(text: str | bytes, *, language: str | None = None) -> tuple[NamedPlace, ...]:
    """The places a text names, each with its ``mentions``.

    >>> import naba
    >>> [(place.name, place.country) for place in naba.places("انعقد المنتدى في الرباط", language="ar")]
    [('الرباط', 'MA')]
    """
    return _builtin.places(text, language=language)


def to_json_ld(record: Record) -> str:
    """The record as JSON-LD in the words of schema.org.

    Its ``@id`` values depend only on the page; dates that ISO 8601 cannot write are left out or cut to what is sure. Safe
    inside a ``<script>``.

    >>> import naba
    >>> naba.to_json_ld(naba.extract(""))
    '{"@context":"https://schema.org","@graph":[]}\\n'
    """
    return _naba.to_json_ld(msgspec.json.encode(record))


def to_ics(record: Record) -> str:
    """The events of the record that have a day, as an iCalendar file: whole days, the same file every time.

    Its lines end in CRLF: write it with ``newline=""``.
    """
    return _naba.to_ics(msgspec.json.encode(record))


def to_markdown(record: Record) -> str:
    """The clean articles of the record as Markdown, each with the facts of its events."""
    return _naba.to_markdown(msgspec.json.encode(record))


def to_table(record: Record, table: Table) -> list[dict[str, Cell]]:
    """A table of the record as rows that all have all columns. Positions are those of the record.

    >>> import naba
    >>> rows = naba.to_table(naba.extract("نبأ"), "mentions")
    >>> rows
    []
    """
    rows: list[dict[str, Cell]] = _rows.decode(_naba.to_table(msgspec.json.encode(record), table))
    return rows


def to_csv(record: Record, table: Table) -> str:
    """The same as CSV (RFC 4180) without a byte order mark; items of lists are joined by ``|``, formulas made harmless.

    Its lines end in CRLF: write it with ``newline=""``.
    """
    return _naba.to_csv(msgspec.json.encode(record), table)


def _json(**options: str | None) -> str:
    return msgspec.json.encode(options).decode()


def _toml(path: str | os.PathLike[str]) -> dict[str, Any]:
    if sys.version_info < (3, 11):
        raise TypeError("data: reading TOML needs Python 3.11; give a mapping")
    import tomllib

    with open(path, "rb") as file:
        try:
            return tomllib.load(file)
        except tomllib.TOMLDecodeError as error:
            raise ValueError(f"data: {os.fspath(path)}: {error}") from error
