"""What is told beside the scores: how each kind was read, and the figures of each genre."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import get_args

from telusur.evaluate.compare import Comparison
from telusur.evaluate.scores import MEASURES
from telusur.extract.model import Kind
from telusur.words import Later, number, say

MISSED = "missed"
NONE = "none"
_SHOWN = {
    "findings_precision": Later("right"),
    "findings_recall": Later("found"),
    "findings_f1": "F1",
    "kind_accuracy": Later("kind"),
    "challenges_micro_f1": Later("challenges"),
    "finding_place_accuracy": Later("place"),
}


def kind_matrix(comparisons: Sequence[Comparison]) -> dict[tuple[str, str], int]:
    """How often a finding of each kind was read as each: (the reader's kind, ours or `missed`), and
    (`none`, ours) for what the reader did not find."""
    counts = Counter[tuple[str, str]]()
    for one in comparisons:
        counts.update((match.gold.kind, match.ours["kind"]) for match in one.matches)
        counts.update((miss.kind, MISSED) for miss in one.misses)
        counts.update((NONE, alarm["kind"]) for alarm in one.false_alarms)
    return dict(counts)


def matrix_lines(comparisons: Sequence[Comparison]) -> Iterator[str]:
    """Yield the matrix as a table: the reader's kinds down, ours across."""
    counts = kind_matrix(comparisons)
    kinds = get_args(Kind)
    head = (*kinds, say("missed"))
    yield f"{say('reader / read as'):<20}" + "".join(f"{kind:>11}" for kind in head)
    for gold in (*kinds, NONE):
        across = (*kinds, MISSED) if gold != NONE else kinds
        yield f"{gold if gold != NONE else say('none'):<20}" + "".join(
            f"{counts.get((gold, one), 0):>11}" for one in across
        )


def genre_lines(comparisons: Sequence[Comparison]) -> Iterator[str]:
    """Yield the figures of each genre as a table."""
    groups: dict[str, list[Comparison]] = defaultdict(list)
    for one in comparisons:
        groups[one.genre].append(one)
    yield f"{say('genre'):<20}{say('reports'):>8}{say('findings'):>9}" + "".join(
        f"{it!s:>11}" for it in _SHOWN.values()
    )
    for genre, some in sorted(groups.items()):
        found = {name: (measure(some), count(some)) for name, measure, count in MEASURES}
        findings = sum(len(one.matches) + len(one.misses) for one in some)
        cells = (found[name] for name in _SHOWN)
        shown = (f"{number(value, '.3f') if of else '–':>11}" for value, of in cells)
        yield f"{genre:<20}{len(some):>8}{findings:>9}" + "".join(shown)
