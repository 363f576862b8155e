"""The body of a regulation as every format prints it: units in a tree, lines in pieces."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from telusur.draft.model import Clause, Reference, ReferenceState, Regulation

DIVISIONS = ("buku", "bab", "bagian", "paragraf", "pasal")
"""Levels with a heading of their own; all others are items with a marker before their words."""

_PRINTED = {
    "buku": "BUKU {}",
    "bab": "BAB {}",
    "bagian": "Bagian {}",
    "paragraf": "Paragraf {}",
    "pasal": "Pasal {}",
    "ayat": "({})",
    "huruf": "{}.",
    "angka": "{}.",
    "subhuruf": "{})",
    "subangka": "{})",
}
# What no XML document can hold, and so neither DOCX nor Akoma Ntoso.
_NOT_PRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a line, and what they refer to."""

    text: str
    target: Clause | None = None
    state: ReferenceState | None = None
    """None for words that refer to nothing."""


Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A clause with all below it, in the order in which it is printed."""

    clause: Clause
    number: str
    """As printed before its words: `BAB II`, `Pasal 7`, `KESATU`, `(2)`, `a.`"""
    title: str
    """Of a bab, bagian or paragraf; else empty."""
    lead: tuple[Line, ...]
    """Its own words before those of the units below."""
    below: tuple[Unit, ...]
    tail: tuple[Line, ...]
    """Its own words behind them: `… dicabut dan dinyatakan tidak berlaku.`"""


def outline(regulation: Regulation) -> tuple[Unit, ...]:
    """Return the outermost units of the regulation, in reading order."""
    below: dict[str | None, list[Clause]] = defaultdict(list)
    by_id = {clause.id: clause for clause in regulation.clauses}
    references: dict[str, list[Reference]] = defaultdict(list)
    for clause in regulation.clauses:
        below[clause.parent_id].append(clause)
    for reference in regulation.references:
        references[reference.from_clause].append(reference)

    def unit(clause: Clause) -> Unit:
        lines = tuple(_lines(clause, references[clause.id], by_id))
        lead = _lead(lines) if clause.id in below else len(lines)
        return Unit(
            clause,
            _printed(clause),
            _title(clause, by_id),
            lines[:lead],
            tuple(unit(each) for each in below.get(clause.id, ())),
            lines[lead:],
        )

    return tuple(unit(clause) for clause in below.get(None, ()))


def walk(units: Iterable[Unit]) -> Iterator[Unit]:
    """Yield the units and all below them, in reading order."""
    for unit in units:
        yield unit
        yield from walk(unit.below)


def plain(lines: Iterable[Line]) -> str:
    """Return the words of some lines, a line each."""
    return "\n".join("".join(piece.text for piece in line) for line in lines)


def printable(text: str) -> str:
    """Return `text` without the control characters that no XML document can hold."""
    return _NOT_PRINTABLE.sub("", text)


def _printed(clause: Clause) -> str:
    form = "{}" if clause.is_dictum else _PRINTED[clause.level]
    return form.format(printable(clause.number))


def _lead(lines: Sequence[Line]) -> int:
    """Return how many of the lines stand before the units below: to the one that ends in `:`."""
    ends = (n for n, line in enumerate(lines, 1) if line and line[-1].text.rstrip().endswith(":"))
    return next(ends, 1)


def _title(clause: Clause, by_id: dict[str, Clause]) -> str:
    """Return the clause's own title: `heading` is inherited where it has none."""
    if clause.level not in ("buku", "bab", "bagian", "paragraf"):
        return ""
    parent = by_id.get(clause.parent_id or "")
    return "" if parent and parent.heading == clause.heading else printable(clause.heading)


def _lines(
    clause: Clause, references: Sequence[Reference], by_id: dict[str, Clause]
) -> Iterator[Line]:
    start = 0
    for text in clause.text.split("\n"):
        end = start + len(text)
        inside = [each for each in references if start <= each.start and each.end <= end]
        if text:
            yield tuple(_pieces(clause.text, start, end, _innermost(inside), by_id))
        start = end + 1


def _innermost(references: Sequence[Reference]) -> list[Reference]:
    """Leave out what holds another reference: `Pasal 4 sampai dengan Pasal 7` stands for Pasal 5
    and Pasal 6 too, and its ends refer by themselves."""
    kept: list[Reference] = []
    for each in sorted(references, key=lambda each: (each.end - each.start, each.start)):
        if not any(each.start < other.end and other.start < each.end for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda each: each.start)


def _pieces(
    text: str, start: int, end: int, references: Sequence[Reference], by_id: dict[str, Clause]
) -> Iterator[Piece]:
    for each in references:
        if start < each.start:
            yield Piece(printable(text[start : each.start]))
        words = printable(text[each.start : each.end])
        yield Piece(words, by_id.get(each.to_clause or ""), each.state)
        start = each.end
    if start < end:
        yield Piece(printable(text[start:end]))
