"""What each person last said of each link, and where two of them differ."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from telusur.triage import Pair

_SAID = """
SELECT finding_id, clause_id, by, decision, at, line, state, note FROM decisions
WHERE decision IN ('accept', 'reject', 'link', 'withdraw') AND finding_id IS NOT NULL
  AND clause_id IS NOT NULL AND state NOT IN ('withdrawn', 'lost', 'missing')
ORDER BY line
"""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one person last said of one link."""

    pair: Pair
    by: str
    accepts: bool
    at: str
    """ISO 8601."""
    line: int
    note: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """A link of which two people say different things."""

    pair: Pair
    opinions: Sequence[Opinion]
    """The latest at the end."""
    settled_by: str | None
    """The lead who spoke last and so decided it; None while it is open."""


def opinions(connection: sqlite3.Connection) -> list[Opinion]:
    """Return the last word of each person on each link; none where it was taken back."""
    last: dict[tuple[Pair, str], Opinion] = {}
    for finding, clause, by, decision, at, line, _, note in connection.execute(_SAID):
        key = Pair(finding, clause), by
        last.pop(key, None)
        if decision != "withdraw":
            accepts = decision != "reject"
            last[key] = Opinion(key[0], by, accepts, at, line or 0, note)
    return list(last.values())


def disputes(said: Iterable[Opinion], leads: Collection[str]) -> list[Dispute]:
    """Return the links that people judge differently, those that are open first."""
    of_pair: dict[Pair, list[Opinion]] = defaultdict(list)
    for one in said:
        of_pair[one.pair].append(one)
    found = []
    for pair, some in of_pair.items():
        if len({one.accepts for one in some}) > 1:
            ordered = sorted(some, key=lambda one: one.line)
            last = ordered[-1]
            settled = last.by if last.by in leads and len(ordered) > 2 else None
            found.append(Dispute(pair, ordered, settled))
    return sorted(found, key=lambda one: (one.settled_by is not None, -one.opinions[-1].line))


_JUDGED_ONCE = """
SELECT finding_id, clause_id FROM decisions AS first
WHERE decision IN ('accept', 'reject', 'link') AND state = 'in force' AND by <> :me
  AND NOT EXISTS (
    SELECT 1 FROM decisions AS other
    WHERE other.finding_id = first.finding_id AND other.clause_id = first.clause_id
      AND other.by <> first.by AND other.decision IN ('accept', 'reject', 'link', 'unsure'))
ORDER BY line DESC LIMIT :most
"""


def judged_once(connection: sqlite3.Connection, me: str, most: int = 500) -> list[Pair]:
    """Return the links that one other person judged, and nobody else: the latest, at most so many;
    -1 for all."""
    rows = connection.execute(_JUDGED_ONCE, {"me": me, "most": most})
    return [Pair(*row) for row in rows]
