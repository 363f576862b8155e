"""A table on a page, as CSV, XLSX or JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from telusur.browse.writing.language import Language

FORMATS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json; charset=utf-8",
}

_FORMULA = re.compile(r"[\t\r\n]|\s*[=+\-@＝＋－＠]")  # a spreadsheet takes full-width signs too
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_LONGEST = 32_767
"""Characters that a cell of XLSX can hold."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A cell that leads to a page; a download has its text only."""

    text: str
    address: str


Cell = str | int | float | Linked | None


@dataclass(frozen=True)
class Table:
    """What a page shows as a table, or could be asked for as one."""

    name: str
    """Short and in small letters: it stands in addresses, names of files, and as a label
    `table.<name>`."""
    columns: tuple[str, ...]
    """Names of the columns: JSON has them as they are, people see the label `column.<name>`."""
    told: Iterable[Sequence[Cell]]
    """The rows; a generator makes them when they are asked for: most pages only offer them."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Headings of columns that the catalogue does not know, such as names of challenges."""

    @cached_property
    def rows(self) -> Sequence[Sequence[Cell]]:
        return [*self.told]

    def heading(self, column: str, t: Language) -> str:
        """What people see above a column."""
        return self.names.get(column) or t.term("column", column)

    def classes(self) -> list[str]:
        """How each column is set: numbers and days in ways of their own."""
        return [
            "day"
            if name == "day"
            else "number"
            if any(isinstance(row[at], int | float) for row in self.rows)
            else ""
            for at, name in enumerate(self.columns)
        ]


def download(
    tables: Sequence[Table],
    format: str,  # noqa: A002
    name: str | None,
    t: Language,
    address: str,
) -> bytes:
    """Return tables as a file of that format: CSV has one table, the others have all.

    `name` picks the table of the CSV; the first is taken where it is no table's name.
    """
    if format == "csv":
        return _csv(next((one for one in tables if one.name == name), tables[0]), t)
    return _xlsx(tables, t) if format == "xlsx" else _json(tables, address)


def harmless(text: str) -> str:
    """Keep a spreadsheet from taking text for a formula: a sign that begins one gets a quote."""
    return f"'{text}" if _FORMULA.match(text) else text


def _csv(table: Table, t: Language) -> bytes:
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(_headings(table, t))
    writer.writerows([_plain(cell, harmless) for cell in row] for row in table.rows)
    return file.getvalue().encode("utf-8-sig", errors="replace")  # Excel looks for the mark


def _xlsx(tables: Sequence[Table], t: Language) -> bytes:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    for table in tables:
        sheet = book.create_sheet(re.sub(r"[\\/*?:\[\]]", " ", t.term("table", table.name))[:31])
        sheet.append(_headings(table, t))
        for row in table.rows:
            cells = []
            for value in row:
                cell = WriteOnlyCell(sheet, value=_plain(value, _printable))
                if isinstance(cell.value, str):
                    cell.data_type = "s"  # text stays text, whatever it begins with
                cells.append(cell)
            sheet.append(cells)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _json(tables: Sequence[Table], address: str) -> bytes:
    told = {
        "address": address,
        "tables": {
            table.name: [
                dict(zip(table.columns, map(_plain, row), strict=True)) for row in table.rows
            ]
            for table in tables
        },
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8", errors="replace")


def _headings(table: Table, t: Language) -> list[str]:
    return [table.heading(name, t) for name in table.columns]


def _printable(text: str) -> str:
    return _UNPRINTABLE.sub("\ufffd", text)[:_LONGEST]


def _plain(cell: Cell, text: Callable[[str], str] = str) -> str | int | float | None:
    value = cell.text if isinstance(cell, Linked) else cell
    return text(value) if isinstance(value, str) else value
