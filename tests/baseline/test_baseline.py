"""What was signed off stays, and what has changed since is told."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support import CheapEncoder, built
from tests.waiting import run

from telusur.baseline import BaselineRefused, load
from telusur.cli import commands
from telusur.desk import Desk, Verdict
from telusur.triage import Pair


def baseline(root: Path, *words: str) -> Result:
    return CliRunner().invoke(commands, ["-w", str(root), "baseline", *words])


@pytest.fixture
def signed(workspace: Path, encoder: CheapEncoder) -> Path:
    """A workspace with three decisions and a baseline."""
    built(workspace)
    judge(workspace, "accept", "reject", "accept")
    done = baseline(workspace, "create", "Rapat Harmonisasi II", "--signed", "Lia", "--by", "Edo")
    assert done.exit_code == 0, done.output
    return workspace


def waiting(root: Path) -> list[Pair]:
    with sqlite3.connect(root / "evidence.db") as db:
        sql = "SELECT finding_id, clause_id FROM review_queue ORDER BY clause_position, finding_id"
        return [Pair(*row) for row in db.execute(sql)]


def judge(root: Path, *words: str) -> list[Pair]:
    pairs = waiting(root)[: len(words)]
    desk = Desk(root / "draft" / "review.jsonl", root / "evidence.db")
    verdicts = [Verdict(pair, word) for pair, word in zip(pairs, words, strict=True)]  # type: ignore[arg-type]
    run(desk.judge(verdicts, "Sari"))
    return pairs


def test_it_keeps_draft_decisions_and_who_signed(signed: Path) -> None:
    kept = load(signed / "draft", "rapat harmonisasi ii")
    assert [one.name for one in kept.signed] == ["Lia"]
    assert sorted(one.status for one in kept.links) == ["accepted", "accepted", "rejected"]
    assert {one.by for one in kept.links} == {"Sari"}
    assert kept.journal_lines == 3
    assert any("jaringan internet cadangan" in one.text for one in kept.draft.clauses)
    assert "Rapat Harmonisasi II" in baseline(signed, "list").output


def test_none_is_ever_overwritten(signed: Path) -> None:
    path = signed / "draft" / "baselines" / "rapat-harmonisasi-ii.json"
    before = path.read_bytes()
    again = baseline(signed, "create", "rapat harmonisasi II")
    assert isinstance(again.exception, BaselineRefused)
    assert path.read_bytes() == before


def test_with_nothing_new_it_says_so_also_after_a_build(signed: Path) -> None:
    assert "Nothing has changed" in baseline(signed, "diff", "Rapat Harmonisasi II").output
    built(signed)  # which takes in the decisions
    assert not built(signed).saved
    for path in signed.glob("evidence.db*"):
        path.unlink()
    built(signed)
    assert "Nothing has changed" in baseline(signed, "diff", "Rapat Harmonisasi II").output


def test_what_was_decided_since_and_what_became_suspect_is_told(signed: Path) -> None:
    (new,) = judge(signed, "accept")
    draft = signed / "draft" / "draf.md"
    draft.write_text(
        draft.read_text().replace("jaringan internet cadangan", "dua jaringan internet"),
        encoding="utf-8",
    )
    built(signed)
    told = baseline(signed, "diff", "Rapat Harmonisasi II").output
    assert "reworded" in told
    assert f"{new.finding}: added (undecided → " in told


def test_a_renumbered_clause_keeps_what_was_signed(signed: Path) -> None:
    draft = signed / "draft" / "draf.md"
    words = draft.read_text()
    head, _, rest = words.partition("# BAB: JARINGAN")
    added = "#### Pasal {#baru}\n\nPenyelenggara menjaga kebersihan ruang tunggu.\n\n"
    draft.write_text(f"{head}{added}# BAB: JARINGAN{rest}", encoding="utf-8")
    built(signed)
    told = baseline(signed, "diff", "Rapat Harmonisasi II").output
    assert "added" in told
    assert "suspect" not in told
    assert "gone" not in told


@pytest.mark.parametrize("name", ["", "  ", "..", "/", "///"])
def test_a_name_that_is_none_is_refused(signed: Path, name: str) -> None:
    assert isinstance(baseline(signed, "create", name).exception, BaselineRefused)


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/b", "<b>x</b>", "rapat\x00"])
def test_no_name_leaves_the_folder(signed: Path, name: str) -> None:
    baseline(signed, "create", name)
    assert {path.parent for path in signed.rglob("*.json")} <= {
        signed / "draft" / "baselines", signed / ".telusur",
    }  # fmt: skip


def test_an_unknown_or_damaged_one_is_told(signed: Path) -> None:
    found = baseline(signed, "diff", "lain")
    assert "There are: “Rapat Harmonisasi II”" in str(found.exception)
    path = signed / "draft" / "baselines" / "rapat-harmonisasi-ii.json"
    path.write_text("{", encoding="utf-8")
    assert "cannot be read" in str(baseline(signed, "list").exception)


HOLDS = """
import pathlib, sys, time
from telusur.baseline.state import state_now
from telusur.store.connection import store_for_reading
root = pathlib.Path(sys.argv[1])
with (
    store_for_reading(root / "evidence.db") as db,
    state_now(root / "draft", root / "draft" / "review.jsonl", db),
):
    print("held", flush=True)
    time.sleep(10_000)
"""


def test_what_a_killed_one_left_is_cleared_and_never_what_is_at_work(signed: Path) -> None:
    states = signed / ".telusur" / "baselines"
    at_work = subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(signed)], stdout=subprocess.PIPE, text=True
    )
    assert at_work.stdout
    assert at_work.stdout.readline() == "held\n"
    (folder,) = states.glob(".*/")
    waits = subprocess.Popen(
        [sys.executable, "-c", "from telusur.cli import main; main()",
         "-w", str(signed), "baseline", "create", "Kedua", "--by", "Edo"],
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
    assert (folder / "evidence.db").is_file()
    at_work.send_signal(signal.SIGKILL)
    at_work.wait()
    at_work.stdout.close()
    assert waits.wait() == 0
    assert list(states.glob(".*/")) == []
    assert len(list(states.glob("*.zip"))) == 2
