"""What stands in an annex, whatever it is written as."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote from a report."""

    words: str
    about: str
    """Where it stands: place, date, who says so, and the report with its number."""
    verdict: str
    """What was decided on it, and in which meeting."""
    accepted: bool
    """Whether people accepted it; else it is marked wherever it stands."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part with a heading, and those in it."""

    heading: str
    title: str = ""
    """What stands below the heading, as the title of a bab does."""
    words: Sequence[tuple[int, str]] = ()
    """The words of a provision, a line each, and how many steps each is moved in."""
    quotes: Sequence[Quote] = ()
    remarks: Sequence[str] = ()
    """What is said of the evidence: that there is none, and why none is needed."""
    below: Sequence[Section] = ()


@dataclass(frozen=True, slots=True)
class Annex:
    """The whole."""

    title: str
    """Of the draft."""
    order: str
    """How it is arranged, in words."""
    day: str
    """The day of the evidence, in words."""
    preface: Sequence[str]
    """What is in it and what is not, a paragraph each."""
    sections: Sequence[Section]
    reports: Sequence[str]
    """What the numbers in `Quote.about` stand for, from 1."""
