"""What a build, or a stage of it, was made with: in one number."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

_CODE = Path(__file__).parents[1]
"""The source of telusur, with a folder for each package."""


def fingerprint(
    *, files: Iterable[Path] = (), packages: Iterable[str] = (), values: str = ""
) -> str:
    """SHA-256 over the bytes of `files`, the source of telusur's `packages`, and `values`.

    What a stage was made with: as long as it stays the same, so does what the stage makes.
    """
    digest = hashlib.sha256(values.encode())
    for path in sorted(files):
        _add(digest, path)
    for package in packages:
        digest.update(_of_package(_CODE / package))
    return digest.hexdigest()


@cache
def _of_package(folder: Path) -> bytes:
    """SHA-256 over the source of a package: it stays what was loaded, while a process runs."""
    if not folder.is_dir():  # one that moved away must not go on being no part of any fingerprint
        raise FileNotFoundError(f"telusur has no package {folder.name}")
    digest = hashlib.sha256()
    for parent, _, names in sorted(os.walk(folder)):
        if parent.endswith("__pycache__"):  # there, files come and go while other processes begin
            continue
        for file in sorted(Path(parent, name) for name in names):
            if file.is_file():  # a link that some editor left may lead nowhere
                _add(digest, file)
    return digest.digest()


def _add(digest: hashlib._Hash, path: Path) -> None:
    content = path.read_bytes()
    digest.update(f"{path.name}:{len(content)}:".encode())
    digest.update(content)


def fingerprint_of_folders(folders: Iterable[Path]) -> str:
    """SHA-256 over all that lies below `folders`: names, bytes, where links lead, and what cannot
    be read and why. Hidden files count too; a folder that is not there is empty."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in _all_below(folder):
            link = path.readlink() if path.is_symlink() else ""
            # Surrogates stand for bytes of names that are not UTF-8.
            named = f"{path.relative_to(folder.parent)}\0{link}\0{_content(path)}\0"
            digest.update(named.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _all_below(folder: Path) -> Iterator[Path]:
    """Yield what lies below a folder, in a fixed order; what lies behind a link once for each."""
    seen = {os.path.realpath(folder)}
    for parent, folders, names in os.walk(folder, followlinks=True):
        yield from (Path(parent, name) for name in sorted([*folders, *names]))
        real = {name: os.path.realpath(Path(parent, name)) for name in sorted(folders)}
        folders[:] = [name for name, there in real.items() if there not in seen]
        seen.update(real.values())


def _content(path: Path) -> str:
    try:
        if path.is_dir():
            next(path.iterdir(), None)
            return "folder"
        if not path.is_file():
            return "neither"
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return f"{error.errno}"
