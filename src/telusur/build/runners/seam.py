"""The seam: what leads reports and findings through their stages, wherever that may be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from telusur.build.outcome import Progress
from telusur.build.planning import ReportFile
from telusur.build.stages.reading import Read
from telusur.link.model import Link, Source

Item = TypeVar("Item")
Kept = TypeVar("Kept", covariant=True)


class Many(Protocol[Kept]):
    """Items in their order that need not be in memory, but are counted."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[Kept]: ...


class Runner(Protocol):
    """Does the work batch by batch, and gives back what came of it in the order of what it was
    given: the same wherever it is done, and however it is cut into batches."""

    def read(self, files: Sequence[ReportFile], progress: Progress) -> Iterator[Read]:
        """Read reports, up to their findings."""

    def link(self, sources: Many[Source], progress: Progress) -> Iterator[Sequence[Link]]:
        """Link findings to clauses."""


def by_size(
    items: Iterable[Item], size: Callable[[Item], int], most: int
) -> Iterator[Sequence[Item]]:
    """Yield `items` in order, in runs that end as soon as their sizes add up to `most`."""
    run: list[Item] = []
    total = 0
    for item in items:
        run.append(item)
        total += size(item)
        if total >= most:
            yield run
            run, total = [], 0
    if run:
        yield run
