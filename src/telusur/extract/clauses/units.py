"""The stretches of a report that are judged one by one: sentences, items, cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from telusur.corpus.model import Document, Passage
from telusur.extract.clauses.answers import answered, is_tick

_SAYS_MORE = 6
"""Words of a remark that says more than the yes or no beside it."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, a table cell, or what a checklist asks with its answer."""

    passage_number: int
    start: int
    """Where it begins in the document's text (characters)."""
    end: int
    heading: str
    """The section's heading or the column's head it stands under; may be empty."""
    form: Literal["sentence", "item", "cell"]
    answer: bool | None = None
    """Whether a checklist says yes to it; None where nothing was asked."""
    about: str = ""
    """What a remark in a checklist is about: what the row asks."""
    foreign: bool = False
    """Whether it is in English between Indonesian, where only its meaning can tell what it says."""


def units_of(document: Document, tells: Callable[[str], bool]) -> Iterator[Unit]:
    """Yield the units of every passage, in order, never empty and never overlapping.

    `tells` says whether a remark is good or bad news by itself.
    """
    for passage in document.passages:
        if passage.form == "row":
            yield from _cells(passage, document.text, tells)
        else:
            start, end = passage.start, passage.end
            yield Unit(passage.number, start, end, passage.section, passage.form)


def _cells(passage: Passage, text: str, tells: Callable[[str], bool]) -> Iterator[Unit]:
    """Yield the cells of a row; in a checklist what is asked with its answer, or else the remark
    that says more."""
    asked, answer, yes = answered(passage, text) or (None, None, None)
    for number, cell in enumerate(passage.cells):
        heading = cell.header or passage.section
        if cell.end <= cell.start or (cell is answer):
            continue
        if cell is not asked or answer is None:
            about = (
                text[asked.start : asked.end]
                if asked and number > passage.cells.index(asked)
                else ""
            )
            yield Unit(passage.number, cell.start, cell.end, heading, "cell", about=about)
            continue
        remarks = [
            text[one.start : one.end] for one in passage.cells[number + 1 :] if one is not answer
        ]
        if any(len(one.split()) >= _SAYS_MORE or tells(one) for one in remarks):
            continue
        beside = passage.cells[number + 1] is answer and not is_tick(
            text[answer.start : answer.end]
        )
        end = answer.end if beside else cell.end
        yield Unit(passage.number, cell.start, end, heading, "cell", yes)
