"""`/lokasi`: the service sites; `/lokasi/<id>`: what reports state of one."""

from __future__ import annotations

from datasette import Response

from telusur.browse.problems import problem_page
from telusur.browse.showing.evidence import EACH_ONCE, WITH_BEST_LINK, by_kind, evidence_table
from telusur.browse.showing.kept import kept_rows
from telusur.browse.visit import Crumb, Routes, Row, Visit
from telusur.browse.writing.download import Linked, Table

ALL = """
SELECT sites.id, sites.name, sites.place_code, places.name AS place,
  (SELECT count(DISTINCT fact) FROM site_facts WHERE site_id = sites.id) AS facts,
  (SELECT count(*) FROM weighed_findings WHERE site_id = sites.id) AS findings,
  (SELECT count(*) FROM document_sites WHERE site_id = sites.id) AS reports
FROM sites LEFT JOIN places ON places.code = sites.place_code
ORDER BY sites.name
"""
ONE = """
SELECT sites.*, places.name AS place FROM sites
LEFT JOIN places ON places.code = sites.place_code WHERE sites.id = :id
"""
FACTS = """
SELECT fact, value, unit, quote, documents.id AS document_id, documents.title AS document,
  COALESCE(documents.visited_on, documents.published_on) AS day
FROM site_facts JOIN documents ON documents.id = document_id
WHERE site_id = :id ORDER BY fact, day IS NULL, day DESC, site_facts.start
"""
FINDINGS = f"""
{WITH_BEST_LINK}
WHERE findings.site_id = :id AND {EACH_ONCE}
ORDER BY day DESC, findings.document_id, findings.start
"""
REPORTS = """
SELECT documents.id, documents.title,
  COALESCE(documents.visited_on, documents.published_on) AS day
FROM document_sites JOIN documents ON documents.id = document_id
WHERE site_id = :id ORDER BY day IS NULL, day DESC, documents.id
"""
SHOWN, REPORTS_SHOWN = 40, 30


async def respond_all(visit: Visit) -> Response:
    rows = [
        (
            Linked(one["name"], visit.to.site(one["id"])),
            Linked(one["place"], visit.to.place(one["place_code"])) if one["place"] else None,
            one["reports"],
            one["facts"],
            one["findings"],
        )
        for one in await kept_rows(visit, ALL)
    ]
    table = Table("sites", ("site", "place", "reports", "facts", "findings"), rows)
    page, last = visit.which_page(100, len(rows))
    shown = Table(table.name, table.columns, rows[(page - 1) * 100 : page * 100])
    context = {"n": len(rows), "shown": shown, "page": page, "last": last}
    return await visit.page("sites", visit.t("Service sites"), context, tables=(table,))


async def respond_one(visit: Visit) -> Response:
    id = visit.part("id")  # noqa: A001
    site = await visit.row(ONE, id=id)
    if site is None:
        return await problem_page(visit, 404, "site")
    findings = await visit.rows(FINDINGS, id=id, english=visit.t.code == "en")
    reports = await visit.rows(REPORTS, id=id)
    page, last = visit.which_page(SHOWN, len(findings))
    ordered = [row for _, some in by_kind(findings) for found in some for row in found.links]
    facts = await visit.rows(FACTS, id=id)
    context = {
        "site": site,
        "facts": facts,
        "kinds": list(by_kind(ordered[(page - 1) * SHOWN : page * SHOWN])),
        "findings": len(findings),
        "page": page,
        "last": last,
        "reports": reports[:REPORTS_SHOWN],
        "more_reports": max(0, len(reports) - REPORTS_SHOWN),
    }
    tables = (_facts(visit, facts), evidence_table("evidence", findings, visit.t, visit.to))
    above = (Crumb(visit.t("Service sites"), visit.to("/lokasi")),)
    return await visit.page("site", site["name"], context, above=above, tables=tables)


def _facts(visit: Visit, rows: list[Row]) -> Table:
    cells = [
        (
            _fact(visit, one["fact"]),
            one["value"],
            one["unit"],
            one["quote"],
            Linked(one["document"], visit.to.report(one["document_id"])),
            one["day"],
        )
        for one in rows
    ]
    return Table("facts", ("fact", "value", "unit", "quote", "report", "day"), cells)


def _fact(visit: Visit, name: str) -> str:
    """A fact in words; a team's own facts are named as in extract/sites.yml."""
    return visit.t.term("fact", name).replace("_", " ")


ROUTES: Routes = ((r"^/lokasi$", respond_all), (r"^/lokasi/(?P<id>[^/]+)$", respond_one))
