"""A clause that may become a finding."""

from __future__ import annotations

from dataclasses import dataclass

from telusur.extract.clauses.units import Unit
from telusur.extract.model import Kind


@dataclass(frozen=True, slots=True)
class Context:
    """What the place of a clause in its report says about it."""

    kind: Kind | None = None
    """The kind that the heading or the column above it gives."""
    spoken: bool = False
    """Whether it is direct speech."""
    item: bool = False
    """Whether it is a list item or a cell."""
    cell: bool = False
    """Whether it is a cell of a table."""
    heading: bool = False
    """Whether it stands under a heading."""
    question: str = ""
    """What it answers, in an interview or a form; empty where nothing was asked."""
    sentence: str = ""
    """The sentence, item or cell that it is a part of."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a report that says one thing."""

    unit: Unit
    start: int
    """Where it begins in the document's text (characters)."""
    end: int
    tokens: tuple[int, int]
    """Half-open positions in the Doc."""
    context: Context
