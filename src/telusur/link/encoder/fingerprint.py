"""Names a model's folder after what is in it, without loading it."""

from __future__ import annotations

import hashlib
from pathlib import Path

_SMALL = 1 << 20
_SAMPLES = 64
_SAMPLE_BYTES = 4096


def fingerprint(folder: Path) -> str:
    """Return the folder's name with a hash of its files.

    Small files are hashed whole; of large ones (weights, vocabularies) the size and samples from
    beginning to end, which any training changes. When it was copied makes no difference.
    """
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or any(
            part.startswith(".") for part in path.relative_to(folder).parts
        ):
            continue
        size = path.stat().st_size
        digest.update(f"{path.relative_to(folder).as_posix()}\0{size}\0".encode())
        with path.open("rb") as file:
            if size <= _SMALL:
                digest.update(file.read())
                continue
            for sample in range(_SAMPLES):
                file.seek((size - _SAMPLE_BYTES) * sample // (_SAMPLES - 1))
                digest.update(file.read(_SAMPLE_BYTES))
    return f"{folder.name}-{digest.hexdigest()[:8]}"
