"""Makes the tables, views and indexes of evidence.db."""

from __future__ import annotations

import zlib
from collections.abc import Collection

from telusur.store.database import Database
from telusur.store.schema.columns import Table
from telusur.store.schema.tables import TABLES
from telusur.store.schema.views import VIEWS

APPLICATION_ID = 0x544C5352
"""`TLSR`, in the header of every evidence store: no other database is ever written to."""

SEARCH_TOKENIZER = "unicode61 remove_diacritics 2"


def create_schema(db: Database, *, keep: Collection[str] = ()) -> None:
    """Create every table, index, full-text index and view, but for the tables to `keep`."""
    for table in TABLES:
        if table.name not in keep:
            _create_table(db, table)
    for view in VIEWS:
        db.tool.create_view(view.name, view.sql)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {schema_version()}")


def schema_version() -> int:
    """A number that changes with any table or view: stores of another number are built anew."""
    declared = repr(TABLES) + repr(VIEWS) + SEARCH_TOKENIZER
    return zlib.crc32(declared.encode()) & 0x7FFF_FFFF


def _create_table(db: Database, table: Table) -> None:
    from sqlite_utils.db import ForeignKey

    columns = table.columns
    keys = {name: _key_of(column.references) for name, column in columns.items()}
    created = db.table(table.name).create(
        {name: column.type for name, column in columns.items()},
        pk=table.key if len(table.key) > 1 else table.key[0],
        not_null=[name for name, column in columns.items() if column.required],
        foreign_keys=[
            ForeignKey(
                table.name,
                name,
                column.references,
                keys[name],
                on_delete="CASCADE" if column.required else "SET NULL",
            )
            for name, column in columns.items()
            if column.references
        ],
    )
    # A longer index, or the primary key, already serves its first column.
    served = {table.key[0], *(index[0] for index in table.indexes)}
    references = ((name,) for name, key in keys.items() if key and name not in served)
    for index in (*references, *table.indexes):
        created.create_index(list(index))
    if table.search:
        created.enable_fts(list(table.search), create_triggers=True, tokenize=SEARCH_TOKENIZER)


def _key_of(table_name: str | None) -> str | None:
    if table_name is None:
        return None
    return next(table.key[0] for table in TABLES if table.name == table_name)
