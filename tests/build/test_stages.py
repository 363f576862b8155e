"""The stages of a build stand in lists, and each is shown in words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from telusur.build.runners.seam import by_size
from telusur.build.stages.linking import LINKING
from telusur.build.stages.reading import BEGINNING, FINISHING
from telusur.cli import progress


def test_each_stage_is_shown_in_words() -> None:
    assert [stage.name for stage in (*BEGINNING, *FINISHING, *LINKING)] == list(progress.STAGES)


@given(st.lists(st.integers(0, 9)), st.integers(1, 20))
def test_each_item_is_in_one_batch_in_its_order(items: list[int], most: int) -> None:
    batches = list(by_size(items, lambda size: size, most))
    assert [one for batch in batches for one in batch] == items
    assert all(batches)
    assert all(sum(batch[:-1]) < most for batch in batches)
