"""Words of a text as they are compared: without case, marks and spacing."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or number."""

    word: str
    """In small letters, without accents or ligatures."""
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Return the words and numbers of `text`, in order."""
    return [Token(bare(found[0]), found.start(), found.end()) for found in _WORD.finditer(text)]


def bare(word: str) -> str:
    """A word as it is compared."""
    if word.isascii():
        return word.lower()
    spelled = unicodedata.normalize("NFKD", word.casefold())
    return "".join(one for one in spelled if not unicodedata.combining(one))


def words_of(text: str) -> tuple[str, ...]:
    """The words of `text` as they are compared."""
    return tuple(token.word for token in tokens(text))
