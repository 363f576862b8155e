"""`/naskah`: the whole draft, each clause with its evidence beside it."""

from __future__ import annotations

from datasette import Response

from telusur.browse.showing.frame import FRAME, read_frame
from telusur.browse.showing.law import CLAUSES, REFERENCES, read_law
from telusur.browse.visit import Routes, Row, Visit
from telusur.browse.writing.download import Cell, Linked, Table

COVERAGE = "SELECT * FROM coverage"
BEST = """
SELECT best.clause_id, findings.id, findings.quote, findings.kind, places.name AS place,
  best.status
FROM coverage
JOIN links AS best ON best.rowid IN (
  SELECT rowid FROM links
  WHERE links.clause_id = coverage.clause_id AND links.status <> 'rejected'
    AND NOT EXISTS (SELECT 1 FROM repeated_findings AS repeated
      JOIN links AS first ON first.finding_id = repeated.first_id
      WHERE repeated.finding_id = links.finding_id AND first.clause_id = links.clause_id
        AND first.status <> 'rejected')
  ORDER BY links.status = 'accepted' DESC, links.score DESC LIMIT 2
)
JOIN findings ON findings.id = best.finding_id
LEFT JOIN places ON places.code = findings.place_code
ORDER BY best.clause_id, best.status = 'accepted' DESC, best.score DESC
"""
"""Two findings for each clause: those that people accepted, then the surest."""
PROVISIONS = "SELECT clause_id FROM provisions"

COLUMNS = ("clause", "text", "findings", "places", "accepted", "suggested", "suspect", "rejected")


async def respond(visit: Visit) -> Response:
    clauses = await visit.rows(CLAUSES)
    babs = read_law(clauses, await visit.rows(REFERENCES))
    coverage = {row["clause_id"]: row for row in await visit.rows(COVERAGE)}
    provisions = {row["clause_id"] for row in await visit.rows(PROVISIONS)}
    best: dict[str, list[Row]] = {}
    for row in await visit.rows(BEST):
        best.setdefault(row["clause_id"], []).append(row)
    frame = read_frame(await visit.rows(FRAME))
    context = {
        "frame": frame,
        "babs": babs,
        "coverage": coverage,
        "provisions": provisions,
        "best": best,
        "supported": sum(1 for one in provisions if coverage[one]["supported"]),
    }
    rows = [_cells(visit, one, coverage) for one in clauses] if visit.downloads else []
    table = Table("draft", COLUMNS, rows)
    return await visit.page(
        "draft", frame.title or visit.t("draft.title"), context, tables=(table,)
    )


def _cells(visit: Visit, clause: Row, coverage: dict[str, Row]) -> tuple[Cell, ...]:
    counts = coverage.get(clause["id"], {})
    words = clause["text"] or (clause["heading"] if clause["level"] != "pasal" else "")
    label = Linked(clause["label"], visit.to.clause(clause["id"]))
    return (label, words, *(counts.get(name) for name in COLUMNS[2:]))


ROUTES: Routes = ((r"^/naskah$", respond),)
