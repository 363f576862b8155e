"""PDF files → plain text, one line a paragraph."""

from __future__ import annotations

import io
import logging
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams, LTChar, LTPage, LTTextContainer, LTTextLine
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from telusur.corpus.limits import LONGEST_TEXT, MOST_PAGES, TooLarge
from telusur.corpus.paper.printed import PrintedLine, paragraphs_of
from telusur.corpus.paper.ruled import RuledTables
from telusur.corpus.paper.stamped import drawn_lines, notes_of, properties_of
from telusur.corpus.statements.confidential import Mark, mark_among
from telusur.corpus.text.marks import mark_length

logging.getLogger("pdfminer").setLevel(logging.ERROR)
"""What it warns of, such as a PDF that asks not to be copied, is no concern of the user's."""
_LIGATURES = re.compile(r"[\ufb00-\ufb06]")
_UNKNOWN_GLYPH = re.compile(r"\(cid:\d+\)")
_PAGE_NUMBER = re.compile(
    r"[-–—|\s]*+(?:(?:hal(?:aman)?|page)\.?\s*+)?\d{1,4}+(?:\s*+(?:/|dari|of)\s*+\d{1,4}+)?+"
    r"[-–—|\s]*+",
    re.IGNORECASE,
)
_EDGE_LINES = 2


def read_pdf(data: bytes) -> tuple[str, int, Mark | None]:
    """Return the text of a PDF without page headers and page numbers, how many pages it has, and
    what marks it as confidential, on whatever page and however it is drawn.

    Raises TooLarge, pdfminer's PDFPasswordIncorrect where a password is needed, and whatever else
    pdfminer raises on a damaged file.
    """
    pages: list[list[PrintedLine]] = []
    mark: Mark | None = None
    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=LAParams())
    interpreter = PDFPageInterpreter(resources, device)
    length, tables = 0, RuledTables(data)
    for number, page in enumerate(PDFPage.get_pages(io.BytesIO(data)), start=1):
        if number > MOST_PAGES:
            raise TooLarge(f"it has more than {MOST_PAGES:,} pages")
        if number == 1 and page.doc is not None:
            mark = mark_among(properties_of(page.doc), "document properties")
        interpreter.process_page(page)
        layout = device.get_result()
        lines = list(_lines(layout))
        pages.append(tables.put_rows(layout, number - 1, lines))
        length += sum(len(line.text) for line in lines)
        if length > LONGEST_TEXT:
            raise TooLarge(f"it has more than {LONGEST_TEXT:,} characters")
        mark = mark or _mark_on(layout, lines, page, f"page {number}")
    furniture = _furniture(pages)
    kept = [line for page in pages for line in page if line not in furniture]
    return _laid_out(paragraphs_of(kept)), len(pages), mark


def _mark_on(
    layout: LTPage, lines: Sequence[PrintedLine], page: PDFPage, place: str
) -> Mark | None:
    """Paragraphs are joined, and headers are left out: the mark is looked for line by line."""
    top_down = [line.text for line in sorted(lines, key=lambda line: -line.top)]
    return (
        mark_among(top_down, place)
        or mark_among(_rows(lines), place)
        or mark_among(drawn_lines(layout), place)
        or mark_among(notes_of(page), place)
    )


def _rows(lines: Sequence[PrintedLine]) -> Iterator[str]:
    """The lines that stand side by side, as one: `Sifat`, `:`, `Rahasia`."""
    beside: dict[int, list[PrintedLine]] = defaultdict(list)
    for line in lines:
        beside[round(line.top / 4)].append(line)
    for row in beside.values():
        if len(row) > 1:
            yield "\t".join(line.text for line in sorted(row, key=lambda line: line.left))


def _laid_out(paragraphs: Sequence[str]) -> str:
    """Put a blank line between paragraphs, and none between the items of a list."""
    text = paragraphs[0] if paragraphs else ""
    for before, paragraph in pairwise(paragraphs):
        in_list = mark_length(before) and mark_length(paragraph)
        in_table = " | " in before and " | " in paragraph
        text += ("\n" if in_list or in_table else "\n\n") + paragraph
    return text


def _lines(page: LTPage) -> Iterator[PrintedLine]:
    """Yield the lines of a page in reading order."""
    for number, box in enumerate(page):
        if not isinstance(box, LTTextContainer):
            continue
        for line in box:
            if isinstance(line, LTTextLine) and (words := _words(line)):
                first = next((part for part in line if isinstance(part, LTChar)), None)
                yield PrintedLine(
                    text=words,
                    page=page.pageid,
                    box=number,
                    left=line.x0,
                    right=line.x1,
                    top=line.y1,
                    size=round(line.height, 1),
                    bold="bold" in first.fontname.lower() if first else False,
                )


def _words(line: LTTextLine) -> str:
    text = _UNKNOWN_GLYPH.sub("", line.get_text()).strip()
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
