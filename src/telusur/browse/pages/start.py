"""`/`: what this is, how far it rests on evidence, and what to do next."""

from __future__ import annotations

from datasette import Response
from markupsafe import Markup

from telusur.browse.figures.map import small
from telusur.browse.pages.map import groups_by, provinces, spots_by
from telusur.browse.showing.evidence import KINDS
from telusur.browse.showing.frame import TITLE
from telusur.browse.showing.kept import kept_rows
from telusur.browse.showing.standing import (
    COLUMNS,
    IN_BABS,
    links_by_standing,
    provisions_by_standing,
)
from telusur.browse.visit import Routes, Visit
from telusur.browse.writing.download import Linked, Table

COUNTS = """
SELECT (SELECT count(*) FROM documents) AS reports,
  (SELECT count(DISTINCT place_code) FROM weighed_findings) AS places,
  (SELECT count(*) FROM weighed_findings) AS findings,
  (SELECT count(*) FROM weighed_findings AS findings WHERE NOT EXISTS (
    SELECT 1 FROM links WHERE links.finding_id = findings.id AND links.status <> 'rejected'
  ) AND id NOT IN (
    SELECT finding_id FROM justified_gaps WHERE finding_id IS NOT NULL)) AS unanswered,
  (SELECT max(finished_at) FROM builds) AS built
"""
NEWEST = """
SELECT documents.id, documents.title, documents.genre,
  COALESCE(documents.visited_on, documents.published_on) AS day,
  (SELECT count(*) FROM findings WHERE findings.document_id = documents.id) AS findings
FROM documents WHERE day IS NOT NULL ORDER BY day DESC, documents.id LIMIT 6
"""


async def respond(visit: Visit) -> Response:
    babs = await kept_rows(visit, IN_BABS)
    links = await links_by_standing(visit)
    context = {
        "draft": (await visit.row(TITLE) or {}).get("text"),
        "counts": (await kept_rows(visit, COUNTS))[0],
        "links": links,
        "reviewed": _reviewed(visit, links),
        "provisions": await provisions_by_standing(visit),
        "babs": babs,
        "newest": await kept_rows(visit, NEWEST),
        "map": await _map(visit),
        "kinds": KINDS,
    }
    cells = (
        (
            Linked(f"{bab['label']} {bab['heading']}", visit.to.clause(bab["id"])),
            *(bab[column] for column in COLUMNS[1:]),
        )
        for bab in babs
    )
    table = Table("coverage", COLUMNS, cells)
    return await visit.page(
        "start", visit.t("The field evidence behind a draft regulation"), context, tables=(table,)
    )


def _reviewed(visit: Visit, links: dict[str, int]) -> str:
    """How far people have come, in a sentence that nobody can quote as more than it is."""
    accepted, every = links["accepted"], links["all"]
    if not every:
        return ""
    if not accepted:
        return visit.t("Nobody has accepted any of the {all} links yet.", all=every)
    if accepted == every:
        return visit.t(
            "People have accepted all {n} links.",
            when_accepted="People have accepted {n} links. This edition shows no others.",
            n=accepted,
        )
    if accepted * 2 < every:
        return visit.t(
            "People have accepted only {n} of {all} links so far.", n=accepted, all=every
        )
    return visit.t("People have accepted {n} of {all} links.", n=accepted, all=every)


async def _map(visit: Visit) -> Markup | None:
    """Where findings come from; nothing where there are none."""
    spots = await spots_by(visit, "kind")
    groups = await groups_by(visit, "kind")
    return small(spots, groups, visit.t, visit.to, await provinces(visit)) if spots else None


ROUTES: Routes = ((r"^/$", respond),)
