"""Tables as a workbook that is handed on, read on a screen and printed."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from telusur.handover.tables.table import Cell, Line, Table
from telusur.handover.timeless import EPOCH, MAKER, timeless
from telusur.store.standing import STRONG

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_LONGEST = 32_767
"""Characters that a cell can hold."""
_FILLS = {"heading": "#DCE6EA", "gap": "#F8D7CD", "suggested": "#E3EFF2", "justified": "#F3ECD8"}
"""Colours that stay apart in print without colours; words say the same."""
_HATCHED = 8
"""Thick diagonal stripes."""
_F4 = 14
"""Folio, which offices here print on."""
_UPRIGHT_BELOW = 8
_LINE, _TALLEST = 13.5, 409.0
"""Points: of a line of words, and of the tallest row that Excel knows."""
_LETTER = 5.8
"""Points that a bold letter takes at most, on the average."""
_WORDS_A_WIDTH = 1.08
"""Letters of a line for each unit of a column's width: fonts that take the place of Excel's own
are wider."""


def workbook(tables: Sequence[Table], title: str) -> bytes:
    """Return the workbook; the same tables give the same bytes.

    Text is text: nothing that a report says is ever a formula or a link.
    """
    from xlsxwriter import Workbook

    made = io.BytesIO()
    book = Workbook(made, {"in_memory": True})
    book.set_properties({"author": MAKER, "created": datetime(*EPOCH, tzinfo=UTC), "title": title})
    formats = _formats(book)
    for table in tables:
        _write(book.add_worksheet(table.title), table, title, formats)
    _write_legend(book.add_worksheet("Keterangan"), tables, title, formats)
    book.close()
    return timeless(made.getvalue())


def _formats(book: Any) -> Mapping[str, Any]:
    thin = {"border": 7, "border_color": "#8A9499", "valign": "top", "font_size": 10}
    head = {**thin, "bold": True, "text_wrap": True, "bg_color": _FILLS["heading"]}
    made = {
        "head": book.add_format({**head, "valign": "bottom"}),
        "upright": book.add_format({**head, "rotation": 90, "valign": "bottom"}),
    }
    for look in ("plain", *_FILLS):
        fill: dict[str, object] = {"bg_color": _FILLS[look]} if look in _FILLS else {}
        if look == "suggested":  # hatched, as the pages have it
            fill = {"pattern": _HATCHED, "fg_color": _FILLS[look], "bg_color": "#FFFFFF"}
        heading = look == "heading"  # runs on over the cells beside it
        told = {**thin, **fill, "bold": heading, "text_wrap": not heading}
        made[look] = book.add_format(told)
        made[f"{look} number"] = book.add_format({**told, "align": "center"})
    return made


def _write(sheet: Any, table: Table, title: str, formats: Mapping[str, Any]) -> None:
    last = len(table.columns) - 1
    for column, (name, width) in enumerate(table.columns):
        sheet.set_column(column, column, width)
        upright = table.upright and width < _UPRIGHT_BELOW
        sheet.write_string(0, column, name, formats["upright" if upright else "head"])
    sheet.set_row(0, _head_height(table))
    sheet.freeze_panes(1, table.kept)
    sheet.autofilter(0, 0, len(table.lines), last)
    sheet.print_area(0, 0, max(1, len(table.lines)), last)
    sheet.repeat_rows(0)
    _set_page(sheet, f"{title}\n{table.title}" if title else table.title)
    widths = [width for _, width in table.columns]
    for row, line in enumerate(table.lines or [_nothing(last + 1)], start=1):
        sheet.set_row(row, _height(line, widths))
        _write_line(sheet, row, line, formats)


def _nothing(columns: int) -> Line:
    return Line(["Tidak ada.", *[None] * (columns - 1)])


def _head_height(table: Table) -> float:
    if table.upright:
        longest = max(len(name) for name, width in table.columns if width < _UPRIGHT_BELOW)
        return min(longest * _LETTER + 12, _TALLEST)
    return _height(Line([name for name, _ in table.columns]), [w * 0.9 for _, w in table.columns])


def _height(line: Line, widths: Sequence[float]) -> float:
    """Return how tall a row must be for all its words: not every program sees to it itself."""
    if line.look == "heading":  # runs on over the cells beside it
        return _LINE + 2
    rows = (
        sum(max(1, math.ceil(len(part) / (width * _WORDS_A_WIDTH))) for part in cell.split("\n"))
        for cell, width in zip(line.cells, widths, strict=True)
        if isinstance(cell, str)
    )
    return min(max(rows, default=1) * _LINE + 2, _TALLEST)


def _write_line(sheet: Any, row: int, line: Line, formats: Mapping[str, Any]) -> None:
    for column, value in enumerate(line.cells):
        number = isinstance(value, int | float)
        look = formats[f"{line.look} number" if number else line.look]
        _write_cell(sheet, row, column, value, look)


def _write_cell(sheet: Any, row: int, column: int, value: Cell, look: Any) -> None:
    if isinstance(value, str) and value:
        words = _UNPRINTABLE.sub("\ufffd", value)[:_LONGEST]
        sheet.write_string(row, column, words, look)
    elif value is None or value == "":
        sheet.write_blank(row, column, None, look)
    else:
        sheet.write_number(row, column, value, look)


def _set_page(sheet: Any, title: str) -> None:
    sheet.set_landscape()
    sheet.set_paper(_F4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.9, bottom=0.7)
    # `&` begins an instruction in headers, and 255 characters is all that one may have.
    sheet.set_header("&C&9" + _printable(title)[:200].replace("&", "&&"))
    sheet.set_footer("&C&9Halaman &P dari &N")


def _printable(text: str) -> str:
    return _UNPRINTABLE.sub("", text)


def _write_legend(
    sheet: Any, tables: Sequence[Table], title: str, formats: Mapping[str, Any]
) -> None:
    """Say what each sheet is, and what the colours mean."""
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 90)
    _set_page(sheet, "Keterangan")
    lines = [
        Line(["Naskah", title or "tanpa judul"]),
        *(Line([table.title, table.help]) for table in tables),
        Line(
            ["Celah", "Baris yang diwarnai begini tanpa bukti dan saran, atau belum terakomodasi."],
            "gap",
        ),
        Line(
            ["Saran saja", "Baris yang bergaris begini baru mempunyai saran mesin, bukan bukti."],
            "suggested",
        ),
        Line(
            ["Celah yang dibenarkan", "Baris yang diwarnai begini diputuskan tidak perlu diisi."],
            "justified",
        ),
        Line(["Bukti", "Temuan yang diterima penelaah; selain itu bukan bukti."]),
        Line(
            [
                "Saran kuat, saran lemah",
                f"Disarankan mesin dengan nilai mulai {f'{STRONG:g}'.replace('.', ',')}, atau di "
                "bawahnya, dan belum diputuskan siapa pun.",
            ]
        ),
        Line(["Dilihat kembali", "Diputuskan, tetapi bunyi temuan atau ketentuan sudah berubah."]),
        Line(["Nilai", "0 sampai 1: kira-kira sesering itu saran seperti ini diterima."]),
    ]
    for row, line in enumerate(lines):
        sheet.set_row(row, _height(line, (24, 90)))
        _write_line(sheet, row, line, formats)
