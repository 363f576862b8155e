"""What a finding's score and the odds of its kind say of how often it is right: learnt from what
classifiers said of sources that they had not seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from sklearn.linear_model import LogisticRegression

BANDS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A finding that was read in a report not learnt from."""

    folder: str
    source: str
    score: float
    of_kind: float
    """The log odds of its kind."""
    right: bool
    """Whether it is one, and of this kind."""


def learn(outcomes: Sequence[Outcome]) -> tuple[float, float, float]:
    """Return what score, odds of the kind, and 1 count in the log odds of being right.

    Each folder counts as much as another, however many findings it has.
    """
    folders = [one.folder for one in outcomes]
    counts = [len(outcomes) / folders.count(one) for one in folders]
    given = np.array([(one.score, one.of_kind) for one in outcomes])
    model = LogisticRegression(C=10).fit(
        given, [one.right for one in outcomes], sample_weight=counts
    )
    for_score, for_kind = model.coef_[0].tolist()
    return for_score, for_kind, float(model.intercept_[0])


def print_bands(outcomes: Sequence[Outcome], folder: str) -> None:
    """Print how often findings of each confidence are right, the confidence of each learnt from
    the other sources.
    """
    sure, right = [], []
    for source in sorted({one.source for one in outcomes if one.folder == folder}):
        learnt = learn([one for one in outcomes if one.source != source])
        for one in outcomes:
            if (one.folder, one.source) == (folder, source):
                odds = float(np.dot(learnt, (one.score, one.of_kind, 1)))
                sure.append(round(1 / (1 + np.exp(-odds)), 2))
                right.append(one.right)
    confidence, outcome = np.array(sure), np.array(right)
    for low, high in pairwise(BANDS):
        among = outcome[(confidence >= low) & (confidence < high)]
        if len(among):
            print(
                f"  confidence {low:.2f} to {min(high, 1):.2f}: {among.mean():.2f} right of "
                f"{len(among)}"
            )
