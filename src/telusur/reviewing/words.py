"""Finds words that a person typed, pasted or selected in the text of a report."""

from __future__ import annotations

import re

_DASHES = "-‐‑‒–—−"
_QUOTES = {'"': "\"“”„«»", "'": "'‘’‚`"}  # fmt: skip


def place_in(text: str, words: str, near: str = "") -> tuple[int, int] | None:
    """Return where the words stand, as characters of the text; None where they do not.

    Blanks, line ends, kinds of quotes and dashes, and case may differ. Of several places the one
    nearest to `near` is taken, a number of characters from the beginning; else the first.
    """
    pieces = words.split()
    if not pieces:
        return None
    pattern = r"\s+".join("".join(map(_like, piece)) for piece in pieces)
    # Looked for at every character, since two places may share some.
    found = [match.span(1) for match in re.finditer(f"(?=({pattern}))", text, re.IGNORECASE)]
    if not found:
        return None
    if near.isascii() and near.isdigit() and len(near) < 10:
        return min(found, key=lambda span: abs(span[0] - int(near)))
    return found[0]


def _like(character: str) -> str:
    if character in _DASHES:
        return f"[{re.escape(_DASHES)}]"
    for kinds in _QUOTES.values():
        if character in kinds:
            return f"[{re.escape(kinds)}]"
    return re.escape(character)
