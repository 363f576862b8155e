"""Tables as files: whole, in order, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import openpyxl
import pytest
from browse_visits import ask
from hypothesis import given, settings
from hypothesis import strategies as st

from telusur.browse.writing.download import FORMATS, Linked, Table, download, harmless
from telusur.browse.writing.language import Language

if TYPE_CHECKING:
    from datasette.app import Datasette

INDONESIAN = Language("id")
DANGEROUS = ("=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "＝1", "＠x")


def csv_of(*rows: tuple[object, ...]) -> list[list[str]]:
    table = Table("evidence", ("quote", "score"), rows)
    body = download([table], "csv", None, INDONESIAN, "")
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig"))))


def sheet_of(*rows: tuple[object, ...]) -> list[tuple[object, ...]]:
    table = Table("evidence", ("quote", "score"), rows)
    body = download([table], "xlsx", None, INDONESIAN, "")
    return list(openpyxl.load_workbook(io.BytesIO(body)).active.iter_rows())


@pytest.mark.need("N-BROWSE-7")
@pytest.mark.parametrize("text", DANGEROUS)
def test_no_text_becomes_a_formula(text: str) -> None:
    assert csv_of((text, -1))[1] == ["'" + text, "-1"]
    cell, number = sheet_of((text, -1))[1]
    assert (cell.data_type, number.value) == ("s", -1)


@given(st.text())
def test_harmless_text_is_left_alone_and_nothing_is_lost(text: str) -> None:
    assert harmless(text).endswith(text)
    assert not harmless(text).lstrip().startswith(("=", "+", "-", "@"))


@settings(max_examples=20)
@given(st.text(max_size=50))
def test_any_text_fits_in_a_workbook(text: str) -> None:
    sheet_of((text, None))


def test_a_link_is_its_text_and_nothing_stays_empty() -> None:
    assert csv_of((Linked("Pasal 7", "/naskah/x"), None))[1] == ["Pasal 7", ""]
    assert csv_of()[0] == ["Kutipan", "Nilai"]


@pytest.mark.need("N-BROWSE-7")
@pytest.mark.parametrize("format_", FORMATS)
def test_a_page_gives_its_table_in_each_format(browser: Datasette, format_: str) -> None:
    answer = ask(browser, f"/naskah/antrean?_unduh={format_}")
    assert answer.headers["content-type"].split(";")[0] == FORMATS[format_].split(";")[0]
    assert answer.headers["content-disposition"].endswith(f'telusur-evidence.{format_}"')


def test_json_has_all_tables_by_name(browser: Datasette) -> None:
    told = ask(browser, "/tempat/01?_unduh=json").json()
    assert set(told["tables"]) == {"evidence", "clauses", "challenges"}
    assert told["address"].endswith("/tempat/01")
    assert {row["finding"] for row in told["tables"]["evidence"]} == {"f-1", "f-2"}


def test_csv_has_the_table_asked_for_in_the_language_asked_for(browser: Datasette) -> None:
    answer = ask(browser, "/tempat/01?_unduh=csv&_tabel=challenges&bahasa=en")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0] == ["Challenge", "Findings", "Accepted", "Unanswered"]
    assert rows[1][0] == "Connectivity"


def test_an_unknown_format_or_table_is_passed_over(browser: Datasette) -> None:
    assert "<h1>" in ask(browser, "/laporan?_unduh=exe").text
    answer = ask(browser, "/laporan?_unduh=csv&_tabel=../../etc/passwd")
    assert answer.headers["content-disposition"] == 'attachment; filename="telusur-reports.csv"'
