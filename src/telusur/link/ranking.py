"""Ranks the clauses for each finding by what the signals say.

A finding's links depend on that finding, the clauses, and the taxonomy: never on the other
findings. Adding or removing a report moves no link of another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import TYPE_CHECKING, Any

from telusur.extract.language.shorthand import spelled_out
from telusur.link.bands import calibrated
from telusur.link.model import Link, Options, Source, Target
from telusur.link.signals import SIGNALS, Clauses, Findings, Said, Signal
from telusur.link.signals.clause_texts import target_texts
from telusur.link.signals.words import tokens
from telusur.link.why import explain

if TYPE_CHECKING:
    import numpy as np

    from telusur.extract.lexicon import Challenge

    Array = np.ndarray[Any, Any]

AT_ONCE = 512
"""So many findings are weighed at a time, which bounds the memory."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for linking some findings to the clauses."""

    said: tuple[tuple[Signal, Said], ...]
    """What each signal says, in their order."""

    @property
    def counts(self) -> dict[str, Array]:
        """By the name of each signal, what it adds to the evidence (findings, clauses)."""
        return {signal.name: signal.counts(said) for signal, said in self.said}

    @property
    def scores(self) -> Array:
        """The scores (findings, clauses), between 0 and 1 to four places."""
        return calibrated(reduce(add, self.counts.values()))


def texts_to_embed(
    sources: Sequence[Source], targets: Sequence[Target], challenges: Sequence[Challenge]
) -> list[str]:
    """Return all texts whose vectors `rank` needs, in the order in which it needs them."""
    of_sources = [spelled_out(source.text) for source in sources]
    of_targets = [text for target in targets for text in target_texts(target)]
    return [*of_sources, *of_targets, *_references(challenges)]


def rank(
    sources: Sequence[Source],
    targets: Sequence[Target],
    challenges: Sequence[Challenge],
    vectors: Array,
    options: Options,
    encoder: str = "",
) -> list[Link]:
    """Return the links worth suggesting, finding by finding, the best first.

    `challenges` is the taxonomy that both ends are read by; `vectors` holds one row for each text
    of `texts_to_embed`, made by `encoder`, as `identify` names it. A finding may get no link.
    """
    if not sources or not targets:
        return []
    ranking = Ranking(targets, challenges, vectors[len(sources) :], encoder)
    links = list[Link]()
    for begin in range(0, len(sources), AT_ONCE):
        some = sources[begin : begin + AT_ONCE]
        evidence = ranking.evidence(some, vectors[begin : begin + len(some)])
        links += ranking.links(some, evidence, options)
    return links


class Ranking:
    """Ranks a fixed set of clauses; depends on clauses and taxonomy alone."""

    def __init__(
        self,
        targets: Sequence[Target],
        challenges: Sequence[Challenge],
        vectors: Array,
        encoder: str = "",
        signals: Sequence[Signal] = SIGNALS,
    ) -> None:
        """`vectors`: one row for each text of `texts_to_embed` but those of the findings, made by
        `encoder`, as `identify` names it.
        """
        references = len(_references(challenges))
        if len(vectors) != len(texts_to_embed([], targets, challenges)):
            raise ValueError("`vectors` must hold one row for each text of `texts_to_embed`")
        last = len(vectors) - references
        clauses = Clauses(targets, challenges, vectors[:last], vectors[last:], encoder)
        self._targets = targets
        self._signals = [(signal, signal.prepare(clauses)) for signal in signals]

    def evidence(self, sources: Sequence[Source], vectors: Array) -> Evidence:
        """Weigh at most AT_ONCE findings, whose `vectors` these are, against all clauses."""
        import numpy as np

        filled = np.zeros((AT_ONCE, vectors.shape[1]), np.float32)
        filled[: len(sources)] = vectors
        findings = Findings([tokens(spelled_out(source.text)) for source in sources], filled)
        said = dict[str, Said]()
        for signal, weigh in self._signals:
            said[signal.name] = weigh(findings, said)
        return Evidence(tuple((signal, said[signal.name]) for signal, _ in self._signals))

    def links(
        self, sources: Sequence[Source], evidence: Evidence, options: Options
    ) -> Iterator[Link]:
        """Yield the links of `sources` that are worth suggesting, each finding's best first."""
        import numpy as np

        raw = evidence.scores
        kinds = [source.kind for source in sources]
        scores = options.calibration.corrected(raw, kinds) if options.calibration else raw
        findings, targets, places = best(scores, options)
        counts = [counted[findings, targets] for counted in evidence.counts.values()]
        says = [said.reasons(findings, targets) for _, said in evidence.said]
        yield from map(
            Link,
            [sources[finding].id for finding in findings.tolist()],
            [self._targets[target].id for target in targets.tolist()],
            np.round(scores[findings, targets].astype(float), 4).tolist(),
            np.round(raw[findings, targets].astype(float), 4).tolist(),
            places.tolist(),
            explain(np.stack(counts, axis=1), says),
        )


def best(scores: Array, options: Options) -> tuple[Array, Array, Array]:
    """Return finding, clause and place from 1 of each suggested link, by their numbers.

    Finding by finding, the best first; of equals the clause that stands first.
    """
    import numpy as np

    findings, targets = np.nonzero(scores >= options.threshold)
    order = np.lexsort((targets, -scores[findings, targets], findings))
    findings, targets = findings[order], targets[order]
    places = 1 + np.arange(len(findings)) - np.searchsorted(findings, findings)
    kept = places <= options.per_finding
    return findings[kept], targets[kept], places[kept]


def _references(challenges: Sequence[Challenge]) -> list[str]:
    """Return the sentences about the matter against which meaning is measured."""
    return [text for one in challenges for text in (one.definition, *one.examples)]
