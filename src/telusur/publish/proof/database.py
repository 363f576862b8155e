"""Looks into a published database row by row, and into its search indexes."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from pathlib import Path

from telusur.publish.proof.leaks import PATH, Leak
from telusur.publish.text.secrets import Secrets

_FEWEST_DIGITS = 10**6
"""Numbers from which on one may be somebody's: 273014507890001 is a NIK without its 3."""


def leaks_in_database(
    path: Path, name: str, secrets: Secrets, paths: Collection[str] = ()
) -> Iterator[Leak]:
    """Yield what is wrong with a database: secrets by row and index, loose ends, leftovers.

    `paths` stand somewhere in its bytes: the rows that show them are told.
    """
    for ending in ("-wal", "-shm", "-journal"):
        if path.with_name(path.name + ending).exists():
            yield Leak(f"{name}{ending}", "sisa", "an unfinished transaction lies beside it")
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        yield from _structure(connection, name)
        for table, columns in _tables(connection):
            for row in connection.execute(f'SELECT * FROM "{table}"'):  # noqa: S608
                told = dict(zip(columns, row, strict=True))
                document = told.get("document_id") or (
                    told.get("id") if table == "documents" else None
                )
                for column, value in told.items():
                    where = f"{name}: {table}.{column}"
                    for text in _texts_of(value):
                        for one in secrets.found_in(text, document):
                            words = text[one.start : one.end]
                            yield Leak(where, one.rule, words, str(document or ""))
                        for words in paths:
                            if words in text:
                                yield Leak(where, PATH, words, str(document or ""))
        yield from _indexes(connection, name, secrets)
    finally:
        connection.close()


def _texts_of(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, int) and abs(value) >= _FEWEST_DIGITS:
        yield str(value)
    elif isinstance(value, bytes):
        yield value.decode("utf-8", errors="replace")


def _structure(connection: sqlite3.Connection, name: str) -> Iterator[Leak]:
    if connection.execute("PRAGMA freelist_count").fetchone()[0]:
        yield Leak(name, "sisa", "there are free pages in it")
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "delete":
        yield Leak(name, "sisa", "it keeps a write-ahead log")
    for problem in connection.execute("PRAGMA integrity_check").fetchall():
        if problem[0] != "ok":
            yield Leak(name, "rusak", str(problem[0]))
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchall():
        yield Leak(f"{name}: {table}", "rujukan", f"a row refers to nothing in {parent}")


def _tables(connection: sqlite3.Connection) -> Iterator[tuple[str, list[str]]]:
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    ).fetchall()
    for (table,) in names:
        columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
        yield table, columns


def _indexes(connection: sqlite3.Connection, name: str, secrets: Secrets) -> Iterator[Leak]:
    """Put each indexed text together again from the index alone, and look into that."""
    indexes = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL%fts5%'"
    ).fetchall()
    for number, (index,) in enumerate(indexes):
        look = f"look_{number}"
        connection.execute(
            f"CREATE VIRTUAL TABLE temp.{look} USING fts5vocab(main, '{index}', instance)"
        )
        texts = connection.execute(
            f"SELECT doc, col, group_concat(term, ' ') FROM "  # noqa: S608
            f'(SELECT * FROM temp.{look} ORDER BY doc, col, "offset") GROUP BY doc, col'
        )
        reports = _reports_by_row(connection, index)
        for row, column, text in texts:
            for one in secrets.found_in(text, reports.get(row)):
                yield Leak(f"{name}: {index}.{column}", one.rule, text[one.start : one.end])


def _reports_by_row(connection: sqlite3.Connection, index: str) -> dict[int, str]:
    """The report that each row of an index is about: a first name is a secret in its own alone."""
    table = index.removesuffix("_fts")
    columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
    named = "document_id" if "document_id" in columns else "id"
    if table == index or named not in columns:
        return {}
    return dict(connection.execute(f'SELECT rowid, "{named}" FROM "{table}"'))  # noqa: S608
