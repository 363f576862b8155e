"""telusur draft export: writes whole files, and never over one unasked."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from export.conftest import NUMBERED

from telusur.cli.draft.export import command
from telusur.files import replace


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "telusur.toml").write_text("", encoding="utf-8")
    (tmp_path / "draft").mkdir()
    (tmp_path / "draft" / "naskah.md").write_text(NUMBERED, encoding="utf-8")
    return tmp_path


def run(workspace: Path, *arguments: str) -> Result:
    return CliRunner().invoke(command, arguments, obj=workspace)


@pytest.mark.parametrize(
    ("name", "begins", "told"),
    [
        ("a.docx", b"PK", "Word"),
        ("A.HTML", b"<!DOCTYPE", "HTML"),
        ("a.xml", b"<?xml", "Akoma Ntoso"),
    ],
)
def test_the_ending_decides(workspace: Path, name: str, begins: bytes, told: str) -> None:
    file = workspace / name
    result = run(workspace, str(file))
    assert result.exit_code == 0
    assert file.read_bytes().startswith(begins)
    assert result.output.startswith(f"Wrote {file}: {told}, 7 Pasal, ")


def test_a_file_is_replaced_only_when_asked(workspace: Path) -> None:
    file = workspace / "a.html"
    file.write_text("milik orang lain", encoding="utf-8")
    result = run(workspace, str(file))
    assert result.exit_code == 2
    assert "--force" in result.output
    assert file.read_text(encoding="utf-8") == "milik orang lain"
    assert run(workspace, str(file), "--force").exit_code == 0
    assert file.read_text(encoding="utf-8").startswith("<!DOCTYPE")


def test_an_unknown_ending_and_an_empty_draft_are_told(workspace: Path) -> None:
    assert ".docx, .html, .xml" in run(workspace, str(workspace / "a.pdf")).output
    (workspace / "draft" / "naskah.md").write_text("Belum ada.", encoding="utf-8")
    assert "no Pasal" in run(workspace, str(workspace / "a.xml")).output
    assert not (workspace / "a.xml").exists()


def test_a_folder_that_is_missing_is_named(workspace: Path) -> None:
    result = run(workspace, str(workspace / "belum-ada" / "a.html"))
    assert result.exit_code == 2
    assert f"{workspace / 'belum-ada'}: this folder is not there" in result.output


def test_a_file_that_cannot_be_written_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.html"
    file.write_bytes(b"lama")

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "disk full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        replace(file, b"baru")
    assert [each.name for each in tmp_path.iterdir()] == ["a.html"]
    assert file.read_bytes() == b"lama"
