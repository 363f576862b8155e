"""The numerals of Indonesian regulations: Roman for a bab, ordinals in words for a bagian."""

from __future__ import annotations

import re

_ROMAN = (
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LETTERS = "IVXLC"
_UNITS = ("Satu", "Dua", "Tiga", "Empat", "Lima", "Enam", "Tujuh", "Delapan", "Sembilan")

MOST = 99
"""The highest ordinal that is spelled; no regulation comes near it."""


def roman(number: int) -> str:
    """Return 4 as `IV`; `number` is at least 1."""
    numeral = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        numeral += letters * count
    return numeral


def from_roman(numeral: str) -> int:
    """Return `IV` as 4; forms that are not canonical (`IIII`) are added up all the same."""
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[letter] for letter in numeral.upper()]
    return sum(
        -value if any(later > value for later in values[index + 1 : index + 2]) else value
        for index, value in enumerate(values)
    )


def split_roman(numeral: str) -> tuple[int, str]:
    """Return the value and the letter behind it: `VIA`, an inserted bab, is 6 and `A`."""
    if numeral.isdigit():
        return int(numeral), ""
    rest, last = numeral[:-1], numeral[-1:]
    if last not in _LETTERS or (last in "LC" and rest and roman(from_roman(numeral)) != numeral):
        return from_roman(rest), last
    return from_roman(numeral), ""


def ordinal(number: int) -> str:
    """Return 1 as `Kesatu`, 12 as `Kedua Belas`, 21 as `Kedua Puluh Satu`; digits above `MOST`."""
    if not 1 <= number <= MOST:
        return f"Ke-{number}"
    tens, units = divmod(number, 10)
    if number == 10:
        words = "Sepuluh"
    elif number == 11:
        words = "Sebelas"
    elif tens == 0:
        words = _UNITS[units - 1]
    elif tens == 1:
        words = f"{_UNITS[units - 1]} Belas"
    else:
        words = f"{_UNITS[tens - 1]} Puluh" + (f" {_UNITS[units - 1]}" if units else "")
    return "Ke" + words[0].lower() + words[1:]


_ORDINALS = {ordinal(number).lower(): number for number in range(1, MOST + 1)}
_ORDINALS["pertama"] = 1

# The longest first, so that `Kedua Puluh Satu` is not read as `Kedua`; and by their parts, since a
# list of all makes patterns that take long to compile.
_UNIT = "|".join(_UNITS).lower()
_FROM_TWO = "|".join(_UNITS[1:]).lower()
ORDINAL_PATTERN = (
    rf"ke[\s-]?(?:(?:{_FROM_TWO})\s+(?:puluh(?:\s+(?:{_UNIT}))?|belas)|sepuluh|sebelas|{_UNIT})"
    "|pertama"
)
"""Matches any ordinal in words, lower case: compile it without regard to case."""


def from_ordinal(words: str) -> int:
    """Return `Kedua Belas` or `Ke dua belas` as 12; KeyError for anything else."""
    return _ORDINALS[re.sub(r"^ke[\s-]", "ke", " ".join(words.lower().split()))]
