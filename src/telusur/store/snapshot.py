"""A store as it stands, copied beside its readers and writers, and opened again later."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from telusur.store.connection import is_current, transaction
from telusur.store.database import Database
from telusur.store.reading import rows


@dataclass(frozen=True, slots=True)
class Reports:
    """What became of the reports of an older store."""

    gone: Sequence[str]
    """Paths of those that today's store does not know, neither by name nor by their bytes."""
    since: Sequence[str]
    """Paths of those that only today's store knows."""


def copy_store(db: Database, target: Path) -> None:
    """Copy a store whole, as one reader sees it, into a file that must not be there."""
    with contextlib.closing(sqlite3.connect(target)) as copy:
        db.conn.backup(copy)
        # Plain: the copy is to be one file, and no log beside it.
        copy.execute("PRAGMA journal_mode = delete")


def made_with(path: Path) -> str | None:
    """Which version of Telusur made a store that this one cannot read; None where it can."""
    with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        db = Database(connection)
        if is_current(db):
            return None
        (version,) = connection.execute(
            "SELECT telusur FROM builds ORDER BY id DESC LIMIT 1"
        ).fetchone()
        return str(version)


@contextlib.contextmanager
def older_store(path: Path) -> Iterator[Database]:
    """Open a copy to be adjusted; nobody else has it."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        yield Database(connection)


def mark_as_today(then: Database, today: Database) -> Reports:
    """Give the reports of an older store the paths and the marks of secrecy they have today.

    What has been closed since stays closed, and `withhold` finds a report by its name of today.
    """
    sql = "SELECT id, path, sha256, confidential FROM documents ORDER BY path"
    now = rows(today, sql)
    by_path = {row["path"]: row for row in now}
    by_content = {row["sha256"]: row for row in now}
    gone, known = [], set()
    with transaction(then):
        for row in rows(then, sql):
            same = by_content.get(row["sha256"]) or by_path.get(row["path"])
            if same is None:
                gone.append(row["path"])
                continue
            known.add(same["path"])
            closed = row["confidential"] or same["confidential"]
            then.execute(
                "UPDATE documents SET path = ?, confidential = ? WHERE id = ?",
                [same["path"], closed, row["id"]],
            )
    return Reports(gone, [path for path in by_path if path not in known])
