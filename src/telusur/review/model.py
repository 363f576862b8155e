"""What decisions are laid over, and what they make of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from telusur.review.journal import Entry


class LinkStatus(StrEnum):
    """All that can be said of a link."""

    SUGGESTED = "suggested"
    """By the machine; nobody has decided."""
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNSURE = "unsure"
    """Somebody looked at it and asks somebody else."""
    SUSPECT = "suspect"
    """Decided, but it must be looked at again: a `Doubt` says why."""


class Doubt(StrEnum):
    """Why a decision must be looked at again, the gravest first."""

    MISSING = "missing"
    """The journal no longer holds the decision; only the store does."""
    CONFLICT = "conflict"
    """Two people decided otherwise, without knowing of each other."""
    AMBIGUOUS = "ambiguous"
    """The words stand in several places of the reports, and nothing tells which was meant."""
    BOTH = "both"
    """The words of both ends have changed since."""
    FINDING = "finding"
    """The words of the finding have."""
    CLAUSE = "clause"
    """The words of the clause have."""


class State(StrEnum):
    """What a decision is worth today."""

    IN_FORCE = "in force"
    SUPERSEDED = "superseded"
    """By a later decision on the same thing."""
    WITHDRAWN = "withdrawn"
    """Undone."""
    SUSPECT = "suspect"
    """The words of one end are others than those that were judged."""
    AMBIGUOUS = "ambiguous"
    CONFLICT = "conflict"
    MISSING = "missing"
    LOST = "lost"
    """One end is gone."""


@dataclass(frozen=True, slots=True)
class FindingNow:
    """A finding of today's store."""

    id: str
    document_id: str
    quote: str
    text: str = ""
    """Of the report."""
    start: int = 0
    """Where it begins in the report's text, in characters."""
    end: int = 0

    @property
    def around(self) -> tuple[str, str]:
        """The words that stand before it and behind it in the report."""
        return around(self.text, self.start, self.end)


@dataclass(frozen=True, slots=True)
class ClauseNow:
    """A clause of today's draft."""

    id: str
    level: str
    text: str
    """Its words with all below it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A decision, what it is about today, and what it is worth."""

    entry: Entry
    finding_id: str | None
    """None where it is about none, or the reports no longer say anything like it."""
    clause_id: str | None
    """None where it is about none, or the draft no longer has anything like it."""
    state: State
    doubt: Doubt | None
    """None where it holds, or no longer counts."""


_WORDS_AROUND = 8
_NEAR = 100
"""Characters in which these words stand."""


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return some words before and some behind a place in a report's text."""
    before = text[max(0, start - _NEAR) : start].split()[-_WORDS_AROUND:]
    after = text[end : end + _NEAR].split()[:_WORDS_AROUND]
    return " ".join(before), " ".join(after)
