"""What a clause looks like, as numbers: what the classifier reads beside its meaning."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p

_WORD = re.compile(r"\w+")
_DAY = re.compile(r"\(\d{1,2}/\d{1,2}")
_WE = re.compile(r"\b(?:kami|kita)\b", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:ia|dia|mereka|beliau)\b", re.IGNORECASE)
STRENGTHS = {"strong": 3.0, "medium": 1.5, "weak": 0.5}
"""What a cue weighs."""
_MOST = 6.0
"""No sum of cues says more than this."""


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


def features(
    clause: str, signals: Signals, kinds_in_order: Sequence[str], challenges_in_order: Sequence[str]
) -> list[float]:
    """Return the numbers, each of the order of 1, for kinds and challenges in the given order.

    A classifier knows them in the order in which it met them, whatever `extract/` says by now.
    """
    kinds = [signals.kinds.get(kind, 0.0) for kind in kinds_in_order]
    challenges = [signals.challenges.get(one, 0.0) for one in challenges_in_order]
    counts = [
        signals.counts.get(f"{kind}:{strength}", 0)
        for kind in kinds_in_order
        for strength in STRENGTHS
    ]
    first, second = sorted(kinds, reverse=True)[:2]
    return [
        *(min(weight, _MOST) / 3 for weight in kinds),
        *(min(count, 3) for count in counts),
        min(sum(kinds), 8.0) / 4,
        (first - second) / 3,
        *(min(signals.against.get(strength, 0), 3) for strength in STRENGTHS),
        max(challenges) / 3,
        sum(weight >= 1.5 for weight in challenges) / 2,
        min(sum(challenges), 10.0) / 5,
        *(min(weight, _MOST) / 3 for weight in challenges),
        *_shape(clause, signals),
    ]


def _shape(clause: str, signals: Signals) -> list[float]:
    words = _WORD.findall(clause)
    length = len(words)
    figures = sum(word[0].isdigit() for word in words)
    capitals = sum(word[0].isupper() for word in words)
    return [
        log1p(length) / 3,
        length < 8,
        length < 12,
        length > 30,
        length > 45,
        figures > 0,
        min(figures, 4) / 4,
        2 * capitals / max(length, 1),
        signals.spoken,
        signals.item,
        signals.cell,
        signals.heading,
        len(signals.sentence) > len(clause) + 15,
        "“" in clause or '"' in clause,
        clause[:1].islower(),
        bool(_DAY.search(signals.sentence)),
        min(clause.count(","), 4) / 4,
        ":" in clause,
        bool(_WE.search(clause)),
        bool(_OTHERS.search(clause)),
    ]
