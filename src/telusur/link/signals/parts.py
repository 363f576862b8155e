"""Cuts a clause into what it says one after the other: ayat, items, sentences."""

from __future__ import annotations

import re

_MARKER = r"(?:\(\d+[a-z]?\)|[a-z]{1,2}[.)]|\d+[.)])\s"
_BREAK = re.compile(
    rf"""
    \n+
    | (?: (?<=[;:.]) | (?<=\bdan) | (?<=\batau) ) \s+ (?={_MARKER})   # before an item
    | (?: (?<=[a-z]{2}[.;!?]) | (?<=\)[.;]) ) \s+ (?=["“(]?[A-Z])      # between sentences
    """,
    re.VERBOSE,
)
_FEWEST_WORDS = 3


def parts(text: str) -> tuple[str, ...]:
    """Return the parts of `text` in order: an item with its marker (`c. jaringan cadangan;`), a
    sentence. A text that is one part, or none, gives an empty tuple.

    What is too short to mean something by itself stays with what follows, or with what precedes.
    """
    found: list[str] = []
    waiting = ""
    for piece in _BREAK.split(text):
        waiting = f"{waiting} {piece.strip()}".strip()
        if len(waiting.split()) >= _FEWEST_WORDS:
            found.append(waiting)
            waiting = ""
    if waiting and found:
        found[-1] = f"{found[-1]} {waiting}"
    return tuple(found) if len(found) > 1 else ()
