"""What waits on the disk comes back as it was, as often as one asks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from telusur.store.spool import Spool


@given(st.lists(st.lists(st.text(), max_size=4), max_size=4))
def test_items_come_back_in_their_order_whenever_asked_for(
    batches: list[list[str]],
) -> None:
    spool = Spool[str]()
    given_ = []
    for batch in batches:
        spool.add(batch)
        given_ += batch
        half = iter(spool)  # left where it is, when more is added and another reads
        next(half, None)
        assert list(spool) == given_
        assert list(half) == given_[1:]
    assert len(spool) == len(given_)
