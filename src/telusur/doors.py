"""Doors of rooms (`__init__`): what stands behind one is loaded when it is first asked for."""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any


def door(room: str) -> Callable[[str], Any]:
    """Return the `__getattr__` of the package `room`, which opens one file for a name of it.

    What its `__init__` imports `if TYPE_CHECKING` are those names, and where each stands: written
    once, for people, for mypy and for this. Whoever needs one name of a room thus waits for no
    other, and a command for nothing that it has no use for.
    """
    behind: dict[str, str] = {}

    def open_(name: str) -> Any:
        module = sys.modules[room]
        if not behind:
            behind.update(names_behind(Path(str(module.__file__))))
        if name not in behind:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        found = getattr(importlib.import_module(behind[name]), name)
        setattr(module, name, found)
        return found

    return open_


def names_behind(file: Path) -> dict[str, str]:
    """Return the names that a file imports only for type checkers, each with its module."""
    tree = ast.parse(file.read_bytes())
    for_types = [
        statement
        for block in tree.body
        if isinstance(block, ast.If) and getattr(block.test, "id", "") == "TYPE_CHECKING"
        for statement in block.body
    ]
    return {
        alias.name: statement.module
        for statement in for_types
        if isinstance(statement, ast.ImportFrom) and statement.module
        for alias in statement.names
    }
