"""Files in the draft's folder that are no part of the draft."""

from __future__ import annotations

from pathlib import Path

from telusur.draft.outline.parsing import draft_files
from telusur.errors import Problem
from telusur.words import say

_NO_DRAFTS = frozenset({".jsonl", ".json", ".lock", ".toml", ".py", ".bak", ".tmp"})
"""What programs keep beside a draft: nobody takes it for one."""
_IMPORTED = frozenset({".docx", ".docm", ".dotx", ".pdf", ".md", ".markdown", ".txt"})


def passed_over(folder: Path) -> list[Problem]:
    """Name the files below `folder` that look like a draft and are not read, in order.

    READMEs, hidden files and Office's lock files are none.
    """
    read = set(draft_files(folder))
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path not in read)
    return [_problem(path, folder) for path in files if _is_meant(path, folder)]


def _is_meant(path: Path, folder: Path) -> bool:
    within = path.relative_to(folder)
    hidden = any(part.startswith((".", "~$", "__")) for part in within.parts)
    name = path.name.lower()
    return not hidden and not name.startswith("readme") and path.suffix.lower() not in _NO_DRAFTS


def _problem(path: Path, folder: Path) -> Problem:
    shown = f"{folder.name}/{path.relative_to(folder).as_posix()}"
    suffix = path.suffix.lower()
    if suffix in {".md", ".txt"}:  # `NASKAH.MD`
        remedy = say("Write its ending in small letters, `{suffix}`", suffix=suffix)
    elif suffix in _IMPORTED:
        remedy = say(
            "Run `telusur draft import {shown} --output {name}/NAME.md`",
            shown=shown,
            name=folder.name,
        )
    else:
        remedy = say(
            "Save it as .docx and run `telusur draft import`, or move it out of this folder"
        )
    return Problem(
        shown,
        None,
        say("`{suffix}` files are not read here", suffix=path.suffix or path.name),
        remedy,
    )
