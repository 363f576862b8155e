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

ROOMS_OF_READING = (
    "model",
    "attributes",
    "gazetteer",
    "lexicon",
    "language",
    "places",
    "sites",
    "people",
    "dates",
    "clauses",
    "judgement",
    "classifier",
    "findings",
    "pipeline",
    "reader",
)
"""The rooms and files of `extract/`, each of which knows only those before it."""

MOST_ON_A_FLOOR = 12
CROWDED = {"browse", "corpus", "draft", "link", "publish", "store"}
"""Folders with more files than that, still to be divided."""
LISTS = {"browse/pages", "cli", "draft/rules", "publish/rules"}
"""Folders whose files are of one kind: a page, a command, a rule each."""

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


@pytest.mark.parametrize("package", KNOWS)
def test_a_package_knows_only_those_before_it(package: str) -> None:
    allowed = KNOWS[package] | {package, "errors", "validation", "__version__"}
    for path in (SOURCE / package).rglob("*.py"):
        assert {name.split(".")[1] for name in imports_of(path)} <= allowed, path


def modules() -> dict[str, Path]:
    """Every module of telusur, by its name."""
    return {
        ".".join(("telusur", *path.relative_to(SOURCE).with_suffix("").parts)).removesuffix(
            ".__init__"
        ): path
        for path in SOURCE.rglob("*.py")
    }


def test_the_rooms_of_reading_know_only_those_before_them() -> None:
    inside = {path.stem for path in (SOURCE / "extract").iterdir() if path.name[0] not in "_."}
    assert inside == set(ROOMS_OF_READING)
    for number, room in enumerate(ROOMS_OF_READING):
        folder = SOURCE / "extract" / room
        allowed = {*ROOMS_OF_READING[: number + 1]}
        for path in [*folder.rglob("*.py")] or [folder.with_suffix(".py")]:
            ours = [name.split(".") for name in imports_of(path) if ".extract." in name]
            assert {parts[2] for parts in ours} <= allowed, path


def test_no_imports_run_in_a_circle() -> None:
    known = modules()
    graph = {
        name: {
            ".".join(parts[:length])
            for found in imports_of(path)
            for parts in [found.split(".")]
            for length in range(2, len(parts) + 1)
        }
        & (known.keys() - {name})
        for name, path in known.items()
    }
    # A package's own __init__ gathers what lies below it, and is no step of a circle.
    packages = {name for name, path in known.items() if path.name == "__init__.py"}
    steps = {name: graph[name] - packages for name in known.keys() - packages}
    assert list(TopologicalSorter(steps).static_order())


def test_no_floor_is_crowded() -> None:
    for folder in {path.parent for path in SOURCE.rglob("*.py")}:
        if folder.relative_to(SOURCE).as_posix() not in CROWDED | LISTS:
            assert len(list(folder.glob("*.py"))) <= MOST_ON_A_FLOOR, folder


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
