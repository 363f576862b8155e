"""Ranks the clauses for each finding, from shared words, from meaning, and from challenges.

A finding's links depend on that finding, the clauses, and the taxonomy: never on the other
findings. Adding or removing a report moves no link of another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from telusur.link.bands import calibrated
from telusur.link.concepts import ConceptEvidence
from telusur.link.meaning import MeaningEvidence, target_texts
from telusur.link.model import Link, Options, Source, Target
from telusur.link.why import MOST_WORDS_NAMED, explain
from telusur.link.words import Asked, WordEvidence, tokens

if TYPE_CHECKING:
    import numpy as np

    from telusur.extract.lexicon import Challenge

    Array = np.ndarray[Any, Any]

# What the signals count beside words, which give from 0 to below 1; meaning and concepts give
# from -1 to 1. How they were weighed stands in docs/decisions/linking.md.
_MEANING = 1.3
_CONCEPTS = 0.7
_SILENCE = 1.4  # how sure words are of a clause, as odds, where concepts begin to fall silent
AT_ONCE = 512
"""So many findings are weighed at a time, which bounds the memory."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for linking some findings to the clauses; arrays (findings, clauses)."""

    words: Array
    meaning: Array
    """With its weight."""
    concepts: Array
    """With its weight, and the less the better words find a clause for the finding."""
    asked: Asked
    """What the findings ask of the clauses' words."""
    profiles: Array
    """How much each finding bears on each challenge (findings, challenges)."""
    likeness: Array
    """The likeness of the clauses' texts to the findings (texts, findings)."""

    @property
    def scores(self) -> Array:
        """The scores, between 0 and 1 to four places."""
        return calibrated(self.words + self.meaning + self.concepts)


def texts_to_embed(
    sources: Sequence[Source], targets: Sequence[Target], challenges: Sequence[Challenge]
) -> list[str]:
    """Return all texts whose vectors `rank` needs, in the order in which it needs them."""
    of_targets = [text for target in targets for text in target_texts(target)]
    return [*(source.text for source in sources), *of_targets, *_references(challenges)]


def rank(
    sources: Sequence[Source],
    targets: Sequence[Target],
    challenges: Sequence[Challenge],
    vectors: Array,
    options: Options,
) -> list[Link]:
    """Return the links worth suggesting, finding by finding, the best first.

    `challenges` is the taxonomy that both ends are read by; `vectors` holds one row for each text
    of `texts_to_embed`. A finding may get no link.
    """
    if not sources or not targets:
        return []
    ranking = Ranking(targets, challenges, vectors[len(sources) :])
    links = list[Link]()
    for begin in range(0, len(sources), AT_ONCE):
        some = sources[begin : begin + AT_ONCE]
        evidence = ranking.evidence(some, vectors[begin : begin + len(some)])
        links += ranking.links(some, evidence, options)
    return links


class Ranking:
    """Ranks a fixed set of clauses; depends on clauses and taxonomy alone."""

    def __init__(
        self, targets: Sequence[Target], challenges: Sequence[Challenge], vectors: Array
    ) -> None:
        """`vectors`: one row for each text of `texts_to_embed` but those of the findings."""
        references = len(_references(challenges))
        if len(vectors) != len(texts_to_embed([], targets, challenges)):
            raise ValueError("`vectors` must hold one row for each text of `texts_to_embed`")
        last = len(vectors) - references
        self._targets = targets
        self._words = WordEvidence(targets)
        self._concepts = ConceptEvidence(targets, challenges)
        self._meaning = MeaningEvidence(targets, vectors[:last], vectors[last:])

    def evidence(self, sources: Sequence[Source], vectors: Array) -> Evidence:
        """Weigh at most AT_ONCE findings, whose `vectors` these are, against all clauses."""
        import numpy as np

        number = len(sources)
        read = [tokens(source.text) for source in sources]
        # Always as many rows: the last digits of a product depend on how many it has.
        filled = np.zeros((AT_ONCE, vectors.shape[1]), np.float32)
        filled[:number] = vectors
        profiles = self._concepts.profiles([*read, *[()] * (AT_ONCE - number)])
        asked = self._words.asked(read)
        by_words = self._words.evidence(asked)
        meaning, likeness = self._meaning.likeness(filled)
        # Where words find a clause, the broader likeness of challenges would only blur it.
        surest = by_words.max(axis=1, keepdims=True)
        room = np.exp(-((surest / (1 - surest) / _SILENCE) ** 2))
        concepts = _CONCEPTS * room * self._concepts.evidence(profiles)[:number]
        return Evidence(by_words, _MEANING * meaning[:number], concepts, asked, profiles, likeness)

    def links(
        self, sources: Sequence[Source], evidence: Evidence, options: Options
    ) -> Iterator[Link]:
        """Yield the links of `sources` that are worth suggesting, each finding's best first."""
        import numpy as np

        raw = evidence.scores
        scores = options.calibration.corrected(raw) if options.calibration else raw
        findings, targets, places = best(scores, options)
        yield from map(
            Link,
            [sources[finding].id for finding in findings.tolist()],
            [self._targets[target].id for target in targets.tolist()],
            np.round(scores[findings, targets].astype(float), 4).tolist(),
            np.round(raw[findings, targets].astype(float), 4).tolist(),
            places.tolist(),
            self._reasons(findings, targets, evidence),
        )

    def _reasons(self, findings: Array, targets: Array, evidence: Evidence) -> list[str]:
        """Return why each link is suggested; finding and clause by number."""
        import numpy as np

        signals = (evidence.words, evidence.meaning, evidence.concepts)
        return explain(
            np.stack([signal[findings, targets] for signal in signals], axis=1),
            self._words.shared(evidence.asked, findings, targets, MOST_WORDS_NAMED),
            self._meaning.nearest_parts(findings, targets, evidence.likeness),
            self._concepts.shared(evidence.profiles[findings], targets),
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
