"""Data flows one way: a package knows those before it, and none of those after it."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
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
    "accounts": set(),
    "reviewing": {"accounts", "browse", "store", "draft", "review"},
}
"""Beside errors, validation and the package itself."""

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
    allowed = KNOWS[package] | {package, "errors", "validation", "__version__"}
    for path in (SOURCE / package).rglob("*.py"):
        assert {name.split(".")[1] for name in imports_of(path)} <= allowed, path


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
