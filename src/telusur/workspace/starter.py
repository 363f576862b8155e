"""Makes a new workspace from the parts of the reference workspace."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from telusur.errors import InvalidWorkspace, Problem
from telusur.extract.lexicon import OFFICIALS
from telusur.files import create
from telusur.words import say

PACKAGED = Path(__file__).parents[1] / "_workspace"
CHECKOUT = Path(__file__).parents[3]

_READMES = ("README.md", "README.en.md")
PARTS = (
    "datasette_metadata.yml",
    "extract",
    *(f"{folder}/{readme}" for folder in ("corpus", "draft") for readme in _READMES),
)
"""What a new workspace gets: files, and folders with all that is in them."""
SAMPLE = ("corpus", "draft")
"""What the sample workspace gets beside, with what two made-up reviewers decided about it."""
LAST = "telusur.toml"
"""It makes a workspace of a folder, and is copied when all else is there."""
FOR_GIT = {".gitignore": "evidence.db*", ".gitattributes": "review.jsonl merge=union"}
"""What git should know of a workspace: a line a file."""


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a new workspace."""

    files: tuple[Path, ...]
    left: tuple[tuple[Path, str], ...]
    """Files for git that were there already, each with the line that they lack."""


def make_workspace(folder: Path, *, sample: bool = False) -> Made:
    """Copy the parts into `folder`; what is there as it would be written stays.

    A `sample` has reports, a draft and decisions too; else the folders say what to put into them.

    Raises:
        InvalidWorkspace: another file of that name is there already, or a link; then nothing was
            copied.
    """
    parts = PARTS + SAMPLE if sample else PARTS
    wanted = dict(_contents(folder, (*parts, LAST)))
    taken = [
        Problem(str(path), None, what, say("Name an empty or a new folder"))
        for path, content in wanted.items()
        if (what := _in_the_way(path, folder, content))
    ]
    if taken:
        raise InvalidWorkspace(taken)
    for path, content in wanted.items():
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            create(path, content)
    left = []
    for name, line in FOR_GIT.items():
        path = folder / name
        if not os.path.lexists(path):
            create(path, f"{line}\n".encode())
        elif not path.is_file() or line not in path.read_text("utf-8", "replace").splitlines():
            left.append((path, line))
    return Made(tuple(wanted), tuple(left))


def _contents(folder: Path, parts: Sequence[str]) -> Iterator[tuple[Path, bytes]]:
    """What each file holds."""
    source = PACKAGED if PACKAGED.is_dir() else CHECKOUT
    for path in _files(source, parts):
        content = path.read_bytes()
        if path.name == OFFICIALS:
            content = _without_entries(content.decode("utf-8")).encode()
        yield folder / path.relative_to(source), content


def _in_the_way(path: Path, folder: Path, content: bytes) -> str:
    """Say why a file cannot be made; nothing where it can, or is there as it would be made."""
    for above in path.parents:
        if above == folder:
            break
        if above.is_symlink() or (above.exists() and not above.is_dir()):
            return say("{above} is no folder of its own", above=above)
    if not os.path.lexists(path):
        return ""
    same = path.is_file() and not path.is_symlink() and path.read_bytes() == content
    return "" if same else say("this is there already")


def _without_entries(register: str) -> str:
    """The comment at the top of the register of officials, which tells how to fill it in."""
    head, _, _ = register.partition("\n\n")
    return f"{head}\n\nofficials: []\n"


def _files(source: Path, parts: Sequence[str]) -> Iterator[Path]:
    for part in parts:
        path = source / part
        yield from [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file())
