"""What people's decisions say of the scores, so that a build shows scores that hold here.

Whoever accepts the good links of a finding and leaves the rest undecided says nothing of the rest.
Only findings count of which every link that was suggested has been decided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from telusur import link
from telusur.review.journal import Entry, effect_of, heads, undone
from telusur.review.journal.decisions import LinkDecision

ENOUGH = 30
"""From so many judged suggestions on, findings of a kind have scores of their own."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What was learnt, and from how much."""

    calibration: link.Calibrations
    links: int
    """Suggestions that were judged."""
    findings: int
    """Findings of which every suggestion was judged."""
    shares: Sequence[link.Share] = ()
    """How many of them people accepted, by band."""

    def right_at(self) -> dict[float, tuple[float, float, float]]:
        """Return by raw score how often such links are right, and the 95 % interval's ends."""
        return {score: self.calibration.common.right_at(score) for score in link.BARS}

    def told(self) -> dict[str, Any]:
        """Return it as the store keeps it."""
        right = {
            f"{at:.2f}": [round(one, 4) for one in values] for at, values in self.right_at().items()
        }
        return {"links": self.links, "findings": self.findings, "right_at": right}


def weigh_decisions(entries: Sequence[Entry]) -> Worth | None:
    """Return what the journal says of the scores; None while no finding is judged to the end."""
    judged = judged_links(entries)
    if not judged:
        return None
    findings = len({one.finding_id for one in judged})
    shares = link.accepted_by_band((one.score, one.right) for one in judged)
    return Worth(_calibrations(judged), len(judged), findings, tuple(shares))


def _calibrations(judged: Sequence[JudgedLink]) -> link.Calibrations:
    common = _fitted(judged)
    of: dict[str, list[JudgedLink]] = defaultdict(list)
    for one in judged:
        of[one.kind].append(one)
    near = common.shift, common.slope
    own = {
        kind: _fitted(some, near)
        for kind, some in sorted(of.items())
        if kind and len(some) >= ENOUGH
    }
    return link.Calibrations(common, own)


def _fitted(
    judged: Sequence[JudgedLink], near: tuple[float, float] = (0.0, 1.0)
) -> link.Calibration:
    import numpy as np

    scores, right = zip(*((one.score, one.right) for one in judged), strict=True)
    return link.calibrate(np.array(scores), np.array(right), near)


@dataclass(frozen=True, slots=True)
class JudgedLink:
    """A suggestion that a person judged."""

    finding_id: str
    score: float
    """What it had before any decision, 0 to 1."""
    right: bool
    kind: str = ""
    """Of the finding; empty in lines that do not tell."""


def judged_links(entries: Sequence[Entry]) -> list[JudgedLink]:
    """Return the judged suggestions of all findings that were judged to the end.

    Of several decisions about one pair the last counts, and none where people disagree. Depends
    on the journal alone, so that no report and no change of the draft moves what a score is worth.
    """
    suggested: dict[str, int] = defaultdict(int)
    judged: dict[str, list[JudgedLink]] = defaultdict(list)
    for (finding, _), group in _by_pair(entries).items():
        decision = _standing(group)
        if decision is None or decision.score is None:
            continue
        suggested[finding] = max(suggested[finding], *(one.suggested for one in _links(group)))
        right = decision.decision != "reject"
        kind = decision.finding.kind
        judged[finding].append(JudgedLink(finding, decision.score, right, kind))
    return [
        one
        for finding, found in judged.items()
        if len(found) >= suggested[finding]
        for one in found
    ]


def _by_pair(entries: Sequence[Entry]) -> dict[tuple[str, str], list[Entry]]:
    taken_back = undone(entries)
    pairs: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if isinstance(entry.decision, LinkDecision) and entry.id not in taken_back:
            pairs[entry.decision.finding.id, entry.decision.clause.id].append(entry)
    return pairs


def _links(group: Sequence[Entry]) -> list[LinkDecision]:
    return [one.decision for one in group if isinstance(one.decision, LinkDecision)]


def _standing(group: Sequence[Entry]) -> LinkDecision | None:
    """The judgement that stands; None where there is none, or two that disagree."""
    last = _links(heads(group))
    if len({effect_of(one) for one in last}) != 1:
        return None
    return last[-1] if last[-1].decision in ("accept", "link", "reject") else None
