"""What the store still knows of decisions that the journal may have lost."""

from __future__ import annotations

from collections.abc import Sequence

from telusur.review import Entry, in_order
from telusur.review.journal import id_of
from telusur.review.journal.decisions import ANY
from telusur.store.connection import transaction
from telusur.store.database import Database
from telusur.store.decisions.projecting import forget_decisions, project_decisions
from telusur.store.derived.coverage import refresh_coverage
from telusur.store.derived.queue import refresh_queue
from telusur.store.derived.repeats import refresh_repeats


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


def project_again(db: Database, journal: Sequence[Entry], *, forget: bool = False) -> None:
    """Lay the journal over the links anew, in one transaction; scores wait for the next build.

    With `forget`, what the journal no longer holds is forgotten for good.
    """

    with transaction(db):
        entries = list(journal) if forget else with_missing(db, journal)
        forget_decisions(db)
        project_decisions(db, entries)
        refresh_repeats(db)
        refresh_coverage(db)
        refresh_queue(db)


def _remembered(db: Database) -> list[Entry]:
    if "text" not in db.columns("decisions"):
        return []
    lines = [text for (text,) in db.execute("SELECT text FROM decisions")]
    return [Entry(id_of(text), None, text, ANY.validate_json(text)) for text in lines]
