"""telusur export: the ending decides, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from telusur.cli.export import _ORDERS, _TABLES, command
from telusur.handover import FORMATS, ORDERS, TABLES


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(command, arguments, obj=root)


@pytest.mark.parametrize(
    ("name", "begins", "told"),
    [
        ("a.xlsx", b"PK", "traceability matrix"),
        ("A.CSV", b"\xef\xbb\xbfKetentuan", "table"),
        ("a.docx", b"PK", "annex of evidence"),
        ("a.qdpx", b"PK", "project for coding software"),
    ],
)
def test_the_ending_decides(decided: Path, name: str, begins: bytes, told: str) -> None:
    file = decided / name
    result = run(decided, str(file))
    assert result.exit_code == 0, result.output
    assert file.read_bytes().startswith(begins)
    assert f"Wrote {file}: {told}, " in result.output
    again = decided / f"b{file.suffix}"
    assert run(decided, str(again)).exit_code == 0
    assert again.read_bytes() == file.read_bytes()


def test_an_unknown_ending_lists_what_there_is(decided: Path) -> None:
    told = run(decided, "a.doc")
    assert told.exit_code == 2
    assert all(ending in told.output for ending in FORMATS)


def test_nothing_is_written_over_unasked(decided: Path) -> None:
    file = decided / "a.xlsx"
    file.write_text("milik orang lain", encoding="utf-8")
    assert run(decided, str(file)).exit_code == 2
    assert file.read_text(encoding="utf-8") == "milik orang lain"
    assert run(decided, str(file), "--force").exit_code == 0


def test_options_go_with_the_formats_that_have_them(decided: Path) -> None:
    assert "--table" in run(decided, "a.xlsx", "--table", "temuan").output
    assert "--by" in run(decided, "a.csv", "--by", "place").output
    file = decided / "temuan.csv"
    assert run(decided, str(file), "--table", "temuan").exit_code == 0
    assert file.read_text(encoding="utf-8-sig").startswith("Kutipan temuan,")


def test_the_options_name_what_there_is() -> None:
    assert tuple(TABLES) == _TABLES
    assert tuple(ORDERS) == _ORDERS


def test_an_annex_without_quotes_says_why(workspace: Path, encoder: object) -> None:
    from support import built

    built(workspace)
    told = run(workspace, str(workspace / "a.docx"))
    assert "--suggested" in told.output
