"""PDF files → plain text, one line a paragraph."""

from __future__ import annotations

import io
import logging
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import (
    LAParams,
    LTChar,
    LTComponent,
    LTContainer,
    LTCurve,
    LTImage,
    LTPage,
    LTTextContainer,
    LTTextLine,
)
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from telusur.corpus.content import OnPage
from telusur.corpus.decoding import clean
from telusur.corpus.limits import LONGEST_TEXT, MOST_PAGES, TooLarge
from telusur.corpus.paper.columns import put_columns
from telusur.corpus.paper.printed import Paragraph, PrintedLine, paragraphs_of
from telusur.corpus.paper.ruled import RuledTables
from telusur.corpus.paper.stamped import drawn_lines, notes_of, properties_of
from telusur.corpus.statements.confidential import Mark, mark_among
from telusur.corpus.text.marks import mark_length
from telusur.words import say

logging.getLogger("pdfminer").setLevel(logging.ERROR)
"""What it warns of, such as a PDF that asks not to be copied, is no concern of the user's."""
_LIGATURES = re.compile(r"[\ufb00-\ufb06]")
_UNKNOWN_GLYPH = re.compile(r"\(cid:\d+\)")
_PAGE_NUMBER = re.compile(
    r"[-–—|\s]*+(?:(?:hal(?:aman)?|page)\.?\s*+)?\d{1,4}+(?>(?:\s*+(?:/|dari|of)\s*+\d{1,4}+)?)"
    r"[-–—|\s]*+",
    re.IGNORECASE,
)
_EDGE_LINES = 2
_MOST_LETTERS_ON_A_PICTURE = 100
_SHARE_OF_A_PICTURE = 0.3
_MOST_CURVES = 100
"""More on a page without a letter are letters drawn as outlines."""

Look = Callable[[bytes, Sequence[int]], Iterable[tuple[int, Sequence[PrintedLine]]]]
"""Reads pages of a PDF, by their numbers from 1, that are pictures; may leave some out."""


@dataclass(frozen=True, slots=True)
class Pages:
    """What was read of a file that has pages."""

    text: str
    """Without page headers and page numbers."""
    count: int
    """How many pages there are."""
    on_pages: tuple[OnPage, ...]
    """Where each paragraph of the text stands."""
    mark: Mark | None = None
    """What marks it as confidential, on whatever page and however it is drawn."""
    pictured: tuple[int, ...] = ()
    """The pages that are pictures, from 1."""


def read_pdf(data: bytes, look: Look) -> Pages:
    """Read a PDF; `look` reads the pages that are pictures.

    Raises TooLarge, pdfminer's PDFPasswordIncorrect where a password is needed, and whatever else
    pdfminer raises on a damaged file.
    """
    pages: list[list[PrintedLine]] = []
    pictured: list[int] = []
    mark: Mark | None = None
    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=LAParams())
    interpreter = PDFPageInterpreter(resources, device)
    length, tables = 0, RuledTables(data)
    for number, page in enumerate(PDFPage.get_pages(io.BytesIO(data)), start=1):
        if number > MOST_PAGES:
            raise TooLarge(say("it has more than {most_pages:,} pages", most_pages=MOST_PAGES))
        if number == 1 and page.doc is not None:
            mark = mark_among(properties_of(page.doc), "document properties")
        interpreter.process_page(page)
        layout = device.get_result()
        lines = list(_lines(layout, number))
        if is_picture(layout, lines):
            pictured.append(number)
        pages.append(put_columns(tables.put_rows(layout, number - 1, lines)))
        length += sum(len(line.text) for line in lines)
        if length > LONGEST_TEXT:
            raise TooLarge(
                say("it has more than {longest_text:,} characters", longest_text=LONGEST_TEXT)
            )
        mark = mark or _mark_on(layout, lines, page, f"page {number}")
    for number, seen in look(data, pictured):
        pages[number - 1] = put_columns(seen)
        mark = mark or _mark_among_lines(seen, f"page {number}")
    text, places = joined(pages)
    return Pages(text, len(pages), places, mark, tuple(pictured))


def joined(pages: Sequence[Sequence[PrintedLine]]) -> tuple[str, tuple[OnPage, ...]]:
    """Return the text of pages without what is printed around it, and where each paragraph is."""
    furniture = _furniture(pages)
    every = [line for page in pages for line in page]
    kept = [line for line in every if line not in furniture]
    return _laid_out(paragraphs_of(kept or every))


def _mark_on(
    layout: LTPage, lines: Sequence[PrintedLine], page: PDFPage, place: str
) -> Mark | None:
    """Paragraphs are joined, and headers are left out: the mark is looked for line by line."""
    return (
        _mark_among_lines(lines, place)
        or mark_among(drawn_lines(layout), place)
        or mark_among(notes_of(page), place)
    )


def _mark_among_lines(lines: Sequence[PrintedLine], place: str) -> Mark | None:
    top_down = [line.text for line in sorted(lines, key=lambda line: -line.top)]
    return mark_among(top_down, place) or mark_among(_rows(lines), place)


def _rows(lines: Sequence[PrintedLine]) -> Iterator[str]:
    """The lines that stand side by side, as one: `Sifat`, `:`, `Rahasia`."""
    beside: dict[int, list[PrintedLine]] = defaultdict(list)
    for line in lines:
        beside[round(line.top / 4)].append(line)
    for row in beside.values():
        if len(row) > 1:
            yield "\t".join(line.text for line in sorted(row, key=lambda line: line.left))


def _laid_out(paragraphs: Sequence[Paragraph]) -> tuple[str, tuple[OnPage, ...]]:
    """Put a blank line between paragraphs, and none between the items of a list."""
    text, places = "", list[OnPage]()
    for number, paragraph in enumerate(paragraphs):
        words, before = paragraph.text, paragraphs[number - 1].text if number else ""
        in_list = mark_length(before) and mark_length(words)
        in_table = " | " in before and " | " in words
        text += "" if not number else "\n" if in_list or in_table else "\n\n"
        start = len(text)
        text += words
        certain = [line.certainty for line in paragraph.lines if line.certainty is not None]
        certainty = round(fmean(certain), 2) if certain else None
        places.append(OnPage(start, len(text), paragraph.lines[0].page, certainty))
    return text, tuple(places)


def _lines(page: LTPage, page_number: int) -> Iterator[PrintedLine]:
    """Yield the lines of a page in reading order."""
    for number, box in enumerate(page):
        if not isinstance(box, LTTextContainer):
            continue
        for line in box:
            if isinstance(line, LTTextLine) and (words := _words(line)):
                first = next((part for part in line if isinstance(part, LTChar)), None)
                yield PrintedLine(
                    text=words,
                    page=page_number,
                    box=number,
                    left=line.x0,
                    right=line.x1,
                    top=line.y1,
                    size=round(line.height, 1),
                    bold="bold" in first.fontname.lower() if first else False,
                )


def is_picture(page: LTPage, lines: Sequence[PrintedLine]) -> bool:
    """Whether what stands on a page is drawn, or in letters that no font names, but for a stamp
    or a page number."""
    letters = sum(map(str.isalpha, "".join(line.text for line in lines)))
    if letters > _MOST_LETTERS_ON_A_PICTURE:
        return False
    covered = sum(part.width * part.height for part in _drawn(page))
    unknown = any(
        isinstance(line, LTTextLine) and _UNKNOWN_GLYPH.search(line.get_text())
        for box in page
        if isinstance(box, LTTextContainer)
        for line in box
    )
    outlines = not letters and sum(isinstance(part, LTCurve) for part in page) > _MOST_CURVES
    return unknown or outlines or covered > _SHARE_OF_A_PICTURE * page.width * page.height


def _drawn(part: LTComponent) -> Iterator[LTImage]:
    if isinstance(part, LTImage):
        yield part
    elif isinstance(part, LTContainer):
        for inner in part:
            yield from _drawn(inner)


def _words(line: LTTextLine) -> str:
    text = clean(_UNKNOWN_GLYPH.sub("", line.get_text())).strip()
    return _LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)


def _furniture(pages: Sequence[Sequence[PrintedLine]]) -> set[PrintedLine]:
    """The page headers, page footers and page numbers."""
    edges = [line for page in pages for line in _edge_lines(page)]
    pages_with = Counter(
        key for page in pages for key in {_without_figures(line) for line in _edge_lines(page)}
    )
    often = max(2, len(pages) // 3)
    return {
        line
        for line in edges
        if not line.is_row
        and (pages_with[_without_figures(line)] >= often or _PAGE_NUMBER.fullmatch(line.text))
    }


def _edge_lines(page: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The topmost and the lowest lines of a page."""
    from_top = sorted(page, key=lambda line: -line.top)
    return from_top[:_EDGE_LINES] + from_top[_EDGE_LINES:][-_EDGE_LINES:]


def _without_figures(line: PrintedLine) -> str:
    return re.sub(r"\d+", "#", line.text)
