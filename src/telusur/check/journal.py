"""Whether the journal of decisions is whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from telusur.check.issue import CHECKS, Issue, Wanted
from telusur.review import Journal, read_journal
from telusur.review.journal.reading import SHOWN


def check_journal(path: Path, database: Path, wanted: Wanted) -> Iterator[Issue]:
    """Yield lines that are no decisions, then say how many decisions only the store still knows.

    Raises:
        StoreUnusable: the store is damaged or of another version.
    """
    if "jurnal" in wanted:
        journal = read_journal(path)
        yield from _set_aside(journal)
        yield from _missing(journal, database)


def _set_aside(journal: Journal) -> Iterator[Issue]:
    for one in journal.set_aside:
        yield Issue(
            CHECKS["jurnal"],
            f"baris ini bukan keputusan dan disisihkan, yang lain tetap berlaku: {one.what}",
            f"{one.what}; all others count. {one.remedy}",
            one.path,
            one.line,
        )


def _missing(journal: Journal, database: Path) -> Iterator[Issue]:
    from telusur.store.connection import store_for_reading
    from telusur.store.decisions import missing_lines

    if not database.is_file():
        return
    with store_for_reading(database) as db:
        count = len(missing_lines(db, journal.entries))
    if count:
        are = "1 decision is" if count == 1 else f"{count} decisions are"
        yield Issue(
            CHECKS["jurnal"],
            f"{count} keputusan tidak ada lagi di sini, tetapi masih diketahui gudang bukti: "
            "kembalikan berkas ini dari git, atau tulis kembali dengan `telusur review restore`; "
            "bila memang sengaja dihapus, `telusur review forget`",
            f"{are} no longer here, though the store knows of it: get this file "
            "back from git, or write back what is missing with `telusur review restore`; if it was "
            "deleted on purpose, `telusur review forget`",
            SHOWN,
        )
