"""Where words of the parsed draft stand in its files."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from telusur.draft.model import Regulation
from telusur.draft.rules.rule import Spot
from telusur.draft.source.waivers import without_comments
from telusur.draft.units import Units

_CONTEXTS = (0, 12, 40)
"""How many characters before the words are also asked for, to tell two places apart."""

_LONGEST = 2_000
"""Longer words (characters) are a whole Pasal: its line says enough."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a file."""

    path: str
    """The file, below the draft's folder."""
    line: int
    """From 1."""
    column: int
    """From 1, in characters."""
    start: int
    """In characters of the whole file; half-open with `end`."""
    end: int


class Sources:
    """The files of a draft, and in which lines each of its parts begins."""

    def __init__(self, regulation: Regulation, texts: Mapping[str, str]) -> None:
        self._texts = {path: without_comments(text) for path, text in texts.items()}
        self._line_starts = {path: _line_starts(text) for path, text in texts.items()}
        self._units = Units(regulation)

    def find(self, spot: Spot) -> Place | None:
        """Return where the words stand; None where that is not certain.

        The source has markup, labels and line breaks that the words have not. They are searched
        for in the lines of their clause, and must stand there as often as in its words.
        """
        if spot.end - spot.start > _LONGEST:
            return None
        text, (first, last) = self._texts[spot.path], self._window(spot)
        for context in _CONTEXTS:
            lead = spot.words[max(spot.start - context, 0) : spot.start]
            if not (lead + spot.pointed_at).strip():
                continue
            here, _ = _standing(lead, spot.pointed_at, spot.words, 0, len(spot.words))
            _, there = _standing(lead, spot.pointed_at, text, first, last)
            if spot.start in here and len(here) == len(there):
                return self._place(spot.path, *there[here[spot.start]])
        return None

    def _window(self, spot: Spot) -> tuple[int, int]:
        """Return where the lines of the spot's clause begin and end in the file."""
        starts = self._line_starts[spot.path]
        _, following = self._units.around(spot.path, spot.line)
        end = min(following or len(starts), len(starts))
        return starts[spot.line - 1], starts[end - 1]

    def _place(self, path: str, start: int, end: int) -> Place:
        starts = self._line_starts[path]
        line = bisect_right(starts, start)
        return Place(path, line, start - starts[line - 1] + 1, start, end)


def _line_starts(text: str) -> list[int]:
    """Return where each line begins, and where the text ends."""
    return [0, *(found.end() for found in re.finditer(r"\r\n|\n|\r", text)), len(text)]


@lru_cache(maxsize=16)  # a clause may hold the same words a thousand times
def _standing(
    lead: str, words: str, text: str, first: int, last: int
) -> tuple[dict[int, int], list[tuple[int, int]]]:
    """Return where `words` stand after `lead` in a part of `text`: by their start, the how manieth;
    and in order, (start, end)."""
    pattern = re.compile(f"(?:{_spaced(lead)})(?P<words>{_spaced(words)})")
    places = [found.span("words") for found in pattern.finditer(text, first, last)]
    return {start: nth for nth, (start, _) in enumerate(places)}, places


def _spaced(words: str) -> str:
    """Return a pattern for the words, however they are spaced and wrapped."""
    return r"\s+".join(re.escape(word) for word in re.split(r"\s+", words))
