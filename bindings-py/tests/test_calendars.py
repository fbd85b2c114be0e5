"""The Umm al-Qura calendar of the data against hijridate, month by month."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import tomllib
from hijridate import Hijri

FILE = Path(__file__).parents[2] / "core" / "data" / "calendars" / "islamic-umalqura.toml"


def test_every_month_of_umm_al_qura_begins_as_in_hijridate() -> None:
    calendar = tomllib.loads(FILE.read_text(encoding="utf-8"))
    months = [(int(year), month, days) for year, row in calendar["years"].items() for month, days in enumerate(row, 1)]
    assert [(year, month) for year, month, _ in months] == [(y, m) for y in range(1343, 1501) for m in range(1, 13)]
    day = date.fromisoformat(calendar["first-day"])
    for year, month, days in months:
        assert day == Hijri(year, month, 1).to_gregorian(), (year, month)
        day += timedelta(days)
    assert day - timedelta(1) == Hijri(1500, 12, 30).to_gregorian()
