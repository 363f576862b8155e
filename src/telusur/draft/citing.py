"""Citations as people type them: `ps. 7 ayat 2`, `pasal 7(2)a`, `ayat 2 pasal 7`, `bab 3`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.draft.numerals import roman

_UNITS = {
    "ps": "Pasal", "psl": "Pasal", "pasal": "Pasal", "ay": "ayat", "ayat": "ayat",
    "hrf": "huruf", "huruf": "huruf", "angka": "angka", "bab": "BAB",
}  # fmt: skip
_ORDER = ("Pasal", "ayat")
"""What stands first however it was said; the units within stay as they come."""
_NEXT = {"": "Pasal", "Pasal": "ayat", "huruf": "angka"}
"""The unit that a bare figure numbers, by the unit before."""
_TOKEN = re.compile(r"[a-z]+|\d+[a-z]{0,2}(?![a-z])")
_NUMBER = re.compile(r"\d.*|[ivxlc]+|[a-z]{1,2}")
_BETWEEN = re.compile(r"[\s.,()-]*")
_BARE = re.compile(r"\d+[a-z]{0,2} ?\(")
_NAMED = re.compile(rf"\b(?:{'|'.join(_UNITS)})\b")


def as_cited(words: str) -> str:
    """Return the words as a regulation cites; such as are no citation, as they are."""
    said = words.lower().strip()
    if not (_BARE.match(said) or _NAMED.search(said)):
        return words
    if not _BETWEEN.fullmatch(_TOKEN.sub("", said)):
        return words
    steps = list(_steps(_TOKEN.findall(said)))
    units = [unit for unit, _ in steps]
    if "" in units:
        return words
    if "Pasal" in units:  # whose number says its bab too
        steps = [step for step in steps if step[0] != "BAB"]
    steps.sort(key=lambda step: _ORDER.index(step[0]) if step[0] in _ORDER else len(_ORDER))
    return " ".join(f"{unit} {_number(unit, number)}" for unit, number in steps)


def _steps(tokens: list[str]) -> Iterator[tuple[str, str]]:
    """Each unit with its number, as said; what is no number of a unit has an empty one."""
    named, before = "", ""
    for token in tokens:
        if not named and token in _UNITS:
            named = _UNITS[token]
            continue
        if not named and token[0].isdigit():
            named = _NEXT.get(before, "")
        elif not named and before and len(token) == 1:
            named = "huruf"
        yield named if _NUMBER.fullmatch(token) else "", token
        named, before = "", named
    if named:
        yield "", named


def _number(unit: str, number: str) -> str:
    if unit == "ayat":
        return f"({number})"
    if unit == "BAB" and number.isdigit() and int(number):
        return roman(int(number))
    return number.upper() if unit in ("Pasal", "BAB") else number
