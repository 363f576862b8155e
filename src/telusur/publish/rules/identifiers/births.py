"""When a person was born."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.publish.model import Hidden

_DATE = (
    r"\d{1,2}(?:[ \t]*[-/. ][ \t]*)(?:\d{1,2}|[A-Za-z]{3,9})\.?(?:[ \t]*[-/. ][ \t]*)(?:19|20)"
    r"?\d{2}"
)
_BORN = re.compile(
    rf"\b(?:(?:tempat\W{{1,3}})?(?:tanggal|tgl)\.?[ \t]*lahir|ttl|kelahiran|lahir)\b"
    rf"(?:[ \t]*[:=])?(?:[ \t]+(?:di|pada|tanggal|tgl))*[ \t]*(?:[A-Z][\w' ]{{2,30}},)?"
    rf"(?:[ \t]+(?:pada|tanggal|tgl))*[ \t]*(?P<date>{_DATE})",
    re.IGNORECASE,
)


def births_in(text: str) -> Iterator[Hidden]:
    """Yield days of birth; the day itself, not the place."""
    for found in _BORN.finditer(text):
        yield Hidden(*found.span("date"), "tanggal lahir", "label di depannya")
