"""Bounds of what a question in SQL may take, for connections that strangers ask over."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from typing import Any

from telusur.browse.safety.matching import replace_slow_functions, text_of

LONGEST = 32_000_000
"""Bytes of a text, a blob or a row: more than any report has."""
LARGEST = 64_000_000
"""Bytes of all texts and blobs of one answer."""
HEAP = 512_000_000
"""Bytes that SQLite may hold in this process, whatever is asked and by how many."""

_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: LONGEST,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 200_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 200,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 50,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 200,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
}
_REFUSED = frozenset(
    {"zeroblob", "randomblob", "load_extension", "fts3_tokenizer", "json_patch", "unhex"}
)
"""Functions that make much out of nothing, reach outside the store, or take the product of two
lengths without being interrupted."""
_OF_THE_MACHINE = frozenset({"database_list", "temp_store_directory", "data_store_directory"})
"""Pragmas that say where the store lies."""
_OFTEN = 50
"""Steps of SQLite after which the time is looked at; a single one may work on `LONGEST` bytes."""


class TooMuch(Exception):
    """An answer is larger than this browser gives at once."""


def bound(connection: sqlite3.Connection) -> None:
    """Set the bounds of a connection that has the store open, and those of the process."""
    for limit, most in _LIMITS.items():
        connection.setlimit(limit, most)
    # SQLite's own take the product of both lengths, and are not interrupted: hours for 16 MB.
    connection.create_function("instr", 2, _instr, deterministic=True)
    connection.create_function("replace", 3, _replace, deterministic=True)
    replace_slow_functions(connection)
    connection.set_authorizer(_allowed)
    connection.execute(f"PRAGMA hard_heap_limit = {HEAP}")


class Interrupted:
    """A connection on which the time of a question is looked at often."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def set_progress_handler(self, handler: Callable[[], int | None] | None, n: int) -> None:
        """Let `handler` be called after `n` steps, or sooner."""
        self._connection.set_progress_handler(handler, min(n, _OFTEN))


@contextlib.contextmanager
def counted(connection: sqlite3.Connection, most: int = LARGEST) -> Iterator[None]:
    """Add up the bytes of the rows that are read meanwhile.

    Raises:
        TooMuch: from the reading of the row that goes beyond `most`.
    """
    taken = 0

    def row_of(cursor: sqlite3.Cursor, cells: tuple[object, ...]) -> sqlite3.Row:
        nonlocal taken
        taken += sum(len(cell) for cell in cells if isinstance(cell, str | bytes))
        if taken > most:
            raise TooMuch(f"> {most:,} bytes")
        return sqlite3.Row(cursor, cells)

    with _rows_made_by(connection, row_of):
        yield


@contextlib.contextmanager
def uncounted(connection: sqlite3.Connection) -> Iterator[None]:
    """Read rows of our own in the middle of a question that is counted."""
    with _rows_made_by(connection, sqlite3.Row):
        yield


@contextlib.contextmanager
def _rows_made_by(
    connection: sqlite3.Connection,
    factory: Callable[[sqlite3.Cursor, tuple[object, ...]], sqlite3.Row],
) -> Iterator[None]:
    before = connection.row_factory
    connection.row_factory = factory
    try:
        yield
    finally:
        connection.row_factory = before


def _instr(text: object, part: object) -> int | None:
    if text is None or part is None:
        return None
    if isinstance(text, bytes) and isinstance(part, bytes):
        return text.find(part) + 1
    return text_of(text).find(text_of(part)) + 1


def _replace(text: object, old: object, new: object) -> str | None:
    """NULL where the outcome would be too long, as SQLite's printf() has it."""
    if text is None or old is None or new is None:
        return None
    text, old, new = text_of(text), text_of(old), text_of(new)
    if not old or old not in text:
        return text
    length = len(text) + text.count(old) * (len(new) - len(old))
    return text.replace(old, new) if length <= LONGEST // 4 else None


def _allowed(action: int, asked: str | None, name: str | None, *_: str | None) -> int:
    """Say whether a question may do something; a refused one is not even begun."""
    if action == sqlite3.SQLITE_ATTACH:
        return sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_PRAGMA and (asked or "").lower() in _OF_THE_MACHINE:
        return sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_FUNCTION and (name or "").lower() in _REFUSED:
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK
