"""What became of each clause from one version of a draft to the next."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from telusur.draft.compare.identity import Identity, identify
from telusur.draft.compare.likeness import share_found
from telusur.draft.compare.version import DIVISIONS, Version
from telusur.draft.model import Clause, Reference

Kind = Literal["added", "removed", "moved", "renumbered", "reworded", "split", "merged"]

_MOSTLY = 0.5
"""From this share of its words on, a clause comes from another, or went into it."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one clause; ayat and items below an added or a removed one go with it."""

    old: Clause | None
    new: Clause | None
    words: tuple[str, str]
    """Its words on both sides: the title of a division, the clause's own words, and with all below
    it where it was added or removed."""
    kinds: tuple[Kind, ...]
    """`split`: the new clause has its words from `other`, which is still there. `merged`: the words
    of the old one now stand in `other`."""
    other: Clause | None = None


def compare(old: Version, new: Version) -> list[Change]:
    """Return what changed, in the new reading order; what was removed stands where it was."""
    same = identify(old, new)
    moved = _moved(same)
    found = [_of_pair(same, one, moved) for one in new.clauses if one.id in same.to_old]
    changes = [one for one in found if one is not None]
    changes += (_added(same, one) for one in _tops(same.left_new(new.clauses)))
    changes += (_removed(same, one) for one in _tops(same.left_old(old.clauses)))
    return sorted(changes, key=lambda change: _place(same, change))


def _of_pair(same: Identity, new: Clause, moved: set[str]) -> Change | None:
    old = same.old.by_id[same.to_old[new.id]]
    kinds: list[Kind] = []
    if new.id in moved:
        kinds.append("moved")
    if (old.number, old.level) != (new.number, new.level):
        kinds.append("renumbered")
    if _words(same, old, new):
        kinds.append("reworded")
    return Change(old, new, (_title(old), _title(new)), tuple(kinds)) if kinds else None


def _title(clause: Clause) -> str:
    return clause.heading if clause.level in DIVISIONS else clause.text


def _words(same: Identity, old: Clause, new: Clause) -> bool:
    """Whether the words differ; a reference that follows its renumbered target does not."""
    if new.level in DIVISIONS and old.heading != new.heading:
        return True

    def then(reference: Reference) -> str:
        return f"<{same.to_new.get(reference.to_clause or '', reference.text)}>"

    def now(reference: Reference) -> str:
        return f"<{reference.to_clause or reference.text}>"

    before, after = same.old.own_words(old, then), same.new.own_words(new, now)
    return before.split() != after.split()


def _moved(same: Identity) -> set[str]:
    """Return the new ids of clauses that stand elsewhere: below another, or in another order."""
    moved = set()
    for parent in (None, *same.new.by_id):
        stayed = []
        for one in same.new.children[parent]:
            if one.id in same.to_old:
                before = same.old.by_id[same.to_old[one.id]]
                if _parent_now(same, before) == parent:
                    stayed.append((before.position, one.id))
                else:
                    moved.add(one.id)
        moved |= _out_of_order(stayed)
    return moved


def _parent_now(same: Identity, old: Clause) -> str | None:
    return None if old.parent_id is None else same.to_new.get(old.parent_id, "")


def _out_of_order(stayed: Sequence[tuple[int, str]]) -> set[str]:
    """Return the ids outside the longest run of rising positions: the fewest that had to move."""
    ends: list[int] = []
    chain: list[tuple[int, int | None]] = []
    lasts: list[int] = []
    for index, (position, _) in enumerate(stayed):
        length = bisect_left(ends, position)
        before = lasts[length - 1] if length else None
        chain.append((index, before))
        ends[length : length + 1] = [position]
        lasts[length : length + 1] = [index]
    kept, at = set[int](), lasts[-1] if lasts else None
    while at is not None:
        kept.add(at)
        at = chain[at][1]
    return {one for index, (_, one) in enumerate(stayed) if index not in kept}


def _tops(clauses: Iterable[Clause]) -> Iterator[Clause]:
    """Yield the divisions, the Pasal, and those of the rest whose parent is not among them."""
    among = {one.id: one for one in clauses}
    heads = ("pasal", *DIVISIONS)
    return (one for one in among.values() if one.level in heads or one.parent_id not in among)


def _added(same: Identity, new: Clause) -> Change:
    """A new clause; split from an old one where its words stood there."""
    wholes = [one for one in same.old.pasal() if one.id in same.to_new]
    other = _best(same.new.blind[new.id], same.old, wholes) if _may_be_cut(new) else None
    return Change(
        None, new, ("", same.new.printed(new)), ("split",) if other else ("added",), other
    )


def _removed(same: Identity, old: Clause) -> Change:
    """A clause that is gone; merged where its words stand in a new one."""
    wholes = [one for one in same.new.pasal() if one.id in same.to_old]
    other = _best(same.old.blind[old.id], same.new, wholes) if _may_be_cut(old) else None
    return Change(
        old, None, (same.old.printed(old), ""), ("merged",) if other else ("removed",), other
    )


def _may_be_cut(clause: Clause) -> bool:
    return clause.level in ("pasal", "ayat")


def _best(words: str, version: Version, wholes: Sequence[Clause]) -> Clause | None:
    shares = share_found(words, [version.blind[one.id] for one in wholes])
    if not shares or max(shares) < _MOSTLY:
        return None
    return wholes[shares.index(max(shares))]


def _place(same: Identity, change: Change) -> tuple[int, int]:
    if change.new is not None:
        return change.new.position, 1
    assert change.old is not None  # noqa: S101
    position = change.old.position
    before = [one for one in same.old.clauses[: position - 1] if one.id in same.to_new]
    if not before:
        return 0, position
    return same.new.by_id[same.to_new[before[-1].id]].position, 1 + position
