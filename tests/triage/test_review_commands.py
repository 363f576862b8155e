"""The queue in the terminal and as a spreadsheet."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from support import CheapEncoder, built

from telusur.cli import commands
from telusur.review import read_journal


@pytest.fixture
def reviewed(workspace: Path, encoder: CheapEncoder) -> Path:
    """A workspace with suggestions that await a decision."""
    built(workspace)
    return workspace


def review(root: Path, *words: str, keys: str = "") -> Result:
    with ThreadPoolExecutor(1) as other:  # this thread may have Playwright's own loop running
        line = ["-w", str(root), "review", *words]
        return other.submit(CliRunner().invoke, commands, line, input=keys).result()


def waiting(root: Path) -> list[str]:
    with sqlite3.connect(root / "evidence.db") as db:
        sql = "SELECT finding_id || '~' || clause_id FROM review_queue"
        return [one for (one,) in db.execute(f"{sql} ORDER BY doubt, finding_id, clause_id")]


def said(root: Path) -> list[tuple[str, str]]:
    entries = read_journal(root / "draft" / "review.jsonl").entries
    return [(one.decision.decision, one.decision.by) for one in entries]


def filled(root: Path, **cells: str) -> Path:
    """A sheet of the queue, with some cells written over: `A2="setuju"`."""
    path = root / "antrean.xlsx"
    assert review(root, "export", str(path)).exit_code == 0
    book = openpyxl.load_workbook(path)
    for name, value in cells.items():
        book.worksheets[0][name] = value
    book.save(path)
    return path


def test_the_queue_is_walked_with_the_keys_of_the_browser(reviewed: Path) -> None:
    first, second, third, *_ = waiting(reviewed)
    result = review(reviewed, "--by", "Sari", keys="stlq")
    assert result.exit_code == 0, result.output
    assert "2 decided" in result.output
    assert "Does this finding support this clause?" in result.output
    assert said(reviewed) == [("accept", "Sari"), ("reject", "Sari")]
    assert first not in waiting(reviewed)
    assert second not in waiting(reviewed)
    assert waiting(reviewed)[0] == third


def test_undo_reason_and_doubt_are_written_down_too(reviewed: Path) -> None:
    first = waiting(reviewed)[0]
    result = review(reviewed, "--by", "Sari", keys="atidak jelas\nsurBenarkah?\nq")
    assert result.exit_code == 0, result.output
    entries = read_journal(reviewed / "draft" / "review.jsonl").entries
    assert [one.decision.decision for one in entries] == ["accept", "undo", "unsure"]
    assert entries[0].decision.note == "tidak jelas"
    assert getattr(entries[2].decision, "question", "") == "Benarkah?"
    assert first in waiting(reviewed)


def test_what_is_skipped_comes_back_at_the_end(reviewed: Path) -> None:
    count = len(waiting(reviewed))
    result = review(reviewed, "--by", "Sari", keys="l" + "s" * count)
    assert "These are the ones that you skipped." in result.output
    assert "Nothing awaits a decision any more." in result.output
    assert len(said(reviewed)) == count


def test_a_part_of_the_queue_is_asked_for(reviewed: Path) -> None:
    result = review(reviewed, "--kind", "kelebihan", "--order", "clause", keys="q")
    assert "Finding (kelebihan)" in result.output
    assert "Nothing awaits" in review(reviewed, "--kind", "tiada", keys="q").output


def test_a_sheet_has_a_list_to_choose_from_and_only_open_cells_to_write_in(
    reviewed: Path,
) -> None:
    path = filled(reviewed)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert sheet.max_row == len(waiting(reviewed)) + 1
    (choice,) = sheet.data_validations.dataValidation
    assert choice.formula1 == '"setuju,tolak,ragu"'
    assert sheet.protection.sheet
    assert [sheet.cell(2, column).protection.locked for column in (1, 3, 4)] == [
        False, False, True,
    ]  # fmt: skip
    assert "Jaringan internet" in " ".join(str(sheet.cell(row, 4).value) for row in range(2, 9))


def test_what_was_filled_in_is_taken_once(reviewed: Path) -> None:
    path = filled(reviewed, A2="setuju", B2="cocok", A3=" Tolak ", A4="ragu", C4="Benar?")
    assert review(reviewed, "import", str(path), "--by", "Rina", "--dry-run").exit_code == 0
    assert said(reviewed) == []
    result = review(reviewed, "import", str(path), "--by", "Rina")
    assert result.exit_code == 0, result.output
    assert "3 decisions taken, 0 rows not taken." in result.output
    again = review(reviewed, "import", str(path), "--by", "Rina")
    assert again.exit_code == 0
    assert "0 decisions taken, 3 had been taken before" in again.output
    assert said(reviewed) == [("accept", "Rina"), ("reject", "Rina"), ("unsure", "Rina")]
    assert read_journal(reviewed / "draft" / "review.jsonl").entries[0].decision.note == "cocok"


@pytest.mark.parametrize(
    ("cells", "row", "why"),
    [
        ({"A3": "mungkin"}, 3, "is no decision"),
        ({"A3": "setuju", "N3": "x"}, 3, "the code is missing or changed"),
        ({"A3": "setuju", "N3": ""}, 3, "the code is missing or changed"),
        ({"A3": "setuju", "N3": "f1~tiada"}, 3, "no longer there"),
        ({"A3": "setuju", "O3": "0" * 12}, 3, "says something else since"),
        ({"A3": "=1+1"}, 3, ""),
        ({"A3": "x" * 40_000}, 3, "is no decision"),
    ],
)
def test_rows_that_do_not_fit_are_named_and_the_rest_is_taken(
    reviewed: Path, cells: dict[str, str], row: int, why: str
) -> None:
    path = filled(reviewed, A2="setuju", **cells)
    result = review(reviewed, "import", str(path), "--by", "Rina")
    assert said(reviewed) == [("accept", "Rina")]
    if why:
        assert result.exit_code == 1
        assert f"{path}:{row}: " in result.stderr
        assert why in result.stderr


def test_a_row_twice_is_taken_once_and_told(reviewed: Path) -> None:
    path = filled(reviewed, A2="setuju", A3="tolak")
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    for column in ("N", "O"):
        sheet[f"{column}3"] = sheet[f"{column}2"].value
    book.save(path)
    result = review(reviewed, "import", str(path), "--by", "Rina")
    assert "row 2 is about the same link" in result.stderr
    assert said(reviewed) == [("accept", "Rina")]


def test_what_somebody_else_decided_meanwhile_is_not_overwritten(reviewed: Path) -> None:
    path = filled(reviewed, A2="setuju")
    assert review(reviewed, "--by", "Sari", keys="tq").exit_code == 0
    result = review(reviewed, "import", str(path), "--by", "Rina")
    assert result.exit_code == 1
    assert "Sari decided on" in result.stderr
    assert said(reviewed) == [("reject", "Sari")]


def test_sorted_and_deleted_rows_and_moved_columns_do_no_harm(reviewed: Path) -> None:
    path = filled(reviewed, A5="setuju")
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    pair = sheet["N5"].value
    sheet.delete_rows(2, 2)
    sheet.move_range(f"A1:O{sheet.max_row}", cols=2)
    book.save(path)
    assert review(reviewed, "import", str(path), "--by", "Rina").exit_code == 0
    assert pair not in waiting(reviewed)


@pytest.mark.parametrize("content", [b"", b"bukan lembar", b"PK\x03\x04rusak"])
def test_a_file_that_is_no_sheet_is_told(reviewed: Path, content: bytes) -> None:
    path = reviewed / "rusak.xlsx"
    path.write_bytes(content)
    result = review(reviewed, "import", str(path), "--by", "Rina")
    assert result.exit_code == 1
    assert "no spreadsheet that can be read" in str(result.exception)


@pytest.mark.parametrize(("column", "heading"), [(1, "Keputusan"), (14, "Kode"), (15, "Sidik")])
def test_a_column_that_is_gone_is_named_and_nothing_is_taken(
    reviewed: Path, column: int, heading: str
) -> None:
    path = filled(reviewed, A2="setuju")
    book = openpyxl.load_workbook(path)
    book.worksheets[0].delete_cols(column)
    book.save(path)
    result = review(reviewed, "import", str(path), "--by", "Rina")
    assert result.exit_code != 0
    assert f"row 1 lacks the column “{heading}”" in str(result.exception)
    assert said(reviewed) == []


def test_columns_that_only_explain_may_be_gone(reviewed: Path) -> None:
    path = filled(reviewed, A2="setuju", A3="tolak", N3="f1~tiada")
    book = openpyxl.load_workbook(path)
    for column in (13, 8, 2):  # why, kind, reason
        book.worksheets[0].delete_cols(column)
    book.save(path)
    result = review(reviewed, "import", str(path), "--by", "Rina")
    assert f"{path}:3: " in result.stderr
    assert said(reviewed) == [("accept", "Rina")]


def test_another_sheet_is_told(reviewed: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Nama", "Nilai"])
    path = reviewed / "lain.xlsx"
    book.save(path)
    result = review(reviewed, "import", str(path), "--by", "Rina")
    assert "lacks the column “Keputusan”" in str(result.exception)


def test_what_reports_say_is_never_a_formula(workspace: Path, encoder: CheapEncoder) -> None:
    note = workspace / "corpus" / "palembang.md"
    note.write_text(
        note.read_text().replace("- Jaringan", '- =HYPERLINK("http://x"; "Jaringan") internet'),
        encoding="utf-8",
    )
    built(workspace)
    path = filled(workspace)
    for row in openpyxl.load_workbook(path).worksheets[0].iter_rows():
        assert all(cell.data_type != "f" for cell in row)
