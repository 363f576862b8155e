"""Lines of the journal with their ids, in an order that trusts no clock."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from graphlib import CycleError, TopologicalSorter

from telusur.review.journal.decisions import Decision


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision and where it stands."""

    id: str
    """A short hash of its line: what later lines call it, wherever git puts it."""
    line: int | None
    """Its line in the journal, from 1; None where only the store still knows it."""
    text: str
    """The line itself, without blanks around it."""
    decision: Decision


def id_of(text: str) -> str:
    """Return the id of a line; blanks around it do not count."""
    return hashlib.sha256(text.strip().encode()).hexdigest()[:12]


def in_order(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries so that each stands behind those that it knew of, else by time.

    A decision taken on a machine whose clock is ahead does not come behind one that was taken in
    the knowledge of it.
    """
    if not any(entry.decision.after for entry in entries):
        return sorted(entries, key=_by_time)
    of = {entry.id: entry for entry in entries}
    knows = {entry.id: [one for one in entry.decision.after if one in of] for entry in entries}
    try:
        upwards = list(TopologicalSorter(knows).static_order())
    except CycleError:  # lines that somebody forged: each is a hash of what it names
        return sorted(entries, key=_by_time)
    moment: dict[str, tuple[datetime, int]] = {}
    for id_ in upwards:
        before = [moment[one] for one in knows[id_]]
        at, steps = max(before, default=(of[id_].decision.at, 0))
        moment[id_] = max((of[id_].decision.at, 0), (at, steps + 1) if before else (at, 0))
    return sorted(entries, key=lambda entry: (*moment[entry.id], *_by_time(entry)))


def _by_time(entry: Entry) -> tuple[datetime, int, str]:
    return entry.decision.at, entry.line or 0, entry.id


def heads(entries: Sequence[Entry]) -> list[Entry]:
    """Return those of the entries about one thing, given in order, that no later one knew of.

    One head is the decision that holds. Several were taken without knowledge of each other.
    """
    here = {entry.id for entry in entries}
    superseded: set[str] = set()
    first: list[str] = []
    before: list[str] = []
    for entry in entries:
        known = entry.decision.after
        superseded.update(known)
        if entry.decision.v == 1:  # such lines do not say what they knew: time has to
            superseded.update(first)
            first.append(entry.id)
        elif any(one not in here for one in known):  # what it knew is gone, or is elsewhere now
            superseded.update(before)
        before.append(entry.id)
    return [entry for entry in entries if entry.id not in superseded]
