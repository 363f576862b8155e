"""Answers that stay the same from build to build, and take long to count."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from datasette.app import Datasette

    from telusur.browse.visit import Row, Visit

_kept: WeakKeyDictionary[Datasette, tuple[Row | None, dict[str, list[Row]]]] = WeakKeyDictionary()


_NOW = """
SELECT id, finished_at, (SELECT COALESCE(max(rowid), 0) FROM decisions) AS decided
FROM builds ORDER BY id DESC LIMIT 1
"""


async def kept_rows(visit: Visit, sql: str) -> list[Row]:
    """Ask the store a question without parameters, or take what it answered since its last build
    and the last decision.

    The rows are shared by all visits: they are not to be changed, and hide nothing from anybody.
    """
    visit = replace(visit, hidden="")
    build = await visit.row(_NOW)
    known = _kept.get(visit.datasette)
    if known is None or known[0] != build:
        known = _kept[visit.datasette] = (build, {})
    if sql not in known[1]:
        known[1][sql] = await visit.rows(sql)
    return known[1][sql]
