"""`/naskah`: the whole draft, each clause with its evidence beside it."""

from __future__ import annotations

from datasette import Response

from telusur.browse.showing.frame import FRAME, read_frame
from telusur.browse.showing.kept import kept_rows
from telusur.browse.showing.law import CLAUSES, REFERENCES, read_law
from telusur.browse.showing.standing import provisions_by_standing
from telusur.browse.visit import Routes, Row, Visit
from telusur.browse.writing.download import Cell, Linked, Table
from telusur.store.standing import FIRST_STANDS, LINK, ORDER, PROVISION, STRONG

COVERAGE = "SELECT * FROM coverage"
BEST = f"""
SELECT links.clause_id, findings.id, findings.quote, findings.kind, places.name AS place,
  {LINK} AS standing
FROM provisions
CROSS JOIN links ON links.rowid IN (
  SELECT rowid FROM links
  WHERE links.clause_id = provisions.clause_id AND (links.status IN ('accepted', 'suspect')
    OR (links.status IN ('suggested', 'unsure') AND links.score >= {STRONG}))
    AND ({FIRST_STANDS} IS NULL OR {FIRST_STANDS} NOT IN ('accepted', 'suspect', 'strong'))
  ORDER BY {ORDER}, links.score DESC LIMIT 2
)
JOIN findings ON findings.id = links.finding_id
LEFT JOIN places ON places.code = findings.place_code
ORDER BY links.clause_id, {ORDER}, links.score DESC
"""  # noqa: S608 (constants)
"""Two findings for each clause, one clause after the other (without CROSS, SQLite begins with all
links, and takes minutes): those that people accepted, then the surest. None that is only
weakly suggested: who wants these opens the clause."""
PROVISIONS = f"SELECT clause_id, {PROVISION} AS standing FROM provisions"  # noqa: S608

COLUMNS = (
    "clause", "text", "rests_on", "accepted", "findings", "places", "suspect", "strong", "weak",
    "rejected",
)  # fmt: skip


async def respond(visit: Visit) -> Response:
    clauses = await visit.rows(CLAUSES)
    babs = read_law(clauses, await visit.rows(REFERENCES))
    coverage = {row["clause_id"]: row for row in await kept_rows(visit, COVERAGE)}
    provisions = {row["clause_id"]: row["standing"] for row in await kept_rows(visit, PROVISIONS)}
    best: dict[str, list[Row]] = {}
    for row in await kept_rows(visit, BEST):
        best.setdefault(row["clause_id"], []).append(row)
    frame = read_frame(await visit.rows(FRAME))
    context = {
        "frame": frame,
        "babs": babs,
        "coverage": coverage,
        "provisions": provisions,
        "best": best,
        "rests": await provisions_by_standing(visit),
    }
    cells = (_cells(visit, one, coverage, provisions) for one in clauses)
    table = Table("draft", COLUMNS, cells)
    return await visit.page(
        "draft",
        frame.title
        or visit.t(
            "The draft with its evidence and suggestions",
            when_accepted="The draft with its evidence",
        ),
        context,
        tables=(table,),
    )


def _cells(
    visit: Visit, clause: Row, coverage: dict[str, Row], provisions: dict[str, str]
) -> tuple[Cell, ...]:
    counts = coverage.get(clause["id"], {})
    words = clause["text"] or (clause["heading"] if clause["level"] != "pasal" else "")
    label = Linked(clause["label"], visit.to.clause(clause["id"]))
    standing = provisions.get(clause["id"])
    rests = visit.t.term("rests", standing) if standing else None
    return (label, words, rests, *(counts.get(name) for name in COLUMNS[3:]))


ROUTES: Routes = ((r"^/naskah$", respond),)
