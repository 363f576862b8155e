"""Decisions shown without a build: all counts and orders are as if counted anew."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from benchmarks.browsing import made_up, plain_sentence

from telusur.review import LinkDecision, record
from telusur.review.journal import read_journal
from telusur.review.journal.decisions import Taking
from telusur.store.connection import store_for_writing, transaction
from telusur.store.database import Database
from telusur.store.decisions import clauses_to_decide, pair_to_decide, project_again, show_decisions
from telusur.store.derived.coverage import refresh_coverage
from telusur.store.derived.queue import refresh_queue

WATCHED = {
    "coverage": "clause_id",
    "review_queue": "finding_id, clause_id",
    "links": "finding_id, clause_id",
    "decisions": "id",
}


def state(db: Database) -> dict[str, list[Any]]:
    return {
        table: db.execute(f"SELECT * FROM {table} ORDER BY {key}").fetchall()
        for table, key in WATCHED.items()
    }


@pytest.mark.parametrize("seed", range(4))
def test_what_is_shown_at_once_is_what_a_projection_of_the_whole_journal_shows(
    tmp_path: Path, seed: int
) -> None:
    dice = random.Random(seed)
    journal = tmp_path / "review.jsonl"
    with store_for_writing(tmp_path / "evidence.db") as db:
        with transaction(db):
            for table, rows in made_up(40, 6, 40, plain_sentence):
                if table != "decisions":
                    some = (
                        [row | {"status": "suggested"} for row in rows]
                        if table == "links"
                        else rows
                    )
                    db.table(table).insert_all(some)
            refresh_coverage(db)
            refresh_queue(db)
        clauses = clauses_to_decide(db)
        findings = [id_ for (id_,) in db.execute("SELECT id FROM findings")][:12]
        ids = [one.id for one in clauses][:5]
        taken: list[str] = []
        at = datetime(2026, 1, 1, tzinfo=UTC)
        for step in range(40):
            when = at + timedelta(seconds=step)
            if taken and dice.random() < 0.25:
                entry = record(
                    journal, Taking(decision="undo", of=dice.choice(taken), by="Sari", at=when)
                )
            else:
                pair = pair_to_decide(db, dice.choice(findings), dice.choice(ids), clauses)
                word = dice.choice(("accept", "reject", "unsure", "withdraw", "link"))
                decision = LinkDecision(
                    decision=word, at=when, by="Sari", finding=pair.finding, clause=pair.clause,
                    score=pair.score, question="?" if word == "unsure" else "",
                    suggested=pair.suggested, model=pair.model,
                )  # fmt: skip
                entry = record(journal, decision, decided=pair.decided)
            taken.append(entry.id)
            with transaction(db):
                show_decisions(db, [entry], clauses)
        shown = state(db)
        project_again(db, read_journal(journal).entries)
        anew = state(db)
        for table in WATCHED:
            assert shown[table] == anew[table], table
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
