"""Blocks → passages."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from telusur.corpus.model import Form, Passage
from telusur.corpus.text.blocks import Layout
from telusur.corpus.text.sentences import sentence_spans


def passages_of(layout: Layout, abbreviations: Collection[str]) -> tuple[Passage, ...]:
    """Return the sentences, items and rows of a text, in order, with their offsets in it."""
    known = frozenset(word.strip().rstrip(".").lower() for word in abbreviations)
    return tuple(_passages(layout, known))


def _passages(layout: Layout, abbreviations: frozenset[str]) -> Iterator[Passage]:
    text, section, number = layout.text, "", 0
    for block in layout.blocks:
        if block.kind == "heading":
            section = text[block.start : block.end]
        elif block.kind == "row":
            words = text[block.start : block.end]
            if any(map(str.isalnum, words)):
                number += 1
                yield Passage(number, block.start, block.end, words, section, "row", block.cells)
        elif block.kind != "header":
            form: Form = "item" if block.kind == "item" else "sentence"
            for start, end in sentence_spans(text, block.start, block.end, abbreviations):
                number += 1
                yield Passage(number, start, end, text[start:end], section, form)
