"""Makes a new workspace from the parts of the reference workspace."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from telusur.errors import InvalidWorkspace, Problem
from telusur.extract.lexicon import OFFICIALS

PACKAGED = Path(__file__).parents[1] / "_workspace"
CHECKOUT = Path(__file__).parents[3]

PARTS = (
    "telusur.toml",
    "datasette_metadata.yml",
    "extract",
    "corpus/README.md",
    "corpus/2021/mpp-kota-palembang.md",
    "corpus/2023/mpp-kota-pekanbaru.md",
    "draft",
)
"""What a new workspace gets: files, and folders with all that is in them."""


def make_workspace(folder: Path) -> list[Path]:
    """Copy the parts into `folder`, and return the files that were made.

    Raises:
        InvalidWorkspace: a file of that name is there already; then nothing was copied.
    """
    source = PACKAGED if PACKAGED.is_dir() else CHECKOUT
    files = [(path, folder / path.relative_to(source)) for path in _files(source)]
    remedy = "Name an empty or a new folder"
    taken = [
        Problem(str(to), None, "this is there already", remedy) for _, to in files if to.exists()
    ]
    if taken:
        raise InvalidWorkspace(taken)
    for path, to in files:
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, to)
    register = folder / "extract" / OFFICIALS
    register.write_text(_without_entries(register.read_text(encoding="utf-8")), encoding="utf-8")
    (folder / ".gitignore").write_text("evidence.db*\n", encoding="utf-8")
    (folder / ".gitattributes").write_text("review.jsonl merge=union\n", encoding="utf-8")
    return [to for _, to in files]


def _without_entries(register: str) -> str:
    """The comment at the top of the register of officials, which tells how to fill it in."""
    head, _, _ = register.partition("\n\n")
    return f"{head}\n\nofficials: []\n"


def _files(source: Path) -> Iterator[Path]:
    for part in PARTS:
        path = source / part
        yield from [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file())
