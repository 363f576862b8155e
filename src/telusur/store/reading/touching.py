"""Which findings are linked to a clause that changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from telusur.store.connection import store_for_reading
from telusur.store.database import Database
from telusur.store.reading.read import rows

if TYPE_CHECKING:
    from telusur.draft.compare import Change
    from telusur.draft.model import Clause

Links = list[dict[str, Any]]
"""Rows of `finding_clauses`, the best score first."""

_LINKS = """
SELECT finding_id, quote, clause_id, label, score, status FROM finding_clauses
WHERE clause_id = :id OR clause_id LIKE replace(:id, '_', '\\_') || '.%' ESCAPE '\\'
ORDER BY score DESC, finding_id
"""


def touched(path: Path, changes: list[Change]) -> Callable[[Change], Links]:
    """Return what tells the links of a changed clause and of all clauses in it.

    The store knows one version of the draft only: a clause is looked up by the side that it was
    built from. Without a store there are no links. Raises StoreUnusable where there is a file
    that is no store.
    """
    if not path.is_file():
        return lambda _: []
    with store_for_reading(path) as db:
        fingerprints = dict(db.execute("SELECT id, fingerprint FROM clauses").fetchall())
        known = {change: _links(db, change, fingerprints) for change in changes}
    return known.__getitem__


def _links(db: Database, change: Change, fingerprints: dict[str, str]) -> Links:
    sides = [one for one in (change.old, change.new) if one is not None]
    built = [one.id for one in sides if fingerprints.get(one.id) == one.fingerprint]
    if not built and _keeps_its_id(sides) and sides[0].id in fingerprints:
        built = [sides[0].id]
    return rows(db, _LINKS, {"id": built[0]}) if built else []


def _keeps_its_id(sides: list[Clause]) -> bool:
    return len({one.id for one in sides}) == 1
