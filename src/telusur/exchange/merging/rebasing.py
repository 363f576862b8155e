"""Which clause of the draft is which of those that were exported, whatever came or went since.

Below a Pasal ids are numbers: an ayat that was inserted before another takes its id. So a
Word file that is merged once more, or a second one of the same export, must find the others by
their words.
"""

from __future__ import annotations

from collections import defaultdict

from telusur.draft.model import Clause, Regulation
from telusur.exchange.merging.version import Version

_GONE = "\N{SYMBOL FOR DELETE}"


def rebased(base: Version, word: Version, draft: Regulation) -> Version:
    """Return what was exported with the ids that its clauses have in the draft now.

    They are known by what they said then, or by what they say in the Word file. A clause whose id
    another one has by now, and whose words are nowhere, has an id of its own.
    """
    now = {clause.id: clause for clause in draft.clauses}
    then, edited = _by_id(base), _by_id(word)
    wanted = {id_: [each[id_] for each in (then, edited) if id_ in each] for id_ in then}
    stayed = {
        id_
        for id_, words in wanted.items()
        if id_ in now and any(_key(one) == _key(now[id_]) for one in words)
    }
    free: dict[tuple[str, str], list[str]] = defaultdict(list)
    for clause in draft.clauses:
        if clause.id not in stayed and clause.text:
            free[_key(clause)].append(clause.id)
    found: dict[str, str] = {}
    for id_ in wanted.keys() - stayed:
        for clause in wanted[id_]:
            if clause.text and len(free[_key(clause)]) == 1:
                found.setdefault(id_, free[_key(clause)][0])
    taken = set(found.values())
    for id_ in wanted.keys() - stayed - found.keys():
        if id_ in taken:
            found[id_] = f"{id_}{_GONE}"
    return _renamed(base, {old: new for old, new in found.items() if old != new})


def _by_id(version: Version) -> dict[str, Clause]:
    return {
        version.known[each.id]: each
        for each in version.regulation.clauses
        if each.id in version.known
    }


def added_since(word: Version, base: Version, draft: Regulation) -> dict[str, str]:
    """Return the clauses that are new in the Word file and that the draft has by now, too: their
    ids there, and those in the draft."""
    exported = set(base.known.values())
    free: dict[tuple[str, str], list[str]] = defaultdict(list)
    for clause in draft.clauses:
        if clause.id not in exported and clause.text:
            free[_key(clause)].append(clause.id)
    clauses = {clause.id: clause for clause in word.regulation.clauses}
    return {new: ids[0] for new in word.new if len(ids := free[_key(clauses[new])]) == 1}


def _renamed(base: Version, names: dict[str, str]) -> Version:
    if not names:
        return base
    return Version(
        {position: names.get(id_, id_) for position, id_ in base.ids.items()},
        base.regulation,
        {(names.get(id_, id_), part): each for (id_, part), each in base.parts.items()},
        {clause: names.get(id_, id_) for clause, id_ in base.known.items()},
        base.new,
        base.outside,
    )


def _key(clause: Clause) -> tuple[str, str]:
    return clause.level, " ".join(clause.text.split())
