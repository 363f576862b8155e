"""The text of a regulation in a PDF: its lines as printed, without what belongs to the page."""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from telusur.corpus.limits import MOST_PAGES
from telusur.draft.source.pages import is_catchword, is_page_number
from telusur.errors import InvalidWorkspace, Problem
from telusur.exchange.beside import Line, in_order
from telusur.exchange.remainder import Remainder
from telusur.words import say

if TYPE_CHECKING:
    from pdfminer.layout import LTPage

    from telusur.corpus.paper.printed import PrintedLine

_TITLE = re.compile(
    r"(?:RANCANGAN|PERATURAN|UNDANG-UNDANG|KEPUTUSAN|INSTRUKSI|LAMPIRAN|PENJELASAN)\b"
)
_BEGINS_UNIT = re.compile(r"(?:Pasal|BUKU|BAB|Bagian|Paragraf|\(\d+\)|\w{1,3}[.)])(?:\s|$)")
_UNKNOWN_GLYPH = re.compile(r"\(cid:\d+\)")
_ANNEX = re.compile(r"LAMPIRAN\b")
_LIGATURES = re.compile(r"[\ufb00-\ufb06]")
_EDGE = 3
"""Lines at the top and at the foot of a page among which its furniture stands."""
_LONGEST_HEADER = 90


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands side by side on a page; distances in points from its lower edge."""

    text: str
    page: int
    middle: float
    height: float


def read_pdf_draft(path: Path) -> tuple[str, list[Remainder]]:
    """Return the text of a PDF, a line each, and what of it is not in the text.

    Raises InvalidWorkspace where it is damaged or protected, or holds pictures of pages only.
    """
    try:
        pages = list(_pages(path.read_bytes()))
    except Exception as error:  # a damaged file breaks its parser in every way there is
        locked = type(error).__name__ == "PDFPasswordIncorrect"
        what = (
            say("a password protects this PDF")
            if locked
            else say("this is not a PDF that can be read")
        )
        remedy = say("Save it without a password") if locked else say("Print it anew to a PDF")
        raise InvalidWorkspace([Problem(path.name, None, what, remedy)]) from error
    if not any(pages):
        what = say("this PDF holds no text: its pages are pictures")
        remedy = say(
            "Recognise its characters first (`ocrmypdf IN.pdf OUT.pdf`), then proof-read it"
        )
        raise InvalidWorkspace([Problem(path.name, None, what, remedy)])
    return _without_furniture(pages)


def _pages(data: bytes) -> Iterator[list[_Row]]:
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.layout import LAParams
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage

    from telusur.corpus.paper.ruled import RuledTables

    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=LAParams(boxes_flow=None))
    interpreter = PDFPageInterpreter(resources, device)
    tables, in_annex = RuledTables(data), False
    for number, page in enumerate(PDFPage.get_pages(io.BytesIO(data))):
        if number >= MOST_PAGES:
            raise ValueError(say("it has more than {most_pages:,} pages", most_pages=MOST_PAGES))
        interpreter.process_page(page)
        layout = device.get_result()
        lines = list(_lines(layout, number))
        in_annex = in_annex or any(_ANNEX.match(line.text) for line in lines)
        if in_annex:  # elsewhere a table only lays out the opening
            lines = tables.put_rows(layout, number, lines)
        yield _rows(lines, layout.width, number)


def _lines(layout: LTPage, page: int) -> Iterator[PrintedLine]:
    from pdfminer.layout import LTTextContainer, LTTextLine

    from telusur.corpus.paper.printed import PrintedLine

    for number, box in enumerate(layout):
        if not isinstance(box, LTTextContainer):
            continue
        for line in box:
            if isinstance(line, LTTextLine) and (words := " ".join(line.get_text().split())):
                yield PrintedLine(
                    words, page, number, line.x0, line.x1, line.y1, line.height, bold=False
                )


def _rows(lines: Sequence[PrintedLine], width: float, page: int) -> list[_Row]:
    """Return the rows of a page from its top: a marker and its words may be two boxes."""
    placed = [
        Line(f"| {line.text.strip('| ')} |", line.left, line.right, line.top - at / 1000, 0.0)
        if line.is_row  # all rows of a table stand where it begins
        else Line(line.text, line.left, line.right, line.top - line.size / 2, line.size)
        for at, line in enumerate(lines)
    ]
    return [row for stretch in in_order(placed, width) for row in _side_by_side(stretch, page)]


def _side_by_side(lines: Sequence[Line], page: int) -> Iterator[_Row]:
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda each: (-each.middle, each.left)):
        first = rows[-1][0] if rows else None
        if first and abs(first.middle - line.middle) < min(first.height, line.height) / 2:
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        words = " ".join(each.text for each in sorted(row, key=lambda each: each.left))
        yield _Row(words, page, row[0].middle, row[0].height)


def _without_furniture(pages: Sequence[Sequence[_Row]]) -> tuple[str, list[Remainder]]:
    """Return the text, and tell once what stands on page after page."""
    furniture = _furniture(pages)
    lines: list[str] = []
    told: dict[str, tuple[int, str, int]] = {}
    unknown = 0
    for page, following in pairwise([*pages, []]):
        kept = [row for row in page if row not in furniture]
        first = next((row.text for row in following if row not in furniture), "")
        announces = bool(kept) and is_catchword(kept[-1].text, first)
        for row in page:
            if row in furniture or (announces and row is kept[-1]):
                key = "catchword" if row not in furniture else _key(row.text)
                line, words, count = told.get(key, (len(lines) + 1, row.text, 0))
                told[key] = line, words, count + 1
                continue
            text = _UNKNOWN_GLYPH.sub("", row.text)
            unknown += text != row.text
            lines.append(_LIGATURES.sub(lambda each: unicodedata.normalize("NFKC", each[0]), text))
    remainder = [
        Remainder(
            line, f"`{words}` dibaca sebagai milik halaman, bukan isi peraturan ({count} kali)"
        )
        for line, words, count in told.values()
    ]
    if unknown:
        remainder.append(Remainder(1, f"{unknown} baris memuat huruf yang tidak dikenal"))
    return "\n".join(lines) + "\n", remainder


def _furniture(pages: Sequence[Sequence[_Row]]) -> set[_Row]:
    """The page numbers, and what stands at the edges of half of the pages.

    The first title is none, though it may come again as a header.
    """
    edges = [row for page in pages for row in (*page[:_EDGE], *page[_EDGE:][-_EDGE:])]
    on_pages = Counter(key for page in pages for key in {_key(row.text) for row in _edge(page)})
    often = max(2, (len(pages) + 1) // 2)
    found, titles = set[_Row](), set[str]()
    for row in edges:
        key = _key(row.text)
        if is_page_number(row.text) or _is_bare_number(row, pages):
            found.add(row)
        elif on_pages[key] >= often and len(key) <= _LONGEST_HEADER and not _BEGINS_UNIT.match(key):
            if _TITLE.match(row.text) and key not in titles:
                titles.add(key)
            else:
                found.add(row)
    return found


def _is_bare_number(row: _Row, pages: Sequence[Sequence[_Row]]) -> bool:
    page = pages[row.page]
    return row.text.isdecimal() and len(page) > 1 and row in (page[0], page[-1])


def _edge(page: Sequence[_Row]) -> list[_Row]:
    return [*page[:_EDGE], *page[_EDGE:][-_EDGE:]]


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", text)
