"""Where the tests of pages find their browser, and what happens without one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support import ROOT
from tests import chromium

Program = Callable[[str, str], Path]


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """Put a program on a PATH that has nothing else; Playwright's own browser is not there."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "none"))
    (tmp_path / "bin").mkdir()

    def write(name: str, script: str) -> Path:
        path = tmp_path / "bin" / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)
        return path

    return write


@pytest.mark.parametrize("name", chromium.NAMES)
def test_chromium_is_found_by_any_of_its_names(program: Program, name: str) -> None:
    path = program(name, "echo Chromium 1.2.3")
    assert chromium.find() == str(path)


def test_a_stub_that_only_names_a_package_is_no_browser(program: Program) -> None:
    program("chromium", "echo 'snap install chromium' >&2; exit 1")
    path = program("google-chrome", "echo Google Chrome 1.2.3")
    assert chromium.find() == str(path)


def test_without_one_none_is_found(program: Program) -> None:
    assert chromium.find() is None


def test_root_gets_the_package_of_debian(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    packaged = tmp_path / "chromium"
    packaged.write_text("#!/bin/sh\necho Chromium 1\n", encoding="utf-8")
    packaged.chmod(0o755)
    program("apt-get", f"[ $1 = update ] || /bin/cp {packaged} {tmp_path}/bin")
    chromium.install()
    assert chromium.find() == str(tmp_path / "bin" / "chromium")


def test_others_get_the_one_of_playwright(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    program("apt-get", "exit 1")
    assert list(chromium._ways()) == [[sys.executable, "-m", "playwright", "install", "chromium"]]


@pytest.mark.parametrize(("ci", "status"), [("", 0), ("true", 1)])
def test_only_ci_fails_without_a_browser(
    program: Program, monkeypatch: pytest.MonkeyPatch, ci: str, status: int
) -> None:
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(chromium, "install", lambda: None)
    assert chromium.main() == status


@pytest.mark.usefixtures("program")
@pytest.mark.parametrize(("ci", "status", "word"), [("", 0, "skipped"), ("true", 1, "ERROR")])
def test_a_run_without_a_browser_says_in_its_last_line_what_was_skipped(
    monkeypatch: pytest.MonkeyPatch, ci: str, status: int, word: str
) -> None:
    monkeypatch.setenv("CI", ci)
    tests = ["tests/browse/test_matrix.py", "-k", "phone or matrix"]
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *tests]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stdout
    last = done.stdout.splitlines()[-1]
    if ci:
        assert word in done.stdout
    else:
        assert "test_matrix.py::test_headings_stay_in_sight_on_a_phone" in done.stdout
        assert last.startswith("1 tests of pages were skipped")
        assert "apt-get install chromium" in last
