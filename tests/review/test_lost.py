"""What the journal loses is missed, told, and can be given back."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support import CheapEncoder, ask, built, decide

from telusur.cli import commands
from telusur.cli.summary import print_outcome

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)


def telusur(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(commands, ["-w", str(root), *arguments])


@pytest.fixture
def reviewed(workspace: Path, encoder: CheapEncoder) -> Path:
    """A workspace with three decisions in the store."""
    built(workspace)
    for word, verdict, clause in (
        ("internet", "accept", "jaringan.ayat-1"),
        ("Pengaduan", "reject", "aduan"),
        ("Antrean", "accept", "jaringan.ayat-2"),
    ):
        ((one,),) = ask(workspace, f"SELECT id FROM findings WHERE quote LIKE '%{word}%'")
        decide(workspace, verdict, one, clause, by="Sari", at=NOW)
    built(workspace)
    return workspace


def states(root: Path) -> list[str]:
    return [state for (state,) in ask(root, "SELECT state FROM decisions ORDER BY state")]


def test_a_journal_that_was_deleted_is_missed_until_somebody_says_so(
    reviewed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    journal = reviewed / "draft" / "review.jsonl"
    before = journal.read_bytes()
    journal.unlink()
    for _ in range(2):  # a second build, with nothing new, says so again
        outcome = built(reviewed)
        assert outcome.incomplete
        print_outcome(outcome)
        said = capsys.readouterr().err
        assert "3 decisions no longer in draft/review.jsonl" in said
        assert "telusur review restore" in said
    assert states(reviewed) == ["missing"] * 3
    # Neither accepted as before nor suggested as if nobody had ever looked.
    judged = ask(reviewed, "SELECT DISTINCT status, doubt FROM links WHERE decided_by IS NOT NULL")
    assert judged == [("suspect", "missing")]

    assert "3 decisions written back" in telusur(reviewed, "review", "restore").output
    assert sorted(journal.read_bytes().splitlines()) == sorted(before.splitlines())
    assert not built(reviewed).incomplete
    assert states(reviewed) == ["in force"] * 3
    assert "holds every decision" in telusur(reviewed, "review", "restore").output


def test_a_journal_that_was_cut_short_is_missed_without_a_build(reviewed: Path) -> None:
    journal = reviewed / "draft" / "review.jsonl"
    first, *_ = journal.read_text(encoding="utf-8").splitlines(keepends=True)
    journal.write_text(first, encoding="utf-8")
    result = telusur(reviewed, "check", "--language", "id", "--select", "jurnal")
    assert result.exit_code == 1
    assert "draft/review.jsonl: galat [jurnal] 2 keputusan tidak ada lagi" in result.output
    assert "2 decisions written back" in telusur(reviewed, "review", "restore").output
    assert telusur(reviewed, "check", "--select", "jurnal").exit_code == 0


def test_decisions_outlive_a_store_of_another_version(reviewed: Path) -> None:
    (reviewed / "draft" / "review.jsonl").unlink()
    store = sqlite3.connect(reviewed / "evidence.db")
    store.execute("PRAGMA user_version = 1")
    store.close()
    built(reviewed)
    assert states(reviewed) == ["missing"] * 3


def test_decisions_that_were_deleted_on_purpose_can_be_forgotten(reviewed: Path) -> None:
    (reviewed / "draft" / "review.jsonl").unlink()
    assert "Aborted" in telusur(reviewed, "review", "forget").output
    assert "3 decisions forgotten" in telusur(reviewed, "review", "forget", "--yes").output
    assert states(reviewed) == []
    assert ask(reviewed, "SELECT DISTINCT status FROM links") == [("suggested",)]
    assert not built(reviewed).incomplete


def test_a_missing_decision_gives_way_to_a_later_one(reviewed: Path) -> None:
    (reviewed / "draft" / "review.jsonl").unlink()
    built(reviewed)
    ((one,),) = ask(reviewed, "SELECT id FROM findings WHERE quote LIKE '%internet%'")
    decide(reviewed, "reject", one, "jaringan.ayat-1", by="Budi", at=NOW)
    built(reviewed)
    link = f"SELECT status FROM links WHERE finding_id = '{one}' AND clause_id = 'jaringan.ayat-1'"
    assert ask(reviewed, link) == [("rejected",)]
    assert states(reviewed) == ["in force", "missing", "missing", "superseded"]


def test_a_torn_line_is_missed_too_and_told_by_check(reviewed: Path) -> None:
    journal = reviewed / "draft" / "review.jsonl"
    journal.write_bytes(journal.read_bytes()[:-40])
    result = telusur(reviewed, "check", "--select", "jurnal", "--language", "en")
    assert "draft/review.jsonl:3: error [jurnal] this line is torn" in result.output
    assert "1 decision is no longer here" in result.output
