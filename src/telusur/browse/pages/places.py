"""`/tempat`: the places that reports speak of, by province."""

from __future__ import annotations

from datasette import Response

from telusur.browse.showing.kept import kept_rows
from telusur.browse.visit import Routes, Row, Visit
from telusur.browse.writing.download import Linked, Table

PLACES = """
WITH told AS (
  SELECT place_code AS code, count(*) AS findings FROM weighed_findings
  WHERE place_code IS NOT NULL GROUP BY place_code
),
visited AS (
  SELECT place_code AS code, count(DISTINCT document_id) AS reports FROM document_places
  WHERE role = 'visited' GROUP BY place_code
)
SELECT places.code, places.name, places.level, places.parent_code,
  COALESCE(told.findings, 0) AS findings, COALESCE(visited.reports, 0) AS reports
FROM places
LEFT JOIN told ON told.code = places.code
LEFT JOIN visited ON visited.code = places.code
WHERE places.parent_code IS NULL OR told.findings > 0 OR visited.reports > 0
ORDER BY places.code
"""
BY_PROVINCE = """
SELECT COALESCE(places.parent_code, places.code) AS code,
  count(DISTINCT document_places.document_id) AS reports
FROM document_places JOIN places ON places.code = document_places.place_code
WHERE document_places.role = 'visited' GROUP BY 1
"""


async def respond(visit: Visit) -> Response:
    rows = await kept_rows(visit, PLACES)
    reports = {row["code"]: row["reports"] for row in await kept_rows(visit, BY_PROVINCE)}
    provinces = [_province(row, rows, reports) for row in rows if not row["parent_code"]]
    names = {row["code"]: row["name"] for row in rows}
    table = Table(
        "places",
        ("place", "province", "reports", "findings"),
        (
            (
                Linked(row["name"], visit.to.place(row["code"])),
                names.get(row["parent_code"]),
                row["reports"],
                row["findings"],
            )
            for row in rows
        ),
    )
    context = {
        "told": [one for one in provinces if one["findings"] or one["reports"]],
        "silent": [one for one in provinces if not (one["findings"] or one["reports"])],
        "n": sum(1 for row in rows if row["findings"]),
    }
    return await visit.page("places", visit.t("Places"), context, tables=(table,))


def _province(province: Row, rows: list[Row], reports: dict[str, int]) -> Row:
    """A province with the places in it, and with their findings added to its own."""
    inside = [row for row in rows if row["parent_code"] == province["code"]]
    return province | {
        "inside": inside,
        "reports": reports.get(province["code"], 0),
        "findings": province["findings"] + sum(row["findings"] for row in inside),
    }


ROUTES: Routes = ((r"^/tempat$", respond),)
