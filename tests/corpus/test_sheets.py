from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Sequence
from typing import Any, get_args

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from telusur.corpus import COLUMNS, Document, with_columns
from telusur.corpus.sheets.delimited import read_delimited
from telusur.corpus.sheets.grid import Grid
from telusur.corpus.sheets.layout import read_grids
from telusur.corpus.sheets.shown import shown
from telusur.errors import UnreadableFile
from telusur.workspace.settings import Column

Reader = Callable[..., Document]

moment = datetime.datetime.fromisoformat

HEAD = ["No", "Tanggal", "Lokasi", "Temuan", "Rekomendasi", "PIC"]


def workbook(*sheets: tuple[str, Sequence[Sequence[Any]]], merge: str = "") -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if merge:
            sheet.merge_cells(merge)
    return book


def saved(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def columns(document: Document) -> list[dict[str, str]]:
    return [
        {cell.header: document.text[cell.start : cell.end] for cell in one.cells}
        for one in document.passages
        if one.form == "row"
    ]


def test_a_sheet_of_findings_is_a_report_whose_rows_have_cells(read: Reader) -> None:
    rows = [
        ["Temuan kunjungan contoh"],
        [],
        HEAD,
        [
            1,
            moment("2024-03-05"),
            "Loket A",
            "Kertas\nhabis",
            "Beli kertas",
            "Bagian umum",
        ],
        [2, None, "Loket B", "Kipas angin mati", None, None],
    ]
    document = read("a.xlsx", saved(workbook(("Sheet1", rows), merge="A1:F1")))
    assert document.title == "Temuan kunjungan contoh"
    assert columns(document) == [
        {
            "No": "1",
            "Tanggal": "05/03/2024",
            "Lokasi": "Loket A",
            "Temuan": "Kertas habis",
            "Rekomendasi": "Beli kertas",
            "PIC": "Bagian umum",
        },
        {"No": "2", "Lokasi": "Loket B", "Temuan": "Kipas angin mati"},
    ]
    assert all(document.text[one.start : one.end] == one.text for one in document.passages)


def test_each_of_several_sheets_is_headed_by_its_name(read: Reader) -> None:
    rows = [["Lokasi", "Kendala"], ["Loket A", "Kertas habis"]]
    book = workbook(("Maret", rows), ("Kosong", []), ("April", rows))
    assert [one.section for one in read("a.xlsx", saved(book)).passages] == ["Maret", "April"]


def test_a_row_over_all_columns_heads_those_below_it(read: Reader) -> None:
    rows = [["Lokasi", "Kendala"], ["Bidang sarana"], ["Loket A", "Kertas habis"]]
    document = read("a.xlsx", saved(workbook(("Sheet", rows), merge="A2:B2")))
    assert [one.section for one in document.passages] == ["Bidang sarana"]


def test_a_head_of_two_rows_and_numbers_below_it_are_one_head(read: Reader) -> None:
    rows = [
        ["No", "Temuan", None, "PIC"],
        [None, "Kendala", "Penyebab", None],
        [1, 2, 3, 4],
        [1, "Kertas habis", "Pesanan terlambat", "Umum"],
    ]
    document = read("a.xlsx", saved(workbook(("Sheet", rows), merge="B1:C1")))
    assert columns(document) == [
        {
            "No": "1",
            "Temuan – Kendala": "Kertas habis",
            "Temuan – Penyebab": "Pesanan terlambat",
            "PIC": "Umum",
        }
    ]


@pytest.mark.parametrize(
    ("value", "number_format", "seen"),
    [
        (1250000, "#,##0", "1.250.000"),
        (1250000.5, '"Rp" #,##0.00', "Rp 1.250.000,50"),
        (0.125, "0.0%", "12,5%"),
        (0.125, "0%", "13%"),
        (7, "000", "007"),
        (3.5, "General", "3,5"),
        (3.0, "General", "3"),
        (2024, "General", "2024"),
        (-4, "0;(0)", "(4)"),
        (1.5, "0.##", "1,5"),
        (moment("2024-03-05"), "mm-dd-yy", "05/03/2024"),
        (moment("2024-03-05"), "d mmmm yyyy", "5 Maret 2024"),
        (moment("2024-03-05"), "[$-421]dddd, dd mmm yy", "Selasa, 05 Mar 24"),
        (moment("2024-03-05T09:05"), "dd/mm/yyyy hh:mm", "05/03/2024 09:05"),
        (datetime.time(9, 5), "h:mm", "9:05"),
        (True, "General", "TRUE"),
        (None, "General", ""),
    ],
)
def test_a_cell_is_read_as_it_shows(value: object, number_format: str, seen: str) -> None:
    assert shown(value, number_format) == seen


@given(
    st.one_of(st.integers(-(10**12), 10**12), st.floats(-1e9, 1e9)),
    st.text(alphabet='#0?.,;%_*[]"\\/ ymdhsERp$-', max_size=14),
)
def test_no_format_breaks_the_reader(value: float, number_format: str) -> None:
    assert isinstance(shown(value, number_format), str)
    assert isinstance(shown(moment("2024-03-05T01:02"), number_format), str)


@given(st.lists(st.lists(st.text(alphabet="ab |1 No", max_size=8), max_size=5), max_size=8))
def test_every_cell_is_in_the_text_and_every_span_is_exact(rows: list[list[str]]) -> None:
    rows = [[" ".join(cell.split()) for cell in row] for row in rows]
    layout, _ = read_grids([Grid("", rows)])
    assert all(cell in layout.text for row in rows for cell in row)
    for block in layout.blocks:
        for cell in block.cells:
            assert layout.text[cell.start : cell.end].strip()
            assert block.start <= cell.start < cell.end <= block.end


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_csv_is_read_whatever_parts_its_cells(read: Reader, sign: str) -> None:
    text = f'Lokasi{sign}Kendala\r\n"Loket A"{sign}"Kertas\nhabis{sign} lagi"\r\n'
    assert columns(read("a.csv", text)) == [
        {"Lokasi": "Loket A", "Kendala": " ".join(f"Kertas habis{sign} lagi".split())}
    ]


def test_the_first_line_of_excel_names_what_parts_cells() -> None:
    assert read_delimited("sep=;\na,b;c\n").rows == [["a,b", "c"]]


def test_a_web_page_that_is_called_a_workbook_is_read_as_what_it_is(read: Reader) -> None:
    page = (
        "<html><body><table><tr><th>No</th><th>Lokasi</th><th>Kendala</th></tr>"
        "<tr><td>1</td><td>Kota Contoh</td><td>Genset rusak</td></tr></table></body></html>"
    )
    document = read("ekspor.xls", page)
    (row,) = [one for one in document.passages if one.cells]
    named = [(cell.header, document.text[cell.start : cell.end]) for cell in row.cells]
    assert named == [("No", "1"), ("Lokasi", "Kota Contoh"), ("Kendala", "Genset rusak")]


def test_a_sheet_with_too_many_rows_is_told(read: Reader) -> None:
    with pytest.raises(UnreadableFile, match="more than 50,000 rows"):
        read("a.csv", "Lokasi,Kendala\n" + "Loket A,Kertas habis\n" * 100_000)


@pytest.mark.parametrize("where", ["name", "header", "cell", "property", "hidden"])
def test_a_workbook_is_confidential_by_any_mark(read: Reader, where: str) -> None:
    book = workbook(("Maret", [["Lokasi", "Kendala"], ["Loket A", "Kertas habis"]]))
    sheet = book["Maret"]
    if where == "name":
        sheet.title = "RAHASIA"
    elif where == "header":
        sheet.oddHeader.center.text = "SANGAT RAHASIA"
    elif where == "cell":
        sheet.insert_rows(1)
        sheet["A1"] = "DOKUMEN RAHASIA"
    elif where == "property":
        book.properties.keywords = "Rahasia"
    else:
        other = book.create_sheet("Dua")
        other["A1"] = "Sifat : Rahasia"
        other.sheet_state = "hidden"
    assert read("a.xlsx", saved(book)).confidential


def test_a_hidden_sheet_is_not_read_and_named(read: Reader) -> None:
    rows = [["Lokasi", "Kendala"], ["Loket A", "Kertas habis"]]
    book = workbook(("Maret", rows), ("Lama", [["Lokasi", "Kendala"], ["Loket B", "Sepi"]]))
    book["Lama"].sheet_state = "hidden"
    document = read("a.xlsx", saved(book))
    assert "Sepi" not in document.text
    assert [one.what for one in document.remarks] == ["the hidden sheet `Lama` is not read"]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.xlsx", b"<!DOCTYPE html><p>Kertas habis", "a web page"),
        ("a.xls", b"PK\x03\x04", "a ZIP archive or an Office document"),
        ("a.xlsx", b"PK\x03\x04", "the workbook is damaged"),
        ("a.xlsx", b"", "it is empty"),
        ("a.xls", b"x", "the workbook is damaged"),
        ("a.csv", b"PK\x03\x04", "a ZIP archive or an Office document"),
        ("a.csv", b"", "no words in it"),
    ],
)
def test_what_is_no_sheet_is_told(read: Reader, name: str, data: bytes, told: str) -> None:
    with pytest.raises(UnreadableFile, match=told):
        read(name, data)


def test_heads_of_unknown_words_are_heads_all_the_same(read: Reader) -> None:
    document = read(
        "a.csv",
        "Kode;Hal yang ditemui;Wilayah kerja;Usul tim\n"
        "A1;Antrean loket dua jam;Kota Contoh;Tambah loket\n"
        "A2;Kantor dinas jauh;Kabupaten Contoh;Buka loket desa\n",
    )
    assert [row["Hal yang ditemui"] for row in columns(document)] == [
        "Antrean loket dua jam", "Kantor dinas jauh",
    ]  # fmt: skip


def test_a_workspace_says_what_its_columns_stand_for(read: Reader) -> None:
    document = read("a.csv", "Kode;Hal  yang ditemui;Usul tim\nA1;Antrean lama;Tambah loket\n")
    known = with_columns(document, {"hal yang Ditemui": "kendala", "Usul tim": "rekomendasi"})
    assert columns(known) == [
        {"Kode": "A1", "Kendala": "Antrean lama", "Rekomendasi": "Tambah loket"}
    ]
    assert known.text == document.text


def test_what_columns_may_stand_for_is_what_the_settings_allow() -> None:
    assert set(COLUMNS) == set(get_args(Column))
