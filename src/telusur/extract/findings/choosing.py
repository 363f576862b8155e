"""Which candidates are findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from telusur.extract.findings.company import chosen, scores_in_company
from telusur.extract.judgement.candidate import Candidate


def in_company(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, those without a telling heading as what stands around them has it.

    For cues alone: the classifier looks around by itself.
    """
    scores = iter(
        scores_in_company([one.judgement.score for one in candidates if not one.by_structure])
    )
    return [
        one
        if one.by_structure
        else replace(one, judgement=replace(one.judgement, score=next(scores)))
        for one in candidates
    ]


def findings_among(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return those that are findings: all under a heading that says so, of the others the best."""
    free = [candidate for candidate in candidates if not candidate.by_structure]
    scores = [candidate.judgement.score for candidate in free]
    if len(free) == len(candidates):
        kept = chosen(scores)
    else:
        kept = {position for position, score in enumerate(scores) if score >= 0}
    by_words = [free[position] for position in kept]
    by_structure = [candidate for candidate in candidates if candidate.by_structure]
    return sorted(by_words + by_structure, key=lambda candidate: candidate.start)
