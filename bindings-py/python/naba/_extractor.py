"""Extractors: one page, many pages, and names and dates in any text."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from naba import _many
from naba._many import Content, Failure, Page
from naba._naba import ArrowData, Core
from naba.types import Format, NamedOrganization, NamedPerson, NamedPlace, Record, Temporal

_dates = msgspec.json.Decoder(tuple[Temporal, ...])
_organizations = msgspec.json.Decoder(tuple[NamedOrganization, ...])
_people = msgspec.json.Decoder(tuple[NamedPerson, ...])
_places = msgspec.json.Decoder(tuple[NamedPlace, ...])


class Extractor:
    """The functions of this module as methods, with organisations and places of one's own.

    ``data`` is a mapping with the lists ``organization``, ``country``, ``city`` and ``region``, in the shape of the files
    of ``core/data`` (``core/schema/data.schema.json``), or the path of a TOML file with the same (Python 3.11 or later).
    An organisation whose id the library knows replaces that entry.

    It indexes all names again: make one and keep it; threads may share it, and it can be pickled. Data that make no
    sense raise a :exc:`ValueError` that names the entry.

    >>> import naba
    >>> dunes = {"id": "dunes", "type": "network", "country": "MA", "names": {"fr": ["Caravane des dunes"]}}
    >>> extractor = naba.Extractor(data={"organization": [dunes]})
    >>> [body.id for body in extractor.organizations("Les élèves ont accueilli la Caravane des dunes.", language="fr")]
    ['dunes']
    """

    def __init__(self, data: Mapping[str, Any] | str | os.PathLike[str] | None = None) -> None:
        self._data = _toml(data) if isinstance(data, (str, os.PathLike)) else data
        self._core = Core("" if self._data is None else msgspec.json.encode(self._data).decode())

    def __reduce__(self) -> tuple[type[Extractor], tuple[Mapping[str, Any] | None]]:
        return type(self), (self._data,)

    def extract(
        self,
        page: Content,
        *,
        url: str | None = None,
        retrieved: str | None = None,
        format: Format | None = None,
        content_type: str | None = None,
    ) -> Record:
        """The record of a page: ``record.text[start:end]`` is what a span stands for.

        ``page`` is a ``str``, ``bytes``, or the path of a file, whose bytes are read. ``bytes`` are decoded: by their byte
        order mark; as UTF-8, when they are; as ``content_type`` (the header they came with) says, then as the page
        itself says; or as what they look most like. ``format`` is ``"html"`` or ``"text"``; when left out, what
        ``content_type`` says, then, of ``bytes``, what they look like; a ``str`` is text otherwise.

        ``url`` is the address of the page (of a file, its path, when left out), ``retrieved`` the day it was
        fetched, as ``YYYY-MM-DD``. Other threads run meanwhile.

        Any text and any ``bytes`` give a record. A ``str`` with lone surrogates raises a :exc:`UnicodeError` whose
        ``start`` says where; a ``retrieved`` that is no day raises a :exc:`ValueError`.

        >>> import naba
        >>> naba.extract("<p>نص الصفحة</p>".encode("cp1256"), content_type="text/html; charset=windows-1256").text
        'نص الصفحة\\n'
        """
        return Record(self._core.extract(*_many.held(Page(page, url, retrieved, format, content_type))))

    def extract_json(
        self,
        page: Content,
        *,
        url: str | None = None,
        retrieved: str | None = None,
        format: Format | None = None,
        content_type: str | None = None,
    ) -> str:
        """The same record as JSON text."""
        return self._core.extract(*_many.held(Page(page, url, retrieved, format, content_type))).decode()

    def clean(
        self,
        page: Content,
        *,
        url: str | None = None,
        retrieved: str | None = None,
        format: Format | None = None,
        content_type: str | None = None,
    ) -> Record:
        """Only what a page is made of: its segments and articles, cleaned and dated, without the names and events in them.

        >>> import naba
        >>> text = "Le texte de l’article, assez long pour en être un : une phrase, puis une autre. La voici."
        >>> page = f"<title>Un titre</title><nav>Menu</nav><h1>Un titre</h1><p>{text}"
        >>> record = naba.clean(page, format="html")
        >>> [article.headline.text for article in record.articles], record.events
        (['Un titre'], ())
        """
        return Record(self._core.clean(*_many.held(Page(page, url, retrieved, format, content_type))))

    def extract_many(
        self,
        pages: Iterable[Content | Page],
        *,
        retrieved: str | None = None,
        format: Format | None = None,
        content_type: str | None = None,
        threads: int | None = None,
        progress: bool = False,
    ) -> Iterator[Record | Failure]:
        """The records of many pages, in their order, read on ``threads`` threads: as many as there are cores, when left out.

        A page is what :meth:`extract` takes, or a :class:`naba.Page` with what is said of it; ``retrieved``, ``format``
        and ``content_type`` are said of pages that do not say it themselves. A page that cannot be read gives a
        :class:`naba.Failure` in its place; what the iterable itself raises is raised.

        Memory is bounded, however many pages there are: some hundred are held, and none is read before it is needed. The
        interpreter's lock is held only to make the records. ``progress`` shows a bar (that of tqdm, if installed).

        >>> import naba
        >>> first = "وقعت اليونسكو اتفاقا مع وزارة الثقافة السنغالية يوم 12 ماي 2024 بالرباط."
        >>> second = "L'UNESCO a signé un accord avec le ministère de la Culture du Sénégal, lundi à Rabat."
        >>> records = naba.extract_many([first, naba.Page(second, url="https://example.org/2")])
        >>> [(record.url, record.events[0].type) for record in records]
        [(None, 'agreementSigning'), ('https://example.org/2', 'agreementSigning')]
        """
        defaults = Page("", retrieved=retrieved, format=format, content_type=content_type)
        return _many.extract_many(self._core, pages, defaults, threads, progress)

    def extract_arrow(
        self,
        page: object,
        *,
        url: object = None,
        retrieved: object = None,
        content_type: object = None,
        format: Format | None = None,
        threads: int = 1,
    ) -> ArrowData:
        """The records of a column of pages as a column of structs, one for each page: the batch function for data engines.

        ``page`` is any Arrow column of texts or binaries (of pyarrow, Polars, DuckDB, pandas …, by the PyCapsule
        interface, without pyarrow), or a list. ``url``, ``retrieved`` and ``content_type`` are such columns too, of the
        same length, or one ``str`` for all pages.

        The fields of a struct are ``error`` (null when all went well), ``text``, ``in_language``, and the tables
        ``articles``, ``events``, ``organizations``, ``mentions`` and ``warnings`` as lists of structs, with the columns of
        :func:`naba.to_arrow`. The type is always that of :func:`naba.arrow_schema`. A page that is null gives null.

        Columns of unlike lengths or of other types raise; what is wrong with one page is its ``error``.

        >>> import naba
        >>> naba.extract_arrow(["L'UNESCO est née en 1945.", None], url=["https://example.org/1", None])
        <naba.ArrowData of 2 rows: error, text, in_language, articles, events, organizations, mentions, warnings>
        """
        said = {"url": url, "retrieved": retrieved, "contentType": content_type}
        columns = [None if isinstance(value, str) else value for value in said.values()]
        scalars = {name: value for name, value in said.items() if isinstance(value, str)}
        return self._core.extract_arrow(page, columns, _many.options(**scalars, format=format), threads)

    def dates(
        self, text: str | bytes, *, language: str | None = None, anchor: str | None = None
    ) -> tuple[Temporal, ...]:
        """The dates of a text, in its order.

        ``language`` is the BCP-47 tag of its language; all are tried without one. ``anchor`` is the day that "today" means,
        as ``YYYY-MM-DD``; without one, what is relative stays unresolved.

        >>> import naba
        >>> [date.edtf for date in naba.dates("يومي 5 و6 يونيو 2024 بالرباط", language="ar")]
        ['2024-06-05/2024-06-06']
        """
        return _dates.decode(self._core.dates(text, _many.options(language=language, anchor=anchor)))

    def organizations(self, text: str | bytes, *, language: str | None = None) -> tuple[NamedOrganization, ...]:
        """The organisations a text names, in its order, each with its ``mentions``.

        ``language`` is the BCP-47 tag of its language; words of all languages count without one.

        >>> import naba
        >>> [(body.id, body.mentions[0].exact) for body in naba.organizations("L'UNESCO a signé un accord.", language="fr")]
        [('unesco', 'UNESCO')]
        """
        return _organizations.decode(self._core.organizations(text, _many.options(language=language)))

    def people(self, text: str | bytes, *, language: str | None = None) -> tuple[NamedPerson, ...]:
        """The people a text names, each with titles, offices and ``mentions``.

        >>> import naba
        >>> person, = naba.people("استقبل الدكتور سليم الناصري، مدير معهد الصحراء، الوفد", language="ar")
        >>> person.name, person.honorific_prefix, person.roles[0].role_name
        ('سليم الناصري', 'الدكتور', 'مدير معهد الصحراء')
        """
        return _people.decode(self._core.people(text, _many.options(language=language)))

    def places(self, text: str | bytes, *, language: str | None = None) -> tuple[NamedPlace, ...]:
        """The places a text names, each with its ``mentions``.

        >>> import naba
        >>> [(place.name, place.country) for place in naba.places("انعقد المنتدى في الرباط", language="ar")]
        [('الرباط', 'MA')]
        """
        return _places.decode(self._core.places(text, _many.options(language=language)))


def _toml(path: str | os.PathLike[str]) -> dict[str, Any]:
    if sys.version_info < (3, 11):
        raise TypeError("data: reading TOML needs Python 3.11; give a mapping")
    import tomllib

    with open(path, "rb") as file:
        try:
            return tomllib.load(file)
        except tomllib.TOMLDecodeError as error:
            raise ValueError(f"data: {os.fspath(path)}: {error}") from error
