"""`/matriks`: clauses by challenge, or places by challenge; what is missing is seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from datasette import Response
from markupsafe import Markup

from telusur.browse.showing.asking import challenge_names
from telusur.browse.showing.kept import kept_rows
from telusur.browse.visit import Routes, Row, Visit
from telusur.browse.writing.chips import in_numbers, in_words
from telusur.browse.writing.download import Cell as Written
from telusur.browse.writing.download import Linked, Table
from telusur.search import NOTHING
from telusur.store.standing import LINK, OF_LINKS

STANDINGS = OF_LINKS[:4]
_RANKED = " ".join(f"WHEN '{one}' THEN {number}" for number, one in enumerate(STANDINGS))

CLAUSES = """
SELECT pasal.id, pasal.label,
  COALESCE(NULLIF(pasal.text, ''), (SELECT text FROM clauses AS first
   WHERE first.parent_id = pasal.id ORDER BY first.position LIMIT 1), '') AS gist,
  (SELECT label || ' ' || heading FROM clauses AS bab
   WHERE bab.level = 'bab' AND bab.position < pasal.position
   ORDER BY bab.position DESC LIMIT 1) AS "group",
  coverage.justified > 0 AND coverage.bare + coverage.only_strong + coverage.only_weak
    + coverage.only_suspect = 0 AS justified
FROM clauses AS pasal LEFT JOIN coverage ON coverage.clause_id = pasal.id
WHERE pasal.level = 'pasal' AND pasal.normative = 1
ORDER BY pasal.position
"""
BY_CLAUSE = f"""
WITH linked AS (
  SELECT CASE clauses.level WHEN 'ayat' THEN clauses.parent_id ELSE clauses.id END AS id,
    COALESCE(repeated.first_id, links.finding_id) AS finding_id,
    min(CASE {LINK} {_RANKED} END) AS best
  FROM links JOIN clauses ON clauses.id = links.clause_id
  LEFT JOIN repeated_findings AS repeated ON repeated.finding_id = links.finding_id
  WHERE links.status <> 'rejected' GROUP BY 1, 2
)
SELECT linked.id, COALESCE(finding_challenges.challenge_id, 'none') AS challenge_id,
  {", ".join(f"sum(best = {n}) AS {one}" for n, one in enumerate(STANDINGS))}
FROM linked
LEFT JOIN finding_challenges ON finding_challenges.finding_id = linked.finding_id
GROUP BY 1, 2
"""  # noqa: S608 (constants)
"""A finding counts once for a Pasal: by the best of its links to it."""
PLACES = """
SELECT places.code AS id, places.name AS label, places.parent_code,
  COALESCE(provinces.name, places.name) AS "group",
  (SELECT count(*) FROM weighed_findings WHERE place_code = places.code) AS findings
FROM places LEFT JOIN places AS provinces ON provinces.code = places.parent_code
ORDER BY COALESCE(places.parent_code, places.code), places.code
"""
BY_PLACE = """
SELECT findings.place_code AS id,
  COALESCE(finding_challenges.challenge_id, 'none') AS challenge_id, count(*) AS findings
FROM weighed_findings AS findings
LEFT JOIN finding_challenges ON finding_challenges.finding_id = findings.id
WHERE findings.place_code IS NOT NULL GROUP BY 1, 2
"""
_LEVELS = 4  # of shading


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell of the matrix."""

    total: int
    """All findings there; 0 is a gap."""
    stands: Mapping[str, int]
    """Of a Pasal: how many of them stand where. Findings of a place stand nowhere."""
    told: str = ""
    """The same in words."""
    shown: Markup = Markup("")  # noqa: RUF009 (it never changes)
    """The same as numbers; empty where there are weak suggestions only, and nobody asked."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the matrix."""

    id: str
    label: str
    gist: str
    """How the clause begins; empty for a place."""
    address: str
    group: str
    """The bab, or the province, that it stands under."""
    cells: Sequence[Cell]
    """By challenge."""
    province: bool = False
    """Whether it has findings of several places with it."""
    inside: int = 0
    """How many places in a province have findings."""
    justified: bool = False
    """Whether people said why nothing more is needed: its empty cells are no gaps."""


async def respond(visit: Visit) -> Response:
    by_place = visit.asked("per") == "tempat"
    names = await challenge_names(visit)
    challenges = {**names, NOTHING: visit.t("No challenge")}
    opened = visit.asked("provinsi")
    lines = (
        await _places(visit, challenges, opened) if by_place else await _clauses(visit, challenges)
    )
    weak = visit.asked("saran") == "lemah"
    highest = max((cell.total for line in lines for cell in line.cells), default=0)
    asks = "tempat" if by_place else "ketentuan"
    context = {
        "by_place": by_place,
        "lines": lines,
        "challenges": challenges,
        "asks": asks,
        "opened": opened,
        "shade": lambda number: shade(number, highest),
        "weak": weak,
        "filled": {
            standing: sum(_best(cell) == standing for line in lines for cell in line.cells[:-1])
            for standing in STANDINGS
        },
        "gaps": sum(
            not cell.total for line in lines if not line.justified for cell in line.cells[:-1]
        ),
        "cells": len(lines) * len(names),
        "bare": [line for line in lines
                 if not any(cell.total for cell in line.cells) and not line.justified],
        "justified": [line for line in lines if line.justified],
        "empty_challenges": [
            name for number, name in enumerate(names.values())
            if lines and not any(line.cells[number].total for line in lines)
        ],
    }  # fmt: skip
    name = "matrix_places" if by_place else "matrix"
    table = _table(visit, name, lines, challenges)
    return await visit.page(
        "matrix",
        visit.t("Matrix of evidence and suggestions", when_accepted="Matrix of evidence"),
        context,
        tables=(table,),
    )


def _best(cell: Cell) -> str | None:
    return next((one for one in STANDINGS if cell.stands.get(one)), None)


def _table(visit: Visit, name: str, lines: Sequence[Line], challenges: Mapping[str, str]) -> Table:
    """Places by challenge; a Pasal has a line for each standing, so that no number mixes them."""
    if name == "matrix_places":
        rows: list[tuple[Written, ...]] = [
            (Linked(line.label, line.address), *(cell.total for cell in line.cells))
            for line in lines
        ]
        return Table(name, ("place", *challenges), rows, challenges)
    apart: list[tuple[Written, ...]] = [
        (Linked(line.label, line.address), visit.t.term("stand", standing),
         *(cell.stands[standing] for cell in line.cells))
        for line in lines for standing in STANDINGS
    ]  # fmt: skip
    return Table(name, ("clause", "standing", *challenges), apart, challenges)


def shade(number: int, highest: int) -> int:
    """Return how dark a cell is, from 1 to 4; 0 for a gap."""
    if not number:
        return 0
    return min(_LEVELS, 1 + int(_LEVELS * log(number) / log(highest + 1)))


async def _clauses(visit: Visit, challenges: Mapping[str, str]) -> list[Line]:
    nothing = dict.fromkeys(STANDINGS, 0)
    counts = {
        (row["id"], row["challenge_id"]): {one: row[one] for one in STANDINGS}
        for row in await kept_rows(visit, BY_CLAUSE)
    }
    return [
        Line(
            row["id"],
            row["label"],
            row["gist"],
            visit.to.clause(row["id"]),
            row["group"] or "",
            [_cell(visit, counts.get((row["id"], one), nothing)) for one in challenges],
            justified=bool(row["justified"]),
        )
        for row in await kept_rows(visit, CLAUSES)
    ]


async def _places(visit: Visit, challenges: Mapping[str, str], opened: str) -> list[Line]:
    """Return provinces, each with all in it, and what is in the one that is opened."""
    counts = _counted(await kept_rows(visit, BY_PLACE))
    rows = await kept_rows(visit, PLACES)
    lines = []
    for row in rows:
        if row["parent_code"]:
            if row["parent_code"] == opened and row["findings"]:
                cells = [counts.get((row["id"], one), 0) for one in challenges]
                lines.append(_place(visit, row, cells))
            continue
        inside = [one for one in rows if row["id"] in (one["id"], one["parent_code"])]
        if any(one["findings"] for one in inside):
            cells = [
                sum(counts.get((place["id"], one), 0) for place in inside) for one in challenges
            ]
            places = sum(bool(one["findings"]) for one in inside[1:])
            lines.append(_place(visit, row, cells, places))
    return lines


def _cell(visit: Visit, stands: Mapping[str, int]) -> Cell:
    numbers, weak = tuple(stands.values()), visit.asked("saran") == "lemah"
    told, shown = in_words(numbers, visit.t), in_numbers(numbers, visit.t, weak=weak)
    return Cell(sum(numbers), stands, told, shown)


def _place(visit: Visit, row: Row, cells: Sequence[int], inside: int = 0) -> Line:
    return Line(
        row["id"],
        row["label"],
        "",
        visit.to.place(row["id"]),
        row["group"],
        [Cell(number, {}) for number in cells],
        not row["parent_code"],
        inside,
    )


def _counted(rows: Sequence[Row]) -> dict[tuple[str, str], int]:
    return {(row["id"], row["challenge_id"]): row["findings"] for row in rows}


ROUTES: Routes = ((r"^/matriks$", respond),)
