"""Tables to download, made beforehand: CSV for programs, and a data dictionary for them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from telusur.handover.tables.separated import harmless
from telusur.publish.evidence.allowed import PUBLISHED
from telusur.store.database import Database
from telusur.store.schema.columns import Column
from telusur.store.schema.tables import TABLES
from telusur.store.schema.views import VIEWS

_TYPES = {str: "string", int: "integer", float: "number"}


@dataclass(frozen=True, slots=True)
class Export:
    """A table to download."""

    name: str
    help: str
    columns: Sequence[tuple[str, str, str]]
    """Name, type (of Frictionless) and help text."""
    rows: Sequence[Sequence[object]]


def exports(db: Database) -> list[Export]:
    """Return the tables that readers may want whole."""
    return [
        _of_view(db, "temuan", "findings_by_place", leave_out=("rowid",)),
        _of_view(db, "tautan", "clause_evidence"),
        _of_table(db, "ketentuan", "clauses", "position", leave_out=("fingerprint",)),
        _of_view(db, "matriks", "matrix"),
        _of_table(db, "laporan", "documents", "id", leave_out=("text",)),
        _of_table(db, "fakta-lokasi", "site_facts", 'site_id, fact, document_id, "start"'),
    ]


def _of_view(db: Database, name: str, view_name: str, leave_out: Sequence[str] = ()) -> Export:
    view = next(view for view in VIEWS if view.name == view_name)
    found = list(db.query(f"SELECT * FROM {view_name}"))  # noqa: S608
    columns = [column for column in view.columns if column not in leave_out]
    told = [(column, _type_of(found, column), view.columns[column]) for column in columns]
    return Export(name, view.help, told, [[row[column] for column in columns] for row in found])


def _of_table(
    db: Database, name: str, table_name: str, order: str, leave_out: Sequence[str] = ()
) -> Export:
    table = next(table for table in TABLES if table.name == table_name)
    columns = [one for one in PUBLISHED[table_name] if one not in leave_out]
    selected = ", ".join(f'"{column}"' for column in columns)
    rows = db.execute(f"SELECT {selected} FROM {table_name} ORDER BY {order}").fetchall()  # noqa: S608
    told = [(one, _type(table.columns[one]), table.columns[one].help) for one in columns]
    return Export(name, table.help, told, rows)


def _type(column: Column) -> str:
    return _TYPES.get(column.type, "string")


def _type_of(found: Sequence[dict[str, object]], column: str) -> str:
    kinds = {type(row[column]) for row in found if row[column] is not None}
    if kinds == {int}:
        return "integer"
    return "number" if kinds and kinds <= {int, float} else "string"


def write_exports(folder: Path, some: Iterable[Export], told: dict[str, object]) -> list[str]:
    """Write each table as CSV, and the dictionary; return the names."""
    ready = list(some)
    folder.mkdir(parents=True)
    for one in ready:
        (folder / f"{one.name}.csv").write_bytes(_csv(one))
    package = {
        **told,
        "profile": "tabular-data-package",
        "resources": [
            {
                "name": one.name,
                "path": f"{one.name}.csv",
                "title": one.help,
                "profile": "tabular-data-resource",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {
                    "fields": [
                        {"name": name, "type": kind, "description": text}
                        for name, kind, text in one.columns
                    ]
                },
            }
            for one in ready
        ],
    }
    text = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
    (folder / "datapackage.json").write_text(text, encoding="utf-8")
    return [*(f"{one.name}.csv" for one in ready), "datapackage.json"]


def _csv(one: Export) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([name for name, _, _ in one.columns])
    writer.writerows([harmless(cell) for cell in row] for row in one.rows)
    return text.getvalue().encode()
