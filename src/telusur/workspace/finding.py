"""Finds the workspace that somebody is in."""

from __future__ import annotations

from pathlib import Path

from telusur.errors import InvalidWorkspace, Problem
from telusur.words import say

SETTINGS = "telusur.toml"
STORE = "evidence.db"
"""The evidence store of a workspace, unless a command names another."""


def find_workspace(start: Path) -> Path:
    """Return the nearest folder with a telusur.toml, from `start` upwards.

    Raises:
        InvalidWorkspace: there is none.
    """
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / SETTINGS).is_file():
            return folder
    remedy = say("Go to a folder that has one, or make a workspace with `telusur init DIR`")
    raise InvalidWorkspace(
        [Problem(str(start), None, say("no {settings} here or above", settings=SETTINGS), remedy)]
    )
