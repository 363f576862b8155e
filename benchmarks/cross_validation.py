"""How well a classifier of findings reads reports that it has not seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

import numpy as np
from spacy.tokens import Doc

from benchmarks.training_data import TODAY, Report, span
from telusur import extract
from telusur.evaluate import Comparison, Score, score
from telusur.evaluate.compare import Match
from telusur.evaluate.spans import pair
from telusur.extract.classifier import Classifier, Meaning

FOLDS = 5
SEEDS = (7, 1, 2)

Train = Callable[[set[int]], Classifier]
"""Learns from some of the reports, by their numbers."""


class Unseen:
    """Reads reports by classifiers that have not learnt from them."""

    def __init__(
        self, reports: Sequence[Report], train: Train, reader: extract.Reader, meaning: Meaning
    ) -> None:
        """`reader` has no classifier yet."""
        self._reports = reports
        self._train = train
        self._reader = reader
        self._meaning = meaning
        self._gold = [number for number, one in enumerate(reports) if not one.own]
        self._begun = cache(self._begin)

    def by_report(self, seed: int) -> list[Comparison]:
        """Read all annotated reports, a fifth of them left out at a time."""
        order = np.random.default_rng(seed).permutation(self._gold).tolist()
        return self._judged(order[fold::FOLDS] for fold in range(FOLDS))

    def by_source(self) -> list[Comparison]:
        """Read them, all reports of one publisher, or of one hand, left out at a time."""
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
        reader = self._reader.with_classifier(classifier)
        for number in sorted(held):
            found = reader.finish(self._begun(number), self._meaning).findings
            yield _compare(self._reports[number], found)

    def _begin(self, number: int) -> Doc:
        return self._reader.begin(self._reports[number].document, today=TODAY)


def report_on(unseen: Unseen, folders: Sequence[str], *, quick: bool) -> None:
    """Print how well reports are read; `quick` leaves out what takes long."""
    rounds = {"one source left out": [unseen.by_source()]}
    if not quick:
        rounds["a fifth of the reports left out"] = [unseen.by_report(seed) for seed in SEEDS]
        rounds["from the examples alone"] = [unseen.from_examples()]
        if len(folders) > 1:
            rounds["one gold folder left out"] = [unseen.by_folder()]
    for title, judged in rounds.items():
        for folder in folders:
            of_folder = [[one for one in each if one.path == folder] for each in judged]
            print(f"\n{folder}, {title} ({len(of_folder[0])} reports)")
            for scores in zip(*map(score, of_folder), strict=True):
                _print_score(scores)
            _print_kinds([one for each in of_folder for one in each])


def _print_score(rounds: Sequence[Score]) -> None:
    """Print a score: its mean over the rounds."""
    if rounds[0].name.startswith(("visit", "finding_place")):
        return
    value, low, high = (
        float(np.mean([getattr(one, part) for one in rounds])) for part in ("value", "low", "high")
    )
    print(f"  {rounds[0].name:<28}{value:6.3f}  [{low:.3f}, {high:.3f}]")


def _print_kinds(comparisons: Sequence[Comparison]) -> None:
    """Print how often a gold finding of each kind (rows) was read as each (columns), and how
    often confidence was right: as a finding, and with its kind.
    """
    matches = [match for one in comparisons for match in one.matches]
    counts = Counter((match.gold.kind, match.ours["kind"]) for match in matches)
    missed = Counter(one.kind for each in comparisons for one in each.misses)
    kinds = sorted({kind for pair in counts for kind in pair} | missed.keys())
    print("  gold \\ read  " + "".join(f"{kind:>11}" for kind in kinds) + "     missed")
    for gold in kinds:
        row = "".join(f"{counts[gold, read]:11}" for read in kinds)
        print(f"  {gold:<13}{row}{missed[gold]:11}")
    read = [(one.ours["confidence"], one.ours["kind"] == one.gold.kind) for one in matches]
    read += [(one["confidence"], False) for each in comparisons for one in each.false_alarms]
    for low, high in ((0.0, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01)):
        among = [right for sure, right in read if low <= sure < high]
        if among:
            right = sum(among) / len(among)
            print(
                f"  confidence {low:.2f} to {min(high, 1):.2f}: {right:.2f} right of {len(among)}"
            )


def _compare(report: Report, found: Sequence[extract.Finding]) -> Comparison:
    """Lay what was read beside the gold; the comparison's path is the gold folder."""
    pairs = pair([span(report.document, one.start, one.end) for one in found], report.spans)
    ours = [
        {
            "kind": one.kind,
            "confidence": one.confidence,
            "challenges": frozenset(each.challenge_id for each in one.challenges),
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
