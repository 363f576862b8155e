"""Tables to download, made beforehand: CSV, a workbook, and a data dictionary for both."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from telusur.publish.evidence.allowed import PUBLISHED
from telusur.store.schema.columns import Column
from telusur.store.schema.tables import TABLES
from telusur.store.schema.views import VIEWS

_TYPES = {str: "string", int: "integer", float: "number"}
_FORMULA = re.compile(r"\A[\s]*[=+\-@\t\r]")
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of all files in archives: the same rows give the same bytes."""
MAKER = "Telusur"
"""All that a document says of who made it."""
_APPLICATION = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    f'extended-properties"><Application>{MAKER}</Application></Properties>'
)
_CELL = 32_000
_SHEET_ORDER = ("temuan", "tautan", "ketentuan", "matriks", "laporan", "fakta-lokasi")


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
    """Write each table as CSV, all of them as a workbook, and the dictionary; return the names."""
    ready = list(some)
    folder.mkdir(parents=True)
    for one in ready:
        (folder / f"{one.name}.csv").write_bytes(_csv(one))
    (folder / "telusur.xlsx").write_bytes(_workbook(ready))
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
    return [*(f"{one.name}.csv" for one in ready), "telusur.xlsx", "datapackage.json"]


def harmless(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def _csv(one: Export) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([name for name, _, _ in one.columns])
    writer.writerows([harmless(cell) for cell in row] for row in one.rows)
    return text.getvalue().encode()


def _workbook(some: Sequence[Export]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    book = Workbook(write_only=True)
    for one in sorted(some, key=lambda it: _SHEET_ORDER.index(it.name)):
        sheet = book.create_sheet(one.name)
        sheet.append([name for name, _, _ in one.columns])
        for row in one.rows:
            sheet.append(
                [
                    ILLEGAL_CHARACTERS_RE.sub("", str(harmless(cell)))[:_CELL]
                    if isinstance(cell, str)
                    else cell
                    for cell in row
                ]
            )
    made = io.BytesIO()
    book.save(made)
    return timeless(made.getvalue())


def timeless(archive: bytes) -> bytes:
    """Return an Office archive without the time and the program that made it."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(result, "w") as new:
        for member in sorted(old.namelist()):
            data = old.read(member)
            if member == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"1980-01-01T00:00:00Z", data)
                data = re.sub(rb"(creator[^>]*>)[^<]*", rb"\1" + MAKER.encode(), data, count=1)
            if member == "docProps/app.xml":
                data = _APPLICATION.encode()
            info = zipfile.ZipInfo(member, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            new.writestr(info, data)
    return result.getvalue()
