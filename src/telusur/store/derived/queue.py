"""What awaits a decision, kept ready in every order in which reviewers take it.

A table and not a question over links, findings, clauses and reports: the next suggestion must be on
the screen before anyone notices that it was looked for, whatever it is ordered and filtered by.

What a copy of a report says word for word is asked once, of the report that it is a copy of.
"""

from __future__ import annotations

from telusur.store.database import Database
from telusur.store.schema.queue_table import NO_PLACE

_WAITING = f"""
WITH RECURSIVE inside (bab_id, clause_id) AS (
  SELECT id, id FROM clauses WHERE level = 'bab' AND quoted = 0
  UNION ALL
  SELECT inside.bab_id, clauses.id FROM inside JOIN clauses ON clauses.parent_id = inside.clause_id
)
SELECT links.finding_id, links.clause_id, links.status,
  asking.by AS asked_by, NULLIF(json_extract(asking.text, '$.to'), '') AS asked_of,
  CASE links.status WHEN 'suspect' THEN 0.0 ELSE abs(links.score - 0.5) END AS doubt,
  clauses.position AS clause_position, inside.bab_id, findings.document_id, findings.start,
  COALESCE(findings.place_code, '{NO_PLACE}') AS place_code, findings.kind
FROM links
JOIN findings ON findings.id = links.finding_id
JOIN clauses ON clauses.id = links.clause_id
LEFT JOIN inside ON inside.clause_id = links.clause_id
LEFT JOIN decisions AS asking ON links.status = 'unsure'
  AND asking.finding_id = links.finding_id AND asking.clause_id = links.clause_id
  AND asking.decision = 'unsure' AND asking.state = 'in force'
WHERE links.status IN ('suggested', 'unsure', 'suspect')
  AND links.doubt IS NOT 'conflict'
  AND NOT (links.status = 'suggested' AND EXISTS (
    SELECT 1 FROM repeated_findings AS repeated
    JOIN links AS known ON known.finding_id = repeated.first_id
    WHERE repeated.finding_id = links.finding_id AND known.clause_id = links.clause_id))
"""  # noqa: S608


_COLUMNS = (
    "finding_id, clause_id, status, asked_by, asked_of, doubt, clause_position, bab_id, "
    "document_id, start, place_code, kind"
)


def refresh_queue(db: Database) -> None:
    """Bring the queue up to date, inside the running transaction."""
    db.hold("review_queue", _WAITING)


def requeue(db: Database, finding_id: str, clause_id: str) -> None:
    """Take one link out of the queue or back into it, as its status says."""
    pair = {"finding": finding_id, "clause": clause_id}
    of_pair = "finding_id = :finding AND clause_id = :clause"
    db.execute(f"DELETE FROM review_queue WHERE {of_pair}", pair)  # noqa: S608
    only = "AND links.finding_id = :finding AND links.clause_id = :clause"
    db.execute(f"INSERT INTO review_queue ({_COLUMNS}) {_WAITING} {only}", pair)
