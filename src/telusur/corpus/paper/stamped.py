"""What stands on a PDF's page beside its lines of text: stamps, watermarks, notes, properties."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from pdfminer.layout import LTChar, LTFigure, LTItem, LTPage
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text

_STEP = 5
"""Degrees within which letters stand on one line."""
_STAMPS = {
    "Confidential": "CONFIDENTIAL",
    "TopSecret": "TOP SECRET",
    "NotForPublicRelease": "NOT FOR PUBLIC RELEASE",
}
"""The names of the stamps that PDF readers draw by themselves."""
_MOST_NOTES = 1_000


def drawn_lines(page: LTPage) -> Iterator[str]:
    """Yield the lines that are slanted, or drawn by a form of their own as watermarks are."""
    lines: dict[tuple[int, int], list[tuple[float, float, str]]] = defaultdict(list)
    for letter in _letters(page, in_figure=False):
        a, b, _, _, x, y = letter.matrix
        angle = math.atan2(b, a)
        along = x * math.cos(angle) + y * math.sin(angle)
        across = y * math.cos(angle) - x * math.sin(angle)
        size = max(1.0, letter.size)
        place = (round(math.degrees(angle) / _STEP), round(across / max(4.0, size / 2)))
        lines[place].append((along, size, letter.get_text()))
    for letters in lines.values():
        letters.sort(key=lambda letter: letter[0])
        yield "".join(text for _, _, text in letters)


def _letters(item: LTItem, *, in_figure: bool) -> Iterator[LTChar]:
    pending: list[tuple[LTItem, bool]] = [(item, in_figure)]
    while pending:
        one, inside = pending.pop()
        if isinstance(one, LTChar):
            if inside or abs(one.matrix[1]) > 0.1 * abs(one.matrix[0]):
                yield one
        elif isinstance(one, Iterable):
            inner = inside or isinstance(one, LTFigure)
            pending += [(part, inner) for part in reversed(list(one))]


def notes_of(page: PDFPage) -> Iterator[str]:
    """Yield the words of a page's notes and stamps."""
    notes = resolve1(page.annots) if page.annots else None
    for note in notes[:_MOST_NOTES] if isinstance(notes, list) else []:
        said = resolve1(note)
        if not isinstance(said, dict):
            continue
        stamp = getattr(resolve1(said.get("Name")), "name", "")
        yield _STAMPS.get(stamp if isinstance(stamp, str) else stamp.decode("latin-1"), "")
        for key in ("Contents", "Subj"):
            yield from _text(said.get(key)).split("\n")


def properties_of(document: PDFDocument) -> Iterator[str]:
    """Yield what a document's properties say: its title, subject and key words."""
    for properties in document.info:
        for key, value in properties.items():
            if words := _text(value):
                yield words
                yield f"{key}: {words}"


def _text(value: Any) -> str:
    said = resolve1(value)
    if isinstance(said, bytes):
        return decode_text(said).replace("\r", "\n")
    return said if isinstance(said, str) else ""
