"""Names a model's folder after what is in it, without loading it."""

from __future__ import annotations

import hashlib
from pathlib import Path

_SMALL = 1 << 20
_SAMPLES = 64
_SAMPLE_BYTES = 4096


def fingerprint(folder: Path) -> str:
    """Return the folder's name with a hash of its files."""
    return f"{folder.name}-{digest(folder)[:8]}"


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
