"""The drafting rules of Lampiran II that a program can check, in the Lampiran's own chapters.

Each rule is a function that looks at a draft and yields one case for each thing it looked at. It
changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import ModuleType

from telusur.draft.rules import (
    amending,
    annexes,
    bases,
    closing,
    definitions,
    delegation,
    language,
    modality,
    numbers,
    opening,
    references,
    revocation,
    sanctions,
    structure,
    tabulation,
)
from telusur.draft.rules.manuscript import Manuscript, read_manuscript
from telusur.draft.rules.rule import Hit, Rule, Severity, Spot
from telusur.draft.rules.source import Place, Sources

__all__ = [
    "CHAPTERS",
    "RULES",
    "Hit",
    "Manuscript",
    "Place",
    "Rule",
    "Severity",
    "Sources",
    "Spot",
    "find_hits",
    "read_manuscript",
]


def _rules_of(chapter: ModuleType) -> tuple[Rule, ...]:
    return tuple(each for each in vars(chapter).values() if isinstance(each, Rule))


CHAPTERS: dict[str, tuple[Rule, ...]] = {
    chapter.__name__.rpartition(".")[2]: _rules_of(chapter)
    for chapter in (
        opening,
        bases,
        structure,
        tabulation,
        numbers,
        definitions,
        sanctions,
        revocation,
        closing,
        annexes,
        delegation,
        language,
        modality,
        references,
        amending,
    )
}
"""The rules by the name of their chapter's module, in the Lampiran's order."""

RULES: tuple[Rule, ...] = tuple(rule for rules in CHAPTERS.values() for rule in rules)


def find_hits(manuscript: Manuscript, rules: Iterable[Rule] = RULES) -> Iterator[tuple[Rule, Hit]]:
    """Yield every place where a rule is not kept."""
    for rule in rules:
        for case in rule.cases(manuscript):
            if case is not None:
                yield rule, case
