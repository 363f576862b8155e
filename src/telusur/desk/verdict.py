"""What somebody says of a link, before it is written down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from telusur import review
from telusur.review import LinkDecision
from telusur.review.journal.decisions import Meeting
from telusur.triage import Pair

Word = Literal["accept", "reject", "unsure", "withdraw", "link"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judgement of one pair."""

    pair: Pair
    word: Word
    note: str = ""
    question: str = ""
    to: str = ""
    meeting: Meeting | None = None
    """In which meeting it was said."""
    blind: bool = False
    """Whether it was said without seeing what others had: two who disagree are then in conflict."""

    def decision(self, ends: review.Pair, by: str, at: datetime) -> LinkDecision:
        """Return it as the journal has it."""
        return LinkDecision(
            decision=self.word,
            at=at,
            by=by,
            note=self.note,
            question=self.question,
            to=self.to,
            meeting=self.meeting,
            finding=ends.finding,
            clause=ends.clause,
            score=ends.score,
            suggested=ends.suggested,
            model=ends.model,
        )
