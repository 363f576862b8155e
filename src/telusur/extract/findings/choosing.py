"""Which candidates are findings. Findings keep company, and so does ceremony."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from telusur.extract.judgement.candidate import Candidate

_OF_NEIGHBOUR = 0.15
_OF_REPORT = 0.25
_MOST = 2.0
"""A clause counts for its neighbours with at most this score."""
_LEAST = -0.5
"""It counts with at least this one: bad company alone never undoes a clear finding."""
_CEREMONIAL = 0.15
"""Where fewer of a report's clauses look like findings, it is one of ceremony."""


def in_company(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, those without a telling heading as what stands around them has it.

    For cues alone: the classifier looks around by itself.
    """
    scores = iter(
        _scores_in_company([one.judgement.score for one in candidates if not one.by_structure])
    )
    return [
        one
        if one.by_structure
        else replace(one, judgement=replace(one.judgement, score=next(scores)))
        for one in candidates
    ]


def findings_among(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return those that are findings, in order."""
    scores = [one.judgement.score for one in candidates]
    if any(one.by_structure for one in candidates):  # no report of ceremony
        kept = {position for position, score in enumerate(scores) if score >= 0}
    else:
        kept = _best(scores)
    return [candidates[position] for position in sorted(kept)]


def _scores_in_company(scores: Sequence[float]) -> list[float]:
    """Return each score, raised or lowered by those of the clauses before and after it, and by
    the mean of the report. `scores` come in order of position.
    """
    if not scores:
        return []
    capped = [min(_MOST, max(_LEAST, score)) for score in scores]
    mean = sum(capped) / len(capped)
    around = [mean, *capped, mean]
    return [
        score + _OF_NEIGHBOUR * (before + after) + _OF_REPORT * mean
        for score, before, after in zip(scores, around, around[2:], strict=False)
    ]


def _best(scores: Sequence[float]) -> set[int]:
    """Return the positions of the clauses that are findings: those with a score from 0 on.

    Of a report of ceremony, only the best one.
    """
    found = {position for position, score in enumerate(scores) if score >= 0}
    if len(found) < _CEREMONIAL * len(scores):
        return set(sorted(found, key=lambda position: -scores[position])[:1])
    return found
