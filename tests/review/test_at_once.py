"""A decision shows in the store at once, just as the next build would show it."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from support import CheapEncoder, built, decide

from telusur.review import Entry, read_journal
from telusur.store.connection import store_for_writing, transaction
from telusur.store.decisions import clauses_to_decide, show_decisions

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
TABLES = ("decisions", "coverage", "review_queue")


def dump(root: Path) -> dict[str, list[tuple[Any, ...]]]:
    connection = sqlite3.connect(root / "evidence.db")
    try:
        # Scores wait for the next build.
        links = (
            "SELECT finding_id, clause_id, rank, why, status, doubt, decided_by, note FROM links"
        )
        found = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in TABLES}
        return {
            name: sorted(rows, key=repr)
            for name, rows in {**found, "links": connection.execute(links).fetchall()}.items()
        }
    finally:
        connection.close()


def show(root: Path, entry: Entry) -> None:
    with store_for_writing(root / "evidence.db") as db, transaction(db):
        show_decisions(db, [entry], clauses_to_decide(db))


def test_the_store_is_at_once_as_the_next_build_makes_it(
    workspace: Path, encoder: CheapEncoder
) -> None:
    built(workspace)
    connection = sqlite3.connect(workspace / "evidence.db")
    ((one,),) = connection.execute("SELECT id FROM findings WHERE quote LIKE '%internet%'")
    connection.close()
    journal = workspace / "draft" / "review.jsonl"
    steps: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("accept", "aduan", {}),
        ("reject", "aduan", {"note": "bukan"}),
        ("link", "definisi", {}),
        ("withdraw", "definisi", {}),
        ("unsure", "jaringan.ayat-1", {"question": "apa?"}),
        ("accept", "jaringan.ayat-2", {}),
    )
    for minute, (verdict, clause, more) in enumerate(steps):
        at = NOW + timedelta(minutes=minute)
        taken = decide(workspace, verdict, one, clause, by="Sari", at=at, **more)
        show(workspace, taken)
        show(workspace, taken)  # a second time changes nothing
        shown = dump(workspace)
        built(workspace)
        assert shown == dump(workspace), verdict
    assert len(read_journal(journal).entries) == len(steps)


def test_a_conflict_shows_at_once(workspace: Path, encoder: CheapEncoder) -> None:
    built(workspace)
    connection = sqlite3.connect(workspace / "evidence.db")
    ((one,),) = connection.execute("SELECT id FROM findings WHERE quote LIKE '%internet%'")
    connection.close()
    show(workspace, decide(workspace, "accept", one, "aduan", by="Sari", at=NOW))
    # Budi decided on a page that did not show Sari's decision yet.
    later = NOW + timedelta(minutes=1)
    second = decide(workspace, "reject", one, "aduan", by="Budi", at=later, seen=())
    assert second.decision.after == ()
    show(workspace, second)
    shown = dump(workspace)
    assert [row[4:6] for row in shown["links"] if row[0] == one and row[1] == "aduan"] == [
        ("suspect", "conflict")
    ]
    built(workspace)
    assert shown == dump(workspace)
