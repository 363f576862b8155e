"""What stands before and behind the body, in the order in which every format prints it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from telusur.draft.model import Ending, Preamble, Regulation, Signature, TextLine
from telusur.export.outline import printable

Role = Literal[
    "draft", "type", "number", "about", "subject", "grace", "official", "considerations", "bases",
    "regards", "consent", "decides", "enacts", "order", "enactment", "promulgation", "gazette",
    "annex", "elucidation", "head", "other",
]  # fmt: skip
TITLE: tuple[Role, ...] = ("draft", "type", "number", "about", "subject")
"""What makes up the full title, in capitals at the top of the first page."""
LISTS: tuple[Role, ...] = ("considerations", "bases", "regards", "enacts")
"""A word in the margin, and its words or items beside it."""


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a block."""

    text: str
    marker: str = ""
    """`a.` or `1.` where it is an item of a list."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, and what they are."""

    role: Role
    items: tuple[Item, ...]
    word: str = ""
    """Menimbang, Mengingat, Menetapkan; or the heading of a Lampiran."""


_Placed = tuple[tuple[str, int], Block]
"""A block, and the file and line where it begins."""


def preamble_blocks(regulation: Regulation) -> list[Block]:
    """Return the parts of the preamble in their order, without those that are missing.

    What is none of the parts, such as a letterhead, stays before the part that it was written
    before. A draft without a title there has the one of its front matter.
    """
    parts = list(_preamble_parts(regulation.preamble))
    blocks: list[Block] = []
    if regulation.title and not any(block.role in TITLE for _, block in parts):
        blocks.append(Block("subject", (Item(printable(regulation.title)),)))
    others = list(regulation.preamble.other)
    for line, block in parts:
        blocks += [_block("head", other) for other in others if _place(other) <= line]
        others = [other for other in others if _place(other) > line]
        blocks.append(block)
    return blocks + [_block("head", other) for other in others]


def ending_blocks(ending: Ending) -> list[Block]:
    """Return the parts of the ending in their order, without those that are missing."""
    blocks = [_block("order", ending.order)] if ending.order else []
    if ending.enactment:
        blocks.append(Block("enactment", tuple(_signature(ending.enactment))))
    if ending.promulgation:
        blocks.append(Block("promulgation", tuple(_signature(ending.promulgation))))
    if ending.gazette:
        blocks.append(_block("gazette", ending.gazette))
    blocks += [_block("other", other) for other in ending.other]
    for annex in ending.annexes:
        blocks.append(Block("annex", _items(annex.lines), printable(annex.heading.text)))
    if ending.elucidation:
        blocks.append(Block("elucidation", _items(ending.elucidation)))
    return blocks


def _preamble_parts(preamble: Preamble) -> Iterator[_Placed]:
    if preamble.type:
        draft, words = _split_draft(preamble.type.text)
        if draft:
            yield _place(preamble.type), Block("draft", (Item(draft),))
        if words:
            yield _place(preamble.type), Block("type", (Item(words),))
    if preamble.number:
        year = f" TAHUN {preamble.year.text}" if preamble.year else ""
        words = printable(f"NOMOR {preamble.number.text}{year}")
        yield _place(preamble.number), Block("number", (Item(words),))
    if preamble.subject:
        yield _place(preamble.subject), Block("about", (Item("TENTANG"),))
        yield _place(preamble.subject), _block("subject", preamble.subject)
    yield from _single("grace", preamble.grace)
    yield from _single("official", preamble.official)
    yield from _list("considerations", preamble.considerations_word, preamble.considerations)
    yield from _list("bases", preamble.bases_word, preamble.bases)
    yield from _list("regards", preamble.regards_word, preamble.regards)
    yield from _single("consent", preamble.consent)
    yield from _single("decides", preamble.decides)
    enacts = (preamble.enacts,) if preamble.enacts else ()
    yield from _list("enacts", preamble.enacts_word, enacts)


def _single(role: Role, line: TextLine | None) -> Iterator[_Placed]:
    if line:
        yield _place(line), _block(role, line)


def _list(role: Role, word: TextLine | None, lines: Sequence[TextLine]) -> Iterator[_Placed]:
    if first := word or (lines[0] if lines else None):
        shown = printable(word.text).rstrip(" :") if word else ""
        yield _place(first), Block(role, _items(lines), shown)


def _signature(signature: Signature) -> Iterator[Item]:
    act = signature.act.text
    if signature.place:
        act = f"{act.removesuffix(' di')} di {signature.place.text}"
    yield Item(printable(act))
    if signature.date:
        yield Item(printable(f"pada tanggal {signature.date.text}"))
    for line in (signature.office, signature.name):
        if line:
            yield Item(printable(line.text))


def _split_draft(words: str) -> tuple[str, str]:
    """Return `RANCANGAN`, which has a line of its own, and the type."""
    found = re.match(r"(RANCANGAN)\b\s*", words)
    return (found[1], printable(words[found.end() :])) if found else ("", printable(words))


def _block(role: Role, line: TextLine) -> Block:
    return Block(role, _items((line,)))


def _items(lines: Iterable[TextLine]) -> tuple[Item, ...]:
    return tuple(Item(printable(line.text), printable(_marker(line.marker))) for line in lines)


def _marker(marker: str) -> str:
    return f"{marker}." if marker else ""


def _place(line: TextLine) -> tuple[str, int]:
    return line.path, line.line
