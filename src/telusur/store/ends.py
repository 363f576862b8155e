"""Finds what a decision is to be about: a finding, a clause, and what the machine said of both."""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

from telusur.errors import NotFound
from telusur.review import Pair
from telusur.review.model import ClauseThen, FindingThen
from telusur.store.decisions import BY_HAND, clauses_to_decide
from telusur.store.read import rows
from telusur.store.trace import find_clause, nothing_called


def pair_to_decide(db: Database, finding: str, clause: str) -> Pair:
    """Return the pair with what both ends say now; `clause` is a citation or an id.

    Raises:
        NotFound: one of them is not in the store, or the clause is no Pasal or ayat.
    """
    judged, deciding = _finding(db, finding), _clause(db, clause)
    scores = _suggestions(db, judged.id)
    return Pair(
        finding=judged,
        clause=deciding,
        score=scores.get(deciding.id),
        suggested=len(scores),
        model=db.execute("SELECT encoder FROM builds ORDER BY id DESC LIMIT 1").fetchone()[0],
    )


def _finding(db: Database, wanted: str) -> FindingThen:
    found = rows(db, "SELECT * FROM findings WHERE id = :id", {"id": wanted.strip()})
    if not found:
        raise NotFound(
            f"No finding has the id “{wanted}”. `telusur trace` of a clause or a place shows ids."
        )
    return FindingThen(id=found[0]["id"], document=found[0]["document_id"], quote=found[0]["quote"])


def _suggestions(db: Database, finding: str) -> dict[str, float]:
    """Return the clauses that a finding was linked to by machine, with their raw scores."""
    found = rows(
        db,
        "SELECT clause_id, raw_score FROM links WHERE finding_id = :finding AND rank <> :by_hand",
        {"finding": finding, "by_hand": BY_HAND},
    )
    return {row["clause_id"]: row["raw_score"] for row in found}


def _clause(db: Database, wanted: str) -> ClauseThen:
    found: dict[str, Any] | None = find_clause(db, " ".join(wanted.split()))
    if found is None:
        raise NotFound(nothing_called(db, wanted))
    words = {one.id: one.text for one in clauses_to_decide(db)}
    if found["id"] not in words:
        raise NotFound(f"{found['label']} is no Pasal and no ayat: links lead to these only.")
    return ClauseThen(id=found["id"], label=found["label"], text=words[found["id"]])
