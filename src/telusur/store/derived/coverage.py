"""How much evidence each unit of the draft has, and how much is only suggested.

A table and not a view: the browser shows it on every page, and counting anew each time is two
orders of magnitude slower.
"""

from __future__ import annotations

from dataclasses import dataclass

from telusur.store.database import Database
from telusur.store.reading import rows
from telusur.store.standing import BY_STANDING, COUNTED, LINK, PROVISION


def refresh_coverage(db: Database) -> None:
    """Count again, inside the running transaction."""
    db.hold("coverage", COUNTED)


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
_KIN = """
SELECT COALESCE(copy_of, documents.id) AS source, site_id, place_code,
  COALESCE((SELECT first_id FROM repeated_findings WHERE finding_id = findings.id), findings.id)
    AS first
FROM findings JOIN documents ON documents.id = document_id WHERE findings.id = :finding
"""
_REPEATED = f"""
SELECT DISTINCT {LINK} FROM links
WHERE clause_id = :clause AND finding_id <> :finding AND finding_id IN (
  SELECT :first UNION SELECT finding_id FROM repeated_findings WHERE first_id = :first)
"""  # noqa: S608 (constants)
"""Where the links of other reports that say the same stand to the clause."""
_ALONE = """
WITH RECURSIVE inside (id) AS (
  SELECT :unit UNION ALL SELECT clauses.id FROM clauses JOIN inside ON clauses.parent_id = inside.id
)
SELECT NOT EXISTS (
  SELECT 1 FROM findings JOIN links ON links.finding_id = findings.id
  JOIN documents ON documents.id = findings.document_id
  LEFT JOIN repeated_findings AS repeated ON repeated.finding_id = findings.id
  WHERE {same} AND links.status = 'accepted' AND links.clause_id IN inside
    AND NOT (links.finding_id = :finding AND links.clause_id = :clause)
)
"""
_SAME = {
    "findings": "COALESCE(repeated.first_id, findings.id) = :first",
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
    kin = next(db.query(_KIN, ends))
    elsewhere = {standing for (standing,) in db.execute(_REPEATED, {**ends, **kin}).fetchall()}
    step = (after.link == "accepted") - (before.link == "accepted")
    for (unit,) in db.execute(_ABOVE, ends).fetchall():
        change: dict[str, int] = {}
        for standing, by in ((before, -1), (after, 1)):
            provision = BY_STANDING[standing.provision] if standing.provision else None
            link = None if standing.link in elsewhere else standing.link
            for name in filter(None, (link, provision)):
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
