"""The rules of polarity: what each marked word says, by what stands near it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

_NEAR = 6
"""Words between what is said and what it is said of, at most."""
_NEXT = 3
"""Words between `hanya` and its number, at most."""
_COMPOUND = 1
"""Words between two nouns that are one thing, at most."""
_NEGATES = 2
_NUMBER = re.compile(
    r"\d[\d.,]*|se(?:orang|buah|unit|ekor|puluh|jam|hari|minggu|bulan|tahun|kali|paruh)|satu|dua"
    r"|tiga|empat|lima|enam|tujuh|delapan|sembilan|belasan|puluhan|ratusan|ribuan|beberapa"
)
_TIME_OR_PRICE = re.compile(
    r"(?:se)?(?:menit|detik|jam|hari|minggu|pekan|bulan|tahun|kali)"
    r"|rp.*|rupiah|ribu|juta|persen|%"
)
_LONG = re.compile(
    r"(?:se)?(?:jam|hari|minggu|pekan|bulan|tahun|kali)|(?:berjam|berhari|berbulan)-.*"
)
_NOUNS = {"burdens": -1, "loads": -1, "boons": 1}
_DONE = frozenset({"sudah", "telah", "kini", "sekarang"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A word, or several, that is in some list."""

    tag: str
    """The list."""
    at: int
    """Position of its first word in the clause."""
    end: int


@dataclass
class Part:
    """What was read of a part of a clause."""

    nouns: list[tuple[int, int]] = field(default_factory=list)
    """Positions and values of burdens and boons so far."""
    said: list[float] = field(default_factory=list)
    hardship: bool = False
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Here:
    """A mark where it stands."""

    part: Part
    words: Sequence[str]
    mark: Mark
    after: Sequence[Mark]
    """The marks after it in this part."""
    last: Mapping[str, int]
    """Where the last mark of each tag before it ended."""

    def near(self, tag: str, most: int) -> bool:
        """Whether a mark stands before this one, with at most so many words between."""
        return tag in self.last and 0 <= self.mark.at - self.last[tag] <= most

    @property
    def negated(self) -> bool:
        return self.near("negation", _NEGATES)

    @property
    def noun_before(self) -> int:
        """The value of the nearest noun before; 0 where there is none."""
        near = (value for at, value in reversed(self.part.nouns) if self.mark.at - at <= _NEAR)
        return next(near, 0)

    @property
    def noun(self) -> int:
        """The value of what this is said of: the noun before, else the next one; 0 if none."""
        following = next((one for one in self.after if one.tag in _NOUNS), None)
        if self.noun_before or following is None or following.at - self.mark.end > _NEXT:
            return self.noun_before
        return _NOUNS[following.tag]

    @property
    def last_noun(self) -> int:
        """The value of the last noun of this part, however far; 0 where there is none."""
        return self.part.nouns[-1][1] if self.part.nouns else 0

    @property
    def beside_a_burden(self) -> bool:
        nouns = self.part.nouns
        return bool(nouns) and nouns[-1][1] < 0 and self.mark.at - nouns[-1][0] <= _COMPOUND

    @property
    def next_tag(self) -> str:
        return self.after[0].tag if self.after else ""

    @property
    def number(self) -> int | None:
        """Position of a number among the next words; None where there is none."""
        some = range(self.mark.end, min(self.mark.end + _NEXT, len(self.words)))
        return next((at for at in some if _NUMBER.fullmatch(self.words[at])), None)

    def counts(self, unit: re.Pattern[str]) -> bool:
        """Whether the number after it is one of such units."""
        at = self.number
        return at is not None and any(map(unit.fullmatch, self.words[at : at + 3]))


Rule = Callable[[Here], None]
"""What a mark adds to its part."""


def _on_noun(value: int) -> Rule:
    def rule(it: Here) -> None:
        if it.near("holders", _COMPOUND):
            return  # `papan tarif`, `kotak pengaduan`: neither price nor complaint
        own = value
        if it.beside_a_burden:
            own = -1  # `kekurangan blangko` is a burden as a whole
        it.part.nouns.append((it.mark.end, own))
        if it.negated and own == value:
            it.part.said.append(-1.5 * value)

    return rule


def _on_way(direction: int) -> Rule:
    def rule(it: Here) -> None:
        sign = -1 if it.negated else 1
        it.part.said.append(float(it.noun * direction * sign))

    return rule


def _on_state(value: int) -> Rule:
    def rule(it: Here) -> None:
        moved = it.mark.end in (it.last.get("rising"), it.last.get("falling"))
        if moved and it.noun_before:
            return  # `keluhan hilang`: the way has been told already
        if it.negated:
            it.part.said.append(-float(value))
        elif value < 0:
            it.part.said.append(-1.0)
        else:
            done = _DONE.intersection(it.words[max(0, it.mark.at - 2) : it.mark.at])
            it.part.said.append(1.0 if done else 0.4)

    return rule


def _on_existing(it: Here) -> None:
    noun = next((one for one in it.after if one.tag in _NOUNS), None)
    if noun is not None and noun.at - it.mark.end <= 1:
        if not it.negated:  # else the noun itself is told to be missing
            it.part.said.append({"burdens": -1.0, "boons": 0.4}.get(noun.tag, 0.0))
    else:
        it.part.said.append(-1.0 if it.negated else 0.4)


def _on_only(it: Here) -> None:
    number = it.number
    noun = it.last_noun
    if number is None:
        restricts = it.mark.end - it.mark.at > 1 or it.next_tag in ("working", "existing")
        if noun >= 0 and restricts:
            it.part.said.append(-1.0)  # `sinyal hanya ada di bukit`
        return
    if it.counts(_TIME_OR_PRICE):
        it.part.said.append(-1.0 if noun > 0 else 1.0)
    else:
        it.part.said.append(1.0 if noun < 0 else -1.5)


def _on_late(it: Here) -> None:
    number = it.number
    if number is None:
        return
    long = it.counts(_LONG)
    if long and it.part.said and it.part.said[-1] > 0:
        it.part.said.append(-1.5)  # `dijawab setelah dua bulan`


def _on_lasting(it: Here) -> None:
    if not it.negated and it.noun < 0:
        it.part.said.append(-1.0)


def _on_enough(it: Here) -> None:
    if not it.negated and it.number is not None:
        it.part.said.append(1.0)


def _on_reaching(it: Here) -> None:
    number = it.number
    if number is None:
        return
    noun = it.last_noun
    long = it.counts(_LONG)
    waits = it.mark.end - it.mark.at == 1 and it.words[it.mark.at] == "menunggu"
    if noun < 0 or (waits and long):
        it.part.said.append(-1.5)
    elif noun > 0 and not long:
        it.part.said.append(1.0)


def _on_must(it: Here) -> None:
    of_people = it.near("people", _NEAR)
    if it.negated:
        it.part.said.append(1.5)
    elif of_people or it.words[it.mark.at] in ("terpaksa", "dipaksa", "disuruh"):
        it.part.hardship = True
        it.part.said.append(-1.5)


def _on_asking(it: Here) -> None:
    if it.negated:
        it.part.said.append(1.5)
    else:
        it.part.asks = True


def _on_nothing(it: Here) -> None:
    """What only changes the words after it."""


RULES: dict[str, Rule] = {
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
    "neutral": _on_nothing,
    "negation": _on_nothing,
    "people": _on_nothing,
    "contrast": _on_nothing,
}
