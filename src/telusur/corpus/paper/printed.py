"""The lines of a printed page → paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from telusur.corpus.text.marks import mark_length

_BROKEN_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]++)-\Z")
_WORD = re.compile(r"[^\W\d_]+")
_FIELD = re.compile(r"[A-Z][^\W\d_]*(?:[ /][^\W\d_]+){0,2}\s?:(?=\s|\Z)")
"""`Tanggal: 3 Juni 2025`: what a form or the head of a report has a line of its own for."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line on a page; distances are in points, upwards from the page's lower left corner."""

    text: str
    page: int
    box: int
    """The block of lines it stands in, as the gaps on the page show it."""
    left: float
    right: float
    top: float
    size: float
    """Height of the line."""
    bold: bool
    is_row: bool = False
    """Whether it is a row of a table, put together from the lines of its cells."""
    certainty: float | None = None
    """How surely a machine read it from a picture, 0 to 1; None of printed text."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph, a list item or a table row."""

    text: str
    """In one line."""
    lines: list[PrintedLine]
    """What it was joined from."""


def paragraphs_of(lines: Sequence[PrintedLine]) -> list[Paragraph]:
    """Join lines, given in reading order, to paragraphs of one line each."""
    margins = _right_margins(lines)
    words = {
        word.lower() for line in lines for word in _WORD.findall(_BROKEN_WORD.sub("", line.text))
    }
    paragraphs: list[Paragraph] = []
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else None
        if before and _goes_on(before, line, margins[before.page, before.box]):
            paragraphs[-1].text = _join(paragraphs[-1].text, line.text, words)
            paragraphs[-1].lines.append(line)
        else:
            paragraphs.append(Paragraph(line.text, [line]))
    return paragraphs


def _right_margins(lines: Sequence[PrintedLine]) -> dict[tuple[int, int], float]:
    """How far to the right the lines of each box reach."""
    margins: dict[tuple[int, int], float] = {}
    for line in lines:
        place = (line.page, line.box)
        margins[place] = max(margins.get(place, 0.0), line.right)
    return margins


def _goes_on(line: PrintedLine, following: PrintedLine, margin: float) -> bool:
    """Whether the paragraph of `line` goes on in the line after it."""
    if line.is_row or following.is_row:
        return False
    if mark_length(following.text) or following.bold != line.bold:
        return False
    if abs(following.size - line.size) > 1 or _FIELD.match(following.text):
        return False
    unfinished = following.text[0].islower() and not line.text.endswith((".", "!", "?", ":", ";"))
    if following.page != line.page:
        return unfinished
    if following.box != line.box:
        return unfinished and abs(following.left - line.left) < 2 * line.size
    if unfinished:
        return True
    first_word = following.text.split(maxsplit=1)[0]
    width_of_a_letter = (line.right - line.left) / len(line.text)
    return line.right + (1 + len(first_word)) * width_of_a_letter > margin


def _join(paragraph: str, line: str, words: set[str]) -> str:
    """Append a line to a paragraph, mending a word that was hyphenated at the line's end."""
    broken, rest = _BROKEN_WORD.search(paragraph[-60:]), _WORD.match(line)
    if not broken or not rest or not line[0].islower():
        return f"{paragraph} {line}"
    first, second = broken[1].lower(), rest[0].lower()
    if first + second in words:
        return paragraph[:-1] + line
    # `undang-undang` keeps its hyphen, and so does what begins with a word of this report.
    is_compound = second.startswith(first) or first in words
    return (paragraph if is_compound else paragraph[:-1]) + line
