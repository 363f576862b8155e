"""A report as it is shown: its headings, paragraphs, lists and tables, with what is marked in it.

Every word of the text is shown, once and in order; the names of a table's columns, which stand
above its rows, become its head.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from telusur.browse.visit import Row
from telusur.browse.writing.spans import Piece, Span, pieces

_BETWEEN_CELLS = re.compile(r"[|\t]")
_NOT_WORDS = re.compile(r"[^\w]+")

Kind = Literal["heading", "paragraph", "list", "table"]


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a report that is shown as one."""

    kind: Kind
    lines: Sequence[Sequence[Piece]] = ()
    """The lines of a paragraph, the items of a list; the one line of a heading."""
    head: Sequence[str] = ()
    """The names of a table's columns; none where it has none."""
    rows: Sequence[Sequence[Sequence[Piece]]] = ()
    """The rows of a table, each with a cell for each column."""
    page: int | None = None
    """The page that begins with it, where the file has pages."""


@dataclass(slots=True)
class _Line:
    start: int
    text: str
    kind: Kind
    columns: tuple[str, ...] = ()
    """The names of the columns of the table that it is a row of."""
    row: str | None = None
    page: int | None = None
    first: bool = field(default=False)
    """Whether a blank line, or nothing, stands before it."""


def laid_out(
    text: str,
    title: str,
    spans: Sequence[Span],
    passages: Sequence[Row],
    cells: Sequence[Row],
) -> list[Block]:
    """Return the blocks of a report but its title, which the page has already."""
    return list(_blocks(text, title, spans, passages, _by_row(cells)))


def _by_row(cells: Sequence[Row]) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = defaultdict(list)
    for cell in cells:
        rows[cell["passage_id"]].append(cell)
    return rows


def _blocks(
    text: str,
    title: str,
    spans: Sequence[Span],
    passages: Sequence[Row],
    cells: Mapping[str, Sequence[Row]],
) -> Iterator[Block]:
    marks = _Marks(spans)
    columns = _columns(text, passages, cells)
    lines = _lines(text, title, passages, columns)
    page: int | None = None
    for _, some in groupby(_with_heads_left_out(lines), key=_same_block()):
        block = list(some)
        new = next((one.page for one in block if one.page and one.page != page), None)
        page = new or page
        kind = block[0].kind
        if kind == "table":
            head = block[0].columns
            rows = [marks.cells(text, cells[one.row or ""], head) for one in block]
            yield Block(kind, head=head if any(head) else (), rows=rows, page=new)
        else:
            yield Block(kind, [marks.on(one.text, one.start) for one in block], page=new)


def _same_block() -> Callable[[_Line], int]:
    """Return what tells whether a line belongs to the block of the line before it."""
    number, before = 0, _Line(0, "", "heading")

    def key(line: _Line) -> int:
        nonlocal number, before
        same = line.kind == before.kind != "heading" and line.columns == before.columns
        if not same or (line.kind == "paragraph" and line.first):
            number += 1
        before = line
        return number

    return key


def _lines(
    text: str, title: str, passages: Sequence[Row], columns: Mapping[str, tuple[str, ...]]
) -> Iterator[_Line]:
    """Yield the lines with words, told apart by the passages in them."""
    sections = {one["section"] for one in passages}
    start, at, blank = 0, 0, True
    for words in text.split("\n"):
        end = start + len(words)
        while at < len(passages) and passages[at]["end"] <= start:
            at += 1
        here = passages[at] if at < len(passages) and passages[at]["start"] < end else None
        bare = words.strip()
        if bare and not (bare == title and not text[:start].strip()):
            line = _Line(start, words, _kind(bare, here, sections, columns), first=blank)
            if here is not None:
                line.page = here["page"]
                if line.kind == "table":
                    line.row, line.columns = here["id"], columns[here["id"]]
            yield line
        blank = not bare
        start = end + 1


def _kind(
    bare: str, here: Row | None, sections: set[str], columns: Mapping[str, tuple[str, ...]]
) -> Kind:
    if here is None:
        return "heading" if bare in sections else "paragraph"
    if here["form"] == "row" and here["id"] in columns:
        return "table"
    return "list" if here["form"] == "item" else "paragraph"


def _columns(
    text: str, passages: Sequence[Row], cells: Mapping[str, Sequence[Row]]
) -> dict[str, tuple[str, ...]]:
    """For each row that stands in one line, the columns of the table it belongs to: those of its
    own cells and of the rows beside it."""
    columns: dict[str, tuple[str, ...]] = {}
    rows = [one for one in passages if one["form"] == "row" and cells.get(one["id"])]
    rows = [one for one in rows if "\n" not in text[one["start"] : one["end"]]]
    at = 0
    while at < len(rows):
        last = at
        while last + 1 < len(rows) and _follows(text, rows[last], rows[last + 1]):
            last += 1
        table = rows[at : last + 1]
        names = _merged([[cell["header"] for cell in cells[one["id"]]] for one in table])
        columns |= {one["id"]: names for one in table}
        at = last + 1
    return columns


def _follows(text: str, row: Row, following: Row) -> bool:
    """Whether no empty line and no word stands between two rows."""
    between = text[row["end"] : following["start"]]
    return "\n\n" not in between and not any(map(str.isalnum, between))


def _merged(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The names of all columns in order, though rows leave cells empty; as many nameless ones as
    the row with most cells has where columns have no names, or the same."""
    widest = max(rows, key=len)
    if any(len(set(row)) < len(row) or "" in row for row in rows):
        return tuple(widest)
    names = list[str]()
    for row in rows:
        place = 0
        for name in row:
            if name in names:
                place = names.index(name) + 1
            else:
                names.insert(place, name)
                place += 1
    return tuple(names)


def _with_heads_left_out(lines: Iterator[_Line]) -> Iterator[_Line]:
    """Leave out each line that only names the columns of the table below it."""
    waiting: _Line | None = None
    for line in lines:
        if waiting is not None and not (line.kind == "table" and _names(waiting, line.columns)):
            yield waiting
        waiting = line
    if waiting is not None:
        yield waiting


def _names(line: _Line, columns: Sequence[str]) -> bool:
    if line.kind == "table" or not any(columns) or not _BETWEEN_CELLS.search(line.text):
        return False
    return set(_words(line.text)) <= set(_words(" ".join(columns)))


def _words(text: str) -> list[str]:
    return _NOT_WORDS.sub(" ", text).split()


class _Marks:
    """Cuts the text where what is marked begins and ends."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans, key=lambda one: one.start)

    def on(self, words: str, start: int) -> list[Piece]:
        end = start + len(words)
        inside = [one for one in self._spans if one.start < end and one.end > start]
        return list(pieces(words, inside, start))

    def cells(self, text: str, cells: Sequence[Row], columns: Sequence[str]) -> list[list[Piece]]:
        """A row, with an empty cell where it has none in a column."""
        row: list[list[Piece]] = [[] for _ in columns]
        named = len(set(columns)) == len(columns)
        for at, cell in enumerate(cells):
            place = columns.index(cell["header"]) if named and cell["header"] in columns else at
            row[place] = self.on(text[cell["start"] : cell["end"]], cell["start"])
        return row
