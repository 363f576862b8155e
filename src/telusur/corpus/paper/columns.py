"""Tables without ruled lines on a printed page, whose columns only stand apart → rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from telusur.corpus.paper.printed import PrintedLine
from telusur.corpus.paper.ruled import Box, replaced

_FEWEST_COLUMNS = 3
"""Two may be a page in two columns, or a form of labels and answers."""
_LONGEST_NAME = 40
_SAME_LINE = 0.6
"""Of a line's height: what differs less in height stands side by side."""
_ROW_GAP = 1.25
"""How much more than lines of one cell the rows of a table stand apart."""
_SLACK = 4.0
"""Points by which what stands in one column may begin before its name."""


@dataclass(frozen=True, slots=True)
class _Level:
    """What stands side by side, left to right."""

    parts: tuple[PrintedLine, ...]

    @property
    def top(self) -> float:
        return max(one.top for one in self.parts)

    @property
    def bottom(self) -> float:
        return min(one.top - one.size for one in self.parts)


def put_columns(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Return the lines of a page with one for each row of its tables without rules.

    A table that would lose a letter is left as it is.
    """
    found = list(lines)
    levels = _levels([line for line in lines if not line.is_row])
    at = 0
    while at < len(levels):
        length = _length_of_table(levels[at:])
        if length > 1:
            table = levels[at : at + length]
            found = replaced(found, _box(table), list(_rows(table)))
        at += max(1, length)
    return found


def _levels(lines: Sequence[PrintedLine]) -> list[_Level]:
    levels: list[list[PrintedLine]] = []
    for line in sorted(lines, key=lambda one: -one.top):
        if levels and levels[-1][0].top - line.top < _SAME_LINE * line.size:
            levels[-1].append(line)
        else:
            levels.append([line])
    return [_Level(tuple(sorted(some, key=lambda one: one.left))) for some in levels]


def _length_of_table(levels: Sequence[_Level]) -> int:
    """How many levels from the first on are a table whose columns the first one names."""
    if not _names_columns(levels[0]):
        return 0
    head = levels[0].parts
    length, full = 1, 0
    while length < len(levels) and _fits(levels[length], head):
        if levels[length - 1].bottom - levels[length].top > 3 * head[0].size:
            break
        full += len(levels[length].parts) >= _FEWEST_COLUMNS
        length += 1
    return length if full else 0


def _names_columns(level: _Level) -> bool:
    return (
        len(level.parts) >= _FEWEST_COLUMNS
        and all(len(one.text) <= _LONGEST_NAME for one in level.parts)
        and all(any(map(str.isalpha, one.text)) for one in level.parts)
        and not any(one.text.endswith((".", ",", ";", ":")) for one in level.parts)
    )


def _fits(level: _Level, head: Sequence[PrintedLine]) -> bool:
    """Whether each part stands in one column, and no two in the same."""
    places = [_column(one, head) for one in level.parts]
    return None not in places and len(set(places)) == len(places)


def _column(line: PrintedLine, head: Sequence[PrintedLine]) -> int | None:
    if line.left < head[0].left - _SLACK:
        return None
    place = max(at for at, name in enumerate(head) if name.left - _SLACK <= line.left)
    crosses = place + 1 < len(head) and line.right > head[place + 1].left
    return None if crosses else place


def _rows(table: Sequence[_Level]) -> Iterator[list[str]]:
    head = table[0].parts
    yield [one.text for one in head]
    gaps = [above.top - below.top for above, below in pairwise(table[1:])]
    apart = bool(gaps) and max(gaps) > _ROW_GAP * min(gaps)
    row: list[list[str]] = [[] for _ in head]
    for number, level in enumerate(table[1:]):
        far = number and gaps[number - 1] > _ROW_GAP * min(gaps)
        if number and (far if apart else _has_first(level, head)):
            yield [" ".join(cell) for cell in row]
            row = [[] for _ in head]
        for one in level.parts:
            row[_column(one, head) or 0].append(one.text)
    yield [" ".join(cell) for cell in row]


def _has_first(level: _Level, head: Sequence[PrintedLine]) -> bool:
    return _column(level.parts[0], head) == 0


def _box(table: Sequence[_Level]) -> Box:
    parts = [one for level in table for one in level.parts]
    return (
        min(one.left for one in parts),
        min(one.top - one.size for one in parts),
        max(one.right for one in parts),
        max(one.top for one in parts),
    )
