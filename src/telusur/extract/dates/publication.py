"""The day a report was published, where its text or its file name tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from telusur.corpus.model import Document
from telusur.extract.dates.written import WrittenDate

_LABEL = re.compile(
    r"(?i)\b(?:diterbitkan|dipublikasikan|dipublikasi|diunggah|diposting|ditayangkan|terbit|rilis"
    r"|posted|published|publikasi)\b(?>(?: (?:pada|on|tanggal|hari))*)\s*+[:|,]?\s*+\(?\Z"
)
_NEWSROOM = re.compile(r"(?:\A|\n)[^\n]{0,60}?[A-Z][A-Za-z. ]+[,]? ?\(?\Z")
_DASH = re.compile(r"\)?\s?[–—-]\s?")
_HEAD = 400
"""Characters at the beginning of a report, where the newsroom's line stands."""
_FILE = re.compile(r"(?:^|/)((?:19|20)\d\d)[-_]?([01]\d)[-_]?([0-3]\d)(?=[-_.])")


def publication_date(
    document: Document, dates: Sequence[WrittenDate], *, today: date
) -> tuple[date | None, WrittenDate | None]:
    """Return the day of publication, and where the text writes it if it only means that.

    The front matter decides, then words such as `Diterbitkan`, the newsroom's line, and a date
    at the beginning of the file's name. A day after `today` is none.
    """
    labelled = next((found for found in dates if _is_labelled(document.text, found)), None)
    if document.published:
        return document.published, labelled
    if labelled and (day := _whole(labelled, today)):
        return day, labelled
    for found in dates:
        if found.start > _HEAD:
            break
        if _is_of_newsroom(document.text, found) and (day := _whole(found, today)):
            return day, None
    return _of_file(document.path, today), None


def _is_labelled(text: str, found: WrittenDate) -> bool:
    return _LABEL.search(text[max(0, found.start - 60) : found.start]) is not None


def _is_of_newsroom(text: str, found: WrittenDate) -> bool:
    before = text[max(0, found.start - 80) : found.start]
    return bool(_DASH.match(text, found.end)) and _NEWSROOM.search(before) is not None


def _whole(found: WrittenDate, today: date) -> date | None:
    """The day that a date with a year means."""
    day = found.on(found.year) if found.year else None
    return day if day and day <= today else None


def _of_file(path: str, today: date) -> date | None:
    written = _FILE.search(path)
    if written is None:
        return None
    try:
        day = date(*map(int, written.groups()))
    except ValueError:
        return None
    return day if day <= today else None
