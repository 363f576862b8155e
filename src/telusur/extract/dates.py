"""The dates that a report writes, in Indonesian forms, and the years they can have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = [
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
]
_MONTH_OF = {name: number for number, name in enumerate(_MONTHS, start=1)} | {
    **{name[:3]: number for number, name in enumerate(_MONTHS, start=1)},
    "pebruari": 2,
    "agu": 8,
    "ags": 8,
    "agust": 8,
    "sept": 9,
    "nopember": 11,
    "nop": 11,
}
_WEEKDAY_OF = {
    "senin": 0,
    "selasa": 1,
    "rabu": 2,
    "kamis": 3,
    "jumat": 4,
    "sabtu": 5,
    "minggu": 6,
    "ahad": 6,
}
_FIRST_YEAR = 1990

_MONTH = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
_DATE = re.compile(
    rf"""
    (?:\b(?P<weekday>senin|selasa|rabu|kamis|jum['’`]?at|sabtu|minggu|ahad)\b
       (?:\s+(?:pagi|siang|sore|petang|malam|lalu|kemarin))?
       \s*,?\s*(?:tanggal\s+|\b)?\(?\s*)?
    (?<![\d./-])
    (?:
        (?P<iso>(?:19|20)\d\d-[01]?\d-[0-3]?\d)
      | (?P<day>[0-3]?\d)
        (?:\s*(?:-|–|s/d|dan|sampai|hingga)\s*[0-3]?\d)?
        (?: \s+(?P<month>{_MONTH})\b\.?(?:\s*,?\s*(?P<year>(?:19|20)\d\d)\b)?
          | (?P<mark>[/-])(?P<number>[01]?\d)(?:(?P=mark)(?P<short>(?:19|20)\d\d|\d\d))?
        )
    )
    (?![\d/])
    """,
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it stands in a text; a part that is missing is None."""

    start: int
    """Where it begins in the text (characters), its weekday included."""
    end: int
    day: int
    month: int
    year: int | None
    weekday: int | None
    """0 for Monday to 6 for Sunday."""

    def on(self, year: int) -> date | None:
        """Return the day in that year; None where it does not exist or is another weekday."""
        try:
            found = date(year, self.month, self.day)
        except ValueError:
            return None
        return None if self.weekday not in {None, found.weekday()} else found

    def years(self, earliest: date, latest: date) -> list[date]:
        """Return every day between the two that this date can mean."""
        years = range(max(earliest.year, _FIRST_YEAR), latest.year + 1)
        if self.year is not None:
            years = range(self.year, self.year + 1)
        found = (self.on(year) for year in years)
        return [day for day in found if day is not None and earliest <= day <= latest]


def written_dates(text: str) -> Iterator[WrittenDate]:
    """Yield the dates in `text`, in order.

    A day and a month in figures count only with a weekday or a year (`26/02` alone can be a
    fraction or a number).
    """
    for found in _DATE.finditer(text):
        weekday = _weekday(found["weekday"])
        if found["iso"]:
            year, month, day = map(int, found["iso"].split("-"))
            yield from _valid(found, day, month, year, weekday)
        elif found["month"]:
            written = int(found["year"]) if found["year"] else None
            month = _MONTH_OF[found["month"].lower()]
            yield from _valid(found, int(found["day"]), month, written, weekday)
        elif weekday is not None or found["short"]:
            written = _full_year(found["short"])
            yield from _valid(found, int(found["day"]), int(found["number"]), written, weekday)


def _valid(
    found: re.Match[str], day: int, month: int, year: int | None, weekday: int | None
) -> Iterator[WrittenDate]:
    try:
        date(year or 2000, month, day)
    except ValueError:
        return
    yield WrittenDate(found.start(), found.end(), day, month, year, weekday)


def _weekday(written: str | None) -> int | None:
    if written is None:
        return None
    return _WEEKDAY_OF[re.sub(r"['’`]", "", written.lower())]


def _full_year(written: str | None) -> int | None:
    if written is None:
        return None
    return int(written) if len(written) == 4 else 2000 + int(written)
