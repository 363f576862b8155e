"""Says what carried a link: the reasons of its signals, the stronger first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

# A signal that gives less than this share of the evidence did not carry the link.
_LEAST_SHARE = 0.1


def explain(counts: Array, says: Sequence[Sequence[str]]) -> list[str]:
    """Return the reasons of each link.

    `counts` (links, signals) is what each signal adds to the evidence; `says` holds what each
    signal says of each link (signals, links).
    """
    import numpy as np

    given = np.maximum(counts, 0)
    carried = (given > 0) & (given >= _LEAST_SHARE * given.sum(axis=1, keepdims=True))
    signals = np.argsort(-given, axis=1, kind="stable")
    in_order = zip(
        zip(*signals.T.tolist(), strict=True), zip(*carried.T.tolist(), strict=True), strict=True
    )
    return [
        "; ".join(dict.fromkeys(says[signal][link] for signal in by_weight if carries[signal]))
        for link, (by_weight, carries) in enumerate(in_order)
    ]
