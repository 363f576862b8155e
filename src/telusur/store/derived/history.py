"""What became of each clause, from build to build."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from telusur.draft.compare import Change, Version, compare
from telusur.draft.model import Clause, Reference, Regulation
from telusur.store.database import Database
from telusur.store.reading import rows

_CLAUSES = "SELECT * FROM clauses ORDER BY position"
_REFERENCES = """
SELECT from_clause, to_clause, text, start, "end", state FROM clause_references
ORDER BY from_clause, number
"""


def draft_in_store(db: Database) -> Version:
    """Return the draft as the last build left it."""
    return Version(
        [_clause(row) for row in rows(db, _CLAUSES)],
        [Reference(**row) for row in rows(db, _REFERENCES)],
    )


def write_history(db: Database, before: Version, regulation: Regulation, build_id: int) -> None:
    """Write what changed from the draft before to this one; a first draft has no history."""
    if not before.clauses:
        return
    changes = compare(before, Version(regulation.linkable, regulation.references))
    db.insert(
        "clause_history",
        (
            _row(change) | {"build_id": build_id, "number": number}
            for number, change in enumerate(changes, start=1)
        ),
    )


def _clause(row: Mapping[str, Any]) -> Clause:
    truths = {"normative": bool(row["normative"]), "quoted": bool(row["quoted"])}
    return Clause(**{**row, **truths})


def _row(change: Change) -> dict[str, Any]:
    return {
        "old_id": change.old.id if change.old else None,
        "old_label": change.old.label if change.old else None,
        "new_id": change.new.id if change.new else None,
        "new_label": change.new.label if change.new else None,
        "kinds": " ".join(change.kinds),
        "other_id": change.other.id if change.other else None,
        "old_text": change.words[0],
        "new_text": change.words[1],
    }
