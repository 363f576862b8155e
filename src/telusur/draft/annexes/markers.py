"""The markers of a Lampiran, which has its own order of them: `BAB I`, `A.`, `1.`, `a.`, `1)`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from telusur.draft.blocks.tabulation import ordinal_of
from telusur.draft.numerals import ORDINAL_PATTERN, from_ordinal, from_roman

_DIVISIONS = (
    ("bab", re.compile(r"BAB\s+(?P<number>[IVXLC]+|\d{1,2})\b[\s.:–-]*")),
    ("bagian", re.compile(rf"Bagian\s+(?P<number>(?i:{ORDINAL_PATTERN}))\b[\s.:–-]*")),
    ("paragraf", re.compile(r"Paragraf\s+(?P<number>\d{1,2})\b[\s.:–-]*")),
    ("pasal", re.compile(r"Pasal\s+(?P<number>\d{1,3}[A-Z]?)\W*(?=\Z)")),
)
_ITEMS = (
    ("decimal", re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3}){1,4})\.?\s+(?=\S)")),
    ("roman", re.compile(r"(?P<number>[IVX]{1,8})\.(?:\s+|$)")),
    ("capital", re.compile(r"(?P<number>[A-Z])\.(?:\s+|$)")),
    ("digit", re.compile(r"(?P<number>\d{1,3})\.(?:\s+|$)")),
    ("small", re.compile(r"(?P<number>[a-z])\.(?:\s+|$)")),
    ("digit)", re.compile(r"(?P<number>\d{1,3})\)(?:\s+|$)")),
    ("small)", re.compile(r"(?P<number>[a-z])\)(?:\s+|$)")),
    ("(digit)", re.compile(r"\((?P<number>\d{1,3})\)(?:\s+|$)")),
    ("(small)", re.compile(r"\((?P<number>[a-z])\)(?:\s+|$)")),
)
DIVISIONS = tuple(form for form, _ in _DIVISIONS)
"""The forms that head a part, outermost first; all other forms are of lists."""


@dataclass(frozen=True, slots=True)
class Marker:
    """What a paragraph begins with."""

    form: str
    number: str
    """As printed: `IV`, `Kesatu`, `A`, `1.2`."""
    value: int
    """Its place in the list, from 1."""
    words: str
    """What follows it."""


def markers_of(text: str) -> list[Marker]:
    """Return what a paragraph may begin with: `I.` is the ninth letter, or the first numeral."""
    text = re.sub(r"\A[#*_\s]+(?=\S)", "", text)
    for form, pattern in _DIVISIONS:
        if found := pattern.match(text):
            return [_marker(form, found, text)]
    items = ((form, pattern.match(text)) for form, pattern in _ITEMS)
    return [_marker(form, found, text) for form, found in items if found]


def _marker(form: str, found: re.Match[str], text: str) -> Marker:
    number = found["number"]
    if form == "decimal":
        form = f"decimal {number.count('.')}"
    return Marker(form, number, _value(form, number), text[found.end() :].strip(" *_"))


def _value(form: str, number: str) -> int:
    if form == "bagian":
        return from_ordinal(number)
    if form == "roman" or (form == "bab" and number.isalpha()):
        return from_roman(number)
    if form.startswith("decimal"):
        return int(number.rpartition(".")[2])
    return ordinal_of(number.lower())
