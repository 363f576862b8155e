"""Commands, settings, tables and columns are documented as they are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    "page", ["commands.md", "data.md", "journal.md", "rules.md", "settings.md"]
)
def test_generated_pages_are_up_to_date(page: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cogapp", "--check", f"docs/{page}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"run `make docs`\n{done.stdout}{done.stderr}"


def test_the_drafting_teams_folders_hold_no_code() -> None:
    for folder in ("corpus", "extract", "draft"):
        assert not list((ROOT / folder).rglob("*.py"))
        assert (ROOT / folder / "README.md").is_file()
