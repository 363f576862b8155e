"""The stages of a build stand in one list, and work on reports goes through one seam."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from telusur.build.batches import AT_ONCE, in_this_process
from telusur.build.stages import STAGES
from telusur.cli import progress


def test_each_stage_is_shown_in_words() -> None:
    assert [stage.name for stage in STAGES] == list(progress.STAGES)


@given(st.lists(st.integers(), max_size=3 * AT_ONCE + 1))
def test_each_item_is_worked_on_once_in_its_order(items: list[int]) -> None:
    batches: list[list[int]] = []
    steps: list[int] = []

    def work(batch: list[int]) -> list[str]:
        batches.append(list(batch))
        return [str(one) for one in batch]

    assert in_this_process(work, items, steps.append) == [str(one) for one in items]
    assert [len(batch) for batch in batches] == steps
    assert [one for batch in batches for one in batch] == items
    assert all(0 < len(batch) <= AT_ONCE for batch in batches)
