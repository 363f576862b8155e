"""Mends markers of items that were misread: `l.` for `1.`, `b,` and `b .` for `b.`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from telusur.draft.model import Notice
from telusur.draft.source.line import SourceLine
from telusur.draft.source.misreadings import misread_notice

_ITEM = re.compile(
    r"(?P<indent>\s*)(?P<number>[a-z]|\d{1,3}|[I|])(?P<stop>\s?[.,])(?=\s+\S)(?P<rest>.*)"
)
_ENDS_ITEM = re.compile(r"(?:[;.:]|\b(?:dan|atau|dan/atau))$")
_LOOKS_LIKE_ONE = frozenset("lI|")


@dataclass(frozen=True, slots=True)
class _Item:
    index: int
    """Of its line."""
    number: str
    before: str
    """The last words before it."""
    found: re.Match[str]


def mend_markers(lines: Sequence[SourceLine], path: str) -> tuple[list[SourceLine], list[Notice]]:
    """Return the lines with their markers mended, and a notice for each.

    A marker is mended only where the items before and after it show which one it is.
    """
    mended, notices = list(lines), list[Notice]()
    items = list(_items(lines))
    for place, item in enumerate(items):
        before = items[place - 1].number if place else ""
        after = items[place + 1].number if place + 1 < len(items) else ""
        number = _meant(item, before, after)
        if number is None:
            continue
        line, found = lines[item.index], item.found
        was, now = f"{found['number']}{found['stop']}", f"{number}."
        mended[item.index] = SourceLine(f"{found['indent']}{now}{found['rest']}", line.number)
        notices.append(misread_notice(path, line.number, was, now))
    return mended, notices


def _items(lines: Sequence[SourceLine]) -> Iterator[_Item]:
    before = ""
    for index, line in enumerate(lines):
        if line.is_note or line.is_blank:
            continue
        if found := _ITEM.fullmatch(line.text):
            yield _Item(index, found["number"], before, found)
        before = line.text.rstrip()


def _meant(item: _Item, before: str, after: str) -> str | None:
    """Return the number that a misread marker stands for; None where nothing is wrong or sure."""
    begins = item.before.endswith(":")
    if item.number in _LOOKS_LIKE_ONE and begins and after == "2":
        return "1"
    if item.found["stop"] == "." or not _ENDS_ITEM.search(item.before):
        return None
    first = begins and item.number in ("a", "1") and after == _next(item.number)
    return item.number if first or (before and item.number == _next(before)) else None


def _next(number: str) -> str:
    return str(int(number) + 1) if number.isdigit() else chr(ord(number) + 1)
