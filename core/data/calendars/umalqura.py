"""Writes `islamic-umalqura.toml` from the package hijridate; `--check` fails when it is stale."""

import sys
from importlib.metadata import version
from pathlib import Path

from hijridate import Hijri

FILE = Path(__file__).with_name("islamic-umalqura.toml")
YEARS = range(1343, 1501)

HEAD = """\
# The Umm al-Qura calendar, the civil Hijri calendar of Saudi Arabia: the days of each month, 1343 to 1500 AH.
# Written by umalqura.py, never by hand.
#
# Source: the table `MONTH_STARTS` of the Python package hijridate {version}; licence: MIT, in LICENSE-HIJRIDATE. Its
# documentation names what each part was checked against: 1343-1355 issues of the newspaper Umm al-Qura, 1356-1411 the
# comparison calendar of KFUPM, 1412-1450 the official comparative calendars (Taqwim Umm al-Qura al-muqaran),
# 1451-1500 the website of KACST. It thanks R. H. van Gent for guidance.
#
# This is the calendar as it was printed: eight months before 1365 have 28 or 31 days. The computed table of ICU 78
# begins every month of 1420-1450 on the same day, and 740 of the other 1,524 a day apart or, before 1420, two. From
# 1451 on both are forecasts. It is a civil calendar: the dates that other countries announce may differ by a day.

# The first day of the first month.
first-day = "{first_day}"

# Beside each year, its first day.
[years]
"""


def toml() -> str:
    lines = [HEAD.format(version=version("hijridate"), first_day=Hijri(YEARS[0], 1, 1).to_gregorian())]
    for year in YEARS:
        days = [Hijri(year, month, 1).month_length() for month in range(1, 13)]
        lines.append(f"{year} = {days} # {Hijri(year, 1, 1).to_gregorian()}\n")
    return "".join(lines)


if __name__ == "__main__":
    if sys.argv[1:] != ["--check"]:
        FILE.write_text(toml(), encoding="utf-8")
    elif FILE.read_text(encoding="utf-8") != toml():
        sys.exit("umalqura: `core/data/calendars/islamic-umalqura.toml` is stale: run `make generate` and commit it")
