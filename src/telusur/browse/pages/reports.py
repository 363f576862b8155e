"""`/laporan`: the reports, newest first; `/laporan/<id>`: one of them, its findings marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from datasette import Response

from telusur.browse.problems import problem_page
from telusur.browse.showing.evidence import FINDING, JOINED, evidence_table
from telusur.browse.visit import Crumb, Routes, Visit
from telusur.browse.writing.download import Linked, Table
from telusur.browse.writing.spans import Piece, Span, pieces

ALL = """
SELECT documents.id, documents.title, documents.genre,
  COALESCE(documents.visited_on, documents.published_on) AS day,
  (SELECT count(*) FROM findings WHERE findings.document_id = documents.id) AS findings,
  (SELECT group_concat(name, ', ') FROM (
     SELECT DISTINCT places.name FROM document_places
     JOIN places ON places.code = document_places.place_code
     WHERE document_places.document_id = documents.id AND role = 'visited')) AS places
FROM documents
ORDER BY day IS NULL, day DESC, documents.id
"""
ONE = "SELECT * FROM documents WHERE id = :id"
SECTIONS = "SELECT DISTINCT section FROM passages WHERE document_id = :id"
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
SELECT {FINDING}, links.status, links.score, links.why, clauses.id AS clause_id,
  clauses.label AS clause
FROM findings {JOINED}
LEFT JOIN links ON links.finding_id = findings.id AND links.status <> 'rejected'
  AND links.rowid = (SELECT rowid FROM links AS best
    WHERE best.finding_id = findings.id AND best.status <> 'rejected'
    ORDER BY best.status = 'accepted' DESC, best.score DESC LIMIT 1)
LEFT JOIN clauses ON clauses.id = links.clause_id
WHERE findings.document_id = :id ORDER BY findings.start, findings.id
"""  # noqa: S608

SHOWN = 100
"""Reports on one page of the list."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a report."""

    heading: bool
    pieces: Sequence[Piece]
    """Its words; those inside a name belong to the finding of that id."""


async def respond_all(visit: Visit) -> Response:
    rows = await visit.rows(ALL)
    table = Table(
        "reports",
        ("report", "day", "places", "genre", "findings"),
        [
            (
                Linked(one["title"], visit.to.report(one["id"])),
                one["day"],
                one["places"],
                one["genre"],
                one["findings"],
            )
            for one in rows
        ],
    )
    page, last = visit.which_page(SHOWN, len(rows))
    context = {
        "reports": rows[(page - 1) * SHOWN : page * SHOWN],
        "n": len(rows),
        "page": page,
        "last": last,
    }
    return await visit.page("reports", visit.t("nav.reports"), context, tables=(table,))


async def respond_one(visit: Visit) -> Response:
    id = visit.part("id")  # noqa: A001
    report = await visit.row(ONE, id=id)
    if report is None:
        return await problem_page(visit, 404, "report")
    findings = await visit.rows(FINDINGS, id=id, english=visit.t.code == "en")
    sections = {row["section"] for row in await visit.rows(SECTIONS, id=id)}
    spans = [Span(one["start"], one["end"], one["id"]) for one in findings]
    context = {
        "report": report,
        "day": report["visited_on"] or report["published_on"],
        "paragraphs": list(paragraphs(report["text"], spans, report["title"], sections)),
        "findings": findings,
        "kinds": {one["id"]: one["kind"] for one in findings},
        "places": await visit.rows(PLACES, id=id),
        "sites": await visit.rows(SITES, id=id),
        "people": await visit.rows(PEOPLE, id=id),
        "address": visit.datasette.absolute_url(visit.request, visit.request.path),
    }
    above = (Crumb(visit.t("nav.reports"), visit.to("/laporan")),)
    table = evidence_table("evidence", findings, visit.t, visit.to)
    return await visit.page("report", report["title"], context, above=above, tables=(table,))


def paragraphs(
    text: str, spans: Sequence[Span], title: str, sections: set[str]
) -> Iterator[Paragraph]:
    """Yield the paragraphs of a report but its title, which the page has already."""
    start = 0
    for words in text.split("\n\n"):
        bare = words.strip()
        if bare and not (start == 0 and bare == title):
            inside = [one for one in spans if one.start < start + len(words) and one.end > start]
            yield Paragraph(bare in sections, list(pieces(words, inside, start)))
        start += len(words) + 2


ROUTES: Routes = ((r"^/laporan$", respond_all), (r"^/laporan/(?P<id>[^/]+)$", respond_one))
