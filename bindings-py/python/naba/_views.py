"""What records can do: views for other programs, for people and for tables, each the same as in Rust."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import msgspec

from naba import _naba
from naba._naba import ArrowData

if TYPE_CHECKING:
    from naba._many import Failure
    from naba.types import Event, Organization, Person, Place, Record

Table: TypeAlias = Literal["articles", "events", "organizations", "mentions", "warnings"]
"""The tables of a record."""

Cell: TypeAlias = "str | int | float | bool | list[str] | None"
"""A value of a table; ``None`` when the page does not say."""

_PIECE = 256
"""How many records go to Arrow at once."""

_rows = msgspec.json.Decoder(list[dict[str, Any]])


class Struct(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, rename="camel", gc=False):
    """What all parts of a record have in common: fields in snake_case, ``None`` for what the page does not say."""

    def to_json(self) -> str:
        """The same as JSON, in the words of the schema: camelCase, and nothing that is absent."""
        return msgspec.json.encode(self).decode()

    def to_dict(self) -> dict[str, Any]:
        """The same as dictionaries and lists, in the words of the schema.

        >>> import naba
        >>> naba.extract("نبأ").to_dict()["inLanguage"]
        ['ar']
        """
        found: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(self))
        return found


class RecordViews(Struct, frozen=True, kw_only=True):
    """The views of one record."""

    if TYPE_CHECKING:
        text: str
        events: tuple[Event, ...]
        organizations: tuple[Organization, ...]
        people: tuple[Person, ...]
        places: tuple[Place, ...]

    def __post_init__(self) -> None:
        for event in self.events:
            event._stands_in(self.text, self.organizations, self.people, self.places)

    def to_json_ld(self) -> str:
        """The record as JSON-LD in the words of schema.org.

        Its ``@id`` values depend only on the page; dates that ISO 8601 cannot write are left out or cut to what is sure.
        Safe inside a ``<script>``.

        >>> import naba
        >>> naba.extract("").to_json_ld()
        '{"@context":"https://schema.org","@graph":[]}\\n'
        """
        return _naba.to_json_ld(msgspec.json.encode(self))

    def to_ics(self) -> str:
        """Its events that have a day as an iCalendar file; see :func:`naba.to_ics`."""
        return _naba.to_ics(msgspec.json.encode(self))

    def to_markdown(self) -> str:
        """Its clean articles as Markdown, each with the facts of its events."""
        return _naba.to_markdown(msgspec.json.encode(self))

    def to_table(self, table: Table) -> list[dict[str, Cell]]:
        """One of its tables as rows; see :func:`naba.to_table`."""
        return _rows.decode(_naba.to_table(msgspec.json.encode(self), table))

    def to_csv(self, table: Table) -> str:
        """One of its tables as CSV; see :func:`naba.to_csv`."""
        return _naba.to_csv(msgspec.json.encode(self), table)


class EventViews(Struct, frozen=True, kw_only=True, gc=True, dict=True):
    """The view of one event, which knows the text and the names of the page it stands in."""

    def _stands_in(self, *page: object) -> None:
        self.__dict__["_page"] = page


def given(records: Record | Iterable[Record | Failure]) -> list[Record]:
    """One record or many as a list, without those that failed."""
    if isinstance(records, RecordViews):
        return [records]
    return [record for record in records if isinstance(record, RecordViews)]


def to_table(records: Record | Iterable[Record | Failure], table: Table) -> list[dict[str, Cell]]:
    """A table of one record or of many as rows that all have all columns. Positions are those of the record.

    >>> import naba
    >>> rows = naba.to_table(naba.extract("L'UNESCO a signé un accord."), "organizations")
    >>> [(row["id"], row["type"]) for row in rows]
    [('unesco', 'igo')]
    """
    rows: list[dict[str, Cell]] = _rows.decode(_naba.to_table(msgspec.json.encode(given(records)), table))
    return rows


def to_csv(records: Record | Iterable[Record | Failure], table: Table) -> str:
    """The same as CSV (RFC 4180) without a byte order mark; items of lists are joined by ``|``, formulas made harmless.

    Its lines end in CRLF: write it with ``newline=""``.
    """
    return _naba.to_csv(msgspec.json.encode(given(records)), table)


def to_ics(records: Record | Iterable[Record | Failure]) -> str:
    """The events that have a day, of one record or of many, as an iCalendar file: whole days, the same file every time.

    Its lines end in CRLF: write it with ``newline=""``.
    """
    return _naba.to_ics(msgspec.json.encode(given(records)))


def to_arrow(records: Record | Iterable[Record | Failure], table: Table) -> ArrowData:
    """A table of one record or of many as Arrow data, which other libraries read without a copy and without pyarrow.

    ``polars.DataFrame(data)``, ``pyarrow.table(data)``, ``pandas.DataFrame.from_arrow(data)``, and in DuckDB
    ``select * from data``. Columns are those of :func:`naba.to_table`, with types: texts, 64-bit integers and floats,
    booleans, days, and lists of texts; :func:`naba.arrow_schema` has them.

    >>> import naba
    >>> naba.to_arrow(naba.extract("تأسست اليونسكو سنة 1945"), "mentions")
    <naba.ArrowData of 2 rows: url, article, type, span_start, span_end, exact, id, name, form, clitic, edtf, from, to, \
value, comparator, unit_text, counts, amount, currency, rule, certainty>
    """
    found = given(records)
    pieces = [msgspec.json.encode(found[at : at + _PIECE]) for at in range(0, len(found), _PIECE)]
    return _naba.to_arrow(pieces, table)
