"""Whole notes with marked secrets, each set written by somebody who had not read the rules:
`python -m benchmarks.notes SET|FILE [--show|--counts] [--rules] [--small]`.

In a set's file notes are divided by ===; [-kind:words-] must be hidden, [+kind:words+] must stay.
All persons, numbers and events in them are invented. Notes in small letters are withheld, as
publishing does, but for --small; --rules leaves out what sentences tell.
"""

from __future__ import annotations

import re

MARK = re.compile(r"\[([-+])([a-z ]+):(.+?)\1\]")


def marks_of(note: str) -> tuple[str, list[tuple[int, int, bool, str]]]:
    """Return the text of a marked note, and where what is marked: is it a secret, of which kind."""
    parts: list[str] = []
    marks = []
    at = length = 0
    for found in MARK.finditer(note):
        parts += [note[at : found.start()], found[3]]
        start = length + found.start() - at
        length = start + len(found[3])
        marks.append((start, length, found[1] == "-", found[2]))
        at = found.end()
    return "".join([*parts, note[at:]]), marks
