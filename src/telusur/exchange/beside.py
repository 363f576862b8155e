"""Pages in two columns: which lines stand in one row, and which in the next column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_MIDDLE = (0.3, 0.7)
"""Between which parts of a page's width columns are parted."""
_STEP = 2.0
"""Points."""
_FEWEST_LINES = 6
_FEWEST_WORDS = 3.0
"""On the average: markers and labels, as `a.` and `Menimbang`, are no column of a text."""
_MOST_ACROSS = 0.25
"""Of a page's lines: headings and tables that go over both columns."""


@dataclass(frozen=True, slots=True)
class Line:
    """What stands side by side without a gap; distances in points from the lower left corner."""

    text: str
    left: float
    right: float
    middle: float
    height: float


def in_order(lines: Sequence[Line], width: float) -> Iterator[list[Line]]:
    """Yield the lines of a page in stretches in which rows go over the whole stretch: where the
    page has two columns, first the left one, then the right one, between what goes over both."""
    gutter = _gutter(lines, width)
    if gutter is None:
        yield list(lines)
        return
    left, right = list[Line](), list[Line]()
    for line in sorted(lines, key=lambda each: -each.middle):
        if _crosses(line, gutter):
            yield from filter(None, (left, right, [line]))
            left, right = [], []
        else:
            (left if line.right <= gutter + _STEP else right).append(line)
    yield from filter(None, (left, right))


def _gutter(lines: Sequence[Line], width: float) -> float | None:
    """Return where two columns are parted; None where there is one."""
    places = [
        width * _MIDDLE[0] + _STEP * step
        for step in range(int(width * (_MIDDLE[1] - _MIDDLE[0]) / _STEP))
    ]
    across = {place: sum(_crosses(line, place) for line in lines) for place in places}
    least = min(across.values(), default=0)
    free = [place for place in places if across[place] == least]
    if not free or least > _MOST_ACROSS * len(lines):
        return None
    gutter = free[len(free) // 2]
    sides = (
        [line for line in lines if line.right <= gutter + _STEP],
        [line for line in lines if line.left >= gutter - _STEP],
    )
    return gutter if all(map(_is_text, sides)) else None


def _is_text(side: Sequence[Line]) -> bool:
    if len(side) < _FEWEST_LINES:
        return False
    words = sum(len(line.text.split()) for line in side) / len(side)
    margin = min(line.left for line in side)
    widest = max(line.right for line in side) - margin
    wide = sum(line.right - line.left > 0.6 * widest for line in side)
    return words >= _FEWEST_WORDS and 2 * wide >= len(side)


def _crosses(line: Line, place: float) -> bool:
    return line.left < place - _STEP and line.right > place + _STEP
