"""Folders that take time to make and are kept for good: whole, or made anew."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from telusur.files import locked
from telusur.link.encoder.fingerprint import digest

_STAMP = "telusur.json"


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
