"""The matrix and its tables, as an office opens them."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.handover.conftest import FORMULA, PRIVATE

from telusur.handover.reading import Evidence
from telusur.handover.tables import TABLES, separated, tables_of, workbook
from telusur.handover.tables.separated import harmless
from telusur.handover.tables.table import Line, Table


def opened(evidence: Evidence) -> dict[str, Worksheet]:
    data = workbook(tables_of(evidence), evidence.title)
    return {sheet.title: sheet for sheet in load_workbook(io.BytesIO(data)).worksheets}


@pytest.mark.need("N-EXPORT-1")
def test_every_sheet_prints_with_its_headings_and_keeps_them_in_sight(evidence: Evidence) -> None:
    sheets = opened(evidence)
    assert [*sheets] == ["Matriks", "Matriks saran kuat", "Ketentuan", "Temuan", "Tautan", "Celah",
                         "Celah yang dibenarkan", "Alasan", "Keterangan"]  # fmt: skip
    for name, sheet in sheets.items():
        if name != "Keterangan":
            assert sheet.freeze_panes in ("B2", "C2")
            assert sheet.print_title_rows == "$1:$1"
            assert sheet.print_area.endswith(str(sheet.max_row))
            assert sheet.auto_filter.ref
            assert sheet.column_dimensions["B"].width > 8
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0  # as many pages as it takes, one across
        assert "&P" in (sheet.oddFooter.center.text or "")


@pytest.mark.need("N-EXPORT-1")
def test_the_matrix_shows_pasal_below_their_headings_and_every_hole(evidence: Evidence) -> None:
    sheet = opened(evidence)["Matriks"]
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=2)}
    heading = next(row for name, row in rows.items() if "JARINGAN" in str(name))
    assert heading[0].font.bold
    assert rows["Pasal 2"][6].value.startswith("ada bukti")
    assert rows["Pasal 2"][2].value == 1
    states = {name: row[6].value for name, row in rows.items()}
    assert states["Pasal 1"] == "bukan norma"
    bare = replace(evidence, links=(), gaps={})
    sheet = opened(bare)["Matriks"]
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=2)}
    assert rows["Pasal 2"][6].value == "CELAH: tanpa bukti dan saran"
    assert rows["Pasal 2"][0].fill.fgColor.rgb != rows["Pasal 1"][0].fill.fgColor.rgb


@pytest.mark.need("N-EXPORT-1")
def test_justified_gaps_stand_apart_with_their_reason(evidence: Evidence) -> None:
    without = replace(evidence, links=())
    gaps = [line.cells[1] for line in TABLES["celah"](without).lines]
    apart = TABLES["celah-dibenarkan"](without).lines
    assert "Pasal 2 ayat (1)" in gaps
    assert "Pasal 3" not in gaps
    (line,) = apart
    assert line.cells[1] == "Pasal 3"
    assert "UU 25 Tahun 2009" in str(line.cells[4])


@pytest.mark.need("N-EXPORT-1")
def test_no_text_is_ever_a_formula(evidence: Evidence) -> None:
    sheets = opened(evidence)
    cells = [cell for sheet in sheets.values() for row in sheet.iter_rows() for cell in row]
    assert any(cell.value == f"{FORMULA}" for cell in cells)
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not any(cell.hyperlink for cell in cells)


@given(st.lists(st.text(max_size=40), min_size=1, max_size=4))
def test_a_workbook_holds_any_words(words: list[str]) -> None:
    table = Table("t", "T", "", [(f"K{n}", 9) for n, _ in enumerate(words)], [Line(words)])
    sheet = load_workbook(io.BytesIO(workbook([table], "".join(words)))).worksheets[0]
    for cell, one in zip(sheet[2], words, strict=True):
        assert cell.data_type in ("s", "n")
        assert len(str(cell.value or "")) >= len(one.strip()) * bool(one.strip()) * (
            cell.value is not None
        )


@pytest.mark.need("N-EXPORT-2")
def test_a_csv_opens_in_excel_and_runs_nothing(evidence: Evidence) -> None:
    data = separated(TABLES["tautan"](evidence))
    assert data.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert head[:2] == ["Ketentuan", "Bunyi ketentuan"]
    assert {len(row) for row in rows} == {len(head)}
    assert any(row[2] == f"'{FORMULA}" for row in rows)
    assert harmless(" @SUM(A1)") == "' @SUM(A1)"
    assert harmless(-3) == -3


def test_a_link_says_what_was_decided_and_where(evidence: Evidence) -> None:
    rows = [dict(zip([c for c, _ in t.columns], line.cells, strict=True))
            for t in [TABLES["tautan"](evidence)] for line in t.lines]  # fmt: skip
    accepted = [row for row in rows if row["Keputusan"] == "diterima"]
    assert [row["Rapat"] for row in accepted] == [
        "Rapat panitia & biro, 4 Mei 2026 (risalah: risalah 7)"
    ]
    assert "ditolak" in {row["Keputusan"] for row in rows}


def test_nothing_says_who_decided_or_what_was_remarked(evidence: Evidence) -> None:
    told = str([line.cells for table in tables_of(evidence) for line in table.lines])
    assert PRIVATE not in told
    assert "Biro Hukum" not in told


def test_the_same_evidence_gives_the_same_bytes(evidence: Evidence) -> None:
    assert workbook(tables_of(evidence), "A") == workbook(tables_of(evidence), "A")


@pytest.mark.need("N-EXPORT-1")
def test_no_table_is_too_wide_to_be_read_on_one_page_across(evidence: Evidence) -> None:
    for table in tables_of(evidence):
        if not table.upright:  # F4 lying holds some 155 characters of ten points
            assert sum(width for _, width in table.columns) < 250, table.name


def test_each_row_is_tall_enough_for_all_its_words_where_a_program_does_not_see_to_it() -> None:
    words = "Antrean loket masih panjang karena petugas kurang. " * 6
    table = Table("x", "X", "", [("Kutipan", 20), ("Kode", 10)],
                  [Line([words, "a"]), Line(["pendek", "b"])])  # fmt: skip
    sheet = load_workbook(io.BytesIO(workbook([table], "Judul")))["X"]
    long, short = (sheet.row_dimensions[row].height for row in (2, 3))
    assert short < 20
    assert long >= 12 * len(words) / 24


def test_a_table_without_rows_says_so() -> None:
    table = Table("x", "X", "", [("Kutipan", 20), ("Kode", 10)], [])
    sheet = load_workbook(io.BytesIO(workbook([table], "Judul")))["X"]
    assert sheet["A2"].value == "Tidak ada."
