"""Turns scraped news pages in Arabic, French and English into articles, events and organisations.

>>> import naba
>>> record = naba.extract("نبأ 😀", url="https://example.org/")
>>> record.in_language
('ar',)
>>> start, end = record.segments[0].span
>>> record.text[start:end]
'نبأ 😀'

Functions for pages and texts are methods of an :class:`Extractor` with what the library knows; make one of your own to
add to that.
"""

from naba import types
from naba._extractor import Extractor
from naba._many import Batch, Content, Failure, Page
from naba._naba import ArrowData, arrow_schema
from naba._views import Cell, Table, to_arrow, to_csv, to_ics, to_table
from naba.plots import network, timeline
from naba.types import Event, Format, NamedOrganization, NamedPerson, NamedPlace, Record, Temporal

__all__ = [
    "ArrowData",
    "Batch",
    "Cell",
    "Content",
    "Event",
    "Extractor",
    "Failure",
    "Format",
    "NamedOrganization",
    "NamedPerson",
    "NamedPlace",
    "Page",
    "Record",
    "Table",
    "Temporal",
    "arrow_schema",
    "clean",
    "dates",
    "extract",
    "extract_arrow",
    "extract_json",
    "extract_many",
    "network",
    "organizations",
    "people",
    "places",
    "timeline",
    "to_arrow",
    "to_csv",
    "to_ics",
    "to_table",
    "types",
]

_builtin = Extractor()
extract = _builtin.extract
extract_json = _builtin.extract_json
extract_many = _builtin.extract_many
extract_arrow = _builtin.extract_arrow
clean = _builtin.clean
dates = _builtin.dates
organizations = _builtin.organizations
people = _builtin.people
places = _builtin.places
