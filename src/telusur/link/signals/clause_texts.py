"""The texts that stand for a clause, and the directions in which they point.

Cosines of a language model are all high, and some clauses are near to any finding. What all texts
have in common is therefore taken off first: from findings the mean of fixed reference texts, from
clauses the mean of the draft. Neither depends on the reports, so that a new report moves no link
of another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telusur.link.signals.parts import parts

if TYPE_CHECKING:
    import numpy as np

    from telusur.link.model import Target
    from telusur.link.signals.signal import Clauses

    Array = np.ndarray[Any, Any]

# The references weigh as much as so many texts of the draft in its mean, so that a draft of one
# clause still differs from what all texts have in common.
_WEIGHT_OF_REFERENCES = 20


def target_texts(target: Target) -> tuple[str, ...]:
    """Return the texts that stand for a clause: under its headings, bare, then its parts."""
    headed = f"{target.heading}. {target.text}" if target.heading else target.text
    return (headed, target.text, *parts(target.text))


class ClauseTexts:
    """The texts of a fixed set of clauses; depends on clauses and references alone."""

    def __init__(self, clauses: Clauses) -> None:
        import numpy as np

        vectors, references = clauses.vectors, clauses.references
        self._texts = [target_texts(target)[1:] for target in clauses.targets]
        self._sizes = np.array([len(texts) for texts in self._texts])
        self._starts = np.cumsum(self._sizes) - self._sizes
        headed = np.zeros(len(vectors), bool)
        headed[self._starts + np.arange(len(self._texts))] = True
        longer = (np.flatnonzero(self._sizes > turn) for turn in range(1, max(self._sizes)))
        self._further = [
            (numbers, self._starts[numbers] + turn) for turn, numbers in enumerate(longer, 1)
        ]
        """The clauses that have a second text, a third, …, and where it stands."""
        self.centre = mean(references) if len(references) else mean(vectors)
        """What texts about the matter at large have in common (dimension,)."""
        self.headed = self._centred(vectors[headed])
        """The directions of the clauses under their headings (clauses, dimension)."""
        self.bare = self._centred(vectors[~headed])
        """Those of the clauses alone and of their parts, clause after clause (texts, dimension)."""

    def _centred(self, vectors: Array) -> Array:
        """Take off what the texts of the draft have in common."""
        weight = _WEIGHT_OF_REFERENCES
        common = (vectors.sum(axis=0, dtype="float64") + weight * self.centre) / (
            len(vectors) + weight
        )
        return directions(vectors, common)

    def highest(self, by_text: Array) -> Array:
        """Return the highest of each clause's values (clauses, n), given those of `bare`."""
        import numpy as np

        # Several times as fast as `np.maximum.reduceat` along the first axis.
        found: Array = by_text[self._starts]
        for clauses, texts in self._further:
            found[clauses] = np.maximum(found[clauses], by_text[texts])
        return found

    def nearest_parts(self, findings: Array, targets: Array, likeness: Array) -> list[str | None]:
        """Return for each link the part of the clause that is nearest to the finding.

        `likeness` is that of `bare` to the findings (texts, findings). None where no part is nearer
        than the whole clause.
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


def mean(vectors: Array) -> Array:
    """Return the mean of some vectors, summed exactly enough to be the same everywhere."""
    middle: Array = vectors.mean(axis=0, dtype="float64")
    return middle


def directions(vectors: Array, centre: Array) -> Array:
    """Subtract `centre` and normalise; a vector of zeros (a text without words) stays zeros."""
    import numpy as np

    empty = ~vectors.any(axis=1, keepdims=True)
    moved = np.where(empty, np.float32(0), vectors - centre.astype(np.float32))
    norms = np.linalg.norm(moved, axis=1, keepdims=True)
    found: Array = np.divide(moved, norms, out=np.zeros_like(moved), where=norms > 1e-9)
    return found
