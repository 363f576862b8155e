"""The evidence store as Datasette asks it."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Callable
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from datasette.database import Database, Results

from telusur.browse.safety.limits import Interrupted, counted
from telusur.browse.serving import keeping
from telusur.browse.serving.keeping import LARGE, kept_of, size_of
from telusur.browse.serving.searching import hasty
from telusur.store.schema.views import VIEWS

if TYPE_CHECKING:
    from datasette.app import Datasette

_Told = TypeVar("_Told")
_counting = ContextVar("_counting", default=False)
_TO_COUNT = 50
_COUNT = "select count(*) from "
_WHOLE = {view.name: view.whole for view in VIEWS if view.whole}
_WAL_INDEX = 48
"""Bytes of the header of SQLite's index of its log: it is written with each commit that readers
see, and tells them so (sqlite.org/walformat.html)."""


class StoreDatabase(Database):  # type: ignore[misc]
    """Counts rows of a view without sorting them, bounds answers, does not work slowly for the same
    answer twice, and may hold on to its file."""

    _first: int | None = None
    """The file that readers are shown, whatever takes its place."""

    def state(self) -> str | None:
        """What changes with every commit that readers see, without a question in SQL; None where
        it cannot be told."""
        if not self.is_mutable:
            return ""
        try:
            seen, commits = Path(self.path).stat(), b""
            with contextlib.suppress(FileNotFoundError), Path(f"{self.path}-shm").open("rb") as log:
                commits = log.read(_WAL_INDEX)
        except OSError:
            return None
        self._first = self._first or seen.st_ino
        if seen.st_ino != self._first:
            return None
        return f"{seen.st_ino} {seen.st_size} {seen.st_mtime_ns} {commits.hex()}"

    def hold(self, connections: int) -> None:
        """Open the file now, as often as threads will want: who puts another one in its place
        meanwhile does not change what readers see."""
        self._held = [super(StoreDatabase, self).connect() for _ in range(connections)]

    def connect(self, write: bool = False) -> Any:
        """Return a connection for a thread."""
        held = getattr(self, "_held", None)
        return held.pop() if held and not write else super().connect(write)

    async def execute(self, sql: str, *args: Any, **options: Any) -> Results:
        """Ask the store; many who ask at once wait for one answer. A count is ordered by itself.

        SQLite sorts a view that has an ORDER BY even to count it, unless the query around it has
        an ORDER BY too: counting 20,000 findings by place takes 90 ms without, 16 ms with.
        """
        if sql.startswith(_COUNT) and " order by " not in sql:
            counted = sql.rstrip().removeprefix(_COUNT)
            sql = f"{_COUNT}{_WHOLE.get(counted.strip('[]'), counted)} order by 1"
        kept, state, hasty_before = kept_of(self.ds), self.state(), hasty(self.ds)
        # Who asks later is not to wait for what was answered in haste meanwhile.
        asked = repr((sql, args, options, hasty_before))

        async def ask() -> Results:
            before, began = _counting.set(True), time.perf_counter()
            try:
                results = await super(StoreDatabase, self).execute(sql, *args, **options)
            finally:
                _counting.reset(before)
            # Tables of large stores are counted and sorted whole for each of their pages.
            final = hasty(self.ds) == hasty_before
            slow = time.perf_counter() - began > keeping.SLOW
            if slow and final and (size := size_of(results)) <= LARGE:
                kept.put(state, asked, results, size)
            return results

        try:
            return await kept.once(state, asked, ask)
        except Exception:
            if (missed := keeping.MISSED.get()) is not None:
                missed.append(sql)
            raise

    async def table_counts(self, limit: int = 10) -> dict[str, int | None]:
        """How many rows each table has, as far as `limit` milliseconds for each, or some more,
        tell: the answer is kept."""
        counts: dict[str, int | None] = await super().table_counts(max(limit, _TO_COUNT))
        return counts

    async def attached_databases(self) -> list[Any]:
        """None: to ask which there are would tell where the store lies."""
        return []

    async def execute_fn(self, fn: Callable[[sqlite3.Connection], _Told]) -> _Told:
        """Do work on a connection; what is asked in SQL may be so large and no larger."""

        def bounded(connection: sqlite3.Connection) -> _Told:
            with counted(connection):
                return fn(Interrupted(connection))  # type: ignore[arg-type]

        done: _Told = await super().execute_fn(bounded if _counting.get() else fn)
        return done


def state_of(datasette: Datasette, name: str) -> str | None:
    """The state of the store of this name, as `StoreDatabase.state`."""
    store = datasette.databases[name]
    return store.state() if isinstance(store, StoreDatabase) else None


def put_in_place(datasette: Datasette, name: str) -> None:
    """Let a browser that found the store by itself ask it as ours does."""
    found = datasette.databases.get(name)
    if type(found) is Database and found.path:
        store = StoreDatabase(datasette, path=found.path, is_mutable=found.is_mutable)
        datasette.remove_database(name)  # else the new one would get another name
        datasette.add_database(store, name=name)
        if not found.is_mutable:
            store.hold(datasette.setting("num_sql_threads") + 1)
