"""A small network of two layers, in numpy: which challenges does a finding bear on?

A challenge is a matter of what words say together (slow, and the network; slow, and the counter),
which a weighted sum of the encoder's numbers tells less well than kinds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Network:
    """Weights only; learnt by `python -m benchmarks.train`."""

    inner: Array
    """(inputs, units)."""
    inner_bias: Array
    """(units,)."""
    outer: Array
    """(units, answers)."""
    outer_bias: Array
    """(answers,)."""

    def probabilities(self, rows: Array) -> Array:
        """Return how likely each answer is for each row of inputs: (rows, answers), 0 to 1."""
        import numpy as np

        units = np.maximum(rows @ self.inner + self.inner_bias, 0)
        likely: Array = 1 / (1 + np.exp(-(units @ self.outer + self.outer_bias)))
        return likely
