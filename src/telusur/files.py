"""Writes files so that nothing of the user's is lost: whole or not at all, and over nothing else.

A process that is killed leaves what was there, or all of what is new; beside it at most a hidden
file `.NAME.….telusur`.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import stat
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from telusur.errors import CannotWrite
from telusur.words import say

_LONGEST = 200  # bytes of a name that still has room for more, of 255


def create(path: Path, content: bytes) -> None:
    """Write a file where nothing is; its folder must be there.

    Raises:
        CannotWrite: something is there already, whatever it is.
        OSError: it cannot be written; `path` is what the error names.
    """
    with _beside(path, content, 0o666) as partial:
        try:
            path.hardlink_to(partial)
        except FileExistsError as error:
            raise CannotWrite(
                say("{path}: this is there already. Name another file.", path=path)
            ) from error
        except OSError:  # some file systems have no second names
            if os.path.lexists(path):
                raise
            partial.rename(path)


def replace(path: Path, content: bytes, *, was: bytes | None = None) -> None:
    """Put `content` in the place of a plain file, with the rights it had.

    `was` is what it held when it was read: where it holds something else by now, somebody is
    working on it.

    Raises:
        CannotWrite: it changed meanwhile, or is no plain file.
        OSError: it cannot be read or written; `path` is what the error names.
    """
    refuse_unless_plain(path, was)
    with _beside(path, content, 0o600) as partial:
        _as_before(path, partial)
        partial.replace(path)


def put(path: Path, content: bytes, *, ours: Callable[[bytes], bool]) -> None:
    """Write a file for its owner alone, over nothing but one that is `ours` by what it holds.

    Raises CannotWrite or OSError as `create` and `replace` do.
    """
    refuse_unless_ours(path, ours)
    with _beside(path, content, 0o600) as partial:
        partial.replace(path)


def refuse_unless_ours(path: Path, ours: Callable[[bytes], bool]) -> None:
    """Raise CannotWrite where something is at `path` that Telusur did not write."""
    if os.path.lexists(path):
        refuse_unless_plain(path)
        if not ours(path.read_bytes()):
            raise CannotWrite(
                say(
                    "{path}: Telusur did not write this file, and does not overwrite it. Move it "
                    "away.",
                    path=path,
                )
            )


def refuse_unless_plain(path: Path, was: bytes | None = None) -> None:
    """Raise CannotWrite where `path` is no plain file, or does not hold what it held (`was`)."""
    mode = path.lstat().st_mode
    if stat.S_ISLNK(mode):
        raise CannotWrite(
            say(
                "{path}: this is a link to {readlink}. Name that file itself.",
                path=path,
                readlink=path.readlink(),
            )
        )
    if not stat.S_ISREG(mode):
        raise CannotWrite(say("{path}: this is no plain file, and is not overwritten.", path=path))
    if was is not None and path.read_bytes() != was:
        raise CannotWrite(
            say(
                "{path}: this file changed while Telusur was working on it, and was left as it is. "
                "Save it where it is open, then try again.",
                path=path,
            )
        )


def rewrite(folder: Path, files: Sequence[tuple[Path, bytes, bytes]]) -> None:
    """Change files below `folder`: each with what it held when it was read, and what it shall hold.

    All of them are looked at before the first is written.

    Raises:
        CannotWrite: one changed meanwhile, or a link leads it out of the folder; none is changed.
    """
    real = [(within(path, folder), was, now) for path, was, now in files]
    for path, was, _ in real:
        refuse_unless_plain(path, was)
    for path, was, now in real:
        replace(path, now, was=was)


def within(path: Path, folder: Path) -> Path:
    """Return the file itself that `path` leads to.

    Raises:
        CannotWrite: links lead it out of `folder`.
    """
    real = path.resolve()
    if not real.is_relative_to(folder.resolve()):
        raise CannotWrite(
            say(
                "{path}: a link leads to {real}, outside of {folder}, where nothing is written. "
                "Put the file itself in the place of the link.",
                path=path,
                real=real,
                folder=folder,
            )
        )
    return real


@contextlib.contextmanager
def locked(path: Path, *, wait: float | None = None) -> Iterator[None]:
    """Hold the lock at `path`, a file that stays empty; waits `wait` seconds, or for ever.

    Raises:
        OSError: another process held it all that time, or files cannot be locked there.
    """
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            lock(file, wait=wait)
        except OSError as error:
            error.filename = str(path)
            raise
        yield
    finally:
        os.close(file)  # and with it the lock


def lock(file: int, *, wait: float | None = None) -> None:
    """Lock an open file until it is closed; waits `wait` seconds, or for ever.

    Raises:
        TimeoutError: another process held it all that time.
        OSError: files cannot be locked there.
    """
    import portalocker

    deadline = None if wait is None else time.monotonic() + wait
    while True:
        try:
            portalocker.lock(file, portalocker.LOCK_EX | portalocker.LOCK_NB)
        except portalocker.exceptions.AlreadyLocked:
            if deadline is not None and time.monotonic() > deadline:
                raise TimeoutError(0, say("another process is writing to it")) from None
            time.sleep(0.01)
        except portalocker.exceptions.LockException as error:
            raise OSError(0, say("files on this disk cannot be locked")) from error
        else:
            return


@contextlib.contextmanager
def _beside(path: Path, content: bytes, mode: int) -> Iterator[Path]:
    """A file with `content` beside `path`, on the disk for certain; gone afterwards."""
    short = os.fsencode(path.name)[:_LONGEST].decode(errors="ignore")
    partial = path.with_name(f".{short}.{secrets.token_hex(4)}.telusur")
    try:
        handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield partial
        settle(path.parent)
    except OSError as error:
        error.filename = str(path)  # the one that people know; a full disk names none
        raise
    finally:
        partial.unlink(missing_ok=True)


def _as_before(path: Path, partial: Path) -> None:
    """Give the new file the rights of the old one, and its owner where we may."""
    told = path.stat()
    with contextlib.suppress(PermissionError, AttributeError):
        os.chown(partial, told.st_uid, told.st_gid)
    shutil.copystat(path, partial)
    os.utime(partial)


def settle(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system can do that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
