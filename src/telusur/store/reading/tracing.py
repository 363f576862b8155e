"""Answers `telusur trace`: the evidence of a clause, the clauses of a finding, both for a place."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from telusur.draft.citing import as_cited
from telusur.errors import NotFound
from telusur.store.database import Database
from telusur.store.reading.read import rows
from telusur.store.standing import LINK
from telusur.words import say

Row = dict[str, Any]
_OFFERED = 6
"""Names that are offered where none is called as asked."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What was asked for, and what it is linked to."""

    kind: Literal["clause", "finding", "place"]
    subject: Row
    """The clause, finding or place itself."""
    links: tuple[Row, ...]
    """Rows of `clause_evidence` or `finding_clauses`; for a place, of `findings_by_place`."""


def trace(db: Database, what: str) -> tuple[Trace, ...]:
    """Return what `what` names: a clause by label or id, a finding by id, a place by name or code.

    Several places may share a name; then each has its trace.

    Raises:
        NotFound: nothing answers to it; the message says what would.
    """
    wanted = " ".join(what.split())
    if clause := find_clause(db, wanted):
        return (_of_clause(db, clause),)
    if found := rows(db, "SELECT * FROM findings_by_place WHERE finding_id = :id", {"id": wanted}):
        return (_of_finding(db, found[0]),)
    if places := _places(db, wanted):
        return tuple(_of_place(db, place) for place in places)
    raise NotFound(nothing_called(db, wanted))


def find_clause(db: Database, wanted: str) -> Row | None:
    """A clause by its id, or by its citation as people write it: `ps. 7 ayat 2`, `Pasal 7(2)`."""
    sql = """SELECT * FROM clauses
WHERE id = :wanted OR lower(label) IN (lower(:wanted), lower(:citation))"""
    asked = {"wanted": wanted.lstrip("#"), "citation": as_cited(wanted)}
    found = rows(db, f"{sql} ORDER BY position LIMIT 1", asked)
    return found[0] if found else None


def _of_clause(db: Database, clause: Row) -> Trace:
    """The evidence of a clause and of all clauses in it."""
    sql = f"""
WITH RECURSIVE inside (id) AS (
  SELECT :id UNION ALL
  SELECT clauses.id FROM clauses JOIN inside ON clauses.parent_id = inside.id
)
SELECT * FROM clause_evidence AS found WHERE clause_id IN inside AND NOT EXISTS (
  SELECT 1 FROM repeated_findings AS repeated JOIN links ON links.finding_id = first_id
  WHERE repeated.finding_id = found.finding_id AND links.clause_id = found.clause_id
    AND {LINK} = found.standing
)"""  # noqa: S608 (constants)
    coverage = rows(db, "SELECT * FROM coverage WHERE clause_id = :id", {"id": clause["id"]})
    subject = clause | (coverage[0] if coverage else {})
    return Trace("clause", subject, tuple(rows(db, sql, {"id": clause["id"]})))


def _of_finding(db: Database, finding: Row) -> Trace:
    sql = "SELECT * FROM finding_clauses WHERE finding_id = :id"
    details = rows(
        db,
        """SELECT findings.rule, documents.path FROM findings
           JOIN documents ON documents.id = findings.document_id WHERE findings.id = :id""",
        {"id": finding["finding_id"]},
    )
    links = rows(db, sql, {"id": finding["finding_id"]})
    return Trace("finding", finding | details[0], tuple(links))


def _places(db: Database, wanted: str) -> Sequence[Row]:
    """Places by code, by full name, or by the name without its level."""
    sql = "SELECT * FROM places WHERE code = :wanted OR lower(name) = lower(:wanted)"
    if exact := rows(db, sql, {"wanted": wanted}):
        return exact
    bare = """SELECT * FROM places
WHERE lower(name) IN (lower('Kota ' || :wanted), lower('Kabupaten ' || :wanted),
  lower('Provinsi ' || :wanted)) ORDER BY code"""
    return rows(db, bare, {"wanted": wanted})


def _of_place(db: Database, place: Row) -> Trace:
    """The findings about a place, or anywhere in a province, each with its surest clause."""
    sql = """
SELECT findings_by_place.*, clauses.label AS clause, links.score
FROM findings_by_place
LEFT JOIN links ON links.finding_id = findings_by_place.finding_id AND links.rank = 1
LEFT JOIN clauses ON clauses.id = links.clause_id
WHERE :code IN (place_code, province_code)
  AND findings_by_place.finding_id NOT IN (SELECT finding_id FROM repeated_findings)"""
    return Trace("place", place, tuple(rows(db, sql, {"code": place["code"]})))


def nothing_called(db: Database, wanted: str) -> str:
    """Say what could have been meant."""
    hint = near_to(as_cited(wanted), _names(db)) or say(
        'Try a citation ("Pasal 7 ayat (2)"), the label of a clause, the id of a finding, '
        'or a place ("Kota Palembang", "16.71").'
    )
    return say("Nothing here is called “{wanted}”. {hint}", wanted=wanted, hint=hint)


def _names(db: Database) -> list[str]:
    """What places and clauses are called, places first."""
    sql = "SELECT name FROM places UNION ALL SELECT label FROM clauses"
    return [name for (name,) in db.execute(sql)]


def near_to(given: str, names: Iterable[str]) -> str:
    """Offer the names that hold the one given or are near to it; nothing where none is."""
    folded = {name.lower(): name for name in names}
    bare = {name.split(" ", 1)[-1]: full for name, full in folded.items()} | folded
    holding = [full for name, full in folded.items() if given.lower() in name]
    near = [bare[one] for one in difflib.get_close_matches(given.lower(), bare, n=_OFFERED)]
    found = list(dict.fromkeys([*holding, *near]))[:_OFFERED]
    return say("Did you mean: {near}?", near="; ".join(found)) if found else ""
