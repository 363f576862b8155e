"""How well a classifier of findings reads reports that it has not seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property

import numpy as np
from spacy.tokens import Doc

from benchmarks.certainty import Outcome, print_bands
from benchmarks.training_data import TODAY, Report, span
from telusur import extract
from telusur.evaluate import Comparison, Score, matrix_lines, score
from telusur.evaluate.compare import Match
from telusur.evaluate.spans import pair
from telusur.extract.classifier import Classifier, Meaning
from telusur.extract.findings.choosing import findings_among
from telusur.extract.findings.second_opinion import ByMeaning, SecondOpinion
from telusur.extract.judgement.candidate import Candidate
from telusur.extract.lexicon import Lexicon
from telusur.extract.pipeline import CANDIDATES

FOLDS = 5
SEEDS = (7, 1, 2)

_OF_KIND = (0.0, 1.0, 0.0)
"""With this certainty a classifier tells the odds of the kind alone."""

Train = Callable[[set[int]], Classifier]
"""Learns from some of the reports, by their numbers."""


class Unseen:
    """Reads reports by classifiers that have not learnt from them."""

    def __init__(
        self,
        reports: Sequence[Report],
        train: Train,
        reader: extract.Reader,
        lexicon: Lexicon,
        meaning: Meaning,
    ) -> None:
        """`reader` has no classifier yet."""
        self._reports = reports
        self._train = train
        self._reader = reader
        self._opinion = SecondOpinion(lexicon)
        self._meaning = meaning
        self._gold = [number for number, one in enumerate(reports) if not one.own]
        self._begun = cache(self._begin)

    @property
    def sources(self) -> dict[str, str]:
        """Who wrote each annotated report, by the report's id."""
        return {self._reports[one].document.id: self._reports[one].source for one in self._gold}

    def by_report(self, seed: int) -> list[Comparison]:
        """Read all annotated reports, a fifth of them left out at a time."""
        order = np.random.default_rng(seed).permutation(self._gold).tolist()
        return self._judged(order[fold::FOLDS] for fold in range(FOLDS))

    @cached_property
    def by_source(self) -> list[Comparison]:
        """Them read, all reports of one publisher, or of one hand, left out at a time."""
        return self._apart(lambda one: one.source)

    def by_folder(self) -> list[Comparison]:
        """Read them, all of one gold folder left out at a time."""
        return self._apart(lambda one: one.folder)

    def from_examples(self) -> list[Comparison]:
        """Read them, having learnt from none of them."""
        return self._judged([self._gold])

    def _apart(self, of: Callable[[Report], str]) -> list[Comparison]:
        groups: dict[str, list[int]] = {}
        for number in self._gold:
            groups.setdefault(of(self._reports[number]), []).append(number)
        return self._judged(groups.values())

    def _judged(self, groups: Iterable[Sequence[int]]) -> list[Comparison]:
        return [one for held in groups for one in self._without(held)]

    def _without(self, held: Sequence[int]) -> Iterator[Comparison]:
        classifier = self._train(set(range(len(self._reports))) - set(held))
        by = ByMeaning(replace(classifier, certainty=_OF_KIND), self._meaning)
        for number in sorted(held):
            report = self._reports[number]
            candidates = CANDIDATES.of(self._begun(number))
            judged = self._opinion.on(report.document.text, candidates, by)
            yield _compare(report, findings_among(judged))

    def _begin(self, number: int) -> Doc:
        return self._reader.begin(self._reports[number].document, today=TODAY)


def report_on(unseen: Unseen, folders: Sequence[str], *, quick: bool) -> None:
    """Print how well reports are read; `quick` leaves out what takes long."""
    rounds = {"one source left out": [unseen.by_source]}
    if not quick:
        rounds["a fifth of the reports left out"] = [unseen.by_report(seed) for seed in SEEDS]
        rounds["from our own writing alone"] = [unseen.from_examples()]
        if len(folders) > 1:
            rounds["one gold folder left out"] = [unseen.by_folder()]
    for title, judged in rounds.items():
        for folder in folders:
            of_folder = [[one for one in each if one.path == folder] for each in judged]
            print(f"\n{folder}, {title} ({len(of_folder[0])} reports)")
            for scores in zip(*map(score, of_folder), strict=True):
                _print_score(scores)
            _print_kinds([one for each in of_folder for one in each])
            if len(judged) == 1:
                print_bands(outcomes(judged[0]), folder)
                _print_sources(of_folder[0], unseen.sources)


def _print_score(rounds: Sequence[Score]) -> None:
    """Print a score: its mean over the rounds."""
    if rounds[0].name.startswith(("visit", "finding_place")):
        return
    value, low, high = (
        float(np.mean([getattr(one, part) for one in rounds])) for part in ("value", "low", "high")
    )
    print(f"  {rounds[0].name:<28}{value:6.3f}  [{low:.3f}, {high:.3f}]")


def _print_kinds(comparisons: Sequence[Comparison]) -> None:
    """Print how often a gold finding of each kind (rows) was read as each (columns)."""
    for line in matrix_lines(comparisons):
        print(f"  {line}")


def _print_sources(comparisons: Sequence[Comparison], sources: Mapping[str, str]) -> None:
    """Print how well the reports of each source were read."""
    for source in sorted({sources[one.doc] for one in comparisons}):
        among = [one for one in comparisons if sources[one.doc] == source]
        values = {one.name: one.value for one in score(among)}
        shown = ("findings_f1", "kind_accuracy", "challenges_micro_f1")
        figures = ", ".join(f"{name} {values[name]:.3f}" for name in shown)
        print(f"  {source} ({len(among)} reports): {figures}")


def outcomes(comparisons: Sequence[Comparison]) -> list[Outcome]:
    """Return what came of each finding that was read."""
    read = [
        (one.ours, one.ours["kind"] == one.gold.kind)
        for each in comparisons
        for one in each.matches
    ]
    read += [(one, False) for each in comparisons for one in each.false_alarms]
    return [
        Outcome(one["folder"], one["source"], one["score"], one["of_kind"], right)
        for one, right in read
    ]


def _compare(report: Report, found: Sequence[Candidate]) -> Comparison:
    """Lay what was read beside the gold; the comparison's path is the gold folder."""
    pairs = pair([span(report.document, one.start, one.end) for one in found], report.spans)
    ours = [
        {
            "kind": one.judgement.kind,
            "folder": report.folder,
            "source": report.source,
            "score": one.judgement.score,
            "of_kind": one.judgement.odds,
            "challenges": frozenset(each.challenge_id for each in one.judgement.challenges),
        }
        for one in found
    ]
    taken = {i for i, _ in pairs}, {j for _, j in pairs}
    return Comparison(
        doc=report.document.id,
        path=report.folder,
        matches=tuple(Match(ours[i], report.findings[j], place_is_right=True) for i, j in pairs),
        misses=tuple(one for j, one in enumerate(report.findings) if j not in taken[1]),
        false_alarms=tuple(one for i, one in enumerate(ours) if i not in taken[0]),
        date_is_right=True,
        places_are_right=True,
    )
