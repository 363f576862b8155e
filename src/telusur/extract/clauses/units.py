"""The stretches of a report that are judged one by one: sentences, items, cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from telusur.corpus.model import Document, Passage


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or a table cell."""

    passage_number: int
    start: int
    """Where it begins in the document's text (characters)."""
    end: int
    heading: str
    """The section's heading or the column's head it stands under; may be empty."""
    form: Literal["sentence", "item", "cell"]


def units_of(document: Document) -> Iterator[Unit]:
    """Yield the units of every passage, in order, never empty and never overlapping."""
    for passage in document.passages:
        if passage.form == "row":
            yield from _cells(passage)
        else:
            start, end = passage.start, passage.end
            yield Unit(passage.number, start, end, passage.section, passage.form)


def _cells(passage: Passage) -> Iterator[Unit]:
    for cell in passage.cells:
        if cell.end > cell.start:
            heading = cell.header or passage.section
            yield Unit(passage.number, cell.start, cell.end, heading, "cell")
