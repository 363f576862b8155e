"""Tests fail only when something is wrong: none looks at a clock. And what git tracks is no
accident."""

from __future__ import annotations

import ast
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import ROOT

TESTS = ROOT / "tests"
MAY_WAIT = {TESTS / "waiting.py"}
CLOCKS = {"time", "timeit"}
LIMITS = {"timeout", "deadline"}

MOST = 1_000_000
"""Bytes of a file that is no accident."""
WEIGHTS = "*.npz"
"""They are shipped, and may be larger."""
DATABASES = {".db", ".sqlite", ".sqlite3", ".db-wal", ".db-shm", ".duckdb"}


def clocks(source: str) -> Iterator[str]:
    """What in a test looks at a clock: an import of one, or a limit in seconds of its own."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                yield from (one.name for one in names if one.name.split(".")[0] in CLOCKS)
            case ast.ImportFrom(module=str(module)) if module.split(".")[0] in CLOCKS:
                yield module
            case ast.keyword(arg=str(arg), value=value) if arg in LIMITS:
                if "PATIENCE" not in (told := ast.unparse(value)) and told != "None":
                    yield f"{arg}={told}"


@pytest.mark.parametrize(
    "source",
    [
        "import time",
        "from time import perf_counter",
        "import timeit as t",
        "process.wait(timeout=5)",
        "settings(deadline=200)",
    ],
)
def test_a_clock_is_told(source: str) -> None:
    assert list(clocks(source))


def test_no_test_looks_at_a_clock() -> None:
    for path in set(TESTS.rglob("*.py")) - MAY_WAIT:
        assert list(clocks(path.read_text(encoding="utf-8"))) == [], path


@pytest.mark.skipif(
    not (ROOT / ".git").exists() or shutil.which("git") is None, reason="not a checkout of git"
)
def test_git_tracks_no_database_and_nothing_large_but_the_weights() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    for name in filter(None, listed.stdout.decode().split("\0")):
        path = ROOT / name
        assert path.suffix not in DATABASES, name
        if path.is_file():  # and not deleted since
            with path.open("rb") as file:
                head = file.read(16)
            assert not head.startswith(b"SQLite format 3"), name
            assert path.stat().st_size <= MOST or Path(name).match(WEIGHTS), name
