"""Finds the words of a text that name a provision: `Pasal 5 ayat (2) huruf b`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

Step = tuple[str, str]
"""A unit and its number: `("ayat", "2")`."""

_STEP = re.compile(
    r"\b(?:[Pp]asal\s+(?P<pasal>\d+[A-Z]{0,2}|[IVX]+)"
    r"|[Aa]yat\s*\((?P<ayat>\d+[a-z]?)\)"
    r"|[Hh]uruf\s+(?P<huruf>[a-z]{1,2})"
    r"|[Aa]ngka\s+(?P<angka>\d+[a-z]?))(?!\w)"
)
_MAY_FOLLOW = {
    "pasal": ("ayat", "huruf", "angka"),
    "ayat": ("huruf", "angka"),
    "huruf": ("angka",),
    "angka": ("huruf",),
}
_JOINT = re.compile(
    r"\s*,?\s*(?:(?P<range>sampai\s+dengan)|dan/atau|dan|atau|serta)?\s*(?:(?:dalam|pada)\s+)?"
)
_LAW = (
    r"(?:Undang-[Uu]ndang|Peraturan\s+(?:Pemerintah(?:\s+Pengganti\s+Undang-[Uu]ndang)?"
    r"|Presiden|Menteri|Daerah|Gubernur|Bupati"
    r"|Wali\s?[Kk]ota|Badan|Lembaga|Kepala|Bersama|Dewan)|Keputusan\s+(?:Presiden|Menteri|Bersama"
    r"|Kepala|Gubernur|Bupati)|Instruksi\s+(?:Presiden|Menteri)|Kitab\s+Undang-[Uu]ndang)"
)
_OTHER_LAW_FOLLOWS = re.compile(
    rf"\s+(?:(?:dari|dalam|pada)\s+)?{_LAW}(?!(?:\s+(?:[A-Z][\w-]*|dan|di))*\s+ini\b)"
)
_NUMBERED_LAW = re.compile(
    rf"{_LAW}(?:\s+(?!{_LAW})(?:[A-Z][\w-]*|dan|di))*?\s+Nomor\s+[\w./-]*\w(?:\s+Tahun\s+\d{{4}})?"
)
_LAW_PRECEDES = re.compile(r"\s*(?:,\s*)?(?:(?:dalam|pada|khususnya)\s+)?")


@dataclass(frozen=True, slots=True)
class Mention:
    """A provision that a text names, as far as the words themselves tell."""

    start: int
    """Where the words begin (characters)."""
    end: int
    steps: tuple[Step, ...]
    """From the Pasal inwards; begins further in where the text leaves the rest to its place."""
    of_other_law: bool
    ends_range: bool
    """Whether `sampai dengan` joins it to the mention before."""


@dataclass(frozen=True, slots=True)
class LawMention:
    """Another law, named with its number."""

    start: int
    end: int


def find_laws(text: str) -> list[LawMention]:
    """Return the laws that `text` names, in order."""
    return [LawMention(found.start(), found.end()) for found in _NUMBERED_LAW.finditer(text)]


def find_mentions(text: str, laws: list[LawMention]) -> list[Mention]:
    """Return the provisions that `text` names, in order; `laws` are those of `find_laws`."""
    law_ends = {law.end for law in laws}
    mentions: list[Mention] = []
    for chain in _chains(text, list(_groups(text))):
        first, last = chain[0][1], chain[-1][2]
        of_other_law = _OTHER_LAW_FOLLOWS.match(text, last) is not None or any(
            end <= first and _LAW_PRECEDES.fullmatch(text, end, first) for end in law_ends
        )
        steps: tuple[Step, ...] = ()
        for own_steps, start, end, is_range in chain:
            steps = (*_inherited(steps, own_steps[0][0]), *own_steps)
            mentions.append(Mention(start, end, steps, of_other_law, is_range))
    return mentions


_Group = tuple[tuple[Step, ...], int, int, bool]
"""Steps that stand right behind one another, their start, end, and whether they end a range."""


def _groups(text: str) -> Iterator[_Group]:
    steps: list[Step] = []
    start = end = 0
    for found in _STEP.finditer(text):
        unit = str(found.lastgroup)
        adjacent = bool(steps) and text[end : found.start()].isspace()
        if steps and not (adjacent and unit in _MAY_FOLLOW[steps[-1][0]]):
            yield tuple(steps), start, end, False
            steps = []
        if not steps:
            start = found.start()
        steps.append((unit, found[unit]))
        end = found.end()
    if steps:
        yield tuple(steps), start, end, False


def _chains(text: str, groups: list[_Group]) -> list[list[_Group]]:
    """Put together what commas and conjunctions join: `Pasal 9, Pasal 11, dan Pasal 12`."""
    chains: list[list[_Group]] = []
    for steps, start, end, _ in groups:
        joint = _JOINT.fullmatch(text, chains[-1][-1][2], start) if chains else None
        if joint:
            chains[-1].append((steps, start, end, joint["range"] is not None))
        else:
            chains.append([(steps, start, end, False)])
    return chains


def _inherited(before: tuple[Step, ...], unit: str) -> tuple[Step, ...]:
    """Return the steps that `ayat (3)` takes over from `Pasal 5 ayat (2)` before it."""
    places = [index for index, step in enumerate(before) if step[0] == unit]
    return before[: places[-1]] if places else ()
