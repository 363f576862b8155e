"""The blocks of a text: its headings, paragraphs, list items and table rows, as spans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from telusur.corpus.model import Cell

Kind = Literal["heading", "paragraph", "item", "row", "header"]
"""What a block is; a `header` is the row that names a table's columns."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that no sentence crosses."""

    kind: Kind
    start: int
    """Where its words begin in the text (characters), after a list item's mark."""
    end: int
    """Where they end (half-open)."""
    cells: tuple[Cell, ...] = ()
    """The filled cells of a row, left to right."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A text and the blocks it is made of."""

    text: str
    blocks: tuple[Block, ...]
    """In order of position, never overlapping."""
