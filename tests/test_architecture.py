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
    "review": {"draft", "extract", "link"},
    "workspace": {"extract"},
    "store": {"corpus", "extract", "draft", "link", "review"},
    "build": {"workspace", "corpus", "extract", "draft", "link", "review", "store"},
    "export": {"draft"},
    "exchange": {"corpus", "draft", "export"},
    "handover": {"corpus", "extract", "draft", "review", "store", "export"},
    "check": {"draft", "review", "store"},
    "search": {"store", "link", "extract"},
    "evaluate": {"store", "extract"},
    "publish": {"workspace", "store", "export", "handover", "extract", "link", "draft"},
    "browse": {"store", "draft", "search"},
    "plain": {"publish", "browse", "store", "link", "workspace"},
    "accounts": set(),
    "triage": {"store", "review"},
    "desk": {"link", "review", "store", "triage"},
    "team": {"accounts", "triage"},
    "baseline": {"draft", "store", "accounts"},
    "reviewing": {
        "accounts", "browse", "store", "draft", "link", "review", "triage", "extract", "desk",
        "team", "baseline",
    },
    "doctor": {"workspace", "store", "link"},
    "cli": {
        "workspace", "build", "review", "check", "draft", "export", "handover", "search",
        "evaluate", "publish", "browse", "plain", "store", "link", "exchange", "accounts",
        "reviewing", "triage", "desk", "team", "baseline", "corpus", "extract", "doctor",
    },
}  # fmt: skip
"""The rooms from the bottom up, each with those it may enter, beside what every room uses."""

FOR_ALL = {"doors", "errors", "files", "syntax", "validation", "words", "__version__"}

ROOMS = [SOURCE, *(path for path in sorted(SOURCE.rglob("*")) if (path / "__init__.py").is_file())]

ROOMS_OF_READING = (
    "model",
    "lean",
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
LISTS = {"browse/pages", "cli"}
"""Folders whose files are of one kind: a page, a command each."""

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
HEAVY += ("docx", "openpyxl", "xlsxwriter")


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


def test_the_rooms_of_reading_know_only_those_before_them() -> None:
    inside = {path.stem for path in (SOURCE / "extract").iterdir() if path.name[0] not in "_."}
    assert inside == set(ROOMS_OF_READING)
    for number, room in enumerate(ROOMS_OF_READING):
        folder = SOURCE / "extract" / room
        allowed = {*ROOMS_OF_READING[: number + 1]}
        for path in [*folder.rglob("*.py")] or [folder.with_suffix(".py")]:
            ours = [name.split(".") for name in imports_of(path) if ".extract." in name]
            assert {parts[2] for parts in ours} <= allowed, path


def test_no_floor_is_crowded() -> None:
    for folder in {path.parent for path in SOURCE.rglob("*.py")}:
        if folder.relative_to(SOURCE).as_posix() not in LISTS:
            assert len(list(folder.glob("*.py"))) <= MOST_ON_A_FLOOR, folder


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
        if path.relative_to(SOURCE).parts[0] != "store":
            words = path.read_text(encoding="utf-8")
            assert not any(verb in words for verb in ("INSERT INTO", "UPDATE ", "DELETE FROM")), (
                path
            )


def test_files_are_small_enough_to_hold_in_the_head() -> None:
    for path in SOURCE.rglob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 300, path


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
