"""What records can do: views for other programs, for people and for tables, each the same as in Rust."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

import msgspec

from naba import _naba
from naba._naba import ArrowData

if TYPE_CHECKING:
    from typing_extensions import Self

    from naba._many import Failure
    from naba.types import Record, RecordParts

Table: TypeAlias = Literal["articles", "events", "organizations", "mentions", "warnings"]
"""The tables of a record."""

TABLES: tuple[Table, ...] = get_args(Table)

Cell: TypeAlias = "str | int | float | bool | list[str] | None"
"""A value of a table; ``None`` when the page does not say."""

PIECE = (256, 64 << 20)
"""The most records that go to Arrow at once, and the most bytes of them, but for a record that is longer alone."""


class Struct(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, rename="camel", gc=False):
    """What all parts of a record have in common: fields in snake_case, ``None`` for what the page does not say."""

    def to_json(self) -> str:
        """The same as JSON, in the words of the schema: camelCase, and nothing that is absent."""
        return msgspec.json.encode(self).decode()

    def to_dict(self) -> dict[str, Any]:
        """The same as dictionaries and lists, in the words of the schema."""
        found: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(self))
        return found


class EventViews(Struct, frozen=True, kw_only=True, gc=True, dict=True):
    """The view of one event, which knows the text and the names of the page it stands in."""

    def _repr_html_(self) -> str:
        page = vars(self).get("_page", {"text": ""})
        empty = dict.fromkeys(
            ("inLanguage", "segments", "articles", "organizations", "people", "places", "warnings"), ()
        )
        alone = {**empty, "positions": "utf-32", "format": "text", "events": [self], **page}
        return _naba.to_cards(msgspec.json.encode(alone))


def place_events(record: RecordParts) -> None:
    """Tells the events of a record what they can be shown with."""
    page = {
        "text": record.text,
        "positions": record.positions,
        "organizations": record.organizations,
        "people": record.people,
        "places": record.places,
    }
    for event in record.events:
        vars(event)["_page"] = page


class RecordViews:
    """The JSON of a record, and what can be made of it. It is decoded when somebody looks at a field."""

    __slots__ = ("_json", "_parts")

    _json: bytes
    _parts: RecordParts | None

    def __init__(self, json: bytes) -> None:
        self._json = json
        self._parts = None

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Reads a record back that :meth:`to_json` wrote, here or in another language.

        A text that is no record raises a :exc:`ValueError`. Spans stay in the unit that ``positions`` names.

        >>> import naba
        >>> record = naba.extract("نبأ")
        >>> naba.Record.from_json(record.to_json()) == record
        True
        """
        json = text.encode() if isinstance(text, str) else text
        record = cls(json)
        record._parts = _decoder().decode(json)
        return record

    @property
    def parts(self) -> RecordParts:
        """All fields, decoded."""
        if self._parts is None:
            self._parts = _decoder().decode(self._json)
        return self._parts

    def to_json(self) -> str:
        """The record as JSON, in the words of the schema: camelCase, and nothing that is absent."""
        return self._json.decode()

    def to_dict(self) -> dict[str, Any]:
        """The same as dictionaries and lists.

        >>> import naba
        >>> naba.extract("نبأ").to_dict()["inLanguage"]
        ['ar']
        """
        found: dict[str, Any] = msgspec.json.decode(self._json)
        return found

    def to_json_ld(self) -> str:
        """The record as JSON-LD in the words of schema.org.

        Its ``@id`` values depend only on the page; dates that ISO 8601 cannot write are left out or cut to what is sure.
        Safe inside a ``<script>``.

        >>> import naba
        >>> naba.extract("").to_json_ld()
        '{"@context":"https://schema.org","@graph":[]}\\n'
        """
        return _naba.to_json_ld(self._json)

    def to_ics(self) -> str:
        """Its events that have a day as an iCalendar file; see :func:`naba.to_ics`."""
        return _naba.to_ics(self._json)

    def to_markdown(self) -> str:
        """Its clean articles as Markdown, each with the facts of its events."""
        return _naba.to_markdown(self._json)

    def to_html(self) -> str:
        """The record for people, as a fragment of HTML that loads nothing and runs no script: its articles with what they
        name, its events and organisations, and the whole page with what was kept and removed. Notebooks show it."""
        return _naba.to_html(self._json)

    def to_table(self, table: Table) -> list[dict[str, Cell]]:
        """One of its tables as rows; see :func:`naba.to_table`."""
        return _rows(_naba.to_table(self._json, table))

    def to_csv(self, table: Table) -> str:
        """One of its tables as CSV; see :func:`naba.to_csv`."""
        return _naba.to_csv(self._json, table)

    def _repr_html_(self) -> str:
        return self.to_html()

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(getattr(self.parts, name))} {name}" for name in TABLES[:3])
        return f"<naba.Record of {self.parts.url or 'a page'}: {counts}>"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, RecordViews):
            return NotImplemented
        return self._json == other._json or self.parts == other.parts

    def __hash__(self) -> int:
        return hash(self.parts.text)

    def __reduce__(self) -> tuple[type[Self], tuple[bytes]]:
        return type(self), (self._json,)


@cache
def _decoder() -> msgspec.json.Decoder[RecordParts]:
    from naba.types import RecordParts

    return msgspec.json.Decoder(RecordParts)


def _rows(text: str) -> list[dict[str, Cell]]:
    rows: list[dict[str, Cell]] = msgspec.json.decode(text)
    return rows


def given(records: Record | Iterable[Record | Failure]) -> list[Record]:
    """One record or many as a list, without those that failed."""
    if isinstance(records, RecordViews):
        return [records]
    return [record for record in records if isinstance(record, RecordViews)]


def array(records: Iterable[Record]) -> bytes:
    """Records as one JSON array."""
    return b"[" + b",".join(record._json for record in records) + b"]"


def pieces(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Records in lists that are read together."""
    piece: list[Record] = []
    size = 0
    for record in records:
        length = len(record._json)
        if piece and (len(piece) == PIECE[0] or size + length > PIECE[1]):
            yield piece
            piece, size = [], 0
        piece.append(record)
        size += length
    if piece:
        yield piece


def to_table(records: Record | Iterable[Record | Failure], table: Table) -> list[dict[str, Cell]]:
    """A table of one record or of many as rows that all have all columns. Positions are those of the record.

    >>> import naba
    >>> page = "وقعت اليونسكو اتفاقا مع وزارة الثقافة السنغالية يوم 12 ماي 2024 بالرباط."
    >>> [(row["type"], row["first_day"], row["city"]) for row in naba.to_table(naba.extract(page), "events")]
    [('agreementSigning', '2024-05-12', 'الرباط')]
    """
    return _rows(_naba.to_table(array(given(records)), table))


def to_csv(records: Record | Iterable[Record | Failure], table: Table) -> str:
    """The same as CSV (RFC 4180) without a byte order mark; items of lists are joined by ``|``, formulas made harmless.

    Its lines end in CRLF: write it with ``newline=""``.
    """
    return _naba.to_csv(array(given(records)), table)


def to_ics(records: Record | Iterable[Record | Failure]) -> str:
    """The events that have a day, of one record or of many, as an iCalendar file: whole days, the same file every time.

    Its lines end in CRLF: write it with ``newline=""``.
    """
    return _naba.to_ics(array(given(records)))


def to_arrow(records: Record | Iterable[Record | Failure], table: Table) -> ArrowData:
    """A table of one record or of many as Arrow data, which other libraries read without a copy and without pyarrow.

    ``polars.DataFrame(data)``, ``pyarrow.table(data)``, ``pandas.DataFrame.from_arrow(data)``, and in DuckDB
    ``select * from data``. Columns are those of :func:`naba.to_table`, with types: texts, 64-bit integers and floats,
    booleans, days, and lists of texts; :func:`naba.arrow_schema` has them.

    >>> import naba
    >>> naba.to_arrow(naba.extract(""), "warnings")
    <naba.ArrowData of 1 rows: url, code, span_start, span_end, message>
    """
    return _naba.to_arrow([array(piece) for piece in pieces(given(records))], table)
