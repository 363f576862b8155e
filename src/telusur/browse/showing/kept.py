"""Answers that stay the same as long as the store does, and take long to count."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from telusur.browse.serving.database import state_of
from telusur.browse.serving.serve import NAME

if TYPE_CHECKING:
    import sqlite3

    from datasette.app import Datasette

    from telusur.browse.visit import Row, Visit

_Kept = dict[tuple[object, ...], "asyncio.Future[list[Row]]"]
_kept: WeakKeyDictionary[Datasette, tuple[str | None, _Kept]] = WeakKeyDictionary()
_MOST = 256
"""Answers that are kept."""


async def kept_rows(visit: Visit, sql: str, **values: object) -> list[Row]:
    """Ask the store a question, or take what it answered since it last changed to readers from
    whom the same is hidden. Many who ask at once wait for one answer, however long it takes.

    The rows are shared: they are not to be changed.
    """
    state = state_of(visit.datasette, NAME)
    known = _kept.get(visit.datasette)
    if known is None or state is None or known[0] != state or len(known[1]) > _MOST:
        known = _kept[visit.datasette] = (state, {})
    asked = asyncio.get_running_loop(), visit.hidden, sql, *sorted(values.items())
    if asked not in known[1]:
        known[1][asked] = asyncio.ensure_future(_ask(visit, sql, values))
    try:
        return await asyncio.shield(known[1][asked])
    except Exception:
        known[1].pop(asked, None)
        raise


async def _ask(visit: Visit, sql: str, values: dict[str, object]) -> list[Row]:
    """Ask without the limit of time that questions of strangers have."""
    sql, asked = visit.question(sql, values)

    def ask(connection: sqlite3.Connection) -> list[Row]:
        return [dict(row) for row in connection.execute(sql, asked)]

    found: list[Row] = await visit.datasette.get_database(NAME).execute_fn(ask)
    return found
