"""Answers that stay the same from build to build, and take long to count."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from datasette.app import Datasette

    from telusur.browse.visit import Row, Visit

_Kept = dict[tuple[str, str], "list[Row]"]
_kept: WeakKeyDictionary[Datasette, tuple[Row | None, _Kept]] = WeakKeyDictionary()


_NOW = """
SELECT id, finished_at, (SELECT COALESCE(max(rowid), 0) FROM decisions) AS decided
FROM builds ORDER BY id DESC LIMIT 1
"""


async def kept_rows(visit: Visit, sql: str) -> list[Row]:
    """Ask the store a question without parameters, or take what it answered since its last build
    and the last decision to readers from whom the same is hidden.

    The rows are shared: they are not to be changed.
    """
    build = await replace(visit, hidden="").row(_NOW)
    known = _kept.get(visit.datasette)
    if known is None or known[0] != build:
        known = _kept[visit.datasette] = (build, {})
    asked = visit.hidden, sql
    if asked not in known[1]:
        known[1][asked] = await visit.rows(sql)
    return known[1][asked]
