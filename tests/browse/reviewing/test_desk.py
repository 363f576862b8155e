"""Decisions while others write too: builds, other processes, other servers."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from reviewers import WORDS, reviewed, signed_in
from support import TODAY, CheapEncoder, built
from tests.waiting import run

from telusur.accounts import Accounts, Role
from telusur.build import build
from telusur.desk import Desk, Verdict
from telusur.review import read_journal
from telusur.triage import Pair


def desk_of(root: Path) -> Desk:
    return Desk(root / "draft" / "review.jsonl", root / "evidence.db")


def pairs(root: Path) -> list[Pair]:
    with sqlite3.connect(root / "evidence.db") as db:
        sql = "SELECT finding_id, clause_id FROM review_queue ORDER BY doubt, finding_id, clause_id"
        return [Pair(*row) for row in db.execute(sql)]


def told(root: Path, pair: Pair) -> tuple[str, str | None]:
    """The link's status, and the state of the last decision about it."""
    with sqlite3.connect(root / "evidence.db") as db:
        ends = [pair.finding, pair.clause]
        of = "WHERE finding_id = ? AND clause_id = ?"
        (status,) = db.execute(f"SELECT status FROM links {of}", ends).fetchone()
        sql = f"SELECT state FROM decisions {of} ORDER BY line DESC"
        found = db.execute(sql, ends).fetchone()
        return status, found[0] if found else None


class Interrupted:
    """Does something while a build is at work, after it has read the journal."""

    def __init__(self, act: Callable[[], object]) -> None:
        self.acts = [act]

    @contextmanager
    def stage(self, *_: object) -> Iterator[Callable[[int], None]]:
        if self.acts:
            self.acts.pop()()
        yield lambda _: None


def test_a_decision_during_a_build_is_there_after_it(
    workspace: Path, encoder: CheapEncoder
) -> None:
    built(workspace)
    desk, (pair, other, *_) = desk_of(workspace), pairs(workspace)
    note = workspace / "corpus" / "palembang.md"
    note.write_text(note.read_text() + "- Listrik di loket sering padam.\n", encoding="utf-8")

    def act() -> None:
        run(desk.judge([Verdict(pair, "accept"), Verdict(other, "reject")], "Sari"))

    build(workspace, None, Interrupted(act), TODAY)  # type: ignore[arg-type]
    run(desk.catch_up())
    assert told(workspace, pair) == ("accepted", "in force")
    assert told(workspace, other) == ("rejected", "in force")


def test_a_decision_of_another_process_is_shown_without_a_build(
    workspace: Path, encoder: CheapEncoder
) -> None:
    built(workspace)
    first, second, (pair, other, *_) = desk_of(workspace), desk_of(workspace), pairs(workspace)
    run(first.catch_up())
    run(second.judge([Verdict(pair, "accept")], "Edo"))
    with sqlite3.connect(workspace / "evidence.db") as db:  # the other wrote to the journal only
        db.execute("DELETE FROM decisions")
        db.execute("UPDATE links SET status = 'suggested'")
    run(first.catch_up())
    assert told(workspace, pair) == ("accepted", "in force")
    run(first.judge([Verdict(other, "unsure", question="Benar?")], "Sari"))
    assert told(workspace, other) == ("unsure", "in force")


def test_while_the_store_is_locked_a_decision_is_safe_and_shown_later(
    workspace: Path, encoder: CheapEncoder
) -> None:
    built(workspace)
    desk, (pair, *_) = desk_of(workspace), pairs(workspace)
    run(desk.catch_up())
    locking = sqlite3.connect(workspace / "evidence.db", isolation_level=None)
    locking.execute("BEGIN IMMEDIATE")
    run(desk.judge([Verdict(pair, "accept")], "Sari"))
    assert len(read_journal(desk.journal).entries) == 1
    assert told(workspace, pair) == ("suggested", None)
    locking.execute("ROLLBACK")
    locking.close()
    run(desk.catch_up())
    assert told(workspace, pair) == ("accepted", "in force")


def test_a_store_deleted_and_built_anew_has_every_decision(
    workspace: Path, encoder: CheapEncoder
) -> None:
    built(workspace)
    desk, (pair, other, *_) = desk_of(workspace), pairs(workspace)
    (entry, _) = run(desk.judge([Verdict(pair, "accept"), Verdict(other, "reject")], "S"))
    run(desk.undo(entry.id, "S"))
    for path in workspace.glob("evidence.db*"):
        path.unlink()
    built(workspace)
    assert told(workspace, pair) == ("suggested", "withdrawn")
    assert told(workspace, other) == ("rejected", "in force")


def test_a_suspect_link_shows_what_its_clause_said_and_says_now(
    workspace: Path, encoder: CheapEncoder
) -> None:
    Accounts(workspace).add("Sari", Role.REVIEWER, WORDS)
    built(workspace)
    pair = next(one for one in pairs(workspace) if one.clause == "jaringan.ayat-1")
    run(desk_of(workspace).judge([Verdict(pair, "accept")], "Sari"))
    draft = workspace / "draft" / "draf.md"
    draft.write_text(draft.read_text().replace("internet cadangan", "internet kembar"), "utf-8")
    built(workspace)
    assert told(workspace, pair)[0] == "suspect"
    page = signed_in(reviewed(workspace), "Sari").get("/tinjau")
    assert f'value="{pair}"' in page.text  # what must be looked at again comes first
    assert "internet<del> cadangan</del><ins> kembar</ins> di setiap" in page.text
