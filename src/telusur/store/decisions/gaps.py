"""Gaps in the evidence that people justified: they are listed apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from telusur.review import Entry, Placed, State
from telusur.review.journal.decisions import ANY, JustifiedGap
from telusur.store.database import Database
from telusur.store.reading import rows

_PROVISIONS = """
WITH RECURSIVE inside (id) AS (
  SELECT :id UNION SELECT clauses.id FROM clauses JOIN inside ON clauses.parent_id = inside.id
)
SELECT clause_id FROM provisions WHERE clause_id IN inside ORDER BY position
"""


def project_gaps(db: Database, placed: Sequence[Placed]) -> None:
    """Write the gaps that a decision in force justifies; that of a Pasal goes for its ayat."""
    found = (row for one in placed for row in _rows(db, one))
    db.insert(
        "justified_gaps",
        ({"number": number, **row} for number, row in enumerate(found, start=1)),
    )


def project_gaps_anew(db: Database) -> None:
    """Write them again from what the table of decisions says, inside the running transaction."""
    found = rows(
        db,
        """SELECT id, line, text, finding_id, clause_id FROM decisions
           WHERE decision = 'justify' AND state = 'in force' ORDER BY line""",
    )
    db.execute("DELETE FROM justified_gaps")
    project_gaps(
        db,
        [
            Placed(
                Entry(row["id"], row["line"], row["text"], ANY.validate_json(row["text"])),
                row["finding_id"],
                row["clause_id"],
                State.IN_FORCE,
                None,
            )
            for row in found
        ],
    )


def _rows(db: Database, placed: Placed) -> Iterator[dict[str, Any]]:
    decision = placed.entry.decision
    if not isinstance(decision, JustifiedGap) or placed.state is not State.IN_FORCE:
        return
    why = {
        "reason": decision.reason,
        "law": decision.law,
        "note": decision.note,
        "by": decision.by,
        "at": decision.at.isoformat(),
    }
    if placed.finding_id and _is_there(db, placed.finding_id):
        yield {"clause_id": None, "finding_id": placed.finding_id, **why}
    for row in rows(db, _PROVISIONS, {"id": placed.clause_id}) if placed.clause_id else ():
        yield {"clause_id": row["clause_id"], "finding_id": None, **why}


def _is_there(db: Database, finding: str) -> bool:
    """Whether a finding counts: one that was dismissed is no gap either."""
    return bool(rows(db, "SELECT 1 FROM findings WHERE id = :id", {"id": finding}))
