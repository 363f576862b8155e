"""Lays the links of a build beside those of a careful reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

import numpy as np

from telusur.evaluate import ranking
from telusur.evaluate.judged import JudgedFinding, JudgedLinks
from telusur.evaluate.ranking import Array, Ranked
from telusur.evaluate.scores import RESAMPLES, SEED, Score
from telusur.store.database import Database
from telusur.store.reading import rows

_DEPTH = 5


@dataclass(frozen=True, slots=True)
class LinkComparison:
    """What a build suggests for the findings that a reader judged, and what the reader says."""

    findings: tuple[JudgedFinding, ...]
    """Those that are in the store."""
    suggested: tuple[tuple[tuple[str, float], ...], ...]
    """For each finding the clauses with their scores, best first."""
    judged: tuple[dict[str, float], ...]
    """For each finding the clauses that the reader links to it, with their grades."""
    labels: dict[str, str]
    """Labels of clauses, by id."""
    lacking: tuple[str, ...]
    """Findings and clauses of the gold that are not in the store."""


def compare_links(db: Database, gold: JudgedLinks) -> LinkComparison:
    """Compare the links of a build with judged ones.

    A finding is known by its id, or else by its report and its exact quote; a clause by its id, or
    else by its label.
    """
    quoted = {
        (PurePosixPath(row["path"]).stem, row["quote"]): row["id"]
        for row in rows(
            db,
            "SELECT findings.id, path, quote FROM findings"
            " JOIN documents ON documents.id = document_id",
        )
    }
    known = set(quoted.values())
    labels = {row["id"]: row["label"] for row in rows(db, "SELECT id, label FROM clauses")}
    ids = {label: clause for clause, label in labels.items()} | {one: one for one in labels}
    here = {
        one: one.id if one.id in known else quoted.get((one.doc, one.text)) for one in gold.findings
    }
    suggested: dict[str, list[tuple[str, float]]] = {}
    for row in rows(db, "SELECT finding_id, clause_id, score FROM links ORDER BY rank"):
        suggested.setdefault(row["finding_id"], []).append((row["clause_id"], row["score"]))
    judged: dict[str, dict[str, float]] = {one.id: {} for one in gold.findings}
    for (finding, clause), grade in gold.grades.items():
        judged[finding][ids.get(clause, clause)] = grade
    found = {one: finding for one, finding in here.items() if finding}
    return LinkComparison(
        findings=tuple(found),
        suggested=tuple(tuple(suggested.get(finding, ())) for finding in found.values()),
        judged=tuple(judged[one.id] for one in found),
        labels=labels,
        lacking=(
            *(one.id for one in gold.findings if one not in found),
            *sorted({clause for _, clause in gold.grades if clause not in ids}),
        ),
    )


def as_ranked(one: LinkComparison, lowest: float = 0) -> Ranked:
    """Return the comparison as arrays, with grades below `lowest` as no link."""
    scores = np.full((len(one.findings), _DEPTH), -1.0)  # below any threshold
    grades = np.zeros_like(scores)
    for number, (suggested, judged) in enumerate(zip(one.suggested, one.judged, strict=True)):
        for place, (clause, score) in enumerate(suggested[:_DEPTH]):
            grade = judged.get(clause, 0)
            scores[number, place] = score
            grades[number, place] = grade if grade >= lowest else 0
    linked = [sum(0 < grade >= lowest for grade in judged.values()) for judged in one.judged]
    return Ranked(scores, grades, np.array(linked, int))


def score_links(one: LinkComparison, strong: float) -> tuple[Score, ...]:
    """Return every score of the links; `strong` is the lowest score of a strong link.

    Intervals come from drawing the reports again.
    """
    highest = max((grade for judged in one.judged for grade in judged.values()), default=1)
    every, direct = as_ranked(one), as_ranked(one, highest)
    unlinkable = int((every.links == 0).sum())
    measures: tuple[tuple[str, Ranked, Callable[[Ranked], float], int], ...] = (
        ("links_map_direct", direct, _map, int((direct.links > 0).sum())),
        ("links_recall_at_5_direct", direct, _recall, int((direct.links > 0).sum())),
        ("links_map", every, _map, int((every.links > 0).sum())),
        ("links_recall_at_5", every, _recall, int((every.links > 0).sum())),
        ("links_precision", every, lambda some: ranking.given(some, 0)[1], _number(every, 0)),
        ("links_f1", every, lambda some: ranking.f1_at(some, 0), int(every.links.sum())),
        (
            "strong_links_precision",
            every,
            lambda some: ranking.given(some, strong)[1],
            _number(every, strong),
        ),
        ("unlinkable_with_link", every, lambda some: ranking.share_reaching(some, 0), unlinkable),
        (
            "unlinkable_with_strong_link",
            every,
            lambda some: ranking.share_reaching(some, strong),
            unlinkable,
        ),
        ("links_calibration_error", every, ranking.calibration_error, _number(every, 0)),
    )
    draws = _draws(one)
    return tuple(
        Score(name, measure(some), *_interval([measure(some.of(draw)) for draw in draws]), of)
        for name, some, measure, of in measures
        if of
    )


def _map(one: Ranked) -> float:
    return float(np.nanmean(ranking.average_precision(one))) if one.links.any() else 0.0


def _recall(one: Ranked) -> float:
    return float(np.nanmean(ranking.recall(one, _DEPTH))) if one.links.any() else 0.0


def _number(one: Ranked, threshold: float) -> int:
    return ranking.given(one, threshold)[0]


def _draws(one: LinkComparison) -> list[Array]:
    """Return the numbers of the findings in each drawing of reports, with replacement."""
    of_report: dict[str, list[int]] = {}
    for number, finding in enumerate(one.findings):
        of_report.setdefault(finding.doc or finding.id, []).append(number)
    reports = [np.array(numbers) for numbers in of_report.values()]
    draw = np.random.default_rng(SEED)
    return [
        np.concatenate([reports[number] for number in drawn])
        for drawn in draw.integers(0, len(reports), (RESAMPLES, len(reports)))
    ]


def _interval(values: list[float]) -> tuple[float, float]:
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)
