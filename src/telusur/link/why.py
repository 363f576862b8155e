"""Says in words that a reviewer can check what carried a link (Indonesian)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

MOST_WORDS_NAMED = 4
"""So many of the words that both ends have are worth naming."""
_LONGEST_QUOTE = 12
# A signal that gives less than this share of the evidence did not carry the link.
_LEAST_SHARE = 0.1


def explain(
    shares: Array,
    words: Sequence[str],
    parts: Sequence[str | None],
    challenges: Sequence[str | None],
) -> list[str]:
    """Return the reasons of each link, the stronger signal first.

    `shares` (links, 3) is what words, meaning and concepts add to the evidence. `words` are those
    that both ends have, the weightiest first; `parts` those of the clause that are nearest to the
    finding; `challenges` those that both ends bear on.
    """
    import numpy as np

    given = np.maximum(shares, 0)
    carried = (given > 0) & (given >= _LEAST_SHARE * given.sum(axis=1, keepdims=True))
    signals = np.argsort(-given, axis=1, kind="stable")
    says = (
        [f"kata yang sama: {some}" for some in words],
        [_nearest(part) for part in parts],
        [f"tantangan yang sama: {challenge}" for challenge in challenges],
    )
    in_order = zip(
        zip(*signals.T.tolist(), strict=True), zip(*carried.T.tolist(), strict=True), strict=True
    )
    return [
        "; ".join([says[signal][link] for signal in by_weight if carries[signal]])
        for link, (by_weight, carries) in enumerate(in_order)
    ]


@lru_cache(maxsize=10_000)  # few parts of few clauses are named again and again
def _nearest(part: str | None) -> str:
    return f"makna terdekat: “{_shorten(part)}”" if part else "maknanya dekat"


def _shorten(text: str) -> str:
    words = text.split(maxsplit=_LONGEST_QUOTE)
    if len(words) <= _LONGEST_QUOTE:
        return text.rstrip(" ;.")
    return " ".join(words[:_LONGEST_QUOTE]) + " …"
