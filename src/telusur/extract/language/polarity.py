"""Whether a clause says something good or bad: what is said, put together with what it is said of.

A small grammar over the lists of `extract/polarity.yml`. A clause is read from left to right, as a
row of marked words; each rule joins two or three of them that stand near one another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from telusur.extract.language.polarity_rules import RULES, Here, Mark, Part
from telusur.extract.lexicon import PolarityFile
from telusur.extract.lexicon.words import TOKEN

_MOST = 2.0
_ENDS = frozenset({";", ".", "!", "?", "→"})


@dataclass(frozen=True, slots=True)
class Polarity:
    """What a clause says, as far as these words tell."""

    value: float
    """Above 0 for good, below for bad; between -2 and 2; 0 where nothing is known."""
    hardship: bool
    """Whether people must do something: a burden, and no need."""
    asks: bool
    """Whether something is asked for or recommended."""


NEUTRAL = Polarity(0.0, hardship=False, asks=False)


class PolarityReader:
    """Puts the marked words of clauses together."""

    def __init__(self, words: PolarityFile) -> None:
        self._phrases: dict[str, list[tuple[tuple[re.Pattern[str], ...], str]]] = {}
        self._open: list[tuple[tuple[re.Pattern[str], ...], str]] = []
        for tag, cues in words:
            for cue in cues:
                self._add(cue, tag)
        self._empty = not (self._phrases or self._open)

    def _add(self, cue: str, tag: str) -> None:
        written = cue.lower().split()
        pattern = tuple(re.compile(_regex(word)) for word in written)
        for first in written[0].split("|"):
            if first.endswith("*"):
                self._open.append((pattern, tag))
            else:
                self._phrases.setdefault(first, []).append((pattern, tag))

    def read(self, clause: str) -> Polarity:
        """Return what a clause says; its words are not shortened."""
        if self._empty:
            return NEUTRAL
        words = [one[0].lower() for one in TOKEN.finditer(clause) if not one[0].isspace()]
        marks = list(self._marks(words))
        parts = [self._part(words, some) for some in _parted(words, marks)]
        told = [sum(part.said) for part in parts if sum(part.said)]
        value = told[-1] if told else 0.0
        return Polarity(
            max(-_MOST, min(_MOST, value)),
            hardship=any(part.hardship for part in parts),
            asks=any(part.asks for part in parts),
        )

    def of_subject(self, words: str) -> int:
        """Return whether what is asked for is good (1) or bad (-1): `toilet`, `pungutan`."""
        split = [one[0].lower() for one in TOKEN.finditer(words) if not one[0].isspace()]
        marks = list(self._marks(split))
        part = self._part(split, [one for one in marks if one.tag != "loads"])
        bad = any(value < 0 for _, value in part.nouns)
        return -1 if bad or sum(self._part(split, marks).said) < 0 else 1

    def _marks(self, words: Sequence[str]) -> Iterator[Mark]:
        """Yield the longest marks, in order; a word may bear several tags."""
        at = 0
        while at < len(words):
            found = [
                (len(pattern), tag)
                for pattern, tag in (
                    *self._phrases.get(words[at], ()),
                    *self._phrases.get(words[at].removesuffix("nya"), ()),
                    *self._open,
                )
                if len(pattern) <= len(words) - at
                and all(one.fullmatch(words[at + n]) for n, one in enumerate(pattern))
            ]
            longest = max((length for length, _ in found), default=1)
            for tag in dict.fromkeys(tag for length, tag in found if length == longest):
                yield Mark(tag, at, at + longest)
            at += longest

    def _part(self, words: Sequence[str], marks: Sequence[Mark]) -> Part:
        part = Part()
        last: dict[str, int] = {}
        for number, mark in enumerate(marks):
            RULES[mark.tag](Here(part, words, mark, marks[number + 1 :], last))
            last[mark.tag] = mark.end
        return part


def _parted(words: Sequence[str], marks: Sequence[Mark]) -> Iterator[list[Mark]]:
    """Yield the marks of each part of a clause: a word of contrast, or an end, parts it."""
    some: list[Mark] = []
    for mark in marks:
        before = some[-1].end if some else 0
        if mark.tag == "contrast" or _ENDS.intersection(words[before : mark.at]):
            yield some
            some = []
        if mark.tag != "contrast":
            some.append(mark)
    yield some


def _regex(word: str) -> str:
    return "|".join(
        re.escape(one.removesuffix("*")) + (r"\S*" if one.endswith("*") else "(?:nya)?")
        for one in word.split("|")
    )
