"""Marks in a text the words that were looked for, in whatever form they stand there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from telusur.search.roots import roots

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text."""

    text: str
    marked: bool


def marked(text: str, words: Iterable[str], exact: Iterable[str] = ()) -> tuple[Piece, ...]:
    """Cut `text` where words of `words` in any form, or those of `exact`, begin and end.

    The pieces put together are the text; marked neighbours are one piece.
    """
    alike = frozenset(root for word in words for root in roots(word))
    same = frozenset(exact)
    spans: list[tuple[int, int]] = []
    for word in _WORD.finditer(text):
        low = word[0].lower()
        if low in same or not alike.isdisjoint(roots(low)):
            if spans and text[spans[-1][1] : word.start()] in (" ", "-"):
                spans[-1] = (spans[-1][0], word.end())
            else:
                spans.append(word.span())
    pieces, at = [], 0
    for start, end in spans:
        pieces += [Piece(text[at:start], False), Piece(text[start:end], True)]
        at = end
    return tuple(piece for piece in (*pieces, Piece(text[at:], False)) if piece.text)
