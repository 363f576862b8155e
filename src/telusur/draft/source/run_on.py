"""Parts lines into which a conversion has run several units: `Pasal 7 (1) … . (2) … .`"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from telusur.draft.model import Notice
from telusur.draft.source.line import SourceLine, is_heading
from telusur.draft.source.one_line import OTHER_LAW

_HEADING_AND_AYAT = re.compile(
    r"(?P<heading>[#*_\s]*Pasal\s+\d+[A-Z]?[*_]*)\s+(?=(?:\(1\)|1\.)\s+\S)"
)
_HEADING_AND_TEXT = re.compile(
    r"(?P<heading>[#*_\s]*Pasal\s+(?P<number>\d+|[IVX]+)[*_]*)\s+"
    rf"{OTHER_LAW}(?=[A-Z][a-z]+\s)"
)
_QUOTED_HEADING = re.compile(
    r"(?:(?<=berikut:)|(?<=berbunyi:))\s+(?P<heading>[*_]*Pasal\s+\d+[A-Z]?[*_]*)"
    r"(?:\s+(?=\(\d|[A-Z][a-z]+\s)|\s*$)"
)
_FIRST = re.compile(r"\s*(?:(?P<huruf>[a-y])\.|(?P<angka>\d{1,3})\.)\s+\S")
_ORDER_TO_PROMULGATE = re.compile(
    r"(?<=[.;])\s+(?=Agar\s+(?:supaya\s+)?(?:setiap|semua)\s+orang\s+(?:dapat\s+)?mengetahui)"
)
_PASAL = re.compile(r"[#*_\s]*Pasal\b(?:\s+(?P<number>\d+))?", re.IGNORECASE)
_AYAT = re.compile(r"\s*\((?P<number>\d{1,3})\)(?:\s|$)")
# Before `(3) Pengawasan …` there may be a stray mark of emphasis, and no full stop.
_NEXT_AYAT = (
    r"(?<![Aa]yat)(?<!dan)(?<!atau)(?<!dengan)(?<!serta)(?<!,)\s+(?:[_*]+\s+)?"
    r"(?=\({}\)\s+[A-Z])"
)
_LONGEST_LIST = 20_000
"""Characters in which an item of a list on one line must end: keeps the search linear."""
_LEADS_IN = re.compile(r"(?<=:)\s+(?=(?P<first>a|1)\.\s+\S)")
_ENDS_ITEM = {
    "huruf": re.compile(r"(?:[;,]|; dan|; atau|; dan/atau|, dan)\s+$"),
    "angka": re.compile(r"(?:[;.]|; dan|; atau|; dan/atau)\s+$"),
}
_LONGEST_END = 14
"""Characters of the longest of them, with the blanks that a conversion leaves."""


def part_run_on_lines(
    lines: Sequence[SourceLine],
    path: str,  # noqa: ARG001 (all steps are called alike)
) -> tuple[list[SourceLine], list[Notice]]:
    """Return the lines, those parted that hold a heading or an item and the one that follows it."""
    kept: list[SourceLine] = []
    ayat, pasal, before = 0, 0, ""
    for index, line in enumerate(lines):
        if line.is_note:
            kept.append(line)
            continue
        next_line = next((each.text for each in lines[index + 1 : index + 3] if each.text), "")
        for part in _parts(line.text, pasal, before):
            for piece in _ayat(part, ayat):
                if (found := _PASAL.match(piece)) and (is_heading(piece) or "#" in piece):
                    ayat, pasal = 0, int(found["number"] or 0)
                elif found := _AYAT.match(piece):
                    ayat = int(found["number"])
                kept += [SourceLine(item, line.number) for item in _lists(piece, next_line)]
        before = line.text.strip() or before
    return kept, []


def _parts(text: str, pasal: int, before: str) -> Iterator[str]:
    """Part a line behind its heading; `pasal` is the last number, `before` the last words."""
    if found := _HEADING_AND_AYAT.match(text) or _next_heading(text, pasal, before):
        yield found["heading"]
        text = text[found.end() :]
    for part in _ORDER_TO_PROMULGATE.split(text):
        if found := _QUOTED_HEADING.search(part):
            yield from (part[: found.start()], found["heading"])
            yield from filter(None, [part[found.end() :]])
        else:
            yield part


def _next_heading(text: str, pasal: int, before: str) -> re.Match[str] | None:
    """Return a heading that runs into its text: the next number, behind a finished sentence."""
    found = _HEADING_AND_TEXT.match(text)
    is_next = found and found["number"] in (str(pasal + 1), "I", "II")
    finished = before.endswith((".", ";")) or before.isupper() or is_heading(before)
    return found if is_next and (finished or not before) else None


def _ayat(text: str, last: int) -> Iterator[str]:
    """Part a line before each ayat that is the next one behind `last`."""
    first = _AYAT.match(text)
    number = int(first["number"]) if first else last
    while number:
        found = re.search(_NEXT_AYAT.format(number + 1), text)
        if found is None:
            break
        yield text[: found.start()]
        text = text[found.end() :]
        number += 1
    yield text


def _lists(text: str, next_line: str = "") -> Iterator[str]:
    """Part `… memuat: a. …; dan b. …` behind its colon, and the items from one another."""
    waiting = [text]
    while waiting:
        item, *others = _items(waiting.pop())
        waiting += reversed(others)
        begin = next((m for m in _LEADS_IN.finditer(item) if _is_list(item, m, next_line)), None)
        if begin is None:
            yield item
        else:
            yield item[: begin.start()]
            waiting.append(item[begin.end() :])


def _is_list(text: str, begin: re.Match[str], next_line: str) -> bool:
    """Whether a second item follows the first, in the same line or at the next."""
    first, *others = _items(text[begin.end() : begin.end() + _LONGEST_LIST])
    second = "b." if begin["first"] == "a" else "2."
    ends = first.rstrip().endswith((";", ",", ".", " dan", " atau", " dan/atau"))
    return bool(others) or (ends and next_line.lstrip().startswith(second))


def _items(text: str) -> Iterator[str]:
    """Part `a. …; b. …; dan c. …`: each item must be the next in number and follow a stop."""
    first = _FIRST.match(text)
    while first is not None:
        level = str(first.lastgroup)
        number = first[level]
        following = str(int(number) + 1) if number.isdigit() else chr(ord(number) + 1)
        found = _item_behind(text, first.end(), level, f"{following}.")
        if found is None:
            break
        yield text[:found].rstrip()
        text = text[found:]
        first = _FIRST.match(text)
    yield text


def _item_behind(text: str, start: int, level: str, marker: str) -> int | None:
    """Return where `marker` begins the item that follows the one before `start`."""
    # One regular expression for it all would try its alternatives at every character.
    last = start + _LONGEST_LIST
    place = text.find(marker, start, last)
    while place >= 0:
        before = text[max(place - _LONGEST_END, start) : place]
        if _ENDS_ITEM[level].search(before) and _FIRST.match(text, place):
            return place
        place = text.find(marker, place + 1, last)
    return None


def kept_whole(marker: str, words: str) -> str:
    """Return an item as a line that is not parted, though its words look like several items."""
    ayat = re.compile(_NEXT_AYAT.format(r"\d{1,3}") + r"\(")
    words = ayat.sub(lambda found: f"{found[0][:-1]}&#40;", words)
    first, *others = _lists(f"{marker} {words}")
    return " ".join([first, *(f"&#{ord(each[0])};{each[1:]}" for each in others)])
