"""The seam where a stage runs over batches of reports: here, or on many machines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

AT_ONCE = 16
"""Reports in a batch."""

Item = TypeVar("Item")
Result = TypeVar("Result")
Advance = Callable[[int], None]
"""Takes the number of steps just done."""


class Runner(Protocol):
    """Does a stage's work, batch by batch, wherever that may be."""

    def __call__(
        self,
        work: Callable[[Sequence[Item]], Sequence[Result]],
        items: Sequence[Item],
        advance: Advance,
    ) -> list[Result]:
        """Return the results of all batches of `items`, in their order.

        `work` gives results for a batch; what it gives for an item never depends on the batch.
        """


def in_this_process(
    work: Callable[[Sequence[Item]], Sequence[Result]], items: Sequence[Item], advance: Advance
) -> list[Result]:
    """Do one batch after the other: a `Runner`."""
    results: list[Result] = []
    for begin in range(0, len(items), AT_ONCE):
        batch = items[begin : begin + AT_ONCE]
        results += work(batch)
        advance(len(batch))
    return results


def by_size(
    items: Sequence[Item], size: Callable[[Item], int], most: int
) -> Iterator[Sequence[Item]]:
    """Yield `items` in order, in runs that end as soon as their sizes add up to `most`."""
    begin = total = 0
    for end, item in enumerate(items, start=1):
        total += size(item)
        if total >= most or end == len(items):
            yield items[begin:end]
            begin, total = end, 0
