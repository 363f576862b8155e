"""The cases stand in dates.txt; anyone may add one."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telusur.extract.dates.written import written_dates

from ..conftest import Read, report

CASES = re.findall(
    r"(?m)^(.+)\n\.\n(.+)\n\.\n(.+)\n\.$",
    (Path(__file__).parent / "dates.txt").read_text(encoding="utf-8"),
)


@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_visit_date(read: Read, text: str, expected: str) -> None:
    found = read(text).visited_on
    assert (found.isoformat() if found else "open") == expected


def test_the_year_of_the_folder_settles_an_open_year(read: Read) -> None:
    assert read(report("Rapat digelar Kamis (13/9).", path="2018/rapat.md")).visited_on == date(
        2018, 9, 13
    )


def test_a_visit_is_never_after_today(read: Read) -> None:
    text = "Tim mengunjungi MPP Kota Palembang, Jumat (26/02)."
    assert read(text, today=date(2021, 2, 25)).visited_on is None


@given(st.dates(date(1991, 1, 1), date(2099, 12, 31)))
def test_every_full_date_is_read_as_itself(day: date) -> None:
    months = (
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
    )
    text = f"pada {day.day} {months.split()[day.month - 1]} {day.year} lalu"
    assert [found.on(day.year) for found in written_dates(text)] == [day]
