"""Which clause of one version of a draft is which of another.

A clause's number is not its identity. A label is, where a Pasal has the same one on both sides;
else the words decide, and where they say little, the clauses beside.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from telusur.draft.compare.likeness import Likeness
from telusur.draft.compare.version import DIVISIONS, Version
from telusur.draft.model import Clause

_SURE = 0.5
"""How alike two clauses must be to be one, wherever they stand (0 to 1)."""
_BESIDE = 0.25
"""How alike, where those before or behind them are one already."""
_ELSEWHERE = 0.8
"""How alike two items must be to be one item that went to another Pasal."""
_FEWEST_WORDS = 4
"""An item of fewer words is found in many places."""
_NUMBERED = re.compile(r"(?:pasal|diktum)-\w+(?:-\d+)?|lampiran\b.*")
"""An id that a number made, and no label."""


@dataclass(slots=True)
class Identity:
    """Pairs of clauses that are one; each clause is in one pair at most."""

    old: Version
    new: Version
    to_new: dict[str, str] = field(default_factory=dict)
    """Old id → new id."""
    to_old: dict[str, str] = field(default_factory=dict)
    """New id → old id."""

    def add(self, old: Clause, new: Clause) -> None:
        """Say that two clauses are one."""
        self.to_new[old.id] = new.id
        self.to_old[new.id] = old.id

    def left_old(self, clauses: Iterable[Clause]) -> list[Clause]:
        """Return the old clauses that are in no pair yet."""
        return [one for one in clauses if one.id not in self.to_new]

    def left_new(self, clauses: Iterable[Clause]) -> list[Clause]:
        """Return the new clauses that are in no pair yet."""
        return [one for one in clauses if one.id not in self.to_old]


def identify(old: Version, new: Version) -> Identity:
    """Pair the clauses of two versions."""
    same = Identity(old, new)
    alike = Likeness([*old.blind.values(), *new.blind.values()])
    _pair_labelled(same)
    _pair_equal(same, old.pasal(), new.pasal())
    _pair_alike(same, alike, old.pasal(), new.pasal())
    for pasal in old.pasal():
        if pasal.id in same.to_new:
            _pair_below(same, alike, pasal, new.by_id[same.to_new[pasal.id]])
    _pair_elsewhere(same, alike)
    _pair_divisions(same)
    return same


def _pair_labelled(same: Identity) -> None:
    """Pair the Pasal that carry the same label."""
    for pasal in same.old.pasal():
        there = same.new.by_id.get(pasal.id)
        if there and there.level == "pasal" and not _NUMBERED.fullmatch(pasal.id):
            same.add(pasal, there)


def _pair_equal(same: Identity, olds: Sequence[Clause], news: Sequence[Clause]) -> None:
    """Pair those with the same words; of several, the first with the first."""
    waiting: dict[tuple[str, str], list[Clause]] = defaultdict(list)
    for one in reversed(same.left_new(news)):
        waiting[one.level, same.new.blind[one.id]].append(one)
    for one in same.left_old(olds):
        if found := waiting[one.level, same.old.blind[one.id]]:
            same.add(one, found.pop())


def _pair_alike(
    same: Identity, alike: Likeness, olds: Sequence[Clause], news: Sequence[Clause]
) -> None:
    """Pair the most alike first, then those that stand beside pairs with less likeness."""
    left = same.left_old(olds), same.left_new(news)
    scores = sorted(
        (
            (alike.of(same.old.blind[one.id], same.new.blind[other.id]), one.position, one, other)
            for one in left[0]
            for other in left[1]
            if one.level == other.level
        ),
        key=lambda each: (-each[0], each[1], each[3].position),
    )
    for least, beside in ((_SURE, False), (_BESIDE, True)):
        for score, _, one, other in scores:
            free = one.id not in same.to_new and other.id not in same.to_old
            if free and score >= least and (not beside or _beside(same, olds, news, one, other)):
                same.add(one, other)


def _beside(
    same: Identity, olds: Sequence[Clause], news: Sequence[Clause], one: Clause, other: Clause
) -> bool:
    """Whether the clauses before or behind two clauses are one; the ends of a row count too."""
    here, there = olds.index(one), news.index(other)
    for step in (-1, 1):
        before, beyond = _at(olds, here + step), _at(news, there + step)
        if before is None or beyond is None:
            if before is beyond:
                return True
        elif same.to_new.get(before.id) == beyond.id:
            return True
    return False


def _at(clauses: Sequence[Clause], place: int) -> Clause | None:
    return clauses[place] if 0 <= place < len(clauses) else None


def _pair_below(same: Identity, alike: Likeness, old: Clause, new: Clause) -> None:
    """Pair what stands below two clauses that are one, level by level."""
    olds, news = same.old.children[old.id], same.new.children[new.id]
    _pair_equal(same, olds, news)
    _pair_alike(same, alike, olds, news)
    for one in olds:
        if one.id in same.to_new:
            _pair_below(same, alike, one, same.new.by_id[same.to_new[one.id]])


def _pair_elsewhere(same: Identity, alike: Likeness) -> None:
    """Pair items that went to another clause, with all below them."""
    olds = [one for one in _items(same.left_old(same.old.clauses)) if _long(same.old, one)]
    news = [one for one in _items(same.left_new(same.new.clauses)) if _long(same.new, one)]
    scores = (
        (alike.of(same.old.blind[one.id], same.new.blind[other.id]), one, other)
        for one in olds
        for other in news
    )
    close = [each for each in scores if each[0] >= _ELSEWHERE]
    for _, one, other in sorted(close, key=lambda each: (-each[0], each[1].position)):
        if one.id not in same.to_new and other.id not in same.to_old:
            same.add(one, other)
            _pair_below(same, alike, one, other)


def _items(clauses: Iterable[Clause]) -> Iterable[Clause]:
    return (one for one in clauses if one.level not in (*DIVISIONS, "pasal"))


def _long(version: Version, clause: Clause) -> bool:
    return len(version.blind[clause.id].split()) >= _FEWEST_WORDS


def _pair_divisions(same: Identity) -> None:
    """Pair the divisions of one title, then those that hold mostly the same Pasal."""
    titles: dict[tuple[str, str], list[Clause]] = defaultdict(list)
    for one in reversed(same.new.divisions()):
        titles[one.level, one.heading.casefold()].append(one)
    for one in same.old.divisions():
        if found := titles[one.level, one.heading.casefold()]:
            same.add(one, found.pop())
    for one in same.left_old(same.old.divisions()):
        inside = Counter(_division_of(same, each, one.level) for each in same.old.below(one))
        inside.pop(None, None)
        if inside:
            most, count = inside.most_common(1)[0]
            if most not in same.to_old and 2 * count > sum(inside.values()):
                same.add(one, same.new.by_id[str(most)])


def _division_of(same: Identity, clause: Clause, level: str) -> str | None:
    """The division of that level in which an old Pasal stands now."""
    there = same.to_new.get(clause.id) if clause.level == "pasal" else None
    while there is not None and same.new.by_id[there].level != level:
        there = same.new.by_id[there].parent_id
    return there
