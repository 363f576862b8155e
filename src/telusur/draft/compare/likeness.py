"""How alike the words of two clauses are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log

_WORD = re.compile(r"\w+|§")
_RUN = 3


def words_of(text: str) -> list[str]:
    """Return the words of a text, without capitals and marks."""
    return _WORD.findall(text.casefold())


class Likeness:
    """Compares texts by their words; rare words say more than common ones."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words: dict[str, Counter[str]] = {}
        found: Counter[str] = Counter()
        for text in texts:
            if text not in self._words:
                self._words[text] = Counter(words_of(text))
                found.update(self._words[text].keys())
        self._weight: Mapping[str, float] = {
            word: log(1 + len(self._words) / count) for word, count in found.items()
        }
        self._mass = {text: self._sum(words) for text, words in self._words.items()}

    def of(self, one: str, other: str) -> float:
        """Return what two of the texts share, from 0 (nothing) to 1 (all their words)."""
        mass = self._mass[one] + self._mass[other]
        if not mass:
            return float(one == other)
        return 2 * self._sum(self._words[one] & self._words[other]) / mass

    def _sum(self, words: Mapping[str, int]) -> float:
        return sum(self._weight[word] * count for word, count in words.items())


def share_found(part: str, wholes: Sequence[str]) -> list[float]:
    """Return how much of `part` stands in each of `wholes`: its runs of three words, 0 to 1."""
    runs = _runs(part)
    return [len(runs & _runs(whole)) / len(runs) if runs else 0.0 for whole in wholes]


def _runs(text: str) -> set[tuple[str, ...]]:
    words = words_of(text)
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
