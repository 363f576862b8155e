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
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from telusur.desk.ends import Ends
from telusur.desk.verdict import Verdict
from telusur.errors import NotFound, TelusurError
from telusur.link.model import Link
from telusur.review import Decision, Entry, LinkDecision, read_journal, record, words_marked
from telusur.review.journal.decisions import Taking
from telusur.store.connection import store_for_writing, transaction
from telusur.store.database import Database
from telusur.store.decisions import keep_suggestions, project_again, show_decisions
from telusur.store.reading import last_build_id
from telusur.words import say

_PATIENCE = 1500
"""Milliseconds that somebody who has decided waits for a store that a build is writing."""

log = logging.getLogger(__name__)
Result = TypeVar("Result")
Make = Callable[[Database], tuple[Decision, Collection[str]]]
Suggest = Callable[[Database, Sequence[str]], Mapping[str, Sequence[Link]]]
"""Gives the links of words that somebody marked as a finding."""


class Desk:
    """Takes the decisions of one running server."""

    def __init__(self, journal: Path, database: Path, suggest: Suggest | None = None) -> None:
        """Without `suggest`, findings that somebody marks have links from the next build on."""
        self.journal, self.database, self._suggest = journal, database, suggest
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="desk")
        self._ends = Ends()
        self._seen: tuple[int | None, int] | None = None
        """The build and the size of the journal that the store was last brought up to."""

    async def judge(self, verdicts: Sequence[Verdict], by: str) -> list[Entry]:
        """Write judgements down and show them; when it returns, they are on disk.

        Raises:
            NotFound: a pair is no longer there; nothing was written.
            NotRecorded: the journal cannot be written; what is not returned was not.
            StoreUnusable: there is no store to look the pairs up in; nothing was written.
        """
        return await self._in_turn(lambda: self._judge(verdicts, by))

    async def say(self, make: Make) -> Entry:
        """Write down what `make` gives, and show it; when it returns, it is on disk.

        `make` gets the store and gives a decision, with the ids of those on the same thing that
        the store knows. Raises what it raises, and NotRecorded and StoreUnusable as `judge` does.
        """
        return await self._in_turn(lambda: self._say(make))

    async def undo(self, id_: str, by: str) -> Entry:
        """Take a line of the journal back: what it superseded is in force again."""
        return await self._in_turn(lambda: self._undo(id_, by))

    async def catch_up(self) -> None:
        """Show what is in the journal and not in the store, where anything may be: decisions taken
        while the store could not be written, by other processes, or during a build that had read
        the journal before."""
        if self._seen != self._now():
            await self._in_turn(self._catch_up)

    async def _in_turn(self, work: Callable[[], Result]) -> Result:
        loop = asyncio.get_running_loop()
        # Shielded: a reader who leaves does not stop the writing half-way.
        return await asyncio.shield(loop.run_in_executor(self._writer, work))

    def _judge(self, verdicts: Sequence[Verdict], by: str) -> list[Entry]:
        with store_for_writing(self.database) as db:
            found = [(one, self._ends.of(db, one.pair)) for one in verdicts]
            if gone := next((one for one, pair in found if pair is None), None):
                raise NotFound(
                    say("{pair}: this finding or clause is no longer there.", pair=gone.pair)
                )
            entries = []
            for verdict, pair in found:
                if pair:
                    decision = verdict.decision(pair, by, now())
                    seen = () if verdict.blind else None
                    entries.append(record(self.journal, decision, decided=pair.decided, seen=seen))
            self._show(db, entries)
        return entries

    def _say(self, make: Make) -> Entry:
        with store_for_writing(self.database) as db:
            decision, decided = make(db)
            entry = record(self.journal, decision, decided=decided)
            self._show(db, [entry])
        return entry

    def _undo(self, id_: str, by: str) -> Entry:
        taking = Taking(decision="undo", of=id_, by=by, at=now())
        with store_for_writing(self.database) as db:
            entry = record(self.journal, taking)
            self._show(db, [entry])
        return entry

    def _show(self, db: Database, entries: Sequence[Entry]) -> None:
        """Bring the store up to what was just written; a store that is busy is tried again."""
        db.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
        before = self._seen
        try:
            suggestions = self._suggestions(db, entries)
            with transaction(db):
                keep_suggestions(db, suggestions, add=True)
                show_decisions(db, entries, self._ends.clauses(db))
        except sqlite3.DatabaseError as error:
            self._seen = None
            log.warning("A decision is in the journal, and waits to be shown: %s", error)
            return
        written = sum(len(entry.text.encode()) + 1 for entry in entries)
        build, size = self._now()
        # Where somebody else wrote meanwhile, there is more to show: `catch_up` will see to it.
        self._seen = (build, size) if before == (build, size - written) else before

    def _suggestions(self, db: Database, entries: Sequence[Entry]) -> Mapping[str, Sequence[Link]]:
        """The links of words newly marked; none, and the next build makes them, if that fails."""
        known = {words for (words,) in db.execute("SELECT words FROM marked_words")}
        new = [words for words in words_marked(entries) if words not in known]
        if not new or self._suggest is None:
            return {}
        try:
            return self._suggest(db, new)
        except (TelusurError, OSError) as error:
            log.warning("Links of new findings wait for the next build: %s", error)
            return {}

    def _catch_up(self) -> None:
        seen, now = self._seen, self._now()
        with store_for_writing(self.database) as db:
            entries = read_journal(self.journal).entries
            shown = {id_ for (id_,) in db.execute("SELECT id FROM decisions WHERE line NOT NULL")}
            new = [entry for entry in entries if entry.id not in shown]
            if new and (seen is None or seen[0] != now[0] or not all(map(_is_on_link, new))):
                suggestions = self._suggestions(db, new)
                with transaction(db):
                    keep_suggestions(db, suggestions, add=True)
                project_again(db, entries)
            elif new:
                with transaction(db):
                    show_decisions(db, new, self._ends.clauses(db))
        self._seen = now

    def _now(self) -> tuple[int | None, int]:
        with sqlite3.connect(f"{self.database.resolve().as_uri()}?mode=ro", uri=True) as connection:
            build = last_build_id(Database(connection))
        connection.close()
        return build, self.journal.stat().st_size if self.journal.exists() else 0


def _is_on_link(entry: Entry) -> bool:
    return isinstance(entry.decision, LinkDecision)


def now() -> datetime:
    """The moment of a decision, to the second."""
    return datetime.now(UTC).replace(microsecond=0)
