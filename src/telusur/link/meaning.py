"""What the model's vectors say of a finding and a clause, without what they say of everything.

Cosines of a language model are all high, and some clauses are near to any finding. What all texts
have in common is therefore taken off first: from findings the mean of fixed reference texts, from
clauses the mean of the draft. Neither depends on the reports, so that a new report moves no link
of another.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from telusur.link.parts import parts

if TYPE_CHECKING:
    import numpy as np

    from telusur.link.model import Target

    Array = np.ndarray[Any, Any]

# The references weigh as much as so many texts of the draft in its mean, so that a draft of one
# clause still differs from what all texts have in common.
_WEIGHT_OF_REFERENCES = 20


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
        sizes = np.array([1 + len(texts) for texts in self._texts])
        ends = np.cumsum(sizes)
        headed = np.zeros(len(vectors), bool)
        headed[ends - sizes] = True
        self._starts = ends - sizes - np.arange(len(targets))
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
        nearest = np.maximum.reduceat(by_text, self._starts, axis=0)
        return np.round((self._headed @ directions + nearest).T / 2, 5), by_text

    def nearest_part(self, target: int, finding: int, likeness: Array) -> str | None:
        """Return the part that is nearest to a finding, by the `likeness` (texts, findings).

        None where no part is nearer than the whole clause.
        """
        texts, start = self._texts[target], int(self._starts[target])
        best = int(likeness[start : start + len(texts), finding].argmax())
        return texts[best] if best else None


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
