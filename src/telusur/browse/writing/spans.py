"""Cuts a text where spans begin and end, to mark them in it; spans may overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text that means something."""

    start: int
    """Where it begins, in characters."""
    end: int
    """Where it ends (half-open)."""
    name: str
    """What it is: the id of a finding, of a clause."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in which no span begins or ends."""

    text: str
    names: tuple[str, ...] = ()
    """The spans it lies in, the one that begins last at the end."""
    begins: tuple[str, ...] = ()
    """Those of them that begin with it."""


def pieces(text: str, spans: Sequence[Span], start: int = 0) -> Iterator[Piece]:
    """Yield the pieces of a text that begins at `start` of what the spans count."""
    end = start + len(text)
    inside = sorted(
        (max(one.start, start), min(one.end, end), one.name, one.start >= start)
        for one in spans
        if one.start < end and one.end > start and one.end > one.start
    )
    cuts = sorted({start, end, *(one[0] for one in inside), *(one[1] for one in inside)})
    waiting, active = 0, list[tuple[int, int, str, bool]]()
    for left, right in pairwise(cuts):
        active = [one for one in active if one[1] > left]
        new = waiting
        while new < len(inside) and inside[new][0] == left:
            new += 1
        begun = inside[waiting:new]
        active, waiting = active + begun, new
        yield Piece(
            text[left - start : right - start],
            tuple(one[2] for one in active),
            tuple(name for _, _, name, whole in begun if whole),
        )


def around(context: str, start: int, quote_start: int, quote_end: int) -> list[Piece]:
    """A quote in the text around it, which begins at `start`."""
    return list(pieces(context, [Span(quote_start, quote_end, "quote")], start))
