"""The cache of vectors, so that no text is ever embedded twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telusur.store.connection import transaction
from telusur.store.database import Database

if TYPE_CHECKING:
    import numpy as np

AT_ONCE = 500
"""Keys in one question: SQLite allows some thousands of parameters."""


@dataclass(frozen=True, slots=True)
class EmbeddingCache:
    """Vectors of an evidence store, by model and SHA-256 of the text.

    They are committed as they come: a build that is killed has not embedded in vain.
    """

    db: Database

    def get(self, model: str, keys: Sequence[str]) -> dict[str, np.ndarray]:
        """Return the vectors that are known, float32 of shape (dimension,), by key."""
        import numpy as np

        found = {}
        for begin in range(0, len(keys), AT_ONCE):
            some = keys[begin : begin + AT_ONCE]
            marks = ", ".join("?" * len(some))
            rows = self.db.execute(
                f"SELECT sha256, vector FROM embeddings WHERE model = ? AND sha256 IN ({marks})",  # noqa: S608
                [model, *some],
            )
            found.update({key: np.frombuffer(vector, dtype="<f4") for key, vector in rows})
        return found

    def put(self, model: str, vectors: Mapping[str, np.ndarray]) -> None:
        """Keep `vectors`, by key."""
        with transaction(self.db):
            self.db.conn.executemany(
                "INSERT OR REPLACE INTO embeddings (model, sha256, vector) VALUES (?, ?, ?)",
                [
                    (model, key, vector.astype("<f4").tobytes())
                    for key, vector in sorted(vectors.items())
                ],
            )
