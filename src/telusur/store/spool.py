"""What a build has made and not yet saved waits on the disk: the memory is that of a batch."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Generic, TypeVar

Item = TypeVar("Item")
_AT_ONCE = 500
"""Items that are written and read together, in a third of the time that each alone takes."""


class Spool(Generic[Item]):
    """Items in their order, to be gone through again and again.

    They lie in a file without a name, which goes with the process, or when nobody holds the spool.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """`folder` is on a disk with room for them; None is the system's folder for such files."""
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 (closed with the spool)
        self._count = 0

    def __del__(self) -> None:
        self._file.close()

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Item]:
        place, left = 0, self._count
        while left:
            self._file.seek(place)
            items: list[Item] = pickle.load(self._file)  # noqa: S301 (this process wrote it)
            place = self._file.tell()
            left -= len(items)
            yield from items

    def add(self, items: Iterable[Item]) -> None:
        """Put `items` behind those that are there."""
        self._file.seek(0, 2)
        waiting = iter(items)
        while batch := list(islice(waiting, _AT_ONCE)):
            pickle.dump(batch, self._file, pickle.HIGHEST_PROTOCOL)
            self._count += len(batch)
