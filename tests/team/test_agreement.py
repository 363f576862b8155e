"""Figures of agreement against worked examples, and who decides disputes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from telusur.team import Opinion, TeamFile, agreement, disputes, work
from telusur.team.state import TeamUnreadable
from telusur.triage import Pair


def said(*marks: str, people: str = "AB") -> list[Opinion]:
    """Opinions on link after link: `+-` is accepted by A, rejected by B; a blank says nothing."""
    return [
        Opinion(
            Pair(f"f{number}", "c"), by, mark == "+", "2026-01-01T00:00:00", number * 10 + at, ""
        )
        for number, some in enumerate(marks)
        for at, (by, mark) in enumerate(zip(people, some, strict=True))
        if mark != " "
    ]


def test_cohens_kappa_is_that_of_the_textbook() -> None:
    # 20 both yes, 15 both no, 5 yes-no, 10 no-yes: observed .7, by chance .5.
    found = agreement(said(*["++"] * 20, *["--"] * 15, *["+-"] * 5, *["-+"] * 10))
    value, links = found.cohen["A", "B"]
    assert value == pytest.approx(0.4)
    assert links == 50
    assert (found.links, found.equal) == (50, 35)


def test_all_figures_are_1_in_full_agreement() -> None:
    found = agreement(said("+++", "---", "+++", people="ABC"))
    assert found.fleiss == pytest.approx(1)
    assert found.krippendorff == pytest.approx(1)
    assert all(value == pytest.approx(1) for value, _ in found.cohen.values())


def test_krippendorffs_alpha_copes_with_gaps() -> None:
    # By hand: of 4 pairable values 2 differ; expected disagreement over 6 values.
    found = agreement(said("+- ", " ++", "+  ", people="ABC"))
    assert found.krippendorff == pytest.approx(0.0)
    assert found.links == 2


def test_where_all_say_one_thing_nothing_is_claimed() -> None:
    found = agreement(said("++", "++"))
    assert found.fleiss is None
    assert found.krippendorff is None
    assert found.cohen["A", "B"] == (None, 2)
    assert agreement([]).links == 0


def test_a_dispute_is_open_until_a_lead_has_spoken_last() -> None:
    (one,) = disputes(said("+-"), {"L"})
    assert one.settled_by is None
    (one,) = disputes(said("+-+", people="ABL"), {"L"})
    assert one.settled_by == "L"
    assert disputes(said("++"), {"L"}) == []


def test_work_tells_who_only_clicks() -> None:
    opinions = said(*["+-"] * 8)
    start = datetime(2026, 1, 1, tzinfo=UTC)
    quick = [(start + timedelta(seconds=n)).isoformat() for n in range(8)]
    slow = [(start + timedelta(seconds=40 * n)).isoformat() for n in range(8)]
    controls = {Pair("f1", "c"): False, Pair("f2", "c"): True}
    a, b = work(opinions, {"A": quick, "B": slow}, controls)
    assert (a.by, a.decided, a.accepted, a.seconds, a.right, a.controls) == ("A", 8, 8, 1.0, 1, 2)
    assert (b.accepted, b.seconds) == (0, 40.0)


def test_assignments_are_given_back_by_themselves(tmp_path: Path) -> None:
    team = TeamFile(tmp_path)
    team.assign("bab", "bab-1", "Sari", "Lia", hours=1)
    team.assign("bab", "bab-1", "Edo", "Lia", hours=2)
    team.assign("place", "01", "Sari", "Lia", hours=1)
    now = datetime.now(UTC)
    assert [(one.to, one.value) for one in team.read().current(now)] == [
        ("Edo", "bab-1"), ("Sari", "01"),
    ]  # fmt: skip
    assert [one.to for one in team.read().current(now + timedelta(hours=1.5))] == ["Edo"]
    team.give_back("bab", "bab-1")
    assert [one.value for one in team.read().current(now)] == ["01"]


def test_the_share_that_is_judged_twice_is_about_as_large_as_asked(tmp_path: Path) -> None:
    team = TeamFile(tmp_path)
    assert not any(team.read().is_judged_twice(Pair(f"f{n}", "c")) for n in range(1000))
    team.judge_twice(20)
    state = team.read()
    count = sum(state.is_judged_twice(Pair(f"f{n}", "c")) for n in range(5000))
    assert 0.15 < count / 5000 < 0.25
    assert team.path.stat().st_mode & 0o777 == 0o600


def test_a_damaged_file_is_told_and_not_overwritten(tmp_path: Path) -> None:
    team = TeamFile(tmp_path)
    team.judge_twice(10)
    team.path.write_text("{", encoding="utf-8")
    with pytest.raises(TeamUnreadable, match="no decision is lost"):
        team.judge_twice(20)
    assert team.path.read_text() == "{"
