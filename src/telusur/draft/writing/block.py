"""A block of the Markdown that is written, and the waivers that are put back before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from telusur.draft.model import Regulation
from telusur.draft.units import Units


class Block(NamedTuple):
    """A line of Markdown."""

    text: str
    path: str = ""
    """The file that its words were read from; empty where it only goes on with a clause."""
    line: int = 0
    """The line in which these began, from 1."""


def with_waivers(blocks: Sequence[Block], regulation: Regulation) -> Iterator[str]:
    """Yield what is written, each waiver on a line of its own before what it stands at.

    Where several clauses were read from one line, that is the innermost. No waiver is lost.
    """
    units, waiting = Units(regulation), defaultdict[tuple[str, int], list[str]](list)
    for waiver in regulation.waivers:
        first, _ = units.around(waiver.path, waiver.at)
        waiting[waiver.path, first].append(waiver.written)
    last = {(block.path, block.line): index for index, block in enumerate(blocks)}
    for index, block in enumerate(blocks):
        if last[block.path, block.line] == index:
            yield from waiting.pop((block.path, block.line), [])
        yield block.text
    for left in waiting.values():
        yield from left
