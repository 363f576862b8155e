"""Compares what lies in a bundle with what its manifest names.

A copy of this file lies in every bundle: it needs nothing but Python, and is run before anything
else there: `python3 -I lib/tree.py`.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

FORMAT = "telusur-bundle-1"
"""What a manifest says of itself: by this, and by the digests, a bundle is known to be ours."""
MANIFEST = "manifest.json"
DIGEST = f"{MANIFEST}.sha256"
SIGNATURE = f"{MANIFEST}.sig"
BESIDE = (MANIFEST, DIGEST, SIGNATURE)
"""Files that the manifest cannot name."""
_FOLDER, _LINK, _DEVICE = "a folder", "a symbolic link", "no plain file"
_FOREIGN = "not in the manifest"


class NoBundle(ValueError):
    """A folder has no manifest that Telusur wrote."""


def manifest_file(path: Path) -> Path:
    """The manifest of a bundle, or the one that somebody kept of it."""
    return path / MANIFEST if path.is_dir() else path


def read_manifest(folder: Path) -> dict[str, Any]:
    """Read a bundle's manifest, in its folder or kept alone.

    Raises:
        NoBundle: there is none, or not one of ours.
    """
    path = manifest_file(folder)
    try:
        told = json.loads(read_plain(path).decode("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise NoBundle(f"{folder}: this is no published bundle ({error}).") from error
    files = told.get("files") if isinstance(told, dict) else None
    if not isinstance(files, dict) or told.get("format") != FORMAT:
        raise NoBundle(
            f"{folder}: this is no published bundle ({MANIFEST} is not one of this version of "
            "Telusur)."
        )
    for name, value in files.items():
        if name != str(PurePosixPath(name)) or ".." in name.split("/") or name[:1] in "/.":
            raise NoBundle(f"{path}: {_shown(name)} is no name of a file.")
        if not isinstance(value, str):
            raise NoBundle(f"{path}: {_shown(name)} has no digest.")
    return dict(told)


def differences(folder: Path) -> list[str]:
    """Return what in a bundle is not as its manifest says; nothing where all is well.

    Only plain files that the manifest names may be there, in folders that hold nothing else.

    Raises:
        NoBundle: there is no manifest, or not one of ours.
    """
    told: dict[str, str] = read_manifest(folder)["files"]
    needed = {str(above) for name in told for above in PurePosixPath(name).parents}
    there = dict(_entries(folder))
    wrong = dict.fromkeys(told.keys() - there.keys(), "missing")
    for name, entry in there.items():
        what = _kind(entry)
        if what == _FOLDER:
            wrong[name] = "" if name in needed else f"{_FOREIGN} (a folder)"
        elif what or name in BESIDE:
            wrong[name] = what
        else:
            wrong[name] = _changed(folder / name, told[name]) if name in told else _FOREIGN
    lines = [f"{_shown(name)}: {what}" for name, what in sorted(wrong.items()) if what]
    return lines + _beside(folder)


def digest(path: Path) -> str:
    """SHA-256 of a plain file's bytes."""
    with os.fdopen(_open(path), "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_plain(path: Path) -> bytes:
    """Read a plain file; raises OSError for links, pipes and the like, and never waits."""
    with os.fdopen(_open(path), "rb") as file:
        return file.read()


def snapshot(folder: Path) -> dict[str, tuple[int, ...]]:
    """What the file system says of all in a folder: cheap to take, and changes with it."""
    return {
        name: (told.st_ino, told.st_mode, told.st_size, told.st_mtime_ns, told.st_ctime_ns)
        for name, entry in _entries(folder)
        if (told := entry.stat(follow_symlinks=False))
    }


def _entries(folder: Path, above: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder / above) as found:
        for entry in sorted(found, key=lambda one: one.name):
            name = f"{above}{entry.name}"
            yield name, entry
            if entry.is_dir(follow_symlinks=False):
                yield from _entries(folder, f"{name}/")


def _kind(entry: os.DirEntry[str]) -> str:
    """What something is that is no plain file of its own; nothing for one that is."""
    told = entry.stat(follow_symlinks=False)
    if stat.S_ISDIR(told.st_mode):
        return _FOLDER
    if stat.S_ISLNK(told.st_mode):
        return _LINK
    if not stat.S_ISREG(told.st_mode):
        return _DEVICE
    return "" if told.st_nlink < 2 else "it has a second name elsewhere; copy the folder"


def _changed(path: Path, told: str) -> str:
    try:
        return "" if digest(path) == told else "changed"
    except OSError as error:
        return f"cannot be read ({error.strerror})"


def _beside(folder: Path) -> list[str]:
    try:
        fits = read_plain(folder / DIGEST) == digest_line(folder / MANIFEST)
    except OSError:
        fits = False
    return [] if fits else [f"{MANIFEST}: does not fit {DIGEST}"]


def digest_line(path: Path) -> bytes:
    """What stands in the file beside a manifest, as `sha256sum` writes it."""
    return f"{digest(path)}  {MANIFEST}\n".encode()


def _open(path: Path) -> int:
    handle = os.open(
        path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    )
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(f"{path} is {_DEVICE}")
    return handle


def _shown(name: str) -> str:
    """A name as it can be printed: no line of its own, no colours, no broken letters."""
    return "".join(one if one.isprintable() else ascii(one)[1:-1] for one in name)


def main(folder: Path) -> int:
    """Say what is wrong with a bundle; the exit status is 0 where nothing is."""
    try:
        wrong = differences(folder)
    except (NoBundle, OSError) as error:
        wrong = [str(error)]
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parents[1]))
