"""Names and addresses by their sentences: learnt, where no rule and no list can know.

`untung saja` is luck and `untung disuruh pulang` a person: both in small letters, of the same word.
A small network looks at each word as the encoder sees it in its sentence, and at how it is written;
`python -m benchmarks.people --write` trains it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from telusur.errors import EncoderUnavailable
from telusur.link.encoder import DEFAULT, identify, load_context
from telusur.publish.model import Hidden, Rule
from telusur.publish.rules.people.belonging import PRESUMED
from telusur.publish.rules.people.remembered import Remembered
from telusur.publish.rules.vocabulary import Vocabulary
from telusur.words import say

if TYPE_CHECKING:
    import numpy as np

    from telusur.link import Context

    Array = np.ndarray[Any, np.dtype[np.float32]]

FILE = "context.npz"
IN_CONTEXT = "kalimatnya menunjukkan nama orang"
"""Why a word is hidden as a name: in its own report alone, since it may be an ordinary word."""
UNSURE = frozenset({PRESUMED, IN_CONTEXT})
"""Why words are hidden that may be ordinary ones elsewhere."""
_ADDRESS = "kalimatnya menunjukkan alamat"
_CLASSES: tuple[Rule | None, ...] = (None, "nama", "alamat", None)
"""What the network tells apart; the last are numbers and codes, which rules find better."""
_ENOUGH = {"nama": 0.2, "alamat": 0.45}
_GELU = (0.7978845608, 0.044715)
"""Of the form by `tanh`, as torch computes it."""
_NEVER = 1.0
_CAPITAL, _WORD, _CERTAIN = 0.5, 0.8, 0.95
_SURELY, _AGAIN, _UNLIKELY = 0.8, 0.15, 0.01
_BEGINNING = " \t|*->#.)(0123456789\"'"
_JOINED = frozenset({"", " ", ".", ". ", "-", "'", "\u2019", "/", ", "})


class Weights:
    """The network: one hidden layer over a word's vectors and its writing."""

    def __init__(self, arrays: dict[str, Array]) -> None:
        self.arrays = arrays
        self.encoder = str(arrays["encoder"])
        """Whose vectors it learnt from."""

    @property
    def digest(self) -> bytes:
        """What tells it from another network."""
        return sha256(
            b"".join(self.arrays[name].tobytes() for name in sorted(self.arrays))
        ).digest()

    def probabilities(self, vectors: Array, written: Array) -> Array:
        """Return the probability of each class, one row a word."""
        import numpy as np

        one = self.arrays
        total = np.zeros((len(vectors), len(_CLASSES)), np.float32)
        normal = (vectors - one["mean"]) / one["deviation"]
        for member in range(len(one["out"])):
            inner = normal @ one["seen"][member] + written @ one["written"][member]
            inner += one["bias"][member]
            inner *= 0.5 * (1 + np.tanh(_GELU[0] * (inner + _GELU[1] * inner**3)))
            scores = inner @ one["out"][member] + one["out_bias"][member]
            scores = np.exp(scores - scores.max(axis=1, keepdims=True))
            total += scores / scores.sum(axis=1, keepdims=True)
        averaged: Array = (total / len(one["out"])).astype(np.float32)
        return averaged


@cache
def weights() -> Weights:
    """Return the network that ships with Telusur."""
    import numpy as np

    with resources.files(__package__).joinpath(FILE).open("rb") as file, np.load(file) as arrays:
        numbers = {
            name: arrays[name] if name == "encoder" else arrays[name].astype(np.float32)
            for name in arrays.files
        }
    return Weights(numbers)


@dataclass(frozen=True, slots=True)
class Sentences:
    """What the words of a text are in their sentences."""

    text: str
    spans: Sequence[tuple[int, int]]
    chances: Array
    """The probability of each class, one row a word."""
    vocabulary: Vocabulary

    def found(
        self, places: Iterable[tuple[int, int]], things: Iterable[tuple[int, int]]
    ) -> Iterator[Hidden]:
        """Yield what is personal by its sentence; words side by side are one.

        In `places` that the text names only what is all but certain: people are called like them.
        In `things` nothing: programmes, hospitals and streets are called like people.
        """
        covered = [0.0] * len(self.text)
        for certain, spans in ((_CERTAIN, places), (_NEVER, things)):
            for start, end in spans:
                covered[start:end] = [certain] * (end - start)
        for number, rule in enumerate(_CLASSES):
            if rule:
                least = self._least(number, rule)
                some = [
                    (start, end)
                    for (start, end), one, enough in zip(
                        self.spans, self.chances[:, number], least, strict=True
                    )
                    if one > max(covered[start], enough)
                ]
                why = IN_CONTEXT if rule == "nama" else _ADDRESS
                yield from (Hidden(*span, rule, why) for span in _together(self.text, some))

    def _least(self, number: int, rule: Rule) -> list[float]:
        """How sure each word must be; less for one that is surely a name elsewhere in the text."""
        words = [self.text[start:end] for start, end in self.spans]
        surely = {
            word.lower()
            for word, one in zip(words, self.chances[:, number], strict=True)
            if one > _SURELY and rule == "nama"
        }
        return [
            max(_AGAIN if word.lower() in surely else _ENOUGH[rule], self._known(word))
            for word in words
        ]

    def _known(self, word: str) -> float:
        """How sure a word with a capital must be, of which rules know much already."""
        if word.islower():
            return _WORD if word in self.vocabulary.proper else 0.0
        if self.vocabulary.is_public(word):
            return _CERTAIN
        return _WORD if self.vocabulary.is_word(word) else _CAPITAL

    def is_unlikely(self, start: int, end: int) -> bool:
        """Whether no word of `text[start:end]` looks personal at all in its sentence. An ordinary
        word that is written like a name is one: the sentence misjudges these."""
        written = self.text[start:end]
        if written[:1].isupper() and self.vocabulary.is_word(written.replace(" ", "-")):
            return False
        first = bisect_right(self.spans, start, key=lambda span: span[1])
        last = bisect_left(self.spans, end, key=lambda span: span[0])
        personal = self.chances[first:last, 1:].sum(axis=1)
        return len(personal) > 0 and bool((personal < _UNLIKELY).all())


class ContextFinder:
    """Looks at words in their sentences."""

    def __init__(
        self, context: Context, vocabulary: Vocabulary, kept: Remembered | None = None
    ) -> None:
        self._context = context
        self._vocabulary = vocabulary
        self._kept = kept

    def read(self, text: str) -> Sentences:
        """Say of each word of `text` what it is."""
        rows = self._kept.get(text) if self._kept else None
        if rows is None:
            rows = self._look(text)
            if self._kept:
                self._kept.put(text, rows)
        spans = [(int(start), int(end)) for start, end in rows[:, :2]]
        return Sentences(text, spans, rows[:, 2:], self._vocabulary)

    def save(self) -> None:
        """Remember for the next time what was looked at."""
        if self._kept:
            self._kept.save()

    def _look(self, text: str) -> Array:
        import numpy as np

        rows = [np.zeros((0, 2 + len(_CLASSES)), np.float32)]
        for words in self._context.words(text):
            written = how_written(text, words.spans, self._vocabulary)
            chances = weights().probabilities(words.vectors, written)
            rows.append(np.hstack([np.array(words.spans, np.float32), chances]))
        return np.concatenate(rows)


def context_finder(vocabulary: Vocabulary, kept: Path | None = None) -> ContextFinder:
    """Return what looks at words in their sentences, and remembers in the file `kept`.

    Raises EncoderUnavailable where the encoder is not the one that the network learnt from.
    """
    context = load_context()
    if weights().encoder != (here := identify(DEFAULT)):
        raise EncoderUnavailable(
            say(
                "The encoder is {here}; names were learnt from {other}.",
                here=here,
                other=weights().encoder,
            )
        )
    of = (weights().digest, here.encode(), vocabulary.fingerprint.encode())
    return ContextFinder(context, vocabulary, Remembered(kept, *of) if kept else None)


def how_written(text: str, spans: Sequence[tuple[int, int]], vocabulary: Vocabulary) -> Array:
    """Return what a word's letters and its neighbours say, one row a word."""
    import numpy as np

    rows = []
    for start, end in spans:
        word = text[start:end]
        before = text[max(0, start - 40) : start].rstrip(_BEGINNING)
        mark = text[max(0, start - 3) : start].rstrip()[-1:]
        rows.append(
            (
                word[:1].isupper(),
                word.isupper() and len(word) > 1,
                any(map(str.isdigit, word)),
                vocabulary.is_word(word.lower()),
                vocabulary.is_name(word),
                vocabulary.may_be_name(word),
                vocabulary.is_public(word),
                len(word) <= 3,
                before[-1:] in ("", "\n", "!", "?"),
                text[start - 1 : start] in ("(", "/", '"', "'", "@", "#"),
                text[end : end + 1] in (",", ")", "/"),
                text[end : end + 1] == ":",
                mark in (",", "|", ";", ":"),
                mark == ":",
            )
        )
    return np.array(rows, np.float32).reshape(len(rows), -1)


def _together(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    begin = None
    last = 0
    for start, end in spans:
        if begin is None:
            begin = start
        elif text[last:start] not in _JOINED:
            yield begin, last
            begin = start
        last = end
    if begin is not None:
        yield begin, last
