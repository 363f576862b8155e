"""Opens evidence.db, and refuses what is not one."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from telusur.errors import StoreUnusable
from telusur.store.database import Database
from telusur.store.schema.making import APPLICATION_ID, create_schema, schema_version
from telusur.store.schema.tables import TABLES
from telusur.words import Later, say

WAIT = 10.0
"""Seconds to wait for another process that is writing."""
_PAUSE = 0.05

DAMAGED = Later(
    "this file is damaged or no database. Move it away and run `telusur build`: the store is "
    "made again from corpus/ and draft/"
)
TOLD = {
    "SQLITE_BUSY": Later("another process is writing to it. Try again when it has finished"),
    "SQLITE_LOCKED": Later("another process is writing to it. Try again when it has finished"),
    "SQLITE_CANTOPEN": Later("it cannot be opened. Check that its folder is there, and its rights"),
    "SQLITE_READONLY": Later("it cannot be written. Check its rights and those of its folder"),
    "SQLITE_FULL": Later("the disk is full. Make room and try again"),
    "SQLITE_IOERR": Later(
        "the disk cannot be read or written. Check the disk, its space and its rights"
    ),
    "SQLITE_NOTADB": DAMAGED,
    "SQLITE_CORRUPT": DAMAGED,
}
"""What SQLite's errors mean for the person at the keyboard, by how their names begin."""


@contextlib.contextmanager
def store_for_writing(path: Path) -> Iterator[Database]:
    """Open the store for a build; an empty one is made where there is none.

    Readers keep seeing the last committed state meanwhile (write-ahead log), also when this
    process is killed.

    Raises:
        StoreUnusable: the file is locked, damaged, not writable, or some other database.
    """
    with _told(path):
        connection = sqlite3.connect(path, timeout=WAIT)
        try:
            _refuse_other_databases(connection, path)
            db = Database(connection)
            _enable_wal(connection)
            connection.execute("PRAGMA foreign_keys = ON")
            if "embeddings" not in db.names("table"):
                with transaction(db):  # meanwhile, another process may have been faster
                    if "embeddings" not in db.names("table"):
                        create_schema(db)
            yield db
        finally:
            connection.close()


def _enable_wal(connection: sqlite3.Connection) -> None:
    """Turn the write-ahead log on. SQLite does not wait here for another that does the same."""
    for _ in range(int(WAIT / _PAUSE)):
        try:
            connection.execute("PRAGMA journal_mode = wal")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY":
                raise
            time.sleep(_PAUSE)
        else:
            return
    connection.execute("PRAGMA journal_mode = wal")


@contextlib.contextmanager
def store_for_reading(path: Path) -> Iterator[Database]:
    """Open a store that a build has finished.

    Raises:
        StoreUnusable: there is none yet, it is damaged, or another version of Telusur built it.
    """
    if not path.is_file():
        raise StoreUnusable(
            say("{path}: there is no evidence store yet. Run `telusur build` first.", path=path)
        )
    with _told(path):
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=WAIT)
        try:
            _refuse_other_databases(connection, path)
            db = Database(connection)
            if not is_current(db):
                raise StoreUnusable(
                    say(
                        "{path}: another version of Telusur built this store. Run `telusur build`: "
                        "nothing of yours is lost.",
                        path=path,
                    )
                )
            if not db.count("builds"):
                raise StoreUnusable(
                    say("{path}: no build has finished yet. Run `telusur build`.", path=path)
                )
            yield db
        finally:
            connection.close()


@contextlib.contextmanager
def transaction(db: Database) -> Iterator[None]:
    """All or nothing; takes the right to write at once, so that it cannot fail half-way."""
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.rollback()
        raise
    db.commit()


def is_current(db: Database) -> bool:
    """Whether the store has the tables and views of this version."""
    return bool(db.execute("PRAGMA user_version").fetchone()[0] == schema_version())


def empty_store(db: Database) -> None:
    """Make the store anew inside the running transaction; embeddings are kept, being a cache."""
    # Triggers and views first, since they name tables; then children before their parents, since
    # foreign keys do; what this version does not know, before all that it may point to.
    for trigger in db.names("trigger"):
        db.execute(f'DROP TRIGGER "{trigger}"')
    for view in db.names("view"):
        db.execute(f'DROP VIEW "{view}"')
    for search in [name for name in db.names("table") if name.endswith("_fts")]:
        db.execute(f'DROP TABLE "{search}"')
    known = [table.name for table in reversed(TABLES)]
    for name in sorted(
        db.names("table"), key=lambda name: known.index(name) if name in known else -1
    ):
        if name != "embeddings" and not name.startswith("sqlite_"):
            db.execute(f'DROP TABLE "{name}"')
    create_schema(db, keep={"embeddings"})


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say in words for people what SQLite found wrong with the file."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "")
        what = next((told for start, told in TOLD.items() if name.startswith(start)), None)
        if what is None:  # a mistake of ours, and not of the file
            raise
        raise StoreUnusable(f"{path}: {what} ({error}).") from error


def _refuse_other_databases(connection: sqlite3.Connection, path: Path) -> None:
    """Nothing of the user's is ever overwritten, least of all a database that is not ours."""
    (found,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables and found != APPLICATION_ID:
        raise StoreUnusable(
            say(
                "{path}: this is a database, but no evidence store. Name another file with "
                "--database, or move this one away.",
                path=path,
            )
        )
