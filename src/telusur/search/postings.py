"""Where each word stands in a fixed set of texts, in some bytes a word: stores are large."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]


class Postings:
    """The words of texts as numbers, one text after the other, and the places of each word."""

    def __init__(self, said: array[int], lengths: array[int], words: int) -> None:
        """`said`: the numbers of the words of all texts; `lengths`: how many each text has;
        `words`: how many numbers there are."""
        import numpy as np

        self.said = np.array(said, np.int32)
        self.number = len(lengths)
        self.texts = np.repeat(np.arange(self.number, dtype=np.int32), lengths)
        """The text that each place is in."""
        self._places = np.argsort(self.said, kind="stable").astype(np.int32)
        self._begins = np.zeros(words + 1, np.int64)
        np.cumsum(np.bincount(self.said, minlength=words), out=self._begins[1:])

    def of(self, words: Iterable[int]) -> Array:
        """Return the places of any of some words, in order."""
        import numpy as np

        begins = self._begins
        some = [self._places[begins[word] : begins[word + 1]] for word in words]
        if len(some) == 1:
            return some[0]
        return np.sort(np.concatenate(some)) if some else self._places[:0]

    def having(self, words: Iterable[int]) -> Array:
        """Return whether each text has any of some words."""
        import numpy as np

        has = np.zeros(self.number, bool)
        for word in words:
            has[self.texts[self.of((word,))]] = True
        return has

    def following(self, words: Sequence[int]) -> Array:
        """Return the places where some words begin that follow each other in one text."""
        at = self.of(words[:1])
        for offset, word in enumerate(words[1:], start=1):
            at = at[at + offset < len(self.said)]
            then = at + offset
            at = at[(self.said[then] == word) & (self.texts[then] == self.texts[at])]
        return at

    def counts(self, places: Array) -> tuple[Array, Array]:
        """Return the texts that some places, in order, are in, and how many of them each has."""
        import numpy as np

        texts = self.texts[places]
        first = np.flatnonzero(np.diff(texts, prepend=-1))
        return texts[first], np.diff(first, append=len(texts))

    def lengths(self, counted: Array) -> Array:
        """Return how many places of each text are `counted`."""
        import numpy as np

        return np.bincount(self.texts[counted], minlength=self.number).astype(float)


def gather(
    texts: Iterable[Iterable[str]], numbers: Mapping[str, int]
) -> tuple[array[int], array[int]]:
    """Return the numbers of the words of all texts, and how many words each has."""
    said, lengths = array("i"), array("i")
    for text in texts:
        before = len(said)
        said.extend(map(numbers.__getitem__, text))
        lengths.append(len(said) - before)
    return said, lengths
