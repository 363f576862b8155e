"""A sheet as one sees it: cells in rows, as text."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet."""

    name: str
    """As its tab says; empty where it has none."""
    rows: list[list[str]]
    """Every row from the top, each with its cells from the left; empty cells are empty strings.
    What was merged stands once, in the first of its cells."""
    wide: frozenset[int] = field(default=frozenset())
    """The rows (from 0) that hold a cell which spans several columns."""


def shown_in_one_line(text: str) -> str:
    """The text of a cell without its breaks and runs of blanks."""
    return " ".join(text.split())
