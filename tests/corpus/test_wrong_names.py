"""Files that are empty, or another kind than their names say: named, each with what to do."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import openpyxl
import pytest

from telusur.corpus import Document
from telusur.corpus.folder import REPORT_SUFFIXES
from telusur.corpus.formats import READERS
from telusur.errors import UnreadableFile

Reader = Callable[..., Document]


def told(read: Reader, name: str, data: bytes) -> str:
    with pytest.raises(UnreadableFile) as error:
        read(name, data)
    (problem,) = error.value.problems
    return f"{problem.what}. {problem.remedy}."


def word() -> bytes:
    document, made = docx.Document(), io.BytesIO()
    document.add_paragraph("Antrean panjang.")
    document.save(made)
    return made.getvalue()


def sheet() -> bytes:
    book, made = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["Antrean panjang"])
    book.save(made)
    return made.getvalue()


def test_what_is_taken_for_a_report_can_be_read() -> None:
    assert READERS.keys() == REPORT_SUFFIXES


@pytest.mark.parametrize("suffix", sorted(READERS))
def test_an_empty_file_is_named_as_such_whatever_it_is_called(read: Reader, suffix: str) -> None:
    assert "it is empty" in told(read, f"a{suffix}", b"")


@pytest.mark.parametrize(
    "suffix", [".doc", ".xlsx", ".pptx", ".odt", ".pdf", ".txt", ".eml", ".csv", ".jpg"]
)
def test_a_word_file_of_another_name_is_told_with_the_right_one(read: Reader, suffix: str) -> None:
    assert "is a `.docx` file. Give it the suffix .docx." in told(read, f"a{suffix}", word())


def test_a_workbook_that_is_called_a_word_file_is_told(read: Reader) -> None:
    assert "is a `.xlsx` file" in told(read, "a.docx", sheet())


def test_files_of_one_kind_go_by_each_of_its_names(read: Reader) -> None:
    assert "Antrean" in read("a.docm", word()).text
    assert "Antrean" in read("a.xlsm", sheet()).text


@pytest.mark.parametrize("suffix", [".txt", ".csv", ".xls"])
def test_a_web_page_saved_under_another_name_is_read_as_one(read: Reader, suffix: str) -> None:
    page = b"<html><body><p>Antrean loket panjang.</p></body></html>"
    assert read(f"a{suffix}", page).text.strip() == "Antrean loket panjang."


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".docx", ".pdf", ".msg"])
def test_what_is_told_of_a_damaged_file_is_for_people(read: Reader, suffix: str) -> None:
    assert " at 0x" not in told(read, f"a{suffix}", b"x")


def test_a_report_without_a_title_is_called_as_its_file_without_the_suffix(read: Reader) -> None:
    """The name of the file itself is a path, which a published bundle never shows."""
    assert read("aduan loket.csv", "No;Kendala\n1;Antrean panjang\n").title == "aduan loket"
