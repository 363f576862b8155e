"""`/bagan`: charts, each with its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from datasette import Response
from markupsafe import Markup

from telusur.browse.figures.bars import Bar, Part, bars
from telusur.browse.figures.timeline import columns, timeline
from telusur.browse.showing.asking import challenge_names, kind_word
from telusur.browse.showing.evidence import KINDS
from telusur.browse.showing.kept import kept_rows
from telusur.browse.showing.standing import COLUMNS, IN_BABS
from telusur.browse.visit import Routes, Row, Visit
from telusur.browse.writing.download import Linked, Table
from telusur.store.standing import BY_STANDING

CHALLENGES = """
SELECT finding_challenges.challenge_id AS id, findings.kind, count(*) AS findings
FROM finding_challenges
JOIN weighed_findings AS findings ON findings.id = finding_challenges.finding_id
GROUP BY 1, 2
"""
PROVINCES = """
WITH told AS (
  SELECT place_code, kind, count(*) AS findings FROM weighed_findings GROUP BY place_code, kind
)
SELECT COALESCE(provinces.code, places.code) AS id, COALESCE(provinces.name, places.name) AS name,
  told.kind, sum(told.findings) AS findings
FROM told JOIN places ON places.code = told.place_code
LEFT JOIN places AS provinces ON provinces.code = places.parent_code
GROUP BY 1, 3
"""
DAYS = """
SELECT substr(COALESCE(documents.visited_on, documents.published_on), 1, 7) AS day, findings.kind,
  count(*) AS findings
FROM weighed_findings AS findings JOIN documents ON documents.id = findings.document_id
GROUP BY 1, 2
"""
_MOST_PLACES = 15


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart on the page."""

    name: str
    """Of its table, and of its labels `charts.<name>…`."""
    figure: Markup
    note: str = ""


async def respond(visit: Visit) -> Response:
    parts = [await _coverage(visit), await _challenges(visit), await _places(visit),
             await _time(visit)]  # fmt: skip
    context = {
        "charts": [chart for chart, _ in parts],
        "kinds": await _kinds(visit),
    }
    tables = tuple(table for _, table in parts)
    return await visit.page("charts", visit.t("Charts"), context, tables=tables)


async def _coverage(visit: Visit) -> tuple[Chart, Table]:
    t = visit.t
    rows = await kept_rows(visit, IN_BABS)
    drawn = [
        Bar(
            f"{row['label']} {row['heading'].capitalize()}".strip(),
            tuple(
                Part(standing, row[column], t.term("rests", f"{standing}.n", n=row[column]))
                for standing, column in BY_STANDING.items()
                if row[column]
            ),
            t("{part} of {whole}", part=row["supported"], whole=row["provisions"]),
            visit.to.clause(row["id"]),
        )
        for row in rows
    ]
    table = Table(
        "coverage",
        COLUMNS,
        [
            (Linked(f"{row['label']} {row['heading']}".strip(), visit.to.clause(row["id"])),
             *(row[column] for column in COLUMNS[1:]))
            for row in rows
        ],
    )  # fmt: skip
    return _chart(visit, "coverage", drawn), table


async def _challenges(visit: Visit) -> tuple[Chart, Table]:
    names = await challenge_names(visit)
    rows = [row | {"name": names[row["id"]]} for row in await kept_rows(visit, CHALLENGES)]
    counted, kinds = _by_kind(rows)
    table = Table(
        "charts_challenges",
        ("challenge", "findings", *kinds),
        _cells(visit, counted, kinds, "tantangan"),
        {kind: kind_word(visit, kind) for kind in kinds},
    )
    return _chart(visit, "charts_challenges", _bars(visit, counted, kinds, "tantangan")), table


async def _places(visit: Visit) -> tuple[Chart, Table]:
    counted, kinds = _by_kind(await kept_rows(visit, PROVINCES))
    drawn = _bars(visit, counted[:_MOST_PLACES], kinds, "tempat")
    table = Table(
        "charts_places",
        ("province", "findings", *kinds),
        _cells(visit, counted, kinds, "tempat"),
        {kind: kind_word(visit, kind) for kind in kinds},
    )
    left_out = len(counted) - len(drawn)
    note = (
        visit.t(
            "{n} more province is in the table.", "{n} more provinces are in the table.", n=left_out
        )
        if left_out
        else ""
    )
    return _chart(visit, "charts_places", drawn, note), table


async def _time(visit: Visit) -> tuple[Chart, Table]:
    t = visit.t
    rows = await kept_rows(visit, DAYS)
    drawn = columns((row["day"] or "", row["kind"], row["findings"]) for row in rows)
    kinds = _kinds_of(rows)
    names = {kind: kind_word(visit, kind) for kind in kinds}
    undated = sum(row["findings"] for row in rows if not row["day"])
    figure = timeline(
        "waktu",
        t.term("chart", "charts_time"),
        t.term("chart", "charts_time.about", n=len(drawn)),
        drawn,
        names,
    )
    table = Table(
        "charts_time",
        ("period", "findings", *kinds),
        [
            (Linked(column.period,
                    visit.to("/cari", sejak=column.period, sampai=column.period)),
             column.total, *(column.counts[kind] or None for kind in kinds))
            for column in drawn
        ],
        names,
    )  # fmt: skip
    note = (
        t(
            "{n} finding of an undated report is not in this chart.",
            "{n} findings of undated reports are not in this chart.",
            n=undated,
        )
        if undated
        else ""
    )
    return Chart("charts_time", figure, note), table


@dataclass(frozen=True, slots=True)
class _Counted:
    """Findings of one challenge or province."""

    id: str
    name: str
    counts: dict[str, int]
    """By kind."""

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def _by_kind(rows: Sequence[Row]) -> tuple[list[_Counted], list[str]]:
    """Return what the rows count, the most first, and the kinds among them."""
    counted: dict[str, _Counted] = {}
    for row in rows:
        one = counted.setdefault(row["id"], _Counted(row["id"], row["name"], {}))
        one.counts[row["kind"]] = row["findings"]
    return sorted(counted.values(), key=lambda one: (-one.total, one.id)), _kinds_of(rows)


def _kinds_of(rows: Sequence[Row]) -> list[str]:
    there = {row["kind"] for row in rows}
    return [*(kind for kind in KINDS if kind in there), *sorted(there - set(KINDS))]


def _bars(
    visit: Visit, counted: Sequence[_Counted], kinds: Sequence[str], parameter: str
) -> list[Bar]:
    return [
        Bar(
            one.name,
            tuple(
                Part(kind, one.counts[kind], f"{kind_word(visit, kind)}: {one.counts[kind]}")
                for kind in kinds
                if one.counts.get(kind)
            ),
            visit.t.number(one.total),
            visit.to("/cari", **{parameter: one.id}),
        )
        for one in counted
    ]


def _cells(
    visit: Visit, counted: Sequence[_Counted], kinds: Sequence[str], parameter: str
) -> list[tuple[Linked | int | None, ...]]:
    return [
        (
            Linked(one.name, visit.to("/cari", **{parameter: one.id})),
            one.total,
            *(one.counts.get(kind) for kind in kinds),
        )
        for one in counted
    ]


def _chart(visit: Visit, name: str, drawn: Sequence[Bar], note: str = "") -> Chart:
    title, about = visit.t.term("chart", name), visit.t.term("chart", f"{name}.about", n=len(drawn))
    return Chart(name, bars(name.replace("_", "-"), title, about, drawn), note)


async def _kinds(visit: Visit) -> list[str]:
    return _kinds_of(await kept_rows(visit, "SELECT DISTINCT kind FROM findings"))


ROUTES: Routes = ((r"^/bagan$", respond),)
