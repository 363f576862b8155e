"""What the store still knows of decisions that the journal may have lost."""

from __future__ import annotations

from collections.abc import Sequence

from telusur.review import Entry, in_order
from telusur.review.journal import id_of
from telusur.review.journal.decisions import ANY
from telusur.store.database import Database


def with_missing(db: Database, journal: Sequence[Entry]) -> list[Entry]:
    """Return the entries of the journal, and those that it held once and holds no more.

    Works on a store of another version too, as far as it remembers lines.
    """
    held = {entry.id for entry in journal}
    missing = [one for one in _remembered(db) if one.id not in held]
    return in_order([*journal, *missing]) if missing else list(journal)


def missing_lines(db: Database, journal: Sequence[Entry]) -> list[str]:
    """Return the lines that the journal held once and holds no more, in the order of decisions."""
    return [entry.text for entry in with_missing(db, journal) if entry.line is None]


def _remembered(db: Database) -> list[Entry]:
    if "text" not in db.columns("decisions"):
        return []
    lines = [text for (text,) in db.execute("SELECT text FROM decisions")]
    return [Entry(id_of(text), None, text, ANY.validate_json(text)) for text in lines]
