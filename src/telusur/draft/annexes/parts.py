"""Puts the paragraphs of a Lampiran below one another, by the numbers that they begin with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from telusur.draft.annexes.markers import DIVISIONS, Marker, markers_of
from telusur.draft.annexes.paragraphs import is_capital, is_row
from telusur.draft.model import TextLine

_DEEPEST = 10
"""Lists within lists; `BAB I`, `A.`, `1.`, `a.`, `1)`, `a)`, `(1)`, `(a)` are eight."""
_LONGEST_TITLE = 20
"""Words; a longer line in capitals is a sentence."""


@dataclass(slots=True, eq=False)
class Part:
    """A bab, a headed part, an item, a table or its row, while the Lampiran is being read."""

    form: str
    """`lampiran`, those of `markers.py`, `title` for a heading without a number, `table`, `row`."""
    number: str
    value: int
    words: str
    """Behind its number: the title, or the first words of an item; empty where there are none."""
    path: str
    line: int
    parent: Part | None = None
    paragraphs: list[TextLine] = field(default_factory=list)
    """What follows its first words, without what is below."""
    below: list[Part] = field(default_factory=list)

    @property
    def is_division(self) -> bool:
        """Whether it is headed as one: no item, no table."""
        return self.form in ("lampiran", *DIVISIONS, "title")


def read_parts(number: str, at: TextLine, body: Sequence[TextLine]) -> Part:
    """Return a Lampiran; `at` is where it begins."""
    reader = _Reader(Part("lampiran", number, 0, "", at.path, at.line))
    for line in body:
        reader.read(line)
    return reader.top


class _Reader:
    """Takes paragraph after paragraph; the innermost part goes on until a marker closes it."""

    def __init__(self, top: Part) -> None:
        self.top = self.innermost = top
        self._table: Part | None = None

    def read(self, line: TextLine) -> None:
        if is_row(line.text):
            self._read_row(line)
            return
        self._table = None
        if marker := self._marker(line):
            self._open(marker, line)
        elif self._is_title(line):
            self._read_title(line)
        else:
            self.innermost.paragraphs.append(line)

    def _marker(self, line: TextLine) -> Marker | None:
        """Return the marker that fits what is open; None where a paragraph only looks so."""
        found = markers_of(line.text)
        for marker in found:
            if marker.form in DIVISIONS or self._before(marker) is not None:
                return marker
        first = next((each for each in found if each.value == 1), None)
        return first or next((each for each in found if self._same(each) is not None), None)

    def _open(self, marker: Marker, line: TextLine) -> None:
        if marker.form in DIVISIONS:
            parent = self._above(DIVISIONS.index(marker.form))
        elif (before := self._before(marker)) is not None:
            parent = before.parent or self.top
        elif (same := self._same(marker)) is not None and not self._leads_in(self.innermost):
            parent = same.parent or self.top  # its numbers begin anew, or leave one out
        else:
            parent = self._deep_enough()
        self.innermost = _added(parent, marker, line)

    def _deep_enough(self) -> Part:
        """Return the innermost part, or one above it: no list goes on within lists without end."""
        opened = self._opened()
        return opened[-_DEEPEST] if len(opened) >= _DEEPEST else self.innermost

    def _before(self, marker: Marker) -> Part | None:
        """Return the open item that the marker counts on from."""
        return next(
            (
                part
                for part in self._opened()
                if part.form == marker.form and part.value + 1 == marker.value
            ),
            None,
        )

    def _same(self, marker: Marker) -> Part | None:
        return next((part for part in self._opened() if part.form == marker.form), None)

    def _opened(self) -> list[Part]:
        """Return the parts that are open, innermost first, up to the division they are in."""
        found, part = list[Part](), self.innermost
        while not part.is_division and part.parent is not None:
            found.append(part)
            part = part.parent
        return found

    def _above(self, rank: int) -> Part:
        """Return what a division of a rank stands below."""
        part = self.innermost
        while part.parent is not None and (
            part.form not in DIVISIONS or DIVISIONS.index(part.form) >= rank
        ):
            part = part.parent
        return part

    def _leads_in(self, part: Part) -> bool:
        last = part.paragraphs[-1].text if part.paragraphs else part.words
        return last.endswith(":")

    def _is_title(self, line: TextLine) -> bool:
        part, text = self.innermost, line.text
        short = len(text.split()) <= _LONGEST_TITLE and text[-1] not in ".;:,"
        if part.form in DIVISIONS[:-1] and not part.words and not part.below:
            return short and not part.paragraphs
        return short and is_capital(text) and any(map(str.isalpha, text))

    def _read_title(self, line: TextLine) -> None:
        """Take a title: of the part that waits for one, else of a part of its own."""
        part = self.innermost
        waits = part.is_division and not part.below and not part.paragraphs
        if waits and (part.form != "lampiran" or is_capital(line.text)):
            part.words = f"{part.words} {line.text}".strip()
            return
        parent = part
        while parent.parent is not None and parent.form not in DIVISIONS:
            parent = parent.parent
        count = 1 + sum(each.form == "title" for each in parent.below)
        self.innermost = _added(parent, Marker("title", str(count), count, line.text), line)

    def _read_row(self, line: TextLine) -> None:
        cells = [cell.strip() for cell in line.text.strip().strip("|").split("|")]
        if all(set(cell) <= set("-: ") for cell in cells):
            return
        if self._table is None:
            count = 1 + sum(each.form == "table" for each in self.innermost.below)
            self._table = _added(self.innermost, Marker("table", str(count), count, ""), line)
            if len(cells) > 1 and not any(any(map(str.isdecimal, cell)) for cell in cells):
                self._table.words = _shown(cells)
                return
        number = cells[0].rstrip(".") if cells[0].rstrip(".").isdecimal() else ""
        count = len(self._table.below) + 1
        words = _shown(cells[1:] if number else cells)
        _added(self._table, Marker("row", number or str(count), count, words), line)


def _shown(cells: Sequence[str]) -> str:
    return " | ".join(cells).strip(" |")


def _added(parent: Part, marker: Marker, line: TextLine) -> Part:
    made = Part(
        marker.form, marker.number, marker.value, marker.words, line.path, line.line, parent
    )
    parent.below.append(made)
    return made
