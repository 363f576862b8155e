"""The cases stand in visits.txt; anyone may add one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from telusur.extract.gazetteer import places_by_code

from ..conftest import Read, report

CASES = re.findall(
    r"(?m)^(.+)\n\.\n((?:.+\n)+?)\.\n(.+)\n(?:\n|\Z)",
    (Path(__file__).parent / "visits.txt").read_text(encoding="utf-8"),
)


def test_no_case_is_passed_over() -> None:
    text = (Path(__file__).parent / "visits.txt").read_text(encoding="utf-8")
    assert len(CASES) == text.count("\n.\n") // 2


@pytest.mark.need("N-FIND-3")
@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_what_was_visited(read: Read, text: str, expected: str) -> None:
    reading = read(report(*text.splitlines()))
    codes = {mention.place_code for mention in reading.places if mention.role == "visited"}
    below = {code for code in codes if "." in code} or codes
    found = [places_by_code()[code].name for code in below]
    found += [f"{one.name}?" for one in reading.open_places if one.role == "visited"]
    assert sorted(found or ["none"]) == sorted(expected.split("; "))
