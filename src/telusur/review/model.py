"""Decisions, and what they are about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from pydantic import AwareDatetime, Field

from telusur.validation import Strict


class LinkStatus(StrEnum):
    """All that can be said of a link."""

    SUGGESTED = "suggested"
    """By the machine; nobody has decided."""
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    SUSPECT = "suspect"
    """Decided, but the words of one end have changed since: it must be looked at again."""


class FindingThen(Strict):
    """The finding as it was when the decision was taken."""

    id: str
    document: str
    quote: str


class ClauseThen(Strict):
    """The clause as it was when the decision was taken."""

    id: str
    label: str
    text: str = Field(description="Its words with all below it")


class Decision(Strict):
    """One line of the journal: a person's judgement of one pair."""

    at: AwareDatetime
    by: str
    decision: Literal["accept", "reject", "unsure", "withdraw"]
    finding: FindingThen
    clause: ClauseThen
    model: str = Field(description="The encoder whose suggestions were seen")
    note: str = ""
    question: str = Field("", description="What is asked, where it is unsure")
    to: str = Field("", description="Whom it is asked of")
    score: float | None = Field(
        default=None,
        ge=0,
        le=1,
        description="The score that the link had before any decision; None by hand",
    )
    suggested: int = Field(default=0, ge=0, description="How many links the finding then had")

    @property
    def status(self) -> LinkStatus:
        """What the link becomes by it."""
        return {"accept": LinkStatus.ACCEPTED, "reject": LinkStatus.REJECTED}.get(
            self.decision, LinkStatus.SUGGESTED
        )


@dataclass(frozen=True, slots=True)
class FindingNow:
    """A finding of today's store."""

    id: str
    document_id: str
    quote: str


@dataclass(frozen=True, slots=True)
class ClauseNow:
    """A clause of today's draft."""

    id: str
    level: str
    text: str
    """Its words with all below it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A decision, and which of today's pairs it is about."""

    line: int
    """Its line in the journal, from 1."""
    decision: Decision
    finding_id: str | None
    """None where the report no longer says anything like it."""
    clause_id: str | None
    """None where the draft no longer has anything like it."""
    changed: bool
    """Whether the words of one end are others than those that were judged."""
    superseded: bool
    """Whether a later decision is about the same pair."""

    @property
    def status(self) -> LinkStatus:
        """What the link is by it now."""
        return LinkStatus.SUSPECT if self.changed else self.decision.status
