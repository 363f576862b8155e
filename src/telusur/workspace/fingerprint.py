"""What a stage of the build was made with, in one number."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

_CODE = Path(__file__).parents[1]
"""The source of telusur, with a folder for each package."""


def fingerprint(
    *, files: Iterable[Path] = (), packages: Iterable[str] = (), values: str = ""
) -> str:
    """SHA-256 over the bytes of `files`, the source of telusur's `packages`, and `values`.

    What a stage was made with: as long as it stays the same, so does what the stage makes.
    """
    sources = [
        path for package in packages for path in _folder(package).rglob("*") if _is_source(path)
    ]
    digest = hashlib.sha256(values.encode())
    for path in (*sorted(files), *sorted(sources)):
        content = path.read_bytes()
        digest.update(f"{path.name}:{len(content)}:".encode())
        digest.update(content)
    return digest.hexdigest()


def _is_source(path: Path) -> bool:
    return path.is_file() and path.suffix != ".pyc"


def _folder(package: str) -> Path:
    """A package that moved away must not go on being no part of any fingerprint."""
    if not (folder := _CODE / package).is_dir():
        raise FileNotFoundError(f"telusur has no package {package}")
    return folder
