"""What a heading, or the head of a table's column, says about all that stands under it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from telusur.extract.lexicon import Lexicon, plain_phrases, words_of
from telusur.extract.model import Kind

_MOST_WORDS = 8
"""A heading with more words is a sentence, and says less about what follows."""


class Headings:
    """Tells the kind that a heading gives to what stands under it, or that it holds no findings."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._kinds = [
            (kind.id, words)
            for kind in lexicon.kinds
            for cue in kind.headings
            for words in plain_phrases(cue)
        ]
        self._others = [
            words for cue in lexicon.not_findings.sections for words in plain_phrases(cue)
        ]
        self.kind_of = lru_cache(maxsize=1024)(self._kind_of)
        self.excludes = lru_cache(maxsize=1024)(self._excludes)

    def _kind_of(self, heading: str) -> Kind | None:
        """Return the kind; None where the heading names none, or several."""
        words = words_of(heading)
        if len(words) > _MOST_WORDS:
            return None
        found = {kind for kind, cue in self._kinds if _stands_in(cue, words)}
        return found.pop() if len(found) == 1 else None

    def _excludes(self, heading: str) -> bool:
        """Whether nothing under the heading is a finding."""
        words = words_of(heading)
        return len(words) <= _MOST_WORDS and any(_stands_in(cue, words) for cue in self._others)


def _stands_in(cue: Sequence[str], words: Sequence[str]) -> bool:
    width = len(cue)
    return any(list(words[at : at + width]) == list(cue) for at in range(len(words) - width + 1))
