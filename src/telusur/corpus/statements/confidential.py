"""Whether a report says of itself that it is confidential."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

FIRST_LINES = 30
"""Lines with words on them, from the top, among which a letter carries its mark."""
_ALONE = re.compile(r"[\W_]*(?:SANGAT\s+)?(?:R\s?A\s?H\s?A\s?S\s?I\s?A|TERBATAS)[\W_]*")
# `Sifat : Sangat Segera/Rahasia`; in a PDF the colon may have lost its word.
_CLASS = re.compile(
    r"\W*(?:sifat(?:[ \t]+(?:surat|naskah|dokumen))?\b\W*)?:[\W_]*"
    r"(?P<class>(?:[\w/,-]+[ \t/,]+){0,3}?(?:rahasia|terbatas|konfidensial))[\W_]*",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:tidak|bukan|non|tak)\b", re.IGNORECASE)


def mark_in(lines: Iterable[str]) -> str | None:
    """Return the first of the topmost `lines` that marks a letter or report as confidential.

    `RAHASIA`, `SANGAT RAHASIA` and `TERBATAS` in capitals, alone on a line; `Sifat : Rahasia` in
    any case, as it is written without Markdown's marks. None where there is no such line.
    """
    written = (line.replace("*", "").strip(" \t_#|>") for line in lines)
    return next((one for one in islice(filter(None, written), FIRST_LINES) if is_mark(one)), None)


def is_mark(line: str) -> bool:
    """Whether a line is the mark of a confidential letter."""
    if _ALONE.fullmatch(line):
        return True
    found = _CLASS.fullmatch(line)
    return found is not None and not _NOT.search(found["class"])
