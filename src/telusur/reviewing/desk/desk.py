"""Writes decisions: the journal first, with fsync, and the store after it.

One thread writes, so that no two decisions of this server wait for each other's locks; a build or
another process may write at the same time, and SQLite and the journal's lock keep them apart.
Where the store is busy, the decision is safe in the journal already: it is shown as soon as the
store can be written, at the latest by the next build.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from telusur.errors import NotFound
from telusur.review import Decision, append_decision, read_journal
from telusur.reviewing.desk.ends import Ends
from telusur.reviewing.desk.verdict import Verdict
from telusur.store.connection import store_for_writing, transaction
from telusur.store.decisions import project_decision

_PATIENCE = 1500
"""Milliseconds that somebody who has decided waits for a store that a build is writing."""

log = logging.getLogger(__name__)
Result = TypeVar("Result")


class NotSaved(Exception):
    """A decision could not be written to the journal; nothing of it is there."""


class Desk:
    """Takes the decisions of one running server."""

    def __init__(self, journal: Path, database: Path) -> None:
        self.journal, self.database = journal, database
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="desk")
        self._ends = Ends()
        self._waiting: list[tuple[int, Decision]] = []
        """On disk, and not yet in the store."""

    async def record(self, verdicts: Sequence[Verdict], by: str) -> list[Decision]:
        """Write judgements down and show them; when it returns, they are on disk.

        Raises:
            NotFound: a pair is no longer there; nothing was written.
            NotSaved: the journal cannot be written; nothing was.
            StoreUnusable: there is no store to look the pairs up in; nothing was written.
        """
        return await self._in_turn(lambda: self._record(verdicts, by))

    async def _in_turn(self, work: Callable[[], Result]) -> Result:
        loop = asyncio.get_running_loop()
        # Shielded: a reader who leaves does not stop the writing half-way.
        return await asyncio.shield(loop.run_in_executor(self._writer, work))

    def _record(self, verdicts: Sequence[Verdict], by: str) -> list[Decision]:
        now = datetime.now(UTC).replace(microsecond=0)
        with store_for_writing(self.database) as db:
            decisions = [self._decision(db, one, by, now) for one in verdicts]
            try:
                first = append_decision(self.journal, decisions)
            except OSError as error:
                raise NotSaved(f"{self.journal}: {error.strerror}") from error
            self._waiting += enumerate(decisions, start=first)
            self._show(db)
        return decisions

    async def catch_up(self) -> None:
        """Show what is in the journal and not in the store: decisions taken while the store could
        not be written, or while a build that had read the journal before was still at work."""
        await self._in_turn(self._catch_up)

    def _catch_up(self) -> None:
        with store_for_writing(self.database) as db:
            journal, _ = read_journal(self.journal, str(self.journal))
            shown = {line for (line,) in db.execute("SELECT line FROM decisions")}
            self._waiting = [one for one in journal if one[0] not in shown]
            self._show(db)

    def _show(self, db: Database) -> None:
        """Bring the store up to what is on disk; a store that is busy is tried again later."""
        if not self._waiting:
            return
        db.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
        try:
            with transaction(db):
                for line, decision in self._waiting:
                    project_decision(db, line, decision)
            self._waiting.clear()
        except sqlite3.DatabaseError as error:
            log.warning("%d decisions wait to be shown: %s", len(self._waiting), error)

    def _decision(self, db: Database, verdict: Verdict, by: str, at: datetime) -> Decision:
        ends = self._ends.of(db, verdict.pair)
        if ends is None:
            raise NotFound(f"{verdict.pair}: this finding or clause is no longer there.")
        return Decision(
            at=at,
            by=by,
            decision=verdict.word,
            note=verdict.note,
            question=verdict.question,
            to=verdict.to,
            **ends,
        )
