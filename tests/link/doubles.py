"""An encoder and a cache that cost nothing and remember what they were asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np


class FakeEncoder:
    """Gives a text a direction of its own; remembers what it was asked."""

    name = "fake"
    dimension = 256
    remark = None

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> np.ndarray:
        self.asked += texts
        rows = [np.random.default_rng(sum(text.encode())).normal(size=256) for text in texts]
        if progress:
            progress(len(texts))
        return np.stack([row / np.linalg.norm(row) for row in rows]).astype("float32")


class Memory:
    """A vector cache that forgets with the test."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], np.ndarray] = {}
        self.puts: list[int] = []

    def get(self, model: str, keys: Sequence[str]) -> dict[str, np.ndarray]:
        return {key: self.kept[model, key] for key in keys if (model, key) in self.kept}

    def put(self, model: str, vectors: dict[str, np.ndarray]) -> None:
        self.puts.append(len(vectors))
        self.kept.update({(model, key): vector for key, vector in vectors.items()})
