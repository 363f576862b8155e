"""The words of a paragraph: without markup, with references by label still to be printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from telusur.draft.numerals import ORDINAL_PATTERN

_UNIT = (
    rf"(?:BUKU\s+(?:[IVXLC]+|(?i:{ORDINAL_PATTERN}))"
    r"|BAB\s+[IVXLC\d]+[A-Z]?|Pasal\s+(?:\d+[A-Z]{0,2}|[IVX]+)|Paragraf\s+\d+|ayat\s+\(\w+\)"
    rf"|huruf\s+[a-z]{{1,2}}\)?|angka\s+\d+[a-z]?\)?|(?:Bagian|(?i:Diktum))\s+(?i:{ORDINAL_PATTERN}))"
)
_CITATION = re.compile(rf"{_UNIT}(?:\s+{_UNIT})*")


@dataclass(frozen=True, slots=True)
class LabelReference:
    """A reference by label, `[](#antrean-daring.ayat-2)`."""

    target: str
    """What stands behind the `#`."""
    words: str
    """The link's own text; empty where the target's citation is to be printed, which is so where
    a citation stands already: `telusur draft number` wrote it, and it may be of before a move."""
    line: int
    """Its line in the file, from 1."""


Piece = str | LabelReference
Paragraph = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class PrintedReference:
    """Where a reference by label stands in the printed text."""

    target: str
    start: int
    """In characters of the printed text."""
    end: int


def read_paragraph(inline: Token) -> Paragraph:
    """Return the pieces of an inline token in order; soft line breaks are spaces."""
    number_of, index = line_numbers(inline), 0
    pieces: list[Piece] = []
    link: tuple[str, int, int] | None = None
    for token in inline.children or ():
        if token.type == "link_open":
            link = str(token.attrs.get("href", "")), len(pieces), number_of(index)
        elif token.type == "link_close" and link is not None:
            pieces += _end_link(pieces, *link)
            link = None
        elif token.type in ("softbreak", "hardbreak"):
            pieces.append("\n")
            index += 1
        else:
            pieces.append(token.content)
    return tuple(pieces)


def line_numbers(inline: Token) -> Callable[[int], int]:
    """Return what gives the number in the file, from 1, of each line of an inline token."""
    numbers: list[int] = inline.meta.get("lines") or [(inline.map[0] if inline.map else 0) + 1]
    return lambda index: numbers[min(index, len(numbers) - 1)]


def _end_link(pieces: list[Piece], href: str, begin: int, line: int) -> Iterator[Piece]:
    """Take the link's own text off `pieces`, and yield what stands there instead."""
    words = _collapse("".join(piece for piece in pieces[begin:] if isinstance(piece, str)))
    del pieces[begin:]
    if href.startswith("#"):
        yield LabelReference(href[1:], "" if is_citation(words) else words, line)
    else:
        yield words or href


def is_citation(words: str) -> bool:
    """Whether words are a citation and nothing else: `Pasal 7 ayat (2)`, `BAB II`."""
    return _CITATION.fullmatch(words) is not None


def print_paragraphs(
    paragraphs: Sequence[Paragraph], cite: Callable[[str], str]
) -> tuple[str, tuple[PrintedReference, ...]]:
    """Return the text, a paragraph a line, and where its references by label stand.

    `cite` gives the words for a target.
    """
    text, references = "", []
    for paragraph in paragraphs:
        text = text.rstrip() + ("\n" if text else "")
        for piece in paragraph:
            if isinstance(piece, LabelReference):
                words = piece.words or cite(piece.target)
                references.append(PrintedReference(piece.target, len(text), len(text) + len(words)))
                text += words
            else:
                words = re.sub(r"\s+", " ", piece)
                text += words.lstrip() if not text or text[-1].isspace() else words
    return text.rstrip(), tuple(references)


def plain_text(inline: Token) -> str:
    """Return the words of an inline token, its line breaks kept."""
    words = (
        piece.words or f"#{piece.target}" if isinstance(piece, LabelReference) else piece
        for piece in read_paragraph(inline)
    )
    return "".join(words)


def _collapse(words: str) -> str:
    return " ".join(words.split())
