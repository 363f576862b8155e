"""Which places stand after words of visiting: `berkunjung ke`, `meninjau` …"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from telusur.extract.cues import plain_phrases
from telusur.extract.places import NamedPlace

_REACH = 80
"""Characters after the words of visiting within which the place begins."""


class VisitReader:
    """Recognises the words before a visited place."""

    def __init__(self, cues: Sequence[str]) -> None:
        phrases = (" ".join(words) for cue in cues for words in plain_phrases(cue))
        ordered = sorted(set(phrases), key=len, reverse=True)
        written = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered)
        self._cue = re.compile(rf"\b(?:{written or '(?!)'})\b", re.IGNORECASE)

    def visits_in(self, text: str, places: Sequence[NamedPlace]) -> Iterator[NamedPlace]:
        """Yield the places named soon after words of visiting, in the same sentence."""
        by_start = {place.start: place for place in places}
        starts = sorted(by_start)
        at = 0
        for cue in self._cue.finditer(text):
            while at < len(starts) and starts[at] < cue.end():
                at += 1
            if at < len(starts) and starts[at] <= cue.end() + _REACH:
                between = text[cue.end() : starts[at]]
                if not re.search(r"[.!?\n]\s", between):
                    yield by_start[starts[at]]
