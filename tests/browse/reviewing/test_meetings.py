"""What is decided in a meeting is noted with it, and found by it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browse_visits import words
from click.testing import CliRunner
from reviewers import DOUBTFUL, journal, press, signed_in

from telusur.cli import commands
from telusur.reviewing import present

if TYPE_CHECKING:
    from datasette.app import Datasette

SEAT = {"nama": "Rapat  harmonisasi II", "tanggal": "2024-06-03", "risalah": "ND-17/2024"}
KEPT = {"name": "Rapat harmonisasi II", "date": "2024-06-03", "minutes": "ND-17/2024"}


def test_a_meeting_is_said_once_and_noted_with_all_that_is_decided(
    reviewing: Datasette, root: Path
) -> None:
    sari, rina = signed_in(reviewing, "Sari"), signed_in(reviewing, "Rina")
    sari.send("/tinjau/rapat/kini", **SEAT, ke="/tinjau")
    page = sari.get("/tinjau")
    assert "Dicatat sebagai keputusan rapat: Rapat harmonisasi II, 3 Juni 2024." in words(page)
    press(sari, page, "accept", alasan="disepakati")
    sari.send("/tinjau/di-tempat/putusan", satu=f"reject {DOUBTFUL[1]}", ke="/")
    sari.send("/tinjau/temuan/putusan", temuan="f-1", putusan="confirm", ke="/")
    assert [one["meeting"] for one in journal(root)] == [KEPT] * 3
    told = words(rina.get("/tinjau/rapat"))
    assert "Rapat harmonisasi II · 3 Juni 2024 · ND-17/2024 · 3 keputusan" in told
    told = words(rina.get("/tinjau/rapat?nama=Rapat+harmonisasi+II&tanggal=2024-06-03"))
    assert "disepakati" in told
    listed = CliRunner().invoke(commands, ["-w", str(root), "review", "list"]).output
    assert listed == "3 June 2024  Rapat harmonisasi II, ND-17/2024: 3\n"
    name = ("--rapat", "rapat harmonisasi ii")
    listed = CliRunner().invoke(commands, ["-w", str(root), "review", "list", *name]).output
    assert len(listed.splitlines()) == 3
    assert "disepakati" in listed
    sari.send("/tinjau/rapat/kini", **SEAT, akhiri="1", ke="/")
    press(sari, sari.get("/tinjau"), "reject")
    assert "meeting" not in journal(root)[-1]


def test_it_is_remembered_for_a_day_and_by_nobody_else(reviewing: Datasette, root: Path) -> None:
    trail = present.Trail()
    meeting = present.Meeting(name="Rapat", date=present.date(2024, 6, 3))
    trail.meet(meeting, present.date(2024, 6, 3))
    assert trail.meeting(present.date(2024, 6, 3)) == meeting
    assert trail.meeting(present.date(2024, 6, 4)) is None
    signed_in(reviewing, "Sari").send("/tinjau/rapat/kini", **SEAT, ke="/")
    edo = signed_in(reviewing, "Edo")
    press(edo, edo.get("/tinjau"), "accept")
    assert "meeting" not in journal(root)[-1]


@pytest.mark.parametrize("day", ["", "kemarin", "2024-13-01"])
def test_a_meeting_has_a_day(reviewing: Datasette, day: str) -> None:
    sari = signed_in(reviewing, "Sari")
    assert sari.send("/tinjau/rapat/kini", nama="Rapat", tanggal=day).status_code == 400
