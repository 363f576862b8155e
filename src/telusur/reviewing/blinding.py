"""Whose opinions somebody must not see yet, since a second one is asked of them unawares."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path

from telusur.accounts import Account, Role
from telusur.browse.serving.serve import NAME
from telusur.reviewing.hall import Hall
from telusur.team import State, judged_once

_BLIND = frozenset({Role.REVIEWER, Role.EDITOR})
"""Not leads: they must see how the review goes. They judge blindly in the queue alone."""
SILENT = frozenset(
    {"places", "documents", "passages", "document_places", "sites", "document_smaller_places",
     "smaller_places",
     "document_open_places", "document_sites", "site_facts", "people", "institutions",
     "challenges", "findings", "finding_challenges", "clauses", "clause_references",
     "draft_frame", "clause_history", "builds"}
)  # fmt: skip
"""The tables of the raw data that tell of no decision."""


@dataclass(slots=True)
class Blinding:
    """Knows for each reviewer which links they are to judge without seeing what was said."""

    hall: Hall
    _kept: dict[str, tuple[object, str]] = field(default_factory=dict)

    async def hidden_from(self, account: Account | None) -> str:
        """The pairs as a JSON list; empty where there are none."""
        state = self.hall.arranged.read()
        if account is None or account.role not in _BLIND or not state.second_opinions:
            return ""
        stamp = (state.seed, state.second_opinions, *_stamps(self.hall.desk.database))
        known = self._kept.get(account.key)
        if known is None or known[0] != stamp:
            found = await asyncio.to_thread(_pairs, self.hall.desk.database, state, account.name)
            known = self._kept[account.key] = stamp, found
        return known[1]


def _stamps(database: Path) -> list[object]:
    """What changes with every write to the store."""
    found: list[object] = []
    for path in (database, database.with_name(f"{database.name}-wal")):
        with contextlib.suppress(OSError):
            stat = path.stat()
            found.append((stat.st_mtime_ns, stat.st_size))
    return found


def _pairs(database: Path, state: State, me: str) -> str:
    address = f"{database.resolve().as_uri()}?mode=ro"
    with contextlib.closing(sqlite3.connect(address, uri=True)) as connection:
        pairs = [
            str(pair)
            for pair in judged_once(connection, me, most=-1)
            if state.is_judged_twice(pair)
        ]
    return json.dumps(pairs) if pairs else ""


_DATA = re.compile(rf"(?:^|/){NAME}(?:[/.]+(?P<table>[^/.]*)|$)")


def tells_of_decisions(path: str, query: str) -> bool:
    """Whether an address of the raw data could tell what others decided."""
    found = _DATA.search(path)
    if found is None:
        return False
    # `_where` and `_through` may lead to other tables.
    return found["table"] not in SILENT or "_where" in query or "_through" in query
