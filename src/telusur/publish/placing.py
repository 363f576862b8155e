"""Puts a finished bundle in its place, all at once, and takes nothing else away."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from telusur.errors import PublishRefused
from telusur.publish.manifest import MANIFEST


def refuse_other_folders(folder: Path) -> None:
    """Raise PublishRefused where `folder` holds something that is no bundle."""
    if (
        folder.exists()
        and not (folder / MANIFEST).is_file()
        and (not folder.is_dir() or any(folder.iterdir()))
    ):
        raise PublishRefused(
            f"{folder}: this is there already and no published bundle. Name another folder."
        )


def empty_sibling(folder: Path) -> Path:
    """A folder beside the one that is wanted, for its owner alone; older leftovers go."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        for left in folder.parent.glob(f".{folder.name}.partial-*"):
            shutil.rmtree(left, ignore_errors=True)
        partial = folder.parent / f".{folder.name}.partial-{os.getpid()}"
        partial.mkdir(mode=0o700)
    except OSError as error:
        raise PublishRefused(f"{folder}: this cannot be made: {error.strerror}.") from error
    return partial


def put_in_place(partial: Path, folder: Path) -> None:
    """Everything was proven: whoever looks sees the old edition whole, or the new one."""
    for path in [partial, *partial.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
    old = folder.with_name(f".{folder.name}.partial-old")
    if folder.exists():
        shutil.rmtree(old, ignore_errors=True)
        folder.rename(old)
    partial.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
