"""What a reader asks for when searching: parameters of an address, made filters of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from telusur.browse.serving.serve import NAME
from telusur.browse.showing.evidence import KINDS
from telusur.browse.visit import Visit
from telusur.browse.writing.options import Option, places_in
from telusur.search import NOTHING, Filters, named

if TYPE_CHECKING:
    import sqlite3

PARAMETERS = {
    "places": "tempat",
    "site": "lokasi",
    "kind": "jenis",
    "challenge": "tantangan",
    "clause": "ketentuan",
    "since": "sejak",
    "until": "sampai",
    "status": "status",
}
"""What each filter is called in addresses."""
WORDS = "kata"
STATUSES = ("accepted", "suspect", "strong", "weak", "unsure", "rejected", NOTHING)
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for, and how to say it."""

    words: str
    filters: Filters
    said: Mapping[str, str]
    """For each filter in use what it is set to, as people call it."""
    wrong: tuple[str, ...]
    """Parameters whose value means nothing here; they are passed over."""


async def asked_of(visit: Visit) -> Asked:
    """Read the parameters; one that means nothing is told, and no error."""
    given = {name: visit.asked(parameter) for name, parameter in PARAMETERS.items()}
    wrong = []
    places: tuple[str, ...] = ()
    if wanted := given["places"]:

        def find(connection: sqlite3.Connection) -> tuple[str, ...]:
            return named(connection, wanted)

        places = await visit.datasette.get_database(NAME).execute_fn(find)
        if not places:
            wrong.append("places")
    days = {name: day(given[name], last=name == "until") for name in ("since", "until")}
    wrong += [name for name in days if given[name] and not days[name]]
    others = {name: given[name] for name in ("site", "kind", "challenge", "clause", "status")}
    if visit.hidden and others["status"]:  # it would tell of decisions that are hidden
        others["status"] = ""
        wrong.append("status")
    filters = Filters(places=places, **others, **days)
    return Asked(
        visit.request.args.get(WORDS) or "", filters, await _said(visit, filters), tuple(wrong)
    )


def day(written: str, *, last: bool) -> str:
    """Return a day as ISO 8601: `2021` and `2021-05` mean their first day, or their last.

    Empty for what is no day.
    """
    parts = _DAY.fullmatch(written)
    if not parts:
        return ""
    year, month, number = (int(part) if part else 0 for part in parts.groups())
    try:
        if number:
            return date(year, month, number).isoformat()
        if not last:
            return date(year, month or 1, 1).isoformat()
        date(year, month or 12, 1)
    except ValueError:
        return ""
    return f"{year:04d}-{month or 12:02d}-31"  # days are compared as text


async def _said(visit: Visit, filters: Filters) -> dict[str, str]:
    t = visit.t
    said = {}
    if filters.places:
        marks = ", ".join(f":p{number}" for number in range(len(filters.places)))
        rows = await visit.rows(
            f"SELECT code, name FROM places WHERE code IN ({marks}) UNION ALL "  # noqa: S608
            f"SELECT code, name FROM smaller_places WHERE code IN ({marks}) ORDER BY code",
            **{f"p{number}": code for number, code in enumerate(filters.places)},
        )
        said["places"] = ", ".join(row["name"] for row in rows)
    for name, sql in _NAMES.items():
        if value := getattr(filters, name):
            row = await visit.row(sql, id=value, english=t.code == "en")
            said[name] = row["name"] if row else value
    if filters.challenge == NOTHING:
        said["challenge"] = t("No challenge")
    if filters.kind:
        said["kind"] = kind_word(visit, filters.kind)
    if filters.status:
        said["status"] = status_word(visit, filters.status)
    if filters.since:
        said["since"] = t("since {day}", day=t.day(filters.since))
    if filters.until:
        said["until"] = t("until {day}", day=t.day(filters.until))
    return said


_NAMES = {
    "site": "SELECT name FROM sites WHERE id = :id",
    "clause": "SELECT label AS name FROM clauses WHERE id = :id",
    "challenge": "SELECT CASE WHEN :english THEN label_en ELSE label END AS name "
    "FROM challenges WHERE id = :id",
}


def kind_word(visit: Visit, kind: str) -> str:
    """A kind as people call it; a team may have kinds of its own."""
    return visit.t.term("kind", kind)


def status_word(visit: Visit, status: str) -> str:
    """A status as people call it."""
    if status == NOTHING:
        return visit.t("Unanswered", when_accepted="Not accepted as evidence yet")
    return visit.t.term("stand" if status in ("strong", "weak") else "status", status)


PLACES = """
SELECT places.code, places.name, COALESCE(provinces.code, places.code) AS province_code,
  COALESCE(provinces.name, places.name) AS province
FROM places LEFT JOIN places AS provinces ON provinces.code = places.parent_code
WHERE EXISTS (SELECT 1 FROM findings WHERE findings.place_code = places.code)
ORDER BY province_code, places.code
"""


async def choices(visit: Visit, counts: Mapping[str, Mapping[str, int]]) -> dict[str, list[Option]]:
    """Return what each filter of the form may be set to; `counts` are told beside kinds and
    challenges."""
    t = visit.t

    def counted(by: str, value: str, label: str) -> Option:
        return Option(value, f"{label} ({t.number(counts.get(by, {}).get(value, 0))})")

    challenges = await challenge_names(visit)
    kinds = [*KINDS, *sorted(set(counts.get("kind", ())) - set(KINDS))]
    return {
        "places": places_in(await visit.rows(PLACES), t),
        "kind": [counted("kind", kind, kind_word(visit, kind)) for kind in kinds],
        "challenge": [
            *(counted("challenge", one, label) for one, label in challenges.items()),
            counted("challenge", NOTHING, t("No challenge")),
        ],
        "status": [Option(status, status_word(visit, status)) for status in STATUSES],
    }


async def challenge_names(visit: Visit) -> dict[str, str]:
    """Return the name of each challenge of the taxonomy, by its id."""
    rows = await visit.rows("SELECT id, label, label_en FROM challenges ORDER BY rowid")
    return {row["id"]: row["label_en" if visit.t.code == "en" else "label"] for row in rows}


def page_of(visit: Visit, total: int, size: int) -> tuple[int, int]:
    """Return which page of a list is asked for, and which is the last, both from 1."""
    last = max(1, -(-total // size))
    asked = visit.asked("halaman")
    number = (
        int(asked) if asked.isascii() and asked.isdigit() and len(asked) < len(str(_MOST)) else 1
    )
    return min(max(number, 1), last), last
