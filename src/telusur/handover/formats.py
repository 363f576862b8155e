"""Which ending stands for which file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from telusur.handover.reading import read_evidence
from telusur.handover.tables import TABLES, separated, tables_of, workbook
from telusur.handover.words import UNTITLED
from telusur.store.database import Database
from telusur.words import Later


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody may say of a file beside its ending."""

    table: str = "tautan"
    """Of a CSV: one of `TABLES`."""
    order: str = "pasal"
    """Of an annex: one of `ORDERS`."""
    suggested: bool = False
    """Whether an annex shows what nobody has accepted, too."""


def _workbook(db: Database, _: Wish) -> bytes:
    evidence = read_evidence(db)
    return workbook(tables_of(evidence), evidence.title)


def _separated(db: Database, wish: Wish) -> bytes:
    return separated(TABLES[wish.table](read_evidence(db)))


# What writes the others takes longer to load than a table to be written.


def _word(db: Database, wish: Wish) -> bytes:
    from telusur.handover.annex import annex, word

    return word(annex(read_evidence(db), wish.order, suggested=wish.suggested))


def _pdf(db: Database, wish: Wish) -> bytes:
    from telusur.handover.annex import annex, pdf

    return pdf(annex(read_evidence(db), wish.order, suggested=wish.suggested))


def _qdpx(db: Database, _: Wish) -> bytes:
    from telusur.handover.coding.writing import qdpx

    return qdpx(db, read_evidence(db).title or UNTITLED)


_MADE: dict[str, tuple[str, Callable[[Database, Wish], bytes]]] = {
    ".xlsx": (Later("traceability matrix"), _workbook),
    ".csv": (Later("table"), _separated),
    ".docx": (Later("annex of evidence"), _word),
    ".pdf": (Later("annex of evidence"), _pdf),
    ".qdpx": (Later("project for coding software"), _qdpx),
}
FORMATS = {ending: what for ending, (what, _) in _MADE.items()}
"""What a file is, by its ending in small letters."""


def hand_over(db: Database, ending: str, wish: Wish | None = None) -> bytes:
    """Return the evidence as a file of that ending, one of `FORMATS`.

    The same evidence gives the same bytes, but for a PDF, in which LibreOffice says when it was
    made. `db` is a store, or a published one.

    Raises:
        CannotWrite: a PDF is asked for, and LibreOffice is not there.
    """
    return _MADE[ending][1](db, wish or Wish())
