"""The evidence store as Datasette asks it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datasette.database import Database, Results

if TYPE_CHECKING:
    from datasette.app import Datasette


class StoreDatabase(Database):  # type: ignore[misc]
    """Counts the rows of a view without sorting them first, and may hold on to its file."""

    def hold(self, connections: int) -> None:
        """Open the file now, as often as threads will want: who puts another one in its place
        meanwhile does not change what readers see."""
        self._held = [super(StoreDatabase, self).connect() for _ in range(connections)]

    def connect(self, write: bool = False) -> Any:
        """Return a connection for a thread."""
        held = getattr(self, "_held", None)
        return held.pop() if held and not write else super().connect(write)

    async def execute(self, sql: str, *args: Any, **options: Any) -> Results:
        """Ask the store; a count is ordered by itself.

        SQLite sorts a view that has an ORDER BY even to count it, unless the query around it has
        an ORDER BY too: counting 20,000 findings by place takes 90 ms without, 16 ms with.
        """
        if sql.startswith("select count(*) from ") and " order by " not in sql:
            sql = f"{sql.rstrip()} order by 1"
        return await super().execute(sql, *args, **options)


def put_in_place(datasette: Datasette, name: str) -> None:
    """Let a browser that found the store by itself ask it as ours does."""
    found = datasette.databases.get(name)
    if type(found) is Database and found.path:
        store = StoreDatabase(datasette, path=found.path, is_mutable=found.is_mutable)
        datasette.remove_database(name)  # else the new one would get another name
        datasette.add_database(store, name=name)
        if not found.is_mutable:
            store.hold(datasette.setting("num_sql_threads") + 1)
