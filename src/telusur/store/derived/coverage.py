"""How much evidence each unit of the draft has, and how much is only suggested.

A table and not a view: the browser shows it on every page, and counting anew each time is two
orders of magnitude slower.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from telusur.store.reading import rows
from telusur.store.standing import LINK, PROVISION

BY_STANDING = {
    "accepted": "supported",
    "suspect": "only_suspect",
    "justified": "justified",
    "strong": "only_strong",
    "weak": "only_weak",
    "none": "bare",
}
"""The column that counts the provisions of each standing: together they are all provisions."""

_PROVISIONS = ",\n    ".join(
    f"count(*) FILTER (WHERE standing = '{standing}') AS {column}"
    for standing, column in BY_STANDING.items()
)
COUNTED = f"""
WITH RECURSIVE inside (unit_id, clause_id) AS (
  SELECT id, id FROM clauses
  UNION ALL
  SELECT inside.unit_id, clauses.id FROM inside JOIN clauses ON clauses.parent_id = inside.clause_id
),
standings AS MATERIALIZED (SELECT clause_id, {PROVISION} AS standing FROM provisions),
units AS (
  SELECT inside.unit_id, count(*) AS provisions,
    {_PROVISIONS}
  FROM inside JOIN standings ON standings.clause_id = inside.clause_id
  GROUP BY inside.unit_id
),
linked AS (
  SELECT inside.unit_id, links.finding_id, {LINK} AS standing,
    COALESCE(documents.copy_of, documents.id) AS source, findings.site_id, findings.place_code
  FROM inside
  JOIN links ON links.clause_id = inside.clause_id
  JOIN findings ON findings.id = links.finding_id
  JOIN documents ON documents.id = findings.document_id
),
counted AS (
  SELECT unit_id,
    count(*) FILTER (WHERE standing = 'accepted') AS accepted,
    count(*) FILTER (WHERE standing = 'suspect') AS suspect,
    count(*) FILTER (WHERE standing = 'strong') AS strong,
    count(*) FILTER (WHERE standing = 'weak') AS weak,
    count(*) FILTER (WHERE standing = 'rejected') AS rejected,
    count(DISTINCT finding_id) FILTER (WHERE standing = 'accepted') AS findings,
    count(DISTINCT source) FILTER (WHERE standing = 'accepted') AS documents,
    count(DISTINCT site_id) FILTER (WHERE standing = 'accepted') AS sites,
    count(DISTINCT place_code) FILTER (WHERE standing = 'accepted') AS places
  FROM linked GROUP BY unit_id
)
SELECT units.unit_id AS clause_id, units.provisions, {", ".join(BY_STANDING.values())},
  COALESCE(accepted, 0) AS accepted, COALESCE(suspect, 0) AS suspect,
  COALESCE(strong, 0) AS strong, COALESCE(weak, 0) AS weak, COALESCE(rejected, 0) AS rejected,
  COALESCE(findings, 0) AS findings, COALESCE(documents, 0) AS documents,
  COALESCE(sites, 0) AS sites, COALESCE(places, 0) AS places
FROM units
JOIN clauses ON clauses.id = units.unit_id
LEFT JOIN counted ON counted.unit_id = units.unit_id
ORDER BY clauses.position
"""  # noqa: S608 (constants)
"""The rows of `coverage`, counted anew."""
_COLUMNS = (
    "clause_id", "provisions", *BY_STANDING.values(), "accepted", "suspect", "strong", "weak",
    "rejected", "findings", "documents", "sites", "places",
)  # fmt: skip


def refresh_coverage(db: Database) -> None:
    """Count again, inside the running transaction."""
    db.execute("DELETE FROM coverage")
    db.execute(f"INSERT INTO coverage ({', '.join(_COLUMNS)}) {COUNTED}")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a pair stands: what the counts go by."""

    link: str | None
    """None where there is no link."""
    provision: str | None
    """Of the clause; None where evidence cannot support it."""


_LINK_NOW = f"""
SELECT {LINK} AS standing FROM links WHERE finding_id = :finding AND clause_id = :clause
"""  # noqa: S608
_PROVISION_NOW = f"SELECT {PROVISION} AS standing FROM provisions WHERE clause_id = :clause"  # noqa: S608


def standing_of(db: Database, finding_id: str, clause_id: str) -> Standing:
    """Return where a pair stands now."""
    ends = {"finding": finding_id, "clause": clause_id}
    link = next((row["standing"] for row in rows(db, _LINK_NOW, ends)), None)
    provision = next((row["standing"] for row in rows(db, _PROVISION_NOW, ends)), None)
    return Standing(link, provision)


_ABOVE = """
WITH RECURSIVE above (id) AS (
  SELECT :clause
  UNION ALL
  SELECT clauses.parent_id FROM clauses JOIN above ON clauses.id = above.id
  WHERE clauses.parent_id IS NOT NULL
)
SELECT id FROM above JOIN coverage ON clause_id = id
"""
_ALONE = """
WITH RECURSIVE inside (id) AS (
  SELECT :unit UNION ALL SELECT clauses.id FROM clauses JOIN inside ON clauses.parent_id = inside.id
)
SELECT NOT EXISTS (
  SELECT 1 FROM findings JOIN links ON links.finding_id = findings.id
  JOIN documents ON documents.id = findings.document_id
  WHERE {same} AND links.status = 'accepted' AND links.clause_id IN inside
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
_KEYS = {"sites": "site_id", "places": "place_code"}


def count_change(db: Database, finding_id: str, clause_id: str, before: Standing) -> None:
    """Bring the counts up to one link, which stood otherwise `before`.

    Counting anew would take as long as there are links in a whole bab.
    """
    after = standing_of(db, finding_id, clause_id)
    ends = {"finding": finding_id, "clause": clause_id}
    sql = """SELECT COALESCE(copy_of, documents.id) AS source, site_id, place_code FROM findings
             JOIN documents ON documents.id = document_id WHERE findings.id = :finding"""
    kin = next(db.query(sql, ends))
    step = (after.link == "accepted") - (before.link == "accepted")
    for (unit,) in db.execute(_ABOVE, ends).fetchall():
        change: dict[str, int] = {}
        for standing, by in ((before, -1), (after, 1)):
            provision = BY_STANDING[standing.provision] if standing.provision else None
            for name in filter(None, (standing.link, provision)):
                change[name] = change.get(name, 0) + by
        if step:
            told = {**ends, **kin, "unit": unit}
            for name, same in _SAME.items():
                (alone,) = db.execute(_ALONE.format(same=same), told).fetchone()
                known = name not in _KEYS or kin[_KEYS[name]] is not None
                change[name] = step if alone and known else 0
        sets = ", ".join(f"{name} = {name} + :{name}" for name in change)
        if sets:
            sql = f"UPDATE coverage SET {sets} WHERE clause_id = :unit"  # noqa: S608
            db.execute(sql, {**change, "unit": unit})
