"""What people's decisions say of the scores, so that a build shows scores that hold here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from telusur import link
from telusur.review.entries import Entry
from telusur.review.judged import judged_links

_TOLD_AT = (0.2, link.Band.STRONG.value, 0.7)


@dataclass(frozen=True, slots=True)
class Worth:
    """What was learnt, and from how much."""

    calibration: link.Calibration
    links: int
    """Suggestions that were judged."""
    findings: int
    """Findings of which every suggestion was judged."""

    def right_at(self) -> dict[float, tuple[float, float, float]]:
        """Return by raw score how often such links are right, and the 95 % interval's ends."""
        return {score: self.calibration.right_at(score) for score in _TOLD_AT}

    def told(self) -> dict[str, Any]:
        """Return it as the store keeps it."""
        right = {
            f"{at:.2f}": [round(one, 4) for one in values] for at, values in self.right_at().items()
        }
        return {"links": self.links, "findings": self.findings, "right_at": right}


def weigh_decisions(entries: Sequence[Entry]) -> Worth | None:
    """Return what the journal says of the scores; None while no finding is judged to the end."""
    judged = judged_links(entries)
    if not judged:
        return None
    import numpy as np

    scores, right = np.array([one.score for one in judged]), np.array([one.right for one in judged])
    findings = len({one.finding_id for one in judged})
    return Worth(link.calibrate(scores, right), len(judged), findings)
