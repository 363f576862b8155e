"""A small classifier: is a clause a finding, of which kind, on which challenges?

Its weights are numbers only (`weights.npz`, made by `python -m benchmarks.train`). It reads the
numbers of `features` and `surroundings` and those of the encoder, each brought to mean 0 and
spread 1; one that is missing counts as the mean. A finding and its kind are weighted sums of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any

from telusur.extract.classifier.features import own_features
from telusur.extract.classifier.network import Network
from telusur.extract.classifier.surroundings import Said, surroundings
from telusur.extract.model import Kind

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

FILE = "weights.npz"
PARTS = ("inner", "inner_bias", "outer", "outer_bias")
"""What of the file is the network's."""

Meaning = Callable[[Sequence[str]], "Array"]
"""Gives each of some clauses its vector: (clauses, dimension), float32."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the classifier says of a clause."""

    score: float
    """How much speaks for a finding; 0 is where findings begin."""
    kinds: dict[Kind, float]
    """Probability of each kind, if it is a finding."""
    challenges: dict[str, float]
    """Probability of each challenge that the classifier knows, if it is a finding."""


@dataclass(frozen=True, slots=True)
class Classifier:
    """Weights, and what they are for."""

    encoder: str
    """The encoder whose vectors it reads: for those of another it has nothing to say."""
    kinds: tuple[Kind, ...]
    challenges: tuple[str, ...]
    mean: Array
    """(inputs,): taken off each input."""
    scale: Array
    """(inputs,): each input is then divided by it."""
    weights: Array
    """(1 + kinds, inputs)."""
    bias: Array
    """(1 + kinds,)."""
    network: Network
    """Tells the challenges."""
    challenge_threshold: float
    """A challenge is assigned from this probability on."""
    certainty: tuple[float, float, float] = (1.0, 0.0, 0.0)
    """What the score, the log odds of the kind, and 1 count in the log odds that a finding is one,
    and of its kind: learnt from sources that the weights had not seen."""

    def judge(self, clauses: Sequence[Said], vectors: Array) -> list[Verdict]:
        """Judge all clauses of a report, in order, by their words, signals and vectors (rows)."""
        import numpy as np

        if not clauses:
            return []
        blocks = inputs(clauses, vectors, self.kinds, self.challenges)
        normal = normalised(np.hstack(list(blocks.values())), self.mean, self.scale)
        logits = normal @ self.weights.T + self.bias
        among = logits[:, 1:]
        kinds = np.exp(among - among.max(axis=1, keepdims=True))
        kinds /= kinds.sum(axis=1, keepdims=True)
        challenges = self.network.probabilities(normal)
        return [
            Verdict(
                float(score),
                dict(zip(self.kinds, map(float, of_kinds), strict=True)),
                dict(zip(self.challenges, map(float, of_challenges), strict=True)),
            )
            for score, of_kinds, of_challenges in zip(logits[:, 0], kinds, challenges, strict=True)
        ]


def inputs(
    clauses: Sequence[Said], vectors: Array, kinds: Sequence[str], challenges: Sequence[str]
) -> dict[str, Array]:
    """Return what the classifier reads of the clauses of one report: blocks, one row a clause."""
    import numpy as np

    own = [own_features(*clause, kinds, challenges) for clause in clauses]
    of_clauses = {name: np.array([one[name] for one in own], float) for name in own[0]}
    return {**of_clauses, **surroundings(clauses, kinds, challenges), "meaning": vectors}


def normalised(rows: Array, mean: Array, scale: Array) -> Array:
    """Return inputs brought to mean 0 and spread 1, none extreme, 0 where one is missing."""
    import numpy as np

    normal: Array = np.nan_to_num(np.clip((rows - mean) / scale, -4, 4))
    return normal


def load_classifier(encoder: str) -> Classifier | None:
    """Return the classifier that ships with Telusur; None for vectors of another encoder."""
    import numpy as np

    file = resources.files("telusur.extract.classifier").joinpath(FILE)
    with resources.as_file(file) as path, np.load(path, allow_pickle=False) as stored:
        if str(stored["encoder"]) != encoder:
            return None
        return Classifier(
            encoder=encoder,
            kinds=tuple(stored["kinds"].tolist()),
            challenges=tuple(stored["challenges"].tolist()),
            mean=stored["mean"],
            scale=stored["scale"],
            weights=stored["weights"],
            bias=stored["bias"],
            network=Network(**{part: stored[part].astype(np.float32) for part in PARTS}),
            challenge_threshold=float(stored["challenge_threshold"]),
            certainty=tuple(stored["certainty"].tolist()),
        )
