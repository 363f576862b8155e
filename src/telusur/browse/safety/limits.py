"""Bounds of what a question in SQL may take, for connections that strangers ask over."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator

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
_REFUSED = frozenset({"zeroblob", "randomblob", "load_extension", "fts3_tokenizer"})
"""Functions that make much out of nothing, or reach outside the store."""


class TooMuch(Exception):
    """An answer is larger than this browser gives at once."""


def bound(connection: sqlite3.Connection) -> None:
    """Set the bounds of a connection that has the store open, and those of the process."""
    for limit, most in _LIMITS.items():
        connection.setlimit(limit, most)
    # SQLite's own take the product of both lengths, and are not interrupted: hours for 16 MB.
    connection.create_function("instr", 2, _instr, deterministic=True)
    connection.create_function("replace", 3, _replace, deterministic=True)
    connection.set_authorizer(_allowed)
    connection.execute(f"PRAGMA hard_heap_limit = {HEAP}")


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
    return _text(text).find(_text(part)) + 1


def _replace(text: object, old: object, new: object) -> str | None:
    """NULL where the outcome would be too long, as SQLite's printf() has it."""
    if text is None or old is None or new is None:
        return None
    text, old, new = _text(text), _text(old), _text(new)
    if not old or old not in text:
        return text
    length = len(text) + text.count(old) * (len(new) - len(old))
    return text.replace(old, new) if length <= LONGEST // 4 else None


def _text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _allowed(action: int, _: str | None, name: str | None, *__: str | None) -> int:
    """Say whether a question may do something; a refused one is not even begun."""
    if action == sqlite3.SQLITE_ATTACH:
        return sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_FUNCTION and (name or "").lower() in _REFUSED:
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK
