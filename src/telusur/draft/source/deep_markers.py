"""Tells markers that no level of a tabulation has: `(a)`, `(ii)`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from telusur.draft.model import Notice
from telusur.draft.source.line import SourceLine

_DEEP_MARKER = re.compile(r"\s*(?P<marker>\((?:[a-z]{1,2}|[ivx]{1,4})\))\s+\S")


def tell_deep_markers(
    lines: Sequence[SourceLine], path: str
) -> tuple[list[SourceLine], list[Notice]]:
    """Return the lines as they are, and a notice for each that begins with such a marker."""
    notices = [
        Notice(
            path,
            line.number,
            f"`{found['marker']}` lebih dalam daripada empat tingkat tabulasi, sehingga dibaca"
            " sebagai teks; pecah menjadi ayat atau Pasal lain",
            f"`{found['marker']}` is deeper than the four levels of a tabulation, and is read as"
            " text; part it into other ayat or Pasal",
            "depth",
        )
        for line in lines
        if not line.is_note and (found := _DEEP_MARKER.match(line.text))
    ]
    return list(lines), notices
