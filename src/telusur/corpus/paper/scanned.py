"""Scans and photographs → the lines that are written on them."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import pypdfium2
from PIL import Image, ImageOps

from telusur.corpus.limits import MOST_DOTS, MOST_PICTURES, TooLarge
from telusur.corpus.paper.tesseract import Illegible, Seen, read_picture
from telusur.words import say

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

_DPI = 300
"""What Tesseract was taught with."""
_WIDTH_OF_A_PAGE = 8.3
"""Inches of A4: a photograph does not say how large its paper is."""


def read_photograph(data: bytes) -> tuple[list[Seen], int]:
    """Read a picture, each page of it where there are several (.tif), and say how many pages more
    there are than are read.

    Raises TooLarge, NoReader, Illegible, and whatever Pillow raises on a damaged file.
    """
    with Image.open(io.BytesIO(data)) as pictures:
        there = getattr(pictures, "n_frames", 1)
        read = []
        for number in range(min(there, MOST_PICTURES)):
            pictures.seek(number)
            if pictures.width * pictures.height > MOST_DOTS:
                raise TooLarge(say("it has more than {most_dots:,} dots", most_dots=MOST_DOTS))
            picture = ImageOps.exif_transpose(pictures)
            dpi = _resolution(picture)
            read.append(read_picture(_in_grey(picture), number + 1, dpi))
    return read, there - len(read)


def read_pages(data: bytes, numbers: Sequence[int]) -> Iterator[tuple[int, Seen | None]]:
    """Read pages of a PDF (from 1) that have no text; None for one that cannot be read.

    Raises NoReader, and whatever pdfium raises on a damaged file.
    """
    book = pypdfium2.PdfDocument(data)
    try:
        for number in numbers:
            page = book[number - 1]
            inches = page.get_width() * page.get_height() / 72 / 72
            dpi = _DPI if inches * _DPI**2 <= MOST_DOTS else int((MOST_DOTS / inches) ** 0.5)
            picture = page.render(scale=dpi / 72, grayscale=True).to_pil()
            try:
                yield number, read_picture(_in_grey(picture), number, max(dpi, 70))
            except Illegible:
                yield number, None
            page.close()
    finally:
        book.close()


def _in_grey(picture: Picture) -> Picture:
    """Grey on white: what is see-through is paper."""
    if picture.mode in {"RGBA", "LA", "PA", "P"}:
        picture = picture.convert("RGBA")
        paper = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(paper, picture)
    return picture.convert("L")


def _resolution(picture: Picture) -> int:
    """Dots an inch, taking the shorter side of a picture for that of a page."""
    return max(70, min(2400, round(min(picture.size) / _WIDTH_OF_A_PAGE)))
