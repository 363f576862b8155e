"""Gives a bundle the meaning of what it publishes, so that it can be searched by meaning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from telusur import link
from telusur.errors import PublishRefused
from telusur.link.hygiene import key
from telusur.store.database import Database
from telusur.store.embeddings import EmbeddingCache
from telusur.words import say

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True, slots=True)
class Meanings:
    """Vectors of published words, and of nothing else."""

    encoder: str
    """The name they are kept under."""
    model: str
    """As telusur.toml names it."""
    store: Database
    """Knows many of them already."""

    def of(self, texts: Sequence[str]) -> dict[str, bytes]:
        """Return a vector for each text, by the text's key, as the store keeps them."""
        load = partial(link.load_encoder, self.model)
        vectors = link.embed_all(texts, self.encoder, load, _Known(EmbeddingCache(self.store)))
        return {
            key(text): vector.astype("<f4").tobytes()
            for text, vector in zip(texts, vectors, strict=True)
        }


def meanings(store: Database, model: str) -> Meanings:
    """Prepare for giving meaning with `model`.

    Raises:
        PublishRefused: the model is a folder, which no server has.
        EncoderUnavailable: it is not installed here.
    """
    if Path(model).expanduser().is_dir():
        raise PublishRefused(
            say(
                "[publish] semantic: the encoder {model} is a folder of this machine, and a bundle "
                "does not carry it. Set `semantic = false`, or build with the encoder that comes "
                "with Telusur.",
                model=model,
            )
        )
    return Meanings(link.identify(model), model, store)


@dataclass(frozen=True, slots=True)
class _Known:
    """The store's vectors. New ones go into the bundle alone: publishing changes no store."""

    store: EmbeddingCache

    def get(self, model: str, keys: Sequence[str]) -> Mapping[str, np.ndarray]:
        return self.store.get(model, keys)

    def put(self, model: str, vectors: Mapping[str, np.ndarray]) -> None:
        pass
