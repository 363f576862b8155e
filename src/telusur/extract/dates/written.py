"""The dates that a report writes, in Indonesian forms, and the years they can have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
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
    # Some reports are in English.
    "january": 1,
    "february": 2,
    "march": 3,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "october": 10,
    "oct": 10,
    "december": 12,
    "dec": 12,
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
_WEEKDAY = r"(?:senin|selasa|rabu|kamis|jum['’`]?at|sabtu|minggu|ahad)"
_TO = r"(?:-|–|—|/|s\.?\s?/?d\.?|dan|sampai(?:\sdengan)?|hingga|&)"
_DATE = re.compile(
    rf"""
    (?:\b(?P<weekday>{_WEEKDAY})\b
       (?:\s*+{_TO}\s*+(?P<until>{_WEEKDAY})\b)?
       (?:\s++(?:dini\shari|pagi|siang|sore|petang|malam|lalu|kemarin))?
       \s*+,?\s*+(?:(?:tanggal|tgl\.?)\s++|\b)?\(?\s*+)?
    (?<![\d./-])
    (?:
        (?P<iso>(?:19|20)\d\d-[01]?\d-[0-3]?\d)
      | (?P<day>[0-3]?\d)
        (?:(?:\s*+,\s*+[0-3]?\d){{0,6}},?\s*+{_TO}\s*+[0-3]?\d(?!\d))?
        (?: \s++(?P<month>{_MONTH})\b\.?(?:\s*+,?\s*+(?P<year>(?:19|20)\d\d)\b)?
          | (?P<mark>[/-])(?P<number>[01]?\d)(?:(?P=mark)(?P<short>(?:19|20)\d\d|\d\d))?
          | \.(?P<dotted>[01]?\d)\.(?P<full>(?:19|20)\d\d)
        )
    )
    (?![\d/])
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ACROSS_MONTHS = re.compile(
    rf"\s*+{_TO}\s*+[0-3]?\d\s++(?:{_MONTH})\b\.?\s*+,?\s*+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""What makes `30 Juni` a day of 2023 in `30 Juni – 2 Juli 2023`."""


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
    until: int | None = None
    """The second weekday of `Selasa dan Rabu`; None without one."""

    def on(self, year: int) -> date | None:
        """Return the day in that year; None where it does not exist or is another weekday."""
        try:
            found = date(year, self.month, self.day)
        except ValueError:
            return None
        fits = self.weekday is None or found.weekday() in {self.weekday, self.until}
        return found if fits else None

    def years(self, earliest: date, latest: date) -> list[date]:
        """Return every day between the two that this date can mean."""
        years = range(max(earliest.year, _FIRST_YEAR), latest.year + 1)
        if self.year is not None:
            years = range(self.year, self.year + 1)
        found = (self.on(year) for year in years)
        return [day for day in found if day is not None and earliest <= day <= latest]

    def whatever_weekday(self) -> WrittenDate:
        """Return this date as if it had no weekday: writers mistake it now and then."""
        return replace(self, weekday=None)


def written_dates(text: str) -> Iterator[WrittenDate]:
    """Yield the dates in `text`, in order.

    A day and a month in figures count only with a weekday or a year (`26/02` alone can be a
    fraction or a number).
    """
    for found in _DATE.finditer(text):
        weekdays = _weekday(found["weekday"]), _weekday(found["until"])
        if found["iso"]:
            year, month, day = map(int, found["iso"].split("-"))
            yield from _valid(found, day, month, year, weekdays)
        elif found["month"]:
            month = _MONTH_OF[found["month"].lower()]
            yield from _valid(found, int(found["day"]), month, _year_of(found), weekdays)
        elif found["full"]:
            month, year = int(found["dotted"]), int(found["full"])
            yield from _valid(found, int(found["day"]), month, year, weekdays)
        elif weekdays[0] is not None or found["short"]:
            written = _full_year(found["short"])
            yield from _valid(found, int(found["day"]), int(found["number"]), written, weekdays)


def _year_of(found: re.Match[str]) -> int | None:
    if found["year"]:
        return int(found["year"])
    across = _ACROSS_MONTHS.match(found.string, found.end())
    return int(across["year"]) if across else None


def _valid(
    found: re.Match[str],
    day: int,
    month: int,
    year: int | None,
    weekdays: tuple[int | None, int | None],
) -> Iterator[WrittenDate]:
    try:
        date(year or 2000, month, day)
    except ValueError:
        return
    yield WrittenDate(found.start(), found.end(), day, month, year, *weekdays)


def _weekday(written: str | None) -> int | None:
    if written is None:
        return None
    return _WEEKDAY_OF[re.sub(r"['’`]", "", written.lower())]


def _full_year(written: str | None) -> int | None:
    if written is None:
        return None
    return int(written) if len(written) == 4 else 2000 + int(written)
