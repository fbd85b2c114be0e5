"""The shared cases in Python: the same records as in Rust, to the byte."""

from __future__ import annotations

import naba
import pytest
from laws import Case, cases, check, compact, in_code_points

ALL = cases()


def test_there_are_cases() -> None:
    assert len(ALL) >= 6


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_case(case: Case) -> None:
    expected = compact(in_code_points(case.expected))
    assert naba.extract_json(case.page, **case.options) == expected
    assert naba.extract(case.page, **case.options) == naba.Record.from_json(expected)
    check(case.page, **case.options)
