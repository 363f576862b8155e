"""What the address of the queue asks for, as people choose it in a form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from telusur.browse.showing.asking import PLACES, challenge_names, kind_word
from telusur.browse.showing.evidence import KINDS
from telusur.browse.showing.kept import kept_rows
from telusur.browse.visit import Visit
from telusur.browse.writing.options import Option, places_in
from telusur.team import State
from telusur.triage import Asked, Order

ORDER = "urut"
ORDERS = {
    "ragu": Order.DOUBT,
    "ketentuan": Order.CLAUSE,
    "laporan": Order.REPORT,
    "tempat": Order.PLACE,
}
FILTERS = {"bab": "bab", "place": "tempat", "challenge": "tantangan", "kind": "jenis",
           "report": "laporan"}  # fmt: skip
"""What each filter is called in addresses."""
_LONGEST = 200

BABS = """
SELECT id, label || ' ' || heading AS label FROM clauses
WHERE level = 'bab' AND quoted = 0 ORDER BY position
"""
REPORTS = "SELECT id, title FROM documents ORDER BY title"


def asked_of(visit: Visit, me: str) -> Asked:
    """Read the address; an order that means nothing is the first of them."""
    given = {name: visit.asked(parameter)[:_LONGEST] for name, parameter in FILTERS.items()}
    return Asked.filtered(ORDERS.get(visit.asked(ORDER), Order.DOUBT), me, given)


MINE = "tugas"
"""The parameter that asks for `saya`, what is assigned to oneself, or `tanya`, what is asked."""


def shared_out(asked: Asked, visit: Visit, state: State) -> Asked:
    """Leave out what others work on; ask only for one's own where the address says so."""
    current = state.current(datetime.now(UTC))
    if visit.asked(MINE) == "tanya":
        return replace(asked, of_me=True)
    if visit.asked(MINE) == "saya":
        return replace(asked, only=tuple(one.part for one in current if one.to == asked.me))
    others = tuple(one.part for one in current if one.to != asked.me)
    return replace(asked, leave_out=others)


def query_of(visit: Visit) -> dict[str, str]:
    """What is asked for, to be kept in further addresses."""
    names = (ORDER, MINE, *FILTERS.values())
    return {name: value for name in names if (value := visit.asked(name)[:_LONGEST])}


def order_of(visit: Visit) -> str:
    """The order, as addresses call it."""
    return next((one for one in ORDERS if one == visit.asked(ORDER)), next(iter(ORDERS)))


NAMES = {
    "bab": "SELECT label || ' ' || heading AS name FROM clauses WHERE id = :id",
    "place": "SELECT name FROM places WHERE code = :id",
    "challenge": "SELECT CASE WHEN :english THEN label_en ELSE label END AS name "
    "FROM challenges WHERE id = :id",
    "report": "SELECT title AS name FROM documents WHERE id = :id",
}


async def chosen(visit: Visit) -> list[str]:
    """What is asked for, as people call it."""
    said = []
    for name, parameter in FILTERS.items():
        if value := visit.asked(parameter)[:_LONGEST]:
            row = None
            if name in NAMES:
                row = await visit.row(NAMES[name], id=value, english=visit.t.code == "en")
            said.append(row["name"] if row else kind_word(visit, value))
    return said


async def choices(visit: Visit) -> Mapping[str, list[Option]]:
    """What each filter may be set to."""
    return {
        "bab": [Option(row["id"], row["label"]) for row in await kept_rows(visit, BABS)],
        "place": places_in(await kept_rows(visit, PLACES), visit.t),
        "challenge": [Option(id_, name) for id_, name in (await challenge_names(visit)).items()],
        "kind": [Option(kind, kind_word(visit, kind)) for kind in KINDS],
        "report": [Option(row["id"], row["title"]) for row in await kept_rows(visit, REPORTS)],
    }
