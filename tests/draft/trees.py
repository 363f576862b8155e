"""Drafts that are read from text, and what is compared of two of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import fields, is_dataclass

from telusur.draft import Regulation
from telusur.draft.outline.parsing import Parsed, parse_texts
from telusur.draft.reading import regulation_of
from telusur.draft.writing.labelling import make_labels
from telusur.draft.writing.markdown import Writing, write_draft

DIVISIONS = ("buku", "bab", "bagian", "paragraf", "pasal")


def parsed(text: str, name: str = "draft.md") -> tuple[Parsed, Regulation]:
    outline = parse_texts({name: text})
    return outline, regulation_of(outline)


def read(text: str, name: str = "draft.md") -> Regulation:
    return parsed(text, name)[1]


def written(text: str, *, labelled: bool) -> str:
    """The draft that is made of a text."""
    outline, regulation = parsed(text)
    kept = {node.id: node.label for node in outline.outline.nodes if node.label}
    labels = make_labels(regulation.clauses, kept) if labelled else {}
    return write_draft(Writing(outline, regulation, labels))


def shape(regulation: Regulation, *, numbers: bool) -> list[tuple[object, ...]]:
    """Every clause: level, number, own title, words, place of its parent."""
    place = {clause.id: clause.position for clause in regulation.clauses}
    return [
        (
            clause.level,
            clause.number if numbers or clause.level not in DIVISIONS else "",
            clause.heading if clause.level in DIVISIONS[:4] else "",
            clause.text if numbers else _without_numbers(clause.text),
            place.get(clause.parent_id or ""),
            clause.quoted,
        )
        for clause in regulation.clauses
    ]


def _without_numbers(text: str) -> str:
    """Drop what changes where numbers are computed: those that references print."""
    return re.sub(r"\d+|\b[IVXLC]+\b|\bKe\w+\b", "#", text)


def words(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in the texts; one that a hyphen parts counts as one word."""
    whole = (re.sub(r"-\s*", "", text.lower()) for text in texts)
    return Counter(word for text in whole for word in re.findall(r"[a-z0-9]+", text))


def all_words(regulation: Regulation) -> Counter[str]:
    """The words of the regulation, and those that a notice tells to be set aside."""
    parts = [*regulation.opening, *regulation.closing]
    parts += [notice.words for notice in regulation.notices]
    for clause in regulation.clauses:
        own_title = clause.heading if clause.level in DIVISIONS[:4] else ""
        parts += [clause.level, clause.number, own_title, clause.text]
    return words(parts)


def strings(part: object) -> list[str]:
    """All words in a dataclass with dataclasses in it, but the names of files."""
    if isinstance(part, str):
        return [part]
    if isinstance(part, tuple):
        return [text for each in part for text in strings(each)]
    if is_dataclass(part) and not isinstance(part, type):
        names = [field.name for field in fields(part) if field.name != "path"]
        return [text for name in names for text in strings(getattr(part, name))]
    return []
