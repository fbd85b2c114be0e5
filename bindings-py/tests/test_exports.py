"""Views of records in Python: the same as in Rust, to the byte, and what the programs of others read in them."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any, get_args

import icalendar
import naba
import pytest
from laws import HOSTILE, cases, compact
from pyld import jsonld

EXPORTS = Path(__file__).parents[2] / "tests" / "exports"
FOLDERS = sorted(path.parent for path in EXPORTS.glob("*/record.json"))
TABLES: tuple[naba.Table, ...] = get_args(naba.Table)

# What our terms mean in the context of schema.org, as far as a processor has to know it: all are of its vocabulary, and
# the values of these are addresses.
ADDRESSES = ("url", "sameAs", "eventStatus", "eventAttendanceMode")
CONTEXT = {"@vocab": "https://schema.org/"} | {name: {"@type": "@id"} for name in ADDRESSES}


def read(folder: Path) -> naba.Record:
    return naba.Record.from_json((folder / "record.json").read_bytes())


def views(record: naba.Record) -> list[str]:
    """All views that hold no positions."""
    return [record.to_json_ld(), record.to_ics(), record.to_markdown()]


def load(url: str, options: object) -> dict[str, Any]:
    assert url == "https://schema.org"
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXT}}


def expand(graph: str) -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = jsonld.expand(json.loads(graph), {"documentLoader": load})
    return nodes


def entries(calendar: str) -> list[Any]:
    return list(icalendar.Calendar.from_ical(calendar).events)


def test_there_are_records() -> None:
    assert len(FOLDERS) >= 4


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_views_of_a_record(folder: Path) -> None:
    def expected(name: str) -> str:
        return (folder / name).read_bytes().decode()

    record = read(folder)
    assert record.to_json_ld() == expected("graph.jsonld")
    assert naba.to_ics(record) == expected("calendar.ics")
    assert record.to_markdown() == expected("articles.md")
    assert record.to_html() == expected("record.html")
    tables = json.loads(expected("tables.json"))
    for table in TABLES:
        assert naba.to_csv(record, table) == expected(f"{table}.csv")
        assert naba.to_table(record, table) == tables[table]
        rows = list(csv.DictReader(io.StringIO(naba.to_csv(record, table), newline=""), strict=True))
        assert [list(row) for row in rows] == [list(row) for row in naba.to_table(record, table)]


def test_views_of_pages_do_not_depend_on_the_unit_of_positions() -> None:
    for case in cases():
        in_bytes = naba.Record.from_json(compact(case.expected))
        record = naba.extract(case.page, **case.options)
        assert views(record) == views(in_bytes), case.name
        assert naba.to_table(record, "organizations") == naba.to_table(in_bytes, "organizations")
        for row in naba.to_table(record, "mentions"):
            start, end = row["span_start"], row["span_end"]
            assert isinstance(start, int) and isinstance(end, int)
            assert record.text[start:end] == row["exact"]


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE)
def test_any_page_has_views(page: str) -> None:
    record = naba.extract(page)
    assert views(record) == views(record)
    for table in TABLES:
        assert naba.to_csv(record, table).count("\r\n") == len(naba.to_table(record, table)) + 1


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_json_ld_expands(folder: Path) -> None:
    record = read(folder)
    nodes = expand(record.to_json_ld())
    things = (record.articles, record.events, record.organizations, record.people, record.places)
    assert len(nodes) == sum(len(each) for each in things)
    assert len({node["@id"] for node in nodes}) == len(nodes)
    for node in nodes:
        assert node["@id"].startswith(("https://example.org/", "urn:uuid:"))
        assert all(kind.startswith("https://schema.org/") for kind in node["@type"])
        assert all(key[0] == "@" or key.startswith("https://schema.org/") for key in node)
    quads = jsonld.to_rdf(json.loads(record.to_json_ld()), {"documentLoader": load, "format": "application/n-quads"})
    assert quads.count("\n") > len(nodes)


def test_what_json_ld_says() -> None:
    nodes = expand(read(EXPORTS / "ar-workshop").to_json_ld())
    by_id = {node["@id"]: node for node in nodes}
    workshop = next(node for node in nodes if node["@type"] == ["https://schema.org/EducationEvent"])
    organizer = by_id[workshop["https://schema.org/organizer"][0]["@id"]]
    names = {name["@language"]: name["@value"] for name in organizer["https://schema.org/name"]}
    assert names["ar"] == "المنظمة العربية للتربية والثقافة والعلوم"
    assert names["en"] == "Arab League Educational, Cultural and Scientific Organization"
    assert workshop["https://schema.org/eventStatus"] == [{"@id": "https://schema.org/EventScheduled"}]
    role = workshop["https://schema.org/performer"][0]
    assert role["https://schema.org/roleName"] == [{"@value": "opening speaker"}]
    assert by_id[role["https://schema.org/performer"][0]["@id"]]["@type"] == ["https://schema.org/Person"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_calendars_are_read(folder: Path) -> None:
    record = read(folder)
    calendar = naba.to_ics(record)
    found = entries(calendar)
    assert len(found) == calendar.count("BEGIN:VEVENT\r\n")
    for entry in found:
        assert not entry.errors
        assert entry["DTSTAMP"].dt.tzinfo is not None
        assert entry.start <= entry.end
    assert len({str(entry["UID"]) for entry in found}) == len(found)
    assert all(len(line) <= 75 for line in calendar.encode().split(b"\r\n"))


def test_what_calendars_say() -> None:
    workshop, agreement, festival, book_day, meeting = entries(naba.to_ics(read(EXPORTS / "ar-workshop")))
    assert (workshop.start, workshop.end) == (date(2024, 5, 8), date(2024, 5, 11))
    assert workshop["SUMMARY"] == "مخطوطاتنا، ذاكرتنا"
    assert workshop["LOCATION"] == "قصر المؤتمرات, نواكشوط, موريتانيا"
    assert workshop["DTSTAMP"].dt == datetime(2024, 5, 12, tzinfo=timezone.utc)
    assert workshop["DESCRIPTION"].splitlines()[0].startswith("نظمت منظمة الألكسو، بشراكة مع اليونسكو")
    assert (agreement.start, agreement.end) == (date(2024, 5, 9), date(2024, 5, 10))
    assert festival["SUMMARY"] == "مهرجان الخط العربي (closing day)"
    assert festival.start == date(2024, 5, 30)
    assert book_day.start == date(2024, 4, 23)
    assert book_day["RRULE"] == {"FREQ": ["YEARLY"]}
    assert str(meeting["STATUS"]) == "CONFIRMED"

    prizes, postponed, cancelled = entries(naba.to_ics(read(EXPORTS / "fr-prizes")))
    assert prizes.start == datetime(2024, 6, 4, 9, 30, tzinfo=timezone.utc)
    assert [str(entry["STATUS"]) for entry in (postponed, cancelled)] == ["TENTATIVE", "CANCELLED"]

    session, forum, _ = entries(naba.to_ics(read(EXPORTS / "en-session")))
    assert (session.start, session.end) == (date(2024, 9, 2), date(2024, 9, 7)), (
        "five days, and no time of a named zone"
    )
    assert forum.end == datetime(2024, 9, 3, 11, 0, tzinfo=timezone.utc)


def test_a_table_that_is_none() -> None:
    with pytest.raises(ValueError, match="table: `people` is none of `articles`"):
        naba.to_table(naba.extract("نبأ"), "people")  # type: ignore[arg-type]
