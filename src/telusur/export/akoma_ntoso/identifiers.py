"""The three identifiers of an element: where it stands now, what it is for good, and a GUID.

They follow the Akoma Ntoso naming convention: `[prefix__]element[_number]`. Numbers of an
article run through the whole regulation, so it has no prefix; nor has a chapter outside a book.
"""

from __future__ import annotations

import contextlib
import re
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from telusur.draft.model import Level
from telusur.draft.numerals import from_ordinal
from telusur.export.outline import Unit

ELEMENTS: dict[Level, str] = {
    "buku": "book",
    "bab": "chapter",
    "bagian": "part",
    "paragraf": "subpart",
    "pasal": "article",
    "ayat": "paragraph",
    "huruf": "point",
    "angka": "point",
    "subhuruf": "point",
    "subangka": "point",
}
_ABBREVIATED = {"chapter": "chp", "article": "art", "paragraph": "para"}
_COMPUTED = r"(?:\d+[a-z]{0,2}|[ivxlc]+|[a-z]{1,2})(?:-\d+)?"
"""How an id goes on behind the level where it comes from the number and not from a label."""
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "telusur")


@dataclass(frozen=True, slots=True)
class Identifiers:
    """Of one element."""

    expression: str
    """The eId, from the present number: `art_7__para_2`."""
    work: str
    """The wId, from the label, which stays when numbers change: `art_antrean-daring__para_2`."""
    guid: str
    """A UUID (version 5) of the clause's id."""


def identifiers(units: Sequence[Unit]) -> dict[str, Identifiers]:
    """Return the identifiers of each clause by its id; no eId occurs twice."""
    taken: set[str] = set()
    found: dict[str, Identifiers] = {}
    for unit, parent, quotation in _in_order(units):
        expression = found[parent.clause.id].expression if parent else ""
        work = found[parent.clause.id].work if parent and not quotation else ""
        if quotation:
            expression = quotation_id(expression, quotation)
        found[unit.clause.id] = Identifiers(
            _free(_expression(unit, expression), taken),
            _work(unit, parent, work),
            str(uuid.uuid5(_NAMESPACE, unit.clause.id)),
        )
    return found


def quotations(unit: Unit) -> Iterator[tuple[int, tuple[Unit, ...]]]:
    """Yield the units below one in runs: with 0, or with a count where an amendment quotes them."""
    count = 0
    quotes = groupby(unit.below, key=lambda each: each.clause.quoted and not unit.clause.quoted)
    for is_quoted, run in quotes:
        count += is_quoted
        yield (count if is_quoted else 0), tuple(run)


def quotation_id(expression: str, count: int) -> str:
    """Return the eId of what is quoted below the element with the eId `expression`."""
    return f"{expression}__qstr_{count}"


def _expression(unit: Unit, prefix: str) -> str:
    return _joined(_context(unit, prefix), _reference(unit), _number(unit))


def _work(unit: Unit, parent: Unit | None, prefix: str) -> str:
    """A label names its clause alone; without one the number does, below the clause around it."""
    own = unit.clause.id
    if parent:
        own = own.removeprefix(f"{parent.clause.id}.")
    numbered = re.fullmatch(rf"{unit.clause.level}-{_COMPUTED}", own)
    if not numbered and "." not in own and not unit.clause.quoted:
        return _joined("", _reference(unit), own)
    return _joined(_context(unit, prefix), _reference(unit), _number(unit))


def _context(unit: Unit, prefix: str) -> str:
    runs_through = unit.clause.level == "pasal" and not unit.clause.quoted
    return "" if runs_through else prefix


def _reference(unit: Unit) -> str:
    element = ELEMENTS[unit.clause.level]
    return _ABBREVIATED.get(element, element)


def _number(unit: Unit) -> str:
    """Return the number as printed, ordinals in figures; blanks cannot be part of an identifier."""
    number = unit.clause.number
    if unit.clause.level in ("buku", "bagian") or unit.clause.is_dictum:
        with contextlib.suppress(KeyError):
            number = str(from_ordinal(number))
    return re.sub(r"\W+", "-", number)


def _joined(prefix: str, reference: str, number: str) -> str:
    return f"{prefix}__{reference}_{number}" if prefix else f"{reference}_{number}"


def _free(name: str, taken: set[str]) -> str:
    """Return `name`, with a count behind it where the draft has the same number twice."""
    count, free = 1, name
    while free in taken:
        count += 1
        free = f"{name}_{count}"
    taken.add(free)
    return free


def _in_order(
    units: Sequence[Unit], parent: Unit | None = None, quotation: int = 0
) -> Iterator[tuple[Unit, Unit | None, int]]:
    """Yield each unit, the one above it, and which quotation begins with it (0: none)."""
    for unit in units:
        yield unit, parent, quotation
        for count, run in quotations(unit):
            yield from _in_order(run, unit, count)
