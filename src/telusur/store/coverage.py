"""How much evidence each unit of the draft has.

A table and not a view: the browser shows it on every page, and counting anew each time is two
orders of magnitude slower.
"""

from __future__ import annotations

from sqlite_utils import Database

_COUNT = """
WITH RECURSIVE inside (unit_id, clause_id) AS (
  SELECT id, id FROM clauses WHERE id IN ({which})
  UNION ALL
  SELECT inside.unit_id, clauses.id FROM inside JOIN clauses ON clauses.parent_id = inside.clause_id
),
evidence AS (
  SELECT inside.unit_id, links.clause_id, links.finding_id, links.status,
    findings.document_id, findings.site_id, findings.place_code
  FROM inside
  JOIN links ON links.clause_id = inside.clause_id
  JOIN findings ON findings.id = links.finding_id
),
counted AS (
  SELECT unit_id,
    count(DISTINCT clause_id) FILTER (WHERE status <> 'rejected') AS supported,
    count(*) FILTER (WHERE status IN ('suggested', 'unsure')) AS suggested,
    count(*) FILTER (WHERE status = 'accepted') AS accepted,
    count(*) FILTER (WHERE status = 'rejected') AS rejected,
    count(*) FILTER (WHERE status = 'suspect') AS suspect,
    count(DISTINCT finding_id) FILTER (WHERE status <> 'rejected') AS findings,
    count(DISTINCT document_id) FILTER (WHERE status <> 'rejected') AS documents,
    count(DISTINCT site_id) FILTER (WHERE status <> 'rejected') AS sites,
    count(DISTINCT place_code) FILTER (WHERE status <> 'rejected') AS places
  FROM evidence GROUP BY unit_id
)
INSERT INTO coverage (clause_id, provisions, supported, suggested, accepted, rejected,
  suspect, findings, documents, sites, places)
SELECT inside.unit_id, count(*), COALESCE(supported, 0), COALESCE(suggested, 0),
  COALESCE(accepted, 0), COALESCE(rejected, 0), COALESCE(suspect, 0),
  COALESCE(findings, 0), COALESCE(documents, 0), COALESCE(sites, 0), COALESCE(places, 0)
FROM inside
JOIN provisions ON provisions.clause_id = inside.clause_id
JOIN clauses ON clauses.id = inside.unit_id
LEFT JOIN counted ON counted.unit_id = inside.unit_id
GROUP BY inside.unit_id
ORDER BY clauses.position
"""


_ALL = "SELECT id FROM clauses"
_AROUND = """
WITH RECURSIVE above (id, parent_id) AS (
  SELECT id, parent_id FROM clauses WHERE id = :clause
  UNION ALL
  SELECT clauses.id, clauses.parent_id FROM clauses JOIN above ON clauses.id = above.parent_id
)
SELECT id FROM above"""


def refresh_coverage(db: Database) -> None:
    """Count again, inside the running transaction."""
    db.execute("DELETE FROM coverage")
    db.execute(_COUNT.format(which=_ALL))


def refresh_coverage_around(db: Database, clause_id: str) -> None:
    """Count again for one clause and what it stands in, inside the running transaction."""
    clause = {"clause": clause_id}
    db.execute(f"DELETE FROM coverage WHERE clause_id IN ({_AROUND})", clause)  # noqa: S608
    db.execute(_COUNT.format(which=_AROUND), clause)
