"""Commands, settings, tables and columns are documented as they are."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from telusur.extract.pipeline import COMPONENTS

ROOT = Path(__file__).parents[1]


@pytest.mark.need("N-HOUSE-4")
@pytest.mark.parametrize(
    "page",
    [
        "commands.md",
        "data.md",
        "exporting.md",
        "id/perintah.md",
        "journal.md",
        "reading.md",
        "rules.md",
        "scale.md",
        "settings.md",
    ],
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


@pytest.mark.need("N-HOUSE-5")
def test_the_drafting_teams_folders_hold_no_code() -> None:
    for folder in ("corpus", "extract", "draft"):
        assert not list((ROOT / folder).rglob("*.py"))
        assert (ROOT / folder / "README.md").is_file()


def test_the_way_of_a_report_names_what_stands_in_each_room() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    way = page.split("## The way of a report")[1].split("\n## ")[0]
    steps = re.findall(r"^\d+\. `([\w/.]+)`: (.*(?:\n   .*)*)", way, re.MULTILINE)
    rooms = [room.rstrip("/") for room, _ in steps if room.endswith("/")]
    assert tuple(rooms) == COMPONENTS
    extract = ROOT / "src" / "telusur" / "extract"
    everything = "\n".join(path.read_text(encoding="utf-8") for path in extract.rglob("*.py"))
    for room, said in steps:
        for name in re.findall(r"`([\w.]+)`", said):
            assert re.search(
                rf"\b(?:def|class) {name.split('.')[-1]}\b|^{name}\b", everything, re.M
            ), (
                room,
                name,
            )


def test_the_guides_name_files_and_rooms_that_are_there() -> None:
    source = ROOT / "src" / "telusur"
    rooms = "|".join(path.name for path in source.iterdir() if path.is_dir())
    pages = [*(ROOT / "docs").rglob("*.md"), ROOT / "CONTRIBUTING.md"]
    named = {
        (page.name, file)
        for page in pages
        for file in re.findall(
            rf"`(?:src/telusur/)?((?:{rooms})/[\w/]+(?:\.py|/))`", page.read_text(encoding="utf-8")
        )
    }
    assert len(named) > 20
    there = {one for one in named if (source / one[1]).exists() or (ROOT / one[1]).exists()}
    assert named - there == set()
