"""What judged links say of the scores."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from benchmarks.linking import read

from telusur.link import Band, accepted_by_band
from telusur.link.calibration import calibrate

SAMPLE = Path(__file__).parents[2] / "benchmarks" / "gold" / "sample-links"


def judged(number: int, seed: int, slope: float = 1, shift: float = 0) -> tuple[np.ndarray, ...]:
    """Links whose log-odds of being right are shift + slope · log-odds of their score."""
    draw = np.random.default_rng(seed)
    scores = draw.uniform(0.05, 0.95, number)
    chance = 1 / (1 + np.exp(-(shift + slope * np.log(scores / (1 - scores)))))
    return scores, draw.random(number) < chance


def test_without_any_judged_link_a_score_says_what_it_says() -> None:
    fitted = calibrate(np.zeros(0), np.zeros(0))
    value, low, high = fitted.right_at(0.45)
    assert value == pytest.approx(0.45)
    assert low < 0.45 < high


def test_ten_judged_links_move_little_and_a_thousand_decide() -> None:
    for number, least, most in ((10, 0.02, 0.12), (1000, 0.3, 0.6)):
        fitted = calibrate(np.full(number, 0.4), np.ones(number))
        assert least < fitted.right_at(0.4)[0] - 0.4 < most


def test_the_interval_narrows_with_what_is_judged() -> None:
    few, many = (calibrate(*judged(number, seed=1)).right_at(0.5) for number in (20, 2000))
    assert many[2] - many[1] < 0.3 * (few[2] - few[1])


def test_a_bend_is_learnt_from_many() -> None:
    fitted = calibrate(*judged(20_000, seed=2, slope=1.4, shift=-0.8))
    assert fitted.slope == pytest.approx(1.4, abs=0.1)
    assert fitted.shift == pytest.approx(-0.8, abs=0.1)


@pytest.mark.need("N-LINK-4")
def test_the_interval_holds_the_truth_as_often_as_it_says() -> None:
    held = 0
    for seed in range(200):
        _, low, high = calibrate(*judged(300, seed)).right_at(0.6)
        held += low <= 0.6 <= high
    assert held >= 185


@pytest.mark.parametrize("score", [0.0, 1.0])
def test_the_ends_of_the_scale_are_finite(score: float) -> None:
    fitted = calibrate(np.full(5, score), np.array([0, 1, 0, 1, 0]))
    assert all(0 < one < 1 for one in fitted.right_at(score))


def test_random_scores_on_the_sample_are_found_to_say_nothing() -> None:
    """Scores that have nothing to do with the judgements pull the slope down."""
    grades = read(SAMPLE).grades
    scores = np.random.default_rng(0).uniform(0.02, 0.98, grades.size)
    fitted = calibrate(scores, grades.ravel() > 0)
    assert abs(fitted.slope) < 0.1
    assert fitted.right_at(0.7)[0] == pytest.approx((grades > 0).mean(), abs=0.01)


def test_what_is_accepted_is_counted_by_band_with_its_interval() -> None:
    judged = [(0.9, True)] * 9 + [(0.45, False)] + [(0.2, False)] * 4
    strong, middle, weak = accepted_by_band(judged)
    assert (strong.band, strong.accepted, strong.judged) == (Band.STRONG, 9, 9)
    assert strong.interval == pytest.approx((0.701, 1.0), abs=0.001)
    assert (middle.band, middle.accepted, middle.judged) == (Band.MIDDLE, 0, 1)
    assert (weak.band, weak.accepted, weak.judged) == (Band.WEAK, 0, 4)
    assert weak.interval == pytest.approx((0.0, 0.490), abs=0.001)
    assert accepted_by_band([]) == []
