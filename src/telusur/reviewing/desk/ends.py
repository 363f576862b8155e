"""What both ends of a pair say now, as decisions keep it."""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

from telusur.review.model import ClauseThen, FindingThen
from telusur.store.decisions import BY_HAND, clauses_to_decide
from telusur.store.read import rows
from telusur.triage import Pair

_FINDING = "SELECT id, document_id, quote FROM findings WHERE id = :finding"
_SCORES = """
SELECT clause_id, raw_score FROM links WHERE finding_id = :finding AND rank <> :by_hand
"""
_BUILD = "SELECT id, finished_at, encoder FROM builds ORDER BY id DESC LIMIT 1"


class Ends:
    """Looks pairs up; the words of clauses are put together once for each build."""

    def __init__(self) -> None:
        self._build: dict[str, Any] = {}
        self._clauses: dict[str, ClauseThen] = {}

    def of(self, db: Database, pair: Pair) -> dict[str, Any] | None:
        """The fields of a decision that tell what it is about; None where an end is gone."""
        build = rows(db, _BUILD)[0]
        if build != self._build:
            labels = {row["id"]: row["label"] for row in rows(db, "SELECT id, label FROM clauses")}
            self._clauses = {
                one.id: ClauseThen(id=one.id, label=labels[one.id], text=one.text)
                for one in clauses_to_decide(db)
            }
            self._build = build
        found = rows(db, _FINDING, {"finding": pair.finding})
        clause = self._clauses.get(pair.clause)
        if not found or clause is None:
            return None
        scores = {
            row["clause_id"]: row["raw_score"]
            for row in rows(db, _SCORES, {"finding": pair.finding, "by_hand": BY_HAND})
        }
        return {
            "finding": FindingThen(
                id=found[0]["id"], document=found[0]["document_id"], quote=found[0]["quote"]
            ),
            "clause": clause,
            "score": scores.get(pair.clause),
            "suggested": len(scores),
            "model": self._build["encoder"],
        }
