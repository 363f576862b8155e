"""The seam: what leads reports and findings through their stages, wherever that may be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

from telusur.build.outcome import Progress
from telusur.build.planning import ReportFile
from telusur.build.stages.reading import Read
from telusur.link.model import Link, Source

Item = TypeVar("Item")


class Runner(Protocol):
    """Does the work batch by batch, and gives back what came of it in the order of what it was
    given: the same wherever it is done, and however it is cut into batches."""

    def read(self, files: Sequence[ReportFile], progress: Progress) -> Iterator[Read]:
        """Read reports, up to their findings."""

    def link(self, sources: Sequence[Source], progress: Progress) -> Iterator[Sequence[Link]]:
        """Link findings to clauses."""


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
