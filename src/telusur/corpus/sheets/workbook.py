"""Excel workbooks → sheets."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook, PasswordError, SheetVisibleEnum

from telusur.corpus.limits import MOST_PASSAGES, Locked, TooLarge
from telusur.corpus.office.opendocument import lines_of_opendocument
from telusur.corpus.office.package import check_size, lines_in
from telusur.corpus.sheets.grid import Grid, shown_in_one_line
from telusur.corpus.sheets.shown import shown
from telusur.corpus.statements.confidential import Mark, is_mark_in_title, mark_among
from telusur.words import say

_WIDEST = 200
"""Columns that are read of a sheet."""
_FORMAT_CODE = re.compile(r"&(?:\"[^\"]*\"|\d+|K[0-9A-F]{6}|[A-JL-Z])")
"""How fonts and places are written in a page header."""
_PARTS = ("xl/comments", "xl/threadedComments", "xl/drawings/", "docProps/", "customXml/")


def read_workbook(data: bytes) -> tuple[list[Grid], list[str], Mark | None]:
    """Return the visible sheets of a .xlsx file, the names of the hidden ones, and what marks it
    as confidential, in whatever part of it.

    Raises TooLarge, zipfile.BadZipFile and whatever else openpyxl raises on a damaged file.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        check_size(archive)
        mark = mark_among((line for _, line in lines_in(archive, _PARTS)), "workbook")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about drawings and styles that are not kept
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
    grids, hidden = [], []
    for sheet in book.worksheets:
        mark = mark or _mark_on(sheet)
        if sheet.sheet_state == "visible":
            grids.append(_grid(sheet))
        else:
            hidden.append(sheet.title)
            rows = ("\t".join(row) for row in _grid(sheet).rows)
            mark = mark or mark_among(rows, f"hidden sheet {sheet.title}")
    return grids, hidden, mark


def _mark_on(sheet: Worksheet) -> Mark | None:
    if is_mark_in_title(sheet.title):
        return Mark(sheet.title, say("sheet name"))
    return mark_among(_printed_around(sheet), f"page header of {sheet.title}")


def _printed_around(sheet: Any) -> Iterator[str]:
    for which in ("odd", "even", "first"):
        for edge in (f"{which}Header", f"{which}Footer"):
            item = getattr(sheet, edge, None)
            for part in ("left", "center", "right"):
                text = getattr(getattr(item, part, None), "text", None)
                if text:
                    yield _FORMAT_CODE.sub(" ", text).strip()


def _grid(sheet: Worksheet) -> Grid:
    wide = {one.min_row - 1 for one in sheet.merged_cells.ranges if one.max_col > one.min_col}
    rows: list[list[str]] = []
    for cells in sheet.iter_rows(max_col=min(sheet.max_column, _WIDEST)):
        row = [_cell(cell) for cell in cells]
        rows.append(row)
        if len(rows) > MOST_PASSAGES and any(row):
            raise TooLarge(
                say(
                    "a sheet of it has more than {most_passages:,} rows",
                    most_passages=MOST_PASSAGES,
                )
            )
    return Grid(shown_in_one_line(sheet.title), rows, frozenset(wide))


def _cell(cell: Any) -> str:
    return shown_in_one_line(shown(cell.value, getattr(cell, "number_format", "") or ""))


def read_other_workbook(data: bytes) -> tuple[list[Grid], list[str], Mark | None]:
    """The same of an .xls or .ods file, whose formats of numbers and days are not known.

    Raises TooLarge, Locked and whatever else calamine raises on a damaged file.
    """
    mark = None
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_size(archive)
            mark = mark_among(lines_of_opendocument(archive), "workbook")
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError:
        raise Locked from None
    grids, hidden = [], []
    for about in book.sheets_metadata:
        grid = _other_grid(book, about.name)
        if about.visible == SheetVisibleEnum.Visible:
            grids.append(grid)
        else:
            hidden.append(about.name)
        if mark is None and is_mark_in_title(about.name):
            mark = Mark(about.name, say("sheet name"))
    if not data.startswith(b"PK"):
        cells = {cell for grid in grids for row in grid.rows for cell in row}
        mark = mark or mark_among(
            (line for line in _printable(data) if line not in cells), "workbook"
        )
    return grids, hidden, mark


def _other_grid(book: CalamineWorkbook, name: str) -> Grid:
    sheet = book.get_sheet_by_name(name)
    if sheet.total_height > MOST_PASSAGES:
        raise TooLarge(
            say("a sheet of it has more than {most_passages:,} rows", most_passages=MOST_PASSAGES)
        )
    rows = [
        [_plain(value) for value in row[:_WIDEST]] for row in sheet.to_python(skip_empty_area=False)
    ]
    merged = sheet.merged_cell_ranges or []
    wide = frozenset(top for (top, left), (_, right) in merged if right > left)
    return Grid(shown_in_one_line(name), rows, wide)


def _plain(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return shown_in_one_line(shown("" if value == "" else value, "General"))


def _printable(data: bytes) -> Iterator[str]:
    """Every run of letters in an old workbook: its headers, notes and properties, too."""
    for found in re.finditer(rb"[\x20-\x7e]{5,300}", data):
        yield found[0].decode("ascii")
    for found in re.finditer(rb"(?:[\x20-\x7e]\x00){5,300}", data):
        yield found[0].decode("utf-16-le")
