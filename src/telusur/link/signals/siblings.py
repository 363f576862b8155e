"""What the other ayat of a clause's Pasal say.

Who answers a finding in one ayat often goes on in the next, which names its matter no more. And
what others detail ("sebagaimana dimaksud pada ayat (1)") is the norm that a finding bears on: what
speaks for them speaks for it, while what speaks for the norm says nothing of its details.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import reduce
from operator import add
from typing import TYPE_CHECKING, Any

from telusur.link.signals.signal import Before, Clauses, Findings, Prepare, Said, Signal, Weigh
from telusur.link.signals.words import silence

if TYPE_CHECKING:
    import numpy as np

    from telusur.link.model import Target

    Array = np.ndarray[Any, Any]

_AYAT = re.compile(r"\bayat \((\w+)\)")
_OF_ANOTHER_PASAL = re.compile(r"\bPasal \w+(?:,? (?:(?:dan|atau|sampai dengan) )?ayat \(\w+\))+")
_OF_OTHERS, _OF_DETAILS = 2 / 3, 1 / 3
"""What the mean of all other ayat counts, and that of those that refer to the clause."""
_REASON = "ayat lain dari pasal yang sama juga sesuai"


def beside(signals: Sequence[Signal]) -> Prepare:
    """Return how to prepare for what `signals`, words among them, say of the ayat beside each.

    As telusur.link.signals.Signal: the evidence is how much more they say of these, in the mean,
    than of the whole draft; 0 for a clause that stands alone.
    """
    most = sum(signal.weight for signal in signals)

    def prepare(clauses: Clauses) -> Weigh:
        of_others, of_details = _others(clauses.targets), _mean(details(clauses.targets))

        def weigh(_: Findings, before: Before) -> Said:
            said = reduce(add, (signal.counts(before[signal.name]) for signal in signals)) / most
            above = said - said.mean(axis=1, keepdims=True)
            evidence = _OF_OTHERS * of_others(above) + _OF_DETAILS * of_details(above)
            return Said(evidence, _reasons, silence(before["words"]))

        return weigh

    return prepare


def details(targets: Sequence[Target]) -> list[list[int]]:
    """Return for each clause the numbers of those of the same Pasal that refer to it."""
    numbers = {target.id: number for number, target in enumerate(targets)}
    found: list[list[int]] = [[] for _ in targets]
    for number, target in enumerate(targets):
        for ayat in dict.fromkeys(_AYAT.findall(_OF_ANOTHER_PASAL.sub("", target.text))):
            meant = numbers.get(f"{target.pasal}.ayat-{ayat}", number)
            if meant != number:
                found[meant].append(number)
    return found


def _others(targets: Sequence[Target]) -> Callable[[Array], Array]:
    """Return what gives the mean evidence of the other ayat of each clause's Pasal; 0 for none.

    By the sums of whole Pasal: one may have thousands of ayat.
    """
    import numpy as np

    of: dict[str, int] = {}
    pasal = np.array([of.setdefault(one.pasal, len(of)) for one in targets], int)
    order = np.argsort(pasal, kind="stable")
    sizes = np.bincount(pasal)
    starts, others = np.cumsum(sizes) - sizes, sizes[pasal] - 1
    alone, share = others == 0, (1 / np.maximum(others, 1)).astype(np.float32)

    def mean(evidence: Array) -> Array:
        sums = np.add.reduceat(evidence[:, order], starts, axis=1)
        found: Array = (sums[:, pasal] - evidence) * share
        found[:, alone] = 0
        return found

    return mean


def _mean(of: Sequence[Sequence[int]]) -> Callable[[Array], Array]:
    """Return what gives the mean evidence of some clauses for each; 0 where there are none."""
    import numpy as np

    sizes = np.array(list(map(len, of)), int)
    having = np.flatnonzero(sizes)
    starts, share = (np.cumsum(sizes) - sizes)[having], (1 / sizes[having]).astype(np.float32)
    numbers = np.array([one for some in of for one in some], int)

    def mean(evidence: Array) -> Array:
        found = np.zeros_like(evidence)
        if len(having):
            found[:, having] = np.add.reduceat(evidence[:, numbers], starts, axis=1) * share
        return found

    return mean


def _reasons(findings: Array, _: Array) -> list[str]:
    return [_REASON] * len(findings)
