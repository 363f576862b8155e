"""Data flows one way: a package knows those before it, and none of those after it."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "telusur"

KNOWS: dict[str, set[str]] = {
    "corpus": set(),
    "extract": {"corpus"},
    "draft": set(),
    "link": {"extract"},
    "review": {"draft"},
    "export": {"draft"},
    "check": {"draft", "store"},
    "store": {"corpus", "extract", "draft", "link", "review"},
    "search": {"store", "link", "extract"},
    "publish": {"workspace", "store", "export", "extract", "link", "draft"},
    "evaluate": {"store", "extract"},
    "browse": {"store", "draft", "search"},
}
"""Beside errors, validation and the package itself."""

ROOMS = [SOURCE, *(path for path in sorted(SOURCE.rglob("*")) if (path / "__init__.py").is_file())]
SMALL_ROOMS = ("draft", "link")
"""Packages without a floor of more than about ten files."""

HEAVY = ("torch", "sentence_transformers", "spacy", "datasette", "markitdown", "numpy", "lokal")
HEAVY += ("docx", "openpyxl")


def imports_of(path: Path) -> Iterator[str]:
    """The modules of telusur that a file imports, at its top or inside a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        yield from (name for name in names if name.startswith("telusur."))


@pytest.mark.need("N-HOUSE-3")
@pytest.mark.parametrize("package", KNOWS)
def test_a_package_knows_only_those_before_it(package: str) -> None:
    allowed = KNOWS[package] | {package, "errors", "validation", "__version__"}
    for path in (SOURCE / package).rglob("*.py"):
        assert {name.split(".")[1] for name in imports_of(path)} <= allowed, path


def room_of(name: str, folder: Path) -> str | None:
    """Which file or folder right below `folder` a module of telusur stands in."""
    above = ["telusur", *folder.relative_to(SOURCE).parts]
    parts = name.split(".")
    if parts[: len(above)] != above or len(parts) == len(above):
        return None
    room = parts[len(above)]
    return room if (folder / room).is_dir() or (folder / f"{room}.py").is_file() else None


@pytest.mark.need("N-HOUSE-3")
@pytest.mark.parametrize("folder", ROOMS, ids=lambda folder: folder.relative_to(SOURCE).as_posix())
def test_no_two_rooms_know_each_other(folder: Path) -> None:
    """Of any two files or folders beside each other, however far apart, one comes first."""
    knows: dict[str, set[str]] = {}
    for path in folder.rglob("*.py"):
        room = path.relative_to(folder).parts[0].removesuffix(".py")
        if room != "__init__":
            others = {room_of(name, folder) for name in imports_of(path)} - {room, None}
            knows.setdefault(room, set()).update(filter(None, others))
    TopologicalSorter(knows).prepare()  # raises CycleError, which names the circle


@pytest.mark.parametrize("package", SMALL_ROOMS)
def test_no_room_has_more_than_about_ten_files_on_one_floor(package: str) -> None:
    for folder in {path.parent for path in (SOURCE / package).rglob("*.py")}:
        files = [path for path in folder.glob("*.py") if path.name != "__init__.py"]
        assert len(files) <= 10, folder


def test_only_the_check_command_knows_the_check() -> None:
    """It runs rules that a workspace brings along: nothing else may."""
    knowing = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if any(name.startswith("telusur.check.") for name in imports_of(path))
    }
    assert {name for name in knowing if not name.startswith("check/")} == {"cli/check.py"}


def test_only_the_store_writes_sql_to_disk() -> None:
    for path in SOURCE.rglob("*.py"):
        if path.parent.name != "store":
            words = path.read_text(encoding="utf-8")
            assert not any(verb in words for verb in ("INSERT INTO", "UPDATE ", "DELETE FROM")), (
                path
            )


def test_files_are_small_enough_to_hold_in_the_head() -> None:
    for path in SOURCE.rglob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 400, path


@pytest.mark.need("N-HOUSE-1")
def test_help_loads_nothing_heavy() -> None:
    program = (
        "import sys, telusur.cli\n"
        "telusur.cli.commands(['--help'], standalone_mode=False)\n"
        f"print(*[name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stderr.split() == []
