"""What stands above and beside each passage of a report: its row, its sender, its heading.

A heading of a place, or a row's cell, says for all that stands under or beside it where it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from telusur.corpus.model import Document, Passage

Span = tuple[int, int]
"""Half-open offsets in the document's text (characters)."""

_CLOSES = re.compile(
    r"(?i)\b(?:ke)?simpulan\b|\bsaran\b|\brekomendasi\b|\bpenutup\b|\btindak lanjut\b|\bcatatan\b"
    r"|\bisu\b|\bdaftar\b|\blampiran\b|\brencana\b|\bpembahasan\b|\bkesepakatan\b"
)
"""In the last headings of a report, which are about all of it again."""


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading."""

    start: int
    """Where it begins: its heading, or the text itself (characters)."""
    headings: tuple[Span, ...]
    """Its heading and those that it stands under, innermost first."""


class Standing:
    """The passages of a report, each with what stands above and beside it."""

    def __init__(self, document: Document, names_a_place: Callable[[int, int], bool]) -> None:
        """`names_a_place` tells whether a place is named between two offsets."""
        self._text = document.text
        self._passages = document.passages
        self._starts = [one.start for one in document.passages]
        self._sections = list(_sections(document, names_a_place))
        self._first_of_table = list(_tables(document.passages))

    @property
    def headings(self) -> Iterator[Span]:
        """The heading of each section, in order."""
        before = None
        for one in self._sections:
            if one is not before and one.headings:
                yield one.headings[0]
            before = one

    def at(self, position: int) -> int | None:
        """Return the index of the passage that holds `position`; None between passages."""
        index = bisect_right(self._starts, position) - 1
        return index if index >= 0 and position < self._passages[index].end else None

    def is_running(self, index: int) -> bool:
        """Whether those before it may tell where it is: not of one item among others."""
        return self._passages[index].form != "item"

    def before(self, index: int) -> Iterator[Span]:
        """Yield the passages before one in its paragraph or item, the nearest first."""
        for _ in range(_SENTENCES):
            if not index or self._parted(index):
                return
            index -= 1
            yield self._passages[index].start, self._passages[index].end

    def _parted(self, index: int) -> bool:
        before, one = self._passages[index - 1], self._passages[index]
        return before.form == "row" or "\n" in self._text[before.end : one.start]

    def begins(self, position: int) -> bool:
        """Whether a passage begins there."""
        index = self.at(position)
        return index is not None and self._starts[index] == position

    def section(self, index: int) -> Section:
        """Return the section that a passage stands in."""
        return self._sections[index]

    def beside(self, index: int) -> Iterator[Span]:
        """Yield what stands beside a passage: its row, or what begins its line: a chat's sender."""
        passage = self._passages[index]
        if passage.form == "row":
            yield passage.start, passage.end
        before = self._passages[index - 1].end if index else 0
        line = self._text.rfind("\n", before, passage.start) + 1
        if before <= line < passage.start:
            yield line, passage.start

    def merged(self, index: int) -> Iterator[Span]:
        """Yield the cells of rows above that reach down to a row: its own has none in their
        columns, as where cells are merged. The nearest first."""
        have = {cell.header for cell in self._passages[index].cells}
        for above in range(index - 1, self._first_of_table[index] - 1, -1):
            for cell in self._passages[above].cells:
                if cell.header and cell.header not in have:
                    have.add(cell.header)
                    yield cell.start, cell.end
            if index - above > _REACH:
                return

    def columns(self) -> Iterator[tuple[str, int, int]]:
        """Yield each cell under a column's heading: the heading, and the cell's span."""
        for passage in self._passages:
            for cell in passage.cells:
                if cell.header:
                    yield cell.header, cell.start, cell.end


_NUMBERED = re.compile(r"[\[(#]*(?:\d+|[A-Z])[\])./:]+\s")
_SIGNED = re.compile(r",\s+\d{1,2}\s+[A-Z][a-z]+\s+(?:19|20)\d\d\W*\Z")
"""How the line before a signature ends: `…, 27 Oktober 2022`."""
_FIELD = re.compile(r"(?i)\W*(?:provinsi|kabupaten|kota|kab|kecamatan|kec|kelurahan|desa)[\w/. ]*:")
"""A field of a form: it says where all of the report is."""
_MOST_WORDS = 8
_FEW_WORDS = 3
"""A line of so few words is a heading whatever ends it."""
_SENTENCES = 20
"""Before one in its paragraph, that may say where it is."""
_REACH = 60
"""Rows over which a merged cell is looked for."""


def _tables(passages: Sequence[Passage]) -> Iterator[int]:
    """Yield for each passage the index at which its run of rows under one head begins."""
    first = 0
    for index, one in enumerate(passages):
        before = passages[index - 1] if index else None
        if (
            before is None
            or one.form != "row"
            or before.form != "row"
            or one.section != before.section
        ):
            first = index
        yield first


def _sections(document: Document, names_a_place: Callable[[int, int], bool]) -> Iterator[Section]:
    """Yield the section of each passage.

    A heading without a place stands under the last one that names one, where that had nothing of
    its own but headings, or where the heading is one that repeats: `Kendala` under each place.
    """
    end = 0
    found = list(_heading_of_each(document))
    title = document.title
    times = Counter(document.text[slice(*one)] for one in dict.fromkeys(found) if one)
    above: tuple[Span, ...] = ()
    nested, shown, shape, section = False, None, "", Section(0, ())
    for passage, heading in zip(document.passages, found, strict=True):
        if heading is None and shown is not None:
            above, section = (), Section(passage.start, ())
        elif _is_a_line_of_its_own(document, passage) and (
            names_a_place(passage.start, passage.end) or (shape and _shape(passage.text) == shape)
        ):
            above, nested = ((passage.start, passage.end),), False
            section, shape = Section(passage.start, above), _shape(passage.text)
        elif heading is not None and heading != shown:
            outer, words = (end, heading[0]), document.text[slice(*heading)]
            shape = ""
            if names_a_place(*heading) and words != title:
                above, nested, shape = (heading,), False, _shape(words)
                section = Section(heading[0], above)
            elif names_a_place(*outer):
                above, nested = (outer,), True
                section = Section(heading[0], (heading, outer))
            else:
                if times[words] == 1 and not (nested and not _CLOSES.search(words)):
                    above = ()
                section = Section(heading[0], (heading, *above) if words != title else above)
        shown, end = heading, passage.end
        yield section


def _is_a_line_of_its_own(document: Document, passage: Passage) -> bool:
    """Whether a passage is a short line that the reader of its format took for no heading:
    `B. Kantor Kecamatan …`."""
    if passage.form == "row" or _SIGNED.search(passage.text) or _FIELD.match(passage.text):
        return False
    text, words = document.text, len(re.findall(r"\w[^\s]*", passage.text))
    around = text[max(0, passage.start - 1) : passage.start], text[passage.end : passage.end + 1]
    alone = words <= _MOST_WORDS and all(one in ("", "\n") for one in around)
    return alone and (words <= _FEW_WORDS or passage.text[-1] not in ".!?,;:")


def _shape(line: str) -> str:
    """How a numbered line begins, whatever its number: `[9] ` of `[7741219] 14/08`; else empty."""
    begins = _NUMBERED.match(line)
    return re.sub(r"[A-Z]", "A", re.sub(r"\d+", "9", begins[0])) if begins else ""


def _heading_of_each(document: Document) -> Iterator[Span | None]:
    """Yield where the heading of each passage stands; None where it has none in the text."""
    last: Span | None = None
    words, end = "", 0
    for passage in document.passages:
        if passage.section:
            at = document.text.rfind(passage.section, end, passage.start)
            if at >= 0:
                last = at, at + len(passage.section)
            elif passage.section != words:
                last = None
        else:
            last = None
        words, end = passage.section, passage.end
        yield last
