"""Measures of ranked links, against graded judgements.

Measures by source give NaN for a source without any link where they make no sense for one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Ranked:
    """The targets that were ranked for each source, best first; arrays (sources, places)."""

    scores: Array
    grades: Array
    """What a reader says of them; 0 is no link."""
    links: Array
    """How many targets the reader links to each source, ranked or not (sources,)."""

    def first(self, depth: int) -> Ranked:
        """Return the first `depth` places alone."""
        return Ranked(self.scores[:, :depth], self.grades[:, :depth], self.links)

    def of(self, sources: Array) -> Ranked:
        """Return some of the sources, by number."""
        return Ranked(self.scores[sources], self.grades[sources], self.links[sources])


def ranked(scores: Array, grades: Array) -> Ranked:
    """Rank every target by its score, both (sources, targets); ties in the order of targets."""
    order = np.argsort(-scores, axis=1, kind="stable")
    return Ranked(
        np.take_along_axis(scores, order, axis=1),
        np.take_along_axis(grades, order, axis=1),
        (grades > 0).sum(axis=1),
    )


def average_precision(one: Ranked) -> Array:
    """Average precision of each source, any grade counting the same."""
    hits = one.grades > 0
    precision = np.cumsum(hits, axis=1) / np.arange(1, hits.shape[1] + 1)
    return _divide((precision * hits).sum(axis=1), one.links)


def recall(one: Ranked, depth: int) -> Array:
    """Share of each source's links among its first `depth`."""
    return _divide((one.grades[:, :depth] > 0).sum(axis=1), one.links)


def precision_at_one(one: Ranked) -> Array:
    """Whether each source's first target is a link."""
    return _divide((one.grades[:, 0] > 0).astype(float), np.minimum(one.links, 1))


def ndcg(one: Ranked, depth: int) -> Array:
    """Normalised discounted cumulative gain of each source's first `depth`, gain 2^grade - 1.

    All targets have to be ranked.
    """
    gains = 2.0**one.grades - 1
    discounts = 1 / np.log2(np.arange(2, gains.shape[1] + 2))
    ideal = -np.sort(-gains, axis=1)
    return _divide(
        (gains * discounts)[:, :depth].sum(axis=1), (ideal * discounts)[:, :depth].sum(axis=1)
    )


def given(one: Ranked, threshold: float) -> tuple[int, float]:
    """How many scores reach `threshold`, and the share of them that is right."""
    links = one.scores >= threshold
    right = int((links & (one.grades > 0)).sum())
    return int(links.sum()), right / max(1, int(links.sum()))


def f1_at(one: Ranked, threshold: float) -> float:
    """F1 over all pairs, when all that reach `threshold` are links."""
    number, precision = given(one, threshold)
    return 2 * number * precision / max(1, number + int(one.links.sum()))


def best_f1(one: Ranked) -> tuple[float, float]:
    """The best F1 that one threshold for all can reach, and that threshold."""
    return max((f1_at(one, float(score)), float(score)) for score in np.unique(one.scores))


def share_reaching(one: Ranked, threshold: float) -> float:
    """Share of the sources without any link whose best score reaches `threshold`."""
    best = one.scores[one.links == 0, :1]
    return float((best >= threshold).mean()) if best.size else 0.0


def calibration_error(one: Ranked, threshold: float = 0, bins: int = 10) -> float:
    """Expected calibration error of the scores from `threshold` on.

    How far the mean score lies from the share right, in `bins` of equal width from 0 to 1, on the
    mean over the pairs.
    """
    reaching = one.scores >= threshold
    scores, hits = one.scores[reaching], one.grades[reaching] > 0
    place = np.minimum((scores * bins).astype(int), bins - 1)
    gaps = np.abs(np.bincount(place, scores - hits))
    return float(gaps.sum()) / max(1, len(scores))


def interval(values: Array, resamples: int = 2000) -> tuple[float, float]:
    """The middle 95 % of the mean of `values` when sources are drawn again (NaN left out)."""
    known = values[~np.isnan(values)]
    if not len(known):
        return (float("nan"), float("nan"))
    drawn = np.random.default_rng(0).integers(0, len(known), (resamples, len(known)))
    low, high = np.percentile(known[drawn].mean(axis=1), [2.5, 97.5])
    return float(low), float(high)


def _divide(above: Array, below: Array) -> Array:
    quotients: Array = np.divide(above, below, out=np.full(len(above), np.nan), where=below > 0)
    return quotients
