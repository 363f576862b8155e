"""Which decisions say what a score is worth.

Whoever accepts the good links of a finding and leaves the rest undecided says nothing of the rest.
Only findings count of which every link that was suggested has been decided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from telusur.review.model import Decision


@dataclass(frozen=True, slots=True)
class JudgedLink:
    """A suggestion that a person judged."""

    finding_id: str
    score: float
    """What it had before any decision, 0 to 1."""
    right: bool


def judged_links(journal: Sequence[tuple[int, Decision]]) -> list[JudgedLink]:
    """Return the judged suggestions of all findings that were judged to the end.

    Of several decisions about one pair the last counts. Depends on the journal alone, so that no
    report and no change of the draft moves what a score is worth.
    """
    of_finding: dict[str, dict[str, Decision]] = defaultdict(dict)
    for _, decision in journal:
        if decision.score is not None:
            of_finding[decision.finding.id][decision.clause.id] = decision
    return [
        JudgedLink(finding, decision.score or 0.0, decision.decision == "accept")
        for finding, decided in of_finding.items()
        if len(decided) >= max(one.suggested for one in decided.values())
        for decision in decided.values()
    ]
