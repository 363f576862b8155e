"""Tables with ruled lines on a printed page → rows."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pdfplumber
from pdfminer.layout import LTCurve, LTPage
from pdfplumber.pdf import PDF

from telusur.corpus.paper.printed import PrintedLine

Box = tuple[float, float, float, float]

_FEWEST_RULES = 4
_MOST_RULES = 3_000
"""More are a drawing, and no table."""


class RuledTables:
    """Finds the tables of a PDF; opens it a second time only where a page has ruled lines."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._book: PDF | None = None

    def put_rows(
        self, layout: LTPage, number: int, lines: Sequence[PrintedLine]
    ) -> list[PrintedLine]:
        """Return `lines` of page `number` (from 0) with one line for each row of its tables.

        A table that would lose a letter is left as it is.
        """
        rules = sum(isinstance(part, LTCurve) for part in layout)
        if not _FEWEST_RULES <= rules <= _MOST_RULES:
            return list(lines)
        if self._book is None:
            self._book = pdfplumber.open(io.BytesIO(self._data))
        page = self._book.pages[number]
        found = list(lines)
        for table in page.find_tables():
            rows = [[" ".join((cell or "").split()) for cell in row] for row in table.extract()]
            if len(rows) > 1 and max(map(len, rows)) > 1:
                left, top, right, bottom = table.bbox
                box = (left, layout.height - bottom, right, layout.height - top)
                found = replaced(found, box, rows)
        page.close()
        return found


def replaced(lines: list[PrintedLine], box: Box, rows: list[list[str]]) -> list[PrintedLine]:
    """Put rows where the lines inside a box stood, unless a letter would be lost.

    `box` is left, low, right and high, in points.
    """
    inside = [line for line in lines if _is_inside(line, box)]
    if not inside or _letters(line.text for line in inside) != _letters(
        cell for row in rows for cell in row
    ):
        return lines
    at = lines.index(inside[0])
    before = [line for line in lines[:at] if line not in inside]
    after = [line for line in lines[at:] if line not in inside]
    written = [
        replace(inside[0], text=drawn_row(row), box=-1 - at, is_row=True)
        for row in rows
        if any(row)
    ]
    return [*before, *written, *after]


def drawn_row(cells: Sequence[str]) -> str:
    """A row with bars between its cells; at its edges, too, where an outer cell is empty."""
    row = " | ".join(cells)
    return row if cells[0] and cells[-1] else f"| {row} |"


def _is_inside(line: PrintedLine, box: Box) -> bool:
    left, low, right, high = box
    across, middle = (line.left + line.right) / 2, line.top - line.size / 2
    return left - 1 <= across <= right + 1 and low - 1 <= middle <= high + 1


def _letters(texts: Iterable[str]) -> Counter[str]:
    return Counter("".join("".join(text.split()) for text in texts))
