"""Whether a clause says something good or bad: what is said, put together with what it is said of.

A small grammar over the lists of `extract/polarity.yml`. A clause is read from left to right, as a
row of marked words; each rule joins two or three of them that stand near one another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from telusur.extract.lexicon import PolarityFile
from telusur.extract.lexicon.words import TOKEN

_NEAR = 6
"""Words between what is said and what it is said of, at most."""
_COMPOUND = 1
"""Words between two nouns that are one thing, at most."""
_NEXT = 3
"""Words between a negation, or `hanya`, and what it bears on, at most."""
_MOST = 2.0
_NUMBER = re.compile(
    r"\d[\d.,]*|(?:se(?:orang|buah|unit|ekor|puluh|jam|hari|minggu|bulan|tahun|kali|paruh)|satu|dua"
    r"|tiga|empat|lima|enam|tujuh|delapan|sembilan|belasan|puluhan|ratusan|ribuan|beberapa)"
)
_TIME_OR_PRICE = re.compile(
    r"(?:se)?(?:menit|detik|jam|hari|minggu|pekan|bulan|tahun|kali|rp|rupiah|ribu|juta|persen|%|rp\d.*)"
)
_LONG = re.compile(r"(?:se)?(?:jam|hari|minggu|pekan|bulan|tahun|kali)|(?:berjam|berhari|berbulan)-.*")
_NOUNS = {"burdens": -1, "loads": -1, "boons": 1}
_DONE = frozenset({"sudah", "telah", "kini", "sekarang"})
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


@dataclass(frozen=True, slots=True)
class _Mark:
    """A word, or several, that is in some list."""

    tag: str
    at: int
    """Position of its first word in the clause."""
    end: int


@dataclass
class _Part:
    """What was read of a part of a clause."""

    nouns: list[tuple[int, int]] = field(default_factory=list)
    """Positions and values of burdens and boons so far."""
    said: list[float] = field(default_factory=list)
    hardship: bool = False
    asks: bool = False


_Rule = Callable[[_Part, Sequence[str], _Mark, Sequence[_Mark], dict[str, int]], None]
"""What a mark adds to its part: its words, the marks after it, and where each tag ended last."""


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

    def _marks(self, words: Sequence[str]) -> Iterator[_Mark]:
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
                yield _Mark(tag, at, at + longest)
            at += longest

    def _part(self, words: Sequence[str], marks: Sequence[_Mark]) -> _Part:
        part = _Part()
        last: dict[str, int] = {}
        for number, mark in enumerate(marks):
            _RULES[mark.tag](part, words, mark, marks[number + 1 :], last)
            last[mark.tag] = mark.end
        return part


def _parted(words: Sequence[str], marks: Sequence[_Mark]) -> Iterator[list[_Mark]]:
    """Yield the marks of each part of a clause: a word of contrast, or an end, parts it."""
    some: list[_Mark] = []
    for mark in marks:
        before = some[-1].end if some else 0
        if mark.tag == "contrast" or _ENDS.intersection(words[before : mark.at]):
            yield some
            some = []
        if mark.tag != "contrast":
            some.append(mark)
    yield some


def _near(last: dict[str, int], tag: str, mark: _Mark, most: int = _NEXT) -> bool:
    return tag in last and 0 <= mark.at - last[tag] <= most


def _negated(last: dict[str, int], mark: _Mark) -> bool:
    return _near(last, "negation", mark, 2)


def _noun_of(part: _Part, mark: _Mark, after: Sequence[_Mark]) -> int:
    """The value of what a word is said of: the nearest before it, else the next one; 0 if none."""
    before = [value for at, value in part.nouns if mark.at - at <= _NEAR]
    if before:
        return before[-1]
    following = (one for one in after if one.tag in _NOUNS)
    one = next(following, None)
    if one is None or one.at - mark.end > _NEXT:
        return 0
    return _NOUNS[one.tag]


def _on_noun(value: int) -> _Rule:
    def rule(
        part: _Part, words: Sequence[str], mark: _Mark, after: Sequence[_Mark], last: dict[str, int]
    ) -> None:
        if _near(last, "holders", mark, _COMPOUND):
            return  # `papan tarif`, `kotak pengaduan`: neither price nor complaint
        own = value
        if part.nouns and part.nouns[-1][1] < 0 and mark.at - part.nouns[-1][0] <= _COMPOUND:
            own = -1  # `kekurangan blangko` is a burden as a whole
        part.nouns.append((mark.end, own))
        if _negated(last, mark) and own == value:
            part.said.append(-1.5 * value)

    return rule


def _on_way(direction: int) -> _Rule:
    def rule(
        part: _Part, words: Sequence[str], mark: _Mark, after: Sequence[_Mark], last: dict[str, int]
    ) -> None:
        sign = -1 if _negated(last, mark) else 1
        part.said.append(float(_noun_of(part, mark, after) * direction * sign))

    return rule


def _on_state(value: int) -> _Rule:
    def rule(
        part: _Part, words: Sequence[str], mark: _Mark, after: Sequence[_Mark], last: dict[str, int]
    ) -> None:
        moved = mark.end in (last.get("rising"), last.get("falling"))
        if moved and _noun_of(part, mark, ()):
            return  # `keluhan hilang`: the way has been told already
        if _negated(last, mark):
            part.said.append(-float(value))
        elif value < 0:
            part.said.append(-1.0)
        else:
            done = _DONE.intersection(words[max(0, mark.at - 2) : mark.at])
            part.said.append(1.0 if done else 0.4)

    return rule


def _on_existing(
    part: _Part, words: Sequence[str], mark: _Mark, after: Sequence[_Mark], last: dict[str, int]
) -> None:
    noun = next((one for one in after if one.tag in _NOUNS), None)
    if noun is not None and noun.at - mark.end <= 1:
        if not _negated(last, mark):  # else the noun itself is told to be missing
            part.said.append({"burdens": -1.0, "boons": 0.4}.get(noun.tag, 0.0))
    else:
        part.said.append(-1.0 if _negated(last, mark) else 0.4)


def _on_only(
    part: _Part, words: Sequence[str], mark: _Mark, after: Sequence[_Mark], last: dict[str, int]
) -> None:
    number = _number_after(words, mark.end)
    noun = part.nouns[-1][1] if part.nouns else 0
    if number is None:
        restricts = mark.end - mark.at > 1 or (after and after[0].tag in ("working", "existing"))
        if noun >= 0 and restricts:
            part.said.append(-1.0)  # `sinyal hanya ada di bukit`
        return
    if any(_TIME_OR_PRICE.fullmatch(word) for word in words[number : number + 3]):
        part.said.append(-1.0 if noun > 0 else 1.0)
    else:
        part.said.append(1.0 if noun < 0 else -1.5)


def _on_late(
    part: _Part, words: Sequence[str], mark: _Mark, after: Sequence[_Mark], last: dict[str, int]
) -> None:
    number = _number_after(words, mark.end)
    if number is None:
        return
    long = any(_LONG.fullmatch(word) for word in words[number : number + 3])
    if long and part.said and part.said[-1] > 0:
        part.said.append(-1.5)  # `dijawab setelah dua bulan`


def _on_lasting(
    part: _Part, words: Sequence[str], mark: _Mark, after: Sequence[_Mark], last: dict[str, int]
) -> None:
    if not _negated(last, mark) and _noun_of(part, mark, after) < 0:
        part.said.append(-1.0)


def _on_enough(
    part: _Part, words: Sequence[str], mark: _Mark, after: Sequence[_Mark], last: dict[str, int]
) -> None:
    if not _negated(last, mark) and _number_after(words, mark.end) is not None:
        part.said.append(1.0)


def _on_reaching(
    part: _Part, words: Sequence[str], mark: _Mark, after: Sequence[_Mark], last: dict[str, int]
) -> None:
    number = _number_after(words, mark.end)
    if number is None:
        return
    noun = part.nouns[-1][1] if part.nouns else 0
    long = any(_LONG.fullmatch(word) for word in words[number : number + 3])
    waits = mark.end - mark.at == 1 and words[mark.at] == "menunggu"
    if noun < 0 or (waits and long):
        part.said.append(-1.5)
    elif noun > 0 and not long:
        part.said.append(1.0)


def _on_must(
    part: _Part, words: Sequence[str], mark: _Mark, after: Sequence[_Mark], last: dict[str, int]
) -> None:
    of_people = _near(last, "people", mark, _NEAR)
    if _negated(last, mark):
        part.said.append(1.5)
    elif of_people or words[mark.at] in ("terpaksa", "dipaksa", "disuruh"):
        part.hardship = True
        part.said.append(-1.5)


def _on_asking(
    part: _Part, words: Sequence[str], mark: _Mark, after: Sequence[_Mark], last: dict[str, int]
) -> None:
    if _negated(last, mark):
        part.said.append(1.5)
    else:
        part.asks = True


def _number_after(words: Sequence[str], at: int) -> int | None:
    """Position of a number among the next words; None where there is none."""
    return next(
        (n for n in range(at, min(at + _NEXT, len(words))) if _NUMBER.fullmatch(words[n])), None
    )


def _on_nothing(
    part: _Part, words: Sequence[str], mark: _Mark, after: Sequence[_Mark], last: dict[str, int]
) -> None:
    """What only changes the words after it."""


_RULES: dict[str, _Rule] = {
    "burdens": _on_noun(-1),
    "loads": _on_noun(-1),
    "boons": _on_noun(1),
    "rising": _on_way(1),
    "falling": _on_way(-1),
    "broken": _on_state(-1),
    "working": _on_state(1),
    "existing": _on_existing,
    "only": _on_only,
    "enough": _on_enough,
    "late": _on_late,
    "lasting": _on_lasting,
    "reaching": _on_reaching,
    "must": _on_must,
    "asking": _on_asking,
    "holders": _on_nothing,
    "negation": _on_nothing,
    "people": _on_nothing,
    "contrast": _on_nothing,
}


def _regex(word: str) -> str:
    return "|".join(
        re.escape(one.removesuffix("*")) + (r"\S*" if one.endswith("*") else "(?:nya)?")
        for one in word.split("|")
    )
