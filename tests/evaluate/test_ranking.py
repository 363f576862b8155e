"""The measures of rankings, against values worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from telusur.evaluate import ranking as metrics
from telusur.evaluate.ranking import Ranked

# Three sources, four targets; the second source has no link.
SCORES = np.array([[0.9, 0.8, 0.3, 0.1], [0.7, 0.2, 0.2, 0.0], [0.4, 0.6, 0.5, 0.1]])
GRADES = np.array([[2, 0, 1, 0], [0, 0, 0, 0], [0, 0, 0, 1]])
ORDERED = metrics.ranked(SCORES, GRADES)
# The build shows two a source, and one link of the first source is not among them.
SHOWN = Ranked(ORDERED.scores[:, :2], np.array([[2, 0], [0, 0], [0, 1]]), np.array([2, 0, 1]))


def test_grades_come_in_the_order_of_the_scores() -> None:
    assert ORDERED.grades.tolist() == [[2, 0, 1, 0], [0, 0, 0, 0], [0, 0, 0, 1]]
    tied = metrics.ranked(np.array([[0.5, 0.5, 0.9]]), np.array([[1, 2, 0]]))
    assert tied.grades.tolist() == [[0, 1, 2]]


def test_average_precision() -> None:
    assert metrics.average_precision(ORDERED) == pytest.approx(
        [(1 + 2 / 3) / 2, np.nan, 1 / 4], nan_ok=True
    )


def test_links_that_are_not_ranked_count_as_missed() -> None:
    assert metrics.average_precision(SHOWN) == pytest.approx([1 / 2, np.nan, 1 / 2], nan_ok=True)
    assert metrics.recall(SHOWN, 5) == pytest.approx([1 / 2, np.nan, 1], nan_ok=True)
    assert metrics.f1_at(SHOWN, 0.5) == pytest.approx(2 * 2 / (5 + 3))


def test_recall_and_first_place() -> None:
    assert metrics.recall(ORDERED, 2) == pytest.approx([0.5, np.nan, 0], nan_ok=True)
    assert metrics.precision_at_one(ORDERED) == pytest.approx([1, np.nan, 0], nan_ok=True)


def test_ndcg() -> None:
    ideal = 3 + 1 / np.log2(3)
    assert metrics.ndcg(ORDERED, 10) == pytest.approx(
        [(3 + 1 / 2) / ideal, np.nan, 1 / np.log2(5)], nan_ok=True
    )
    assert metrics.ndcg(ORDERED, 2)[0] == pytest.approx(3 / ideal)


def test_links_given_from_a_threshold() -> None:
    assert metrics.given(ORDERED, 0.5) == (5, 1 / 5)
    assert metrics.given(ORDERED.first(1), 0.5) == (3, 1 / 3)
    assert metrics.given(ORDERED, 0.95) == (0, 0)


def test_f1() -> None:
    assert metrics.f1_at(ORDERED, 0.5) == pytest.approx(2 * 1 / (5 + 3))
    assert metrics.f1_at(ORDERED, 0.95) == 0
    assert metrics.best_f1(ORDERED) == pytest.approx((2 * 1 / (1 + 3), 0.9))


def test_share_of_the_unlinkable() -> None:
    assert metrics.share_reaching(ORDERED, 0.7) == 1
    assert metrics.share_reaching(ORDERED, 0.71) == 0


def test_calibration_error() -> None:
    # First two of each: .9 right, .8, .7, .2, .6, .5 wrong, each in a bin of its own.
    expected = (0.1 + 0.8 + 0.7 + 0.2 + 0.6 + 0.5) / 6
    assert metrics.calibration_error(ORDERED.first(2)) == pytest.approx(expected)
    # One bin: the mean score .62 against one right in six.
    assert metrics.calibration_error(ORDERED.first(2), bins=1) == pytest.approx((3.7 - 1) / 6)
    perfect = np.array([[1.0, 0.0]])
    assert metrics.calibration_error(metrics.ranked(perfect, perfect)) == 0


@pytest.mark.need("N-LINK-7")
def test_an_interval_holds_the_mean_and_leaves_out_the_unknown() -> None:
    low, high = metrics.interval(np.array([0, 1, 0, 1, np.nan, 1, 0]))
    assert 0 <= low < 0.5 < high <= 1
    assert metrics.interval(np.array([0.3, 0.3])) == pytest.approx((0.3, 0.3))
