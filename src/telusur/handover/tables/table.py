"""A table as people are handed it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Cell = str | int | float | None
Look = Literal["plain", "heading", "gap", "suggested", "justified"]
"""How a row is shown: `heading` stands above the rows of a bab, `gap` has nothing, `suggested` only
what a machine says."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row."""

    cells: Sequence[Cell]
    look: Look = "plain"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below headings."""

    name: str
    """In small letters: it stands in names of files and on the command line."""
    title: str
    """What the table is, as people call it: 31 characters at most."""
    help: str
    """What stands in it, in a sentence."""
    columns: Sequence[tuple[str, int]]
    """Headings, and how wide each column is, in characters."""
    lines: Sequence[Line]
    kept: int = 1
    """How many columns stay in sight while one moves to the right."""
    upright: bool = False
    """Whether the headings of all other columns stand upright, so that many fit on a page."""
