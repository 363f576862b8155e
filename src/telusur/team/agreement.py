"""How far people agree, and how they work: from what the journal says, and from nothing else."""

from __future__ import annotations

import math
import statistics
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations, pairwise

from telusur.team.opinions import Opinion
from telusur.triage import Pair

_PAUSE = 5 * 60.0
"""Seconds between two decisions from which on somebody was away, and not thinking."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Figures of agreement beyond chance: 1 is full, 0 as by chance; None where none can be had."""

    links: int
    """Judged by two people or more."""
    equal: int
    """Of them, those on which all say the same."""
    cohen: Mapping[tuple[str, str], tuple[float | None, int]]
    """For each two people, Cohen's kappa and on how many links."""
    fleiss: float | None
    """Fleiss' kappa, over the first two who judged each link."""
    krippendorff: float | None
    """Krippendorff's alpha, over all."""


@dataclass(frozen=True, slots=True)
class Work:
    """How one person has worked."""

    by: str
    decided: int
    accepted: int
    seconds: float | None
    """Half of the decisions took less; None where there are too few to tell."""
    controls: int
    """Planted suggestions that this person judged."""
    right: int
    """Of them, as the lead knows they should be."""


def agreement(said: Sequence[Opinion]) -> Agreement:
    """Measure how far all who judged the same links agree."""
    of_pair: dict[Pair, list[Opinion]] = defaultdict(list)
    for one in said:
        of_pair[one.pair].append(one)
    shared = {pair: some for pair, some in of_pair.items() if len(some) > 1}
    people = sorted({one.by for some in shared.values() for one in some})
    by_two = {}
    for two in combinations(people, 2):
        rows = [one for some in shared.values() for one in some if one.by in two]
        both = _common(rows)
        if both:
            by_two[two] = _measured("kappa", both), len(both) // 2
    slots = [
        (str(place), str(pair), str(one.accepts))
        for pair, some in shared.items()
        for place, one in enumerate(sorted(some, key=lambda one: one.line)[:2])
    ]
    every = [(one.by, str(pair), str(one.accepts)) for pair, some in shared.items() for one in some]
    return Agreement(
        len(shared),
        sum(1 for some in shared.values() if len({one.accepts for one in some}) == 1),
        by_two,
        _measured("pi", slots),
        _measured("alpha", every),
    )


def work(
    said: Sequence[Opinion], times: Mapping[str, Sequence[str]], controls: Mapping[Pair, bool]
) -> Iterator[Work]:
    """Yield how each person has worked; `times` are the moments of their decisions (ISO 8601)."""
    of: dict[str, list[Opinion]] = defaultdict(list)
    for one in said:
        of[one.by].append(one)
    for by, some in sorted(of.items()):
        known = [one for one in some if one.pair in controls]
        yield Work(
            by,
            len(some),
            sum(one.accepts for one in some),
            _pace(times.get(by, ())),
            len(known),
            sum(one.accepts == controls[one.pair] for one in known),
        )


def _pace(times: Sequence[str]) -> float | None:
    moments = sorted(datetime.fromisoformat(one).timestamp() for one in times)
    gaps = [later - earlier for earlier, later in pairwise(moments) if later - earlier < _PAUSE]
    return statistics.median(gaps) if len(gaps) >= 5 else None


def _common(rows: Collection[Opinion]) -> list[tuple[str, str, str]]:
    """The opinions on links that both have judged."""
    count: dict[Pair, int] = defaultdict(int)
    for one in rows:
        count[one.pair] += 1
    return [(one.by, str(one.pair), str(one.accepts)) for one in rows if count[one.pair] == 2]


def _measured(figure: str, rows: list[tuple[str, str, str]]) -> float | None:
    """One of NLTK's measures; None where all say one thing, so that chance alone explains it."""
    if not rows or len({label for _, _, label in rows}) < 2:
        return None
    from nltk.metrics.agreement import AnnotationTask

    value = float(getattr(AnnotationTask(rows), figure)())
    return None if math.isnan(value) else value
