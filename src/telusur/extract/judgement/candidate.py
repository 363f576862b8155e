"""A clause with what was thought of it."""

from __future__ import annotations

from dataclasses import dataclass

from telusur.extract.clauses.clause import Clause
from telusur.extract.judgement.judging import Judgement


@dataclass(frozen=True, slots=True)
class Candidate:
    """A clause that may become a finding."""

    clause: Clause
    judgement: Judgement
    rule: str
    """What speaks for it, in words that a reviewer understands (Indonesian)."""

    @property
    def start(self) -> int:
        """Where it begins in the document's text (characters)."""
        return self.clause.start

    @property
    def end(self) -> int:
        return self.clause.end

    @property
    def by_structure(self) -> bool:
        """Whether the heading above it makes it a finding."""
        return self.clause.context.kind is not None
