"""Fingerprints: what tells that the words of a clause have changed."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from telusur.draft.outline.prose import LabelReference, Paragraph
from telusur.draft.outline.tree import Node


def fingerprint(node: Node) -> str:
    """Return the SHA-256, in hexadecimal, of the node's words with all below it.

    Numbers that are computed do not count: a Pasal that moves, or one that is referred to by
    label and moves, changes no fingerprint.
    """
    return fingerprint_of(_words(node))


def fingerprint_of(parts: Iterable[str]) -> str:
    """Return the SHA-256, in hexadecimal, of words without regard to capitals and blanks."""
    words = unicodedata.normalize("NFKC", " ".join(parts)).casefold()
    return hashlib.sha256(" ".join(words.split()).encode("utf-8", "surrogatepass")).hexdigest()


def _words(node: Node) -> Iterator[str]:
    yield from _raw([node.title, *node.paragraphs])
    for child in node.children:
        yield from _words(child)


def _raw(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    for paragraph in paragraphs:
        yield "".join(
            f"{piece.words}#{piece.target}" if isinstance(piece, LabelReference) else piece
            for piece in paragraph
        )
