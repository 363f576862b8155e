"""What has changed since a baseline: in the draft, and in the evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from telusur.baseline.model import Baseline
from telusur.draft.compare import Change, compare
from telusur.store.database import Database
from telusur.store.derived.history import draft_in_store
from telusur.store.reading import rows

_NOW = """
SELECT links.finding_id, links.clause_id, links.status, links.doubt, findings.quote,
  clauses.label, documents.title AS document
FROM links JOIN findings ON findings.id = links.finding_id
JOIN documents ON documents.id = findings.document_id
JOIN clauses ON clauses.id = links.clause_id
WHERE links.status <> 'suggested' ORDER BY clauses.position, links.finding_id
"""
Kind = Literal["added", "removed", "changed", "suspect"]


@dataclass(frozen=True, slots=True)
class LinkChange:
    """A link that is not as it was signed."""

    kind: Kind
    """`suspect`: it stood, and its words have changed since."""
    quote: str
    label: str
    finding: str
    clause: str
    before: str
    """Its status then; empty where nobody had decided."""
    now: str


@dataclass(frozen=True, slots=True)
class Since:
    """All that has changed."""

    clauses: Sequence[Change]
    links: Sequence[LinkChange]


def since(baseline: Baseline, db: Database) -> Since:
    """Compare with how things stand in the store.

    A clause that was only renumbered or moved keeps its links: they are looked up by what the
    clause is called now.
    """
    draft = draft_in_store(db)
    changes = compare(baseline.draft, draft)
    called_now = {one.old.id: one.new.id for one in changes if one.old and one.new}
    now = {(row["finding_id"], row["clause_id"]): row for row in rows(db, _NOW)}
    found: list[LinkChange] = []
    seen = set()
    for one in baseline.links:
        key = one.finding, called_now.get(one.clause, one.clause)
        seen.add(key)
        row = now.get(key)
        status = row["status"] if row else ""
        if status != one.status:
            kind: Kind = "suspect" if status == "suspect" else "changed" if row else "removed"
            found.append(
                LinkChange(kind, one.quote, one.label, *key, before=one.status, now=status)
            )
    for key, row in now.items():
        if key not in seen:
            found.append(
                LinkChange("added", row["quote"], row["label"], *key, before="", now=row["status"])
            )
    order = ("suspect", "changed", "removed", "added")
    return Since(changes, sorted(found, key=lambda one: order.index(one.kind)))
