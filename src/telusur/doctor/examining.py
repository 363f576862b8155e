"""Looks at everything, one after the other; nothing is changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from telusur.doctor import machine, programs, workspace
from telusur.doctor.model import Found


def examine(start: Path) -> Iterator[Found]:
    """Yield what was found, from the machine to the workspace at `start` or above it."""
    yield from machine.examine()
    yield from programs.examine()
    yield from workspace.examine(start)
