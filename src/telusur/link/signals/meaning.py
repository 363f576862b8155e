"""What the model's vectors say of a finding and a clause, without what they say of everything.

Cosines of a language model are all high, and some clauses are near to any finding. What all texts
have in common is therefore taken off first: from findings the mean of fixed reference texts, from
clauses the mean of the draft. Neither depends on the reports, so that a new report moves no link
of another.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from telusur.link.signals.parts import parts
from telusur.link.signals.signal import Before, Clauses, Findings, Said, Weigh

if TYPE_CHECKING:
    import numpy as np

    from telusur.link.model import Target

    Array = np.ndarray[Any, Any]

# The references weigh as much as so many texts of the draft in its mean, so that a draft of one
# clause still differs from what all texts have in common.
_WEIGHT_OF_REFERENCES = 20
_LONGEST_QUOTE = 12


def prepare(clauses: Clauses) -> Weigh:
    """As telusur.link.signals.Signal: a finding and a clause mean alike."""
    meaning = MeaningEvidence(clauses.targets, clauses.vectors, clauses.references)

    def weigh(findings: Findings, _: Before) -> Said:
        evidence, likeness = meaning.likeness(findings.vectors)

        def reasons(numbers: Array, targets: Array) -> list[str]:
            return list(map(_nearest, meaning.nearest_parts(numbers, targets, likeness)))

        return Said(evidence[: len(findings)], reasons)

    return weigh


@lru_cache(maxsize=10_000)  # few parts of few clauses are named again and again
def _nearest(part: str | None) -> str:
    return f"makna terdekat: “{_shorten(part)}”" if part else "maknanya dekat"


def _shorten(text: str) -> str:
    words = text.split(maxsplit=_LONGEST_QUOTE)
    if len(words) <= _LONGEST_QUOTE:
        return text.rstrip(" ;.")
    return " ".join(words[:_LONGEST_QUOTE]) + " …"


def target_texts(target: Target) -> tuple[str, ...]:
    """Return the texts that stand for a clause: under its headings, bare, then its parts."""
    headed = f"{target.heading}. {target.text}" if target.heading else target.text
    return (headed, target.text, *parts(target.text))


class MeaningEvidence:
    """Compares findings with a fixed set of clauses; depends on clauses and references alone."""

    def __init__(self, targets: Sequence[Target], vectors: Array, references: Array) -> None:
        """`vectors`: one row a text of `target_texts`, clause after clause; `references` (r, d)."""
        import numpy as np

        self._texts = [target_texts(target)[1:] for target in targets]
        self._sizes = np.array([len(texts) for texts in self._texts])
        self._starts = np.cumsum(self._sizes) - self._sizes
        headed = np.zeros(len(vectors), bool)
        headed[self._starts + np.arange(len(targets))] = True
        longer = (np.flatnonzero(self._sizes > turn) for turn in range(1, max(self._sizes)))
        self._further = [
            (clauses, self._starts[clauses] + turn) for turn, clauses in enumerate(longer, 1)
        ]
        """The clauses that have a second text, a third, …, and where it stands."""
        self._centre = _mean(references) if len(references) else _mean(vectors)
        self._headed = self._centred(vectors[headed])
        self._bare = self._centred(vectors[~headed])

    def _centred(self, vectors: Array) -> Array:
        """Take off what the texts of the draft have in common."""
        weight = _WEIGHT_OF_REFERENCES
        common = (vectors.sum(axis=0, dtype="float64") + weight * self._centre) / (
            len(vectors) + weight
        )
        return _directions(vectors, common)

    def likeness(self, sources: Array) -> tuple[Array, Array]:
        """Return the evidence (findings, clauses), and the likeness to each text (texts, findings).

        Evidence lies between -1 and 1; it is 0 for a text without
        anything visible. It is the mean of two likenesses: to the clause under its headings, and
        to its nearest part.
        """
        import numpy as np

        directions = _directions(sources, self._centre).T
        by_text = self._bare @ directions
        # Several times as fast as `np.maximum.reduceat` along the first axis.
        nearest = by_text[self._starts]
        for clauses, texts in self._further:
            nearest[clauses] = np.maximum(nearest[clauses], by_text[texts])
        return np.round((self._headed @ directions + nearest).T / 2, 5), by_text

    def nearest_parts(self, findings: Array, targets: Array, likeness: Array) -> list[str | None]:
        """Return for each link the part of the clause that is nearest to the finding.

        `likeness` is that of the clauses' texts to the findings (texts, findings). None where no
        part is nearer than the whole clause.
        """
        import numpy as np

        sizes, starts = self._sizes[targets], self._starts[targets]
        nearest = np.zeros(len(targets), int)
        highest = likeness[starts, findings]
        for turn in range(1, max(sizes, default=0)):
            links = np.flatnonzero(sizes > turn)
            here = likeness[starts[links] + turn, findings[links]]
            nearer = here > highest[links]
            highest[links[nearer]] = here[nearer]
            nearest[links[nearer]] = turn
        return [
            self._texts[target][part] if part else None
            for target, part in zip(targets.tolist(), nearest.tolist(), strict=True)
        ]


def _mean(vectors: Array) -> Array:
    mean: Array = vectors.mean(axis=0, dtype="float64")
    return mean


def _directions(vectors: Array, centre: Array) -> Array:
    """Subtract `centre` and normalise; a vector of zeros (a text without words) stays zeros."""
    import numpy as np

    empty = ~vectors.any(axis=1, keepdims=True)
    moved = np.where(empty, np.float32(0), vectors - centre.astype(np.float32))
    norms = np.linalg.norm(moved, axis=1, keepdims=True)
    directions: Array = np.divide(moved, norms, out=np.zeros_like(moved), where=norms > 1e-9)
    return directions
