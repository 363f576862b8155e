"""Says in words that a reviewer can check what carried a link (Indonesian)."""

from __future__ import annotations

from collections.abc import Mapping

_MOST_WORDS_NAMED = 4
_LONGEST_QUOTE = 12
# A signal that gives less than this share of the evidence did not carry the link.
_LEAST_SHARE = 0.15


def explain(
    word_weights: Mapping[str, float], from_words: float, from_meaning: float, part: str | None
) -> str:
    """Return the reasons, the stronger signal first.

    `word_weights` gives each shared word's weight; `from_words` and `from_meaning` are what the
    two signals add to the link's evidence; `part` is the nearest part of the clause, if it has any.
    """
    total = max(from_words, 0) + max(from_meaning, 0)
    reasons = []
    if total and from_words / total >= _LEAST_SHARE:
        strongest = sorted(word_weights.items(), key=lambda pair: -pair[1])
        named = [word for word, weight in strongest[:_MOST_WORDS_NAMED] if weight > 0]
        reasons.append((from_words, f"kata yang sama: {', '.join(named)}"))
    if total and from_meaning / total >= _LEAST_SHARE:
        nearest = f"makna terdekat: “{_shorten(part)}”" if part else "maknanya dekat"
        reasons.append((from_meaning, nearest))
    return "; ".join(reason for _, reason in sorted(reasons, key=lambda pair: -pair[0]))


def _shorten(text: str) -> str:
    words = text.split()
    if len(words) <= _LONGEST_QUOTE:
        return text.rstrip(" ;.")
    return " ".join(words[:_LONGEST_QUOTE]) + " …"
