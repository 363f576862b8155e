"""Texts become numbers of pieces, by no more of the vocabulary than they can need.

The bundled model's vocabulary has a quarter of a million pieces, and to put them in order takes a
tokenizer half a second and 270 MB. For a text only those count that stand in it: from these few the
same ones are chosen. Whoever embeds a question, or a clause that was edited, thus waits for no
dictionary; a tokenizer that is not of this kind (Unigram) has all of its own at once.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from tokenizers import Tokenizer

    Array = np.ndarray[Any, Any]

TOKENIZER = "tokenizer.json"
_FRAME, _SORTED, _SCORED = "frame.json", "pieces.npy", "scores.npy"
_MOST_CHARACTERS = 100_000
"""Of different words. Beyond, those of earlier texts are forgotten: to keep all words of a nation
would take more memory than the whole vocabulary, which only texts with more words at once get."""
_MOST_ALWAYS = 1000
"""Special pieces stand at the beginning of a vocabulary, among so many that always are there."""
_MOST_BYTES = 256
"""Of the longest piece; vocabularies are made with pieces of 16 characters."""


class Pieces:
    """Cuts texts into pieces."""

    def __init__(self, folder: Path, padding: dict[str, Any]) -> None:
        """Use what `write` left in `folder`; `padding`: as `Tokenizer.enable_padding` takes it."""
        self._folder = folder
        self._padding = padding
        self._few = _Few(folder) if (folder / _FRAME).is_file() else None
        self._whole: Tokenizer | None = None

    def counts(self, texts: Sequence[str]) -> list[int]:
        """Return how many pieces each text has, special ones with them."""
        tokenizer = self._tokenizer_for(texts)
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return [len(one.ids) for one in tokenizer.encode_batch(texts)]

    def numbers(self, texts: Sequence[str], length: int) -> tuple[Array, Array]:
        """Return the numbers of the pieces, and 1 where there is one and 0 where nothing but
        filling is; both (texts, length), to which every text is filled up or cut.
        """
        import numpy as np

        tokenizer = self._tokenizer_for(texts)
        tokenizer.enable_truncation(length)
        tokenizer.enable_padding(length=length, **self._padding)
        encoded = tokenizer.encode_batch(texts)
        numbers = np.array([one.ids for one in encoded], np.int64)
        mask = np.array([one.attention_mask for one in encoded], np.int64)
        return (self._few.numbers[numbers] if self._few else numbers), mask

    def _tokenizer_for(self, texts: Sequence[str]) -> Tokenizer:
        if self._few and self._few.fit(texts):
            return self._few.tokenizer
        self._few = None
        if self._whole is None:
            self._whole = whole(self._folder)
        return self._whole


class _Few:
    """A tokenizer with the pieces that stand in the texts that it was asked for so far."""

    def __init__(self, folder: Path) -> None:
        import numpy as np

        told = json.loads((folder / _FRAME).read_text(encoding="utf-8"))
        self._frame, self._always, self._marks = told["frame"], told["always"], told["marks"]
        self._longest: int = told["longest"]
        self._sorted: Array = np.load(folder / _SORTED, mmap_mode="r")
        self._scored: Array = np.load(folder / _SCORED, mmap_mode="r")
        self._rarest = told["rarest"]  # by which the model weighs what it does not know
        self._forget()
        self._make()

    def _forget(self) -> None:
        self._words = set[str]()
        self._found: set[int] = {self._rarest}

    def fit(self, texts: Sequence[str]) -> bool:
        """Get all pieces that stand in `texts`; return False where they are too many."""
        if any(mark in text for text in texts for mark in self._marks):
            return False  # special pieces that somebody writes cut a text before all else
        words = {word for text in texts for word in self._cut(text)}
        if words <= self._words:
            return True
        if sum(map(len, words | self._words)) > _MOST_CHARACTERS:
            self._forget()
            if sum(map(len, words)) > _MOST_CHARACTERS:
                return False
        self._look_up(words - self._words)
        self._words |= words
        self._make()
        return True

    def _cut(self, text: str) -> list[str]:
        """The words of a text, as the tokenizer finds them before it cuts each into pieces."""
        tokenizer = self.tokenizer
        if tokenizer.normalizer:
            text = tokenizer.normalizer.normalize_str(text)
        if not tokenizer.pre_tokenizer:
            return [text]
        return [word for word, _ in tokenizer.pre_tokenizer.pre_tokenize_str(text)]

    def _look_up(self, words: set[str]) -> None:
        import numpy as np

        parts = {
            word[begin:end].encode()
            for word in words
            for begin in range(len(word))
            for end in range(begin + 1, min(begin + self._longest, len(word)) + 1)
        }
        # What is too long for a piece is cut off here, and may find one too many, which is no harm.
        wanted = np.array(sorted(parts), self._sorted.dtype)
        at = np.minimum(np.searchsorted(self._sorted, wanted), len(self._sorted) - 1)
        self._found.update(at[self._sorted[at] == wanted].tolist())

    def _make(self) -> None:
        import numpy as np
        from tokenizers import Tokenizer

        found = np.fromiter(self._found, np.int64)
        found = found[np.argsort(self._scored["number"][found])]
        scored = self._scored[found]
        texts = map(bytes.decode, self._sorted[found].tolist())
        vocabulary = [*self._always, *zip(texts, scored["score"].tolist(), strict=True)]
        model = self._frame["model"] | {"vocab": vocabulary}
        self.tokenizer = Tokenizer.from_str(json.dumps(self._frame | {"model": model}))
        self.numbers: Array = np.concatenate([np.arange(len(self._always)), scored["number"]])
        """The numbers of the tokenizer's pieces in the whole vocabulary."""


def whole(folder: Path) -> Tokenizer:
    """Load the tokenizer with all its vocabulary."""
    from tokenizers import Tokenizer

    return Tokenizer.from_file(str(folder / TOKENIZER))


def write(tokenizer: Tokenizer, padding: int, folder: Path) -> None:
    """Write what `Pieces` and `whole` need into `folder`; `padding` is the number that fills up."""
    import numpy as np

    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(folder / TOKENIZER), pretty=False)
    frame = json.loads(tokenizer.to_str())
    model, marks = frame["model"], frame["added_tokens"]
    if model["type"] != "Unigram" or model["byte_fallback"] or model["unk_id"] is None:
        return
    first = 1 + max(model["unk_id"], padding, *tokenizer.encode("").ids)
    numbers = {piece: number for number, (piece, _) in enumerate(model["vocab"])}
    pieces = sorted((one.encode(), number) for one, number in numbers.items() if number >= first)
    longest = max((len(piece) for piece, _ in pieces), default=0)
    if (
        longest not in range(1, _MOST_BYTES)
        or first > _MOST_ALWAYS
        or any(piece.endswith(b"\0") for piece, _ in pieces)
        or any(mark["normalized"] for mark in marks)
    ):
        return
    scores = [model["vocab"][number][1] for _, number in pieces]
    np.save(folder / _SORTED, np.array([piece for piece, _ in pieces], f"S{longest}"))
    kinds = np.dtype([("number", np.int64), ("score", np.float64)])
    scored = zip((number for _, number in pieces), scores, strict=True)
    np.save(folder / _SCORED, np.array(list(scored), kinds))
    told = {
        "always": model["vocab"][:first],
        "marks": [mark["content"] for mark in marks],
        "rarest": min(range(len(scores)), key=scores.__getitem__),
        "longest": max(map(len, numbers)),
        "frame": frame | {"added_tokens": [], "model": model | {"vocab": []}},
    }
    (folder / _FRAME).write_text(json.dumps(told), encoding="utf-8")
