"""Findings behind a clause, or in a place, with the words around each quote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from telusur.browse.visit import Row
from telusur.browse.writing.addresses import Addresses
from telusur.browse.writing.download import Linked, Table
from telusur.browse.writing.language import Language
from telusur.browse.writing.reasons import reason
from telusur.browse.writing.spans import Piece, around
from telusur.store.standing import LINK, ORDER

KINDS = ("kendala", "tantangan", "kelebihan", "peluang", "kebutuhan")

FINDING = """
findings.id, findings.quote, findings.kind, findings.start, findings."end",
findings.said_by, findings.confidence, findings.unsure, findings.place_code, places.name AS place,
findings.smaller_code, smaller.name AS smaller,
findings.site_id, sites.name AS site, documents.id AS document_id, documents.title AS document,
COALESCE(documents.visited_on, documents.published_on) AS day,
COALESCE(passages.text, findings.quote) AS context,
COALESCE(passages.start, findings.start) AS context_start, passages.page, passages.certainty,
(SELECT count(*) FROM repeated_findings WHERE first_id = findings.id) AS copies,
(SELECT group_concat(CASE WHEN :english THEN label_en ELSE label END, '; ')
 FROM finding_challenges JOIN challenges ON challenges.id = challenge_id
 WHERE finding_id = findings.id) AS challenges
"""
"""What is told of a finding, wherever it is shown."""
JOINED = """
JOIN documents ON documents.id = findings.document_id
LEFT JOIN passages ON passages.id = findings.passage_id
LEFT JOIN places ON places.code = findings.place_code
LEFT JOIN smaller_places AS smaller ON smaller.code = findings.smaller_code
LEFT JOIN sites ON sites.id = findings.site_id
"""
EACH_ONCE = "findings.id NOT IN (SELECT finding_id FROM repeated_findings)"
"""Leaves out what a copy of a report says once more; for lists of what is evidence."""
WITH_BEST_LINK = f"""
SELECT {FINDING}, links.status, {LINK} AS standing, links.score, links.why, links.decided_by,
  links.decided_at, links.note, clauses.id AS clause_id, clauses.label AS clause
FROM findings {JOINED}
LEFT JOIN links ON links.rowid = (SELECT rowid FROM links
  WHERE links.finding_id = findings.id AND links.status <> 'rejected'
  ORDER BY {ORDER}, links.score DESC LIMIT 1)
LEFT JOIN clauses ON clauses.id = links.clause_id
"""  # noqa: S608
"""Findings, each with its surest link that nobody rejected; an accepted one first."""

COLUMNS = (
    "finding", "quote", "kind", "challenges", "place", "site", "said_by", "report", "day",
    "clause", "status", "score", "why",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A finding to show."""

    row: Row
    context: Sequence[Piece]
    """The sentence it stands in, with the quote marked."""
    links: Sequence[Row]
    """The same finding once for each clause it is linked to, where such rows were asked for."""


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind a clause, the surest first."""

    clause_id: str
    clause: str
    surer: Sequence[tuple[str, Sequence[Found]]]
    """What people accepted, what is to be looked at again, what is strongly suggested; none of
    these is empty."""
    weak: Sequence[Found]
    """What is weakly suggested: to be folded away."""


def found(row: Row, links: Sequence[Row] = ()) -> Found:
    context = around(row["context"], row["context_start"], row["start"], row["end"])
    return Found(row, context, links)


def behind(rows: Sequence[Row]) -> list[Behind]:
    """Group links by their clause, in the order of the rows, and by where they stand."""
    clauses: dict[str, list[Row]] = {}
    for row in rows:
        clauses.setdefault(row["clause_id"], []).append(row)
    return [
        Behind(id_, some[0]["clause"], list(by_standing(some)), _standing(some, "weak"))
        for id_, some in clauses.items()
    ]


def by_standing(rows: Sequence[Row]) -> Iterator[tuple[str, list[Found]]]:
    """Yield where links stand, the surest first, each with its links; weak ones are left out."""
    for standing in ("accepted", "suspect", "strong"):
        if some := _standing(rows, standing):
            yield standing, some


def _standing(rows: Sequence[Row], standing: str) -> list[Found]:
    return [found(row, [row]) for row in rows if row["standing"] == standing]


def by_kind(rows: Sequence[Row]) -> Iterator[tuple[str, list[Found]]]:
    """Yield kinds in their usual order, each with its findings; a finding comes once only."""
    for kind in [*KINDS, *sorted({row["kind"] for row in rows} - {*KINDS})]:
        same: dict[str, list[Row]] = {}
        for row in rows:
            if row["kind"] == kind:
                same.setdefault(row["id"], []).append(row)
        if same:
            yield kind, [found(some[0], some) for some in same.values()]


def evidence_table(name: str, rows: Sequence[Row], t: Language, to: Addresses) -> Table:
    """The findings, with the clause each is linked to, as a table to download."""
    cells = (
        (
            Linked(row["id"], to.finding(row["id"])),
            row["quote"],
            t.term("kind", row["kind"]),
            row["challenges"],
            row["place"],
            row["site"],
            row["said_by"],
            Linked(row["document"], to.report(row["document_id"], row["id"])),
            row["day"],
            row.get("clause"),
            t.term("stand", row["standing"]) if row.get("status") else None,
            row.get("score"),
            reason(row.get("why"), t) or None,
        )
        for row in rows
    )
    return Table(name, COLUMNS, cells)
