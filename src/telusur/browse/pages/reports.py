"""`/laporan`: the reports, newest first; `/laporan/<id>`: one of them, its findings marked."""

from __future__ import annotations

from datasette import Response

from telusur.browse.problems import problem_page
from telusur.browse.showing.evidence import WITH_BEST_LINK, evidence_table
from telusur.browse.showing.kept import kept_rows
from telusur.browse.showing.report import laid_out
from telusur.browse.visit import Crumb, Routes, Visit
from telusur.browse.writing.download import Linked, Table
from telusur.browse.writing.spans import Span

_PAGE = """
SELECT id FROM documents
ORDER BY COALESCE(visited_on, published_on) IS NULL, COALESCE(visited_on, published_on) DESC, id
LIMIT :size OFFSET :start
"""
LISTED = f"""
SELECT documents.id, documents.title, documents.genre,
  COALESCE(documents.visited_on, documents.published_on) AS day,
  (SELECT count(*) FROM findings WHERE findings.document_id = documents.id) AS findings,
  (SELECT group_concat(name, ', ') FROM (
     SELECT DISTINCT places.name FROM document_places
     JOIN places ON places.code = document_places.place_code
     WHERE document_places.document_id = documents.id AND role = 'visited')) AS places
FROM documents WHERE documents.id IN ({_PAGE})
ORDER BY day IS NULL, day DESC, documents.id
"""  # noqa: S608 (a constant)
COUNT = "SELECT count(*) AS n FROM documents"
ONE = "SELECT * FROM documents WHERE id = :id"
PASSAGES = """
SELECT id, start, "end", section, form, page, certainty FROM passages
WHERE document_id = :id ORDER BY start
"""
CELLS = """
SELECT passage_id, header, start, "end" FROM cells WHERE document_id = :id ORDER BY start
"""
COPIES = """
SELECT id, title, id = (SELECT copy_of FROM documents WHERE id = :id) AS first FROM documents
WHERE id <> :id AND (copy_of = :id
  OR id = (SELECT copy_of FROM documents WHERE id = :id)
  OR copy_of = (SELECT copy_of FROM documents WHERE id = :id))
ORDER BY first DESC, id
"""
PLACES = """
SELECT places.code, places.name, min(document_places.role <> 'visited') AS mentioned
FROM document_places JOIN places ON places.code = document_places.place_code
WHERE document_id = :id GROUP BY places.code ORDER BY mentioned, min(document_places.start)
"""
SITES = """
SELECT sites.id, sites.name FROM document_sites JOIN sites ON sites.id = site_id
WHERE document_id = :id ORDER BY sites.name
"""
PEOPLE = """
SELECT name, position FROM people WHERE document_id = :id GROUP BY name, position
ORDER BY min(start)
"""
FINDINGS = f"""
{WITH_BEST_LINK}
WHERE findings.document_id = :id ORDER BY findings.start, findings.id
"""

SHOWN = 100
"""Reports on one page of the list."""


async def respond_all(visit: Visit) -> Response:
    (counted,) = await visit.rows(COUNT)
    page, last = visit.which_page(SHOWN, counted["n"])
    which = (-1, 0) if visit.downloads else (SHOWN, (page - 1) * SHOWN)
    rows = await kept_rows(visit, LISTED, size=which[0], start=which[1])
    table = Table(
        "reports",
        ("report", "day", "places", "genre", "findings"),
        (
            (
                Linked(one["title"], visit.to.report(one["id"])),
                one["day"],
                one["places"],
                one["genre"],
                one["findings"],
            )
            for one in rows
        ),
    )
    context = {
        "reports": rows,
        "n": counted["n"],
        "page": page,
        "last": last,
    }
    return await visit.page("reports", visit.t("Reports"), context, tables=(table,))


async def respond_one(visit: Visit) -> Response:
    id = visit.part("id")  # noqa: A001
    report = await visit.row(ONE, id=id)
    if report is None:
        return await problem_page(visit, 404, "report")
    findings = await visit.rows(FINDINGS, id=id, english=visit.t.code == "en")
    passages = await visit.rows(PASSAGES, id=id)
    cells = await visit.rows(CELLS, id=id)
    spans = [Span(one["start"], one["end"], one["id"]) for one in findings]
    context = {
        "report": report,
        "day": report["visited_on"] or report["published_on"],
        "blocks": laid_out(report["text"], report["title"], spans, passages, cells),
        "certainty": _mean([one["certainty"] for one in passages if one["certainty"]]),
        "copies": await visit.rows(COPIES, id=id),
        "findings": findings,
        "kinds": {one["id"]: one["kind"] for one in findings},
        "places": await visit.rows(PLACES, id=id),
        "sites": await visit.rows(SITES, id=id),
        "people": await visit.rows(PEOPLE, id=id),
        "address": visit.datasette.absolute_url(visit.request, visit.request.path),
    }
    above = (Crumb(visit.t("Reports"), visit.to("/laporan")),)
    table = evidence_table("evidence", findings, visit.t, visit.to)
    return await visit.page("report", report["title"], context, above=above, tables=(table,))


def _mean(some: list[float]) -> float | None:
    return sum(some) / len(some) if some else None


ROUTES: Routes = ((r"^/laporan$", respond_all), (r"^/laporan/(?P<id>[^/]+)$", respond_one))
