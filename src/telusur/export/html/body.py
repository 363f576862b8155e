"""The body: sections with headings, and lists whose markers are words that can be copied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from telusur.draft.model import Clause
from telusur.export.outline import DIVISIONS, Line, Piece, Unit

_DEEPEST_HEADING = 6


def body(units: Iterable[Unit], level: int = 2) -> Iterator[str]:
    """Yield the lines of some units; `level` is that of the headings among them."""
    for headed, run in groupby(units, key=lambda unit: unit.clause.level in DIVISIONS):
        if headed:
            for unit in run:
                yield from _section(unit, level)
        else:
            yield from _list(run, level)


def anchor(clause: Clause) -> str:
    """Return the name of a clause's place in the page: its id, which stays when numbers change."""
    return escape(clause.id)


def _section(unit: Unit, level: int) -> Iterator[str]:
    tag = f"h{min(level, _DEEPEST_HEADING)}"
    title = f' <span class="title">{escape(unit.title)}</span>' if unit.title else ""
    if unit.clause.is_dictum:
        yield f'<section class="diktum" id="{anchor(unit.clause)}">'
        yield f"<{tag}>{escape(unit.number)}</{tag}> <span>:</span> <div>"
        yield from _words(unit, level)
        yield "</div></section>"
        return
    quoted = " quoted" if unit.clause.quoted else ""
    yield f'<section class="{unit.clause.level}{quoted}" id="{anchor(unit.clause)}">'
    yield f"<{tag}>{escape(unit.number)}{title}</{tag}>"
    yield from _words(unit, level)
    yield "</section>"


def _list(units: Iterable[Unit], level: int) -> Iterator[str]:
    yield '<ol class="items" role="list">'
    for unit in units:
        yield f'<li class="{unit.clause.level}" id="{anchor(unit.clause)}">'
        yield f'<span class="marker">{escape(unit.number)}</span> <div>'
        yield from _words(unit, level)
        yield "</div></li>"
    yield "</ol>"


def _words(unit: Unit, level: int) -> Iterator[str]:
    yield from _paragraphs(unit.lead)
    yield from body(unit.below, level + 1 if unit.clause.level in DIVISIONS else level)
    yield from _paragraphs(unit.tail)


def _paragraphs(lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        yield f"<p>{''.join(_piece(piece) for piece in line)}</p>"


def _piece(piece: Piece) -> str:
    words = escape(piece.text)
    return f'<a href="#{anchor(piece.target)}">{words}</a>' if piece.target else words
