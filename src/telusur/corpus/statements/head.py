"""Lines such as `Tanggal: 3 Juni 2025` at the head of a note without front matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from telusur.corpus.statements.days import day_in

_LINE = re.compile(r"\W{0,4}(?P<key>[^\W\d_]+(?: [^\W\d_]+)?)\s*:\s*(?P<value>\S.{0,199})")
_DAY = frozenset({"tanggal", "tgl", "hari tanggal", "waktu", "date", "tanggal kunjungan"})
_PLACE = frozenset({"tempat", "lokasi", "place", "location", "daerah"})
_MOST_LINES = 12
_MOST_OTHERS = 3
"""Lines that are none of these, such as a title, before or between them."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the first lines of a note say of it."""

    date: date | None = None
    place: str | None = None


def head_of(text: str) -> Head:
    """Return what the first lines of `text` say of its day and place."""
    day, place, others = None, None, 0
    lines = [line.strip() for line in text[:4000].split("\n") if line.strip()]
    for line in lines[:_MOST_LINES]:
        found = _LINE.fullmatch(line.replace("/", " ", 1))
        key = " ".join(found["key"].lower().split()) if found else ""
        value = line.partition(":")[2].strip()
        if key in _DAY and day is None:
            day = day_in(value)
        elif key in _PLACE and place is None:
            place = value.rstrip(".;")
        elif not found:
            others += 1
            if others > _MOST_OTHERS:
                break
    return Head(day, place)
