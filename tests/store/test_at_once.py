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
from telusur.store.derived.repeats import refresh_repeats

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


def repeat_some(db: Database) -> None:
    """Let reports repeat others, so that several links are one."""
    sql = "SELECT id, document_id, quote FROM findings ORDER BY rowid"
    found, clauses = db.execute(sql).fetchall()[:12], [one.id for one in clauses_to_decide(db)][:5]
    of: dict[str, tuple[str, str]] = {}
    for finding, document, quote in found:
        of.setdefault(document, (finding, quote))
    (first, (one, quote)), *others = list(of.items())[:3]
    linked = (
        "INSERT OR IGNORE INTO links (finding_id, clause_id, score, raw_score, rank, why, status) "
        "VALUES (?, ?, .5, .5, 1, '', 'suggested')"
    )
    for document, (finding, _) in others:
        db.execute("UPDATE documents SET copy_of = ? WHERE id = ?", [first, document])
        db.execute("UPDATE findings SET quote = ? WHERE id = ?", [quote, finding])
    for finding in (one, *(finding for _, (finding, _) in others)):
        for clause in clauses[:3]:
            db.execute(linked, [finding, clause])


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
            repeat_some(db)
            refresh_repeats(db)
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


def test_a_decision_on_a_report_holds_for_its_copies_until_they_have_their_own(
    tmp_path: Path,
) -> None:
    journal = tmp_path / "review.jsonl"
    with store_for_writing(tmp_path / "evidence.db") as db:
        with transaction(db):
            for table, rows in made_up(40, 6, 40, plain_sentence):
                if table not in ("decisions", "links"):
                    db.table(table).insert_all(rows)
            repeat_some(db)
            refresh_repeats(db)
            refresh_coverage(db)
            refresh_queue(db)
        clauses = clauses_to_decide(db)
        clause = next(one.id for one in clauses[:3] if one.level == "ayat")
        copies = db.execute("SELECT finding_id, first_id FROM repeated_findings").fetchall()
        (one, first), (other, _) = copies

        def decide(finding: str, word: str, minute: int) -> list[str]:
            pair = pair_to_decide(db, finding, clause, clauses)
            decision = LinkDecision(
                decision=word, at=datetime(2026, 1, 1, 8, minute, tzinfo=UTC), by="Sari",
                finding=pair.finding, clause=pair.clause, score=pair.score,
                suggested=pair.suggested, model=pair.model,
            )  # fmt: skip
            with transaction(db):
                show_decisions(db, [record(journal, decision, decided=pair.decided)], clauses)
            sql = "SELECT status FROM links WHERE finding_id = ? AND clause_id = ?"
            return [db.execute(sql, [id_, clause]).fetchone()[0] for id_ in (first, one, other)]

        def counts() -> tuple[int, ...]:
            told = "accepted, strong + weak, rejected, findings"
            sql = f"SELECT {told} FROM coverage WHERE clause_id = ?"
            return tuple(db.execute(sql, [clause]).fetchone())

        assert counts() == (0, 1, 0, 0)
        assert decide(first, "accept", 1) == ["accepted"] * 3
        assert counts() == (1, 0, 0, 1)
        assert decide(one, "reject", 2) == ["accepted", "rejected", "accepted"]
        assert counts() == (1, 0, 1, 1)
        assert decide(first, "withdraw", 3) == ["suggested", "rejected", "suggested"]
        assert decide(one, "withdraw", 4) == ["suggested"] * 3
        assert counts() == (0, 1, 0, 0)
