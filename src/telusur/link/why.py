"""Says in words that a reviewer can check what carried a link (Indonesian)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_MOST_WORDS_NAMED = 4
_LONGEST_QUOTE = 12
# A signal that gives less than this share of the evidence did not carry the link.
_LEAST_SHARE = 0.15


@dataclass(frozen=True, slots=True)
class Shares:
    """What each signal adds to the evidence of one link."""

    words: float
    meaning: float
    concepts: float


def explain(
    shares: Shares, shared_words: Sequence[str], part: str | None, challenge: str | None
) -> str:
    """Return the reasons, the stronger signal first.

    `shared_words` come the weightiest first; `part` is the nearest part of the clause and
    `challenge` the label of the challenge that both ends bear on, where there is one.
    """
    named = ", ".join(shared_words[:_MOST_WORDS_NAMED])
    nearest = f"makna terdekat: “{_shorten(part)}”" if part else "maknanya dekat"
    reasons = [
        (shares.words, f"kata yang sama: {named}"),
        (shares.meaning, nearest),
        (shares.concepts, f"tantangan yang sama: {challenge}"),
    ]
    total = sum(max(share, 0) for share, _ in reasons)
    carried = [one for one in reasons if one[0] > 0 and one[0] / total >= _LEAST_SHARE]
    return "; ".join(reason for _, reason in sorted(carried, key=lambda pair: -pair[0]))


def _shorten(text: str) -> str:
    words = text.split()
    if len(words) <= _LONGEST_QUOTE:
        return text.rstrip(" ;.")
    return " ".join(words[:_LONGEST_QUOTE]) + " …"
