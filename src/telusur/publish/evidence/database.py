"""Writes the published database: made from nothing, so that nothing is left over in it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from telusur.publish.evidence.copying import Copy
from telusur.publish.evidence.meaning import Meanings
from telusur.store.database import Database
from telusur.store.derived.coverage import refresh_coverage
from telusur.store.derived.repeats import refresh_repeats
from telusur.store.reading import counts
from telusur.store.schema.making import create_schema
from telusur.store.schema.tables import TABLES


def write_database(path: Path, copy: Copy, meanings: Meanings | None = None) -> dict[str, int]:
    """Write the rows of `copy`, and all that is derived from them; return how many there are.

    With `meanings` the quotes get vectors, computed from the published words. The same rows give
    the same bytes. What is searched is indexed from the published words alone.
    """
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        db = Database(connection)
        create_schema(db)
        for table, some in copy.tables():
            db.table(table).insert_all(some)
        refresh_repeats(db)
        refresh_coverage(db)
        counted = counts(db)
        builds = copy.builds(counted)
        if meanings:
            builds[-1]["encoder"] = meanings.encoder
            _write_vectors(db, meanings)
        db.table("builds").insert_all(builds)
        for declared in TABLES:
            if declared.search:
                db.table(declared.name).rebuild_fts()
                db.table(declared.name).optimize()
        connection.commit()
        connection.execute("VACUUM INTO ?", [str(path)])
    finally:
        connection.close()
    return counted


def _write_vectors(db: Database, meanings: Meanings) -> None:
    quotes = [quote for (quote,) in db.execute("SELECT DISTINCT quote FROM findings ORDER BY 1")]
    db.table("embeddings").insert_all(
        {"model": meanings.encoder, "sha256": key, "vector": vector}
        for key, vector in sorted(meanings.of(quotes).items())
    )
