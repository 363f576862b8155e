"""An open evidence store, as everything that reads or writes it holds it."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache, cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import sqlite_utils
    from sqlite_utils.db import Table

Parameters = Sequence[Any] | Mapping[str, Any]


@dataclass(frozen=True)
class Database:
    """Questions go straight to SQLite; tables are made and filled by sqlite_utils.

    That library is loaded when a table is first named, since it brings numpy along: commands that
    only read are there in half the time.
    """

    conn: sqlite3.Connection

    def execute(self, sql: str, parameters: Parameters = ()) -> sqlite3.Cursor:
        """Execute one statement; what it writes outside of a transaction is committed at once."""
        before = self.conn.in_transaction
        try:
            cursor = self.conn.execute(sql, parameters)
        except sqlite3.Error:
            if not before:
                self.rollback()
            raise
        if not before and cursor.description is None and sql.lstrip()[:5].upper() != "BEGIN":
            self.commit()
        return cursor

    def query(self, sql: str, parameters: Parameters = ()) -> Iterator[dict[str, Any]]:
        """Ask at once, and yield each row of the answer by the names of its columns."""
        cursor = self.conn.execute(sql, parameters)
        names = [column[0] for column in cursor.description]
        return (dict(zip(names, row, strict=True)) for row in cursor)

    def commit(self) -> None:
        """End the running transaction, if there is one, and keep what it wrote."""
        self.conn.commit()

    def rollback(self) -> None:
        """End the running transaction, if there is one, as if it had never been."""
        self.conn.rollback()

    def table(self, name: str) -> Table:
        """The table of this name, to be filled or changed."""
        return self.tool.table(name)

    def insert(
        self,
        table: str,
        rows: Iterable[Mapping[str, Any]],
        *,
        clash: Literal["ABORT", "IGNORE", "REPLACE"] = "ABORT",
    ) -> None:
        """Put rows into a table, all with the columns of the first of them.

        `clash` is what becomes of one whose key is there already, in SQLite's words.
        """
        before = self.conn.in_transaction
        waiting = iter(rows)
        first = next(waiting, None)
        if first is None:
            return
        columns = ", ".join(f'"{name}"' for name in first)
        marks = ", ".join(f":{name}" for name in first)
        self.conn.executemany(
            f'INSERT OR {clash} INTO "{table}" ({columns}) VALUES ({marks})',  # noqa: S608
            (dict(row) for row in chain((first,), waiting)),
        )
        if not before:
            self.commit()

    def hold(self, table: str, rows: str | Iterable[Mapping[str, Any]]) -> None:
        """Let a table hold these rows, or what a question answers, and no others; in a transaction.

        Rows that are there already are not touched: to write all anew, with their indexes and what
        refers to them, takes longer than all the rest of a build after one edit.
        """
        if isinstance(rows, str):
            self.execute(f"CREATE TEMP TABLE wanted AS {rows}")
        else:
            self.execute(f'CREATE TEMP TABLE wanted AS SELECT * FROM "{table}" WHERE false')  # noqa: S608
            self.insert("wanted", rows)
        keys = self.execute("SELECT name FROM pragma_table_info(?) WHERE pk ORDER BY pk", [table])
        key = ", ".join(f'"{name}"' for (name,) in keys)
        self.execute(
            f'DELETE FROM "{table}" WHERE ({key}) IN '  # noqa: S608
            f'(SELECT {key} FROM "{table}" EXCEPT SELECT {key} FROM wanted)'
        )
        names = [f'"{name}"' for name in self.columns("wanted")]
        every, given = ", ".join(names), ", ".join(f"{name} = excluded.{name}" for name in names)
        self.execute(
            f'INSERT INTO "{table}" ({every}) SELECT * FROM '  # noqa: S608
            f'(SELECT {every} FROM wanted EXCEPT SELECT {every} FROM "{table}") '
            f"WHERE true ON CONFLICT DO UPDATE SET {given}"
        )
        self.execute("DROP TABLE wanted")

    def names(self, kind: str) -> list[str]:
        """Names of all that is a `table`, a `view` or a `trigger`."""
        found = self.execute("SELECT name FROM sqlite_master WHERE type = ?", [kind])
        return [name for (name,) in found]

    def columns(self, table: str) -> list[str]:
        """Names of the columns of a table; none where there is no such table."""
        found = self.execute("SELECT name FROM pragma_table_info(?)", [table])
        return [name for (name,) in found]

    def count(self, table: str) -> int:
        """How many rows a table has."""
        return int(self.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])  # noqa: S608

    @cached_property
    def tool(self) -> sqlite_utils.Database:
        """The same connection, for making tables and views."""
        import sqlite_utils

        return sqlite_utils.Database(self.conn, recursive_triggers=False)


def row_of(one: object) -> dict[str, Any]:
    """Return the fields of a dataclass by their names, as they are: `asdict` copies what is in
    them, which takes ten times as long."""
    kind: Any = type(one)
    return {name: getattr(one, name) for name in _names(kind)}


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@contextlib.contextmanager
def at_one_moment(connection: sqlite3.Connection) -> Iterator[None]:
    """Within it all is read as it was at its beginning, whatever a build commits meanwhile."""
    ours = not connection.in_transaction
    if ours:
        connection.execute("BEGIN")
    try:
        yield
    finally:
        if ours and connection.in_transaction:  # SQLite itself ends one that fails
            connection.execute("COMMIT")  # of nothing: what else is being read goes on
