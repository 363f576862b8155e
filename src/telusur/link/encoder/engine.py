"""What an encoder needs of a model, whichever library computes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import numpy as np

    Vectors = np.ndarray[Any, np.dtype[np.float32]]


class Engine(Protocol):
    """A loaded model."""

    window: int
    """How many tokens of a text it reads, with its prompt and special tokens."""
    prompt: str
    """The words that it wants in front of every text."""

    @property
    def fewest(self) -> int:
        """From so many texts on, each gets to the last bit the vector that it gets among more."""

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Return the length of each text as the model counts, prompt and special tokens added."""

    def compute(self, texts: Sequence[str], length: int) -> Vectors:
        """Return one vector a text, of norm 1, as an array (texts, dimension).

        Every text is filled up, or cut, to `length` tokens: how many texts there are and how long
        they are made is the whole shape of what is computed.
        """
