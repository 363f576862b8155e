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
    "review": {"draft", "link"},
    "workspace": {"extract"},
    "store": {"corpus", "extract", "draft", "link", "review"},
    "build": {"workspace", "corpus", "extract", "draft", "link", "review", "store"},
    "export": {"draft"},
    "check": {"draft", "review", "store"},
    "search": {"store", "link", "extract"},
    "evaluate": {"store", "extract"},
    "publish": {"workspace", "store", "export", "extract", "link", "draft"},
    "browse": {"store", "draft", "search"},
    "accounts": set(),
    "triage": {"store", "review"},
    "desk": {"review", "store", "triage"},
    "team": {"accounts", "triage"},
    "baseline": {"draft", "store"},
    "reviewing": {
        "accounts", "browse", "store", "draft", "review", "triage", "extract", "desk", "team",
        "baseline",
    },
    "cli": {
        "workspace", "build", "review", "check", "draft", "export", "search", "evaluate",
        "publish", "browse", "store", "link", "accounts", "reviewing", "triage", "desk", "team",
        "baseline",
    },
}  # fmt: skip
"""The rooms from the bottom up, each with those it may enter, beside what every room uses."""

FOR_ALL = {"errors", "validation", "__version__"}

HEAVY = (
    "torch",
    "sentence_transformers",
    "spacy",
    "datasette",
    "markitdown",
    "numpy",
    "lokal",
    "argon2",
)
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
    allowed = KNOWS[package] | FOR_ALL | {package}
    for path in (SOURCE / package).rglob("*.py"):
        assert {name.split(".")[1] for name in imports_of(path)} <= allowed, path


def test_the_rooms_stand_in_an_order_in_which_nothing_looks_up() -> None:
    rooms = list(KNOWS)
    for place, room in enumerate(rooms):
        assert KNOWS[room] <= set(rooms[:place]), room


def test_every_folder_is_a_room_and_only_what_all_use_stands_outside() -> None:
    folders = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    assert folders == set(KNOWS)
    files = {path.stem for path in SOURCE.glob("*.py")} - {"__init__"}
    assert files == FOR_ALL - {"__version__"}
    for path in SOURCE.glob("*.py"):
        assert {name.split(".")[1] for name in imports_of(path)} <= FOR_ALL, path


def test_no_file_imports_itself_by_way_of_others() -> None:
    graph = {module: sorted(_modules_it_needs(path)) for module, path in _modules().items()}
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the way round


def _modules() -> dict[str, Path]:
    """All files by the name of their module, but for doors (`__init__`), which only pass on."""
    return {
        ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts): path
        for path in SOURCE.rglob("*.py")
        if path.name != "__init__.py"
    }


def _modules_it_needs(path: Path) -> set[str]:
    """The modules that a file imports by their own names: `telusur.a.b` for `telusur.a.b.name`."""
    known = _modules()
    named = imports_of(path)
    return {one for name in named for one in (name, name.rpartition(".")[0]) if one in known}


def test_only_the_store_writes_sql_to_disk() -> None:
    for path in SOURCE.rglob("*.py"):
        if path.parent.name != "store":
            words = path.read_text(encoding="utf-8")
            assert not any(verb in words for verb in ("INSERT INTO", "UPDATE ", "DELETE FROM")), (
                path
            )


def test_files_are_small_enough_to_hold_in_the_head() -> None:
    for path in SOURCE.rglob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 300, path


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
