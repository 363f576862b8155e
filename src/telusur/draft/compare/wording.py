"""How a text was reworded, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_PIECE = re.compile(r"\s*\S+")


@dataclass(frozen=True, slots=True)
class Wording:
    """A stretch of words that stayed, went or came; put together, the stretches are the texts."""

    kind: Literal["same", "removed", "added"]
    words: str


def wording(old: str, new: str) -> Iterator[Wording]:
    """Yield the stretches of both texts in order; where words were exchanged, the old come first.

    The words of those that are `same` or `removed` are those of the old text; `same` and `added`,
    those of the new one.
    """
    before, after = _PIECE.findall(old), _PIECE.findall(new)
    matcher = SequenceMatcher(None, [*map(str.strip, before)], [*map(str.strip, after)], False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield Wording("same", "".join(after[j1:j2]))
            continue
        if i2 > i1:
            yield Wording("removed", "".join(before[i1:i2]))
        if j2 > j1:
            yield Wording("added", "".join(after[j1:j2]))
