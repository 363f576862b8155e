"""What a clause looks like, as numbers: what the classifier reads beside its meaning.

The numbers come in named blocks, each a list of numbers of the order of 1.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import log1p, sqrt

from telusur.extract.classifier.sense import sense
from telusur.extract.judgement.signals import STRENGTHS, Signals

_WORD = re.compile(r"\w+")
_DAY = re.compile(r"\(\d{1,2}/\d{1,2}")
_WE = re.compile(r"\b(?:kami|kita)\b", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:ia|dia|mereka|beliau)\b", re.IGNORECASE)
_MOST = 6.0
"""No sum of cues says more than this."""


def own_features(
    clause: str, signals: Signals, kinds: Sequence[str], challenges: Sequence[str]
) -> dict[str, list[float]]:
    """Return what a clause says of itself, block by block, for kinds and challenges in this order.

    A classifier knows them in the order in which it met them, whatever `extract/` says by now.
    """
    return {
        "cues": _cues(signals, kinds, challenges),
        "leaning": _leaning(signals, kinds),
        "challenges": of_challenges(signals, challenges),
        "shape": _shape(clause, signals),
        "sense": sense(clause),
    }


def of_kinds(signals: Signals, kinds: Sequence[str]) -> list[float]:
    """Return the weight of the cues of each kind."""
    return [min(signals.kinds.get(kind, 0.0), _MOST) / 3 for kind in kinds]


def of_challenges(signals: Signals, challenges: Sequence[str]) -> list[float]:
    """Return the weight of the cues of each challenge."""
    return [min(signals.challenges.get(one, 0.0), _MOST) / 3 for one in challenges]


def against(signals: Signals) -> list[float]:
    """Return how many cues of no finding there are, by strength."""
    return [float(min(signals.against.get(strength, 0), 3)) for strength in STRENGTHS]


def _cues(signals: Signals, kinds: Sequence[str], challenges: Sequence[str]) -> list[float]:
    weights = [signals.kinds.get(kind, 0.0) for kind in kinds]
    bearing = [signals.challenges.get(one, 0.0) for one in challenges]
    first, second = sorted(weights, reverse=True)[:2]
    return [
        *of_kinds(signals, kinds),
        *(
            min(signals.counts.get(f"{kind}:{strength}", 0), 3)
            for kind in kinds
            for strength in STRENGTHS
        ),
        min(sum(weights), 8.0) / 4,
        (first - second) / 3,
        *against(signals),
        max(bearing) / 3,
        sum(weight >= 1.5 for weight in bearing) / 2,
        min(sum(bearing), 10.0) / 5,
    ]


def _leaning(signals: Signals, kinds: Sequence[str]) -> list[float]:
    """To which kind the cues lean: a first cue says more than a third, and rivals take away."""
    weights = [signals.kinds.get(kind, 0.0) for kind in kinds]
    total = sum(weights) + 0.5
    return [*(sqrt(min(one, _MOST)) for one in weights), *(one / total for one in weights)]


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
