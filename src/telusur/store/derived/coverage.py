"""How much evidence each unit of the draft has.

A table and not a view: the browser shows it on every page, and counting anew each time is two
orders of magnitude slower.
"""

from __future__ import annotations

from telusur.store.database import Database

REFRESH = """
WITH RECURSIVE inside (unit_id, clause_id) AS (
  SELECT id, id FROM clauses
  UNION ALL
  SELECT inside.unit_id, clauses.id FROM inside JOIN clauses ON clauses.parent_id = inside.clause_id
),
evidence AS (
  SELECT inside.unit_id, links.clause_id, links.finding_id, links.status,
    COALESCE(documents.copy_of, documents.id) AS source, findings.site_id, findings.place_code
  FROM inside
  JOIN links ON links.clause_id = inside.clause_id
  JOIN findings ON findings.id = links.finding_id
  JOIN documents ON documents.id = findings.document_id
),
justified (clause_id) AS (
  SELECT clause_id FROM justified_gaps WHERE clause_id IS NOT NULL
  EXCEPT SELECT clause_id FROM links WHERE status <> 'rejected'
),
counted AS (
  SELECT unit_id,
    count(DISTINCT clause_id) FILTER (WHERE status <> 'rejected') AS supported,
    count(*) FILTER (WHERE status IN ('suggested', 'unsure')) AS suggested,
    count(*) FILTER (WHERE status = 'accepted') AS accepted,
    count(*) FILTER (WHERE status = 'rejected') AS rejected,
    count(*) FILTER (WHERE status = 'suspect') AS suspect,
    count(DISTINCT finding_id) FILTER (WHERE status <> 'rejected') AS findings,
    count(DISTINCT source) FILTER (WHERE status <> 'rejected') AS documents,
    count(DISTINCT site_id) FILTER (WHERE status <> 'rejected') AS sites,
    count(DISTINCT place_code) FILTER (WHERE status <> 'rejected') AS places
  FROM evidence GROUP BY unit_id
)
INSERT INTO coverage (clause_id, provisions, supported, suggested, accepted, rejected,
  suspect, justified, findings, documents, sites, places)
SELECT inside.unit_id, count(*), COALESCE(supported, 0), COALESCE(suggested, 0),
  COALESCE(accepted, 0), COALESCE(rejected, 0), COALESCE(suspect, 0),
  count(*) FILTER (WHERE provisions.clause_id IN justified),
  COALESCE(findings, 0), COALESCE(documents, 0), COALESCE(sites, 0), COALESCE(places, 0)
FROM inside
JOIN provisions ON provisions.clause_id = inside.clause_id
JOIN clauses ON clauses.id = inside.unit_id
LEFT JOIN counted ON counted.unit_id = inside.unit_id
GROUP BY inside.unit_id
ORDER BY clauses.position
"""


def refresh_coverage(db: Database) -> None:
    """Count again, inside the running transaction."""
    db.execute("DELETE FROM coverage")
    db.execute(REFRESH)


_ABOVE = """
WITH RECURSIVE above (id) AS (
  SELECT :clause
  UNION ALL
  SELECT clauses.parent_id FROM clauses JOIN above ON clauses.id = above.id
  WHERE clauses.parent_id IS NOT NULL
)
SELECT id FROM above JOIN coverage ON clause_id = id
"""
_COUNTED_AS = {"unsure": "suggested"}
_ALONE = """
WITH RECURSIVE inside (id) AS (
  SELECT :unit UNION ALL SELECT clauses.id FROM clauses JOIN inside ON clauses.parent_id = inside.id
)
SELECT NOT EXISTS (
  SELECT 1 FROM findings JOIN links ON links.finding_id = findings.id
  JOIN documents ON documents.id = findings.document_id
  WHERE {same} AND links.status <> 'rejected' AND links.clause_id IN inside
    AND NOT (links.finding_id = :finding AND links.clause_id = :clause)
)
"""
_SAME = {
    "findings": "findings.id = :finding",
    "documents": "COALESCE(documents.copy_of, documents.id) = :source",
    "sites": "findings.site_id = :site_id",
    "places": "findings.place_code = :place_code",
}
"""What each count tells apart."""


def count_change(
    db: Database, finding_id: str, clause_id: str, before: str | None, after: str | None
) -> None:
    """Bring the counts up to one link whose status has changed; None is no link at all.

    Counting anew would take as long as there are links in a whole bab.
    """
    ends = {"finding": finding_id, "clause": clause_id}
    sql = """SELECT COALESCE(copy_of, documents.id) AS source, site_id, place_code FROM findings
             JOIN documents ON documents.id = document_id WHERE findings.id = :finding"""
    kin = next(db.query(sql, ends))
    step = _counts(after) - _counts(before)
    for (unit,) in db.execute(_ABOVE, ends).fetchall():
        change: dict[str, int] = {}
        for status, by in ((before, -1), (after, 1)):
            if status:
                name = _COUNTED_AS.get(status, status)
                change[name] = change.get(name, 0) + by
        if step:
            told = {**ends, **kin, "unit": unit}
            for name, same in _SAME.items():
                (alone,) = db.execute(_ALONE.format(same=same), told).fetchone()
                known = name in ("findings", "documents") or kin[_KEYS[name]] is not None
                change[name] = step if alone and known else 0
            same = "links.clause_id = :clause"
            (alone,) = db.execute(_ALONE.format(same=same), told).fetchone()
            change["supported"] = step if alone else 0
            if change["supported"] and _is_justified(db, clause_id):
                change["justified"] = -step
        sets = ", ".join(f"{name} = {name} + :{name}" for name in change)
        if sets:
            sql = f"UPDATE coverage SET {sets} WHERE clause_id = :unit"  # noqa: S608
            db.execute(sql, {**change, "unit": unit})


def _is_justified(db: Database, clause_id: str) -> bool:
    sql = "SELECT EXISTS (SELECT 1 FROM justified_gaps WHERE clause_id = ?)"
    return bool(db.execute(sql, [clause_id]).fetchone()[0])


_KEYS = {"sites": "site_id", "places": "place_code"}


def _counts(status: str | None) -> int:
    """1 for a link that is evidence, 0 for one that is not."""
    return int(status is not None and status != "rejected")
