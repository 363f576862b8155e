"""Days as people write them: `2025-06-03`, `3 Juni 2025`, `03/06/2025`."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan", "februari pebruari february feb peb", "maret march mar",
            "april apr", "mei may", "juni june jun", "juli july jul",
            "agustus august agu agt aug ags", "september sept sep", "oktober october okt oct",
            "november nopember nov nop", "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_WEEKDAY = re.compile(r"(?:hari )?[^\W\d_]{4,9}+ ?, ?(?=\d)", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_FIGURES = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})")
_NAMED = re.compile(
    r"(\d{1,2})(?: ?(?:-|–|—|s\.?d\.?|sampai(?: dengan)?|dan) ?\d{1,2})?"
    r" ?-? ?([^\W\d_]{3,9}+)\.? ?[-,]? ?(\d{4})"
)
_NAMED_FIRST = re.compile(r"([^\W\d_]{3,9}+)\.? (\d{1,2}) ?, ?(\d{4})")


def day_in(written: str) -> date | None:
    """Return the day that `written` names, the first of several; None where it names none.

    In figures the day stands before the month, as Indonesia writes it.
    """
    words = " ".join(written.split())
    if weekday := _WEEKDAY.match(words):
        words = words[weekday.end() :]
    if found := _ISO.fullmatch(words):
        year, month, day = map(int, found.groups())
    elif found := _FIGURES.fullmatch(words):
        day, month, year = map(int, found.groups())
    elif found := _NAMED.fullmatch(words):
        day, month, year = int(found[1]), _MONTHS.get(found[2].lower(), 0), int(found[3])
    elif found := _NAMED_FIRST.fullmatch(words):
        day, month, year = int(found[2]), _MONTHS.get(found[1].lower(), 0), int(found[3])
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
