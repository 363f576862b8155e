"""Ranks the clauses for each finding, from shared words and from meaning.

A finding's links depend on that finding, the clauses, and the reference texts: never on the other
findings. Adding or removing a report moves no link of another.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from telusur.link.meaning import MeaningEvidence, target_texts
from telusur.link.model import Link, Options, Source, Target
from telusur.link.why import explain
from telusur.link.words import WordEvidence

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

# Words give from 0 to below 1, meaning from -1 to 1; how they were weighed, and how the two
# numbers of the logistic were fitted, stands in docs/decisions/linking.md.
MEANING_WEIGHT = 0.8
_SLOPE = 6.0
_MIDDLE = 0.68


def texts_to_embed(
    sources: Sequence[Source], targets: Sequence[Target], references: Sequence[str]
) -> list[str]:
    """Return all texts whose vectors `rank` needs, in the order in which it needs them."""
    of_targets = [text for target in targets for text in target_texts(target)]
    return [*(source.text for source in sources), *of_targets, *references]


def rank(
    sources: Sequence[Source],
    targets: Sequence[Target],
    references: Sequence[str],
    vectors: Array,
    options: Options,
) -> list[Link]:
    """Return the links worth suggesting, finding by finding, the best first.

    `references` is a fixed set of sentences about the matter, against which meaning is measured;
    `vectors` holds one row for each text of `texts_to_embed`. A finding may get no link.
    """
    if not sources or not targets:
        return []
    if len(vectors) != len(texts_to_embed(sources, targets, references)):
        raise ValueError("`vectors` must hold one row for each text of `texts_to_embed`")
    last = len(vectors) - len(references)
    of_sources, of_references = vectors[: len(sources)], vectors[last:]
    meaning = MeaningEvidence(targets, vectors[len(sources) : last], of_references)
    by_words = WordEvidence([target.text for target in targets])
    links = []
    for source, (near, likeness) in zip(sources, meaning.scores(of_sources), strict=True):
        weights = by_words.weights(source.text)
        shared = by_words.score(weights)
        scores = score(shared, near)
        for place, target in enumerate(best(scores, options), start=1):
            why = explain(
                {word: float(weight[target]) for word, weight in weights.items()},
                float(shared[target]),
                MEANING_WEIGHT * float(near[target]),
                meaning.nearest_part(target, likeness),
            )
            links.append(Link(source.id, targets[target].id, float(scores[target]), place, why))
    return links


def score(shared: Array, near: Array) -> Array:
    """Return the scores, between 0 and 1 to four places, of both signals together."""
    import numpy as np

    evidence = shared + MEANING_WEIGHT * near
    return np.round(1 / (1 + np.exp(-_SLOPE * (evidence - _MIDDLE))), 4)


def best(scores: Array, options: Options) -> Sequence[int]:
    """Return the clauses that are suggested, best first; of equals the one that stands first."""
    import numpy as np

    order = np.argsort(-scores, kind="stable")[: options.per_finding]
    return [int(target) for target in order if scores[target] >= options.threshold]
