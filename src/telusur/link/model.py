"""The two ends of a trace link, and the link."""

from __future__ import annotations

from dataclasses import dataclass

from telusur.link.bands import Band
from telusur.link.calibration import Calibrations


@dataclass(frozen=True, slots=True)
class Source:
    """The finding's end of a link, as the ranking sees it."""

    id: str
    text: str
    """The quote."""
    kind: str = ""
    """Of the finding as it was read; empty where nobody has read it."""


@dataclass(frozen=True, slots=True)
class Target:
    """The clause's end of a link, as the ranking sees it."""

    id: str
    text: str
    """The clause with all its items."""
    heading: str
    """The titles it stands under, outermost first; may be empty."""

    @property
    def pasal(self) -> str:
        """The Pasal that it is an ayat of, as its id says; its own id where it is no ayat."""
        return self.id.rpartition(".ayat-")[0] or self.id


@dataclass(frozen=True, slots=True)
class Link:
    """A suggested trace link between a finding and a clause."""

    finding_id: str
    clause_id: str
    score: float
    """Between 0 and 1, rounded to 4 places; the higher the surer."""
    raw_score: float
    """The same before it was corrected by what people decided about other links."""
    rank: int
    """Place among the finding's links, from 1."""
    why: str
    """What carried it, in words that a reviewer can check (Indonesian)."""


@dataclass(frozen=True, slots=True)
class Options:
    """How many links are suggested, and how sure they have to be."""

    threshold: float = Band.WEAK.value
    """The lowest score of a link, 0 to 1."""
    per_finding: int = 5
    """At most so many links for each finding."""
    calibration: Calibrations | None = None
    """What people's decisions say of the scores."""
