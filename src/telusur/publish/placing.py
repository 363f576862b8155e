"""Puts a finished bundle in its place, all at once, and takes nothing else away.

While a bundle is made, the folder `.NAME.telusur` lies beside the wanted one: a file that holds the
lock, and the new bundle. Where a process was killed, the next one clears up what it left.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from telusur.errors import PublishRefused
from telusur.files import lock, settle
from telusur.publish.edition.manifest import DIGEST, differences, read_manifest
from telusur.words import say

_OURS = {_LOCK := "terkunci", _NEW := "baru", _OLD := "lama", _BESIDE := "bahan"}
_AT_CWD, _EXCHANGE = -100, 2  # of Linux: AT_FDCWD, RENAME_EXCHANGE
_CANNOT = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM})
"""What renameat2 answers where the system or the file system has no exchange."""


def refuse_other_folders(folder: Path) -> None:
    """Raise PublishRefused where there is anything at `folder` but a bundle of ours as it was made.

    An empty folder is nothing.
    """
    if not os.path.lexists(folder):
        return
    if folder.is_symlink():
        raise PublishRefused(
            say("{folder}: this is a link. Name the folder that it leads to.", folder=folder)
        )
    if not folder.is_dir():
        raise PublishRefused(
            say("{folder}: this is there already and no folder. Name another one.", folder=folder)
        )
    if not any(folder.iterdir()):
        return
    remedy = say("Name another folder, or move this one away first.")
    try:
        read_manifest(folder)
    except PublishRefused as error:
        raise PublishRefused(
            say(
                "{folder}: Telusur did not make what is in this folder, and does not replace it: "
                "{error} {remedy}",
                folder=folder,
                error=error,
                remedy=remedy,
            )
        ) from error
    if wrong := differences(folder):
        some = "\n".join(f"  {line}" for line in wrong[:10])
        raise PublishRefused(
            say(
                "{folder}: this is a published bundle, but not as Telusur made it, and is not "
                "replaced, lest something of yours is lost:\n{some}\nTake out what you added and "
                "undo what you changed. Or else: {remedy}",
                folder=folder,
                some=some,
                remedy=remedy,
            )
        )


def refuse_within(folder: Path, read: Iterable[Path]) -> None:
    """Raise PublishRefused where `folder` lies in, or is, one of those that builds read: the bundle
    and the report beside it would be taken for reports and drafts."""
    real = folder.parent.resolve() / folder.name
    for one in read:
        if real.is_relative_to(one.resolve()):
            raise PublishRefused(
                say(
                    "{folder}: this lies in {one}, which `telusur build` reads. Name another "
                    "folder.",
                    folder=folder,
                    one=one,
                )
            )


@contextlib.contextmanager
def making(folder: Path) -> Iterator[Path]:
    """Give a new folder to make a bundle in, for its owner alone; nothing of it is left afterwards.

    Raises:
        PublishRefused: another process makes a bundle for the same place, or it cannot be made.
    """
    work = folder.with_name(f".{folder.name}.telusur")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        handle = _locked(work)
    except OSError as error:
        where = error.filename or folder
        raise PublishRefused(
            say("{where}: this cannot be made: {strerror}.", where=where, strerror=error.strerror)
        ) from error
    try:
        _clear_up(work, folder)
        (work / _NEW).mkdir(mode=0o700)
        try:
            yield work / _NEW
        finally:
            shutil.rmtree(work / _NEW, ignore_errors=True)
            shutil.rmtree(work / _BESIDE, ignore_errors=True)
    finally:
        (work / _LOCK).unlink(missing_ok=True)
        with contextlib.suppress(OSError):  # not empty: something else lies in it
            work.rmdir()
        os.close(handle)


def beside(new: Path) -> Path:
    """Make a folder beside the one that `making` gave, for what is not published itself."""
    folder = new.with_name(_BESIDE)
    folder.mkdir(mode=0o700)
    return folder


def made_in(new: Path) -> list[Path]:
    """Return the folders in which something was made: all of it is searched."""
    return [one for one in (new, new.with_name(_BESIDE)) if one.is_dir()]


def put_in_place(new: Path, folder: Path) -> None:
    """Everything was proven: whoever looks sees the old edition whole, or the new one.

    `new` is what `making` gave. Raises PublishRefused where something foreign came into the old
    edition meanwhile; it is still there then.
    """
    for path in [*new.rglob("*"), new]:
        path.chmod(0o755 if path.is_dir() else 0o644)
        _settle(path)
    if not os.path.lexists(folder) or (folder.is_dir() and not any(folder.iterdir())):
        new.rename(folder)  # the system takes an empty folder away, and no other
    else:
        exchange(new, folder)
        try:
            refuse_other_folders(new)  # now the old one, where nobody else writes
        except PublishRefused as error:
            exchange(new, folder)
            raise PublishRefused(str(error).replace(str(new), str(folder))) from error
    settle(folder.parent)


def exchange(new: Path, folder: Path) -> None:
    """Let two folders change places, in one step where the system can do that."""
    sys.audit("telusur.exchange", str(new), str(folder))
    if not _exchanged(new, folder):
        old = new.with_name(_OLD)
        folder.rename(old)
        try:
            new.rename(folder)
        except OSError:
            old.rename(folder)
            raise
        old.rename(new)


def _exchanged(one: Path, other: Path) -> bool:
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    if rename(_AT_CWD, os.fsencode(one), _AT_CWD, os.fsencode(other), _EXCHANGE) == 0:
        return True
    if (number := ctypes.get_errno()) in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(other))


def _clear_up(work: Path, folder: Path) -> None:
    """Take away what a killed process left; between two renames, its old edition comes back."""
    if (work / _OLD).is_dir() and not os.path.lexists(folder):
        (work / _OLD).rename(folder)
    for left in (work / _OLD, work / _NEW, work / _BESIDE):
        if left.is_dir():
            _refuse_foreign_files(left)
            shutil.rmtree(left)


def _refuse_foreign_files(left: Path) -> None:
    """Raise PublishRefused where something came into an edition just before it was exchanged.

    One that is half made has no manifest yet; nobody but us knew of it.
    """
    try:
        read_manifest(left)
    except PublishRefused:
        return
    # What a kill left half written or half removed is no news.
    ours = (": missing", f": does not fit {DIGEST}")
    if wrong := [line for line in differences(left) if not line.endswith(ours)]:
        raise PublishRefused(
            say(
                "{left}: a process that was killed left this edition, in which something is not of "
                "Telusur: {wrong}. Take out what is yours, and remove the rest.",
                left=left,
                wrong=wrong[0],
            )
        )


def _locked(work: Path) -> int:
    """Hold the working folder alone; a process that ends, however it ends, lets go.

    Raises:
        PublishRefused: another process holds it, or the folder is none of ours.
    """
    while True:
        work.mkdir(mode=0o700, exist_ok=True)
        if work.is_symlink() or {one.name for one in work.iterdir()} - _OURS:
            raise PublishRefused(
                say(
                    "{work}: Telusur makes bundles in a folder of this name, but did not make this "
                    "one. Move it away.",
                    work=work,
                )
            )
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        try:
            handle = os.open(work / _LOCK, flags, 0o600)
        except FileNotFoundError:
            continue  # the one before has just taken it away
        if not _alone(handle):
            os.close(handle)
            raise PublishRefused(
                say(
                    "{parent}: another process publishes here at this moment. Try again when it "
                    "has finished.",
                    parent=work.parent / work.name[1 : -len(".telusur")],
                )
            )
        with contextlib.suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(handle), (work / _LOCK).stat()):
                return handle
        os.close(handle)  # the one before took away what we hold


def _alone(handle: int) -> bool:
    try:
        lock(handle, wait=0)
    except TimeoutError:
        return False
    return True


def _settle(path: Path) -> None:
    """Wait until a file or a folder is on the disk."""
    if stat.S_ISDIR(path.stat().st_mode):
        settle(path)
        return
    with path.open("rb") as file:
        os.fsync(file.fileno())
