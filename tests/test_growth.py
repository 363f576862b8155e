"""The count of steps tells linear work from work that grows faster."""

from __future__ import annotations

import re

from tests.growth import growth, steps

NUMBER = re.compile(r"\d")


def test_work_that_grows_with_length_is_linear() -> None:
    assert 0.9 < growth(lambda size: [str(one) for one in range(size)], 1_000, 8_000) < 1.1


def test_a_loop_in_a_loop_is_told() -> None:
    def each_with_each(size: int) -> None:
        for one in range(size):
            for other in range(size):
                max(one, other)

    assert growth(each_with_each, 20, 160) > 6


def test_a_pattern_that_reads_the_rest_again_and_again_is_told() -> None:
    def look_from_everywhere(size: int) -> None:
        for at in range(size):
            NUMBER.search("a" * size, at)

    assert growth(look_from_everywhere, 100, 800) > 6


def test_the_same_work_takes_the_same_steps_and_leaves_no_trace() -> None:
    def work() -> list[str]:
        return [one[0] for one in NUMBER.finditer("a1b2" * 50)]

    assert steps(work) == steps(work)
    assert isinstance(NUMBER, re.Pattern)
