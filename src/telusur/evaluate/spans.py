"""When are two spans the same finding?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of characters, and the passage that holds most of it."""

    start: int
    end: int
    passage: int
    """Number of that passage in its report; 0 where no passage touches the span."""


def overlap(one: Span, other: Span) -> int:
    """Characters that both cover."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def same(one: Span, other: Span) -> bool:
    """Whether they overlap by half of the shorter one and lie mostly in the same passage."""
    shorter = min(one.end - one.start, other.end - other.start)
    return one.passage == other.passage and 2 * overlap(one, other) >= shorter > 0


def pair(ours: Sequence[Span], gold: Sequence[Span]) -> list[tuple[int, int]]:
    """Pair spans one to one, those that overlap most first; indexes into `ours` and `gold`."""
    candidates = [
        (overlap(one, other), -i, -j)
        for i, one in enumerate(ours)
        for j, other in enumerate(gold)
        if same(one, other)
    ]
    pairs: list[tuple[int, int]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in sorted(candidates, reverse=True):
        if -i not in taken[0] and -j not in taken[1]:
            taken[0].add(-i)
            taken[1].add(-j)
            pairs.append((-i, -j))
    return pairs


def passage_of(start: int, end: int, passages: Sequence[tuple[int, int, int]]) -> int:
    """Number of the passage (number, start, end) that holds most of a span; 0 if none does."""
    held = [
        (min(end, stop) - max(start, begin), -number)
        for number, begin, stop in passages
        if min(end, stop) > max(start, begin)
    ]
    return -max(held)[1] if held else 0
