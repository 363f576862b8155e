"""What a score means: how likely a reader is to accept the link, and in which band that puts it.

The numbers were fitted to judged links; docs/decisions/linking.md says to which, and how well they
hold on others.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from math import sqrt
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


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the judged links of a band people accepted."""

    band: Band
    accepted: int
    judged: int

    @property
    def interval(self) -> tuple[float, float]:
        """The ends of the 95 % interval of the share (Wilson's), 0 to 1."""
        z, n, share = 1.96, self.judged, self.accepted / self.judged
        middle = share + z * z / (2 * n)
        spread = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
        whole = 1 + z * z / n
        return max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole)


def accepted_by_band(judged: Iterable[tuple[float, bool]]) -> list[Share]:
    """Count links by the band of their raw score, the strongest first; each with whether it was
    accepted. Bands of which nothing was judged are left out."""
    of: dict[Band, list[bool]] = {band: [] for band in Band}
    for score, accepted in judged:
        of[Band.of(score)].append(accepted)
    return [Share(band, sum(some), len(some)) for band, some in of.items() if some]


def calibrated(evidence: Array) -> Array:
    """Return the scores of `evidence`, between 0 and 1, to four places."""
    import numpy as np

    scores: Array = np.round(1 / (1 + np.exp(-_SLOPE * (evidence - _MIDDLE))), 4)
    return scores
