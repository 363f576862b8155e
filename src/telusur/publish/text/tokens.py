"""Words of a text as they are compared: without case, marks and spacing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from telusur.publish.text.folding import fold

_WORD = re.compile(r"[^\W_]+")
_REMEMBERED = 1 << 17  # most words come again and again
_WIDEST_GAP = 6
"""Characters between two words of a name."""


@dataclass(frozen=True)
class Tokens:
    """The words and numbers of a text, in order; of a folded one, where spellings count for one."""

    text: str

    @cached_property
    def words(self) -> list[str]:
        """In small letters, without accents or ligatures."""
        return list(map(bare, _WORD.findall(self.text)))

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each stands (characters, half-open); asked for only where something is found."""
        return [found.span() for found in _WORD.finditer(self.text)]

    def phrase_at(self, at: int, words: tuple[str, ...]) -> tuple[int, int] | None:
        """Return where `words` stand from word number `at` on; None where others stand there, or
        where too much stands between two of them."""
        if tuple(self.words[at : at + len(words)]) != words:
            return None
        spans = self.spans[at : at + len(words)]
        if any(after[0] - before[1] > _WIDEST_GAP for before, after in pairwise(spans)):
            return None
        return spans[0][0], spans[-1][1]

    def among(self, some: Container[str]) -> list[int]:
        """Return the numbers of the words that are among `some`."""
        return [number for number, word in enumerate(self.words) if word in some]


@lru_cache(maxsize=_REMEMBERED)
def bare(word: str) -> str:
    """A word as it is compared."""
    if word.isascii():
        return word.lower()
    spelled = unicodedata.normalize("NFKD", word.casefold())
    return "".join(one for one in spelled if not unicodedata.combining(one))


def words_of(text: str) -> tuple[str, ...]:
    """The words of `text` as they are compared."""
    return tuple(Tokens(fold(text).text).words)


def whole_words_from(text: str, at: int, number: int) -> tuple[int, int]:
    """Return the end of the word that stands at `at` or after it, and that of the `number`th word
    after this one; the end of the text where there are none."""
    ends = []
    for found in _WORD.finditer(text, at):
        ends.append(found.end())
        if len(ends) > number:
            break
    else:
        return (ends[0] if ends else len(text)), len(text)
    return ends[0], ends[-1]
