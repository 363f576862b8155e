"""The day of the visit: which of a report's dates it is, and in which year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from telusur.corpus.model import Document
from telusur.extract.dates.publication import publication_date
from telusur.extract.dates.written import WrittenDate, written_dates

_FIRST_DAY = date(1990, 1, 1)
_MOST_DATES = 300
"""A report with more dates is a table or a list; the first ones tell."""
_STILL_NEWS = timedelta(days=120)
"""A report is published at most so long after its visit, or before what it announces."""
_FRESH = timedelta(days=10)
"""So near to its publication, a date is that of what is reported even if its weekday is wrong."""
_AROUND = 120
"""Characters before a date that say what happened on it."""

_INTERVIEW = re.compile(r"(?i)\b(?:ditemui|dihubungi|dikonfirmasi|wawancara)\b")
_RULE = re.compile(
    r"(?i)\b(?:nomor|no\.|peraturan|undang-undang|tertanggal|surat|keputusan"
    r"|paling lambat|deadline|pada saat itu|sebelumnya|lahir)\b"
    r"|\b(?:sejak|hingga|sampai)\s+(?:tanggal\s+)?\Z"
)
_TO_COME = re.compile(r"(?i)\b(?:mendatang|nanti|akan)\b")
_VISIT = re.compile(
    r"(?i)\b(?:\w*kunjung\w*|meninjau|tinjauan|peninjauan|digelar|berlangsung|dilaksanakan"
    r"|diselenggarakan|hari ini|hadir|rapat|acara|menggelar|melaksanakan|membuka|dibuka)\b"
)
_LAST = re.compile(r"(?i)\bterakhir\s+(?:pada\s+)?(?:tanggal\s+)?\Z")
_LABEL = re.compile(
    r"(?i)\b(?:hari\s*+[/,]?\s*+(?:dan )?tanggal|tanggal kunjungan|waktu)\b[^\n:|]{0,20}[:|]\s*+\Z"
)
_PHOTOGRAPH = re.compile(r"(?i)\W*(?:foto|ilustrasi|dok(?:umentasi)?)\b")
_GONE = re.compile(r"(?i)\)?\s*(?:yang lalu|silam)\b")
_YEAR_FOLDER = re.compile(r"(?:^|/)((?:19|20)\d\d)(?=[/_-])")


@dataclass(frozen=True, slots=True)
class Bounds:
    """The days between which the visit must lie."""

    earliest: date
    latest: date


@dataclass(frozen=True, slots=True)
class Days:
    """When a report's visit was, and when it was published; None where that cannot be known."""

    visited: date | None
    published: date | None


def days_of(document: Document, *, today: date, since: int | None) -> Days:
    """Return the day of the visit and that of publication.

    `since` is the first year in which a type of site that the report names existed. A date
    without a year takes the only year that fits its weekday, the bounds, the day of publication
    and the other dates.
    """
    text = document.text
    dates = list(islice(written_dates(text), _MOST_DATES))
    published, written = publication_date(document, dates, today=today)
    if document.date is not None:
        return Days(document.date, published)
    bounds = Bounds(date(since, 1, 1) if since else _FIRST_DAY, today)
    weights = {found: _weight(found, text) for found in dates if found is not written}
    for found in sorted(weights, key=lambda found: (-weights[found], found.start)):
        if weights[found] < 0:  # the date of a letter, a photograph, an earlier event
            break
        day = _resolved(found, dates, bounds, document.path, published)
        if day is not None or weights[found] > 0:
            return Days(day, published)
    return Days(None, published)


def _resolved(
    found: WrittenDate,
    dates: Sequence[WrittenDate],
    bounds: Bounds,
    path: str,
    published: date | None,
) -> date | None:
    """Return the only day that `found` can mean; None where there are several or none."""
    days = found.years(bounds.earliest, bounds.latest)
    if len(days) == 1:
        return days[0]
    if published and (news := _news_of(days, published)):
        return news
    if published and (slip := _with_wrong_weekday(found, published)):
        return slip
    for years in (_years_beside(found, dates), _years_of_folder(path)):
        fitting = [day for day in days if day.year in years]
        if len(fitting) == 1:
            return fitting[0]
    return None


def _news_of(days: Sequence[date], published: date) -> date | None:
    """Return the day that a report published then tells of: the nearest, if it is near at all."""
    nearest = min(days, key=lambda day: abs(day - published), default=None)
    return nearest if nearest and abs(nearest - published) <= _STILL_NEWS else None


def _with_wrong_weekday(found: WrittenDate, published: date) -> date | None:
    """Return the day beside that of publication that a date means but for its weekday."""
    year_before, year_after = published - _FRESH, published + _FRESH
    days = found.whatever_weekday().years(year_before, year_after)
    return days[0] if len(days) == 1 else None


def _years_beside(found: WrittenDate, dates: Sequence[WrittenDate]) -> set[int]:
    """Return the years that the report's full dates near in the calendar suggest."""
    return {
        other.year
        for other in dates
        if other.year is not None and abs(other.month - found.month) <= 2
    }


def _years_of_folder(path: str) -> set[int]:
    """Return the years that the report's folder or file name tells: `2021/mpp-kota.md`."""
    return {int(year) for year in _YEAR_FOLDER.findall(path)}


def _weight(found: WrittenDate, text: str) -> int:
    """How much a date looks like that of the visit."""
    before = text[max(0, found.start - _AROUND) : found.start]
    sentence = re.split(r"[.!?]\s", before)[-1]
    weight = 2 if found.weekday is not None else 0
    weight += 1 if _VISIT.search(sentence) else 0
    weight -= 2 if _INTERVIEW.search(sentence) else 0
    weight += 1 if _LAST.search(sentence) else 0
    weight += 2 if _LABEL.search(before) else 0
    weight -= 2 if _RULE.search(sentence[-60:]) else 0
    weight -= 1 if _TO_COME.search(sentence[-60:]) else 0
    weight -= 3 if _PHOTOGRAPH.match(text, text.rfind("\n", 0, found.start) + 1) else 0
    weight -= 1 if _GONE.match(text, found.end) else 0
    return weight
