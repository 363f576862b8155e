"""What a score means: how likely a reader is to accept the link, and in which band that puts it.

The numbers were fitted to judged links; docs/decisions/linking.md says to which, and how well they
hold on others.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

_SLOPE = 4.1
_MIDDLE = 1.17


class Band(Enum):
    """How a link is shown; the value is the lowest score of the band."""

    STRONG = 0.45
    POSSIBLE = 0.18
    HIDDEN = 0.0

    @classmethod
    def of(cls, score: float) -> Band:
        """Return the band of `score`."""
        return next(band for band in cls if score >= band.value)


def calibrated(evidence: Array) -> Array:
    """Return the scores of `evidence`, between 0 and 1, to four places."""
    import numpy as np

    scores: Array = np.round(1 / (1 + np.exp(-_SLOPE * (evidence - _MIDDLE))), 4)
    return scores
