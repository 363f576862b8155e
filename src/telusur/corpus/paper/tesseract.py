"""A picture of a page → its lines, by Tesseract where it is installed."""

from __future__ import annotations

import functools
import os
import re
import shutil
import statistics
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from telusur.corpus.paper.printed import PrintedLine
from telusur.words import Later

if TYPE_CHECKING:
    from PIL.Image import Image

REMEDY = Later(
    "Install what reads pictures (`apt install tesseract-ocr tesseract-ocr-ind`, and what `telusur "
    "doctor` says), or type what it says into a .md report"
)
_WANTED = ("ind", "eng")
_PATIENCE = 120
"""Seconds that one picture may take."""
_LEGIBLE = 0.7
"""The mean certainty from which on nothing says that a page stands on its head or its side."""
_RUBBISH = 0.3
"""The certainty below which a line is the grain of the paper, and no writing."""
_SURE_OF_TURN = 1.0
_POINTS = 72
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff\ufeff]")


class NoReader(Exception):
    """Tesseract, or what speaks to it, is not installed."""


class Illegible(Exception):
    """Tesseract cannot read this picture."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was read of one picture."""

    lines: tuple[PrintedLine, ...]
    certainty: float
    """Mean over its words, 0 to 1; 0 without any."""
    dropped: int
    """Lines that could hardly be read, and are left out."""


def read_picture(picture: Image, page: int, dpi: int) -> Seen:
    """Read one page, whichever way up it lies.

    `dpi` tells the size of its dots; lines are measured in points. Raises NoReader, Illegible.
    """
    spoken = _spoken()
    upright = _turned(picture, _turn_of(picture, dpi))
    best = _read(upright, page, dpi, spoken)
    if best.certainty >= _LEGIBLE:
        return best
    others = (_read(_turned(upright, turn), page, dpi, spoken) for turn in (180, 90, 270))
    return max((best, *others), key=_worth)


def _worth(seen: Seen) -> float:
    """What is legible, and how much of it: three sure letters are no page."""
    return sum((line.certainty or 0) * len(line.text) for line in seen.lines)


def _spoken() -> str:
    """The languages to read in, as Tesseract names them."""
    there = _languages(shutil.which("tesseract"))
    return "+".join(one for one in _WANTED if one in there) or next(iter(sorted(there)))


@functools.cache
def _languages(program: str | None) -> frozenset[str]:
    """What Tesseract can read. Raises NoReader."""
    if program is None:
        raise NoReader
    try:
        there = frozenset(_tesseract().get_languages()) - {"osd", "snum", "equ"}
    except Exception as error:  # it is there and does not answer
        raise NoReader from error
    if not there:
        raise NoReader
    return there


def _tesseract() -> Any:
    try:
        import pytesseract
    except ImportError:
        raise NoReader from None
    return pytesseract


def _turned(picture: Image, degrees: int) -> Image:
    return picture.rotate(-degrees, expand=True) if degrees else picture


def _turn_of(picture: Image, dpi: int) -> int:
    """By how many degrees, clockwise, a page has to be turned to stand upright."""
    try:
        said = _ask("image_to_osd", picture, dpi, config="--psm 0")
    except Illegible:  # too few letters to tell, or the data for it is not installed
        return 0
    return int(said["rotate"]) if said["orientation_conf"] >= _SURE_OF_TURN else 0


def _read(picture: Image, page: int, dpi: int, languages: str) -> Seen:
    words = _ask("image_to_data", picture, dpi, lang=languages, config="--psm 3")
    lines, dropped, certain = [], 0, list[float]()
    for line, certainties in _lines(words, page, picture.height, _POINTS / dpi):
        if (line.certainty or 0) < _RUBBISH:
            dropped += 1
        else:
            lines.append(line)
            certain += certainties
    return Seen(tuple(lines), statistics.fmean(certain) if certain else 0.0, dropped)


def _ask(what: str, picture: Image, dpi: int, **how: Any) -> Mapping[str, Any]:
    """Ask Tesseract, which reads a file: grey dots without packing are the quickest."""
    tesseract = _tesseract()
    how["config"] += f" --dpi {dpi}"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "page.pgm")
        picture.save(file)
        before = os.environ.get("OMP_THREAD_LIMIT")
        os.environ["OMP_THREAD_LIMIT"] = "1"  # more threads wait for each other
        try:
            answer: Mapping[str, Any] = getattr(tesseract, what)(
                str(file), output_type=tesseract.Output.DICT, timeout=_PATIENCE, **how
            )
        except (tesseract.TesseractError, RuntimeError, OSError, ValueError, KeyError) as error:
            raise Illegible from error
        finally:
            if before is None:
                del os.environ["OMP_THREAD_LIMIT"]
            else:
                os.environ["OMP_THREAD_LIMIT"] = before
    return answer


def _lines(
    words: Mapping[str, Any], page: int, height: int, point: float
) -> Iterator[tuple[PrintedLine, list[float]]]:
    """Yield the lines with the certainty of each of their words, in reading order."""
    lines: dict[tuple[int, int, int], list[int]] = {}
    for at, word in enumerate(words["text"]):
        if str(word).strip():
            key = (words["block_num"][at], words["par_num"][at], words["line_num"][at])
            lines.setdefault(key, []).append(at)
    for (block, paragraph, _), some in lines.items():
        certain = [max(0.0, float(words["conf"][at]) / 100) for at in some]
        top = min(words["top"][at] for at in some)
        low = max(words["top"][at] + words["height"][at] for at in some)
        yield (
            PrintedLine(
                text=_UNPRINTABLE.sub("", " ".join(str(words["text"][at]).strip() for at in some)),
                page=page,
                box=block * 1000 + paragraph,
                left=words["left"][some[0]] * point,
                right=max(words["left"][at] + words["width"][at] for at in some) * point,
                top=(height - top) * point,
                size=round((low - top) * point, 1),
                bold=False,
                certainty=statistics.fmean(certain),
            ),
            certain,
        )
