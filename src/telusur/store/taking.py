"""Shows decisions that were just taken, on what stands in the store, without a build."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlite_utils import Database

from telusur.review import ClauseNow, Entry, FindingNow, LinkDecision, in_order, place
from telusur.review.decisions import ANY, Taking
from telusur.store.coverage import count_change
from telusur.store.decisions import BY_HAND, around, decide_link, row_of
from telusur.store.queue import requeue
from telusur.store.read import rows

_ON_PAIR = """
SELECT id, line, text FROM decisions
WHERE finding_id = :finding AND clause_id = :clause
  AND decision IN ('accept', 'reject', 'unsure', 'withdraw', 'link')
"""
_TAKEN_BACK = """
SELECT id, line, text FROM decisions
WHERE decision = 'undo' AND json_extract(text, '$.of') IN (SELECT value FROM json_each(:ids))
"""


def show_decisions(db: Database, entries: Iterable[Entry], clauses: Sequence[ClauseNow]) -> None:
    """Lay new entries of the journal over the links that they are about, and over no others.

    Inside the running transaction. `clauses` are those that links may lead to.
    """
    known = {clause.id: clause for clause in clauses}
    for entry in entries:
        if pair := _pair_of(db, entry):
            _show(db, entry, known, *pair)


def _pair_of(db: Database, entry: Entry) -> tuple[str, str] | None:
    """The link that an entry is about; None where it is about none that is there."""
    decision = entry.decision
    if isinstance(decision, LinkDecision):
        return decision.finding.id, decision.clause.id
    while isinstance(decision, Taking) and decision.decision == "undo":
        sql = "SELECT id, line, text, finding_id, clause_id FROM decisions WHERE id = :id"
        row = next(iter(rows(db, sql, {"id": decision.of})), None)
        if row is None:
            return None
        if row["finding_id"] and row["clause_id"]:
            return row["finding_id"], row["clause_id"]
        decision = _entry(row).decision  # taking back was taken back
    return None


def _show(
    db: Database, new: Entry, clauses: dict[str, ClauseNow], finding_id: str, clause_id: str
) -> None:
    pair = {"finding": finding_id, "clause": clause_id}
    finding = _finding(db, finding_id)
    if finding is None or clause_id not in clauses:
        return
    on_pair = rows(db, _ON_PAIR, pair)
    ids = [one["id"] for one in on_pair]
    before = [_entry(one) for one in (*on_pair, *_undoings(db, ids))]
    entries = in_order([*(one for one in before if one.id != new.id), new])
    placed = place(entries, [finding], [clauses[clause_id]], [finding.document_id])
    status = _status(db, pair)
    _forget(db, pair)
    for one in placed:
        db.table("decisions").insert(row_of(one), replace=True)
        if isinstance(one.entry.decision, LinkDecision):
            decide_link(db, one, one.entry.decision)
    count_change(db, finding_id, clause_id, status, _status(db, pair))
    requeue(db, finding_id, clause_id)


def _forget(db: Database, pair: dict[str, str]) -> None:
    """Leave the link as the machine made it."""
    of_pair = "finding_id = :finding AND clause_id = :clause"
    db.execute(
        f"DELETE FROM links WHERE {of_pair} AND rank = :by_hand",  # noqa: S608
        {**pair, "by_hand": BY_HAND},
    )
    as_made = (
        "status = 'suggested', doubt = NULL, decided_by = NULL, decided_at = NULL, note = NULL"
    )
    db.execute(f"UPDATE links SET {as_made} WHERE {of_pair}", pair)  # noqa: S608


def _status(db: Database, pair: dict[str, str]) -> str | None:
    """The link's status; None where there is no link."""
    sql = "SELECT status FROM links WHERE finding_id = :finding AND clause_id = :clause"
    return next((row["status"] for row in rows(db, sql, pair)), None)


def _finding(db: Database, finding_id: str) -> FindingNow | None:
    sql = """SELECT findings.id, document_id, quote, start, "end", documents.text FROM findings
             JOIN documents ON documents.id = document_id WHERE findings.id = :id"""
    for row in rows(db, sql, {"id": finding_id}):
        before, after = around(row["text"], row["start"], row["end"])
        return FindingNow(row["id"], row["document_id"], row["quote"], before, after)
    return None


def _undoings(db: Database, ids: list[str]) -> list[dict[str, Any]]:
    """Lines that take back decisions, or take that back."""
    found: list[dict[str, Any]] = []
    while ids:
        more = rows(db, _TAKEN_BACK, {"ids": json.dumps(ids)})
        found += more
        ids = [one["id"] for one in more]
    return found


def _entry(row: dict[str, Any]) -> Entry:
    return Entry(row["id"], row["line"], row["text"], ANY.validate_json(row["text"]))
