"""The queue as a spreadsheet, for somebody who has nothing but Excel; and what came back."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from telusur.errors import TelusurError
from telusur.triage.item import Item
from telusur.triage.pair import Pair
from telusur.words import say

if TYPE_CHECKING:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

SHEET = "Telaah"
WORDS = {"setuju": "accept", "tolak": "reject", "ragu": "unsure"}
"""What may stand in the column of decisions."""
_ENGLISH = {"accept": "accept", "reject": "reject", "unsure": "unsure"}
_STRENGTHS = {"strong": "kuat", "middle": "sedang", "weak": "lemah"}
COLUMNS = {
    "Keputusan": 13, "Alasan": 28, "Pertanyaan bila ragu": 28, "Kutipan temuan": 48,
    "Kalimatnya": 48, "Laporan": 24, "Tempat": 18, "Jenis": 12, "Ketentuan": 20,
    "Bunyi ketentuan": 60, "Kekuatan": 10, "Nilai": 8, "Alasan saran": 32, "Kode": 30, "Sidik": 14,
}  # fmt: skip
"""Headings of the columns with their widths; the first three are for whoever decides."""
_OPEN = 3
_ADVICE = (
    "Pilih keputusan di kolom A: setuju, tolak, atau ragu. Kosongkan yang belum diputuskan.",
    "Tulis alasan di kolom B bila perlu; bila ragu, tulis pertanyaan di kolom C.",
    "Kolom lain jangan diubah. Baris boleh diurutkan, disaring, atau dihapus.",
    "Simpan sebagai .xlsx, lalu kirim kembali: telusur review import BERKAS.xlsx --by NAMA",
    "",
    "Choose in column A: setuju (accept), tolak (reject) or ragu (unsure); or leave it empty.",
    "Column B is for reasons, column C for a question. Leave the other columns as they are.",
)
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_LONGEST = 32_767


class SheetUnreadable(TelusurError):
    """A file is no spreadsheet of ours."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A row that somebody filled in."""

    number: int
    """Its row in the sheet, from 1."""
    pair: Pair | None
    """None where its code is none."""
    word: str
    """`accept`, `reject` or `unsure`; empty where something else stands there."""
    written: str
    """What stands there."""
    note: str
    question: str
    fingerprint: str


def write_sheet(path: Path, items: Iterable[Item]) -> int:
    """Write suggestions to a workbook; return how many."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill, Protection
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook(write_only=True)
    sheet: WriteOnlyWorksheet = book.create_sheet(SHEET)
    for number, width in enumerate(COLUMNS.values(), start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "B2"
    heading = [_cell(sheet, name) for name in COLUMNS]
    for one in heading:
        one.font = Font(bold=True)
        one.fill = PatternFill("solid", fgColor="FFE3EFF2")
    sheet.append(heading)
    count = 0
    for count, item in enumerate(items, start=1):  # noqa: B007
        cells = [_cell(sheet, value) for value in _values(item)]
        for place, one in enumerate(cells):
            one.alignment = Alignment(wrap_text=True, vertical="top")
            one.protection = Protection(locked=place >= _OPEN)
        sheet.append(cells)
    choice = DataValidation("list", formula1=f'"{",".join(WORDS)}"', allow_blank=True)
    choice.error, choice.errorTitle = "Pilih setuju, tolak, atau ragu.", "Telusur"
    choice.showErrorMessage = True
    sheet.data_validations.append(choice)
    choice.add(f"A2:A{count + 1}")
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{count + 1}"
    # Without a password: it keeps hands off what must not change, and nobody out.
    sheet.protection.sheet = True
    for allowed in ("sort", "autoFilter", "formatColumns", "formatRows", "formatCells",
                    "deleteRows"):  # fmt: skip
        setattr(sheet.protection, allowed, False)
    advice = book.create_sheet("Petunjuk")
    advice.column_dimensions["A"].width = 110
    for line in _ADVICE:
        advice.append([line])
    book.save(path)
    return count


def _values(item: Item) -> Sequence[object]:
    row = item.row
    return (
        "", "", "", row["quote"], row["context"], row["document"], row["place"] or "",
        row["kind"], row["label"], item.clause, _STRENGTHS[item.strength], row["score"],
        row["why"], str(item.pair), item.fingerprint,
    )  # fmt: skip


def _cell(sheet: WriteOnlyWorksheet, value: object) -> WriteOnlyCell:
    """Return a cell in which text is text: nothing that a report says is ever a formula."""
    from openpyxl.cell import WriteOnlyCell

    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value=value)
    cell = WriteOnlyCell(sheet, value=_UNPRINTABLE.sub("", value)[:_LONGEST])
    if cell.value:
        cell.data_type = "s"
        cell.quotePrefix = True
    return cell


def read_sheet(path: Path) -> list[Filled]:
    """Return the rows of a workbook in which somebody decided something.

    Raises:
        SheetUnreadable: it is no workbook, or its columns are not ours.
    """
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except FileNotFoundError:
        raise SheetUnreadable(say("{path}: there is no such file.", path=path)) from None
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise SheetUnreadable(
            say(
                "{path}: this is no spreadsheet that can be read ({error}). Save it as .xlsx.",
                path=path,
                error=error,
            )
        ) from error
    try:
        sheet = book[SHEET] if SHEET in book.sheetnames else book.worksheets[0]
        lines = list(sheet.iter_rows(values_only=True))
    finally:
        book.close()
    return list(_filled(lines, path))


def _filled(lines: Iterable[tuple[Any, ...]], path: Path) -> Iterator[Filled]:
    columns: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        texts = [_text(value) for value in line]
        if not columns:
            found = {text.casefold(): place for place, text in enumerate(texts) if text}
            columns = {name: found[name.casefold()] for name in COLUMNS if name.casefold() in found}
            if missing := [name for name in ("Keputusan", "Kode", "Sidik") if name not in columns]:
                raise SheetUnreadable(
                    say(
                        "{path}: row 1 lacks the column “{missing}”. Use a sheet that `telusur "
                        "review export` wrote, with its headings.",
                        path=path,
                        missing=missing[0],
                    )
                )
            continue
        told = {name: texts[place] if place < len(texts) else "" for name, place in columns.items()}
        if not told["Keputusan"]:
            continue
        word = told["Keputusan"].casefold()
        yield Filled(
            number=number,
            pair=Pair.read(told["Kode"]),
            word=WORDS.get(word) or _ENGLISH.get(word, ""),
            written=told["Keputusan"],
            note=told.get("Alasan", ""),
            question=told.get("Pertanyaan bila ragu", ""),
            fingerprint=told["Sidik"],
        )


def _text(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())
