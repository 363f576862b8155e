"""Takes a person's decision about a link into the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from telusur.review.journal import append_decision
from telusur.review.model import ClauseThen, Decision, FindingThen


@dataclass(frozen=True, slots=True)
class Pair:
    """What a decision is about, and what whoever takes it sees."""

    finding: FindingThen
    clause: ClauseThen
    score: float | None
    """The link's score before any decision; None where it was not suggested."""
    suggested: int
    """How many links the finding has by machine."""
    model: str
    """The encoder that suggests."""


def decide(
    journal: Path,
    pair: Pair,
    decision: Literal["accept", "reject"],
    *,
    by: str,
    at: datetime,
    note: str,
) -> Decision:
    """Write the decision to the end of the journal, with what both ends say; return it.

    `at` carries its time zone.
    """
    taken = Decision(
        at=at,
        by=by,
        decision=decision,
        finding=pair.finding,
        clause=pair.clause,
        score=pair.score,
        suggested=pair.suggested,
        model=pair.model,
        note=note,
    )
    append_decision(journal, [taken])
    return taken
