"""Scores of a comparison, with intervals from resampling the reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from telusur.evaluate.compare import Comparison

RESAMPLES = 1000
SEED = 20260101


@dataclass(frozen=True, slots=True)
class Score:
    """A figure between 0 and 1."""

    name: str
    value: float
    low: float
    """Lower end of the 95 % interval: reports drawn with replacement."""
    high: float
    of: int
    """How many things it is measured on."""


Sample = Sequence[Comparison]


def score(comparisons: Sample) -> tuple[Score, ...]:
    """Return every score; those measured on nothing are left out."""
    samples = _resample(comparisons)
    return tuple(
        Score(name, measure(comparisons), *_interval([measure(one) for one in samples]), of)
        for name, measure, count in MEASURES
        if (of := count(comparisons))
    )


def _resample(comparisons: Sample) -> list[Sample]:
    draw = Random(SEED)  # noqa: S311 (nothing here is secret)
    return [draw.choices(comparisons, k=len(comparisons)) for _ in range(RESAMPLES)]


def _interval(values: Sequence[float]) -> tuple[float, float]:
    ordered = sorted(values)
    return ordered[int(0.025 * len(ordered))], ordered[int(0.975 * len(ordered))]


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _found(sample: Sample) -> int:
    return sum(len(one.matches) for one in sample)


def _ours(sample: Sample) -> int:
    return _found(sample) + sum(len(one.false_alarms) for one in sample)


def _gold(sample: Sample) -> int:
    return _found(sample) + sum(len(one.misses) for one in sample)


def precision(sample: Sample) -> float:
    """Share of our findings that the reader found too."""
    return _ratio(_found(sample), _ours(sample))


def recall(sample: Sample) -> float:
    """Share of the reader's findings that we found."""
    return _ratio(_found(sample), _gold(sample))


def f1(sample: Sample) -> float:
    """Harmonic mean of precision and recall."""
    return _ratio(2 * _found(sample), _ours(sample) + _gold(sample))


def kind_accuracy(sample: Sample) -> float:
    """Share of matched findings with the reader's kind."""
    right = sum(match.ours["kind"] == match.gold.kind for one in sample for match in one.matches)
    return _ratio(right, _found(sample))


def challenges_micro(sample: Sample) -> float:
    """F1 of challenges on matched findings, every challenge of every finding counting once."""
    return _challenge_f1(sample, unmatched=False)


def challenges_overall(sample: Sample) -> float:
    """The same over all findings: those missed and false alarms count as wrong challenges."""
    return _challenge_f1(sample, unmatched=True)


def challenges_macro(sample: Sample) -> float:
    """Mean of each challenge's F1 on matched findings."""
    right, ours, gold = _challenge_counts(sample, unmatched=False)
    names = ours.keys() | gold.keys()
    return _ratio(sum(_ratio(2 * right[n], ours[n] + gold[n]) for n in names), len(names))


def _challenge_f1(sample: Sample, *, unmatched: bool) -> float:
    right, ours, gold = _challenge_counts(sample, unmatched=unmatched)
    return _ratio(2 * right.total(), ours.total() + gold.total())


def _challenge_counts(
    sample: Sample, *, unmatched: bool
) -> tuple[Counter[str], Counter[str], Counter[str]]:
    right, ours, gold = Counter[str](), Counter[str](), Counter[str]()
    for one in sample:
        for match in one.matches:
            found, expected = match.ours["challenges"], set(match.gold.challenge)
            right.update(found & expected)
            ours.update(found)
            gold.update(expected)
        if unmatched:
            for alarm in one.false_alarms:
                ours.update(alarm["challenges"])
            for miss in one.misses:
                gold.update(set(miss.challenge))
    return right, ours, gold


def place_accuracy(sample: Sample) -> float:
    """Share of matched findings about the reader's place; none counts as a place too."""
    right = sum(match.place_is_right for one in sample for match in one.matches)
    return _ratio(right, _found(sample))


def smaller_place_accuracy(sample: Sample) -> float:
    """Share of the matched findings in a kecamatan, kelurahan or desa that are placed in it."""
    told = [
        it for one in sample for match in one.matches if (it := match.smaller_is_right) is not None
    ]
    return _ratio(sum(told), len(told))


def _in_smaller(sample: Sample) -> int:
    return sum(match.smaller_is_right is not None for one in sample for match in one.matches)


def date_accuracy(sample: Sample) -> float:
    """Share of reports with the reader's date of the visit, or none where there is none."""
    return _ratio(sum(one.date_is_right for one in sample), len(sample))


def visited_accuracy(sample: Sample) -> float:
    """Share of reports with exactly the reader's places visited."""
    return _ratio(sum(one.places_are_right for one in sample), len(sample))


MEASURES: tuple[tuple[str, Callable[[Sample], float], Callable[[Sample], int]], ...] = (
    ("findings_precision", precision, _ours),
    ("findings_recall", recall, _gold),
    ("findings_f1", f1, _gold),
    ("kind_accuracy", kind_accuracy, _found),
    ("challenges_micro_f1", challenges_micro, _found),
    ("challenges_macro_f1", challenges_macro, _found),
    ("challenges_micro_f1_overall", challenges_overall, _gold),
    ("finding_place_accuracy", place_accuracy, _found),
    ("finding_smaller_place_accuracy", smaller_place_accuracy, _in_smaller),
    ("visit_date_accuracy", date_accuracy, len),
    ("visited_places_accuracy", visited_accuracy, len),
)
"""Name, measure, and the count of what it is measured on."""
