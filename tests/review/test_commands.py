"""Decisions on links from the command line, to the store."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from support import CheapEncoder, ask, built

from telusur.cli import commands


@pytest.fixture
def ready(workspace: Path, encoder: CheapEncoder) -> Path:
    built(workspace)
    return workspace


def review(root: Path, *arguments: str) -> Result:
    ((one,),) = ask(root, "SELECT id FROM findings WHERE quote LIKE '%internet%'")
    given = [one if argument == "F" else argument for argument in arguments]
    return CliRunner().invoke(commands, ["-w", str(root), "review", *given, "--by", "Sari"])


def link(root: Path, clause: str) -> list[tuple[Any, ...]]:
    built(root)
    sql = f"SELECT status, decided_by, note FROM links WHERE clause_id = '{clause}' AND finding_id"
    return ask(root, f"{sql} = (SELECT id FROM findings WHERE quote LIKE '%internet%')")


def test_a_link_is_accepted_rejected_asked_about_and_left_again(ready: Path) -> None:
    assert review(ready, "accept", "F", "aduan", "--note", "cocok").exit_code == 0
    assert link(ready, "aduan") == [("accepted", "Sari", "cocok")]
    review(ready, "reject", "F", "aduan")
    assert link(ready, "aduan") == [("rejected", "Sari", None)]
    review(ready, "unsure", "F", "aduan", "apakah ini pengaduan?", "--to", "Budi")
    assert link(ready, "aduan") == [("unsure", "Sari", "apakah ini pengaduan?")]
    awaiting = "SELECT strong + weak, suspect, accepted FROM coverage WHERE clause_id = 'aduan'"
    assert ask(ready, awaiting) == [(3, 0, 0)]
    review(ready, "withdraw", "F", "aduan")
    assert link(ready, "aduan") == [("suggested", None, None)]
    states = ask(ready, "SELECT state FROM decisions ORDER BY line")
    assert states == [("superseded",)] * 3 + [("in force",)]


def test_a_decision_shows_at_once(ready: Path) -> None:
    assert "next" not in review(ready, "accept", "F", "aduan").output
    assert ask(ready, "SELECT status FROM links WHERE decided_by = 'Sari'") == [("accepted",)]


def test_a_store_that_is_being_written_keeps_no_decision_from_the_journal(
    ready: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("telusur.store.connection.WAIT", 0.0)
    other = sqlite3.connect(ready / "evidence.db")
    other.execute("BEGIN IMMEDIATE")
    result = review(ready, "accept", "F", "aduan")
    other.close()
    assert result.exit_code == 0
    assert "from the next `telusur build` on" in result.output
    assert link(ready, "aduan") == [("accepted", "Sari", None)]


def test_a_link_by_hand_is_gone_when_it_is_taken_back(ready: Path) -> None:
    review(ready, "link", "F", "definisi")
    assert link(ready, "definisi") == [("accepted", "Sari", None)]
    review(ready, "withdraw", "F", "definisi")
    assert link(ready, "definisi") == []


def test_a_decision_tells_its_meeting(ready: Path) -> None:
    meeting = ("--meeting", "rapat harmonisasi II", "--held-on", "2026-03-03", "--minutes", "R-7")
    review(ready, "accept", "F", "aduan", *meeting)
    built(ready)
    ((told,),) = ask(ready, "SELECT meeting FROM decisions")
    expected = {"name": "rapat harmonisasi II", "date": "2026-03-03", "minutes": "R-7"}
    assert json.loads(told) == expected
    assert review(ready, "accept", "F", "aduan", "--minutes", "R-7").exit_code == 2


@pytest.mark.parametrize("bad", ["a\udcff", "\ud800"])
def test_letters_that_are_no_utf8_are_refused_with_a_word(bad: str, ready: Path) -> None:
    for arguments in (
        ("accept", "F", "aduan", "--note", bad),
        ("accept", bad, "aduan"),
        ("accept", "F", bad),
        ("unsure", "F", "aduan", bad),
    ):
        result = review(ready, *arguments)
        assert result.exit_code == 2
        assert "not UTF-8" in result.output
    assert not (ready / "draft" / "review.jsonl").exists()


def test_a_question_says_something(ready: Path) -> None:
    assert review(ready, "unsure", "F", "aduan", "  ").exit_code == 2
    assert not (ready / "draft" / "review.jsonl").exists()


def test_hostile_words_come_back_as_they_were(ready: Path) -> None:
    words = "<script>\"'; DROP TABLE links; --\u202e\x07 =cmd|a"
    assert review(ready, "accept", "F", "aduan", "--note", words).exit_code == 0
    assert link(ready, "aduan") == [("accepted", "Sari", words)]
