"""What people decided about links, and what became of clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from telusur.browse.visit import Row
from telusur.draft.compare.wording import Wording, wording

DECISIONS = """
SELECT line, at, by, decision, state, note, finding_id, clause_id, quote, clause_label,
  clause_text, document_id
FROM decisions
"""  # those on links: what is said of findings and clauses has its own place
ON_LINKS = "decision IN ('accept', 'reject', 'unsure', 'withdraw', 'link')"
DECISIONS_OF_CLAUSE = f"""
WITH RECURSIVE inside (id) AS (
  SELECT :id UNION SELECT clauses.id FROM clauses JOIN inside ON clauses.parent_id = inside.id
)
{DECISIONS} WHERE clause_id IN inside AND {ON_LINKS} ORDER BY line DESC
"""  # noqa: S608
DECISIONS_OF_FINDING = f"{DECISIONS} WHERE finding_id = :id AND {ON_LINKS} ORDER BY line DESC"

CHANGES = """
SELECT clause_history.*, builds.finished_at,
  EXISTS (SELECT 1 FROM clauses WHERE id = new_id) AS now,
  EXISTS (SELECT 1 FROM clauses WHERE id = other_id) AS other_now
FROM clause_history LEFT JOIN builds ON builds.id = build_id
WHERE {which}
ORDER BY build_id DESC, number LIMIT 50
"""
CHANGES_SINCE = CHANGES.format(which="new_id = :id")
CHANGES_FROM = CHANGES.format(which="old_id = :id")
"""What became of a clause that was called so."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a clause in one build."""

    row: Row
    kinds: Sequence[str]
    words: Sequence[Wording]
    """How its words changed; empty where they did not."""


def changes(rows: Sequence[Row]) -> Iterator[Change]:
    """Yield the changes with their words compared."""
    for row in rows:
        same = row["old_text"] == row["new_text"]
        words = () if same else tuple(wording(row["old_text"], row["new_text"]))
        yield Change(row, row["kinds"].split(), words)
