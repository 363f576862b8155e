"""`/tempat/<code>`: what reports say of a place; a province has its kabupaten and kota with it."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from datasette import Response

from telusur.browse.problems import problem_page
from telusur.browse.showing.evidence import (
    EACH_ONCE,
    KINDS,
    WITH_BEST_LINK,
    by_kind,
    evidence_table,
)
from telusur.browse.showing.kept import kept_rows
from telusur.browse.visit import Crumb, Routes, Row, Visit
from telusur.browse.writing.download import Linked, Table
from telusur.browse.writing.language import Language
from telusur.store.standing import LINK

PLACE = """
SELECT places.*, provinces.name AS province, NULL AS district_code FROM places
LEFT JOIN places AS provinces ON provinces.code = places.parent_code
WHERE places.code = :code
UNION ALL
SELECT smaller.code, smaller.name, smaller.level, smaller.parent_code, NULL, NULL,
  above.name AS province, smaller.district_code FROM smaller_places AS smaller
JOIN places AS above ON above.code = smaller.parent_code
WHERE smaller.code = :code
"""
_BELOW = "SELECT code FROM smaller_places WHERE code = :code OR district_code = :code"
_LARGE = "SELECT code FROM places WHERE code = :code OR parent_code = :code"
HERE = f"(findings.place_code IN ({_LARGE}) OR findings.smaller_code IN ({_BELOW}))"

_KIND = f"""CASE findings.kind
  {" ".join(f"WHEN '{kind}' THEN {number}" for number, kind in enumerate(KINDS))} ELSE 9 END"""
FINDINGS = f"""
{WITH_BEST_LINK}
WHERE findings.rowid IN (
  SELECT findings.rowid FROM findings JOIN documents ON documents.id = findings.document_id
  WHERE {HERE} AND {EACH_ONCE}
  ORDER BY {_KIND}, COALESCE(documents.visited_on, documents.published_on) DESC,
    findings.document_id, findings.start, findings.id
  LIMIT :size OFFSET :start)
ORDER BY {_KIND}, day DESC, findings.document_id, findings.start, findings.id
"""  # noqa: S608
"""Those of the page are found first: what is told of a finding takes longer than to find it."""
COUNT = f"""
SELECT count(*) AS findings,
  count(DISTINCT COALESCE(documents.copy_of, documents.id)) AS documents
FROM weighed_findings AS findings JOIN documents ON documents.id = findings.document_id
WHERE {HERE}
"""  # noqa: S608
CHALLENGES = f"""
SELECT challenges.id, CASE WHEN :english THEN label_en ELSE label END AS label,
  count(*) AS findings,
  sum(EXISTS (SELECT 1 FROM links
    WHERE links.finding_id = findings.id AND links.status = 'accepted')) AS accepted,
  sum(NOT EXISTS (SELECT 1 FROM links
    WHERE links.finding_id = findings.id AND links.status <> 'rejected')) AS unanswered
FROM weighed_findings AS findings
JOIN finding_challenges ON finding_challenges.finding_id = findings.id
JOIN challenges ON challenges.id = challenge_id
WHERE {HERE}
GROUP BY challenges.id ORDER BY findings DESC, challenges.id
"""  # noqa: S608
CLAUSES = f"""
SELECT clauses.id, clauses.label, clauses.heading,
  sum({LINK} = 'accepted') AS accepted, sum({LINK} = 'suspect') AS suspect,
  sum({LINK} = 'strong') AS strong, sum({LINK} = 'weak') AS weak
FROM weighed_findings AS findings
JOIN links ON links.finding_id = findings.id AND links.status <> 'rejected'
JOIN clauses ON clauses.id = links.clause_id
WHERE {HERE}
GROUP BY clauses.id ORDER BY accepted DESC, suspect DESC, strong DESC, weak DESC, clauses.position
"""  # noqa: S608
REPORTS = f"""
SELECT documents.id, documents.title, documents.genre,
  COALESCE(documents.visited_on, documents.published_on) AS day,
  max(named.role = 'visited') AS visited
FROM (
  SELECT document_id, role FROM document_places WHERE place_code IN ({_LARGE})
  UNION ALL SELECT document_id, role FROM document_smaller_places WHERE code IN ({_BELOW})
) AS named JOIN documents ON documents.id = named.document_id
GROUP BY documents.id ORDER BY visited DESC, day IS NULL, day DESC, documents.id
"""  # noqa: S608
SITES = f"SELECT id, name FROM sites WHERE place_code IN ({_LARGE}) ORDER BY name"  # noqa: S608
SMALLER_INSIDE = """
SELECT smaller.code, smaller.name, count(findings.id) AS findings
FROM smaller_places AS smaller
JOIN weighed_findings AS findings ON findings.smaller_code = smaller.code
  OR findings.smaller_code IN (SELECT code FROM smaller_places WHERE district_code = smaller.code)
WHERE (smaller.parent_code = :code AND smaller.district_code IS NULL)
  OR smaller.district_code = :code
GROUP BY smaller.code ORDER BY findings DESC, smaller.code
"""
INSIDE = """
SELECT places.code, places.name, count(findings.id) AS findings
FROM places LEFT JOIN weighed_findings AS findings ON findings.place_code = places.code
WHERE places.parent_code = :code
GROUP BY places.code ORDER BY findings DESC, places.code
"""
OTHERS = """
WITH told (code, findings) AS (
  SELECT place_code, count(*) FROM weighed_findings WHERE place_code IS NOT NULL GROUP BY place_code
)
SELECT places.code, places.name, places.latitude, places.longitude,
  sum(told.findings) AS findings
FROM told
JOIN places AS inside ON inside.code = told.code
JOIN places ON places.code = CASE
  WHEN :province THEN COALESCE(inside.parent_code, inside.code) ELSE inside.code END
WHERE (places.parent_code IS NULL) = :province
  AND places.latitude IS NOT NULL
GROUP BY places.code
"""

SHOWN, REPORTS_SHOWN, CLAUSES_SHOWN, NEIGHBOURS = 40, 30, 15, 6
EARTH = 6371
"""Its radius in km."""


async def respond(visit: Visit) -> Response:
    code = visit.part("code")
    place = await visit.row(PLACE, code=code)
    if place is None:
        return await problem_page(visit, 404, "place")
    english = visit.t.code == "en"
    count = await visit.row(COUNT, code=code) or {}
    page, last = visit.which_page(SHOWN, count["findings"])
    which = (-1, 0) if visit.downloads else (SHOWN, (page - 1) * SHOWN)
    findings = await visit.rows(FINDINGS, code=code, english=english, size=which[0], start=which[1])
    challenges = await visit.rows(CHALLENGES, code=code, english=english)
    clauses = await visit.rows(CLAUSES, code=code)
    surer = [one for one in clauses if one["accepted"] or one["suspect"] or one["strong"]]
    reports = await visit.rows(REPORTS, code=code)
    province = place["parent_code"] is None
    context = {
        "place": place,
        "count": count,
        "kinds": list(by_kind(findings)),
        "page": page,
        "last": last,
        "challenges": challenges,
        "clauses": surer[:CLAUSES_SHOWN],
        "more_clauses": max(0, len(surer) - CLAUSES_SHOWN),
        "weak_clauses": [one for one in clauses if one not in surer][:CLAUSES_SHOWN],
        "reports": reports[:REPORTS_SHOWN],
        "more_reports": max(0, len(reports) - REPORTS_SHOWN),
        "sites": await visit.rows(SITES, code=code),
        "inside": await visit.rows(INSIDE if province else SMALLER_INSIDE, code=code),
        "inside_is": inside_label(place, visit.t),
        "neighbours": nearest(place, await kept_rows(visit, OTHERS, province=province)),
    }
    above = [Crumb(visit.t("Places"), visit.to("/tempat"))]
    if place["parent_code"]:
        above.append(Crumb(place["province"], visit.to.place(place["parent_code"])))
    tables = (
        evidence_table("evidence", findings, visit.t, visit.to),
        _clauses(visit, clauses),
        _challenges(visit, code, challenges),
    )
    if place["district_code"]:
        district = await visit.row(PLACE, code=place["district_code"])
        above.append(Crumb((district or place)["name"], visit.to.place(place["district_code"])))
    return await visit.page("place", place["name"], context, above=above, tables=tables)


def inside_label(place: Row, t: Language) -> str:
    """What lies in a place."""
    if place["level"] == "provinsi":
        return t("Kabupaten and kota")
    if place["level"] == "kecamatan":
        return t("Kelurahan and desa that reports name")
    return t("Kecamatan that reports name")


def nearest(place: Row, others: list[Row]) -> list[Row]:
    """The places nearest to one, with the distance in km between their centres."""
    if place["latitude"] is None:
        return []
    far = [
        one | {"distance": round(distance(place, one))}
        for one in others
        if one["code"] != place["code"]
    ]
    return sorted(far, key=lambda one: (one["distance"], one["code"]))[:NEIGHBOURS]


def distance(one: Row, other: Row) -> float:
    """Kilometres between two places on the globe."""
    south, north = radians(one["latitude"]), radians(other["latitude"])
    east = radians(other["longitude"] - one["longitude"])
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(east / 2) ** 2
    return 2 * EARTH * asin(sqrt(min(1.0, half)))


def _clauses(visit: Visit, rows: list[Row]) -> Table:
    columns = ("accepted", "suspect", "strong", "weak")
    cells = (
        (Linked(one["label"], visit.to.clause(one["id"])), *(one[name] for name in columns))
        for one in rows
    )
    return Table("clauses", ("clause", *columns), cells)


def _challenges(visit: Visit, code: str, rows: list[Row]) -> Table:
    cells = [
        (
            Linked(one["label"], visit.to("/cari", tempat=code, tantangan=one["id"])),
            one["findings"],
            one["accepted"],
            one["unanswered"],
        )
        for one in rows
    ]
    return Table("challenges", ("challenge", "findings", "accepted", "unanswered"), cells)


ROUTES: Routes = ((r"^/tempat/(?P<code>[^/]+)$", respond),)
