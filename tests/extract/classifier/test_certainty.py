"""What a finding's confidence is learnt from."""

from __future__ import annotations

import numpy as np
import pytest
from benchmarks.certainty import Outcome, learn, print_bands


def outcomes(folder: str, source: str, how_many: int, *, lift: float = 0.0) -> list[Outcome]:
    """Findings that are right as often as score and odds of the kind say together."""
    chance = np.random.default_rng(len(source))
    drawn = chance.normal(size=(how_many, 2))
    odds = 0.8 * drawn[:, 0] + 0.5 * drawn[:, 1] - 1 + lift
    right = chance.random(how_many) < 1 / (1 + np.exp(-odds))
    return [
        Outcome(folder, source, score, kind, bool(one))
        for (score, kind), one in zip(drawn, right, strict=True)
    ]


def test_what_score_and_kind_are_worth_is_found_again() -> None:
    learnt = learn(outcomes("pers", "a", 20_000))
    assert learnt == pytest.approx((0.8, 0.5, -1.0), abs=0.1)


def test_a_large_folder_counts_no_more_than_a_small_one() -> None:
    large, small = outcomes("pers", "a", 20_000, lift=2), outcomes("lain", "bc", 2_000, lift=-2)
    *_, least = learn([*large, *small])
    assert -2 < least < 0


def test_the_confidence_of_a_source_is_learnt_from_the_others(
    capsys: pytest.CaptureFixture[str],
) -> None:
    always_right = [Outcome("pers", "a", 1.0, 1.0, right=True)] * 50
    always_wrong = [Outcome("pers", "b", 1.0, 1.0, right=False)] * 50
    mixed = outcomes("lain", "ccc", 400)
    print_bands([*always_right, *always_wrong, *mixed], "pers")
    lines = capsys.readouterr().out.splitlines()
    # Its own outcomes would have said more than half of `a`, whose others say less.
    (of_right,) = (line for line in lines if ": 1.00 right of 50" in line)
    assert float(of_right.split()[1]) < 0.5
