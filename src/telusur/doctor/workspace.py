"""The workspace: its settings, its folders and rights, and its store."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from telusur.doctor.machine import encoder_found, room_at
from telusur.doctor.model import Found
from telusur.errors import InvalidWorkspace, StoreUnusable
from telusur.link.encoder import DEFAULT
from telusur.store.connection import store_for_reading
from telusur.words import say
from telusur.workspace import Workspace, find_workspace, workspace_at


def examine(start: Path) -> Iterator[Found]:
    """Yield what was found; a folder without a workspace is no fault."""
    name = say("workspace")
    try:
        root = find_workspace(start)
    except InvalidWorkspace as error:
        yield Found(name, "lacking", error.problems[0].what, error.problems[0].remedy)
        yield encoder_found(DEFAULT)
        return
    try:
        here = workspace_at(root)
    except InvalidWorkspace as error:
        yield Found(name, "bad", str(error), say("Mend the lines that are named"))
        return
    yield Found(name, "good", str(root))
    yield encoder_found(here.model)
    yield from _rights(here)
    yield room_at(root)
    yield _store(here)


def _rights(here: Workspace) -> Iterator[Found]:
    """Folders that are missing, or may not be read or written."""
    for folder, rights in ((here.root, os.W_OK), (here.corpus, os.R_OK), (here.draft, os.W_OK)):
        shown = "./" if folder == here.root else f"{folder.name}/"
        if not folder.is_dir():
            remedy = say("Make it, or make a workspace with `telusur init`")
            yield Found(shown, "bad", say("this folder is missing"), remedy)
        elif not os.access(folder, rights | os.X_OK):
            remedy = say("Give yourself the rights, or ask whoever owns the folder")
            yield Found(shown, "bad", say("this may not be read or written"), remedy)


def _store(here: Workspace) -> Found:
    name = say("evidence store")
    try:
        with store_for_reading(here.database):
            return Found(name, "good", str(here.database))
    except StoreUnusable as error:
        return Found(name, "lacking", str(error))
