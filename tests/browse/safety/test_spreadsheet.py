"""Datasette's own CSV is harmless in a spreadsheet, and otherwise as it was."""

from __future__ import annotations

import csv
import io
import sqlite3
from pathlib import Path

import pytest
from browse_visits import ask
from hypothesis import example, given
from hypothesis import strategies as st
from support import ROOT

from telusur.browse.safety.spreadsheet import _Records
from telusur.browse.serving.serve import make_browser

CELLS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.sampled_from(
        ['=cmd|"x"!A1', "-2.5", "+62 812", "@a", "\t=1", "\r\n", '"', "a\r\nb", "＝1", ""]
    ),
)
TABLES = st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=6)


def written(rows: list[list[str]]) -> bytes:
    file = io.StringIO()
    csv.writer(file).writerows(rows)
    return file.getvalue().encode()


@given(TABLES, st.lists(st.integers(0, 200), max_size=8))
@example([["0", "0000"], ["=", ""]], [7])  # cut within the end of a line
def test_cells_that_begin_a_formula_get_a_quote_and_others_stay(
    rows: list[list[str]], cuts: list[int]
) -> None:
    whole, records = written(rows), _Records()
    ends = [*sorted(min(cut, len(whole)) for cut in cuts), len(whole)]
    pieces = [whole[a:b] for a, b in zip([0, *ends[:-1]], ends, strict=True)]
    told = b"".join(records.take(piece, last=False) for piece in pieces)
    told += records.take(b"", last=True)
    read = list(csv.reader(io.StringIO(told.decode(), newline="")))
    assert len(read) == len(rows)
    for row, cells in zip(rows, read, strict=True):
        for cell, mended in zip(row, cells, strict=True):
            assert mended in (cell, f"'{cell}")
            assert mended[:1] not in ("=", "@", "\t", "\r", "＝")
            assert mended[:1] not in ("+", "-") or mended.removeprefix("-").isprintable()


@pytest.fixture
def risky(tmp_path: Path, database: Path) -> Path:
    path = tmp_path / "evidence.db"
    with sqlite3.connect(database) as known, sqlite3.connect(path) as copy:
        known.backup(copy)
        copy.execute("UPDATE findings SET quote = '=cmd|calc, blangko \"habis\"' WHERE id = 'f-1'")
        copy.execute("UPDATE documents SET source = char(9) || '=1' WHERE id = 'kunjungan'")
        copy.commit()
    known.close()
    copy.close()
    return path


@pytest.mark.parametrize("how", ["", "?_dl=1", "?_stream=on&_dl=1", "?_size=10", "?_labels=on"])
def test_no_formula_leaves_by_the_csv_of_a_table(risky: Path, how: str) -> None:
    browser = make_browser(ROOT / "datasette_metadata.yml", risky)
    told = ask(browser, f"/evidence/findings.csv{how}").text
    head, *rows = csv.reader(io.StringIO(told, newline=""))
    quotes = {row[head.index("id")]: row[head.index("quote")] for row in rows}
    assert quotes["f-1"] == '\'=cmd|calc, blangko "habis"'
    assert all(row[head.index("start")].isdigit() for row in rows)


def test_no_formula_leaves_by_the_csv_of_a_question(risky: Path) -> None:
    browser = make_browser(ROOT / "datasette_metadata.yml", risky)
    told = ask(browser, "/evidence.csv", params={"sql": "select '=1+1' as \"=a\", -2.5, '-x'"}).text
    assert told == "'=a,-2.5,'-x'\r\n'=1+1,-2.5,'-x\r\n"


def test_coordinates_stay_numbers(risky: Path) -> None:
    browser = make_browser(ROOT / "datasette_metadata.yml", risky)
    assert ",-2.0,104.0" in ask(browser, "/evidence/places.csv").text
