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

# What evidence counts; what it counts more where it is ahead of all other, and less where it is
# behind; and how much is not enough. See docs/decisions/linking.md.
_SLOPE, _AHEAD, _BEHIND, _LITTLE = 2.4, 2.4, 2.0, 3.6


class Band(Enum):
    """How sure a link is; the value is the lowest score of the band."""

    STRONG = 0.6
    MIDDLE = 0.35
    WEAK = 0.18
    HIDDEN = 0.0

    @classmethod
    def of(cls, score: float) -> Band:
        """Return the band of `score`."""
        return next(band for band in cls if score >= band.value)


BARS = tuple(sorted(band.value for band in Band if band is not Band.HIDDEN))
"""Where the bands that are shown begin, upwards: the scores of which a build and `telusur evaluate`
tell how often they are right."""


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
    """Return the scores of `evidence` (findings, clauses), between 0 and 1, to four places.

    A clause that stands out from the finding's others is right more often than one of several that
    say much the same: the first gains by what it is ahead of the second, the others lose by what
    they are behind the first. The order stays that of the evidence.
    """
    import numpy as np

    lead = evidence - _best_other(evidence)
    ahead, behind = np.maximum(lead, 0) * np.maximum(evidence, 0), np.minimum(lead, 0)
    odds = _SLOPE * evidence + _AHEAD * ahead + _BEHIND * behind - _LITTLE
    scores: Array = np.round(1 / (1 + np.exp(-odds)), 4)
    return scores


def _best_other(evidence: Array) -> Array:
    """The finding's best evidence for another clause; its own where there is no other."""
    import numpy as np

    if evidence.shape[1] < 2:
        return evidence
    second, first = np.moveaxis(np.partition(evidence, -2, axis=1)[:, -2:, None], 1, 0)
    best: Array = np.where(evidence == first, second, first)
    return best
