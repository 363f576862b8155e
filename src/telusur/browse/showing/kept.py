"""Answers that stay the same as long as the store does, and take long to count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telusur.browse.serving.database import state_of
from telusur.browse.serving.keeping import LARGEST, kept_of, size_of
from telusur.browse.serving.serve import NAME

if TYPE_CHECKING:
    import sqlite3

    from telusur.browse.visit import Row, Visit


async def kept_rows(visit: Visit, sql: str, **values: object) -> list[Row]:
    """Ask the store a question, or take what it answered since it last changed to readers from
    whom the same is hidden, without the limit of time that questions of strangers have.

    The rows are shared: they are not to be changed.
    """
    kept, state = kept_of(visit.datasette), state_of(visit.datasette, NAME)
    asked = visit.hidden, sql, *sorted(values.items())

    async def ask() -> list[Row]:
        told, given = visit.question(sql, values)

        def read(connection: sqlite3.Connection) -> list[Row]:
            return [dict(row) for row in connection.execute(told, given)]

        rows: list[Row] = await visit.datasette.get_database(NAME).execute_fn(read)
        if (size := size_of(row.values() for row in rows)) <= LARGEST:
            kept.put(state, asked, rows, size)
        return rows

    found: list[Row] = await kept.once(state, asked, ask)
    return found
