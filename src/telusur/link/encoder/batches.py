"""Cuts texts into windows and windows into batches, so that a text's vector is its own alone.

Matrix products round differently for batches of another shape, so a text embedded beside longer
texts, or fewer, would come out different in its last digits, and scores would waver from build to
build. Here the shape of a batch follows from the length of its texts alone: the padded length is
the next multiple of STEP, and the number of rows follows from that. Fewer rows are made only of a
model of which it was seen that they come out the same (`Engine.fewest`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

STEP = 16
"""Windows are padded to a multiple of this many tokens."""
FULL = 1 << 20
"""More rows than any batch has."""
_TOKENS_IN_A_BATCH = 768  # measured: fewer are slower, more fill more rows with nothing


@dataclass(frozen=True, slots=True)
class Piece:
    """A text, or a window of one that is too long for the model."""

    text_number: int
    """Which of the texts it belongs to, from 0."""
    text: str
    tokens: int
    """Its length as the model counts, with prompt and special tokens."""


def windows(
    texts: Sequence[str], count_tokens: Callable[[Sequence[str]], list[int]], limit: int
) -> list[Piece]:
    """Return each text that is not empty, halved until no piece is over `limit` tokens."""
    pieces = []
    waiting = [(number, text) for number, text in enumerate(texts) if text]
    while waiting:
        counts = count_tokens([text for _, text in waiting])
        too_long = []
        for (number, text), tokens in zip(waiting, counts, strict=True):
            if tokens <= limit or len(text) == 1:
                pieces.append(Piece(number, text, min(tokens, limit)))
            else:
                too_long += [(number, half) for half in _halves(text)]
        waiting = too_long
    return pieces


def _halves(text: str) -> tuple[str, ...]:
    """Cut at the space nearest to the middle, or in the middle where there is none."""
    middle = len(text) // 2
    before, after = text.rfind(" ", 1, middle), text.find(" ", middle, len(text) - 1)
    spaces = [place for place in (before, after) if place > 0]
    cut = min(spaces, key=lambda place: abs(place - middle)) if spaces else middle
    return text[:cut].strip(), text[cut:].strip()


def batches(
    pieces: Sequence[Piece], limit: int, fewest: int = FULL
) -> Iterator[tuple[int, list[Piece], int]]:
    """Yield the padded length in tokens, the pieces, and the rows of each batch.

    A batch may hold fewer pieces than it has rows: the others have to be filled. It has as many
    rows as its length asks for, or no more than it has pieces, if these are at least `fewest`.
    """
    by_length: dict[int, list[Piece]] = {}
    for piece in pieces:
        padded = min(limit, -(-piece.tokens // STEP) * STEP)
        by_length.setdefault(padded, []).append(piece)
    for length, group in sorted(by_length.items()):
        rows = full(length)
        for start in range(0, len(group), rows):
            some = group[start : start + rows]
            yield length, some, min(rows, max(fewest, len(some)))


def full(length: int) -> int:
    """Return how many rows a batch of texts of so many tokens has at most."""
    return max(1, _TOKENS_IN_A_BATCH // length)
