"""What judged links say of the scores: how often a link with a certain score is right.

The shipped scores were fitted to judged links of other drafts. Whoever judges some links of their
own learns here what a score means for them: a logistic regression of right and wrong on the
score, held near "the score is right" as long as few are judged. A build then shows scores that
mean what they say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

# How far, in standard deviations, shift and slope may lie from 0 and 1 before anything is judged:
# about what the shipped constants moved when they were fitted to other sets of judged links.
_SHIFT_SPREAD, _SLOPE_SPREAD = 0.3, 0.2
_MOST_STEPS = 50


@dataclass(frozen=True, slots=True)
class Calibration:
    """log-odds of being right = shift + slope · log-odds of the score."""

    shift: float
    slope: float
    covariance: Array
    """Of shift and slope (2, 2)."""

    def corrected(self, scores: Array) -> Array:
        """Return what `scores` are worth, in any shape, between 0 and 1 to four places."""
        import numpy as np

        odds = self.shift + self.slope * _log_odds(scores)
        worth: Array = np.round(1 / (1 + np.exp(-odds)), 4)
        return worth

    def right_at(self, score: float) -> tuple[float, float, float]:
        """Return how often links of this score are right, and the ends of its 95 % interval."""
        import numpy as np

        at = np.array([1.0, _log_odds(np.array(score))])
        middle = float(at @ [self.shift, self.slope])
        spread = 1.96 * float(np.sqrt(at @ self.covariance @ at))
        ends = np.array([middle, middle - spread, middle + spread])
        value, low, high = (1 / (1 + np.exp(-ends))).tolist()
        return value, low, high


@dataclass(frozen=True, slots=True)
class Calibrations:
    """What scores are worth: of findings of some kinds, and of all others."""

    common: Calibration
    by_kind: Mapping[str, Calibration] = field(default_factory=dict)
    """By the kind of the finding, where enough of its links were judged."""

    def corrected(self, scores: Array, kinds: Sequence[str]) -> Array:
        """Return what `scores` (findings, clauses) are worth; `kinds` are those of the findings."""
        import numpy as np

        worth = self.common.corrected(scores)
        for kind, calibration in self.by_kind.items():
            of_kind = np.array([one == kind for one in kinds], bool)
            worth[of_kind] = calibration.corrected(scores[of_kind])
        return worth

    def __str__(self) -> str:
        """Tell two apart: the same wherever scores are worth the same."""
        fitted = {"": self.common, **self.by_kind}
        return " ".join(
            f"{kind} {one.shift:.6f} {one.slope:.6f}" for kind, one in sorted(fitted.items())
        )


def calibrate(scores: Array, right: Array, near: tuple[float, float] = (0.0, 1.0)) -> Calibration:
    """Fit to judged links: their `scores`, 0 to 1, and whether each is `right`; both (links,).

    `near` is the shift and slope to be expected before any of them was judged.
    """
    import numpy as np

    given = np.stack([np.ones(len(scores)), _log_odds(np.asarray(scores, float))], axis=1)
    expected, precision = np.array(near), np.diag([_SHIFT_SPREAD**-2, _SLOPE_SPREAD**-2])
    fitted = expected.copy()
    for _ in range(_MOST_STEPS):  # Newton's method; the sum is convex
        chance = 1 / (1 + np.exp(-given @ fitted))
        curvature = precision + (given.T * (chance * (1 - chance))) @ given
        slope = given.T @ (right - chance) - precision @ (fitted - expected)
        step = np.linalg.solve(curvature, slope)
        fitted += step
        if np.abs(step).max() < 1e-9:
            break
    return Calibration(float(fitted[0]), float(fitted[1]), np.linalg.inv(curvature))


def _log_odds(scores: Array) -> Array:
    import numpy as np

    inside = np.clip(scores, 1e-4, 1 - 1e-4)  # a score is rounded to four places
    odds: Array = np.log(inside / (1 - inside))
    return odds
