"""PDF files → plain text, one line a paragraph."""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTPage, LTTextContainer, LTTextLine

from telusur.corpus.office.printed import PrintedLine, paragraphs_of
from telusur.corpus.statements.confidential import is_mark, mark_in
from telusur.corpus.text.marks import mark_length

_LIGATURES = re.compile(r"[\ufb00-\ufb06]")
_UNKNOWN_GLYPH = re.compile(r"\(cid:\d+\)")
_PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(?:(?:hal(?:aman)?|page)\.?\s*)?\d{1,4}(?:\s*(?:/|dari|of)\s*\d{1,4})?[-–—|\s]*",
    re.IGNORECASE,
)
_EDGE_LINES = 2


def read_pdf(data: bytes) -> tuple[str, int, str | None]:
    """Return the text of a PDF without page headers and page numbers, how many pages it has, and
    the line of the first page that marks it as confidential.

    Raises pdfminer's PDFPasswordIncorrect where a password is needed, and whatever else pdfminer
    raises on a damaged file.
    """
    pages = [list(_lines(page)) for page in extract_pages(io.BytesIO(data))]
    furniture = _furniture(pages)
    lines = [line for page in pages for line in page if line not in furniture]
    return _laid_out(paragraphs_of(lines)), len(pages), _mark(pages)


def _mark(pages: Sequence[Sequence[PrintedLine]]) -> str | None:
    """Paragraphs are joined, and headers are left out: the mark is looked for line by line."""
    for page in pages[:1]:
        top_down = [line.text for line in sorted(page, key=lambda line: -line.top)]
        edges = (line.text for line in _edge_lines(page))
        return mark_in(top_down) or next((line for line in edges if is_mark(line)), None)
    return None


def _laid_out(paragraphs: Sequence[str]) -> str:
    """Put a blank line between paragraphs, and none between the items of a list."""
    text = paragraphs[0] if paragraphs else ""
    for before, paragraph in pairwise(paragraphs):
        in_list = mark_length(before) and mark_length(paragraph)
        text += ("\n" if in_list else "\n\n") + paragraph
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
        if pages_with[_without_figures(line)] >= often or _PAGE_NUMBER.fullmatch(line.text)
    }


def _edge_lines(page: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The topmost and the lowest lines of a page."""
    from_top = sorted(page, key=lambda line: -line.top)
    return from_top[:_EDGE_LINES] + from_top[_EDGE_LINES:][-_EDGE_LINES:]


def _without_figures(line: PrintedLine) -> str:
    return re.sub(r"\d+", "#", line.text)
