"""Measures of a ranking of targets for each source, against graded judgements.

Everywhere `scores` and `grades` are arrays (sources, targets); a grade of 0 is no link. Measures
that only make sense for a source with a link give NaN for one without.
"""

from __future__ import annotations

from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]


def ranked(scores: Array, grades: Array) -> Array:
    """Return the grades in the order of the scores, best first; ties in the order of targets."""
    return np.take_along_axis(grades, np.argsort(-scores, axis=1, kind="stable"), axis=1)


def average_precision(in_order: Array) -> Array:
    """Average precision of each source, any grade counting the same."""
    hits = in_order > 0
    precision = np.cumsum(hits, axis=1) / np.arange(1, hits.shape[1] + 1)
    return _divide((precision * hits).sum(axis=1), hits.sum(axis=1))


def recall(in_order: Array, depth: int) -> Array:
    """Share of each source's links among its first `depth`."""
    hits = in_order > 0
    return _divide(hits[:, :depth].sum(axis=1), hits.sum(axis=1))


def precision_at_one(in_order: Array) -> Array:
    """Whether each source's first target is a link."""
    hits = in_order > 0
    return _divide(hits[:, 0].astype(float), hits.any(axis=1).astype(float))


def ndcg(in_order: Array, depth: int) -> Array:
    """Normalised discounted cumulative gain of each source's first `depth`, gain 2^grade - 1."""
    gains = 2.0**in_order - 1
    discounts = 1 / np.log2(np.arange(2, gains.shape[1] + 2))
    ideal = -np.sort(-gains, axis=1)
    return _divide(
        (gains * discounts)[:, :depth].sum(axis=1), (ideal * discounts)[:, :depth].sum(axis=1)
    )


def given(scores: Array, grades: Array, threshold: float, depth: int) -> tuple[int, float]:
    """How many links there are from `threshold` on, `depth` a source at most; the share right."""
    first, hits = _first(scores, grades, depth)
    links = first >= threshold
    right = int((links & hits).sum())
    return int(links.sum()), right / max(1, int(links.sum()))


def f1_at(scores: Array, grades: Array, threshold: float, depth: int) -> float:
    """F1 over all pairs, when each source's first `depth` from `threshold` on are links."""
    number, precision = given(scores, grades, threshold, depth)
    return 2 * number * precision / max(1, number + int((grades > 0).sum()))


def calibration_error(scores: Array, grades: Array, depth: int, bins: int = 10) -> float:
    """Expected calibration error of the scores of each source's first `depth`.

    How far the mean score lies from the share right, in `bins` of equal width from 0 to 1, on the
    mean over the pairs.
    """
    first, hits = (values.ravel() for values in _first(scores, grades, depth))
    place = np.minimum((first * bins).astype(int), bins - 1)
    gaps = [abs(float((first - hits)[place == one].sum())) for one in range(bins)]
    return sum(gaps) / max(1, len(first))


def _first(scores: Array, grades: Array, depth: int) -> tuple[Array, Array]:
    """Return the scores of each source's first `depth`, and whether they are right."""
    first = -np.sort(-scores, axis=1, kind="stable")[:, :depth]
    return first, ranked(scores, grades)[:, :depth] > 0


def best_f1(scores: Array, grades: Array, depth: int) -> tuple[float, float]:
    """The best F1 that one threshold for all can reach, and that threshold."""
    candidates = np.unique(-np.sort(-scores, axis=1)[:, :depth])
    return max((f1_at(scores, grades, float(one), depth), float(one)) for one in candidates)


def share_reaching(scores: Array, grades: Array, threshold: float) -> float:
    """Share of the sources without any link whose best score reaches `threshold`."""
    unlinkable = scores[~(grades > 0).any(axis=1)]
    return float((unlinkable.max(axis=1) >= threshold).mean()) if len(unlinkable) else 0.0


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
