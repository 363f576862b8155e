"""The cues in a clause, weighed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

STRENGTHS = {"strong": 3.0, "medium": 1.5, "weak": 0.5}
"""What a cue weighs."""


@dataclass(frozen=True, slots=True)
class Signals:
    """The cues in a clause, and where it stands."""

    kinds: Mapping[str, float]
    """Weight of the cues of each kind, after negation and wishes."""
    counts: Mapping[str, int]
    """How many cues of each kind and strength there are: `kendala:weak`."""
    against: Mapping[str, int]
    """How many cues of no finding there are, by strength."""
    challenges: Mapping[str, float]
    """Weight of the cues of each challenge."""
    spoken: bool
    item: bool
    cell: bool
    heading: bool
    """Whether it stands under a heading."""
    sentence: str
    """The sentence, item or cell that it is a part of."""
