"""The command ``naba``, as a shell runs it."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import naba
import pytest

PAGE = "Rabat, le 12 mai 2024\nL'UNESCO a signé un accord avec le ministère de la Culture du Sénégal, lundi à Rabat."
ARABIC = "وقعت اليونسكو اتفاقا مع وزارة الثقافة السنغالية يوم 12 ماي 2024 بالرباط."


def run(*arguments: str, given: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "naba", *arguments]
    return subprocess.run(command, input=given, capture_output=True, cwd=cwd, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "fr.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "ar.html").write_bytes(f"<h1>خبر</h1><p>{ARABIC}</p>".encode("cp1256"))
    return tmp_path


def test_standard_input() -> None:
    for arguments in ([], ["-"]):
        done = run(*arguments, "--to", "jsonl", "--url", "https://example.org/1", given=PAGE.encode())
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.decode() == naba.extract_json(PAGE.encode(), url="https://example.org/1") + "\n"


def test_markdown_is_what_a_person_sees(folder: Path) -> None:
    done = run("fr.txt", cwd=folder)
    assert done.stdout.decode() == naba.extract(folder / "fr.txt", url="fr.txt").to_markdown()
    assert "- **Type:** Agreement signing" in done.stdout.decode()


def test_files_in_order(folder: Path) -> None:
    done = run("fr.txt", "ar.html", "--to", "jsonl", "--threads", "2", cwd=folder)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(record["url"], record["format"]) for record in records] == [("fr.txt", "text"), ("ar.html", "html")]
    assert records[1]["inLanguage"] == ["ar"]


def test_a_table(folder: Path) -> None:
    done = run("fr.txt", "ar.html", "--to", "csv", "--table", "events", cwd=folder)
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode(), newline="")))
    assert [(row["url"], row["type"], row["first_day"]) for row in rows] == [
        ("fr.txt", "agreementSigning", rows[0]["first_day"]),
        ("ar.html", "agreementSigning", "2024-05-12"),
    ]


def test_a_calendar_in_a_file(folder: Path) -> None:
    done = run("fr.txt", "ar.html", "--to", "ics", "-o", "events.ics", cwd=folder)
    assert (done.returncode, done.stdout) == (0, b"")
    calendar = (folder / "events.ics").read_bytes()
    assert calendar.count(b"BEGIN:VCALENDAR") == 1 and calendar.count(b"BEGIN:VEVENT") == 2


def test_json_ld(folder: Path) -> None:
    done = run("fr.txt", "--to", "jsonld", cwd=folder)
    assert json.loads(done.stdout)["@context"] == "https://schema.org"


def test_a_page_that_cannot_be_read_is_reported_and_the_others_are_written(folder: Path) -> None:
    done = run("missing.txt", "fr.txt", ".", "--to", "jsonl", cwd=folder)
    assert done.returncode == 1
    assert done.stdout.count(b"\n") == 1
    assert done.stderr.decode().splitlines() == [
        "naba: missing.txt: No such file or directory",
        "naba: .: Is a directory",
    ]


def test_what_makes_no_sense(folder: Path) -> None:
    for arguments, message in [
        (["--to", "pdf"], "invalid choice: 'pdf'"),
        (["a", "b", "--url", "https://example.org/"], "--url is the address of one page"),
        (["fr.txt", "--data", "missing.toml"], "No such file or directory"),
        (["fr.txt", "--threads", "0"], "threads: expected 1 or more, not 0"),
        (["fr.txt", "-o", "missing/out"], "No such file or directory"),
    ]:
        done = run(*arguments, cwd=folder)
        assert (done.returncode, done.stdout) == (2, b"")
        assert message in done.stderr.decode()


def test_data_of_ones_own(folder: Path) -> None:
    (folder / "own.toml").write_text(
        '[[organization]]\nid = "dunes"\ntype = "network"\nnames.fr = ["Caravane des dunes"]\n'
    )
    page = "Rabat, le 12 mai 2024\nLa Caravane des dunes a signé un accord avec l'UNESCO, lundi à Rabat."
    done = run("--data", "own.toml", "--to", "csv", "--table", "organizations", given=page.encode(), cwd=folder)
    assert "dunes" in [row["id"] for row in csv.DictReader(io.StringIO(done.stdout.decode(), newline=""))]


def test_a_reader_that_stops() -> None:
    script = f"head -c 10 | {sys.executable} -m naba - --to jsonl | head -c 0"
    assert subprocess.run(["sh", "-c", script], input=b"x" * 100, capture_output=True, check=False).stderr == b""
