"""Remembers what words are in their sentences: to look at them takes most of a publishing's time.

Texts are known by their digest alone. What is kept still tells where names stand in them, so it
lies beside the store, as confidential as the store itself.
"""

from __future__ import annotations

import contextlib
import io
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from telusur.errors import CannotWrite
from telusur.files import put

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[np.float32]]


class Remembered:
    """Rows by text: where a word begins and ends, and the chances of what it may be."""

    def __init__(self, path: Path, *fingerprints: bytes) -> None:
        """Read `path`; `fingerprints` are of all that what is remembered depends on."""
        self._path = path
        self._of = sha256(b"\0".join(fingerprints)).digest()
        self._before = _read(path)
        self._now: dict[str, Array] = {}

    def get(self, text: str) -> Array | None:
        """Return the rows of `text`, float32 of shape (words, 2 + classes); None where unknown."""
        key = self._key(text)
        found = self._before.get(key)
        if found is not None:
            self._now[key] = found
        return found

    def put(self, text: str, rows: Array) -> None:
        """Remember the rows of `text`."""
        self._now[self._key(text)] = rows

    def save(self) -> None:
        """Write down what was used this time, for the owner of the file alone. What cannot be
        written is looked at again next time, and nothing else."""
        import numpy as np

        if self._now.keys() == self._before.keys():
            return
        whole = io.BytesIO()
        np.savez_compressed(whole, allow_pickle=False, **self._now)
        with contextlib.suppress(OSError, CannotWrite):
            put(self._path, whole.getvalue(), ours=lambda was: was.startswith(b"PK"))

    def _key(self, text: str) -> str:
        return sha256(self._of + text.encode("utf-8", "surrogatepass")).hexdigest()


def _read(path: Path) -> dict[str, Array]:
    """What lies at `path`; nothing where it is not as it was written."""
    import numpy as np

    try:
        with path.open("rb") as file, np.load(file) as arrays:
            found = {name: arrays[name] for name in arrays.files}
    except Exception:  # a damaged file raises whatever the parts of its readers raise
        return {}
    sound = all(one.ndim == 2 and one.dtype == np.float32 for one in found.values())
    return found if sound else {}
