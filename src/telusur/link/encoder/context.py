"""What a word is in its sentence: vectors of words, from layers in the middle of the bundled model.

Where the last layers say what a text is about, these say what each word does in it: whether
`untung` is luck or somebody who waits at a counter.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from telusur.link.encoder.pieces import whole
from telusur.link.encoder.runtime import INPUTS, SETTINGS, session_from

if TYPE_CHECKING:
    from telusur.link.encoder.engine import Vectors

CONTEXT = "context.onnx"
IN_CONTEXT = (6, 8)
"""The layers, counted from one: of twelve, names were told best by these (docs/decisions)."""
_LONGEST = 700
"""Characters that are read at once; few of them are more than two hundred tokens."""
_WORD = re.compile(r"\w+(?:['\u2019]\w+)*")


@dataclass(frozen=True, slots=True)
class InContext:
    """The words of a text."""

    spans: list[tuple[int, int]]
    """Where each stands (characters, half-open)."""
    vectors: Vectors
    """One row a word: its first and its last piece in each of the layers."""


class Context:
    """Reads words in their sentences."""

    def __init__(self, folder: Path) -> None:
        """Load what `telusur.link.encoder.exporting` wrote into `folder`; raises OSError."""
        settings = json.loads((folder / SETTINGS).read_text(encoding="utf-8"))
        self._tokenizer = whole(folder)
        self._tokenizer.enable_truncation(settings["window"])
        self._session = session_from(folder / CONTEXT)

    def words(self, text: str) -> Iterator[InContext]:
        """Yield the words of `text`, each as it stands in its sentence, stretch by stretch.

        Stretches are computed one by one: a word's vector does not depend on other texts, and a
        long text takes no more memory than a short one.
        """
        for begin, end in stretches(text):
            spans, rows = self._in_stretch(text[begin:end])
            if spans:
                yield InContext([(begin + start, begin + stop) for start, stop in spans], rows)

    def _in_stretch(self, piece: str) -> tuple[list[tuple[int, int]], Vectors]:
        import numpy as np

        encoded = self._tokenizer.encode(piece)
        layers = self._layers(encoded.ids)
        offsets = [
            (number, *span) for number, span in enumerate(encoded.offsets) if span[0] < span[1]
        ]
        spans, rows, at = [], [], 0
        for word in _WORD.finditer(piece):
            while at < len(offsets) and offsets[at][2] <= word.start():
                at += 1
            pieces = [
                number
                for number, start, _ in offsets[at : at + word.end() - word.start()]
                if start < word.end()
            ]
            if pieces:
                spans.append(word.span())
                rows.append(layers[:, [pieces[0], pieces[-1]]].reshape(-1))
        return spans, np.array(rows, np.float32)

    def _layers(self, ids: list[int]) -> Vectors:
        """Return an array (layers, tokens, dimension)."""
        import numpy as np

        tokens = np.array([ids], np.int64)
        given = dict(zip(INPUTS, (tokens, np.ones_like(tokens)), strict=True))
        return np.concatenate(self._session.run(None, given))


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Cut `text` into stretches of whole lines, or of words where a line is too long."""
    begin = 0
    while len(text) - begin > _LONGEST:
        reach = begin + _LONGEST
        cut = max(text.rfind("\n", begin, reach), begin) or begin
        if cut == begin:
            cut = text.rfind(" ", begin, reach)
        end = cut + 1 if cut > begin else reach
        yield begin, end
        begin = end
    yield begin, len(text)
