"""A regulation as a tree of clauses, flattened in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal[
    "bab", "bagian", "paragraf", "pasal", "ayat", "huruf", "angka", "subhuruf", "subangka"
]
"""Levels of Indonesian regulations, outermost first; the last two are written `a)` and `1)`."""

ReferenceState = Literal["ok", "missing", "external", "unsure"]


@dataclass(frozen=True, slots=True)
class Clause:
    """One unit of the regulation: a heading, a Pasal, an ayat or an item of a tabulation."""

    id: str
    """The label of its Pasal (or `pasal-7` where it has none) and the way down from there:
    `antrean-daring.ayat-2.huruf-a`."""
    label: str
    """How a lawyer cites it: `Pasal 7 ayat (2) huruf a`, `BAB II`, `BAB II Bagian Kesatu`."""
    parent_id: str | None
    level: Level
    number: str
    """Its own number as printed: `II`, `Kesatu`, `7`, `2`, `a`."""
    position: int
    """Place in reading order, from 1."""
    heading: str
    """The title of a bab, bagian or paragraf; for deeper clauses the nearest of those above it."""
    text: str
    """Its own words, without those of the clauses below it; references by label are printed."""
    normative: bool
    """Whether it sets a norm: definitions, purpose, scope and closing provisions do not."""
    fingerprint: str
    """SHA-256 of its normalised text with all below it: changes when the words do."""
    path: str
    """The file it stands in, below `draft/`."""
    line: int
    """Its line in that file, from 1."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Words in a clause that refer to a provision."""

    from_clause: str
    to_clause: str | None
    """The clause referred to; None unless the state is `ok`."""
    text: str
    """The words, as printed: `Pasal 5 ayat (2)`."""
    start: int
    """Where they begin in the clause's own text (characters)."""
    end: int
    state: ReferenceState


@dataclass(frozen=True, slots=True)
class Regulation:
    """The draft, parsed."""

    title: str
    clauses: tuple[Clause, ...]
    """In reading order."""
    references: tuple[Reference, ...]
    opening: tuple[str, ...]
    """What stands before the first clause (title, considerations, legal bases), one line each."""
    closing: tuple[str, ...]
    """What stands after the last clause (promulgation, signatures), one line each."""


@dataclass(frozen=True, slots=True)
class Provision:
    """A unit that trace links lead to: a normative ayat, or a normative Pasal without ayat."""

    clause_id: str
    text: str
    """Its words with those of all items below it: `… meliputi: a. …; b. ….`"""
    heading: str
    """The titles it stands under, outermost first; empty where there is none."""
