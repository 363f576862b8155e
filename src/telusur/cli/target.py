"""A file that a command is to write: refused beforehand where it would take something's place."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from pathlib import Path

import click

from telusur.words import say

force_option = click.option(
    "--force", is_flag=True, help="Replace FILE if it is there already: a plain file, never a link."
)


def ending_of(file: Path, known: Collection[str]) -> str:
    """Return the file's ending in small letters; refuse one that nothing is written with."""
    ending = file.suffix.lower()
    if ending not in known:
        endings = ", ".join(known)
        raise click.UsageError(
            say(
                "{file}: nothing is written with this ending. Choose one of {endings}.",
                file=file,
                endings=endings,
            )
        )
    return ending


def write(file: Path, make: Callable[[], bytes], *, force: bool) -> int:
    """Write what `make` returns, unless something is there or the folder is not; return its size.

    Both are looked at before anything is made.
    """
    from telusur.files import create, replace

    there = os.path.lexists(file)
    if there and not force:
        raise click.UsageError(
            say(
                "{file}: this file is there already. Name another one, or replace it with --force.",
                file=file,
            )
        )
    if not file.absolute().parent.is_dir():
        raise click.UsageError(
            say("{parent}: this folder is not there. Make it, then try again.", parent=file.parent)
        )
    content = make()
    (replace if there else create)(file, content)
    return len(content)
