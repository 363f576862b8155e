"""A text in plain characters, each where it was: what the patterns look at."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=8)
def plain(text: str) -> str:
    """Return `text` with every blank, dash and digit of Unicode as the one that a keyboard has.

    The length stays the same, so that offsets hold: full-width digits, no-break spaces and soft
    hyphens hide no number.
    """
    return text if text.isascii() else text.translate(_TABLE)


class _Table(dict[int, str]):
    """What becomes of each character; looked up once for each."""

    def __missing__(self, code: int) -> str:
        self[code] = _plain(chr(code))
        return self[code]


_TABLE = _Table()


def _plain(character: str) -> str:
    if character.isascii():
        return character
    if unicodedata.category(character) in ("Zs", "Cf"):
        return " "
    if unicodedata.category(character) == "Pd":
        return "-"
    if character in "‘’ʼ":
        return "'"
    simple = unicodedata.normalize("NFKC", character)
    if len(simple) == 1:
        digit = unicodedata.digit(simple, None)
        return simple if digit is None else str(digit)
    return character
