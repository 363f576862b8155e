"""`/`: what this is, how much there is of it, and where to begin."""

from __future__ import annotations

from datasette import Response
from markupsafe import Markup

from telusur.browse.figures.map import small
from telusur.browse.pages.map import groups_by, spots_by
from telusur.browse.showing.evidence import KINDS
from telusur.browse.showing.frame import TITLE
from telusur.browse.visit import Routes, Visit
from telusur.browse.writing.download import Linked, Table

COUNTS = """
SELECT (SELECT count(*) FROM documents) AS reports,
  (SELECT count(DISTINCT place_code) FROM weighed_findings) AS places,
  (SELECT count(*) FROM weighed_findings) AS findings,
  (SELECT count(*) FROM provisions) AS clauses,
  (SELECT count(*) FROM links WHERE status <> 'rejected') AS links,
  (SELECT count(*) FROM links WHERE status = 'accepted') AS accepted,
  (SELECT count(*) FROM weighed_findings AS findings WHERE NOT EXISTS (
    SELECT 1 FROM links WHERE links.finding_id = findings.id AND links.status <> 'rejected'
  )) AS unanswered,
  (SELECT count(*) FROM unsupported_clauses) AS unsupported,
  (SELECT max(finished_at) FROM builds) AS built
"""
DIVISIONS = """
SELECT clauses.id, clauses.label, clauses.heading, coverage.provisions, coverage.supported
FROM coverage JOIN clauses ON clauses.id = coverage.clause_id
WHERE clauses.level = 'bab' AND clauses.quoted = 0 ORDER BY clauses.position
"""
NEWEST = """
SELECT documents.id, documents.title, documents.genre,
  COALESCE(documents.visited_on, documents.published_on) AS day,
  (SELECT count(*) FROM findings WHERE findings.document_id = documents.id) AS findings
FROM documents WHERE day IS NOT NULL ORDER BY day DESC, documents.id LIMIT 6
"""


async def respond(visit: Visit) -> Response:
    counts = await visit.row(COUNTS) or {}
    babs = await visit.rows(DIVISIONS)
    context = {
        "draft": (await visit.row(TITLE) or {}).get("text"),
        "counts": counts,
        "supported": counts["clauses"] - counts["unsupported"],
        "babs": babs,
        "newest": await visit.rows(NEWEST),
        "map": await _map(visit),
        "kinds": KINDS,
    }
    rows = [
        (
            Linked(f"{bab['label']} {bab['heading']}", visit.to.clause(bab["id"])),
            bab["provisions"],
            bab["supported"],
        )
        for bab in babs
    ]
    table = Table("coverage", ("clause", "provisions", "supported"), rows)
    return await visit.page("start", visit.t("product.tagline"), context, tables=(table,))


async def _map(visit: Visit) -> Markup | None:
    """Where findings come from; nothing where there are none."""
    spots = await spots_by(visit, "kind")
    groups = await groups_by(visit, "kind")
    return small(spots, groups, visit.t, visit.to) if spots else None


ROUTES: Routes = ((r"^/$", respond),)
