"""What the model's vectors say of a finding and a clause, without what they say of everything."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from telusur.link.signals.clause_texts import ClauseTexts, directions
from telusur.link.signals.signal import Before, Clauses, Findings, Said, Weigh

if TYPE_CHECKING:
    from telusur.link.signals.signal import Array

_LONGEST_QUOTE = 12


def prepare(clauses: Clauses) -> Weigh:
    """As telusur.link.signals.Signal: a finding and a clause mean alike.

    The evidence is the mean of two likenesses: to the clause under its headings, and to its nearest
    part. It is 0 for a text without anything visible.
    """
    texts = ClauseTexts(clauses)

    def weigh(findings: Findings, _: Before) -> Said:
        import numpy as np

        asked = directions(findings.vectors, texts.centre).T
        by_text = texts.bare @ asked
        evidence = np.round((texts.headed @ asked + texts.highest(by_text)).T / 2, 5)

        def reasons(numbers: Array, targets: Array) -> list[str]:
            return list(map(_nearest, texts.nearest_parts(numbers, targets, by_text)))

        return Said(evidence[: len(findings)], reasons)

    return weigh


@lru_cache(maxsize=10_000)  # few parts of few clauses are named again and again
def _nearest(part: str | None) -> str:
    return f"makna terdekat: “{_shorten(part)}”" if part else "maknanya dekat"


def _shorten(text: str) -> str:
    words = text.split(maxsplit=_LONGEST_QUOTE)
    if len(words) <= _LONGEST_QUOTE:
        return text.rstrip(" ;.")
    return " ".join(words[:_LONGEST_QUOTE]) + " …"
