"""A network tells what no weighted sum can: what words say only together."""

from __future__ import annotations

import numpy as np
from benchmarks import challenges

BOTH = np.array([[1.0, 1.0], [1.0, -1.0], [-1.0, 1.0], [-1.0, -1.0]] * 60)


def test_it_learns_what_is_said_only_by_two_inputs_together() -> None:
    alike = (BOTH[:, :1] * BOTH[:, 1:] > 0).repeat(2, axis=1)
    learnt = challenges.learn(BOTH * 3, alike, np.ones(len(BOTH)))
    likely = learnt.probabilities(BOTH[:4] * 3)
    assert ((likely > 0.5) == alike[:4]).all()


def test_a_row_that_counts_nothing_teaches_nothing() -> None:
    answers = BOTH[:, :1] > 0
    counts = np.where(np.arange(len(BOTH)) % 4 < 2, 1.0, 0.0)
    learnt = challenges.learn(BOTH, answers, counts)
    other = challenges.learn(BOTH, np.where(counts[:, None] > 0, answers, ~answers), counts)
    for part in ("inner", "inner_bias", "outer", "outer_bias"):
        assert np.array_equal(getattr(learnt, part), getattr(other, part))
