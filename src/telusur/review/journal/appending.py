"""Writes to the end of the journal: whole lines, or nothing."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from telusur.errors import NotRecorded
from telusur.files import lock
from telusur.review.journal.index import Before
from telusur.words import say

_FLAGS = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
WAIT = 10.0
"""Seconds to wait for another process that is writing."""


def append(path: Path, make: Callable[[Before], Sequence[str]]) -> list[str]:
    """Write the lines that `make` gives behind those that are there, and return them.

    `make` gets what the journal holds, while nobody else can write to it. No line that stands is
    ever touched; where this returns, the lines are on disk.

    Raises:
        NotRecorded: the file cannot be written, or the disk is full; it is as it was.
    """
    with _told(path), _opened(path) as file:
        before = Before(file)
        lines = [line.replace("\n", " ") for line in make(before)]
        data = "".join(f"{line}\n" for line in lines).encode()
        if before.torn:  # torn, or an editor took the last end away
            data = b"\n" + data
        if lines:
            _write(file, data, before.size)
            before.wrote(data)
    return lines


def _write(file: int, data: bytes, size: int) -> None:
    """Write in one go; take back what a full disk let through of it."""
    try:
        written = os.write(file, data)
        while written < len(data):  # what is left, or the reason why it cannot be written
            written += os.write(file, data[written:])
        os.fsync(file)
    except OSError:
        os.ftruncate(file, size)
        raise


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[int]:
    """Open and lock the journal; it is made where there is none."""
    while True:
        new = not path.exists()
        file = os.open(path, _FLAGS, 0o666)
        try:
            lock(file, wait=WAIT)
            if _is_still_there(file, path):
                if new:
                    _keep_name(path.parent)
                yield file
                return
        finally:
            os.close(file)  # and with it the lock


def _is_still_there(file: int, path: Path) -> bool:
    """Whether the file that was locked is the journal: git puts a new file in its place."""
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except FileNotFoundError:
        return False


def _keep_name(folder: Path) -> None:
    """Bring a new file's name to the disk too."""
    if os.name == "nt":  # a folder cannot be opened there
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NotRecorded(
            say(
                "{path}: the decision was not written, since {error}. The journal is as it was; "
                "check the disk and the rights, and decide again.",
                path=path,
                error=_why(error),
            )
        ) from error


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
