"""The shape of a signal: what it is given, and what it answers.

A signal is a name, a weight and a function. The function gets to know the clauses once and returns
another, which weighs some findings at a time against all of them, knowing what the signals before
it in the list have said.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    from telusur.extract.lexicon import Challenge
    from telusur.link.model import Target

    Array = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses, and what else is known before any finding is."""

    targets: Sequence[Target]
    challenges: Sequence[Challenge]
    """The taxonomy that both ends are read by."""
    vectors: Array
    """One row for each text of `target_texts`, clause after clause."""
    references: Array
    """One row for each sentence about the matter at large (references, dimension)."""
    encoder: str = ""
    """What made the vectors, as `telusur.link.identify` names it; empty where nobody says it."""


@dataclass(frozen=True, slots=True)
class Findings:
    """Some findings to weigh."""

    tokens: Sequence[Sequence[str]]
    """The words and figures of each."""
    vectors: Array
    """One row for each, and then rows of zeros: there are always as many rows, for the last digits
    of a product depend on how many it has."""

    def __len__(self) -> int:
        return len(self.tokens)


@dataclass(frozen=True, slots=True)
class Said:
    """What a signal says of some findings."""

    evidence: Array
    """What speaks for each link (findings, clauses), from -1 to 1, before the signal's weight."""
    reasons: Callable[[Array, Array], list[str]]
    """Says in words that a reviewer can check (Indonesian) what the signal found for each of some
    links, given the numbers of their findings and of their clauses; both (links,)."""
    heard: Array | float = 1.0
    """How much the signal is to be heard for each finding (findings, 1), from 0 to 1."""


Before = Mapping[str, Said]
"""What the signals that stand before one in the list have said, by their names."""
Weigh = Callable[[Findings, Before], Said]
Prepare = Callable[[Clauses], Weigh]


@dataclass(frozen=True, slots=True)
class Signal:
    """One way of seeing that a clause answers a finding."""

    name: str
    weight: float
    """What its evidence counts beside that of the others."""
    prepare: Prepare

    def counts(self, said: Said) -> Array:
        """Return what it adds to the evidence of all signals (findings, clauses)."""
        counted: Array = self.weight * said.heard * said.evidence
        return counted
