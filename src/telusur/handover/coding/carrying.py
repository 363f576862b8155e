"""Where words of a project's text stand in the report that has the same text."""

from __future__ import annotations

from itertools import accumulate

LONGEST = 5_000
"""Characters of a finding: more is a chapter, and no finding."""


def fold(text: str) -> str:
    """Return a text without its blanks: two texts that differ in these only are the same."""
    return "".join(text.split())


class Carrier:
    """Carries positions from a text to another that says the same."""

    def __init__(self, source: str, report: str) -> None:
        self._source, self._report = fold(source), fold(report)
        self._size = len(source)
        # Of each position of the source, how many letters stand before it.
        self._before = [0, *accumulate(not one.isspace() for one in source)]
        # Of each letter of the report, its position.
        self._at = [at for at, one in enumerate(report) if not one.isspace()]

    def carry(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the span of the same words in the report, without blanks at its ends.

        Texts that differ in their blanks only agree letter by letter; in others the words must
        stand as often, and are taken by their turn. None where they cannot be told, or are none.
        """
        if not 0 <= start < end <= self._size or end - start > LONGEST:
            return None
        first, last = self._before[start], self._before[end]
        if first == last:
            return None
        if self._source != self._report:
            words = self._source[first:last]
            places, turns = _places(self._report, words), _places(self._source, words)
            if len(places) != len(turns):
                return None
            first = places[turns.index(first)]
            last = first + len(words)
        return self._at[first], self._at[last - 1] + 1


def _places(text: str, words: str) -> list[int]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found
