"""The drafting rules of Lampiran II that a program can check, in the Lampiran's own chapters.

Each rule is a function that looks at a draft and yields one case for each thing it looked at. It
changes nothing. A further chapter is a file and a line in the list below; the rules of a team's own
have the same form and stand in its workspace.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import ModuleType

from telusur.draft.rules.framework import (
    annexes,
    bases,
    closing,
    definitions,
    numbers,
    opening,
    sanctions,
    structure,
    tabulation,
)
from telusur.draft.rules.manuscript import Manuscript, read_manuscript
from telusur.draft.rules.rule import (
    Case,
    Hit,
    Rule,
    Severity,
    Spot,
    found,
    heading,
    rule,
    tail,
    whole,
    within,
)
from telusur.draft.rules.source import Place, Sources
from telusur.draft.rules.special import amending, delegation, revocation
from telusur.draft.rules.wording import language, modality, references

__all__ = [
    "CHAPTERS",
    "RULES",
    "Case",
    "Hit",
    "Manuscript",
    "Place",
    "Rule",
    "Severity",
    "Sources",
    "Spot",
    "find_hits",
    "found",
    "heading",
    "read_manuscript",
    "rule",
    "rules_in",
    "tail",
    "whole",
    "within",
]


def rules_in(module: ModuleType) -> tuple[Rule, ...]:
    """Return the rules that a module has, in their order."""
    return tuple(each for each in vars(module).values() if isinstance(each, Rule))


CHAPTERS: dict[str, tuple[Rule, ...]] = {
    "opening": rules_in(opening),
    "bases": rules_in(bases),
    "structure": rules_in(structure),
    "tabulation": rules_in(tabulation),
    "numbers": rules_in(numbers),
    "definitions": rules_in(definitions),
    "sanctions": rules_in(sanctions),
    "revocation": rules_in(revocation),
    "closing": rules_in(closing),
    "annexes": rules_in(annexes),
    "delegation": rules_in(delegation),
    "language": rules_in(language),
    "modality": rules_in(modality),
    "references": rules_in(references),
    "amending": rules_in(amending),
}
"""The rules by the name of their chapter's module, in the Lampiran's order."""

RULES: tuple[Rule, ...] = tuple(rule for rules in CHAPTERS.values() for rule in rules)


def find_hits(manuscript: Manuscript, rules: Iterable[Rule] = RULES) -> Iterator[tuple[Rule, Hit]]:
    """Yield every place where a rule is not kept."""
    for each in rules:
        for case in each.cases(manuscript):
            if case is not None:
                yield each, case
