"""Writes the published database: made from nothing, so that nothing is left over in it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlite_utils import Database

from telusur.publish.copying import Copy
from telusur.store.coverage import refresh_coverage
from telusur.store.read import counts
from telusur.store.schema import create_schema
from telusur.store.tables import TABLES


def write_database(path: Path, copy: Copy) -> dict[str, int]:
    """Write the rows of `copy`, and all that is derived from them; return how many there are.

    The same rows give the same bytes. What is searched is indexed from the published words alone.
    """
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        db = Database(connection)
        create_schema(db)
        for table, some in copy.tables():
            db.table(table).insert_all(some)
        refresh_coverage(db)
        counted = counts(db)
        db.table("builds").insert_all(copy.builds(counted))
        for declared in TABLES:
            if declared.search:
                db.table(declared.name).rebuild_fts()
                db.table(declared.name).optimize()
        connection.commit()
        connection.execute("VACUUM INTO ?", [str(path)])
    finally:
        connection.close()
    return counted
