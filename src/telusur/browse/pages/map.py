"""`/peta`: where findings come from, by kind or by challenge."""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal

from datasette import Response

from telusur.browse.figures.clusters import Spot
from telusur.browse.figures.map import DEEPEST, Group, View, large
from telusur.browse.figures.parts import SIGNS
from telusur.browse.showing.asking import challenge_names, kind_word, page_of
from telusur.browse.showing.evidence import KINDS
from telusur.browse.showing.kept import kept_rows
from telusur.browse.visit import DOWNLOAD, Routes, Visit
from telusur.browse.writing.download import Linked, Table
from telusur.search import NOTHING

By = Literal["kind", "challenge"]

KINDS_BY_PLACE = """
WITH told AS (
  SELECT place_code, kind, count(*) AS findings FROM weighed_findings GROUP BY place_code, kind
)
SELECT places.code, places.name, places.latitude, places.longitude,
  told.kind AS "group", told.findings
FROM told JOIN places ON places.code = told.place_code
WHERE places.latitude IS NOT NULL AND places.longitude IS NOT NULL
ORDER BY places.code, told.kind
"""
CHALLENGES_BY_PLACE = """
WITH surest AS MATERIALIZED (
  SELECT place_code, COALESCE((SELECT challenge_id FROM finding_challenges
    WHERE finding_id = findings.id ORDER BY confidence DESC, challenge_id LIMIT 1), 'none')
    AS "group"
  FROM weighed_findings AS findings
)
SELECT places.code, places.name, places.latitude, places.longitude, "group", count(*) AS findings
FROM surest JOIN places ON places.code = surest.place_code
WHERE places.latitude IS NOT NULL AND places.longitude IS NOT NULL
GROUP BY places.code, "group" ORDER BY places.code
"""
"""Materialized, since SQLite looks for the surest twice where it groups by it."""
ELSEWHERE = """
SELECT count(*) AS n FROM weighed_findings
WHERE place_code IS NULL OR place_code IN (
  SELECT code FROM places WHERE latitude IS NULL OR longitude IS NULL)
"""
PROVINCES = """
SELECT code, name, latitude, longitude FROM places
WHERE parent_code IS NULL AND latitude IS NOT NULL AND longitude IS NOT NULL ORDER BY code
"""
_COLOURS = 7
_SIZE = 50  # rows of the table on a page
_CENTRE = re.compile(r"(-?\d{1,3}(?:\.\d{1,6})?),(-?\d{1,3}(?:\.\d{1,6})?)")


async def respond(visit: Visit) -> Response:
    by: By = "challenge" if visit.asked("warna") == "tantangan" else "kind"
    view = view_of(visit)
    groups = await groups_by(visit, by)
    spots = await spots_by(visit, by)
    (told,) = await kept_rows(visit, ELSEWHERE)
    t = visit.t
    asked = {"warna": "tantangan" if by == "challenge" else None}
    drawn = large(spots, groups, view, t, visit.to, await provinces(visit), **asked)
    steps = {"north": (0, 0.5), "west": (-0.5, 0), "east": (0.5, 0), "south": (0, -0.5)}
    used = [group for group in groups if any(spot.counts[group] for spot in spots)]
    context = {
        "figure": drawn,
        "by": by,
        "view": view,
        "legend": [groups[group] for group in used],
        "moves": {
            name: visit.to("/peta", **asked, **view.moved(east, north).asked())
            for name, (east, north) in steps.items()
        },
        "closer": visit.to("/peta", **asked, **view.moved(closer=1).asked()),
        "farther": visit.to("/peta", **asked, **view.moved(closer=-1).asked()),
        "deepest": view.zoom == DEEPEST,
        "whole": visit.to("/peta", **asked),
        "elsewhere": told["n"],
        "places": len(spots),
        "total": sum(spot.total for spot in spots),
    }
    rows = [
        (Linked(spot.name, visit.to.place(spot.code)), spot.total,
         *(spot.counts[group] or None for group in used), spot.latitude, spot.longitude)
        for spot in sorted(spots, key=lambda one: (-one.total, one.code))
    ]  # fmt: skip
    page, last = page_of(visit, len(rows), _SIZE)
    if not visit.request.args.get(DOWNLOAD):
        rows = rows[(page - 1) * _SIZE : page * _SIZE]
    context |= {"page": page, "last": last}
    columns = ("place", "findings", *used, "latitude", "longitude")
    names = {group: groups[group].label for group in used}
    table = Table("map", columns, rows, names)
    return await visit.page("map", t("Map of findings"), context, tables=(table,))


def view_of(visit: Visit) -> View:
    """Return the part of the map that the address asks for; the whole map where it is unclear."""
    zoom, centre = visit.asked("perbesar"), _CENTRE.fullmatch(visit.asked("pusat"))
    if not (zoom.isascii() and zoom.isdigit() and len(zoom) == 1 and centre):
        return View()
    latitude, longitude = map(float, centre.groups())
    return View(latitude, longitude, min(int(zoom), DEEPEST)).moved()


async def provinces(visit: Visit) -> list[Spot]:
    """Return all provinces, to name them on the map."""
    rows = await kept_rows(visit, PROVINCES)
    return [
        Spot(row["code"], row["name"], row["latitude"], row["longitude"], Counter()) for row in rows
    ]


async def spots_by(visit: Visit, by: By) -> list[Spot]:
    """Return the places with findings, counted by kind, or by the surest challenge of each."""
    rows = await kept_rows(visit, KINDS_BY_PLACE if by == "kind" else CHALLENGES_BY_PLACE)
    spots: dict[str, Spot] = {}
    for row in rows:
        spot = spots.setdefault(
            row["code"],
            Spot(row["code"], row["name"], row["latitude"], row["longitude"], Counter()),
        )
        spot.counts[row["group"]] += row["findings"]
    return list(spots.values())


async def groups_by(visit: Visit, by: By) -> dict[str, Group]:
    """Return what findings are told apart by, in order, each with its shape or letter."""
    if by == "kind":
        rows = await kept_rows(visit, "SELECT DISTINCT kind FROM findings")
        others = sorted({row["kind"] for row in rows} - set(KINDS))
        return {
            kind: Group(kind, kind_word(visit, kind), SIGNS.get(kind, "●"), f"part-{kind}")
            for kind in (*KINDS, *others)
        }
    names = await challenge_names(visit)
    groups = {
        challenge: Group(challenge, name, _letter(number), f"hue-{number % _COLOURS}")
        for number, (challenge, name) in enumerate(names.items())
    }
    return groups | {NOTHING: Group(NOTHING, visit.t("No challenge"), "–", "hue-none", told=False)}


def _letter(number: int) -> str:
    """A, B … Z, AA, AB …"""
    return (_letter(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)


ROUTES: Routes = ((r"^/peta$", respond),)
