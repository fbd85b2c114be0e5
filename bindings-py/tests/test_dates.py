"""The table of tests/accuracy/dates, read in Python: the same dates as in Rust, in code points."""

from __future__ import annotations

from pathlib import Path

import naba
import pytest
import tomllib

TABLES = Path(__file__).parents[2] / "tests" / "accuracy" / "dates"


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_every_expression_of_the_table(language: str) -> None:
    for case in tomllib.loads((TABLES / f"{language}.toml").read_text(encoding="utf-8"))["case"]:
        text = case["text"]
        found = naba.dates(text, language=language, anchor=case.get("anchor"))
        for date in found:
            start, end = date.span
            assert text[start:end] == date.exact
        expected = sorted((date["exact"], date.get("edtf") or "") for date in case["dates"])
        assert sorted((date.exact, date.edtf or "") for date in found) == expected, text


def test_positions_after_an_emoji_and_what_is_refused() -> None:
    (date,) = naba.dates("😀 le 12 mai 2024")
    assert (date.span, date.edtf) == ((5, 16), "2024-05-12")
    with pytest.raises(ValueError, match="anchor: `yesterday` is not a day"):
        naba.dates("hier", anchor="yesterday")
    with pytest.raises(UnicodeDecodeError):
        naba.dates(b"\xff")
