"""Folders that take time to make and are kept for good: whole, or made anew."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

from telusur.files import locked

_STAMP = "telusur.json"
_SMALL = 1 << 20
_SAMPLES = 64
_SAMPLE_BYTES = 4096


def kept(place: Path, make: Callable[[Path], None]) -> Path:
    """Return `place`; where it is not there, or not as it was made, `make` fills it first.

    `make` gets an empty folder beside it, which is stamped with a digest of its files and renamed:
    a process killed on the way leaves nothing that counts. Two processes at once are safe: the
    second waits for the first. Raises OSError where nothing can be written.
    """
    if not _intact(place):
        place.parent.mkdir(parents=True, exist_ok=True)
        with locked(place.with_name(f"{place.name}.lock")):
            if not _intact(place):
                _fill(place, make)
    return place


def _fill(place: Path, make: Callable[[Path], None]) -> None:
    partial = place.with_name(f"{place.name}.partial")
    for leftover in (partial, place):
        if leftover.exists():
            shutil.rmtree(leftover)
    partial.mkdir()
    try:
        make(partial)
    except Exception:
        shutil.rmtree(partial)
        raise
    (partial / _STAMP).write_text(json.dumps({"files": digest(partial)}), encoding="utf-8")
    partial.rename(place)


def _intact(place: Path) -> bool:
    """Whether the files of the folder are those that were written."""
    try:
        stamp = json.loads((place / _STAMP).read_text(encoding="utf-8"))
        return bool(stamp["files"] == digest(place, without=_STAMP))
    except (OSError, ValueError, KeyError, TypeError):
        return False


def digest(folder: Path, without: str = "") -> str:
    """Return a hash of the files below `folder`, but for hidden ones and the one named `without`.

    Small files are hashed whole; of large ones (weights, vocabularies) the size and samples from
    beginning to end, which any training changes, as does a write that was broken off. When it was
    copied makes no difference.
    """
    made = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if (
            not path.is_file()
            or str(name) == without
            or any(part.startswith(".") for part in name.parts)
        ):
            continue
        size = path.stat().st_size
        made.update(f"{name.as_posix()}\0{size}\0".encode())
        with path.open("rb") as file:
            if size <= _SMALL:
                made.update(file.read())
                continue
            for sample in range(_SAMPLES):
                file.seek((size - _SAMPLE_BYTES) * sample // (_SAMPLES - 1))
                made.update(file.read(_SAMPLE_BYTES))
    return made.hexdigest()
