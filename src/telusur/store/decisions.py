"""Projects what people decided onto the links of today."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlite_utils import Database

from telusur.review import ClauseNow, Decision, FindingNow, Placed, place
from telusur.store.coverage import refresh_coverage_of
from telusur.store.history import draft_in_store
from telusur.store.queue import requeue
from telusur.store.read import rows

BY_HAND = 0
"""The rank of a link that no machine suggested."""


def forget_decisions(db: Database) -> None:
    """Leave the links as the machine made them."""
    db.execute("DELETE FROM decisions")
    db.execute("DELETE FROM links WHERE rank = ?", [BY_HAND])
    db.execute(
        "UPDATE links SET status = 'suggested', decided_by = NULL, decided_at = NULL, note = NULL "
        "WHERE status <> 'suggested'"
    )


def project_decisions(db: Database, journal: Sequence[tuple[int, Decision]]) -> None:
    """Write all decisions of the journal, and what they make of the links."""
    if not journal:
        return
    findings = [
        FindingNow(**row) for row in rows(db, "SELECT id, document_id, quote FROM findings")
    ]
    placed = place(journal, findings, clauses_to_decide(db))
    db.table("decisions").insert_all(_row(one) for one in placed)
    for one in placed:
        if one.finding_id and one.clause_id and not one.superseded:
            _decide(db, one)


def project_decision(db: Database, line: int, decision: Decision) -> None:
    """Show one decision that was just taken on what stands in the store, and nothing else.

    Inside the running transaction. What both ends say has not changed since.
    """
    finding, clause = decision.finding.id, decision.clause.id
    db.execute(
        "UPDATE decisions SET state = 'superseded' WHERE finding_id = ? AND clause_id = ?",
        [finding, clause],
    )
    placed = Placed(line, decision, finding, clause, changed=False, superseded=False)
    db.table("decisions").insert(_row(placed))
    _decide(db, placed)
    refresh_coverage_of(db, clause)
    requeue(db, finding, clause)


def clauses_to_decide(db: Database) -> list[ClauseNow]:
    """Return the clauses that links may lead to, each with all below it."""
    version = draft_in_store(db)
    return [
        ClauseNow(one.id, one.level, version.printed(one))
        for one in version.clauses
        if one.level in ("pasal", "ayat")
    ]


def _row(placed: Placed) -> dict[str, Any]:
    decision = placed.decision
    return {
        "line": placed.line,
        "at": decision.at.isoformat(),
        "by": decision.by,
        "decision": decision.decision,
        "score": decision.score,
        "finding_id": placed.finding_id,
        "clause_id": placed.clause_id,
        "state": _state(placed),
        "document_id": decision.finding.document,
        "quote": decision.finding.quote,
        "clause_label": decision.clause.label,
        "clause_text": decision.clause.text,
        "model": decision.model,
        "note": decision.note,
    }


def _state(placed: Placed) -> str:
    if not (placed.finding_id and placed.clause_id):
        return "lost"
    if placed.superseded:
        return "superseded"
    return "suspect" if placed.changed else "in force"


def _decide(db: Database, placed: Placed) -> None:
    """Give the link its status; a pair that no machine suggested becomes a link by hand."""
    decision = placed.decision
    key = {"finding_id": placed.finding_id, "clause_id": placed.clause_id}
    new = {"score": 0.0, "raw_score": 0.0, "rank": BY_HAND, "why": f"ditautkan oleh {decision.by}"}
    decided = {
        "status": placed.status.value,
        "decided_by": decision.by,
        "decided_at": decision.at.isoformat(),
        "note": decision.note or None,
    }
    if decision.decision == "accept":
        db.table("links").insert({**key, **new, **decided}, ignore=True)
    elif decision.decision == "withdraw":
        decided |= {"decided_by": None, "decided_at": None, "note": None}
        db.execute(
            "DELETE FROM links WHERE finding_id = :finding_id AND clause_id = :clause_id "
            "AND rank = :by_hand",
            {**key, "by_hand": BY_HAND},
        )
    db.execute(
        "UPDATE links SET status = :status, decided_by = :decided_by, decided_at = :decided_at, "
        "note = :note WHERE finding_id = :finding_id AND clause_id = :clause_id",
        {**key, **decided},
    )
