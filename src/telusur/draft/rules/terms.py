"""The terms that a regulation defines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from telusur.draft.model import Clause

_LEADS_IN = re.compile(r"\byang\s+dimaksud(?:kan)?\s+dengan\b[^.;]{0,60}:?$", re.IGNORECASE)
_DEFINES = re.compile(
    r"(?P<name>[^;.]{2,160}?),?"
    r"(?:\s++yang\s++selanjutnya\s++(?:disingkat|disebut)(?:\s++(?:sebagai|dengan))?"
    r"\s++(?P<short>[^;.,]{2,80}?),?)?"
    r"\s++(?:adalah|ialah|merupakan|yaitu)\b"
)


@dataclass(frozen=True, slots=True)
class Term:
    """A term and where it is defined."""

    names: tuple[str, ...]
    """The term and, where it has one, its short form."""
    clause: Clause
    """The definition."""
    start: int
    """Where its meaning begins in the words of the definition (characters)."""


def defining_units(
    clauses: Iterable[Clause], below: Mapping[str | None, Sequence[Clause]]
) -> Iterator[Clause]:
    """Yield the clauses that lead in a list of definitions."""
    for clause in clauses:
        if clause.level in ("pasal", "ayat") and below.get(clause.id):
            first_line = clause.text.partition("\n")[0]
            if _LEADS_IN.search(first_line):
                yield clause


def terms_of(
    units: Iterable[Clause], below: Mapping[str | None, Sequence[Clause]]
) -> Iterator[Term]:
    """Yield the terms defined right below `units`."""
    for unit in units:
        for clause in below.get(unit.id, ()):
            if defined := _DEFINES.match(clause.text):
                names = [defined["name"], defined["short"]]
                yield Term(tuple(name.strip() for name in names if name), clause, defined.end())
